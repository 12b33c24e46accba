// Demo identities and server-side sessions: only the SHA-256 of the cookie's value is stored.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/identity/powers.hpp"
#include "server/store/db.hpp"

namespace omnia::identity {

inline constexpr std::string_view kCookie = "omnia_sessione";

struct Session {
  Identita identita;
  std::string denominazione;  // of the employer's company, empty for others
  std::string csrf;
  std::int64_t scade = 0;  // Unix seconds: the earlier of idle and absolute expiry
};

struct SessionLimits {
  std::int64_t inattiva = 1800;  // half an hour
  std::int64_t massima = 43200;  // twelve hours
};

class Sessions {
 public:
  Sessions(store::Db& db, SessionLimits limits) : db_(db), limits_(limits) {}

  struct Opened {
    std::string token;  // goes in the cookie, kept nowhere
    Session session;
  };
  // nullopt: no such identity. Ends what has expired meanwhile.
  std::optional<Opened> open(std::string_view identita, std::int64_t now);
  // The living session of a cookie's value; moves its last use.
  std::optional<Session> find(std::string_view token, std::int64_t now);
  void close(std::string_view token);

 private:
  store::Db& db_;
  SessionLimits limits_;
};

struct IdentitaDemo {
  Identita identita;
  std::string descrizione;
};
std::vector<IdentitaDemo> demo_identities(store::Db& db, domain::Date oggi);
std::optional<Identita> find_identity(store::Db& db, std::string_view id);

}  // namespace omnia::identity
