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
  return db.read([&](store::Connection& r) { return store::find_denominazione(r, chi.azienda_cf); });
}

std::string describe(store::Db& db, const Identita& chi, domain::Date oggi) {
  switch (chi.ruolo) {
    case Ruolo::datore:
      return "Datore di lavoro di " + company_name(db, chi);
    case Ruolo::intermediario: {
      const auto count = store::count_matricole(db, ambito(chi), oggi);
      if (count == 0) return "Intermediario senza deleghe valide oggi";
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

std::vector<Potere> described(store::Db& db, std::vector<store::RigaIdentita> rows, domain::Date oggi) {
  std::vector<Potere> found;
  for (auto& row : rows) {
    auto chi = person(std::move(row));
    if (!chi) continue;
    std::string text = describe(db, *chi, oggi);
    found.push_back({std::move(*chi), std::move(text)});
  }
  return found;
}

// Last use is written at most every minute, so that reading does not cost a write each time.
std::int64_t use_granularity(const SessionLimits& limits) { return std::min<std::int64_t>(60, limits.inattiva / 4); }

}  // namespace

std::optional<Identita> find_identity(store::Db& db, std::string_view id) {
  auto row = db.read([&](store::Connection& r) { return store::find_identita(r, id); });
  return row ? person(std::move(*row)) : std::nullopt;
}

std::vector<Potere> demo_identities(store::Db& db, domain::Date oggi) {
  return described(db, db.read([](store::Connection& r) { return store::list_identita(r); }), oggi);
}

std::vector<Potere> powers_of(store::Db& db, std::string_view codice_fiscale, domain::Date oggi) {
  return described(db, db.read([&](store::Connection& r) { return store::list_poteri(r, codice_fiscale); }), oggi);
}

Session Sessions::living(const store::RigaSessione& row, Identita chi, std::int64_t now) const {
  const std::int64_t last_moment = row.creata + limits_.massima;
  std::string company = company_name(db_, chi);
  return {row.id,
          std::move(chi),
          {row.fornitore, row.indirizzo, row.agente},
          std::move(company),
          row.csrf,
          std::min(now + limits_.inattiva, last_moment),
          last_moment};
}

bool Sessions::expired(const store::RigaSessione& row, std::int64_t now) const {
  return now >= std::min(row.ultimo_uso + limits_.inattiva, row.creata + limits_.massima);
}

std::optional<Sessions::Opened> Sessions::open(std::string_view identita, std::int64_t now, const Provenienza& da) {
  const auto chi = find_identity(db_, identita);
  if (!chi) return std::nullopt;
  const std::string token = random_token();
  const store::RigaSessione row{sha256_hex(token),   chi->id,      random_token(), now,      now, random_uuid(),
                                chi->codice_fiscale, da.fornitore, da.indirizzo,   da.agente};
  db_.write([&](store::Connection& w) {
    store::delete_sessioni_scadute(w, now - limits_.inattiva, now - limits_.massima);
    store::insert_sessione(w, row);
  });
  return Opened{token, living(row, *chi, now)};
}

std::optional<Sessions::Opened> Sessions::act_as(std::string_view token, std::string_view identita, std::int64_t now) {
  const std::string impronta = sha256_hex(token);
  auto row = db_.read([&](store::Connection& r) { return store::find_sessione(r, impronta); });
  const auto chi = find_identity(db_, identita);
  if (!row || expired(*row, now) || !chi || chi->codice_fiscale != row->codice_fiscale) return std::nullopt;
  const std::string fresh = random_token();
  row->impronta = sha256_hex(fresh);
  row->identita = chi->id;
  row->csrf = random_token();
  row->ultimo_uso = now;
  db_.write([&](store::Connection& w) {
    store::delete_sessione(w, impronta);
    store::insert_sessione(w, *row);
  });
  return Opened{fresh, living(*row, *chi, now)};
}

std::optional<Session> Sessions::find(std::string_view token, std::int64_t now) {
  const std::string impronta = sha256_hex(token);
  std::int64_t last_use = 0;
  auto session = db_.read([&](store::Connection& r) -> std::optional<Session> {  // one snapshot
    const auto stored = store::find_sessione(r, impronta);
    if (!stored || expired(*stored, now)) return std::nullopt;
    last_use = stored->ultimo_uso;
    const auto chi = find_identity(db_, stored->identita);
    if (!chi) return std::nullopt;
    return living(*stored, *chi, now);
  });
  if (session && now - last_use >= use_granularity(limits_)) {
    try {
      db_.write([&](store::Connection& w) { store::touch_sessione(w, impronta, now); });
    } catch (const store::Unwritable&) {  // a full disk is no reason to send people away: they can still read
    }
  }
  return session;
}

bool Sessions::lives(std::string_view impronta, std::int64_t now) {
  const auto row = db_.read([&](store::Connection& r) { return store::find_sessione(r, impronta); });
  return row && !expired(*row, now);
}

std::vector<Sessions::Breve> Sessions::of_person(std::string_view codice_fiscale, std::int64_t now) {
  return db_.read([&](store::Connection& r) {
    std::vector<Breve> found;
    for (auto& row : store::list_sessioni(r, codice_fiscale)) {
      auto chi = find_identity(db_, row.identita);
      if (expired(row, now) || !chi) continue;
      const std::int64_t end = std::min(row.ultimo_uso + limits_.inattiva, row.creata + limits_.massima);
      found.push_back({row.id, row.fornitore, row.indirizzo, row.agente, std::move(*chi), row.creata, row.ultimo_uso, end});
    }
    return found;
  });
}

bool Sessions::revoke(std::string_view codice_fiscale, std::string_view id) {
  return db_.write([&](store::Connection& w) { return store::delete_sessione_di(w, codice_fiscale, id); });
}

void Sessions::close(std::string_view token) {
  db_.write([&](store::Connection& w) { store::delete_sessione(w, sha256_hex(token)); });
}

}  // namespace omnia::identity
