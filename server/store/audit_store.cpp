#include "server/store/audit_store.hpp"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <stdexcept>

#include "server/store/binding.hpp"
#include "shared/norms/sha256.hpp"

namespace omnia::store {
namespace {

constexpr const char* kFields = "numero, quando, chi, ruolo, per_conto, azione, oggetto, motivo, dettaglio";

// Each text with its length before it: no two different rows give the same bytes.
std::string digest(std::int64_t numero, const Modifica& m, const std::string& precedente) {
  std::string bytes = fmt::format("{}\n{}\n", numero, precedente);
  for (const auto* text : {&m.quando, &m.chi, &m.ruolo, &m.per_conto, &m.azione, &m.oggetto, &m.motivo, &m.dettaglio}) {
    bytes += fmt::format("{}:{}\n", text->size(), *text);
  }
  return norms::sha256_hex(bytes);
}

ModificaScritta read_row(Columns& columns) {
  ModificaScritta row;
  row.numero = columns.integer();
  auto& m = row.modifica;
  for (auto* text : {&m.quando, &m.chi, &m.ruolo, &m.per_conto, &m.azione, &m.oggetto, &m.motivo, &m.dettaglio}) {
    *text = columns.text();
  }
  return row;
}

}  // namespace

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

void append_modifica(SQLite::Database& db, const Modifica& m) {
  const Testa last = testa_modifiche(db);
  SQLite::Statement row(
      db, std::string("INSERT INTO modifiche(") + kFields + ", precedente, impronta) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Binder(row) << last.numero + 1 << m.quando << m.chi << m.ruolo << m.per_conto << m.azione << m.oggetto << m.motivo
              << m.dettaglio << last.impronta << digest(last.numero + 1, m, last.impronta);
  row.exec();
}

std::vector<ModificaScritta> list_modifiche(SQLite::Database& db, std::string_view oggetto) {
  SQLite::Statement query(db, std::string("SELECT ") + kFields + " FROM modifiche WHERE oggetto = ? ORDER BY numero");
  Binder(query) << oggetto;
  std::vector<ModificaScritta> found;
  while (query.executeStep()) {
    Columns columns(query);
    found.push_back(read_row(columns));
  }
  return found;
}

Testa testa_modifiche(SQLite::Database& db) {
  SQLite::Statement query(db, "SELECT numero, impronta FROM modifiche_testa");
  if (!query.executeStep())
    throw std::runtime_error("Il registro delle modifiche non ha la sua ultima riga: ripristina una copia.");
  return {query.getColumn(0).getInt64(), query.getColumn(1).getString()};
}

std::vector<std::string> check_modifiche(SQLite::Database& db, const std::optional<Testa>& atteso) {
  std::vector<std::string> defects;
  Testa last{0, std::string(64, '0')};
  bool seen = !atteso || atteso->numero == 0;
  SQLite::Statement query(db, std::string("SELECT ") + kFields + ", precedente, impronta FROM modifiche ORDER BY numero");
  while (query.executeStep()) {
    Columns columns(query);
    const ModificaScritta row = read_row(columns);
    const std::string before = columns.text();
    const std::string written = columns.text();
    if (row.numero != last.numero + 1)
      defects.push_back(fmt::format("Dopo la modifica {} viene la {}: ne mancano.", last.numero, row.numero));
    if (before != last.impronta) defects.push_back(fmt::format("La modifica {} non segue quella che la precede.", row.numero));
    if (digest(row.numero, row.modifica, before) != written)
      defects.push_back(fmt::format("La modifica {} non è com’è stata scritta.", row.numero));
    if (atteso && row.numero == atteso->numero) seen = written == atteso->impronta;
    last = {row.numero, written};
  }
  const Testa head = testa_modifiche(db);
  if (head.numero != last.numero || head.impronta != last.impronta)
    defects.push_back(fmt::format("L’ultima modifica è la {}, ma il registro finiva con la {}.", last.numero, head.numero));
  if (!seen) defects.push_back(fmt::format("La modifica {} non è quella annotata a suo tempo.", atteso->numero));
  return defects;
}

}  // namespace omnia::store
