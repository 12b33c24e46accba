#include "server/services/attivazioni.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/services/fields.hpp"
#include "server/services/istruttoria/istruttoria.hpp"
#include "server/services/refusal.hpp"
#include "server/store/audit_store.hpp"
#include "shared/domain/ascii.hpp"

namespace omnia::services {
namespace {

using nlohmann::json;
using store::RigaAttivazione;

constexpr std::array<std::string_view, 4> kPrestazioni{"CIGO", "FIS", "FONDI", "CISOA"};
constexpr int kGiorniAvviso = 30;  // a channel that closed longer ago is no news

std::string_view benefit_name(std::string_view prestazione) {
  if (prestazione == "FIS") return "assegno di integrazione salariale del FIS";
  if (prestazione == "FONDI") return "assegno di integrazione salariale dei Fondi";
  return prestazione;
}

std::string place(const std::string& sede) { return sede.empty() ? "in ogni Sede" : "nella Sede " + sede; }

bool by_default(std::string_view funzione, std::string_view prestazione) {
  return funzione == kCanalePrecedente || prestazione == "CIGO";
}

[[noreturn]] void refuse(const char* codice, const std::string& testo, const std::string& rimedio, const char* campo) {
  throw Refusal(Esito::non_accettabile, codice, testo, rimedio, campo);
}

RigaAttivazione checked(const NuovaAttivazione& nuova, const ChiCambia& chi) {
  if (nuova.funzione != kInvioDomanda && nuova.funzione != kCanalePrecedente)
    refuse("attivazione.funzione", "La funzione «" + nuova.funzione + "» non esiste.",
           "Scegli invio_domanda o procedura_precedente.", "funzione");
  if (std::find(kPrestazioni.begin(), kPrestazioni.end(), nuova.prestazione) == kPrestazioni.end())
    refuse("attivazione.prestazione", "La prestazione «" + nuova.prestazione + "» non esiste.",
           "Scegli CIGO, FIS, FONDI o CISOA.", "prestazione");
  if (!nuova.sede.empty() && (nuova.sede.size() != 4 || !domain::ascii::all_digits(nuova.sede)))
    refuse("attivazione.sede", "La Sede «" + nuova.sede + "» non è un codice di quattro cifre.",
           "Correggila, o lasciala vuota per ogni Sede.", "sede");
  const auto dal = domain::Date::parse(nuova.dal);
  if (!dal.ok()) refuse("attivazione.dal", dal.reason().testo, "Scrivi il giorno da cui vale, come 2026-12-01.", "dal");
  if (nuova.funzione == kInvioDomanda && nuova.attiva && nuova.prestazione != "CIGO")
    refuse("attivazione.modulo_assente",
           fmt::format("Questa versione non ha il modulo di domanda per: {}.", benefit_name(nuova.prestazione)),
           "Attiva l’invio quando il modulo ci sarà.", "prestazione");
  const bool blank = nuova.motivo.find_first_not_of(" \t\r\n") == std::string::npos;
  if (blank || nuova.motivo.size() > 500)
    refuse("attivazione.motivo", "Manca il motivo del cambio, oppure supera i 500 caratteri.",
           "Scrivi il messaggio o la disposizione che lo vuole.", "motivo");
  return {0,      nuova.funzione, nuova.sede, nuova.prestazione, dal.value(), nuova.attiva, nuova.motivo,
          chi.id, chi.ruolo,      chi.quando};
}

json row_json(const RigaAttivazione& row, bool in_force) {
  return {{"numero", row.numero}, {"funzione", row.funzione}, {"sede", row.sede},      {"prestazione", row.prestazione},
          {"dal", row.dal.iso()}, {"attiva", row.attiva},     {"in_vigore", in_force}, {"testo", attivazione_text(row)},
          {"motivo", row.motivo}, {"chi", row.chi},           {"ruolo", row.ruolo},    {"quando", row.quando}};
}

std::string notice_text(const RigaAttivazione& row, domain::Date oggi) {
  const std::string where = row.sede.empty() ? "" : " della Sede " + row.sede;
  if (row.dal > oggi) {
    return fmt::format("Dal {} le domande di {}{} si presentano solo con OMNIA IS: la procedura precedente chiude ({}).",
                       row.dal.italiano(), benefit_name(row.prestazione), where, row.motivo);
  }
  return fmt::format("Dal {} la procedura precedente per le domande di {}{} è chiusa: presentale qui ({}).", row.dal.italiano(),
                     benefit_name(row.prestazione), where, row.motivo);
}

// The next closing, or the one just past: a row that a later decision contradicts says nothing.
bool is_news(store::Connection& db, const RigaAttivazione& row, domain::Date oggi) {
  if (row.funzione != kCanalePrecedente || row.attiva || row.dal + kGiorniAvviso < oggi) return false;
  const auto then = store::find_attivazione(db, row.funzione, row.sede, row.prestazione, std::max(row.dal, oggi));
  return then && then->numero == row.numero;
}

json notices(store::Connection& db, const identity::Identita& chi, domain::Date oggi) {
  json out = json::array();
  for (const auto& row : store::list_attivazioni(db)) {
    const bool concerns = row.sede.empty() || chi.sede.empty() || row.sede == chi.sede;
    if (concerns && is_news(db, row, oggi)) {
      out.push_back({{"codice", row.dal > oggi ? "procedura_precedente.chiude" : "procedura_precedente.chiusa"},
                     {"testo", notice_text(row, oggi)},
                     {"dal", row.dal.iso()},
                     {"prestazione", row.prestazione},
                     {"sede", row.sede}});
    }
  }
  return out;
}

}  // namespace

bool is_attiva(store::Connection& db, std::string_view funzione, std::string_view sede, std::string_view prestazione,
               domain::Date giorno) {
  const auto row = store::find_attivazione(db, funzione, sede, prestazione, giorno);
  return row ? row->attiva : by_default(funzione, prestazione);
}

std::optional<domain::Date> chiusura_procedura_precedente(store::Connection& db, std::string_view sede,
                                                          std::string_view prestazione, domain::Date giorno) {
  const auto row = store::find_attivazione(db, kCanalePrecedente, sede, prestazione, giorno);
  return row && !row->attiva ? std::optional<domain::Date>(row->dal) : std::nullopt;
}

std::string_view prestazione_di(std::string_view codice) {
  for (const std::string_view known : {std::string_view("CIGO"), std::string_view("FIS"), std::string_view("CISOA")}) {
    if (codice.substr(0, known.size()) == known) return known;
  }
  return !codice.empty() && codice.front() == 'F' ? std::string_view("FONDI") : std::string_view();
}

std::string nota_invio(store::Connection& db, std::string_view sede, std::string_view prestazione, domain::Date giorno) {
  if (prestazione.empty() || is_attiva(db, kInvioDomanda, sede, prestazione, giorno)) return {};
  const bool old_open = is_attiva(db, kCanalePrecedente, sede, prestazione, giorno);
  return fmt::format("La domanda di {} per la Sede {} non si presenta ancora da qui{}", benefit_name(prestazione), sede,
                     old_open ? ": usa la procedura precedente." : ".");
}

void require_invio(store::Connection& db, std::string_view sede, std::string_view prestazione, domain::Date giorno) {
  const std::string note = nota_invio(db, sede, prestazione, giorno);
  if (note.empty()) return;
  throw Refusal(Esito::non_accettabile, "prestazione.non_attiva", note, "La bozza resta nel browser.", "prestazione");
}

void set_attivazione(store::Connection& db, const NuovaAttivazione& nuova, const ChiCambia& chi) {
  const RigaAttivazione row = checked(nuova, chi);
  const std::int64_t number = store::insert_attivazione(db, row);
  const json detail = {{"funzione", row.funzione},
                       {"sede", row.sede},
                       {"prestazione", row.prestazione},
                       {"dal", row.dal.iso()},
                       {"attiva", row.attiva}};
  store::append_modifica(db, {chi.quando, chi.id, chi.ruolo, "", "attivazione.cambiata", "attivazione:" + std::to_string(number),
                              row.motivo, detail.dump(-1, ' ', false, json::error_handler_t::replace)});
}

std::string attivazione_text(const RigaAttivazione& row) {
  const std::string what =
      row.funzione == kInvioDomanda
          ? fmt::format("l’invio delle domande di {} è {}", benefit_name(row.prestazione), row.attiva ? "attivo" : "sospeso")
          : fmt::format("la procedura precedente per {} è {}", benefit_name(row.prestazione), row.attiva ? "aperta" : "chiusa");
  return "Dal " + row.dal.italiano() + " " + what + " " + place(row.sede) + ".";
}

std::string list_attivazioni(Office& office) {
  const domain::Date oggi = office.clock.oggi();
  return office.db.read([&](store::Connection& db) {
    json rows = json::array();
    for (const auto& row : store::list_attivazioni(db)) {
      const auto now = store::find_attivazione(db, row.funzione, row.sede, row.prestazione, oggi);
      rows.push_back(row_json(row, now && now->numero == row.numero));
    }
    json defaults = json::array();
    for (const char* function : {kInvioDomanda, kCanalePrecedente}) {
      for (const auto benefit : kPrestazioni)
        defaults.push_back({{"funzione", function}, {"prestazione", benefit}, {"attiva", by_default(function, benefit)}});
    }
    return json{{"righe", std::move(rows)}, {"predefinite", std::move(defaults)}}.dump();
  });
}

std::string change_attivazione(Office& office, const identity::Identita& chi, const json& corpo) {
  Fields::only(corpo, {"funzione", "sede", "prestazione", "dal", "attiva", "motivo"});
  NuovaAttivazione wanted;
  wanted.funzione = required_text(corpo, "funzione", 40);
  wanted.sede = optional_text(corpo, "sede", 10);
  wanted.prestazione = required_text(corpo, "prestazione", 20);
  wanted.dal = required_text(corpo, "dal", 20);
  wanted.motivo = required_text(corpo, "motivo", 500);
  const auto on = corpo.find("attiva");
  if (on == corpo.end() || !on->is_boolean())
    refuse("json.campo", "Manca se la funzione è attiva.", "Scrivi true o false.", "attiva");
  wanted.attiva = on->get<bool>();
  const ChiCambia who{chi.id, std::string(identity::nome(chi.ruolo)), office.clock.roma().iso()};
  office.db.write([&](store::Connection& db) { set_attivazione(db, wanted, who); });
  return list_attivazioni(office);
}

std::string read_servizio(Office& office, const identity::Identita& chi) {
  const json documents =
      json::array({{{"titolo", "Manuale d’uso"}, {"percorso", "/api/v1/documenti/manuale.pdf"}, {"tipo", "application/pdf"}}});
  return office.db.read([&](store::Connection& db) {
    return json{{"avvisi", notices(db, chi, office.clock.oggi())}, {"documenti", documents}}.dump();
  });
}

}  // namespace omnia::services
