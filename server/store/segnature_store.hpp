// The sealed segnature of the protocol register, and what the register says of one entry. Functions run inside the write() or
// read() of the caller.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"

namespace omnia::store {

struct Registrazione {
  std::string sede, registrato_il, oggetto;
  std::int64_t numero = 0;
  std::string codici{};  // JSON: how the office named itself then; empty: it had not said
};
std::optional<Registrazione> find_registrazione(Connection& db, std::string_view protocollo);

// How the office names itself from now on, as JSON: what is registered after this bears it. As it is already: nothing happens.
void put_codici(Connection& db, const std::string& codici);

// Kept for ever, with a row in the record of changes.
void insert_segnatura(Connection& db, std::string_view protocollo, const std::string& apposta_il, const std::string& contenuto);
std::optional<std::string> find_segnatura(Connection& db, std::string_view protocollo);
// Entries of domande, requests of missing elements and signed acts that have none yet.
std::int64_t count_senza_segnatura(Connection& db);
// What is wrong with them, as sentences: not the bytes of their digest, or not those that the record of changes knows.
std::vector<std::string> check_segnature(Connection& db);

}  // namespace omnia::store
