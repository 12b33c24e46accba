#include "server/identity/sessions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/identity/secrets.hpp"
#include "server/store/identity_store.hpp"

namespace omnia::identity {
namespace {

// A role that this program does not know gives no power: as if there were nobody.
std::optional<Identita> person(store::RigaIdentita row) {
  const auto ruolo = parse_ruolo(row.ruolo);
  if (!ruolo) return std::nullopt;
  return Identita{std::move(row.id),   std::move(row.codice_fiscale), std::move(row.cognome),    std::move(row.nome), *ruolo,
                  std::move(row.sede), std::move(row.azienda_cf),     std::move(row.supervisore)};
}

std::string company_name(store::Db& db, const Identita& chi) {
  if (chi.azienda_cf.empty()) return {};
  return db.read([&](SQLite::Database& r) { return store::find_denominazione(r, chi.azienda_cf); });
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
    case Ruolo::direttore:
      return "Direttore della Sede " + chi.sede;
    case Ruolo::advisor:
      return "Consulente della chat INFO CIG";
    case Ruolo::analista:
      return "Analista del Ministero";
    case Ruolo::sicurezza:
      return "Area sicurezza: abilitazioni e registro degli accessi";
    case Ruolo::amministratore:
      return "Amministratore del sistema: configurazione, nessuna pratica";
  }
  return {};
}

// Last use is written at most every minute, so that reading does not cost a write each time.
std::int64_t use_granularity(const SessionLimits& limits) { return std::min<std::int64_t>(60, limits.inattiva / 4); }

}  // namespace

std::optional<Identita> find_identity(store::Db& db, std::string_view id) {
  auto row = db.read([&](SQLite::Database& r) { return store::find_identita(r, id); });
  return row ? person(std::move(*row)) : std::nullopt;
}

std::vector<IdentitaDemo> demo_identities(store::Db& db, domain::Date oggi) {
  std::vector<IdentitaDemo> found;
  for (auto& row : db.read([](SQLite::Database& r) { return store::list_identita(r); })) {
    if (auto chi = person(std::move(row))) found.push_back({std::move(*chi), {}});
  }
  for (auto& demo : found) demo.descrizione = describe(db, demo.identita, oggi);
  return found;
}

std::optional<Sessions::Opened> Sessions::open(std::string_view identita, std::int64_t now) {
  const auto chi = find_identity(db_, identita);
  if (!chi) return std::nullopt;
  Opened opened{random_token(),
                {*chi, company_name(db_, *chi), random_token(), now + std::min(limits_.inattiva, limits_.massima)}};
  db_.write([&](SQLite::Database& w) {
    store::delete_sessioni_scadute(w, now - limits_.inattiva, now - limits_.massima);
    store::insert_sessione(w, {sha256_hex(opened.token), chi->id, opened.session.csrf, now, now});
  });
  return opened;
}

std::optional<Session> Sessions::find(std::string_view token, std::int64_t now) {
  const std::string impronta = sha256_hex(token);
  std::int64_t last_use = 0;
  auto session = db_.read([&](SQLite::Database& r) -> std::optional<Session> {  // one snapshot
    const auto stored = store::find_sessione(r, impronta);
    if (!stored) return std::nullopt;
    last_use = stored->ultimo_uso;
    const std::int64_t last_moment = stored->creata + limits_.massima;
    if (now >= std::min(last_use + limits_.inattiva, last_moment)) return std::nullopt;
    const auto chi = find_identity(db_, stored->identita);
    if (!chi) return std::nullopt;
    return Session{*chi, company_name(db_, *chi), stored->csrf, std::min(now + limits_.inattiva, last_moment)};
  });
  if (session && now - last_use >= use_granularity(limits_)) {
    try {
      db_.write([&](SQLite::Database& w) { store::touch_sessione(w, impronta, now); });
    } catch (const store::Unwritable&) {  // a full disk is no reason to send people away: they can still read
    }
  }
  return session;
}

void Sessions::close(std::string_view token) {
  db_.write([&](SQLite::Database& w) { store::delete_sessione(w, sha256_hex(token)); });
}

}  // namespace omnia::identity
