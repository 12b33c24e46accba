#include "shared/rules/proposta/proposta.hpp"

#include <algorithm>

#include "shared/rules/proposta/lavoratori.hpp"

namespace omnia::rules::proposta {
namespace {

using counters::Contatore;
using counters::Contatori;
using domain::SettimanaPiano;

// The weeks of the plan that are left, as the checks take them away.
struct Conto {
  const alerts::Context& c;
  Proposta& proposta;
  std::vector<Ostacolo> ostacoli;
  std::size_t prima = 0;   // first week that is left
  std::size_t quante = 0;  // weeks that are left

  [[nodiscard]] const std::vector<SettimanaPiano>& piano() const { return c.draft.periodo.settimane; }
  [[nodiscard]] std::int64_t ore() const {
    std::int64_t sum = 0;
    for (std::size_t i = prima; i < prima + quante; ++i) sum += hours_left(c, piano()[i], i, ostacoli);
    return sum;
  }
  [[nodiscard]] Contatori count(std::int64_t ore_centesimi) const {
    counters::Richiesta richiesta;
    const auto& unit = c.draft.unita_produttiva.progressivo;
    richiesta.unita_produttiva = unit ? unit->n : 0;
    richiesta.primo_lunedi = piano()[prima].lunedi;
    richiesta.settimane = static_cast<int>(quante);
    richiesta.eone = c.eone;
    richiesta.ore_centesimi = ore_centesimi;
    richiesta.presentata = c.oggi;
    return counters::count(c.registry, richiesta, c.settore, c.norms);
  }
};

void outside_the_field(Conto& conto) {
  const auto& found = conto.c.instradamento;
  if (found.cigo_suggerita) return;
  conto.proposta.motivi.push_back({"inquadramento", found.testo_cigo.empty() ? found.testo : found.testo_cigo, found.citazione});
}

// Art. 15 c. 3: of a late domanda the days before the first that can be authorised are lost.
void leave_out_late_weeks(Conto& conto) {
  const auto& term = conto.c.scadenza;
  if (!term || !term->tardiva || !term->primo_giorno_autorizzabile) return;
  const domain::Date first = *term->primo_giorno_autorizzabile;
  while (conto.quante > 0 && conto.piano()[conto.prima].lunedi + 6 < first) {
    ++conto.prima;
    --conto.quante;
  }
  const std::string law = "art. 15 c. 3 D.Lgs. 148/2015";
  conto.proposta.esclusioni.push_back({"tardiva",
                                       "Sono escluse le ore prima del " + first.italiano() +
                                           ": la domanda è stata presentata il " + conto.c.oggi.italiano() +
                                           ", dopo il termine del " + term->data.italiano(),
                                       law});
  if (conto.quante == 0)
    conto.proposta.motivi.push_back(
        {"tardiva", "L’intero periodo precede il " + first.italiano() + ", primo giorno autorizzabile.", law});
}

void leave_out_weeks_over_limits(Conto& conto) {
  if (conto.quante == 0) return;
  const Contatori found = conto.count(conto.ore());
  std::size_t admitted = conto.quante;
  for (const Contatore* one : {&found.biennio, &found.consecutive, &found.quinquennio}) {
    if (!one->superato) continue;
    admitted = std::min(admitted, static_cast<std::size_t>(std::max(one->settimane_ammesse, 0)));
    conto.proposta.esclusioni.push_back({one->codice, one->testo, one->citazione});
    if (one->settimane_ammesse <= 0) conto.proposta.motivi.push_back({"limiti_durata", one->testo, one->citazione});
  }
  conto.quante = admitted;
}

// Rows as a person writes them: "3, 5–7 e 9".
std::string rows_text(const std::vector<std::size_t>& rows) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t end = i;
    while (end + 1 < rows.size() && rows[end + 1] == rows[end] + 1) ++end;
    if (end > i + 1) {
      parts.push_back(std::to_string(rows[i] + 1) + "–" + std::to_string(rows[end] + 1));
      i = end + 1;
    } else {
      parts.push_back(std::to_string(rows[i] + 1));
      ++i;
    }
  }
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : i + 1 == parts.size() ? " e " : ", ") + parts[i];
  return text;
}

