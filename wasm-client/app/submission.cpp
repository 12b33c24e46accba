// Sending: warnings accepted, one attempt with one key until the receipt, what the office answered.
#include "wasm-client/app/submission.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/wire/wire.hpp"
#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/calendar.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/documents.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/filed.hpp"
#include "wasm-client/app/json_members.hpp"
#include "wasm-client/app/queue.hpp"
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
    accepted.emplace(code, t("riepilogo.motivo.proposto"));
  }
  return store_desk(model);
}

Effects type_reason(Model& model, const std::string& code, const std::string& text, bool) {
  if (!model.scrivania) return {};
  const auto found = model.scrivania->bozza.accettati.find(code);
  if (found == model.scrivania->bozza.accettati.end() || found->second == text) return {};
  found->second = text;
  return store_desk(model);
}

Effects accept_all(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  for (const rules::Alert* alert : warnings(*model.scrivania)) {
    model.scrivania->bozza.accettati.emplace(alert->codice, t("riepilogo.motivo.proposto"));
  }
  return store_desk(model);
}

Effects first_error(Model& model) {
  for (const rules::Alert& alert : model.scrivania->esame.alerts) {
    if (alert.gravita == norms::Gravita::errore) return {FocusNode{"riepilogo.avviso:" + alert.codice + ":" + alert.campo}};
  }
  return {};
}

}  // namespace

Http send_request(const Bozza& bozza) {
  Http http;
  http.tag = "invio:" + bozza.draft.id;
  http.metodo = "POST";
  http.percorso = "/api/v1/domande";
  auto accepted = nlohmann::json::array();
  for (const auto& [code, reason] : bozza.accettati) accepted.push_back({{"codice", code}, {"motivo", reason}});
  http.corpo = R"({"avvisi_accettati":)" + members::dump(accepted) + R"(,"bozza":)" + wire::write(bozza.draft) + "}";
  http.chiave_idempotenza = bozza.chiave;
  http.allegati = attached(bozza.draft);
  return http;
}

namespace {

Effects send(Model& model, const std::string&) {
  if (!model.scrivania || model.scrivania->invio.in_corso) return {};
  Scrivania& desk = *model.scrivania;
  desk.bozza.invio_tentato = true;
  desk.bozza.rifiuto.clear();
  examine(model);
  if (!desk.registro || !desk.esame.inviabile) {
    desk.invio = {false, t("invio.errori_da_correggere")};
    Effects effects = store_desk(model);
    append(effects, first_error(model));
    return effects;
  }
  if (!pending_warnings(desk).empty()) {
    const std::string first = pending_warnings(desk).front();
    const bool read = desk.bozza.accettati.count(first) > 0;
    desk.invio = {false, t(read ? "invio.motivo_mancante" : "invio.avvisi_da_accettare")};
    Effects effects = store_desk(model);
    effects.push_back(FocusNode{(read ? "motivo:" : "accetta:") + first});
    return effects;
  }
  // On facts that the office has not confirmed in this session it goes through the queue, which asks for them first.
  if (!model.online || desk.registro_locale || desk.bozza.coda == Coda::da_confermare) return enqueue_desk(model);
  desk.bozza.coda = Coda::fuori;
  desk.bozza.esito.clear();
  if (desk.bozza.chiave.empty()) desk.bozza.chiave = new_id(model);
  desk.invio = {true, {}};
  Effects effects = store_desk(model);
  effects.push_back(send_request(desk.bozza));
  return effects;
}

Effects sent(Model& model, const std::string& id, Ricevuta receipt) {
  model.in_uscita.erase(id);
  model.pausa_coda = 0;
  if (model.scrivania && model.scrivania->bozza.draft.id == id) {
    model.ricevuta = std::move(receipt);
    model.schermata = Screen::ricevuta;
    model.scrivania.reset();
    Effects effects = discard(model, id);
    effects.push_back(ReleaseDraft{});
    effects.push_back(FocusNode{"titolo"});
    return effects;
  }
  // It went by itself: the person is elsewhere, and is told without being moved.
  const Bozza* gone = find_draft(model, id);
  const std::string name = gone == nullptr ? receipt.riga.denominazione : draft_name(*gone);
  model.novita = t("coda.partita", {{"nome", name}, {"protocollo", receipt.riga.protocollo}});
  Effects effects = discard(model, id);
  if (model.schermata == Screen::home) append(effects, load_domande(model));
  return effects;
}

// The button that was pressed is gone while the answer comes, and the focus with it: to the first thing that the office says.
std::string place_of_refusal(const Bozza& bozza) {
  for (const OfficeAlert& alert : bozza.rifiuto) {
    if (alert.gravita != "informazione" && !alert.campo.empty()) return "rifiuto:" + alert.codice + ":" + alert.campo;
  }
  return bozza.rifiuto.empty() ? "invia" : "titolo";
}

Effects send_answer(Model& model, const std::string& id, const HttpAnswer& answer) {
  if (answer.stato == 201 || answer.stato == 200) {
    if (auto receipt = read_receipt(answer.corpo)) return sent(model, id, std::move(*receipt));
  }
  const bool on_desk = model.scrivania && model.scrivania->bozza.draft.id == id;
  if (on_desk) model.scrivania->invio = {};
  const bool later = answer.stato == 0 || answer.stato == 401 || answer.stato == 429 || answer.stato >= 500;
  if (later) return queue_after_failure(model, id);
  // The office reviews on its own facts: its alerts are shown as they are, and its facts are asked for again.
  std::vector<OfficeAlert> alerts = answer.stato == 422 ? read_refusal(answer.corpo) : std::vector<OfficeAlert>();
  const bool already_filed = answer.stato == 409 && problem_code(answer.corpo) == "idempotenza.corpo_diverso";
  const bool lost_file = answer.stato == 410 && problem_code(answer.corpo) == "allegato.perso";
  const std::string words = lost_file        ? t("documento.perso", {{"nome", problem_field(answer.corpo)}})
                            : already_filed  ? t("invio.gia_inviata")
                            : alerts.empty() ? failure_text(answer)
                                             : t("invio.rifiutata");
  Effects effects = refuse(model, id, words, std::move(alerts));
  const Bozza* bozza = find_draft(model, id);
  if (answer.stato == 422 && on_desk && bozza != nullptr && bozza->draft.azienda.matricola) {
    effects.push_back(ask_registry(bozza->draft.azienda.matricola->str()));
  }
  if (on_desk && bozza != nullptr && bozza->sezione == "invio") effects.push_back(FocusNode{place_of_refusal(*bozza)});
  return effects;
}

Effects download_calendar(Model& model, const std::string&) {
  if (!model.ricevuta) return {};
  return {
      Download{"scadenze-" + model.ricevuta->riga.id + ".ics", kCalendarType, calendar(terms_of(*model.ricevuta), model.oggi)}};
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
    const auto found = desk.bozza.accettati.find(alert->codice);
    const bool reasoned = found != desk.bozza.accettati.end() && found->second.find_first_not_of(" \t\r\n") != std::string::npos;
    if (!reasoned) out.push_back(alert->codice);
  }
  return out;
}

Subject submission_subject() {
  return {{{"invia", send}, {"accetta_tutti", accept_all}, {"ricevuta.calendario", download_calendar}},
          {{"accetta", accept}, {"motivo", type_reason}},
          {{"invio", send_answer}}};
}

}  // namespace omnia::app
