// The causali of the D.M. 95442/2016.
#include "shared/norms/tables.hpp"

namespace omnia::norms {
namespace {

Causale read_causale(Row& row) {
  Causale causale;
  causale.id = row.text("id");
  row.name(causale.id);
  causale.nome = row.text("nome");
  causale.aiuto = row.text("aiuto");
  causale.citazione = row.text("citazione");
  if (const auto codice = row.optional_integer("codice_inps")) {
    if (*codice < 1 || *codice > 99) row.refuse("il codice evento va da 1 a 99");
    causale.codice_inps = static_cast<int>(*codice);
  }
  causale.eone = row.flag("eone");
  causale.indicatori = row.flag("indicatori");
  causale.industria = row.flag("industria", true);
  causale.edilizia = row.flag("edilizia", true);
  causale.meteo = row.flag("meteo");
  causale.valid_from = row.date("valid_from");
  causale.valid_to = row.date("valid_to");
  causale.selezionabile = row.flag("selezionabile", true);
  causale.richiede = row.list("richiede");
  causale.mark = row.mark();
  if (!causale.industria && !causale.edilizia) row.refuse("la causale non vale per nessun settore");
  if (causale.valid_from && causale.valid_to && *causale.valid_to < *causale.valid_from) {
    row.refuse("la validità finisce prima di cominciare");
  }
  return causale;
}

}  // namespace

domain::Result<std::vector<Causale>> parse_causali(const std::string& file, const nlohmann::json& rows) {
  auto parsed = parse_rows<Causale>(file, rows, read_causale);
  if (!parsed.ok()) return parsed;
  std::set<std::string> seen;
  for (const auto& causale : parsed.value()) {
    if (!seen.insert(causale.id).second) return bad_row(file + ": la causale «" + causale.id + "» è ripetuta.");
  }
  return parsed;
}

}  // namespace omnia::norms
