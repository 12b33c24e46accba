// Care of the archive: proof that it is whole, copies made while it works, copies put back, and what its age lets go.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server/store/audit_store.hpp"
#include "shared/domain/date.hpp"

namespace omnia::store {

struct Verifica {
  std::vector<std::string> difetti;  // sentences; empty: all is well
  std::int64_t domande = 0, protocolli = 0, contenuti = 0;
  std::int64_t senza_segnatura = 0;      // no defect: sealed when somebody asks, if there is a document
  std::int64_t poteri_non_annotati = 0;  // delegations, grants and identities of an archive not opened since they are recorded
  Testa testa;
};
// Reads only: structure of the file, foreign keys, chains of the changes and of the accesses, contents against their digests,
// domande with their attachments, requests, acts, authorisations, sealed segnature, delegations, grants and identities against
// what the chain says of them, protocol numbers without gap and in order.
Verifica verify(const std::string& file, const std::optional<Testa>& atteso = std::nullopt);
// Throws when there is no such file: who takes care of an archive makes none by a slip of the pen.
void require_there(const std::string& file);
// The chains alone: changes and accesses.
std::vector<std::string> verify_audit(const std::string& file, const std::optional<Testa>& atteso = std::nullopt);
Testa audit_head(const std::string& file);

// A copy of a database in use, verified before it takes its name. Throws std::runtime_error when `copia` exists or has defects.
void backup(const std::string& file, const std::string& copia);
// The copy becomes `file`. Throws when the copy has defects, when `file` exists and `sostituisci` is not said, or is in use.
void restore(const std::string& copia, const std::string& file, bool sostituisci);

struct Scaduti {
  std::string oggetto;
  std::string prima_del;  // day
  std::string fonte;
  std::int64_t righe = 0;
};
// What is older than the time its kind is kept, as in force on `oggi`; taken away, with a row in the record of changes,
// unless `prova`.
std::vector<Scaduti> retention(Db& db, domain::Date oggi, const std::string& quando, bool prova);

}  // namespace omnia::store
