// The life of things as explicit tables: a transition that is not in the table does not exist. Services ask the table, and
// the database refuses what it does not hold.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace omnia::workflow {

// Kinds: "domanda", "provvedimento", "richiesta" (of missing elements).
struct Transizione {
  std::string_view oggetto;
  std::string_view da;
  std::string_view evento;
  std::string_view a;
};
const std::vector<Transizione>& transizioni();

// The state after the event; nullopt: the event cannot happen there.
std::optional<std::string_view> next(std::string_view oggetto, std::string_view stato, std::string_view evento);
// What an act that follows another does to it: of an "annullamento", "annulla".
std::string_view evento_di(std::string_view tipo_di_atto);
// What can happen in a state, in the order of the table.
std::vector<std::string_view> eventi(std::string_view oggetto, std::string_view stato);
// Every state of the kind, in the order in which the table first names it.
std::vector<std::string_view> stati(std::string_view oggetto);
// The office has still to decide.
bool in_lavorazione(std::string_view stato_domanda);

}  // namespace omnia::workflow
