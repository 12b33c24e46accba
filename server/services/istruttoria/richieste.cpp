#include "server/services/istruttoria/richieste.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/identity/secrets.hpp"
#include "server/services/fields.hpp"
#include "server/services/istruttoria/istruttoria.hpp"
#include "server/services/istruttoria/lettera.hpp"
#include "server/services/protocollo.hpp"
#include "server/services/refusal.hpp"
#include "server/services/segnatura.hpp"
#include "server/store/fascicoli_check.hpp"
#include "shared/domain/ascii.hpp"
#include "shared/rules/deadlines/terms.hpp"
#include "shared/workflow/workflow.hpp"

namespace omnia::services {
namespace {

using identity::Identita;
using nlohmann::json;
using store::RichiestaIntegrazione;

constexpr std::size_t kMaxElements = 20;

[[noreturn]] void refuse(const char* codice, const char* testo, const char* rimedio, const char* campo) {
  throw Refusal(Esito::non_accettabile, codice, testo, rimedio, campo);
}

json read_elements(const json& corpo) {
  json out = json::array();
  const auto found = corpo.is_object() ? corpo.find("elementi") : corpo.end();
  const bool list =
      corpo.is_object() && found != corpo.end() && found->is_array() && !found->empty() && found->size() <= kMaxElements;
  if (!list) refuse("richiesta.elementi", "La richiesta non dice che cosa manca.", "Elenca da 1 a 20 elementi.", "elementi");
  for (const auto& one : *found) out.push_back(required_text({{"elementi", one}}, "elementi", 500));
  return out;
}

RichiestaIntegrazione find_request(store::Connection& db, std::string_view id, std::string_view n) {
  const std::int64_t wanted = domain::ascii::to_int(n).value_or(0);
  for (auto& one : store::list_richieste(db, id)) {
    if (one.n == wanted) return std::move(one);
  }
  throw Refusal(Esito::non_trovata, "richiesta.non_trovata", "La domanda non ha questa richiesta.", "Ricarica la domanda.");
}

void move(RichiestaIntegrazione& request, std::string_view event) {
  const auto next = workflow::next("richiesta", request.stato, event);
  if (!next) {
    throw Refusal(Esito::in_conflitto, "richiesta.stato",
                  "La richiesta è nello stato «" + request.stato + "»: questo passo non è possibile.", "Ricarica la domanda.");
  }
  request.stato = *next;
}

void deliver(Office& office, store::Connection& db, std::string_view id, RichiestaIntegrazione& request, domain::Date day,
             const std::string& proof) {
  move(request, "consegna");
  request.consegnata_il = day.iso();
  request.prova_consegna = proof;
  request.scadenza = rules::deadlines::inquiry(day, office.clock.oggi(), *office.norme).data.iso();
  store::update_richiesta(db, id, request);
}

json detail_of(const RichiestaIntegrazione& request) {
  json out = {{"richiesta", request.n},
              {"protocollo", request.protocollo},
              {"stato_richiesta", request.stato},
              {"impronta", store::impronta(request)}};
  if (!request.documento.empty()) out["documento"] = request.documento;
  return out;
}

// Protocol and PDF, which is in the archive.
void register_request(Office& office, store::Connection& db, const Identita& chi, const store::RigaDomanda& riga,
                      RichiestaIntegrazione& request) {
  const RomeTime now = office.clock.roma();
  require_clock(db, riga.sede, now.giorno, "la richiesta");
  request.inviata_il = now.giorno.iso();
  request.protocollo = store::registra_protocollo(db, riga.sede, now.giorno, now.iso(),
                                                  "Richiesta di integrazione per la domanda " + riga.protocollo,
                                                  identity::sha256_hex(request.elementi + request.testo));
  store::AllegatoDaSalvare pdf;
  pdf.contenuto = documents::write_pdf(lettera_documento(riga, request, full_name(chi), *office.norme, now.iso()));
  pdf.impronta = identity::sha256_hex(pdf.contenuto);
  store::put_contenuto(db, pdf);
  request.documento = pdf.impronta;
}

// The last day for the decision moves when the request that stops the clock is delivered or answered.
void refresh_term(Office& office, store::Connection& db, std::string_view id) {
  const Fascicolo f = open_fascicolo(office, db, id);
  store::set_ultimo_giorno(db, id, decision_term(f, *office.norme, office.clock.oggi()).data);
}

domain::Date past_day(Office& office, const json& corpo, const std::string& not_before) {
  const domain::Date day = required_day(corpo, "data");
  if (day > office.clock.oggi()) refuse("richiesta.data", "La data è nel futuro.", "Scrivi il giorno in cui è avvenuto.", "data");
  if (day.iso() < not_before)
    refuse("richiesta.data", "La data precede l’invio della richiesta.", "Controlla il giorno.", "data");
  return day;
}

}  // namespace

bool is_unanswered(const RichiestaIntegrazione& one, domain::Date oggi) {
  return (one.stato == "consegnata" || one.stato == "chiusa") && !one.scadenza.empty() && one.scadenza < oggi.iso();
}

std::string unanswered_text(const std::vector<RichiestaIntegrazione>& richieste, domain::Date oggi) {
  std::string text;
  for (const auto& one : richieste) {
    if (!is_unanswered(one, oggi)) continue;
    text += (text.empty() ? "" : " ") +
            fmt::format("Alla richiesta di integrazione {}, consegnata il {} con termine il {}, non è pervenuta risposta.",
                        one.protocollo, italian_day(one.consegnata_il), italian_day(one.scadenza));
  }
  return text;
}

json richieste_json(const Office& office, store::Connection& db, const std::vector<RichiestaIntegrazione>& richieste) {
  const domain::Date oggi = office.clock.oggi();
  json out = json::array();
  for (const auto& one : richieste) {
    out.push_back({{"n", one.n},
                   {"stato", one.stato},
                   {"protocollo", one.protocollo},
                   {"elementi", json::parse(one.elementi)},
                   {"testo", one.testo},
                   {"canale", one.canale},
                   {"sospende", one.sospende},
                   {"inviata_il", one.inviata_il},
                   {"consegnata_il", one.consegnata_il},
                   {"scadenza", one.scadenza},
                   {"scaduta", is_unanswered(one, oggi)},
                   {"risposta_il", one.risposta_il},
                   {"risposta", one.risposta},
                   {"documento", one.documento},
                   {"segnatura", !one.documento.empty() && gives_segnatura(office, db, one.protocollo)}});
  }
  return out;
}

std::string send_request(Office& office, const Identita& chi, std::string_view id, const json& corpo) {
  Fields::only(corpo, {"elementi", "testo", "canale", "sospende"});
  RichiestaIntegrazione request;
  request.stato = "inviata";
  request.elementi = read_elements(corpo).dump();
  request.testo = optional_text(corpo, "testo");
  request.canale = required_text(corpo, "canale", 20);
  constexpr std::array<std::string_view, 4> kChannels{"cassetto", "pec", "raccomandata", "email"};
  if (std::find(kChannels.begin(), kChannels.end(), request.canale) == kChannels.end())
    refuse("richiesta.canale", "Il canale scelto non esiste.", "Scegli tra cassetto, PEC, raccomandata, e-mail.", "canale");
  const json stops = corpo.value("sospende", json(false));
  if (!stops.is_boolean()) refuse("json.campo", "Il campo «sospende» non è un sì o un no.", "Scrivi true o false.", "sospende");
  request.sospende = stops.get<bool>();
  // Its delivery is never proved, so that the term would never stop, and the one suspension of the law would be spent.
  if (request.sospende && request.canale == "email") {
    refuse("richiesta.sospensione", "La posta elettronica non prova la consegna: la richiesta non può sospendere il termine.",
           "Scegli PEC, raccomandata o cassetto, oppure togli la sospensione.", "sospende");
  }
  request.inviata_da = chi.id;
  office.db.write([&](store::Connection& db) {
    const auto riga = store::find_riga(db, id).value();
    require_in_charge(chi, riga);
    for (const auto& one : store::list_richieste(db, id)) {
      if (request.sospende && one.sospende)
        refuse("richiesta.sospensione", "Il termine della decisione è già stato sospeso una volta.",
               "Invia la richiesta senza sospensione.", "sospende");
    }
    register_request(office, db, chi, riga, request);
    request.n = store::insert_richiesta(db, id, request);
    seal_request(office, db, riga, request);
    take_step(office, db, chi, riga, {"chiedi_integrazione", "richiesta.inviata", "", detail_of(request)});
  });
  return read_istruttoria(office, chi, id);
}

std::string record_delivery(Office& office, const Identita& chi, std::string_view id, std::string_view n, const json& corpo) {
  Fields::only(corpo, {"data", "prova"});
  const std::string proof = required_text(corpo, "prova", 500);
  office.db.write([&](store::Connection& db) {
    const auto riga = store::find_riga(db, id).value();
    require_in_charge(chi, riga);
    auto request = find_request(db, id, n);
    if (request.canale == "email")
      refuse("richiesta.canale", "La posta elettronica non prova la consegna: il termine non parte.",
             "Invia la richiesta per PEC, raccomandata o cassetto.", "data");
    const domain::Date day = past_day(office, corpo, request.inviata_il);
    deliver(office, db, id, request, day, proof);
    take_step(office, db, chi, riga, {"", "richiesta.consegnata", proof, detail_of(request)});
    refresh_term(office, db, id);
  });
  return read_istruttoria(office, chi, id);
}

std::string record_answer(Office& office, const Identita& chi, std::string_view id, std::string_view n, const json& corpo) {
  Fields::only(corpo, {"data", "testo"});
  const std::string answer = required_text(corpo, "testo");
  office.db.write([&](store::Connection& db) {
    const auto riga = store::find_riga(db, id).value();
    require_in_charge(chi, riga);
    auto request = find_request(db, id, n);
    const domain::Date day = past_day(office, corpo, request.inviata_il);
    // Of an e-mail only its answer proves that it came.
    if (request.canale == "email" && request.stato == "inviata")
      deliver(office, db, id, request, day, "Risposta del " + italian_day(day.iso()));
    move(request, "rispondi");
    request.risposta_il = day.iso();
    request.risposta = answer;
    store::update_richiesta(db, id, request);
    bool waiting = false;
    for (const auto& one : store::list_richieste(db, id))
      waiting = waiting || one.stato == "inviata" || one.stato == "consegnata";
    // With another request still open the domanda goes on waiting.
    const bool back = riga.stato == "in_attesa" && !waiting;
    take_step(office, db, chi, riga, {back ? "ricevi_integrazione" : "", "richiesta.risposta", "", detail_of(request)});
    refresh_term(office, db, id);
  });
  return read_istruttoria(office, chi, id);
}

RichiestaIntegrazione find_written_request(Office& office, std::string_view id, std::string_view n) {
  auto found = office.db.read([&](store::Connection& db) { return find_request(db, id, n); });
  if (!found.documento.empty()) return found;
  throw Refusal(Esito::non_trovata, "richiesta.senza_documento",
                "La richiesta è stata registrata quando il servizio non ne faceva il documento.",
                "Gli elementi chiesti sono nella pagina della domanda.");
}

store::AllegatoIntero read_request(Office& office, std::string_view id, std::string_view n) {
  const auto request = find_written_request(office, id, n);
  return {file_name("richiesta", request.protocollo, ".pdf"), "application/pdf",
          office.db.read([&](store::Connection& db) { return store::find_contenuto(db, request.documento); })};
}

}  // namespace omnia::services
