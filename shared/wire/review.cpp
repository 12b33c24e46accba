#include "shared/norms/norms.hpp"
#include "shared/wire/counter_parts.hpp"
#include "shared/wire/reader.hpp"
#include "shared/wire/request.hpp"
#include "shared/wire/wire.hpp"
#include "shared/wire/writer.hpp"

namespace omnia::wire {
namespace {

using rules::Review;

const char* word(norms::Gravita g) {
  switch (g) {
    case norms::Gravita::errore:
      return "errore";
    case norms::Gravita::avviso:
      return "avviso";
    case norms::Gravita::informazione:
      return "informazione";
  }
  return "";
}

const char* word(rules::Stato s) {
  switch (s) {
    case rules::Stato::vuota:
      return "vuota";
    case rules::Stato::parziale:
      return "parziale";
    case rules::Stato::completa:
      return "completa";
  }
  return "";
}

const char* word(rules::liquidity::Verdetto v) {
  using rules::liquidity::Verdetto;
  switch (v) {
    case Verdetto::difficolta:
      return "difficolta";
    case Verdetto::non_dimostrata:
      return "non_dimostrata";
    case Verdetto::altri_motivi:
      return "altri_motivi";
    case Verdetto::non_calcolabile:
      return "non_calcolabile";
    case Verdetto::incompleta:
      return "incompleta";
  }
  return "";
}

Json write_alert(const rules::Alert& a) {
  return {{"codice", a.codice}, {"gravita", word(a.gravita)}, {"sezione", a.sezione},     {"campo", a.campo},
          {"testo", a.testo},   {"rimedio", a.rimedio},       {"citazione", a.citazione}, {"lettura", a.lettura}};
}

Json write_routing(const rules::routing::Esito& e) {
  const auto prestazione = [](const rules::routing::Prestazione& p) {
    return Json{{"codice", p.codice}, {"nome", p.nome},   {"suggerita", p.suggerita},
                {"motivo", p.motivo}, {"testo", p.testo}, {"citazione", p.citazione}};
  };
  return {{"primaria", e.primaria},
          {"nome_primaria", e.nome_primaria},
          {"regola", e.regola},
          {"citazione", e.citazione},
          {"lettura", e.lettura},
          {"esterna", e.esterna},
          {"testo", e.testo},
          {"prestazioni", list_of(e.prestazioni, prestazione)},
          {"cigo_suggerita", e.cigo_suggerita},
          {"motivo_cigo", e.motivo_cigo},
          {"testo_cigo", e.testo_cigo}};
}

Json write_scadenza(const rules::deadlines::Scadenza& s) {
  Json json{{"data", s.data.iso()},
            {"senza_proroga", s.senza_proroga.iso()},
            {"eone", s.eone},
            {"spostata", s.spostata},
            {"giorni_rimasti", s.giorni_rimasti},
            {"tardiva", s.tardiva},
            {"regola", s.regola},
            {"citazione", s.citazione},
            {"lettura", s.lettura}};
  put(json, "prudenziale", s.prudenziale);
  put(json, "con_proroga", s.con_proroga);
  put(json, "primo_giorno_autorizzabile", s.primo_giorno_autorizzabile);
  return json;
}

Json write_liquidita(const rules::liquidity::Esito& e) {
  return {{"verdetto", word(e.verdetto)},   {"variante", e.variante},   {"indice", e.indice},
          {"indice_altra", e.indice_altra}, {"testo", e.testo},         {"calcolo", e.calcolo},
          {"discordanti", e.discordanti},   {"citazione", e.citazione}, {"lettura", e.lettura}};
}

Json write_sezione(const rules::StatoSezione& s) {
  return {{"sezione", s.sezione}, {"stato", word(s.stato)}, {"errori", s.errori}, {"avvisi", s.avvisi}};
}

}  // namespace

std::string write(const Review& r) {
  Json json{{"norme_versione", r.norme_versione},
            {"norme_impronta", r.norme_impronta},
            {"oggi", r.oggi.iso()},
            {"alerts", list_of(r.alerts, write_alert)},
            {"instradamento", write_routing(r.instradamento)},
            {"contatori", write_contatori(r.contatori)},
            {"sezioni", list_of(r.sezioni, write_sezione)},
            {"errori", r.errori},
            {"avvisi", r.avvisi},
            {"inviabile", r.inviabile}};
  if (r.scadenza) json["scadenza"] = write_scadenza(*r.scadenza);
  if (r.liquidita) json["liquidita"] = write_liquidita(*r.liquidita);
  return canonical(json);
}

std::string write(const rules::routing::Esito& esito) { return canonical(write_routing(esito)); }
std::string write(const rules::deadlines::Scadenza& scadenza) { return canonical(write_scadenza(scadenza)); }
std::string write(const rules::counters::Contatori& contatori) { return canonical(write_contatori(contatori)); }
std::string write(const rules::liquidity::Esito& esito) { return canonical(write_liquidita(esito)); }

std::string review_json(std::string_view request, const norms::Norms& norms) {
  const auto r = read_request(request);
  if (!r) return error_json(r.reason());
  return write(rules::review(r.value().bozza, r.value().registro, norms, r.value().oggi));
}

}  // namespace omnia::wire
