#include "server/store/audit_store.hpp"

#include <array>
#include <ctime>

#include "server/store/binding.hpp"

namespace omnia::store {
namespace {

ModificaScritta read_row(Columns& columns) {
  ModificaScritta row;
  row.numero = columns.integer();
  auto& m = row.modifica;
  for (auto* text : {&m.quando, &m.chi, &m.ruolo, &m.per_conto, &m.azione, &m.oggetto, &m.motivo, &m.dettaglio}) {
    *text = columns.text();
  }
  return row;
}

}  // namespace

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

const Catena& catena_modifiche() {
  static const Catena kCatena{
      "modifiche", "modifica", {"quando", "chi", "ruolo", "per_conto", "azione", "oggetto", "motivo", "dettaglio"}};
  return kCatena;
}

void append_modifica(Connection& db, const Modifica& m) {
  append_anello(db, catena_modifiche(), {m.quando, m.chi, m.ruolo, m.per_conto, m.azione, m.oggetto, m.motivo, m.dettaglio});
}

std::vector<ModificaScritta> list_modifiche(Connection& db, std::string_view oggetto) {
  SQLite::Statement query(db,
                          "SELECT numero, quando, chi, ruolo, per_conto, azione, oggetto, motivo, dettaglio FROM modifiche WHERE "
                          "oggetto = ? ORDER BY numero");
  Binder(query) << oggetto;
  std::vector<ModificaScritta> found;
  while (query.executeStep()) {
    Columns columns(query);
    found.push_back(read_row(columns));
  }
  return found;
}

}  // namespace omnia::store
