// Section "riepilogo e invio": what is left to mend, the domanda as text, warnings to accept, declarations, the button.
#include <algorithm>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/submission.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

bool said_by_the_office(const Desk& desk, const rules::Alert& alert) {
  const auto& all = desk.work.bozza.rifiuto;
  return std::any_of(all.begin(), all.end(),
                     [&](const app::OfficeAlert& one) { return one.codice == alert.codice && one.campo == alert.campo; });
}

// Here everything is said, also what no field has shown yet: the person is about to send. Not twice what the office has answered.
void add_errors(const Desk& desk, Nodes& out) {
  Node block = view::keyed(Kind::section, "riepilogo.errori", t("riepilogo.errori"), {view::heading(2, t("riepilogo.errori"))});
  block.children.push_back(view::text(t("riepilogo.errori.aiuto")));
  Node list = view::node(Kind::list);
  constexpr std::size_t kMost = 30;
  for (const rules::Alert& alert : desk.work.esame.alerts) {
    if (alert.gravita != norms::Gravita::errore || list.children.size() == kMost || said_by_the_office(desk, alert)) continue;
    list.children.push_back(view::node(Kind::list_item, {alert_node(alert, "riepilogo.avviso")}));
  }
  if (list.children.empty()) return;
  block.children.push_back(std::move(list));
  out.push_back(std::move(block));
}

Node reason(const std::string& codice, const std::string& text, int n) {
  Node field = view::keyed(Kind::field, "motivo:" + codice, t("riepilogo.motivo", {{"n", std::to_string(n)}}));
  field.help = t("riepilogo.motivo.aiuto");
  field.value = text;
  field.required = true;
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) field.error = t("riepilogo.motivo.manca");
  return field;
}

void add_warnings(const Desk& desk, Nodes& out) {
  const auto warnings = app::warnings(desk.work);
  if (warnings.empty()) return;
  Node group = view::keyed(Kind::group, "riepilogo.avvisi", t("riepilogo.avvisi"));
  group.help = t("riepilogo.avvisi.aiuto");
  int n = 0;
  for (const rules::Alert* alert : warnings) {
    ++n;
    const auto accepted = desk.work.bozza.accettati.find(alert->codice);
    Node box = view::keyed(Kind::checkbox, "accetta:" + alert->codice, t("riepilogo.accetta", {{"testo", alert->testo}}));
    box.checked = accepted != desk.work.bozza.accettati.end();
    box.help = alert->rimedio;
    group.children.push_back(std::move(box));
    if (accepted != desk.work.bozza.accettati.end()) group.children.push_back(reason(alert->codice, accepted->second, n));
  }
  if (warnings.size() > 1) group.children.push_back(view::button("accetta_tutti", t("riepilogo.accetta_tutti")));
  out.push_back(std::move(group));
}

void add_refusal(const Desk& desk, Nodes& out) {
  for (const app::OfficeAlert& alert : desk.work.bozza.rifiuto) {
    if (alert.gravita == "informazione") continue;  // nothing to mend
    Node node = view::keyed(Kind::alert, "rifiuto:" + alert.codice + ":" + alert.campo, alert.testo);
    node.value = app::t_of("gravita.", alert.gravita);
    node.help = alert.rimedio;
    node.tone = tone_of_word(alert.gravita);
    node.target = alert.campo;
    out.push_back(std::move(node));
  }
}

Node declarations() {
  Node list = view::node(Kind::list);
  for (const char* one : {"dati", "up", "relazione", "unica", "anzianita", "variazioni", "privacy"}) {
    list.children.push_back(view::node(Kind::list_item, {view::text(app::t_of("dichiarazione.", one))}));
  }
  return list;
}

void add_button(const Desk& desk, Nodes& out) {
  const app::Loading& sending = desk.work.invio;
  if (sending.in_corso) out.push_back(view::status("invio.stato", t("invio.in_corso")));
  if (!sending.errore.empty()) {
    Node alert = view::keyed(Kind::alert, "invio.errore", sending.errore);
    alert.value = t("gravita.errore");
    alert.tone = view::Tone::error;
    out.push_back(std::move(alert));
  }
  const app::Coda state = desk.work.bozza.coda;
  if (state == app::Coda::in_attesa) return out.push_back(view::button("indietro", t("azione.indietro")));
  const bool again = !desk.work.bozza.chiave.empty() && !sending.in_corso;
  Node send = view::primary("invia", state == app::Coda::da_confermare ? t("coda.conferma")
                                     : again                           ? t("invio.riprova")
                                                                       : t("invio.invia"));
  send.disabled = sending.in_corso;
  out.push_back(view::node(Kind::row, {view::button("indietro", t("azione.indietro")), send}));
}

}  // namespace

void add_sending(const Desk& desk, const forms::Section& section, Nodes& out) {
  // What the office refused stands on top: what comes under it, when its facts have been read again, moves nothing.
  const bool refused = !desk.work.bozza.rifiuto.empty();
  if (refused) {
    add_queue(desk, out);
    add_refusal(desk, out);
  }
  add_errors(desk, out);
  add_documents(desk, out);
  add_summary(desk.draft(), desk.work.registro.get(), app::form_context(desk.work), true, out);
  add_warnings(desk, out);
  out.push_back(view::heading(2, t("dichiarazione.titolo")));
  out.push_back(declarations());
  add_fields(desk, section, out);
  if (!refused) add_queue(desk, out);
  add_button(desk, out);
}

}  // namespace omnia::screens
