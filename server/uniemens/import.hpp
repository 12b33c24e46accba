// Import of UniEmens XML and of the registry CSV files into the store: streaming, resumable, idempotent by content hash.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/store/db.hpp"
#include "shared/domain/date.hpp"

namespace omnia::uniemens {

struct Rifiuto {
  std::string file;
  std::int64_t riga = 0;
  std::string codice;  // "xml.dtd", "xml.sintassi", "uniemens.matricola", "csv.intestazione"…
  std::string motivo;  // Italian sentence with the remedy
};

struct ImportReport {
  std::int64_t file_letti = 0, file_gia_noti = 0, file_rifiutati = 0;
  std::int64_t aziende = 0, denunce = 0, lavoratori_nuovi = 0, eventi = 0, righe_csv = 0;
  std::int64_t sezioni_saltate = 0;  // PosPA, PosAgri… known to exist, not read
  std::vector<Rifiuto> rifiuti;      // at most 200
  std::int64_t rifiuti_totali = 0;
  [[nodiscard]] std::string testo() const;  // Italian, for the command line
  [[nodiscard]] std::string json() const;
};

struct ImportOptions {
  // Only these matricole may be written (an employer's upload); nullopt: all (command line).
  std::optional<std::set<std::string>> ammesse;
  // The last month that may have been worked; nullopt: any. A month to come would stand as the latest for years.
  std::optional<domain::YearMonth> ultimo_mese;
  std::string chi = "sistema", ruolo = "sistema";  // for the record of changes
  std::int64_t limite_byte = 50LL * 1024 * 1024;
  std::function<void(const std::string&)> progresso;  // one line a file, may be empty
};

// Reads up to n bytes; 0 at the end.
using Source = std::function<std::size_t(char*, std::size_t)>;
ImportReport import_xml(store::Db& db, const std::string& nome, const Source& source, const ImportOptions& options);
// Files or folders: *.xml as UniEmens, aziende.csv, unita_produttive.csv, autorizzazioni.csv, deleghe.csv, identita.csv by name.
ImportReport import_paths(store::Db& db, const std::vector<std::string>& paths, const ImportOptions& options);

}  // namespace omnia::uniemens
