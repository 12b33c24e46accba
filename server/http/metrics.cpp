#include "server/http/metrics.hpp"

#include <fmt/format.h>

namespace omnia::http {

void Metrics::request(const std::string& metodo, const std::string& rotta, int stato, double secondi) {
  const std::lock_guard lock(mutex_);
  ++requests_[{metodo, rotta, stato}];
  auto& histogram = latency_[rotta];
  ++histogram.count;
  histogram.sum += secondi;
  for (std::size_t i = 0; i < kBuckets.size(); ++i) {
    if (secondi <= kBuckets[i]) ++histogram.buckets[i];
  }
}

void Metrics::submission(const std::string& esito) {
  const std::lock_guard lock(mutex_);
  ++submissions_[esito];
}

void Metrics::unsealed(const std::string& registrato) {
  const std::lock_guard lock(mutex_);
  ++unsealed_[registrato];
}

void Metrics::sent_away(const std::string& motivo) {
  const std::lock_guard lock(mutex_);
  ++sent_away_[motivo];
}

std::string Metrics::text(const store::Db::Stats& db) const {
  const std::lock_guard lock(mutex_);
  std::string out =
      "# HELP omnia_http_requests_total Richieste HTTP per rotta e stato.\n# TYPE omnia_http_requests_total counter\n";
  for (const auto& [key, count] : requests_) {
    out += fmt::format("omnia_http_requests_total{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n", std::get<0>(key),
                       std::get<1>(key), std::get<2>(key), count);
  }
  out +=
      "# HELP omnia_http_request_duration_seconds Durata delle richieste.\n# TYPE omnia_http_request_duration_seconds "
      "histogram\n";
  for (const auto& [route, histogram] : latency_) {
    for (std::size_t i = 0; i < kBuckets.size(); ++i) {
      out += fmt::format("omnia_http_request_duration_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route, kBuckets[i],
                         histogram.buckets[i]);
    }
    out += fmt::format("omnia_http_request_duration_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", route, histogram.count);
    out += fmt::format("omnia_http_request_duration_seconds_sum{{route=\"{}\"}} {:.6f}\n", route, histogram.sum);
    out += fmt::format("omnia_http_request_duration_seconds_count{{route=\"{}\"}} {}\n", route, histogram.count);
  }
  out += "# HELP omnia_domande_invii_total Invii di domande per esito.\n# TYPE omnia_domande_invii_total counter\n";
  for (const auto& [outcome, count] : submissions_)
    out += fmt::format("omnia_domande_invii_total{{esito=\"{}\"}} {}\n", outcome, count);
  out +=
      "# HELP omnia_registrazioni_senza_sigillo_total Registrazioni il cui sigillo non è riuscito.\n# TYPE "
      "omnia_registrazioni_senza_sigillo_total counter\n";
  for (const char* registered : {"domanda", "richiesta", "provvedimento"}) {
    const auto found = unsealed_.find(registered);
    out += fmt::format("omnia_registrazioni_senza_sigillo_total{{registrato=\"{}\"}} {}\n", registered,
                       found == unsealed_.end() ? 0 : found->second);
  }
  out +=
      "# HELP omnia_http_rinviate_total Connessioni rinviate con un 503 prima di leggerle.\n# TYPE omnia_http_rinviate_total "
      "counter\n";
  for (const auto& [reason, count] : sent_away_)
    out += fmt::format("omnia_http_rinviate_total{{motivo=\"{}\"}} {}\n", reason, count);
  out += "# HELP omnia_flussi_aperti Connessioni che ascoltano le novità.\n# TYPE omnia_flussi_aperti gauge\n";
  out += fmt::format("omnia_flussi_aperti {}\n", open_streams_ ? open_streams_() : 0);
  out += "# HELP omnia_db_commit_gruppi_total Gruppi di scritture confermati.\n# TYPE omnia_db_commit_gruppi_total counter\n";
  out += fmt::format("omnia_db_commit_gruppi_total {}\n", db.gruppi);
  out += "# HELP omnia_db_commit_lavori_total Scritture contenute nei gruppi.\n# TYPE omnia_db_commit_lavori_total counter\n";
  out += fmt::format("omnia_db_commit_lavori_total {}\n", db.lavori);
  return out;
}

}  // namespace omnia::http
