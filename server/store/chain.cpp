#include "server/store/chain.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <stdexcept>

#include "server/store/binding.hpp"
#include "shared/norms/sha256.hpp"

namespace omnia::store {
namespace {

// Each text with its length before it: no two different rows give the same bytes.
std::string digest(std::int64_t numero, const std::string& precedente, const std::vector<std::string>& valori) {
  std::string bytes = fmt::format("{}\n{}\n", numero, precedente);
  for (const auto& text : valori) bytes += fmt::format("{}:{}\n", text.size(), text);
  return norms::sha256_hex(bytes);
}

struct Estremi {
  Testa base;    // the row before the first
  Testa ultimo;  // the last row
};

Estremi ends_of(Connection& db, const Catena& catena) {
  SQLite::Statement query(
      db, fmt::format("SELECT base_numero, base_impronta, numero, impronta FROM {}_catena WHERE id = 1", catena.tabella));
  if (!query.executeStep()) {
    throw std::runtime_error("Il registro «" + catena.tabella + "» ha perso i capi della catena: ripristina una copia.");
  }
  Columns columns(query);
  Estremi ends;
  ends.base.numero = columns.integer();
  ends.base.impronta = columns.text();
  ends.ultimo.numero = columns.integer();
  ends.ultimo.impronta = columns.text();
  return ends;
}

}  // namespace

Testa testa_catena(Connection& db, const Catena& catena) { return ends_of(db, catena).ultimo; }

void append_anello(Connection& db, const Catena& catena, const std::vector<std::string>& valori) {
  const Testa last = ends_of(db, catena).ultimo;
  std::string places = "?, ?, ?";
  for (std::size_t i = 0; i < catena.campi.size(); ++i) places += ", ?";
  SQLite::Statement row(db, fmt::format("INSERT INTO {}(numero, precedente, impronta, {}) VALUES({})", catena.tabella,
                                        fmt::join(catena.campi, ", "), places));
  Binder bind(row);
  bind << last.numero + 1 << last.impronta << digest(last.numero + 1, last.impronta, valori);
  for (const auto& text : valori) bind << text;
  row.exec();
}

VerificaCatena check_catena(Connection& db, const Catena& catena, const std::optional<Testa>& atteso) {
  VerificaCatena out;
  const Estremi ends = ends_of(db, catena);
  Testa last = ends.base;
  bool seen = !atteso || (atteso->numero == last.numero && atteso->impronta == last.impronta);
  SQLite::Statement query(db, fmt::format("SELECT numero, precedente, impronta, {} FROM {} ORDER BY numero",
                                          fmt::join(catena.campi, ", "), catena.tabella));
  std::vector<std::string> values(catena.campi.size());
  while (query.executeStep()) {
    Columns columns(query);
    const std::int64_t numero = columns.integer();
    const std::string before = columns.text();
    const std::string written = columns.text();
    for (auto& value : values) value = columns.text();
    if (numero != last.numero + 1)
      out.difetti.push_back(fmt::format("Dopo la {} {} viene la {}: ne mancano.", catena.riga, last.numero, numero));
    if (before != last.impronta)
      out.difetti.push_back(fmt::format("La {} {} non segue quella che la precede.", catena.riga, numero));
    if (digest(numero, before, values) != written)
      out.difetti.push_back(fmt::format("La {} {} non è com’è stata scritta.", catena.riga, numero));
    if (atteso && numero == atteso->numero) seen = written == atteso->impronta;
    last = {numero, written};
    ++out.righe;
  }
  if (last.numero != ends.ultimo.numero || last.impronta != ends.ultimo.impronta)
    out.difetti.push_back(
        fmt::format("L’ultima {} è la {}, ma il registro finiva con la {}.", catena.riga, last.numero, ends.ultimo.numero));
  if (!seen) out.difetti.push_back(fmt::format("La {} {} non è quella annotata a suo tempo.", catena.riga, atteso->numero));
  return out;
}

void forget_anelli(Connection& db, const Catena& catena, std::int64_t numero) {
  SQLite::Statement base(db, fmt::format("UPDATE {0}_catena SET (base_numero, base_impronta) = "
                                         "(SELECT numero, impronta FROM {0} WHERE numero = ?1) "
                                         "WHERE EXISTS(SELECT 1 FROM {0} WHERE numero = ?1)",
                                         catena.tabella));
  base.bind(1, numero);
  if (base.exec() == 0) return;
  SQLite::Statement rows(db, fmt::format("DELETE FROM {} WHERE numero <= ?", catena.tabella));
  rows.bind(1, numero);
  rows.exec();
}

}  // namespace omnia::store
