#include "server/http/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

namespace omnia::http {
namespace {

std::string quote(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool alphanumeric(char c) { return letter(c) || (c >= '0' && c <= '9'); }

// Shape only: six letters, then ten alphanumerics of which the last is a letter (omocodia may change the digits).
bool looks_like_cf(std::string_view word) {
  if (word.size() != 16 || !letter(word[15])) return false;
  for (std::size_t i = 0; i < 6; ++i) {
    if (!letter(word[i])) return false;
  }
  return true;
}

}  // namespace

std::string mask_codici_fiscali(std::string_view text) {
  std::string out(text);
  for (std::size_t begin = 0; begin < out.size();) {
    std::size_t end = begin;
    while (end < out.size() && alphanumeric(out[end])) ++end;
    if (looks_like_cf(std::string_view(out).substr(begin, end - begin))) {
      for (std::size_t i = begin + 6; i < begin + 14; ++i) out[i] = '*';
    }
    begin = end == begin ? begin + 1 : end;
  }
  return out;
}

void start_log(bool silent) {
  auto logger = spdlog::stderr_logger_mt("omnia");
  logger->set_pattern(R"({"istante":"%Y-%m-%dT%H:%M:%S.%e%z","livello":"%l",%v})");
  logger->set_level(silent ? spdlog::level::err : spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
}

void log_access(const AccessLine& line) {
  spdlog::info(R"("metodo":{},"rotta":{},"stato":{},"ms":{:.2f},"byte":{},"ruolo":{},"richiesta":{})", quote(line.metodo),
               quote(line.rotta), line.stato, line.millisecondi, line.byte, quote(line.ruolo), quote(line.richiesta));
}

void log_event(std::string_view text) { spdlog::info(R"("evento":{})", quote(text)); }

void log_unsealed(std::string_view registrato, std::string_view motivo) {
  spdlog::error(R"("errore":"registrazione senza sigillo","registrato":{},"motivo":{})", quote(registrato),
                quote(mask_codici_fiscali(motivo)));
}

void log_failure(std::string_view text) { spdlog::error(R"("errore":{})", quote(mask_codici_fiscali(text))); }

}  // namespace omnia::http
