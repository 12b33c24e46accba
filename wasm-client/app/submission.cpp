// Sending: warnings accepted, one attempt with one key until the receipt, what the office answered.
#include "wasm-client/app/submission.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/wire/wire.hpp"
#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/documents.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/editing.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

Effects accept(Model& model, const std::string& code, const std::string& text, bool) {
  if (!model.scrivania) return {};
  auto& accepted = model.scrivania->bozza.accettati;
  if (text.empty()) {
    accepted.erase(code);
  } else {
    accepted.insert(code);
  }
  return store_desk(model);
}

Effects accept_all(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  for (const rules::Alert* alert : warnings(*model.scrivania)) model.scrivania->bozza.accettati.insert(alert->codice);
  return store_desk(model);
}

Effects first_error(Model& model) {
  for (const rules::Alert& alert : model.scrivania->esame.alerts) {
    if (alert.gravita == norms::Gravita::errore) return {FocusNode{"riepilogo.avviso:" + alert.codice + ":" + alert.campo}};
  }
  return {};
}

Http request(const Scrivania& desk) {
  Http http;
  http.tag = "invio:" + desk.bozza.draft.id;
  http.metodo = "POST";
  http.percorso = "/api/v1/domande";
  http.corpo = R"({"avvisi_accettati":)" + nlohmann::json(desk.bozza.accettati).dump() + R"(,"bozza":)" +
               wire::write(desk.bozza.draft) + "}";
  http.chiave_idempotenza = desk.bozza.chiave;
  http.allegati = attached(desk.bozza.draft);
  return http;
}

Effects send(Model& model, const std::string&) {
  if (!model.scrivania || model.scrivania->invio.in_corso) return {};
  Scrivania& desk = *model.scrivania;
  desk.bozza.invio_tentato = true;
  desk.rifiuto.clear();
  examine(model);
  if (!desk.registro || !desk.esame.inviabile) {
    desk.invio = {false, t("invio.errori_da_correggere")};
    Effects effects = store_desk(model);
    append(effects, first_error(model));
    return effects;
  }
  if (!pending_warnings(desk).empty()) {
    desk.invio = {false, t("invio.avvisi_da_accettare")};
    Effects effects = store_desk(model);
    effects.push_back(FocusNode{"accetta:" + pending_warnings(desk).front()});
    return effects;
  }
  if (desk.bozza.chiave.empty()) desk.bozza.chiave = new_id(model);
  desk.invio = {true, {}};
  Effects effects = store_desk(model);
  effects.push_back(request(desk));
  return effects;
}

Effects sent(Model& model, const std::string& id, Ricevuta receipt) {
  model.ricevuta = std::move(receipt);
  model.schermata = Screen::ricevuta;
  if (model.scrivania && model.scrivania->bozza.draft.id == id) model.scrivania.reset();
  Effects effects = discard(model, id);
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

// The office reviews on its own registry: its alerts are shown as they are, and its registry is asked for again.
Effects refused(Scrivania& desk, const HttpAnswer& answer) {
  desk.rifiuto = read_refusal(answer.corpo);
  desk.invio = {false, desk.rifiuto.empty() ? failure_text(answer) : t("invio.rifiutata")};
  if (!desk.bozza.draft.azienda.matricola) return {};
  return {ask_registry(desk.bozza.draft.azienda.matricola->str())};
}

Effects send_answer(Model& model, const std::string& id, const HttpAnswer& answer) {
  if (answer.stato == 201 || answer.stato == 200) {
    if (auto receipt = read_receipt(answer.corpo)) return sent(model, id, std::move(*receipt));
  }
  if (!model.scrivania || model.scrivania->bozza.draft.id != id) return {};
  Scrivania& desk = *model.scrivania;
  if (answer.stato == 422) return refused(desk, answer);
  if (answer.stato == 410 && problem_code(answer.corpo) == "allegato.perso") {
    desk.invio = {false, t("documento.perso", {{"nome", problem_field(answer.corpo)}})};
    return {};
  }
  const bool already_filed = answer.stato == 409 && problem_code(answer.corpo) == "idempotenza.corpo_diverso";
  desk.invio = {false, already_filed ? t("invio.gia_inviata") : failure_text(answer)};
  return {};
}

std::string receipt_text(const Ricevuta& receipt) {
  const DomandaRow& row = receipt.riga;
  std::string out = t("ricevuta.file", {{"protocollo", row.protocollo},
                                        {"data", row.data_invio.italiano()},
                                        {"denominazione", row.denominazione},
                                        {"matricola", row.matricola},
                                        {"causale", row.nome_causale},
                                        {"dal", row.dal.italiano()},
                                        {"al", row.al.italiano()},
                                        {"decisione", row.ultimo_giorno_decisione.italiano()},
                                        {"impronta", receipt.impronta}});
  for (const std::string& step : receipt.prossimi_passi) out += "- " + step + "\n";
  return out;
}

std::string ics_day(domain::Date day) {
  std::string out = day.iso();
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return out;
}

// RFC 5545: one all-day event, the last day for the decision.
std::string calendar(const Ricevuta& receipt) {
  const DomandaRow& row = receipt.riga;
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//OMNIA IS aperta//IT\r\nBEGIN:VEVENT\r\nUID:" + row.protocollo +
         "\r\nDTSTAMP:" + ics_day(row.data_invio) + "T000000Z\r\nDTSTART;VALUE=DATE:" + ics_day(row.ultimo_giorno_decisione) +
         "\r\nSUMMARY:" + t("home.scadenza.decisione", {{"protocollo", row.protocollo}}) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

Effects download_receipt(Model& model, const std::string&) {
  if (!model.ricevuta) return {};
  return {Download{"ricevuta-" + model.ricevuta->riga.id + ".txt", "text/plain;charset=utf-8", receipt_text(*model.ricevuta)}};
}

Effects download_calendar(Model& model, const std::string&) {
  if (!model.ricevuta) return {};
  return {Download{"scadenze-" + model.ricevuta->riga.id + ".ics", "text/calendar;charset=utf-8", calendar(*model.ricevuta)}};
}

}  // namespace

std::vector<const rules::Alert*> warnings(const Scrivania& desk) {
  std::vector<const rules::Alert*> out;
  for (const rules::Alert& alert : desk.esame.alerts) {
    if (alert.gravita != norms::Gravita::avviso) continue;
    const bool known =
        std::any_of(out.begin(), out.end(), [&alert](const rules::Alert* one) { return one->codice == alert.codice; });
    if (!known) out.push_back(&alert);
  }
  return out;
}

std::vector<std::string> pending_warnings(const Scrivania& desk) {
  std::vector<std::string> out;
  for (const rules::Alert* alert : warnings(desk)) {
    if (desk.bozza.accettati.count(alert->codice) == 0) out.push_back(alert->codice);
  }
  return out;
}

Subject submission_subject() {
  return {{{"invia", send},
           {"accetta_tutti", accept_all},
           {"ricevuta.testo", download_receipt},
           {"ricevuta.calendario", download_calendar}},
          {{"accetta", accept}},
          {{"invio", send_answer}}};
}

}  // namespace omnia::app
