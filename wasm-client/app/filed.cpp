#include "wasm-client/app/filed.hpp"

#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/office_work.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

constexpr const char* kPageSize = "25";

Effects first_page(Model& model) {
  model.elenco.testo_cercato = model.elenco.testo;
  model.elenco.cursore.clear();
  model.elenco.cursori.clear();
  return load_domande(model);
}

Effects domande_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  ElencoDomande& elenco = model.elenco;
  elenco.caricamento = {};
  if (const auto page = answer.stato == 200 ? read_domande(answer.corpo) : std::nullopt) {
    elenco.righe = page->righe;
    elenco.cursore_successivo = page->cursore;
    elenco.totale = page->totale;
  } else {
    elenco.caricamento.errore = failure_text(answer);
  }
  return {};
}

Effects next_page(Model& model, const std::string&) {
  ElencoDomande& elenco = model.elenco;
  if (elenco.cursore_successivo.empty()) return {};
  elenco.cursori.push_back(elenco.cursore);
  elenco.cursore = elenco.cursore_successivo;
  return load_domande(model);
}

Effects previous_page(Model& model, const std::string&) {
  ElencoDomande& elenco = model.elenco;
  if (elenco.cursori.empty()) return {};
  elenco.cursore = elenco.cursori.back();
  elenco.cursori.pop_back();
  return load_domande(model);
}

Effects reload(Model& model, const std::string&) { return load_domande(model); }
Effects search(Model& model, const std::string&) {
  const bool under_way = model.elenco.caricamento.in_corso && model.elenco.testo == model.elenco.testo_cercato;
  return under_way ? Effects() : first_page(model);
}

// Typing waits for the field to be left; a choice takes effect at once.
Effects filter_text(Model& model, const std::string&, const std::string& text, bool left) {
  model.elenco.testo = text;
  return left && text != model.elenco.testo_cercato ? first_page(model) : Effects();
}
Effects filter_causale(Model& model, const std::string&, const std::string& text, bool) {
  if (model.elenco.causale == text) return {};
  model.elenco.causale = text;
  return first_page(model);
}
Effects filter_state(Model& model, const std::string&, const std::string& text, bool) {
  if (model.elenco.stato == text) return {};
  model.elenco.stato = text;
  return first_page(model);
}

// Filters of the worklist.
Effects filter_work(Model& model, const std::string& name, const std::string& text, bool) {
  ElencoDomande& list = model.elenco;
  if (name == "anche_decise") {
    list.anche_decise = !text.empty();
    return first_page(model);
  }
  std::string& place = name == "assegnata" ? list.assegnata : name == "entro" ? list.entro : list.ordine;
  if (place == text) return {};
  place = text;
  return first_page(model);
}

Effects open(Model& model, const std::string& id) {
  model.da_aprire = id;
  model.apertura = {true, {}};
  return {get("dettaglio:" + id, "/api/v1/domande/" + url_encode(id))};
}

Effects open_answer(Model& model, const std::string& id, const HttpAnswer& answer) {
  if (id != model.da_aprire) return {};
  model.apertura = {};
  if (auto detail = answer.stato == 200 ? read_detail(answer.corpo) : std::nullopt) {
    model.dettaglio = std::move(detail);
    model.schermata = Screen::dettaglio;
    Effects effects = of_the_office(model) ? load_istruttoria(model, id) : Effects();
    effects.push_back(FocusNode{"titolo"});
    return effects;
  }
  model.apertura.errore = failure_text(answer);
  return {};
}

Effects back(Model& model, const std::string&) {
  model.dettaglio.reset();
  model.istruttoria.reset();
  model.passo = {};
  model.schermata = can_file(model) ? Screen::home : Screen::elenco;
  // What was done meanwhile shows in the list.
  Effects effects = of_the_office(model) ? load_domande(model) : Effects();
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

}  // namespace

// Nothing moves under the hands of who is reading: they are told, and look again when they want.
Effects domanda_changed(Model& model, const std::string& id) {
  model.elenco.cambiato = true;
  if (model.dettaglio && (id.empty() || id == model.dettaglio->riga.id)) model.dettaglio->cambiata = true;
  return {};
}

Effects load_domande(Model& model) {
  ElencoDomande& elenco = model.elenco;
  elenco.cambiato = false;
  elenco.caricamento = {true, {}};
  std::string path = std::string("/api/v1/domande?limite=") + kPageSize;
  const auto add = [&path](const char* name, const std::string& value) {
    if (!value.empty()) path += std::string("&") + name + "=" + url_encode(value);
  };
  add("q", elenco.testo);
  add("causale", elenco.causale);
  add("stato", elenco.stato);
  if (of_the_office(model)) {
    add("assegnata_a", elenco.assegnata);
    add("entro", elenco.entro);
    add("ordine", elenco.ordine);
    add("aperte", elenco.anche_decise || !elenco.stato.empty() ? "" : "1");
  }
  add("cursore", elenco.cursore);
  return {get("domande", path)};
}

Subject filed_subject() {
  return {{{"elenco.avanti", next_page},
           {"elenco.indietro", previous_page},
           {"elenco.ricarica", reload},
           {"elenco.cerca", search},
           {"apri", open},
           {"dettaglio.indietro", back}},
          {{"filtro.testo", filter_text},
           {"filtro.causale", filter_causale},
           {"filtro.stato", filter_state},
           {"filtro.lavoro", filter_work}},
          {{"domande", domande_answer}, {"dettaglio", open_answer}}};
}

}  // namespace omnia::app
