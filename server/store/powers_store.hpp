// Which positions somebody reaches: those of the own company, those delegated on a day, those that a Sede keeps.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "shared/domain/date.hpp"

namespace omnia::store {

// What somebody is to a matricola; `personale` is to what is the person's own (sessions), `ufficio` to what is nobody's case
// (accesses, grants, settings).
enum class Relazione { nessuna, propria, delegata, della_sede, personale, ufficio };

// Everything that `chi` reaches by one relation: the codice fiscale of the company or of the intermediary, or the Sede.
struct Ambito {
  Relazione relazione = Relazione::nessuna;
  std::string chi;
  std::string servizio{};  // that a delegation must cover; empty: any
};

// Where a domanda belongs: the position it speaks of, and the Sede that took it.
struct Luogo {
  std::string matricola, sede;
};
std::optional<Luogo> find_luogo_domanda(Connection& db, std::string_view id);

// Whose the domande of a place are on a day, each by the relation that makes them so: the Sede, the company, and every
// intermediary or employee of one whose delegation covers `servizio` (empty: any).
std::vector<Ambito> list_interessati(Connection& db, const Luogo& luogo, std::string_view servizio, domain::Date oggi);

bool comprende(Db& db, const Ambito& ambito, std::string_view matricola, domain::Date oggi);
// Without repetitions, in order.
std::vector<std::string> list_matricole(Db& db, const Ambito& ambito, domain::Date oggi);

std::size_t count_matricole(Db& db, const Ambito& ambito, domain::Date oggi);

// The last day of the delegation, valid or not: of several an open one wins, then the longest. nullopt: open, or none.
std::optional<domain::Date> fine_delega(Db& db, std::string_view intermediario_cf, std::string_view matricola);

}  // namespace omnia::store
