// T8: 90 days a calendar year for each agricultural worker, half days and the climate windows (art. 8 L. 457/1972; D.L.
// 98/2023, 63/2024, 92/2025, 107/2026).
#pragma once
#include <string>
#include <vector>

#include "shared/rules/counters/funds.hpp"

namespace omnia::rules::counters {

struct GiornataCisoa {
  domain::Date giorno;
  bool mezza = false;      // half of the daily hours
  bool climatica = false;  // asked for exceptional climate (causali 17 and 18)
};

struct LavoratoreCisoa {
  std::string codice_fiscale;
  bool tempo_indeterminato = true;
  int giornate_lavorate = 0;  // with the same firm in the year of reference
  std::vector<GiornataCisoa> autorizzate;
  std::vector<GiornataCisoa> in_istruttoria;  // asked with other domande and not decided yet
  std::vector<GiornataCisoa> richieste;
};

struct EsitoGiornata {
  domain::Date giorno;
  bool pagabile = false;
  bool conta = false;  // in the 90
  std::string motivo;
  bool operator==(const EsitoGiornata&) const = default;
};

struct EsitoCisoa {
  std::vector<ContatoreGiorni> anni;    // one for each calendar year asked, ascending
  std::vector<EsitoGiornata> giornate;  // one for each distinct day asked, in order
  int giornate_utili = 0;               // worked, and climate days, for the requirement of 181
  bool requisito = false;
  std::string testo_requisito;
  std::string citazione_requisito;
  bool operator==(const EsitoCisoa&) const = default;
};

EsitoCisoa cisoa_days(const LavoratoreCisoa& lavoratore, const norms::Norms& norms);

}  // namespace omnia::rules::counters
