// The operator's and the director's steps on the domanda that is open.
#include "wasm-client/app/office_work.hpp"

#include <string_view>
#include <utility>

#include "wasm-client/app/istruttoria_answers.hpp"
#include "wasm-client/app/json_members.hpp"
#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

using nlohmann::json;

std::string path(const Istruttoria& desk, const std::string& rest) {
  return "/api/v1/domande/" + url_encode(desk.id) + "/" + rest;
}

Effects post(Model& model, const std::string& rest, const std::string& body) {
  if (!model.istruttoria || model.passo.in_corso) return {};
  model.passo = {true, {}};
  Http http;
  http.tag = "istruttoria:" + model.istruttoria->id;
  http.metodo = "POST";
  http.percorso = path(*model.istruttoria, rest);
  http.corpo = body;
  return {http};
}

// Every step answers with the whole desk as it is afterwards.
Effects answer(Model& model, const std::string& id, const HttpAnswer& http) {
  model.passo = {};
  if (!model.dettaglio || model.dettaglio->riga.id != id) return {};
  const bool good = http.stato == 200 || http.stato == 201;
  auto desk = good ? read_istruttoria(http.corpo) : std::nullopt;
  if (!desk) {
    model.passo.errore = failure_text(http);
    return {FocusNode{"passo.errore"}};
  }
  const bool first = !model.istruttoria;
  model.dettaglio->riga.stato = desk->stato;
  model.istruttoria = std::move(desk);
  return first ? Effects() : Effects{FocusNode{"titolo"}};
}

Effects take(Model& model, const std::string&) { return post(model, "assegnazione", "{}"); }
Effects propose(Model& model, const std::string&) {
  return model.istruttoria ? post(model, "provvedimenti", write_provvedimento(model.istruttoria->modulo)) : Effects();
}
Effects sign(Model& model, const std::string& n) { return post(model, "provvedimenti/" + n + "/firma", "{}"); }
Effects send_back(Model& model, const std::string& n) {
  return model.istruttoria ? post(model, "provvedimenti/" + n + "/rinvio",
                                  members::dump(json{{"motivo", model.istruttoria->modulo.motivo_rinvio}}))
                           : Effects();
}
Effects ask(Model& model, const std::string&) {
  if (!model.istruttoria) return {};
  const Modulo& m = model.istruttoria->modulo;
  return post(
      model, "richieste",
      members::dump(json{{"elementi", lines(m.elementi)}, {"testo", m.testo}, {"canale", m.canale}, {"sospende", m.sospende}}));
}

std::string iso(const std::string& typed) {
  const auto day = domain::Date::parse(typed);
  return day.ok() ? day.value().iso() : typed;
}
Effects delivered(Model& model, const std::string& n) {
  if (!model.istruttoria) return {};
  const Modulo& m = model.istruttoria->modulo;
  return post(model, "richieste/" + n + "/consegna", members::dump(json{{"data", iso(m.data)}, {"prova", m.prova}}));
}
Effects answered(Model& model, const std::string& n) {
  if (!model.istruttoria) return {};
  const Modulo& m = model.istruttoria->modulo;
  return post(model, "richieste/" + n + "/risposta", members::dump(json{{"data", iso(m.data)}, {"testo", m.risposta}}));
}

// A file of the office, under the name that it has there.
Effects download(const std::string& id, const std::string& folder, const char* name, const char* type) {
  return {Download{name, type, {}, "/api/v1/domande/" + url_encode(id) + "/" + folder + name}};
}
// `folder`: of an act or of a request of the open domanda.
Effects download_inside(Model& model, const std::string& folder, const char* name, const char* type) {
  return model.dettaglio ? download(model.dettaglio->riga.id, folder + "/", name, type) : Effects();
}
Effects download_act(Model& model, const std::string& n) {
  return download_inside(model, "provvedimenti/" + n, "atto.pdf", "application/pdf");
}
Effects download_act_seal(Model& model, const std::string& n) {
  return download_inside(model, "provvedimenti/" + n, "segnatura.xml", "application/xml");
}
Effects download_request(Model& model, const std::string& n) {
  return download_inside(model, "richieste/" + n, "richiesta.pdf", "application/pdf");
}
Effects download_request_seal(Model& model, const std::string& n) {
  return download_inside(model, "richieste/" + n, "segnatura.xml", "application/xml");
}
Effects download_receipt(Model&, const std::string& id) { return download(id, "", "ricevuta.pdf", "application/pdf"); }
Effects download_seal(Model&, const std::string& id) { return download(id, "", "segnatura.xml", "application/xml"); }

