// The CSV files of the registry folder: companies, units, authorisations, delegations, identities. A file with one wrong row
// changes nothing: all its defects come back together.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "server/uniemens/difetto.hpp"
#include "shared/csv/table.hpp"

namespace omnia::uniemens {

enum class TipoCsv { aziende, unita_produttive, autorizzazioni, deleghe, identita };

// By the name of the file, in either case: "aziende.csv".
std::optional<TipoCsv> csv_kind(std::string_view nome_file);
std::string_view csv_name(TipoCsv tipo);  // "aziende"

struct CsvEsito {
  std::int64_t righe = 0;
  std::vector<csv::Difetto> difetti;  // not empty: the caller must undo the transaction
};
// Throws FileRifiutato for a file that cannot be read at all.
CsvEsito import_csv(store::Connection& db, TipoCsv tipo, std::string bytes);

}  // namespace omnia::uniemens
