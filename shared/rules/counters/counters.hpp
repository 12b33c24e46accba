// Duration counters of a UP with the present request (D.Lgs. 148/2015 artt. 4 and 12). Exact integer units: one week is
// 630 U, a used day 126, 105 or 90 U (5, 6 or 7-day week), one month of art. 4 is 2730 U.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/domain/frase.hpp"
#include "shared/domain/registry.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/routing/routing.hpp"

namespace omnia::rules::counters {

inline constexpr std::int64_t kUnitsPerWeek = 630;
inline constexpr std::int64_t kUnitsPerMonth = 2730;

// What is asked: whole Monday weeks of one UP.
struct Richiesta {
  std::int64_t unita_produttiva = 0;
  domain::Date primo_lunedi;
  int settimane = 0;
  bool eone = false;
  std::int64_t ore_centesimi = 0;               // total hours asked, 0 when not yet known
  std::optional<domain::Date> presentata = {};  // day of the filing; today, or unknown
};

// One row that counted or did not, with the reason in Italian.
struct RigaContatore {
  std::string numero;      // authorisation
  domain::Period periodo;  // the part inside the window
  std::int64_t unita = 0;  // what it added
  bool conta = false;
  domain::Frase motivo;  // "EONE di impresa non edile: non si conta (art. 12 c. 4)"
  bool operator==(const RigaContatore&) const = default;
};

// Common shape of T2, T3, T5. Units are U (see above).
struct Contatore {
  std::string codice;  // "biennio", "consecutive", "quinquennio"
  std::string nome;    // Italian
  std::int64_t limite = 0;
  std::int64_t usato = 0;           // already in the window of the last requested week (without the request)
  std::int64_t richiesto = 0;       // units of the request that count
  std::int64_t residuo = 0;         // max(0, limite - usato) before the request
  std::int64_t usato_prudente = 0;  // pending requests included
  domain::Period finestra;
  int settimane_richieste = 0;
  int settimane_ammesse = 0;  // leading weeks of the request that fit
  bool superato = false;
  bool esente = false;  // the request does not consume it
  std::string testo;    // the finding: "Restano 5 settimane fino al 14/06/2027"
  std::string citazione;
  bool lettura = false;
  std::vector<RigaContatore> righe;
  bool operator==(const Contatore&) const = default;
};

// T4: one third of the workable hours of the biennium (art. 12 c. 5). Hundredths of an hour, also the `unita` of its rows.
struct TerzoOre {
  bool calcolabile = false;               // false without average headcount (new UP)
  std::int64_t lavorabili = 0;            // H = 104 x sum(N_k x h_k)
  std::int64_t limite = 0;                // H / 3, truncated, for display; the comparison is 3 x (A + R) <= H
  std::int64_t autorizzate = 0;           // A
  std::int64_t autorizzate_prudenti = 0;  // A with what is asked and not decided yet
  std::int64_t richieste = 0;             // R
  std::int64_t residuo = 0;               // limit - A before the request, at least 0
  std::int64_t eccedenti = 0;             // hours over, rounded up
  domain::Period finestra;
  bool superato = false;
  std::string testo;
  std::string citazione;
  bool lettura = true;
  std::vector<RigaContatore> righe;
  bool operator==(const TerzoOre&) const = default;
};

struct Contatori {
  bool calcolati = false;  // false until UP and period are known
  Contatore biennio;       // T3
  Contatore consecutive;   // T2
  Contatore quinquennio;   // T5
  TerzoOre terzo;          // T4
  bool operator==(const Contatori&) const = default;
};

Contatori count(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
                const norms::Norms& norms);
// First Monday, not before `dal`, from which `settimane` weeks fit in the biennium; nullopt if none within 4 years.
std::optional<domain::Date> first_fit(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
                                      const norms::Norms& norms, domain::Date dal);

// "41", "41,4": units as weeks, exact fraction shown with at most two decimals truncated.
std::string weeks_text(std::int64_t units);

}  // namespace omnia::rules::counters
