#include "server/store/segnature_store.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "server/store/audit_store.hpp"
#include "server/store/binding.hpp"
#include "shared/norms/sha256.hpp"

namespace omnia::store {
namespace {

constexpr std::string_view kSealed = "segnatura.apposta";

std::string object_of(std::string_view protocollo) { return "protocollo:" + std::string(protocollo); }

// The digest in the record of changes; empty: none.
std::string recorded(Connection& db, const std::string& protocollo) {
  for (const auto& row : list_modifiche(db, object_of(protocollo))) {
    const auto detail = nlohmann::json::parse(row.modifica.dettaglio, nullptr, false);
    if (row.modifica.azione == kSealed && detail.is_object()) return detail.value("impronta", "");
  }
  return {};
}

}  // namespace

std::optional<Registrazione> find_registrazione(Connection& db, std::string_view protocollo) {
  SQLite::Statement query(db,
                          "SELECT p.sede, p.registrato_il, p.oggetto, p.numero, coalesce(c.contenuto, '') FROM protocolli p "
                          "LEFT JOIN codici_ufficio c ON c.numero = p.codici WHERE p.protocollo = ?");
  Binder(query) << protocollo;
  if (!query.executeStep()) return std::nullopt;
  Columns columns(query);
  Registrazione found;
  found.sede = columns.text();
  found.registrato_il = columns.text();
  found.oggetto = columns.text();
  found.numero = columns.integer();
  found.codici = columns.text();
  return found;
}

void put_codici(Connection& db, const std::string& codici) {
  SQLite::Statement last(db, "SELECT contenuto FROM codici_ufficio ORDER BY numero DESC LIMIT 1");
  if (last.executeStep() && last.getColumn(0).getString() == codici) return;
  SQLite::Statement row(db, "INSERT INTO codici_ufficio(contenuto) VALUES(?)");
  Binder(row) << codici;
  row.exec();
}

void insert_segnatura(Connection& db, std::string_view protocollo, const std::string& apposta_il, const std::string& contenuto) {
  const std::string digest = norms::sha256_hex(contenuto);
  SQLite::Statement row(db, "INSERT INTO segnature(protocollo, apposta_il, impronta, contenuto) VALUES(?, ?, ?, ?)");
  Binder(row) << protocollo << apposta_il << digest << contenuto;
  row.exec();
  append_modifica(db, {apposta_il, "sistema", "sistema", "", std::string(kSealed), object_of(protocollo), "",
                       nlohmann::json{{"impronta", digest}}.dump()});
}

std::optional<std::string> find_segnatura(Connection& db, std::string_view protocollo) {
  SQLite::Statement query(db, "SELECT contenuto FROM segnature WHERE protocollo = ?");
  Binder(query) << protocollo;
  if (!query.executeStep()) return std::nullopt;
  return query.getColumn(0).getString();
}

std::int64_t count_senza_segnatura(Connection& db) {
  SQLite::Statement query(db,
                          "SELECT (SELECT count(*) FROM domande d WHERE NOT EXISTS (SELECT 1 FROM segnature s WHERE s.protocollo "
                          "= d.protocollo)) + (SELECT count(*) FROM provvedimenti p WHERE p.stato = 'firmato' AND NOT EXISTS "
                          "(SELECT 1 FROM segnature s WHERE s.protocollo = p.protocollo)) + (SELECT count(*) FROM "
                          "richieste_integrazione r WHERE NOT EXISTS (SELECT 1 FROM segnature s WHERE s.protocollo = "
                          "r.protocollo))");
  query.executeStep();
  return query.getColumn(0).getInt64();
}

std::vector<std::string> check_segnature(Connection& db) {
  std::vector<std::string> defects;
  if (!db.tableExists("segnature")) return defects;  // a copy made before there were any
  std::int64_t count = 0;
  SQLite::Statement query(db, "SELECT protocollo, impronta, contenuto FROM segnature ORDER BY protocollo");
  while (query.executeStep()) {
    ++count;
    Columns columns(query);
    const std::string protocollo = columns.text();
    const std::string digest = columns.text();
    if (norms::sha256_hex(columns.text()) != digest)
      defects.push_back("La segnatura del protocollo " + protocollo + " non corrisponde alla sua impronta.");
    if (recorded(db, protocollo) != digest)
      defects.push_back("La segnatura del protocollo " + protocollo + " non è quella del registro delle modifiche.");
  }
  SQLite::Statement known(db, "SELECT count(*) FROM modifiche WHERE azione = ?");
  Binder(known) << kSealed;
  known.executeStep();
  if (known.getColumn(0).getInt64() != count) {
    defects.push_back(fmt::format("Le segnature informatiche sono {}, ma il registro delle modifiche ne conta {}.", count,
                                  known.getColumn(0).getInt64()));
  }
  return defects;
}

}  // namespace omnia::store
