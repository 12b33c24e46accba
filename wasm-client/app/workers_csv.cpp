// Workers from a CSV, chosen as a file or pasted: all of them, or what is wrong row by row and nothing.
#include "shared/csv/beneficiari.hpp"
#include "shared/rules/alerts/elenco_csv.hpp"
#include "wasm-client/app/editing.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/app/workers.hpp"

namespace omnia::app {
namespace {

constexpr std::int64_t kMostWorkers = 10000;  // of one domanda (shared/wire)
constexpr const char* kPasted = "lavoratori.csv.testo";

// Names as UniEmens has them, where the file does not say.
void complete(domain::Beneficiario& one, const std::unordered_map<std::string, const domain::Lavoratore*>& known) {
  const auto found = known.find(one.codice_fiscale ? one.codice_fiscale->str() : std::string());
  if (found == known.end()) return;
  if (one.cognome.empty()) one.cognome = found->second->cognome;
  if (one.nome.empty()) one.nome = found->second->nome;
}

Effects take(Model& model, std::vector<domain::Beneficiario> workers) {
  Scrivania& desk = *model.scrivania;
  auto& list = desk.bozza.draft.lavoratori.beneficiari;
  const auto chosen = beneficiary_index(desk.bozza.draft);
  std::unordered_map<std::string, const domain::Lavoratore*> known;
  for (const domain::Lavoratore* worker : unit_workers(desk)) known.emplace(worker->codice_fiscale, worker);
  const std::size_t before = list.size();
  for (auto& one : workers) {
    if (one.codice_fiscale && chosen.count(one.codice_fiscale->str()) > 0) continue;
    complete(one, known);
    list.push_back(std::move(one));
  }
  const auto added = static_cast<std::int64_t>(list.size() - before);
  const auto present = static_cast<std::int64_t>(workers.size()) - added;
  desk.lavoratori.csv.testo.clear();
  desk.lavoratori.csv.esito =
      t("csv.esito", {{"aggiunti", plural("conta.lavoratore", added)}, {"presenti", domain::format_integer(present)}});
  desk.bozza.toccati.insert("lavoratori.beneficiari");
  return changed(model);
}

Effects read_list(Model& model, std::string bytes) {
  ImportazioneCsv& state = model.scrivania->lavoratori.csv;
  state.esito.clear();
  state.illeggibile.clear();
  state.righe.clear();
  auto read = csv::read_beneficiari(std::move(bytes));
  if (const auto alert = rules::alerts::elenco_illeggibile(read, norms::Norms::builtin())) {
    state.illeggibile = alert->testo + " " + alert->rimedio;
    return {};
  }
  state.righe = std::move(read.righe);
  if (!state.righe.empty()) return {};
  const std::size_t all = model.scrivania->bozza.draft.lavoratori.beneficiari.size() + read.beneficiari.size();
  if (static_cast<std::int64_t>(all) > kMostWorkers) {
    state.illeggibile = t("csv.troppi", {{"massimo", domain::format_integer(kMostWorkers)}});
    return {};
  }
  return take(model, std::move(read.beneficiari));
}

Effects file_chosen(Model& model, const std::string&, const FileChosen& file) {
  if (!model.scrivania) return {};
  if (file.bytes.empty()) {
    model.scrivania->lavoratori.csv.illeggibile = t("documento.vuoto", {{"nome", file.nome}});
    return {};
  }
  return read_list(model, file.bytes);
}

Effects type_text(Model& model, const std::string&, const std::string& text, bool) {
  if (model.scrivania) model.scrivania->lavoratori.csv.testo = text;
  return {};
}

Effects import_pasted(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  const std::string text = model.scrivania->lavoratori.csv.testo;
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return {FocusNode{kPasted}};
  return read_list(model, text);
}

// With the marks of a spreadsheet that reads Italian files: semicolons, and UTF-8 said at the beginning.
Effects template_file(Model&, const std::string&) {
  return {Download{"lavoratori.csv", "text/csv;charset=utf-8",
                   "\xEF\xBB\xBF"
                   "codice_fiscale;cognome;nome;qualifica;cambio_appalto\r\n"}};
}

}  // namespace

Subject workers_csv_subject() {
  Subject subject{
      {{"lavoratori.csv.importa", import_pasted}, {"lavoratori.csv.modello", template_file}}, {{kPasted, type_text}}, {}};
  subject.files = {{"lavoratori.csv", file_chosen}};
  return subject;
}

}  // namespace omnia::app
