// What the operator and the director write: charge, requests, the act with its motivation half written, signature.
#include <algorithm>

#include "wasm-client/app/office_work.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/office.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

Node field(const std::string& name, const std::string& label, const std::string& value, view::FieldKind kind,
           const std::string& help = {}) {
  Node out = view::keyed(Kind::field, "ist.campo:" + name, label);
  out.value = value;
  out.field_kind = kind;
  out.help = help;
  out.required = true;
  return out;
}

Node button(const std::string& key, const std::string& label, const app::Model& model, bool main = false) {
  Node out = main ? view::primary(key, label) : view::button(key, label);
  out.disabled = model.passo.in_corso;
  return out;
}

bool can(const app::Istruttoria& desk, const char* event) {
  return std::find(desk.eventi.begin(), desk.eventi.end(), event) != desk.eventi.end();
}

const app::Atto* waiting(const app::Istruttoria& desk) {
  for (const app::Atto& one : desk.atti) {
    if (one.stato == "in_firma") return &one;
  }
  return nullptr;
}

// Kinds of act that this domanda admits now.
std::vector<view::Option> kinds(const app::Istruttoria& desk) {
  std::vector<view::Option> out;
  const auto add = [&out](const char* kind) { out.push_back({kind, app::t_of("tipo_atto.", kind)}); };
  if (can(desk, "proponi")) {
    for (const char* kind : {"accoglimento", "accoglimento_parziale", "reiezione"}) add(kind);
    return out;
  }
  if (can(desk, "rettifica")) add("rettifica");
  if (can(desk, "sospendi")) add("sospensione");
  if (can(desk, "riprendi")) add("ripresa");
  if (can(desk, "revoca")) add("revoca");
  if (can(desk, "annulla")) add("annullamento");
  return out;
}

void add_measure(const app::Modulo& m, std::vector<Node>& out) {
  using view::FieldKind;
  out.push_back(view::node(
      Kind::row, {field("dal", t("decisione.dal"), m.dal, FieldKind::date), field("al", t("decisione.al"), m.al, FieldKind::date),
                  field("ore", t("decisione.ore"), m.ore, FieldKind::hours)}));
  if (m.tipo == "accoglimento") return;
  out.push_back(field("esclusioni", t("decisione.esclusioni"), m.esclusioni, FieldKind::multiline, t("decisione.una_per_riga")));
  out.push_back(field("lavoratori_esclusi", t("decisione.lavoratori_esclusi"), m.lavoratori_esclusi, FieldKind::multiline,
                      t("decisione.lavoratori_esclusi.aiuto")));
  out.back().required = false;
}

Node reasons(const app::Istruttoria& desk) {
  Node group = view::keyed(Kind::group, "decisione.motivi", t("decisione.motivi"));
  for (const auto& [code, name] : desk.motivi_possibili) {
    Node box = view::keyed(Kind::checkbox, "ist.motivo:" + code, name);
    box.checked = desk.modulo.motivi.count(code) > 0;
    if (code == "carenza_elementi") box.help = t("decisione.carenza.aiuto");
    group.children.push_back(std::move(box));
  }
  return group;
}

void add_decision(const app::Model& model, std::vector<Node>& out) {
  const app::Istruttoria& desk = *model.istruttoria;
  const app::Modulo& m = desk.modulo;
  auto options = kinds(desk);
  if (options.empty()) return;
  out.push_back(view::heading(2, t("decisione.titolo")));
  Node kind = view::keyed(Kind::select, "ist.campo:tipo", t("decisione.tipo"));
  const bool known = std::any_of(options.begin(), options.end(), [&m](const view::Option& one) { return one.value == m.tipo; });
  if (!known) options.insert(options.begin(), {"", t("decisione.scegli")});
  kind.value = known ? m.tipo : "";
  kind.options = std::move(options);
  kind.required = true;
  out.push_back(std::move(kind));
  if (!known) return;
  if (m.tipo == "reiezione") out.push_back(reasons(desk));
  if (m.tipo == "accoglimento" || m.tipo == "accoglimento_parziale" || m.tipo == "rettifica") add_measure(m, out);
  if (m.tipo == "revoca")
    out.push_back(
        field("decorrenza", t("decisione.decorrenza"), m.decorrenza, view::FieldKind::date, t("decisione.decorrenza.aiuto")));
  using view::FieldKind;
  Node group = view::keyed(Kind::group, "decisione.motivazione", t("decisione.motivazione"));
  group.help = t("decisione.motivazione.aiuto");
  group.children = {field("fatti", t("decisione.fatti"), m.motivazione.fatti, FieldKind::multiline),
                    field("documenti", t("decisione.documenti"), m.motivazione.documenti, FieldKind::multiline),
                    field("norma", t("decisione.norma"), m.motivazione.norma, FieldKind::multiline),
                    field("conclusione", t("decisione.conclusione"), m.motivazione.conclusione, FieldKind::multiline)};
  out.push_back(std::move(group));
  out.push_back(view::node(Kind::row, {button("ist.proponi", t("decisione.proponi"), model, true)}));
}

