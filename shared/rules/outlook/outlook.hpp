// What a request being written leaves and costs: whether it fits the limits of its unit, from when it would, how many weeks
// stay free week by week, and the estimate of benefit and contribution. For the screen of who compiles.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/draft.hpp"
#include "shared/rules/amounts/plan.hpp"
#include "shared/rules/counters/what_if.hpp"

namespace omnia::rules::outlook {

// What both questions start from.
struct Domanda {
  const domain::Draft& draft;
  const domain::Registry& registry;
  const norms::Norms& norms;
  routing::Settore settore = routing::Settore::altro;
  domain::Date oggi;
};

enum class Posto { ignoto, entra, in_parte, non_entra };

// A stretch of weeks on the timeline of the unit.
struct Tratto {
  enum class Natura { autorizzata, in_esame, richiesta } natura = Natura::autorizzata;
  domain::Period periodo;
  std::string numero;  // of the authorisation or the protocol; empty for this request
  bool operator==(const Tratto&) const = default;
};

struct Capienza {
  Posto posto = Posto::ignoto;
  int settimane_chieste = 0;
  int settimane_ammesse = 0;                  // from the first one on
  std::optional<domain::Period> entra;        // what the request can be cut to
  std::optional<domain::Date> prima_data;     // first Monday from which all of them fit, when they do not now
  std::vector<counters::Vincolo> vincoli;     // limits of the week after the last one that fits
  std::vector<Tratto> tratti;                 // of the window of the biennio and of the request, by first day
  std::vector<counters::PuntoBiennio> punti;  // the biennio with this request in it, for two years from its first week
  std::int64_t limite = 0;                    // of the biennio, units
  std::string testo;                          // "Questa richiesta entra: …"
  std::string titolo;                         // finding of the timeline: "Con questa richiesta restano 43 settimane…"
  bool lettura = false;
  bool operator==(const Capienza&) const = default;
};
// Posto::ignoto while unit and weeks are not known.
Capienza capacity(const Domanda& domanda);
// What `capacity` depends on, as text: equal text, equal result.
std::string capacity_key(const Domanda& domanda);

// The weeks of the plan that have workers and hours.
amounts::Piano plan(const Domanda& domanda, std::int64_t retribuzione_oraria_cent);
// Above any pay: with it the ceiling applies, so that the estimate is the most that can be due.
inline constexpr std::int64_t kCeilingPay = 100000;

struct Preventivo {
  amounts::Stima stima;
  std::string aliquota;        // "9%"; empty when the contribution cannot be worked out
  std::string testo_aliquota;  // why that rate
  std::string citazione_aliquota;
  bool lettura_aliquota = false;
  bool al_massimo = false;  // no pay was given: the benefit is the most that can be due, the contribution is not shown
  bool operator==(const Preventivo&) const = default;
};
// nullopt while no week of the plan has workers and hours. `retribuzione_oraria_cent` 0: not given.
std::optional<Preventivo> estimate(const Domanda& domanda, std::int64_t retribuzione_oraria_cent);

}  // namespace omnia::rules::outlook
