// Does the request fit? Counted by shared/rules/counters/what_if.hpp; here only which question to ask, and the sentence.
#include <algorithm>

#include "shared/domain/order.hpp"
#include "shared/rules/counters/ledger.hpp"
#include "shared/rules/outlook/outlook.hpp"

namespace omnia::rules::outlook {
namespace {

using domain::Date;
using domain::Period;

constexpr int kTimelineWeeks = 104;
constexpr std::int64_t kMostWeeks = 60;  // longer than any admissible request: a slip of the year

struct Chiesta {
  std::int64_t unita = 0;
  Date lunedi;
  int settimane = 0;
  bool eone = false;
  std::int64_t ore_settimana_centesimi = 0;
};

std::optional<Chiesta> asked(const Domanda& d) {
  const auto& period = d.draft.periodo;
  const auto& unit = d.draft.unita_produttiva.progressivo;
  if (!unit || !period.dal || !period.al || *period.al < *period.dal) return std::nullopt;
  Chiesta c;
  c.unita = unit->n;
  c.lunedi = period.dal->lunedi();
  const std::int64_t weeks = (period.al->lunedi() - c.lunedi) / 7 + 1;
  if (weeks > kMostWeeks) return std::nullopt;
  c.settimane = static_cast<int>(weeks);
  const auto* causale = d.norms.causale(d.draft.causale.id);
  c.eone = causale != nullptr && causale->eone;
  std::int64_t hours = 0;
  for (const auto& week : period.settimane) hours += week.ore ? std::max<std::int64_t>(0, week.ore->centesimi) : 0;
  c.ore_settimana_centesimi = (hours + weeks - 1) / weeks;
  return c;
}

std::vector<Tratto> stretches(const Domanda& d, const Chiesta& c) {
  const auto window = static_cast<std::int32_t>(d.norms.integer("cigo.biennio.window_weeks", c.lunedi));
  const Period shown{c.lunedi - 7 * window, c.lunedi + 7 * kTimelineWeeks};
  std::vector<Tratto> out;
  for (const auto& a : d.registry.autorizzazioni) {
    const bool pending = a.stato == domain::StatoAutorizzazione::in_istruttoria;
    if (a.unita_produttiva != c.unita || (!pending && a.stato != domain::StatoAutorizzazione::autorizzata)) continue;
    if (!a.periodo.overlaps(shown)) continue;
    out.push_back({pending ? Tratto::Natura::in_esame : Tratto::Natura::autorizzata, a.periodo, a.numero});
  }
  for (const auto& filed : d.registry.domande) {
    if (filed.unita_produttiva != c.unita || filed.id == d.draft.id || !filed.periodo.overlaps(shown)) continue;
    out.push_back({Tratto::Natura::in_esame, filed.periodo, filed.protocollo});
  }
  out.push_back({Tratto::Natura::richiesta, {c.lunedi, c.lunedi + (7 * c.settimane - 1)}, {}});
  domain::stable_sort(out, [](const Tratto& a, const Tratto& b) { return a.periodo.dal < b.periodo.dal; });
  return out;
}

std::string names_of(const std::vector<counters::Vincolo>& limits) {
  std::string out;
  for (const auto& one : limits) out += (out.empty() ? "" : ", ") + one.nome;
  return out;
}

std::string sentence(const Capienza& c) {
  const std::string all = counters::weeks_words(c.settimane_chieste);
  if (c.posto == Posto::entra) return "Questa richiesta entra tutta: " + all + ".";
  std::string out;
  if (c.posto == Posto::in_parte) {
    out = (c.settimane_ammesse == 1 ? "Entra solo " : "Entrano solo ") + counters::weeks_words(c.settimane_ammesse) + " su " +
          std::to_string(c.settimane_chieste) + ", fino al " + c.entra->al.italiano() + ".";
  } else {
    out = "Da questa data non entra alcuna settimana.";
  }
  out += " Limite raggiunto: " + names_of(c.vincoli) + ".";
  if (c.prima_data) out += " Entrano tutte dal " + c.prima_data->italiano() + ".";
  return out;
}

std::string finding(const Capienza& c) {
  if (c.punti.empty()) return {};
  const auto& now = c.punti[static_cast<std::size_t>(std::min<std::int64_t>(c.settimane_chieste, kTimelineWeeks)) - 1];
  return "Con questa richiesta restano " + counters::weeks_text(now.residue) + " settimane su " + counters::weeks_text(c.limite) +
         " nel biennio, al " + (now.lunedi + 6).italiano();
}

}  // namespace

std::string capacity_key(const Domanda& d) {
  const auto c = asked(d);
  if (!c) return {};
  return std::to_string(c->unita) + "|" + c->lunedi.iso() + "|" + std::to_string(c->settimane) + "|" + d.draft.causale.id + "|" +
         std::to_string(c->ore_settimana_centesimi) + "|" + (d.draft.periodo.tipo == domain::TipoRichiesta::proroga ? "p" : "i") +
         "|" + d.oggi.iso();
}

Capienza capacity(const Domanda& d) {
  Capienza out;
  const auto c = asked(d);
  if (!c) return out;
  counters::Ipotesi question;
  question.richiesta = {c->unita, c->lunedi, c->settimane, c->eone, 0};
  question.proroga = d.draft.periodo.tipo == domain::TipoRichiesta::proroga;
  question.ore_settimana_centesimi = c->ore_settimana_centesimi;
  const auto longest = counters::longest_period(d.registry, question, d.settore, d.norms);
  out.settimane_chieste = c->settimane;
  out.settimane_ammesse = longest.settimane;
  out.entra = longest.periodo;
  out.vincoli = longest.vincoli;
  out.lettura = longest.lettura;
  if (longest.vincoli.empty() && longest.settimane == 0) return out;  // a day that the norm tables do not cover
  out.posto = longest.vincoli.empty() ? Posto::entra : longest.settimane > 0 ? Posto::in_parte : Posto::non_entra;
  if (out.posto != Posto::entra) {
    out.prima_data = counters::first_date(d.registry, question.richiesta, d.settore, d.norms, c->lunedi);
    if (out.prima_data && *out.prima_data <= c->lunedi) out.prima_data.reset();  // the limit is not one that time frees
  }
  out.tratti = stretches(d, *c);
  out.limite = d.norms.integer("cigo.biennio.limit_weeks", c->lunedi) * counters::kUnitsPerWeek;
  out.punti = counters::biennio_timeline_with(d.registry, question.richiesta, d.settore, d.norms, kTimelineWeeks);
  out.testo = sentence(out);
  out.titolo = finding(out);
  return out;
}

}  // namespace omnia::rules::outlook
