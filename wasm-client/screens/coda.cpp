// A finished domanda between «Invia» and the receipt: what it waits for, what changed meanwhile, what the office answered.
#include "wasm-client/app/queue.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::Coda;
using app::t;
using view::Kind;
using view::Node;

namespace {

Node notice(const char* key, const std::string& text, view::Tone tone) {
  Node alert = view::keyed(Kind::alert, key, text);
  alert.tone = tone;
  alert.value = t(tone == view::Tone::error     ? "gravita.errore"
                  : tone == view::Tone::warning ? "gravita.avviso"
                                                : "gravita.informazione");
  return alert;
}

void add_changes(const std::vector<app::Cambiamento>& changes, Nodes& out) {
  if (changes.empty()) return;
  Node list = view::node(Kind::definition_list);
  for (const app::Cambiamento& one : changes) {
    const std::string text = one.prima.empty()    ? t("coda.cambio.nuovo", {{"adesso", one.adesso}})
                             : one.adesso.empty() ? t("coda.cambio.tolto", {{"prima", one.prima}})
                                                  : t("coda.cambio", {{"prima", one.prima}, {"adesso", one.adesso}});
    list.children.push_back(view::definition(one.voce, text));
  }
  out.push_back(view::keyed(Kind::section, "coda.cambiamenti", t("coda.cambiamenti"),
                            {view::heading(2, t("coda.cambiamenti")), std::move(list)}));
}

void add_waiting(const Desk& desk, Nodes& out) {
  Node waiting = notice("coda.stato", t(desk.model.online ? "coda.in_attesa_del_servizio" : "coda.in_attesa"), view::Tone::info);
  waiting.help = t("coda.che_cosa");
  out.push_back(std::move(waiting));
  const std::string& id = desk.draft().id;
  out.push_back(
      view::node(Kind::row, {view::button("coda.togli:" + id, t("coda.togli")), view::button("coda.adesso", t("coda.adesso"))}));
}

}  // namespace

std::string queue_word(const app::Model& model, const app::Bozza& bozza) {
  if (model.in_uscita.count(bozza.draft.id) > 0) return t("coda.breve.in_uscita");
  constexpr const char* kWords[] = {"fuori", "in_attesa", "da_confermare", "respinta"};
  return app::t_of("coda.breve.", kWords[static_cast<std::size_t>(bozza.coda)]);
}

view::Tone queue_tone(Coda state) {
  return state == Coda::respinta ? view::Tone::error : state == Coda::da_confermare ? view::Tone::warning : view::Tone::info;
}

void add_queue(const Desk& desk, Nodes& out) {
  const app::Bozza& bozza = desk.work.bozza;
  if (desk.model.in_uscita.count(bozza.draft.id) > 0) return out.push_back(view::status("coda.stato", t("invio.in_corso")));
  switch (bozza.coda) {
    case Coda::in_attesa:
      return add_waiting(desk, out);
    case Coda::da_confermare:
      out.push_back(notice("coda.esito", bozza.esito, view::Tone::warning));
      return add_changes(desk.work.cambiamenti, out);
    case Coda::respinta:
      return out.push_back(notice("coda.esito", bozza.esito, view::Tone::error));
    case Coda::fuori:
      break;
  }
}

}  // namespace omnia::screens
