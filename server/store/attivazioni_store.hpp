// What is switched on, where and from when. Functions run inside the write() or read() of the caller.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "shared/domain/date.hpp"

namespace omnia::store {

struct RigaAttivazione {
  std::int64_t numero = 0;
  std::string funzione;     // "invio_domanda", "procedura_precedente"
  std::string sede;         // empty: every Sede
  std::string prestazione;  // "CIGO", "FIS", "FONDI", "CISOA"
  domain::Date dal;
  bool attiva = false;
  std::string motivo, chi, ruolo, quando;
};
// The number it has been given.
std::int64_t insert_attivazione(Connection& db, const RigaAttivazione& riga);
// All of them, the latest decision first.
std::vector<RigaAttivazione> list_attivazioni(Connection& db);
// The row in force for the Sede on the day: one of its own before a general one, then the latest start, then the latest decision.
std::optional<RigaAttivazione> find_attivazione(Connection& db, std::string_view funzione, std::string_view sede,
                                                std::string_view prestazione, domain::Date giorno);

}  // namespace omnia::store
