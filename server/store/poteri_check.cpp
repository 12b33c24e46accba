#include "server/store/poteri_check.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "server/store/binding.hpp"
#include "shared/norms/sha256.hpp"

namespace omnia::store {
namespace {

using nlohmann::json;

constexpr const char* kArchivio = "archivio";

struct Tabella {
  const char* oggetto;  // before the id, in the record of changes
  const char* nome;
  const char* colonne;  // all that the digest is of, in order
  const char* detta;
};
// In the order of Potere. A column that comes later stays out of the digest: those recorded before would no longer be theirs.
constexpr std::array<Tabella, 4> kTabelle = {{
    {"delega", "deleghe", "id, intermediario_cf, matricola, dal, al, revocata_il, servizi, creata_da", "La delega"},
    {"subdelega", "subdeleghe", "id, delega, dipendente_cf, dal, al, revocata_il, creata_da", "La subdelega"},
    {"abilitazione", "abilitazioni",
     "id, identita, atto, protocollo, richiesta_il, dal, al, revisione_entro, concessa_da, concessa_il, revocata_da, "
     "revocata_il, motivo_revoca",
     "L’abilitazione"},
    {"identita", "identita", "id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf, supervisore", "L’identità"},
}};
const Tabella& table_of(Potere tipo) { return kTabelle.at(static_cast<std::size_t>(tipo)); }

std::string object_of(const Tabella& table, std::string_view id) { return fmt::format("{}:{}", table.oggetto, id); }

// NULL is not the empty text.
std::string digest(SQLite::Statement& row) {
  json values = json::array();
  for (int i = 0; i < row.getColumnCount(); ++i) {
    const auto column = row.getColumn(i);
    values.push_back(column.isNull() ? json() : json(column.getString()));
  }
  return norms::sha256_hex(values.dump(-1, ' ', false, json::error_handler_t::replace));
}

// What was recorded of each object last.
class Registrati {
 public:
  explicit Registrati(Connection& db)
      : query_(db, "SELECT dettaglio FROM modifiche WHERE oggetto = ? ORDER BY numero DESC LIMIT 1") {}
  // Empty: nothing.
  std::string impronta(const std::string& oggetto) {
    query_.reset();
    Binder(query_) << oggetto;
    if (!query_.executeStep()) return {};
    const auto detail = json::parse(query_.getColumn(0).getString(), nullptr, false);
    const auto found = detail.is_object() ? detail.find("impronta") : detail.end();
    return detail.is_object() && found != detail.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

 private:
  SQLite::Statement query_;
};

void append(Connection& db, const Tabella& table, const std::string& oggetto, std::string_view passo, const Autore& autore,
            const std::string& impronta) {
  append_modifica(db, {autore.quando, autore.chi, autore.ruolo, "", fmt::format("{}.{}", table.oggetto, passo), oggetto, "",
                       json{{"impronta", impronta}}.dump()});
}

bool are_recorded(Connection& db) {
  for (const auto& row : list_modifiche(db, kArchivio)) {
    const auto detail = json::parse(row.modifica.dettaglio, nullptr, false);
    if (detail.is_object() && detail.value(kPoteriAnnotati, json(false)) == json(true)) return true;
  }
  return false;
}

void check_rows(Connection& db, const Tabella& table, bool recorded, VerificaPoteri& out) {
  Registrati known(db);
  SQLite::Statement query(db, fmt::format("SELECT {} FROM {} ORDER BY id", table.colonne, table.nome));
  while (query.executeStep()) {
    const std::string id = query.getColumn(0).getString();
    const std::string last = known.impronta(object_of(table, id));
    if (last.empty() && !recorded) {
      ++out.non_annotati;
    } else if (last.empty()) {
      out.difetti.push_back(fmt::format("{} {} non è nel registro delle modifiche.", table.detta, id));
    } else if (last != digest(query)) {
      out.difetti.push_back(fmt::format("{} {} non è quella del registro delle modifiche.", table.detta, id));
    }
  }
}

// Nobody takes one away: it is revoked, or ends.
void check_missing(Connection& db, const Tabella& table, VerificaPoteri& out) {
  const std::string first = object_of(table, "");
  std::string after = first;
  ++after.back();  // the objects of one kind stand together in the index
  SQLite::Statement query(db, fmt::format("SELECT DISTINCT substr(m.oggetto, {}) FROM modifiche m WHERE m.oggetto >= ? AND "
                                          "m.oggetto < ? AND NOT EXISTS (SELECT 1 FROM {} t WHERE t.id = substr(m.oggetto, {}))",
                                          first.size() + 1, table.nome, first.size() + 1));
  Binder(query) << first << after;
  while (query.executeStep()) {
    out.difetti.push_back(
        fmt::format("{} {} non c’è, ma il registro delle modifiche la conosce.", table.detta, query.getColumn(0).getString()));
  }
}

}  // namespace

void record_potere(Connection& db, Potere tipo, std::string_view id, std::string_view passo, const Autore& autore) {
  const Tabella& table = table_of(tipo);
  SQLite::Statement query(db, fmt::format("SELECT {} FROM {} WHERE id = ?", table.colonne, table.nome));
  Binder(query) << id;
  if (!query.executeStep()) return;
  const std::string now = digest(query);
  const std::string object = object_of(table, id);
  if (Registrati(db).impronta(object) != now) append(db, table, object, passo, autore, now);
}

void record_poteri_trovati(Connection& db, bool nuovo) {
  if (!nuovo && are_recorded(db)) return;
  const Autore office;
  for (const Tabella& table : kTabelle) {
    SQLite::Statement query(db, fmt::format("SELECT {} FROM {} ORDER BY id", table.colonne, table.nome));
    while (query.executeStep())
      append(db, table, object_of(table, query.getColumn(0).getString()), "trovata", office, digest(query));
  }
  if (nuovo) return;
  append_modifica(db, {office.quando, office.chi, office.ruolo, "", "archivio.poteri_annotati", kArchivio, "",
                       json{{kPoteriAnnotati, true}}.dump()});
}

VerificaPoteri check_poteri(Connection& db) {
  VerificaPoteri out;
  const bool recorded = are_recorded(db);
  for (const Tabella& table : kTabelle) {
    if (!db.tableExists(table.nome)) continue;  // a copy made before there were any
    check_rows(db, table, recorded, out);
    check_missing(db, table, out);
  }
  return out;
}

}  // namespace omnia::store
