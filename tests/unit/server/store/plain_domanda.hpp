// A domanda of the office as the tests of the store file it: without attachments, record or seal.
#pragma once
#include <string>

#include "server/store/office_store.hpp"
#include "shared/norms/sha256.hpp"

namespace omnia::tests {

// Two weeks of the company 4977777750, registered at the Sede 4900 on `day`; not inserted yet.
inline store::DomandaIntera plain_domanda(SQLite::Database& w, const std::string& id, domain::Date day) {
  store::DomandaIntera domanda;
  auto& riga = domanda.riga;
  riga.id = id;
  riga.matricola = "4977777750";
  riga.codice_fiscale = "77777771005";
  riga.sede = "4900";
  riga.stato = "protocollata";
  riga.dal = "2026-11-23";
  riga.al = "2026-12-06";
  riga.settimane = 2;
  riga.data_invio = day.iso();
  riga.ultimo_giorno_decisione = (day + 75).iso();
  riga.inviata_il = day.iso() + "T10:00:00+01:00";
  domanda.bozza = R"({"azienda":{"matricola":"4977777750"},"periodo":{"al":"2026-12-06","dal":"2026-11-23"}})";
  domanda.impronta = norms::sha256_hex(domanda.bozza);
  riga.protocollo = store::registra_protocollo(w, "4900", day, riga.inviata_il, "Domanda", domanda.impronta);
  return domanda;
}

}  // namespace omnia::tests
