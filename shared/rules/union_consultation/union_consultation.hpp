// Union information and joint examination before CIGO, FIS and Fondi (art. 14 D.Lgs. 148/2015): which duty there is, when
// the procedure ends, who is exempt.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/routing/routing.hpp"

namespace omnia::rules::union_consultation {

struct Caso {
  routing::Settore settore = routing::Settore::industria;
  bool cisoa = false;
  bool eone = false;
  bool proroga = false;
  int settimane_continuative = 0;                    // of the suspension, those before the extension included
  std::optional<std::int64_t> dipendenti_centesimi;  // average employees
  std::int64_t ore_massime_settimana_centesimi = 0;  // of the worker most suspended, in the worst week
  std::int64_t ore_medie_settimana_centesimi = 0;    // for the other reading of the 16 hours
  std::optional<domain::Date> inizio;                // start of the suspension
  std::optional<domain::Date> comunicazione;         // notice to the unions
  std::optional<domain::Date> richiesta_esame;       // request of the joint examination
  std::optional<domain::Date> verbale;               // signed minutes: the procedure ends earlier
};

enum class Dovere {
  nessuno,
  preventiva,          // notice before the start, examination on request
  comunicazione,       // EONE: notice, also after the start
  comunicazione_esame  // EONE beyond 16 hours a week: notice, then examination on request
};

struct Passo {  // one thing to do, or done
  std::string testo;
  std::optional<domain::Date> entro;
  bool operator==(const Passo&) const = default;
};

struct Esito {
  Dovere dovere = Dovere::nessuno;
  int giorni_procedura = 0;                             // 10, 25 or 5; 0 when there is no procedure
  std::optional<domain::Date> ultimo_giorno_richiesta;  // EONE: last day to ask for the examination
  std::optional<domain::Date> fine_procedura;           // known once its first day is
  bool inizio_anticipato = false;                       // the suspension starts before the procedure ends
  std::string testo;
  std::vector<Passo> passi;
  std::string citazione;
  bool lettura = false;
  bool operator==(const Esito&) const = default;
};

Esito evaluate(const Caso& caso, domain::Date giorno, const norms::Norms& norms);

}  // namespace omnia::rules::union_consultation
