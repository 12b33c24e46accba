#include "shared/rules/proposta/lavoratori.hpp"

#include <algorithm>

#include "shared/rules/workers/workers.hpp"

namespace omnia::rules::proposta {
namespace {

using domain::Beneficiario;
using domain::DomandaPresentata;
using domain::Period;
using domain::SettimanaPiano;

std::string citation(const alerts::Context& c, const char* alert) {
  const auto* text = c.norms.alert(alert);
  return text == nullptr ? std::string() : text->citazione;
}

// Of two domande for the same worker and days the one filed first keeps him.
bool filed_before(const alerts::Context& c, const DomandaPresentata& d) {
  return d.data_invio < c.oggi || (d.data_invio == c.oggi && d.id < c.draft.id);
}

class Exam {
 public:
  Exam(const alerts::Context& c, const std::vector<SettimanaPiano>& piano)
      : c_(c),
        piano_(piano),
        seniority_(c.registry.posizione, c.norms, c.giorno(), c.oggi, c.eone),
        home_admitted_(workers::home_workers_admitted(c.norms, c.giorno())) {
    for (const DomandaPresentata& d : c.registry.domande) {
      if (d.id != c.draft.id && filed_before(c, d)) read(d);
    }
  }

  [[nodiscard]] std::optional<Ostacolo> of(std::size_t row) const {
    const Beneficiario& b = c_.draft.lavoratori.beneficiari[row];
    const auto* known = c_.in_registro[row];
    if (workers::is_of(b, known, "dirigente"))
      return whole(row, "dirigente", "i dirigenti non possono essere beneficiari", citation(c_, "A-LAV-02"));
    if (!home_admitted_ && workers::is_of(b, known, "domicilio")) {
      const auto* law = c_.norms.find("workers.home.admitted", c_.giorno());
      return whole(row, "domicilio", "il lavoro a domicilio è protetto solo dal 1° gennaio 2022",
                   law == nullptr ? std::string() : law->citazione);
    }
    if (known != nullptr && !seniority_.exempt() && seniority_.is_short(b, *known)) {
      return whole(
          row, "anzianita",
          "meno di " + std::to_string(seniority_.days()) + " giorni di effettivo lavoro nell’unità produttiva alla data di invio",
          citation(c_, "A-LAV-10"));
    }
    if (known != nullptr) {
      if (auto out = outside_employment(row, *known)) return out;
    }
    return in_another_domanda(row);
  }

 private:
  void read(const DomandaPresentata& d) {
    for (const std::string& cf : d.lavoratori) {
      const auto key = workers::person_key(cf);
      const auto row = key ? c_.beneficiari.find(*key) : std::nullopt;
      if (row) taken_.emplace_back(*row, &d);
    }
  }

  [[nodiscard]] Ostacolo empty(std::size_t row, const char* codice, std::string testo, std::string citazione) const {
    const auto& cf = c_.draft.lavoratori.beneficiari[row].codice_fiscale;
    Ostacolo out;
    out.chi = {row, cf ? cf->str() : std::string(), codice, std::move(testo), std::move(citazione)};
    out.settimane.assign(piano_.size(), false);
    return out;
  }
  [[nodiscard]] Ostacolo whole(std::size_t row, const char* codice, std::string testo, std::string citazione) const {
    Ostacolo out = empty(row, codice, std::move(testo), std::move(citazione));
    out.settimane.assign(piano_.size(), true);
    return out;
  }
  [[nodiscard]] static bool any(const Ostacolo& o) {
    return std::find(o.settimane.begin(), o.settimane.end(), true) != o.settimane.end();
  }

  // Weeks that lie whole before the hiring or after the end: who is not employed then is no worker of the unit.
  [[nodiscard]] std::optional<Ostacolo> outside_employment(std::size_t row, const domain::Lavoratore& w) const {
    Ostacolo out = empty(row, "rapporto", "nessun rapporto di lavoro in quei giorni", citation(c_, "A-LAV-02"));
    for (std::size_t i = 0; i < piano_.size(); ++i) {
      const domain::Date monday = piano_[i].lunedi;
      out.settimane[i] = (w.assunzione && *w.assunzione > monday + 6) || (w.cessazione && *w.cessazione < monday);
    }
    return any(out) ? std::optional(std::move(out)) : std::nullopt;
  }

  [[nodiscard]] std::optional<Ostacolo> in_another_domanda(std::size_t row) const {
    std::optional<Ostacolo> out;
    for (const auto& [whose, d] : taken_) {
      if (whose != row) continue;
      if (!out)
        out = empty(row, "altra_domanda", "stessi giorni già chiesti con la domanda " + d->protocollo, citation(c_, "A-LAV-15"));
      for (std::size_t i = 0; i < piano_.size(); ++i) {
        const Period week{piano_[i].lunedi, piano_[i].lunedi + 6};
        out->settimane[i] = out->settimane[i] || d->periodo.overlaps(week);
      }
    }
    return out && any(*out) ? out : std::nullopt;
  }

  const alerts::Context& c_;
  const std::vector<SettimanaPiano>& piano_;
  workers::Seniority seniority_;
  bool home_admitted_;
  std::vector<std::pair<std::size_t, const DomandaPresentata*>> taken_;  // row, the domanda that has him
};

// Weekly hours of one worker: as he was typed, or as UniEmens shows him; 0 when nobody says.
std::int64_t weekly_hours(const alerts::Context& c, std::size_t row) {
  const auto& typed = c.draft.lavoratori.beneficiari[row].ore_settimanali;
  if (typed) return typed->centesimi;
  return c.in_registro[row] == nullptr ? 0 : c.in_registro[row]->ore_settimanali_centesimi;
}

}  // namespace

std::vector<Ostacolo> obstacles(const alerts::Context& c, const std::vector<SettimanaPiano>& piano) {
  const Exam exam(c, piano);
  std::vector<Ostacolo> out;
  for (std::size_t row = 0; row < c.draft.lavoratori.beneficiari.size(); ++row) {
    if (auto one = exam.of(row)) out.push_back(std::move(*one));
  }
  return out;
}

std::int64_t hours_left(const alerts::Context& c, const SettimanaPiano& settimana, std::size_t quale,
                        const std::vector<Ostacolo>& ostacoli) {
  const std::int64_t asked = settimana.ore ? settimana.ore->centesimi : 0;
  const std::size_t people = c.draft.lavoratori.beneficiari.size();
  if (people == 0) return asked;
  bool known = true;
  std::int64_t all = 0;
  for (std::size_t row = 0; row < people; ++row) {
    known = known && weekly_hours(c, row) > 0;
    all += weekly_hours(c, row);
  }
  if (!known) all = static_cast<std::int64_t>(people);
  std::int64_t out = 0;
  for (const Ostacolo& one : ostacoli) {
    if (one.settimane[quale]) out += known ? weekly_hours(c, one.chi.riga) : 1;
  }
  return all > 0 ? asked * (all - out) / all : 0;
}

}  // namespace omnia::rules::proposta
