// What the office answers in these tests: the same JSON that the API documents.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "shared/wire/wire.hpp"
#include "tests/unit/client/driver.hpp"
#include "tests/unit/core/review/base.hpp"

namespace omnia::test {

inline std::string session_json(const std::string& ruolo = "datore", const std::string& id = "anna") {
  return nlohmann::json({{"identita",
                          {{"id", id},
                           {"nome", "Anna"},
                           {"cognome", "Prova"},
                           {"codice_fiscale", codice_fiscale(901)},
                           {"ruolo", ruolo},
                           {"sede", "7000"},
                           {"denominazione", ruolo == "datore" ? "Officine di Prova S.r.l." : ""}}},
                         {"csrf", "gettone"},
                         {"oggi", "2026-11-24"},
                         {"scade", "2026-11-24T20:00:00+01:00"}})
      .dump();
}

inline std::string matricole_json(bool suggerita = true) {
  nlohmann::json row = {
      {"matricola", matricola()},
      {"codice_fiscale", codice_fiscale_azienda()},
      {"denominazione", "Officine di Prova S.r.l."},
      {"csc", "10705"},
      {"sede", "7000"},
      {"comune", "Roma"},
      {"stato", "attiva"},
      {"lavoratori", 20},
      {"primaria", suggerita ? "CIGO_IND" : "FIS"},
      {"nome_primaria", suggerita ? "Cassa integrazione ordinaria, industria" : "Assegno di integrazione salariale, FIS"},
      {"cigo_suggerita", suggerita},
      {"motivo", suggerita ? "" : "R01"},
      {"testo", suggerita ? "" : "L’inquadramento è nel terziario."}};
  return nlohmann::json({{"righe", {row}}, {"cursore", ""}}).dump();
}

inline nlohmann::json domanda_row_json() {
  return {{"id", "1"},
          {"protocollo", "INPS.7000.24/11/2026.0000001"},
          {"data_invio", "2026-11-24T18:58:03+01:00"},
          {"matricola", matricola()},
          {"denominazione", "Officine di Prova S.r.l."},
          {"unita_produttiva", 1},
          {"causale", "MANC_LAVORO"},
          {"nome_causale", "Mancanza di lavoro o di commesse"},
          {"dal", "2026-11-16"},
          {"al", "2026-11-29"},
          {"settimane", 2},
          {"lavoratori", 20},
          {"stato", "protocollata"},
          {"sede", "7000"},
          {"avvisi", 1},
          {"forzata", false},
          {"ultimo_giorno_decisione", "2027-01-08"}};
}

inline std::string receipt_json() {
  nlohmann::json receipt = domanda_row_json();
  receipt["prossimi_passi"] = {"Conserva il numero di protocollo."};
  receipt["impronta"] = "abc";
  return nlohmann::json({{"ricevuta", receipt}}).dump();
}

inline std::string no_domande_json() { return R"({"righe":[],"cursore":"","totale":0})"; }

// Logged in, on the home screen, with no domanda filed.
inline void log_in(Driver& d, const std::string& ruolo = "datore") {
  d.start();
  d.answer("sessione", 200, session_json(ruolo));
  if (d.asked("domande")) d.answer("domande", 200, no_domande_json());
}

// On a new draft for the position of the registry.
inline void open_new(Driver& d, const domain::Registry& registry = clean_registry()) {
  log_in(d);
  d.click("Nuova domanda");
  d.answer("matricole", 200, matricole_json());
  d.click("Inizia la domanda per Officine di Prova S.r.l. (" + matricola() + ")");
  d.answer("registro:", 200, wire::write(registry));
}

// Fills whatever is needed so that the domanda may be sent; starts in the section azienda.
inline void fill_all(Driver& d) {
  d.fill("Cognome del legale rappresentante", "Prova");
  d.fill("Nome del legale rappresentante", "Legale");
  d.fill("Codice fiscale del legale rappresentante", codice_fiscale(900));
  d.click("Continua");
  d.check("Confermo che l’unità produttiva ha i requisiti");
  d.click("Continua");
  d.select("Causale", "Mancanza di lavoro o di commesse");
  d.click("Continua");
  d.fill("Primo giorno di sospensione o riduzione", "16/11/2026");
  d.fill("Domenica dell’ultima settimana", "29/11/2026");
  d.fill("Lavoratori, settimana del 16/11/2026", "20");
  d.fill("Di cui a zero ore, settimana del 16/11/2026", "0");
  d.fill("Ore chieste, settimana del 16/11/2026", "320");
  d.click("Copia dalla prima settimana");
  d.click("Continua");
  d.click("Scegli tutti i 20 dell’elenco");
  d.click("Continua");
  d.fill("Perché il lavoro si ferma o si riduce", clean_report().cause);
  d.fill("Perché non dipende dall’azienda o dai lavoratori", clean_report().non_imputabilita);
  d.fill("Quando e perché il lavoro riprenderà", clean_report().ripresa);
  d.check("Rendo la relazione come dichiarazione sostitutiva");
  d.click("Continua");
  for (const char* year : {"2024", "2025"}) {
    const bool before = std::string(year) == "2024";
    d.fill("Fatturato, " + std::string(year), before ? "1.000.000" : "800.000");
    d.fill("Numero di ordini, " + std::string(year), before ? "120" : "90");
  }
  d.click("Continua");
  d.fill("Data della comunicazione ai sindacati", "02/11/2026");
  d.check("Confermo di avere adempiuto agli obblighi di informazione e consultazione sindacale");
  d.click("Continua");
  d.click("Continua");
  d.fill("Ticket UniEmens", "A1B2C3D4E5F6G7H8");
}

}  // namespace omnia::test
