// What changes, as it changes: server-sent events (HTML standard, §9.2).
#include "server/http/application.hpp"
#include "server/http/route.hpp"
#include "server/identity/secrets.hpp"

namespace omnia::http {
namespace {

constexpr const char* kRetry = "retry: 5000\n\n";  // milliseconds before a client that lost the stream asks again

// What the client heard last: a browser says it in a header when it comes back by itself, and cannot when a page opens anew.
std::string_view last_heard(const Request& request) {
  const auto header = request.intestazione("Last-Event-ID");
  return header.empty() ? request.parametro("da") : header;
}

Answer listen(const News& news, const Exchange& exchange) {
  Ascolto ascolto;
  ascolto.chi = exchange.sessione->identita;
  ascolto.ambito = identity::ambito(ascolto.chi, identity::Azione::elenca_domande);
  ascolto.impronta = identity::sha256_hex(exchange.richiesta.cookie(identity::kCookie));
  news.resume(ascolto, last_heard(exchange.richiesta));
  Answer answer =
      text_answer(kRetry + ("id: " + news.id_of(ascolto.letto)) + "\nevent: inizio\ndata: {}\n\n", "text/event-stream");
  answer.intestazioni.emplace_back("X-Accel-Buffering", "no");  // a proxy gives each event at once
  answer.ascolto = std::make_shared<const Ascolto>(std::move(ascolto));
  return answer;
}

}  // namespace

void add_news_routes(Router& router, News& news) {
  router.add(
      get("/api/v1/novita", identity::Azione::elenca_domande, [&news](Exchange& exchange) { return listen(news, exchange); }));
}

}  // namespace omnia::http
