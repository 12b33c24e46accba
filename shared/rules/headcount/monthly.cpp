#include "shared/rules/headcount/monthly.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "shared/domain/quantity.hpp"

namespace omnia::rules::headcount {
namespace {

using domain::YearMonth;

// Beyond this the sum could overflow: no firm has it.
constexpr std::int64_t kMost = std::int64_t{1} << 40;

std::optional<Frazione> fraction(std::int64_t n, std::int64_t d) {
  if (d <= 0 || n < 0) return std::nullopt;
  const std::int64_t common = std::gcd(n, d);
  return Frazione{n / common, d / common};
}

std::optional<Frazione> plus(const Frazione& a, const Frazione& b) {
  const std::int64_t common = std::gcd(a.d, b.d);
  const std::int64_t left = b.d / common;
  const std::int64_t right = a.d / common;
  const std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 4;
  if (left <= 0 || right <= 0) return std::nullopt;  // a denominator is always positive: what `fraction` makes
  if (a.d > limit / left || a.n > limit / left || b.n > limit / right) return std::nullopt;
  return fraction(a.n * left + b.n * right, a.d * left);
}

// Why the row gives nothing; empty when it counts.
std::string left_out(const RigaForza& r, bool per_fondo) {
  if (r.rapporto == Rapporto::somministrato) return "Somministrati: si contano presso l’agenzia.";
  if (r.area_fondo && !per_fondo) return "Matricola con un Fondo proprio: non si somma all’area CIGO-FIS.";
  if (!r.area_fondo && per_fondo) return "Matricola fuori dal Fondo: non si somma.";
  if (r.rapporto == Rapporto::assente && r.sostituito) return "Assente sostituito: si conta il sostituto.";
  return {};
}

std::string counted(const RigaForza& r) {
  if (r.rapporto == Rapporto::intermittente) return "Intermittenti: ore lavorate su ore a tempo pieno del semestre.";
  if (r.ore_centesimi < r.ore_pieno_centesimi) {
    return "Tempo parziale: " + domain::format_hundredths(r.ore_centesimi) + " ore su " +
           domain::format_hundredths(r.ore_pieno_centesimi) + ".";
  }
  if (r.rapporto == Rapporto::dirigente) return "Dirigenti: si contano.";
  if (r.rapporto == Rapporto::apprendista) return "Apprendisti: si contano.";
  if (r.rapporto == Rapporto::assente) return "Assenti non sostituiti: si contano.";
  return r.rapporto == Rapporto::sostituto ? "Sostituti: si contano al posto degli assenti." : "A tempo pieno.";
}

// Heads in proportion of their hours, never more than the heads themselves.
std::optional<Frazione> value_of(const RigaForza& r) {
  if (r.teste < 0 || r.teste > kMost / 10000 || r.ore_centesimi < 0 || r.ore_centesimi > 10000000) return std::nullopt;
  return fraction(r.teste * std::min(r.ore_centesimi, r.ore_pieno_centesimi), r.ore_pieno_centesimi);
}

struct Semestre {
  YearMonth primo, ultimo;
  int mesi = 0;
};

// The months before, from the start of the activity on; in its first month, that month.
Semestre half_year_of(const Quesito& q, int months) {
  const YearMonth now = YearMonth::of(q.giorno);
  Semestre s{now.add(-months), now.add(-1), months};
  if (!q.inizio_attivita) return s;
  const YearMonth start = YearMonth::of(*q.inizio_attivita);
  while (s.mesi > 0 && s.primo < start) {
    s.primo = s.primo.add(1);
    --s.mesi;
  }
  if (s.mesi == 0) s = {now, now, 1};
  return s;
}

// Hours worked by the intermittents over the full-time hours of the half-year: an average already, so it enters once a month.
struct Intermittenti {
  std::int64_t ore = 0;
  std::int64_t pieno = 0;  // full-time hours of one worker in the months seen
  int mesi = 0;
};

// Part-timers of one month together, by art. 9 D.Lgs. 81/2015: a fraction over one half is a head, less is nothing.
Frazione rounded(const Frazione& f) { return {f.n / f.d + (2 * (f.n % f.d) > f.d ? 1 : 0), 1}; }

class Somma {
 public:
  void add(const std::optional<Frazione>& value) {
    if (value && total_) {
      total_ = plus(*total_, *value);
    } else {
      total_.reset();
    }
  }
  [[nodiscard]] const std::optional<Frazione>& total() const { return total_; }

