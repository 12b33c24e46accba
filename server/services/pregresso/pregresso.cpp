#include "server/services/pregresso/pregresso.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "server/identity/secrets.hpp"
#include "server/services/pregresso/righe.hpp"
#include "server/store/import_store.hpp"
#include "shared/domain/quantity.hpp"

namespace omnia::services {
namespace {

constexpr const char* kDomande = "domande_pregresse";
constexpr const char* kAutorizzazioni = "autorizzazioni_pregresse";

// Undoes the transaction; what was found is already in the outcome.
struct Annulla {};

struct Lettura {
  const char* tipo;
  std::string_view chiave;
  std::vector<std::string_view> obbligatorie;
  EsitoRiga (*riga)(const ImportazionePregresso&, store::Connection&, csv::Cells&);
};

const Lettura& reading(bool autorizzazioni) {
  static const Lettura kFiled{
      kDomande,
      "protocollo",
      {"protocollo", "data_invio", "matricola", "unita_produttiva", "causale", "dal", "al", "ore", "lavoratori"},
      import_domanda_pregressa};
  static const Lettura kDecided{
      kAutorizzazioni, "numero", {"numero", "matricola", "unita_produttiva", "data_decisione"}, import_autorizzazione_pregressa};
  return autorizzazioni ? kDecided : kFiled;
}

void read_rows(const ImportazionePregresso& ufficio, store::Connection& db, const csv::Table& table, const Lettura& lettura,
               EsitoFilePregresso& esito) {
  std::map<std::string, std::int64_t> seen;
  for (const csv::Row& row : table.rows()) {
    csv::Cells cells(table, row, esito.difetti);
    if (!cells.ok()) continue;  // its cells are in the wrong columns
    const std::string key = cells.text(lettura.chiave);
    const auto [first, fresh] = seen.emplace(key, row.riga);
    if (!fresh && !key.empty()) {
      cells.wrong(lettura.chiave, fmt::format("è già nella riga {}. Lascia una sola riga.", first->second));
      continue;
    }
    const EsitoRiga one = lettura.riga(ufficio, db, cells);
    if (one == EsitoRiga::nuova) ++esito.nuove;
    if (one == EsitoRiga::nota) ++esito.note;
  }
}

// What kind of file it is, by its header: only authorisations have a number.
bool has_number(const FilePregresso& file) {
  const auto table = csv::read_table(file.contenuto, {});
  const auto* read = std::get_if<csv::Table>(&table);
  return read != nullptr && read->column("numero") != csv::Table::kNone;
}

EsitoFilePregresso import_file(const ImportazionePregresso& ufficio, store::Connection& db, const FilePregresso& file,
                               const Lettura& lettura) {
  EsitoFilePregresso esito{file.nome, lettura.tipo, false, 0, 0, {}};
  const std::string impronta = identity::sha256_hex(file.contenuto);
  if (store::is_file_importato(db, impronta)) {
    esito.gia_noto = true;
    return esito;
  }
  const auto table = csv::read_table(file.contenuto, lettura.obbligatorie);
  if (const auto* unreadable = std::get_if<csv::Difetto>(&table)) {
    esito.difetti.push_back(*unreadable);
    return esito;
  }
  read_rows(ufficio, db, std::get<csv::Table>(table), lettura, esito);
  if (esito.difetti.empty()) {
    store::insert_file_importato(db, {impronta, file.nome, lettura.tipo, esito.nuove, 0, ufficio.chi, ufficio.ruolo});
  }
  return esito;
}

std::string rows_text(std::int64_t n) { return domain::format_integer(n) + (n == 1 ? " riga" : " righe"); }

std::string file_text(const EsitoFilePregresso& file, bool prova) {
  std::string out = file.nome + ": ";
  if (file.gia_noto) return out + "già importato, non cambia nulla.\n";
  if (file.difetti.empty()) {
    return out + (prova ? "da importare " : "importate ") + rows_text(file.nuove) +
           (file.note > 0 ? ", già note " + rows_text(file.note) : "") + ".\n";
  }
  out += domain::format_integer(static_cast<std::int64_t>(file.difetti.size())) +
         (file.difetti.size() == 1 ? " cosa da correggere:\n" : " cose da correggere:\n");
  for (const auto& one : file.difetti) {
    out += one.riga > 0 ? fmt::format("  riga {}: {}\n", one.riga, one.motivo) : "  " + one.motivo + "\n";
  }
  return out;
}

}  // namespace

bool EsitoPregresso::ok() const {
  return std::all_of(file.begin(), file.end(), [](const EsitoFilePregresso& one) { return one.difetti.empty(); });
}

std::string EsitoPregresso::testo() const {
  std::string out;
  for (const auto& one : file) out += file_text(one, prova || !ok());
  if (!ok()) return out + "Non è stato importato nulla.\n";
  return prova ? out + "Prova riuscita: non è stato scritto nulla.\n" : out;
}

std::string EsitoPregresso::json() const {
  nlohmann::json files = nlohmann::json::array();
  for (const auto& one : file) {
    nlohmann::json defects = nlohmann::json::array();
    for (const auto& d : one.difetti)
      defects.push_back({{"riga", d.riga}, {"colonna", d.colonna}, {"codice", d.codice}, {"motivo", d.motivo}});
    files.push_back({{"nome", one.nome},
                     {"tipo", one.tipo},
                     {"gia_noto", one.gia_noto},
                     {"righe_nuove", one.nuove},
                     {"righe_note", one.note},
                     {"difetti", std::move(defects)}});
  }
  const nlohmann::json all = {{"prova", prova}, {"importato", ok() && !prova}, {"file", std::move(files)}};
  return all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

EsitoPregresso import_pregresso(const ImportazionePregresso& ufficio, std::vector<FilePregresso> files, bool prova) {
  // An authorisation names its domanda: those come first, whatever the order of the files.
  std::stable_partition(files.begin(), files.end(), [](const FilePregresso& one) { return !has_number(one); });
  EsitoPregresso esito;
  esito.prova = prova;
  try {
    ufficio.db.write([&](store::Connection& db) {
      for (const auto& file : files) esito.file.push_back(import_file(ufficio, db, file, reading(has_number(file))));
      if (prova || !esito.ok()) throw Annulla{};
    });
  } catch (const Annulla&) {
    return esito;
  }
  return esito;
}

}  // namespace omnia::services
