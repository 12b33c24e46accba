// Feature flags by Struttura, benefit and date: what can be filed here, and until when the old procedures take domande too. Every
// row says who set it, when and why; what no row decides has a default.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/services/office.hpp"
#include "server/store/attivazioni_store.hpp"

namespace omnia::services {

inline constexpr const char* kInvioDomanda = "invio_domanda";
inline constexpr const char* kCanalePrecedente = "procedura_precedente";

// By the rows in force on the day, or by default: CIGO is filed here, the other benefits are not yet; the old channels are open.
bool is_attiva(store::Connection& db, std::string_view funzione, std::string_view sede, std::string_view prestazione,
               domain::Date giorno);
// The day on which the old procedure closed, when it is closed on `giorno`.
std::optional<domain::Date> chiusura_procedura_precedente(store::Connection& db, std::string_view sede,
                                                          std::string_view prestazione, domain::Date giorno);

// The benefit of the table above that a code of the routing table belongs to: "CIGO", "FIS", "FONDI", "CISOA"; or empty.
std::string_view prestazione_di(std::string_view codice);
// Why the benefit cannot be filed here; empty when it can.
std::string nota_invio(store::Connection& db, std::string_view sede, std::string_view prestazione, domain::Date giorno);
// Refuses what is not switched on.
void require_invio(store::Connection& db, std::string_view sede, std::string_view prestazione, domain::Date giorno);

// A change as asked: checked, written, recorded. Throws Refusal.
struct NuovaAttivazione {
  std::string funzione, sede, prestazione, dal, motivo;
  bool attiva = false;
};
struct ChiCambia {
  std::string id, ruolo, quando;
};
void set_attivazione(store::Connection& db, const NuovaAttivazione& nuova, const ChiCambia& chi);
std::string list_attivazioni(Office& office);
std::string change_attivazione(Office& office, const identity::Identita& chi, const nlohmann::json& corpo);
// A row in words: "Dal 01/12/2026: l’invio di domande CIGO è attivo in ogni Sede."
std::string attivazione_text(const store::RigaAttivazione& riga);

// What every person who enters is told: closing of the old procedures, and the documents to read.
std::string read_servizio(Office& office, const identity::Identita& chi);

}  // namespace omnia::services