 private:
  std::optional<Frazione> total_ = Frazione{};
};

std::string finding(const Forza& f) {
  if (!f.calcolabile) return "L’organico del semestre non si calcola: controlla mesi e orari indicati.";
  const std::string sum = f.somma.d == 1 ? domain::format_integer(f.somma.n)
                                         : domain::format_integer(f.somma.n) + "/" + domain::format_integer(f.somma.d);
  return "Somma dei mesi " + sum + " su " + (f.mesi == 1 ? std::string("1 mese") : std::to_string(f.mesi) + " mesi") +
         ": la media non si arrotonda.";
}

}  // namespace

int Forza::compare(std::int64_t soglia) const {
  const std::int64_t limit = soglia * mesi * somma.d;
  return somma.n < limit ? -1 : (somma.n > limit ? 1 : 0);
}

Forza half_year(const Quesito& quesito, const norms::Norms& norms) {
  Forza f;
  const int months = static_cast<int>(norms.integer("headcount.months", quesito.giorno, 6));
  const Semestre s = half_year_of(quesito, months);
  f.mesi = s.mesi;
  f.citazione = "Art. 2-bis D.Lgs. 148/2015; circ. INPS 18/2022 e 176/2016";
  const bool round = norms.choice("headcount.part_time", quesito.giorno) == "rounded";
  Somma somma;
  Intermittenti jobs;
  for (const auto& m : quesito.mesi) {
    if (m.mese < s.primo || s.ultimo < m.mese) continue;
    std::int64_t full = 0;
    Somma part_time;
    for (const auto& r : m.righe) {
      RigaConteggio riga{m.mese, r.rapporto, r.teste, {}, false, left_out(r, quesito.per_fondo)};
      if (riga.motivo.empty()) {
        riga.motivo = counted(r);
        riga.conta = true;
        const bool part = r.ore_centesimi < r.ore_pieno_centesimi;
        f.lettura = f.lettura || part;  // rounding inside a month is an open point
        if (r.rapporto == Rapporto::intermittente) {
          jobs.ore += r.teste * r.ore_centesimi;
          full = std::max(full, r.ore_pieno_centesimi);
        } else {
          const auto value = value_of(r);
          (part && round ? part_time : somma).add(value);
          riga.valore = value.value_or(Frazione{});
        }
      }
      f.righe.push_back(std::move(riga));
    }
    const auto& together = part_time.total();
    somma.add(together ? std::optional<Frazione>(rounded(*together)) : std::nullopt);
    if (full > 0) {
      jobs.pieno += full;
      ++jobs.mesi;
    }
  }
  // The full-time hours of the months without intermittents are those of the months with them, on average.
  if (jobs.ore > 0) somma.add(fraction(jobs.ore * jobs.mesi, jobs.pieno));
  f.calcolabile = f.mesi > 0 && somma.total().has_value();
  f.somma = somma.total().value_or(Frazione{});
  f.testo = finding(f);
  return f;
}

std::vector<Soglia> thresholds(const Forza& forza, domain::Date giorno, const norms::Norms& norms) {
  static constexpr std::array<std::string_view, 4> kKeys = {"fondi.prof.size_threshold", "fis.size_threshold",
                                                            "cigs.size_threshold", "contrib.size_threshold"};
  std::vector<Soglia> out;
  if (!forza.calcolabile) return out;
  for (const auto key : kKeys) {
    const auto* p = norms.find(key, giorno);
    if (p == nullptr) continue;
    const bool over = forza.compare(p->intero) > 0;
    out.push_back({p->intero, over,
                   (over ? "La media supera " : "La media non supera ") + std::to_string(p->intero) + " dipendenti.",
                   p->citazione});
  }
  return out;
}

}  // namespace omnia::rules::headcount
