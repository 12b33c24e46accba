// The parameters: one row is one value of one key over a span of days.
#include <algorithm>
#include <array>

#include "shared/domain/order.hpp"
#include "shared/norms/tables.hpp"

namespace omnia::norms {
namespace {

using domain::Date;

constexpr std::array<std::string_view, 11> kIntegerUnits = {
    "settimane", "giorni", "mesi", "anni", "ore", "lavoratori", "cent", "centesimi", "percento_centesimi", "caratteri", "byte"};

bool is_integer_unit(std::string_view unita) {
  return std::find(kIntegerUnits.begin(), kIntegerUnits.end(), unita) != kIntegerUnits.end();
}

// "2/3": two positive integers.
bool parse_fraction(const std::string& text, Parameter& parameter) {
  const auto slash = text.find('/');
  const auto digits = [](const std::string& part) {
    return !part.empty() && part.size() < 10 && part.find_first_not_of("0123456789") == std::string::npos;
  };
  if (slash == std::string::npos) return false;
  const auto above = text.substr(0, slash);
  const auto below = text.substr(slash + 1);
  if (!digits(above) || !digits(below) || std::stoll(below) == 0) return false;
  parameter.intero = std::stoll(above);
  parameter.denominatore = std::stoll(below);
  return true;
}

void read_payload(Row& row, Parameter& parameter) {
  const auto& unita = parameter.unita;
  if (is_integer_unit(unita)) {
    parameter.intero = row.integer("valore");
    if (parameter.intero < 0) row.refuse("il valore non può essere negativo");
  } else if (unita == "scelta") {
    parameter.testo = row.text("valore");
  } else if (unita == "booleano") {
    parameter.intero = row.flag("valore") ? 1 : 0;
    parameter.testo = parameter.intero == 1 ? "true" : "false";
    if (row.raw("valore").is_null()) row.refuse("manca il campo «valore»");
  } else if (unita == "frazione") {
    if (!parse_fraction(row.text("valore"), parameter)) row.refuse("la frazione si scrive «1/3»");
  } else if (unita == "elenco") {
    parameter.elenco = row.list("valore");
    if (parameter.elenco.empty()) row.refuse("l’elenco è vuoto");
  } else if (unita == "data") {
    if (const auto date = row.date("valore")) {
      parameter.testo = date->iso();
      parameter.intero = date->days();
    } else {
      row.refuse("manca il campo «valore»");
    }
  } else if (unita == "finestra") {
    if (!row.raw("valore").is_null()) row.refuse("una finestra vale per le sue date: il campo «valore» resta vuoto");
    if (!parameter.valid_from || !parameter.valid_to) row.refuse("una finestra ha inizio e fine");
  } else {
    row.refuse("unità sconosciuta «" + unita + "»");
  }
}

}  // namespace

Parameter read_parameter(Row& row) {
  Parameter parameter;
  parameter.chiave = row.text("chiave");
  row.name(parameter.chiave);
  parameter.unita = row.text("unita");
  parameter.valid_from = row.date("valid_from");
  parameter.valid_to = row.date("valid_to");
  parameter.citazione = row.text("citazione");
  parameter.mark = row.mark();
  parameter.alternative = row.list("alternative");
  if (parameter.valid_from && parameter.valid_to && *parameter.valid_to < *parameter.valid_from) {
    row.refuse("la validità finisce prima di cominciare");
  }
  read_payload(row, parameter);
  const bool choice = parameter.unita == "scelta" || parameter.unita == "booleano";
  if (choice && parameter.mark == Mark::reading && parameter.alternative.empty()) {
    row.refuse("una lettura da confermare deve dire le alternative ammesse");
  }
  return parameter;
}

domain::Result<std::vector<Parameter>> parse_parameters(const std::string& file, const nlohmann::json& rows) {
  auto parsed = parse_rows<Parameter>(file, rows, read_parameter);
  if (!parsed.ok()) return parsed;
  auto& parameters = parsed.value();
  const auto start = [](const Parameter& p) { return p.valid_from.value_or(Date::of(1900, 1, 1)); };
  domain::stable_sort(parameters, [&](const Parameter& a, const Parameter& b) {
    return a.chiave != b.chiave ? a.chiave < b.chiave : start(a) < start(b);
  });
  for (std::size_t i = 1; i < parameters.size(); ++i) {
    const auto& before = parameters[i - 1];
    const auto& after = parameters[i];
    if (before.chiave == after.chiave && (!before.valid_to || start(after) <= *before.valid_to)) {
      return bad_row(file + ": due righe di «" + after.chiave + "» valgono negli stessi giorni, dal " + start(after).italiano() +
                     ".");
    }
  }
  return parsed;
}

}  // namespace omnia::norms
