#include "wasm-client/app/company.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/renewal.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

Effects search(Model& model) {
  RicercaAzienda& ricerca = model.ricerca;
  ricerca.ultimo_testo = ricerca.testo;
  ricerca.cursore.clear();
  ricerca.righe.clear();
  ricerca.caricamento = {true, {}};
  return {get("matricole", "/api/v1/matricole?limite=25&q=" + url_encode(ricerca.testo))};
}

Effects search_click(Model& model, const std::string&) {
  const bool under_way = model.ricerca.caricamento.in_corso && model.ricerca.testo == model.ricerca.ultimo_testo;
  return under_way ? Effects() : search(model);
}

Effects type_search(Model& model, const std::string&, const std::string& text, bool left) {
  model.ricerca.testo = text;
  return left && text != model.ricerca.ultimo_testo ? search(model) : Effects();
}

Effects more(Model& model, const std::string&) {
  RicercaAzienda& ricerca = model.ricerca;
  if (ricerca.cursore.empty() || ricerca.caricamento.in_corso) return {};
  ricerca.caricamento = {true, {}};
  return {get("matricole",
              "/api/v1/matricole?limite=25&q=" + url_encode(ricerca.ultimo_testo) + "&cursore=" + url_encode(ricerca.cursore))};
}

// Of the questions with one tag only the last is answered (web/src/effects.ts): a page of an earlier search never joins a new
// one.
Effects matricole_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  RicercaAzienda& ricerca = model.ricerca;
  ricerca.caricamento = {};
  auto page = answer.stato == 200 ? read_matricole(answer.corpo) : std::nullopt;
  if (!page) {
    ricerca.caricamento.errore = failure_text(answer);
    return {};
  }
  if (ricerca.cursore.empty()) ricerca.righe.clear();  // else it is the next page
  std::move(page->righe.begin(), page->righe.end(), std::back_inserter(ricerca.righe));
  ricerca.cursore = page->cursore;
  ricerca.cercato = true;
  return {};
}

Effects open_position(Model& model, const std::string& matricola) {
  model.rinnovo.reset();
  model.ricerca.errore_apertura.clear();
  model.ricerca.in_apertura = matricola;
  return {ask_registry(matricola)};
}

// Without network a new draft starts from the facts that this browser keeps.
Effects choose_kept(Model& model, const std::string& matricola) {
  auto registry = kept_registry(model, matricola);
  if (!registry || !can_file(model)) return {};
  model.ricerca.locale = matricola;
  return new_draft(model, std::move(registry));
}

Effects choose(Model& model, const std::string& matricola) {
  model.ricerca.forzata.clear();
  return open_position(model, matricola);
}

Effects go_on_anyway(Model& model, const std::string& matricola) {
  model.ricerca.forzata = matricola;
  model.ricerca.nota.clear();
  model.ricerca.nota_mancante = false;
  return {FocusNode{"forzatura.nota"}};
}

Effects type_note(Model& model, const std::string&, const std::string& text, bool) {
  model.ricerca.nota = text;
  if (text.find_first_not_of(" \t\r\n") != std::string::npos) model.ricerca.nota_mancante = false;
  return {};
}

Effects confirm_forced(Model& model, const std::string&) {
  RicercaAzienda& ricerca = model.ricerca;
  if (ricerca.forzata.empty()) return {};
  if (ricerca.nota.find_first_not_of(" \t\r\n") == std::string::npos) {
    ricerca.nota_mancante = true;
    return {FocusNode{"forzatura.nota"}};
  }
  return open_position(model, ricerca.forzata);
}

Effects give_up_forced(Model& model, const std::string&) {
  model.ricerca.forzata.clear();
  return {};
}

}  // namespace

Effects open_company_choice(Model& model) {
  model.ricerca = {};
  model.schermata = Screen::azienda;
  Effects effects = search(model);
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

Effects new_draft(Model& model, std::shared_ptr<const domain::Registry> registro) {
  Bozza bozza;
  if (const auto from = std::exchange(model.rinnovo, std::nullopt)) {
    bozza.draft = renewed(from->bozza, from->protocollo, from->proroga, model.oggi);
    bozza.sezione = "periodo";
  }
  bozza.draft.id = new_id(model);
  bozza.identita = model.identita ? model.identita->id : std::string();
  if (model.ricerca.forzata == registro->posizione.matricola) {
    bozza.draft.forzata = true;
    bozza.draft.nota_forzatura = model.ricerca.nota;
  }
  // The company was chosen on the page before: what there is to say about it may be seen at once.
  bozza.toccati.insert("azienda.matricola");
  fill_from_registry(bozza.draft, *registro, model.oggi);
  const bool kept = model.ricerca.locale == registro->posizione.matricola;
  Effects effects = open_desk(model, std::move(bozza), std::move(registro), kept);
  append(effects, store_desk(model));
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

Subject company_subject() {
  return {{{"azienda.cerca", search_click},
           {"azienda.riprova", search_click},
           {"azienda.altre", more},
           {"scegli", choose},
           {"scegli_locale", choose_kept},
           {"prosegui", go_on_anyway},
           {"forzatura.conferma", confirm_forced},
           {"forzatura.rinuncia", give_up_forced}},
          {{"azienda.testo", type_search}, {"forzatura.nota", type_note}},
          {{"matricole", matricole_answer}}};
}

}  // namespace omnia::app
