#include "server/services/office.hpp"

#include "server/store/office_store.hpp"

namespace omnia::services {

void record_access(Office& office, const identity::Identita& chi, const char* azione, const std::string& oggetto) {
  office.db.write([&](SQLite::Database& db) {
    store::insert_consultazione(db, chi.id, identity::nome(chi.ruolo), azione, oggetto, office.clock.now());
  });
}

}  // namespace omnia::services
