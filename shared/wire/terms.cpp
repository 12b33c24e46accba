// The terms of domande, procedures and payments as JSON.
#include "shared/wire/answers.hpp"
#include "shared/wire/writer.hpp"

namespace omnia::wire {
namespace {

using rules::deadlines::Procedimento;
using rules::deadlines::StatoProcedimento;
using rules::deadlines::Termine;
using rules::deadlines::TermineAis;
using rules::payment_flow::Conguaglio;
using rules::payment_flow::Diretto;

Json write_term(const Termine& t) {
  Json json{{"codice", t.codice},
            {"nome", t.nome},
            {"dal", t.dal.iso()},
            {"data", t.data.iso()},
            {"senza_proroga", t.senza_proroga.iso()},
            {"giorni_rimasti", t.giorni_rimasti},
            {"scaduto", t.scaduto},
            {"testo", t.testo},
            {"citazione", t.citazione},
            {"lettura", t.lettura}};
  put(json, "con_proroga", t.con_proroga);
  return json;
}

const char* word(StatoProcedimento stato) {
  switch (stato) {
    case StatoProcedimento::in_corso:
      return "in_corso";
    case StatoProcedimento::sospeso:
      return "sospeso";
    case StatoProcedimento::scaduto:
      return "scaduto";
  }
  return "";
}

}  // namespace

std::string write(const Termine& termine) { return canonical(write_term(termine)); }

std::string write(const TermineAis& t) {
  Json json = write_term(t.termine);
  json["primo_giorno"] = t.primo_giorno.iso();
  json["troppo_presto"] = t.troppo_presto;
  put(json, "primo_giorno_autorizzabile", t.primo_giorno_autorizzabile);
  return canonical(json);
}

std::string write(const Procedimento& p) {
  Json json = write_term(p.termine);
  json["stato"] = word(p.stato);
  json["giorni_sospesi"] = p.giorni_sospesi;
  json["ignorate"] = p.ignorate;
  if (!p.sospeso_da.empty()) json["sospeso_da"] = p.sospeso_da;
  return canonical(json);
}

std::string write(const Conguaglio& c) {
  Json json = write_term(c.termine);
  json["verifica"] = c.verifica.iso();
  json["testo_verifica"] = c.testo_verifica;
  json["citazione_verifica"] = c.citazione_verifica;
  put(json, "verifica_con_proroga", c.verifica_con_proroga);
  return canonical(json);
}

std::string write(const Diretto& d) {
  Json json = write_term(d.termine);
  json["fine_secondo_mese"] = d.fine_secondo_mese.iso();
  put(json, "sessanta_giorni", d.sessanta_giorni);
  return canonical(json);
}

}  // namespace omnia::wire
