#include "server/identity/sessions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/identity/secrets.hpp"

namespace omnia::identity {
namespace {

constexpr const char* kColumns =
    "SELECT id, codice_fiscale, cognome, nome, ruolo, coalesce(sede, ''), coalesce(azienda_cf, '') FROM identita";

std::optional<Identita> read_identity(SQLite::Statement& row) {
  const auto ruolo = parse_ruolo(row.getColumn(4).getString());
  if (!ruolo) return std::nullopt;
  Identita found;
  found.id = row.getColumn(0).getString();
  found.codice_fiscale = row.getColumn(1).getString();
  found.cognome = row.getColumn(2).getString();
  found.nome = row.getColumn(3).getString();
  found.ruolo = *ruolo;
  found.sede = row.getColumn(5).getString();
  found.azienda_cf = row.getColumn(6).getString();
  return found;
}

std::string company_name(store::Db& db, const Identita& chi) {
  if (chi.azienda_cf.empty()) return {};
  return db.read([&](SQLite::Database& connection) -> std::string {
    SQLite::Statement query(connection,
                            "SELECT denominazione FROM posizioni WHERE codice_fiscale = ? ORDER BY matricola LIMIT 1");
    query.bind(1, chi.azienda_cf);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
  });
}

std::string describe(store::Db& db, const Identita& chi, domain::Date oggi) {
  switch (chi.ruolo) {
    case Ruolo::datore:
      return "Datore di lavoro di " + company_name(db, chi);
    case Ruolo::intermediario: {
      const auto count = matricole(db, chi, oggi).size();
      return count == 1 ? "Intermediario con una delega valida oggi"
                        : fmt::format("Intermediario con {} deleghe valide oggi", count);
    }
    case Ruolo::operatore:
      return "Operatore della Sede " + chi.sede;
    case Ruolo::advisor:
      return "Consulente della chat INFO CIG";
    case Ruolo::analista:
      return "Analista del Ministero";
  }
  return {};
}

// Last use is written at most every minute, so that reading does not cost a write each time.
std::int64_t use_granularity(const SessionLimits& limits) { return std::min<std::int64_t>(60, limits.inattiva / 4); }

}  // namespace

std::optional<Identita> find_identity(store::Db& db, std::string_view id) {
  return db.read([&](SQLite::Database& connection) -> std::optional<Identita> {
    SQLite::Statement query(connection, std::string(kColumns) + " WHERE id = ?");
    query.bind(1, std::string(id));
    if (!query.executeStep()) return std::nullopt;
    return read_identity(query);
  });
}

std::vector<IdentitaDemo> demo_identities(store::Db& db, domain::Date oggi) {
  std::vector<IdentitaDemo> found;
  db.read([&](SQLite::Database& connection) {
    SQLite::Statement query(connection, std::string(kColumns) +
                                            " ORDER BY CASE ruolo WHEN 'datore' THEN 1 WHEN 'intermediario' THEN 2 "
                                            "WHEN 'operatore' THEN 3 WHEN 'advisor' THEN 4 ELSE 5 END, id");
    while (query.executeStep()) {
      if (auto chi = read_identity(query)) found.push_back({std::move(*chi), {}});
    }
  });
  for (auto& demo : found) demo.descrizione = describe(db, demo.identita, oggi);
  return found;
}

std::optional<Sessions::Opened> Sessions::open(std::string_view identita, std::int64_t now) {
  const auto chi = find_identity(db_, identita);
  if (!chi) return std::nullopt;
  Opened opened{random_token(),
                {*chi, company_name(db_, *chi), random_token(), now + std::min(limits_.inattiva, limits_.massima)}};
  db_.write([&](SQLite::Database& connection) {
    SQLite::Statement expired(connection, "DELETE FROM sessioni WHERE ultimo_uso < ? OR creata < ?");
    expired.bind(1, now - limits_.inattiva);
    expired.bind(2, now - limits_.massima);
    expired.exec();
    SQLite::Statement row(connection, "INSERT INTO sessioni(impronta, identita, csrf, creata, ultimo_uso) VALUES(?, ?, ?, ?, ?)");
    row.bind(1, sha256_hex(opened.token));
    row.bind(2, chi->id);
    row.bind(3, opened.session.csrf);
    row.bind(4, now);
    row.bind(5, now);
    row.exec();
  });
  return opened;
}

std::optional<Session> Sessions::find(std::string_view token, std::int64_t now) {
  const std::string impronta = sha256_hex(token);
  std::int64_t last_use = 0;
  auto session = db_.read([&](SQLite::Database& connection) -> std::optional<Session> {
    SQLite::Statement query(connection, "SELECT identita, csrf, creata, ultimo_uso FROM sessioni WHERE impronta = ?");
    query.bind(1, impronta);
    if (!query.executeStep()) return std::nullopt;
    last_use = query.getColumn(3).getInt64();
    const std::int64_t end = std::min(last_use + limits_.inattiva, query.getColumn(2).getInt64() + limits_.massima);
    if (now >= end) return std::nullopt;
    const auto chi = find_identity(db_, query.getColumn(0).getString());
    if (!chi) return std::nullopt;
    const std::int64_t moved = std::min(now + limits_.inattiva, query.getColumn(2).getInt64() + limits_.massima);
    return Session{*chi, company_name(db_, *chi), query.getColumn(1).getString(), moved};
  });
  if (session && now - last_use >= use_granularity(limits_)) {
    db_.write([&](SQLite::Database& connection) {
      SQLite::Statement row(connection, "UPDATE sessioni SET ultimo_uso = ? WHERE impronta = ?");
      row.bind(1, now);
      row.bind(2, impronta);
      row.exec();
    });
  }
  return session;
}

void Sessions::close(std::string_view token) {
  db_.write([&](SQLite::Database& connection) {
    SQLite::Statement row(connection, "DELETE FROM sessioni WHERE impronta = ?");
    row.bind(1, sha256_hex(token));
    row.exec();
  });
}

}  // namespace omnia::identity
