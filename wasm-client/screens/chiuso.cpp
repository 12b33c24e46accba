// Drafts under a passphrase: the page that asks for it, and the choice in the home.
#include "wasm-client/app/locking.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::Serratura;
using app::t;
using view::Kind;
using view::Node;

namespace {

Node secret(const char* key, const std::string& label, const std::string& value) {
  Node field = view::keyed(Kind::field, key, label);
  field.field_kind = view::FieldKind::password;
  field.value = value;
  field.required = true;
  return field;
}

Node notice(const char* key, const std::string& text, view::Tone tone, const char* word) {
  Node alert = view::keyed(Kind::alert, key, text);
  alert.tone = tone;
  alert.value = t(word);
  return alert;
}

void add_settings(const app::VistaSerratura& view_of, Node& section) {
  section.children.push_back(notice("serratura.attenzione", t("serratura.attenzione"), view::Tone::warning, "gravita.avviso"));
  Node phrase = secret("serratura.frase", t("serratura.frase"), view_of.frase);
  phrase.help = t("serratura.frase.aiuto", {{"n", std::to_string(app::kShortestPassphrase)}});
  phrase.error = view_of.errore;
  section.children.push_back(std::move(phrase));
  section.children.push_back(secret("serratura.ripetuta", t("serratura.ripetuta"), view_of.ripetuta));
  Node minutes = view::keyed(Kind::select, "serratura.minuti", t("serratura.minuti"));
  minutes.value = view_of.minuti;
  for (const char* one : {"5", "10", "30", "60"}) minutes.options.push_back({one, t("serratura.dopo", {{"n", one}})});
  section.children.push_back(std::move(minutes));
  Node confirm = view::primary("serratura.proteggi", t("serratura.proteggi"));
  confirm.disabled = view_of.in_corso;
  section.children.push_back(view::node(Kind::row, {confirm, view::button("serratura.rinuncia", t("serratura.rinuncia"))}));
}

}  // namespace

view::Node lock_section(const app::Model& model) {
  Node section = view::keyed(Kind::section, "serratura", t("serratura.titolo"), {view::heading(2, t("serratura.titolo"))});
  if (model.condiviso) {
    section.children.push_back(view::text(t("condiviso.che_cosa")));
    return section;
  }
  const app::VistaSerratura& view_of = model.serratura;
  if (view_of.in_corso) section.children.push_back(view::status("serratura.stato", t("serratura.in_corso")));
  if (view_of.stato == Serratura::aperta) {
    section.children.push_back(view::badge(t("serratura.protette"), view::Tone::success));
    section.children.push_back(view::text(t("serratura.protette.che_cosa")));
    section.children.push_back(view::node(Kind::row, {view::button("serratura.chiudi", t("serratura.chiudi")),
                                                      view::button("serratura.togli", t("serratura.togli"))}));
    return section;
  }
  section.children.push_back(view::text(t("serratura.che_cosa")));
  if (view_of.impostazioni) {
    add_settings(view_of, section);
  } else {
    section.children.push_back(view::button("serratura.imposta", t("serratura.imposta")));
  }
  return section;
}

Parts chiuso(const app::Model& model) {
  const app::VistaSerratura& view_of = model.serratura;
  Node main = view::node(Kind::main, {title(t("serratura.chiuse")), view::text(t("serratura.chiuse.che_cosa"))});
  if (view_of.in_corso) main.children.push_back(view::status("serratura.stato", t("serratura.in_corso")));
  Node phrase = secret("serratura.frase", t("serratura.frase"), view_of.frase);
  phrase.error = view_of.errore;
  main.children.push_back(std::move(phrase));
  Node open = view::primary("serratura.apri", t("serratura.apri"));
  open.disabled = view_of.in_corso;
  main.children.push_back(view::node(Kind::row, {open, view::button("serratura.dimenticata", t("serratura.dimenticata"))}));
  if (view_of.dimenticata) {
    main.children.push_back(notice("serratura.perduta", t("serratura.perduta"), view::Tone::warning, "gravita.avviso"));
    main.children.push_back(view::button("serratura.elimina", t("serratura.elimina")));
  }
  return {main};
}

}  // namespace omnia::screens
