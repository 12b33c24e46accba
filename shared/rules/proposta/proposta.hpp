// What of a domanda CIGO can be authorised, what cannot, and why: the facts and the law alone. The words of the act are the
// office's, and the person decides.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/alerts/context.hpp"

namespace omnia::rules::proposta {

// Something that is left out. It names nobody: a worker is the number of his row in the list of the domanda.
struct Esclusione {
  std::string codice;  // "tardiva", "biennio", "consecutive", "quinquennio", "terzo_ore", or that of a LavoratoreEscluso
  std::string testo;   // "Sono escluse le ore prima del 23/11/2026: …", without full stop
  std::string citazione;
  bool operator==(const Esclusione&) const = default;
};

// Why nothing can be authorised.
struct Motivo {
  std::string codice;  // "inquadramento", "tardiva", "limiti_durata", "lavoratori"
  std::string testo;
  std::string citazione;
  bool operator==(const Motivo&) const = default;
};

// A worker who is left out of every week that is left.
struct LavoratoreEscluso {
  std::size_t riga = 0;  // from 0, in draft.lavoratori.beneficiari
  std::string codice_fiscale;
  std::string codice;  // "dirigente", "domicilio", "anzianita", "altra_domanda", "rapporto"
  std::string testo;   // what keeps him out: "i dirigenti non possono essere beneficiari"
  std::string citazione;
  bool operator==(const LavoratoreEscluso&) const = default;
};

// How the checks got there, for who explains it. Weeks are those of the plan, from 0.
struct Cammino {
  std::size_t prima = 0;            // first week in time
  std::size_t quante = 0;           // weeks left from `prima` after the limits of duration
  std::vector<std::int64_t> ore;    // hundredths of each week of the plan without the workers who are out
  std::int64_t oltre_il_terzo = 0;  // hundredths taken away by the third of the hours
  bool operator==(const Cammino&) const = default;
};

enum class Tipo { accoglimento, accoglimento_parziale, reiezione };

struct Proposta {
  Tipo tipo = Tipo::accoglimento;
  std::optional<domain::Period> periodo;  // absent on a refusal
  std::int64_t settimane = 0;
  std::int64_t ore_centesimi = 0;
  std::vector<Esclusione> esclusioni;
  std::vector<LavoratoreEscluso> lavoratori_esclusi;  // by row
  std::vector<Motivo> motivi;                         // of a refusal, at least one
  Cammino cammino;
  bool operator==(const Proposta&) const = default;
};

// `registry` as it is today, without this domanda; `inviata`: day of the filing, on which the law is asked.
Proposta propose(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms, domain::Date inviata);

}  // namespace omnia::rules::proposta
