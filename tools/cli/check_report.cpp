#include "tools/cli/check_report.hpp"

#include <nlohmann/json.hpp>
#include <string_view>

#include "shared/domain/quantity.hpp"
#include "shared/wire/wire.hpp"

namespace omnia::cli {
namespace {

using nlohmann::json;
using norms::Gravita;

const char* label(Gravita gravita) {
  if (gravita == Gravita::errore) return "ERRORE";
  return gravita == Gravita::avviso ? "Avviso" : "Informazione";
}

const char* sarif_level(Gravita gravita) {
  if (gravita == Gravita::errore) return "error";
  return gravita == Gravita::avviso ? "warning" : "note";
}

std::string counted(std::int64_t n, const char* one, const char* many) {
  return domain::format_integer(n) + " " + (n == 1 ? one : many);
}

std::string text_of(const std::string& nome, const rules::Review& review) {
  std::string text = nome + ": " + (review.inviabile ? "si può inviare" : "non si può inviare") + " (" +
                     counted(review.errori, "errore", "errori") + ", " + counted(review.avvisi, "avviso", "avvisi") + ")\n";
  for (const auto& alert : review.alerts) {
    text += std::string("  ") + label(alert.gravita) + ' ' + alert.codice + ' ' + alert.campo + ": " + alert.testo;
    if (!alert.rimedio.empty()) text += ' ' + alert.rimedio;
    if (!alert.citazione.empty()) text += " (" + alert.citazione + (alert.lettura ? "; lettura da confermare)" : ")");
    text += '\n';
  }
  return text;
}

// Names of files may hold bytes that are not UTF-8.
std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

// The file of a draft: "bozze.jsonl:3" without the number.
std::string file_of(const std::string& nome) {
  const auto colon = nome.rfind(':');
  const bool numbered = colon != std::string::npos && nome.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  return numbered ? nome.substr(0, colon) : nome;
}

std::string uri_of(const std::string& path) {
  constexpr std::string_view kPlain = "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string uri;
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += "0123456789ABCDEF"[byte >> 4U];
    uri += "0123456789ABCDEF"[byte & 0xFU];
  }
  return uri;
}

json location(const std::string& nome, const std::string& campo) {
  const std::string file = file_of(nome);
  json place{{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(file)}}}}}};
  constexpr std::string_view kTable = ".csv";
  const bool table = file.size() > kTable.size() && file.compare(file.size() - kTable.size(), kTable.size(), kTable) == 0;
  if (table && nome.size() > file.size()) {  // the number is the line of the spreadsheet
    place["physicalLocation"]["region"] = {{"startLine", std::stoi(nome.substr(file.size() + 1))}};
  }
  if (!campo.empty()) place["logicalLocations"] = json::array({{{"fullyQualifiedName", campo}}});
  return place;
}

std::string sarif_of(const std::string& nome, const rules::Review& review) {
  std::string text;
  for (const auto& alert : review.alerts) {
    const json result{{"ruleId", alert.codice},
                      {"level", sarif_level(alert.gravita)},
                      {"message", {{"text", alert.rimedio.empty() ? alert.testo : alert.testo + " " + alert.rimedio}}},
                      {"locations", json::array({location(nome, alert.campo)})},
                      {"properties", {{"bozza", nome}, {"citazione", alert.citazione}, {"lettura", alert.lettura}}}};
    text += ",\n" + dump(result);
  }
  return text;
}

std::string sarif_opening(const norms::Norms& norms) {
  json rules = json::array();
  for (const auto& alert : norms.alerts()) {
    rules.push_back({{"id", alert.codice},
                     {"shortDescription", {{"text", alert.testo}}},
                     {"help", {{"text", alert.rimedio.empty() ? alert.testo : alert.rimedio}}},
                     {"defaultConfiguration", {{"level", sarif_level(alert.gravita)}}},
                     {"properties", {{"citazione", alert.citazione}, {"sezione", alert.sezione}, {"lettura", alert.lettura}}}});
  }
  const json driver{{"name", "omnia"},
                    {"rules", std::move(rules)},
                    {"properties", {{"norme_versione", norms.versione()}, {"norme_impronta", norms.impronta()}}}};
  return R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":)" +
         driver.dump() + R"(},"results":[)";
}

std::string text_closing(const Totali& t, const norms::Norms& norms) {
  std::string text = "Bozze: " + domain::format_integer(t.bozze) +
                     ". Inviabili: " + domain::format_integer(t.bozze - t.con_errori - t.illeggibili) + " (" +
                     domain::format_integer(t.con_avvisi) + " con avvisi). Con errori: " + domain::format_integer(t.con_errori) +
                     ". Illeggibili: " + domain::format_integer(t.illeggibili) + ".\n";
  return text + "Norme: versione " + norms.versione() + ", impronta " + norms.impronta() + ".\n";
}

}  // namespace

std::string render(Formato formato, const std::string& nome, const rules::Review& review) {
  if (formato == Formato::testo) return text_of(nome, review);
  if (formato == Formato::sarif) return sarif_of(nome, review);
  return R"({"bozza":)" + dump(nome) + R"(,"esame":)" + wire::write(review) + "}\n";
}

std::string render_defect(Formato formato, const std::string& nome, const std::string& difetto) {
  if (formato == Formato::testo) return nome + ": illeggibile: " + difetto + "\n";
  if (formato == Formato::json) return dump({{"bozza", nome}, {"errore", difetto}}) + "\n";
  const json result{{"level", "error"},
                    {"message", {{"text", "Bozza illeggibile: " + difetto}}},
                    {"locations", json::array({location(nome, {})})},
                    {"properties", {{"bozza", nome}}}};
  return ",\n" + dump(result);
}

std::string opening(Formato formato, const norms::Norms& norms) {
  return formato == Formato::sarif ? sarif_opening(norms) : std::string();
}

std::string closing(Formato formato, const Totali& totali, const norms::Norms& norms) {
  if (formato == Formato::testo) return text_closing(totali, norms);
  if (formato == Formato::json) return {};
  return std::string(R"(],"invocations":[{"executionSuccessful":)") + (totali.illeggibili == 0 ? "true" : "false") + "}]}]}\n";
}

}  // namespace omnia::cli