// Fields of the forms by the name in their key.
std::string* place(Modulo& m, const std::string& name) {
  const std::pair<std::string_view, std::string*> places[] = {{"tipo", &m.tipo},
                                                              {"precedente", &m.precedente},
                                                              {"dal", &m.dal},
                                                              {"al", &m.al},
                                                              {"ore", &m.ore},
                                                              {"decorrenza", &m.decorrenza},
                                                              {"esclusioni", &m.esclusioni},
                                                              {"lavoratori_esclusi", &m.lavoratori_esclusi},
                                                              {"fatti", &m.motivazione.fatti},
                                                              {"documenti", &m.motivazione.documenti},
                                                              {"norma", &m.motivazione.norma},
                                                              {"conclusione", &m.motivazione.conclusione},
                                                              {"elementi", &m.elementi},
                                                              {"testo", &m.testo},
                                                              {"canale", &m.canale},
                                                              {"data", &m.data},
                                                              {"prova", &m.prova},
                                                              {"risposta", &m.risposta},
                                                              {"motivo_rinvio", &m.motivo_rinvio}};
  for (const auto& [known, where] : places) {
    if (known == name) return where;
  }
  return nullptr;
}

Effects write(Model& model, const std::string& name, const std::string& text, bool) {
  if (!model.istruttoria) return {};
  Modulo& m = model.istruttoria->modulo;
  if (std::string* where = place(m, name)) {
    *where = text;
  } else if (name == "sospende") {
    m.sospende = !text.empty();
  }
  // An act on an act needs to know on which: the last that was signed.
  if (name == "tipo") {
    m.precedente.clear();
    const bool first = text == "accoglimento" || text == "accoglimento_parziale" || text == "reiezione";
    for (const Atto& one : model.istruttoria->atti) {
      if (!first && (one.stato == "firmato" || one.stato == "sospeso") && decides(one)) m.precedente = std::to_string(one.n);
    }
  }
  return {};
}

Effects reason(Model& model, const std::string& code, const std::string& text, bool) {
  if (!model.istruttoria) return {};
  auto& reasons = model.istruttoria->modulo.motivi;
  if (text.empty()) {
    reasons.erase(code);
  } else {
    reasons.insert(code);
  }
  return {};
}

}  // namespace

bool of_the_office(const Model& model) {
  return model.identita && (model.identita->ruolo == "operatore" || model.identita->ruolo == "direttore");
}

bool decides(const Atto& atto) {
  return atto.tipo == "accoglimento" || atto.tipo == "accoglimento_parziale" || atto.tipo == "reiezione" ||
         atto.tipo == "rettifica";
}

Effects load_istruttoria(Model& model, const std::string& id) {
  model.istruttoria.reset();
  model.passo = {true, {}};
  return {get("istruttoria:" + id, "/api/v1/domande/" + url_encode(id) + "/istruttoria")};
}

Subject office_work_subject() {
  return {{{"ist.prendi", take},
           {"ist.proponi", propose},
           {"ist.firma", sign},
           {"ist.rinvia", send_back},
           {"ist.chiedi", ask},
           {"ist.consegna", delivered},
           {"ist.risposta", answered},
           {"atto", download_act},
           {"atto.segnatura", download_act_seal},
           {"richiesta", download_request},
           {"richiesta.segnatura", download_request_seal},
           {"ricevuta.pdf", download_receipt},
           {"segnatura.xml", download_seal}},
          {{"ist.campo", write}, {"ist.motivo", reason}},
          {{"istruttoria", answer}}};
}

}  // namespace omnia::app
