// The record of every change: append-only, each row chained to the one before by its digest (D.P.R. 445/2000; Garante
// 27/11/2008: complete, unalterable, verifiable). Functions run inside the write() or read() of the caller.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/chain.hpp"

namespace omnia::store {

struct Modifica {
  std::string quando;  // instant with offset
  std::string chi;     // identita.id, or "sistema"
  std::string ruolo;
  std::string per_conto;  // codice fiscale of the company or matricola for whom; empty: in own name
  std::string azione;     // "domanda.inviata"
  std::string oggetto;    // "domanda:<id>"
  std::string motivo;
  std::string dettaglio = "{}";  // JSON: what the object is now, with the digests that verify() compares
};
void append_modifica(Connection& db, const Modifica& modifica);

struct ModificaScritta {
  std::int64_t numero = 0;
  Modifica modifica;
};
// Of one object, oldest first.
std::vector<ModificaScritta> list_modifiche(Connection& db, std::string_view oggetto);

// 2026-11-24T06:41:12Z: when there is no clock of the office at hand.
std::string utc_now();

const Catena& catena_modifiche();

}  // namespace omnia::store
