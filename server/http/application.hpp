// The server without the sockets: a request in, an answer out. Owns routes, sessions, metrics and static files.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "server/http/message.hpp"
#include "server/http/metrics.hpp"
#include "server/http/news.hpp"
#include "server/http/rate.hpp"
#include "server/http/router.hpp"
#include "server/http/static_files.hpp"
#include "server/http/turns.hpp"
#include "server/identity/oidc/relying_party.hpp"
#include "server/services/office.hpp"

namespace omnia::http {

struct Settings {
  bool demo = false;
  bool https = false;  // behind a TLS proxy: Secure cookie, HSTS, https origins
  std::optional<domain::Date> oggi;
  identity::SessionLimits sessioni;
  identity::oidc::Fornitori fornitori;
  RateSettings richieste;
  std::string contatto;  // for who finds a vulnerability: mailto: or https:; empty: no security.txt
  std::string norme;     // folder of norm tables; empty: those compiled in
  std::string clamav;    // local socket of the antivirus; empty: none
  std::shared_ptr<const documents::Sigillo> sigillo;
  documents::Codici codici;
};

class Application {
 public:
  Application(store::Db& db, const Settings& settings, StaticFiles files);

  // Judged before the body is read. Either an answer (refused, or needs no body) or an admitted request that waits for its body.
  struct Admitted {
    const Route* route = nullptr;
    std::optional<identity::Session> sessione;
  };
  struct Start {
    std::optional<Answer> answer;
    Admitted admitted;
    std::string rotta;  // for metrics and log: the model, never the path
    std::string ruolo;  // of the caller, empty when unknown
  };
  // `request.corpo` is still empty. Fills `request.segmenti`.
  // A read waits for its turn here, and is refused with "server.sovraccarico" when that would take too long.
  Start start(Request& request);
  Answer finish(Request& request, const Admitted& admitted);

  [[nodiscard]] const Settings& settings() const { return settings_; }
  Metrics& metrics() { return metrics_; }
  News& news() { return news_; }
  // Whether the session is still there, and its power too. It is no use of the session: who only listens falls asleep.
  bool may_listen(const Ascolto& ascolto);
  services::Office& office() { return office_; }
  // nullptr: no provider is configured.
  identity::oidc::RelyingParty* relying_party() { return relying_party_ ? &*relying_party_ : nullptr; }
  [[nodiscard]] const Router& router() const { return router_; }

 private:
  Answer recorded(const Request& request, const Admitted& admitted, Answer answer);
  void record(const Request& request, const Admitted& admitted);
  void tell(const Exchange& exchange, const Route& route);
  void check_rate(RateLimit& limit, const std::string& key) const;
  void check_parameters(const Request& request, const Route& route) const;
  void check_body_headers(const Request& request, const Route& route) const;
  std::optional<identity::Session> check_caller(const Request& request, const Route& route, std::optional<Turn>& turn);

  Settings settings_;
  services::Office office_;
  std::optional<identity::oidc::RelyingParty> relying_party_;
  RateLimit by_address_;
  RateLimit by_person_;
  RateLimit logins_;
  Turns turns_;  // of those who read: a submission never waits for them
  Metrics metrics_;
  News news_;
  StaticFiles files_;
  std::map<std::string, std::set<std::string>> parameters_;  // of the query, by route: what the OpenAPI document names
  Router router_;
};

// Security headers of every answer, and no-store unless the answer has its own rule (static files). `headers` holds those that
// the answer has; the new ones are added behind.
void add_security_headers(Pairs& headers, bool https);

// routes.cpp, routes_identity.cpp, routes_grants.cpp
void add_routes(Router& router, Application& application);
// routes_office.cpp: istruttoria and provvedimenti.
void add_office_routes(Router& router);
void add_identity_routes(Router& router, Application& application);
void add_grant_routes(Router& router, Application& application);
// routes_service.cpp: notices, manual, feature flags.
void add_service_routes(Router& router);
// routes_news.cpp: what changes, as it changes.
void add_news_routes(Router& router, News& news);

}  // namespace omnia::http
