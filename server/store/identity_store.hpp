// People of the registry and their sessions. All functions run inside a write() or read() of the caller.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"

namespace omnia::store {

struct RigaIdentita {
  std::string id, codice_fiscale, cognome, nome, ruolo;
  std::string sede;           // operators and directors
  std::string azienda_cf;     // employers
  std::string supervisore{};  // operators: who answers for their work
};
std::optional<RigaIdentita> find_identita(Connection& db, std::string_view id);
// In the order of the procedure: who files, who decides, who looks on.
std::vector<RigaIdentita> list_identita(Connection& db);
// A person known by this id becomes the new one.
void put_identita(Connection& db, const RigaIdentita& persona);

// The name of a company by its codice fiscale: that of its first position. Empty: unknown.
std::string find_denominazione(Connection& db, std::string_view codice_fiscale);

// The powers of one person, in the same order.
std::vector<RigaIdentita> list_poteri(Connection& db, std::string_view codice_fiscale);

struct RigaSessione {
  std::string impronta;  // SHA-256 of the cookie's value
  std::string identita, csrf;
  std::int64_t creata = 0, ultimo_uso = 0;                       // Unix seconds
  std::string id, codice_fiscale, fornitore, indirizzo, agente;  // what its owner is shown
};
void insert_sessione(Connection& db, const RigaSessione& sessione);
std::optional<RigaSessione> find_sessione(Connection& db, std::string_view impronta);
// Newest use first.
std::vector<RigaSessione> list_sessioni(Connection& db, std::string_view codice_fiscale);
void touch_sessione(Connection& db, std::string_view impronta, std::int64_t now);
void delete_sessione(Connection& db, std::string_view impronta);
// One of the person's own, by its public id. false: there is none.
bool delete_sessione_di(Connection& db, std::string_view codice_fiscale, std::string_view id);
// Those that act with a power that is gone.
void delete_sessioni_dell_identita(Connection& db, std::string_view identita);
// Those last used before one instant, or opened before the other.
void delete_sessioni_scadute(Connection& db, std::int64_t usate_prima, std::int64_t create_prima);

}  // namespace omnia::store
