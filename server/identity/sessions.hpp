// Demo identities and server-side sessions: only the SHA-256 of the cookie's value is stored.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/identity/powers.hpp"
#include "server/store/db.hpp"
#include "server/store/identity_store.hpp"

namespace omnia::identity {

inline constexpr std::string_view kCookie = "omnia_sessione";

// By which door, from where and with what somebody came in.
struct Provenienza {
  std::string fornitore;  // id of the identity provider; empty: demo
  std::string indirizzo, agente;
};

struct Session {
  std::string id;  // public: its owner sees it in the list
  Identita identita;
  Provenienza provenienza;
  std::string denominazione;  // of the employer's company, empty for others
  std::string csrf;
  std::int64_t scade = 0;           // Unix seconds: the earlier of idle and absolute expiry
  std::int64_t scade_comunque = 0;  // the absolute one
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
  std::optional<Opened> open(std::string_view identita, std::int64_t now, const Provenienza& da = {});
  // The same session goes on with another power of the same person: new token, same absolute end. nullopt: not a power of
  // that person.
  std::optional<Opened> act_as(std::string_view token, std::string_view identita, std::int64_t now);
  // The living session of a cookie's value; moves its last use.
  std::optional<Session> find(std::string_view token, std::int64_t now);
  // Whether the session of a cookie whose SHA-256 this is still lives. It is no use of it.
  bool lives(std::string_view impronta, std::int64_t now);
  void close(std::string_view token);
  struct Breve {
    std::string id, fornitore, indirizzo, agente;
    Identita identita;
    std::int64_t creata = 0, ultimo_uso = 0, scade = 0;
  };
  // The living sessions of a person.
  std::vector<Breve> of_person(std::string_view codice_fiscale, std::int64_t now);
  // false: no such session of that person.
  bool revoke(std::string_view codice_fiscale, std::string_view id);

  [[nodiscard]] const SessionLimits& limits() const { return limits_; }

 private:
  [[nodiscard]] Session living(const store::RigaSessione& row, Identita chi, std::int64_t now) const;
  [[nodiscard]] bool expired(const store::RigaSessione& row, std::int64_t now) const;

  store::Db& db_;
  SessionLimits limits_;
};

struct Potere {
  Identita identita;
  std::string descrizione;  // "Datore di lavoro di …"
};
// Of everybody: only for the demo.
std::vector<Potere> demo_identities(store::Db& db, domain::Date oggi);
// What a person may act as, in the order of the procedure.
std::vector<Potere> powers_of(store::Db& db, std::string_view codice_fiscale, domain::Date oggi);
std::optional<Identita> find_identity(store::Db& db, std::string_view id);

}  // namespace omnia::identity
