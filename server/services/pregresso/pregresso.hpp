// Coexistence with the old procedures (msg. INPS 2372/2023): their domande and authorisations, from CSV files, into the lists,
// the counters and the istruttoria of this office. All the files of a call or nothing; files and rows already known change
// nothing.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "server/services/clock.hpp"
#include "server/store/db.hpp"
#include "shared/csv/table.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::services {

struct FilePregresso {
  std::string nome;
  std::string contenuto;
};

struct EsitoFilePregresso {
  std::string nome;
  std::string tipo;        // "domande_pregresse", "autorizzazioni_pregresse"; empty: not recognised
  bool gia_noto = false;   // the same content was imported before
  std::int64_t nuove = 0;  // rows
  std::int64_t note = 0;   // rows known from another file, with the same facts
  std::vector<csv::Difetto> difetti;
};
struct EsitoPregresso {
  std::vector<EsitoFilePregresso> file;  // domande before authorisations
  bool prova = false;
  [[nodiscard]] bool ok() const;            // no defect anywhere
  [[nodiscard]] std::string testo() const;  // Italian, for the command line
  [[nodiscard]] std::string json() const;
};

// Where the import works and who asks for it.
struct ImportazionePregresso {
  store::Db& db;
  const Clock& clock;
  const norms::Norms& norme;
  std::string chi = "sistema", ruolo = "sistema";
};
// `prova`: judges everything and writes nothing.
EsitoPregresso import_pregresso(const ImportazionePregresso& ufficio, std::vector<FilePregresso> files, bool prova);

}  // namespace omnia::services