void add_requests(const app::Model& model, std::vector<Node>& out) {
  const app::Istruttoria& desk = *model.istruttoria;
  const app::Modulo& m = desk.modulo;
  using view::FieldKind;
  for (const app::Richiesta& one : desk.richieste) {
    Node card = request_card(one);
    if (desk.in_carico && (one.stato == "inviata" || one.stato == "consegnata")) {
      const bool sent = one.stato == "inviata" && one.canale != "email";  // of an e-mail only its answer proves that it came
      const std::string n = std::to_string(one.n);
      card.children.push_back(
          field("data", t(sent ? "richiesta.data_consegna" : "richiesta.data_risposta"), m.data, FieldKind::date));
      card.children.push_back(sent ? field("prova", t("richiesta.prova"), m.prova, FieldKind::text, t("richiesta.prova.aiuto"))
                                   : field("risposta", t("richiesta.testo_risposta"), m.risposta, FieldKind::multiline));
      card.children.push_back(button((sent ? "ist.consegna:" : "ist.risposta:") + n,
                                     t(sent ? "richiesta.registra_consegna" : "richiesta.registra_risposta"), model));
    }
    out.push_back(std::move(card));
  }
  if (!desk.in_carico || !can(desk, "chiedi_integrazione")) return;
  Node fold = view::keyed(Kind::disclosure, "richiesta.nuova", t("richiesta.nuova"));
  Node channel = view::keyed(Kind::select, "ist.campo:canale", t("richiesta.canale"));
  channel.value = m.canale;
  for (const char* one : {"pec", "cassetto", "raccomandata", "email"})
    channel.options.push_back({one, app::t_of("canale.", one)});
  Node stop = view::keyed(Kind::checkbox, "ist.campo:sospende", t("richiesta.sospende"));
  stop.checked = m.sospende;
  stop.help = t("richiesta.sospende.aiuto");
  fold.children = {field("elementi", t("richiesta.elementi"), m.elementi, FieldKind::multiline, t("decisione.una_per_riga")),
                   field("testo", t("richiesta.testo"), m.testo, FieldKind::multiline), std::move(channel), std::move(stop),
                   button("ist.chiedi", t("richiesta.invia"), model)};
  fold.children[1].required = false;
  out.push_back(std::move(fold));
}

void add_signature(const app::Model& model, const app::Atto& act, std::vector<Node>& out) {
  out.push_back(view::heading(2, t("firma.titolo")));
  out.push_back(act_card(act));
  Node words = view::node(Kind::definition_list, {view::definition(t("decisione.fatti"), act.motivazione.fatti),
                                                  view::definition(t("decisione.documenti"), act.motivazione.documenti),
                                                  view::definition(t("decisione.norma"), act.motivazione.norma)});
  out.push_back(std::move(words));
  if (!model.identita || model.identita->ruolo != "direttore") {
    out.push_back(view::text(t("firma.attende")));
    return;
  }
  const std::string n = std::to_string(act.n);
  out.push_back(button("ist.firma:" + n, t("firma.firma"), model, true));
  out.push_back(field("motivo_rinvio", t("firma.motivo"), model.istruttoria->modulo.motivo_rinvio, view::FieldKind::multiline));
  out.push_back(button("ist.rinvia:" + n, t("firma.rinvia"), model));
}

}  // namespace

void add_office_forms(const app::Model& model, std::vector<Node>& out) {
  const app::Istruttoria& desk = *model.istruttoria;
  if (!desk.in_carico && can(desk, "assegna"))
    out.push_back(view::node(Kind::row, {button("ist.prendi", t("istruttoria.prendi"), model, true)}));
  add_requests(model, out);
  bool first = true;
  const app::Atto* open = waiting(desk);
  for (const app::Atto& one : desk.atti) {
    if (&one == open) continue;
    if (first) out.push_back(view::heading(2, t("pratica.atti")));
    first = false;
    out.push_back(act_card(one));
  }
  if (open != nullptr) {
    add_signature(model, *open, out);
  } else if (desk.in_carico) {
    add_decision(model, out);
  }
}

}  // namespace omnia::screens