// "settimane dal 16/11/2026 e dal 23/11/2026": the weeks that are left in which he is out.
std::string weeks_text(const Conto& conto, const Ostacolo& one) {
  std::string text;
  for (std::size_t i = conto.prima; i < conto.prima + conto.quante; ++i) {
    if (one.settimane[i]) text += (text.empty() ? "" : ", ") + conto.piano()[i].lunedi.italiano();
  }
  return text;
}

// Those out for the same reason and weeks, in one sentence; a sentence holds so many rows that an act can carry it.
constexpr std::size_t kMostRows = 100;
struct Gruppo {
  const LavoratoreEscluso* chi = nullptr;
  std::string settimane;  // empty: all
  std::vector<std::size_t> righe;
};

std::string sentence(const Gruppo& g) {
  const std::string rows = rows_text(g.righe);
  std::string text =
      g.righe.size() == 1 ? "È escluso il lavoratore alla riga " + rows : "Sono esclusi i lavoratori alle righe " + rows;
  text += " dell’elenco";
  if (!g.settimane.empty()) text += ", per le settimane dal lunedì " + g.settimane;
  return text + ": " + g.chi->testo;
}

void leave_out_workers(Conto& conto) {
  if (conto.quante == 0) return;
  std::vector<Gruppo> groups;
  for (const Ostacolo& one : conto.ostacoli) {
    const auto first = one.settimane.begin() + static_cast<std::ptrdiff_t>(conto.prima);
    const auto n = static_cast<std::size_t>(std::count(first, first + static_cast<std::ptrdiff_t>(conto.quante), true));
    if (n == 0) continue;
    const std::string weeks = n == conto.quante ? std::string() : weeks_text(conto, one);
    if (weeks.empty()) conto.proposta.lavoratori_esclusi.push_back(one.chi);
    auto same = std::find_if(groups.begin(), groups.end(), [&](const Gruppo& g) {
      return g.chi->testo == one.chi.testo && g.settimane == weeks && g.righe.size() < kMostRows;
    });
    if (same == groups.end()) same = groups.insert(groups.end(), {&one.chi, weeks, {}});
    same->righe.push_back(one.chi.riga);
  }
  for (const Gruppo& g : groups) conto.proposta.esclusioni.push_back({g.chi->codice, sentence(g), g.chi->citazione});
  const std::size_t all = conto.c.draft.lavoratori.beneficiari.size();
  if (all == 0 || conto.proposta.lavoratori_esclusi.size() < all) return;
  for (const Gruppo& g : groups) conto.proposta.motivi.push_back({"lavoratori", sentence(g) + ".", g.chi->citazione});
}

std::int64_t hours_within_the_third(Conto& conto) {
  if (conto.quante == 0) return 0;
  const std::int64_t hours = conto.ore();
  const auto third = conto.count(hours).terzo;
  if (!third.superato) return hours;
  conto.proposta.esclusioni.push_back({"terzo_ore", third.testo, third.citazione});
  const std::int64_t left = std::max<std::int64_t>(0, hours - third.eccedenti);
  conto.proposta.cammino.oltre_il_terzo = hours - left;
  if (left == 0) conto.proposta.motivi.push_back({"limiti_durata", third.testo, third.citazione});
  return left;
}

}  // namespace

Proposta propose(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms, domain::Date inviata) {
  const alerts::Context c = alerts::make_context(draft, registry, norms, inviata);
  Proposta out;
  Conto conto{c, out, obstacles(c, draft.periodo.settimane), 0, draft.periodo.settimane.size()};
  outside_the_field(conto);
  leave_out_late_weeks(conto);
  leave_out_weeks_over_limits(conto);
  leave_out_workers(conto);
  const std::int64_t hours = hours_within_the_third(conto);
  out.cammino.prima = conto.prima;
  out.cammino.quante = conto.quante;
  for (std::size_t i = 0; i < conto.piano().size(); ++i)
    out.cammino.ore.push_back(hours_left(c, conto.piano()[i], i, conto.ostacoli));
  if (!out.motivi.empty()) {
    out.tipo = Tipo::reiezione;
    return out;
  }
  out.tipo = out.esclusioni.empty() ? Tipo::accoglimento : Tipo::accoglimento_parziale;
  out.settimane = static_cast<std::int64_t>(conto.quante);
  out.ore_centesimi = hours;
  if (conto.quante > 0)
    out.periodo = domain::Period{conto.piano()[conto.prima].lunedi, conto.piano()[conto.prima + conto.quante - 1].lunedi + 6};
  return out;
}

}  // namespace omnia::rules::proposta
