// The log of consultations of personal data and of logins: who, as whom, what, when, why, from where. Chained.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/chain.hpp"
#include "server/store/db.hpp"
#include "server/store/powers_store.hpp"

namespace omnia::store {

struct Accesso {
  std::string quando;   // instant with offset
  std::string chi;      // identita.id
  std::string persona;  // codice fiscale
  std::string ruolo;
  std::string per_conto;  // codice fiscale of the company, matricola delegated, or Sede
  std::string azione;     // of the table of powers, or "accesso"
  std::string oggetto;    // path of what was read; text of a search
  std::string matricola;  // that the object speaks of; empty: several or none
  std::string motivo;     // the relation that gave the power
  std::string indirizzo;
};
void append_accesso(Connection& db, const Accesso& accesso);
const Catena& catena_accessi();

struct AccessoScritto {
  std::int64_t numero = 0;
  Accesso accesso;
  std::string denominazione;  // of the matricola, as the registry says it today
};
struct FiltroAccessi {
  std::optional<Ambito> ambito;  // only of positions in it
  domain::Date oggi;             // of the ambito
  std::string persona, matricola, chi, dal, al;
  std::optional<std::int64_t> prima_di;  // exclusive
  int limite = 25;
};
// Newest first; one more than the limit says that there are others.
std::vector<AccessoScritto> list_accessi(Connection& db, const FiltroAccessi& filtro);

std::int64_t count_accessi(Connection& db, domain::Date prima_del);
// Those of days before `giorno` are forgotten.
void forget_accessi(Connection& db, domain::Date giorno);

}  // namespace omnia::store
