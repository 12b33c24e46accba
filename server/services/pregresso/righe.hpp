// One row of the files of the old procedures, read and written. Inside the write() of the caller.
#pragma once
#include "server/services/pregresso/pregresso.hpp"
#include "shared/csv/cells.hpp"

namespace omnia::services {

enum class EsitoRiga { nuova, nota, errata };

EsitoRiga import_domanda_pregressa(const ImportazionePregresso& ufficio, store::Connection& db, csv::Cells& cells);
EsitoRiga import_autorizzazione_pregressa(const ImportazionePregresso& ufficio, store::Connection& db, csv::Cells& cells);

// The next protocol of the Sede, of today. Throws std::runtime_error when the clock is behind the register.
std::string register_import(const ImportazionePregresso& ufficio, store::Connection& db, const std::string& sede,
                            const std::string& oggetto, const std::string& impronta);
// Matricola and unit of a row, which must be in the registry; empty matricola when something is wrong.
struct LuogoRiga {
  std::string matricola;
  std::int64_t unita_produttiva = 0;
};
LuogoRiga read_place(store::Connection& db, csv::Cells& cells);
// Whole weeks: from a Monday to a Sunday.
std::optional<domain::Period> read_weeks(csv::Cells& cells);
std::string read_causale(const norms::Norms& norme, csv::Cells& cells, bool obbligatoria);

}  // namespace omnia::services
