// What the import of the old procedures reads and writes beside the ordinary tables. Functions run inside the write() or read()
// of the caller.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "server/store/import_store.hpp"
#include "server/store/office_store.hpp"

namespace omnia::store {

inline constexpr const char* kProceduraPrecedente = "procedura_precedente";

std::optional<RigaDomanda> find_domanda_pregressa(Connection& db, std::string_view protocollo_origine);
// Decided by the old procedure: nobody of this office answers for it until somebody takes it in charge.
void set_decisa_altrove(Connection& db, std::string_view domanda, std::string_view stato);

struct AutorizzazioneNota {
  RigaAutorizzazione riga;
  std::string origine;  // empty: from the registry or from an act of this office
};
std::optional<AutorizzazioneNota> find_autorizzazione(Connection& db, std::string_view numero);
void put_autorizzazione_pregressa(Connection& db, const RigaAutorizzazione& autorizzazione);
// Protocol of the domanda whose act has the number; empty when there is none.
std::string find_domanda_di_atto(Connection& db, std::string_view numero);

}  // namespace omnia::store
