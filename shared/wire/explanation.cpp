#include "shared/rules/explanation/explain.hpp"
#include "shared/rules/explanation/spiegazione.hpp"
#include "shared/wire/reader.hpp"
#include "shared/wire/request.hpp"
#include "shared/wire/wire.hpp"

namespace omnia::wire {
namespace {

using rules::explanation::Fatto;
using rules::explanation::Spiegazione;

// What a step does not have is left out: most steps are small.
Json write_step(const Spiegazione& s) {
  Json json{{"affermazione", s.affermazione}, {"lettura", s.lettura}};
  const auto put_text = [&](const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
  };
  put_text("codice", s.codice);
  put_text("regola", s.regola);
  put_text("citazione", s.citazione);
  if (s.quantita) {
    json["quantita"] = {{"valore", s.quantita->valore}, {"misura", s.quantita->misura}};
    json["somma"] = s.somma;
  }
  json["fatti"] = Json::array();
  for (const Fatto& f : s.fatti) json["fatti"].push_back({{"nome", f.nome}, {"valore", f.valore}, {"fonte", f.fonte}});
  json["passi"] = Json::array();
  for (const Spiegazione& passo : s.passi) json["passi"].push_back(write_step(passo));
  return json;
}

}  // namespace

std::string write(const Spiegazione& spiegazione) { return canonical(write_step(spiegazione)); }

std::string explain_json(std::string_view request, std::string_view argomento, const norms::Norms& norms) {
  const auto read = read_request(request);
  if (!read) return error_json(read.reason());
  const auto& r = read.value();
  if (argomento.empty()) {
    Json all = Json::array();
    for (const auto& s : rules::explanation::explain_all(r.bozza, r.registro, norms, r.oggi)) all.push_back(write_step(s));
    return canonical(all);
  }
  const auto found = rules::explanation::explain(r.bozza, r.registro, norms, r.oggi, argomento);
  return found ? write(found.value()) : error_json(found.reason());
}

}  // namespace omnia::wire
