// T6 and T7 in weeks: the same sliding window as the CIGO, with the limit of the size.
#include "shared/rules/counters/funds.hpp"

#include <algorithm>

#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/checks.hpp"
#include "shared/rules/counters/sliding.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Autorizzazione;
using domain::Date;
using domain::StatoAutorizzazione;

struct Limiti {
  const norms::Parameter* settimane = nullptr;
  int per_richiesta = 0;
  std::string dimensione;
};

// "fondi.limit_weeks.gt5.F_PROF" if the Fondo has its own row, the common one otherwise.
const norms::Parameter* own_or_common(const Caso& caso, const std::string& key, std::string_view prestazione) {
  const auto* own = caso.norms.find(key + "." + std::string(prestazione), caso.giorno);
  return own != nullptr ? own : caso.norms.find(key, caso.giorno);
}

std::string size_text(const headcount::Media& media, std::int64_t threshold, bool small) {
  if (media.mesi == 0) return "Organico del semestre non noto: vale il limite più basso.";
  return "Somma di " + (media.mesi == 1 ? std::string("1 mese") : std::to_string(media.mesi) + " mesi") + ": " +
         domain::format_hundredths(media.somma_centesimi) + ", " + (small ? "non oltre " : "oltre ") +
         domain::format_hundredths(threshold * 100 * media.mesi) + ". La media è " + (small ? "fino a " : "oltre ") +
         std::to_string(threshold) + " dipendenti.";
}

Limiti limits_of(const Caso& caso, std::string_view prestazione, const headcount::Media& media) {
  const bool fis = prestazione == "FIS";
  const std::int64_t threshold = caso.norms.integer(fis ? "fis.size_threshold" : "fondi.size_threshold", caso.giorno);
  // Exact: 5,0083 is over 5. Without months the lower limit, which nobody can exceed by mistake.
  const bool small = media.mesi == 0 || media.compare(threshold) <= 0;
  const std::string size = small ? "le5" : "gt5";
  Limiti limiti;
  limiti.dimensione = size_text(media, threshold, small);
  limiti.settimane = fis ? caso.norms.find("fis.limit_weeks." + size, caso.giorno)
                         : own_or_common(caso, "fondi.limit_weeks." + size, prestazione);
  const bool large = !small && media.compare(caso.norms.integer("fondi.size_threshold.upper", caso.giorno)) > 0;
  const std::string request = "fondi.request_weeks." + std::string(large ? "gt15" : size) + "." + std::string(prestazione);
  limiti.per_richiesta = static_cast<int>(caso.norms.integer(request, caso.giorno));
  return limiti;
}

std::string_view not_counted(std::string_view prestazione, std::string_view own) {
  const bool covid = prestazione.find("COVID") != std::string_view::npos;
  if (covid) return "Assegno per COVID-19: non si conta (art. 19, comma 3, D.L. 18/2020).";
  if (prestazione == std::string(own) + "_44_11S") return "Assegno in deroga del 2022: non si conta (art. 11 D.L. 21/2022).";
  return "Prestazione diversa: non si conta in questo limite.";
}

bool eone_exempt(const Caso& caso) { return caso.norms.choice("fis.eone", caso.giorno) == "exempt"; }

// Declared days count once the authorised weeks are over (msg. INPS 4653/2022 and 1351/2023).
bool declared_days_apply(const Caso& caso, const Autorizzazione& a) {
  return a.fruito_dichiarato && a.periodo.al < caso.registry.aggiornato_al &&
         caso.norms.integer("fruito.applies.fis_fondi", caso.giorno) != 0;
}

Voce entry(const Caso& caso, const Autorizzazione& a, std::string_view prestazione) {
  Voce voce;
  voce.numero = a.numero;
  voce.periodo = a.periodo;
  voce.divisore = week_of(caso, a);
  if (a.stato == StatoAutorizzazione::respinta || a.stato == StatoAutorizzazione::annullata) {
    voce.motivo = a.stato == StatoAutorizzazione::respinta ? "Respinta: non si conta." : "Annullata: non si conta.";
  } else if (a.prestazione != prestazione) {
    voce.motivo = not_counted(a.prestazione, prestazione);
  } else if (a.eone && eone_exempt(caso)) {
    voce.motivo = "EONE: non si conta (lettura da confermare).";
  } else if (a.stato == StatoAutorizzazione::in_istruttoria) {
    voce.prudente = true;
    voce.motivo = "In istruttoria: si conta solo nella stima prudente.";
  } else {
    voce.conta = true;
    voce.motivo = "Settimane autorizzate: fruito non dichiarato.";
    if (declared_days_apply(caso, a)) {
      voce.giorni = &a.giorni_fruiti;
      voce.motivo = {};
    } else if (a.fruito_dichiarato) {
      voce.motivo = "Fruito dichiarato ma non ancora valido: si contano le settimane autorizzate.";
    }
  }
  return voce;
}

std::string finding(const Caso& caso, const std::vector<Voce>& voci, const Scorrimento& regole, const Esente& esente,
                    const ContatoreFondo& out) {
  const Contatore& c = out.contatore;
  const std::string limit = std::to_string(out.settimane_limite) + " settimane nel biennio mobile";
  if (!c.superato) {
    return left_phrase(c.residuo) + " su " + std::to_string(out.settimane_limite) + " nel biennio mobile che finisce il " +
           c.finestra.al.italiano() + ": la richiesta ne usa " + weeks_text(c.richiesto) + ".";
  }
  std::string text = admitted_phrase(c.settimane_richieste, c.settimane_ammesse, limit);
  if (out.settimane_richiesta > 0 && c.settimane_richieste > out.settimane_richiesta) {
    return text + " Una sola domanda ne ammette " + std::to_string(out.settimane_richiesta) + ".";
  }
  const auto first = first_sliding_fit(caso, voci, regole, esente, caso.richiesta.primo_lunedi + 7);
  return text + (first ? " C’è spazio per tutte dal " + first->italiano() + "."
                       : " Nei prossimi quattro anni non c’è spazio per tutte.");
}

}  // namespace

ContatoreFondo fund_weeks(const domain::Registry& registry, const Richiesta& richiesta, std::string_view prestazione,
                          const headcount::Media& media, const norms::Norms& norms) {
  const Caso caso = open_case(registry, richiesta, routing::Settore::altro, norms);
  ContatoreFondo out;
  Contatore& c = out.contatore;
  c.codice = prestazione == "FIS" ? "fis" : "fondo";
  c.nome = prestazione == "FIS" ? "Biennio mobile del FIS" : "Biennio mobile del Fondo";
  const Limiti limiti = limits_of(caso, prestazione, media);
  const auto* window = norms.find("fis.window_weeks", caso.giorno);
  const int n = caso.richiesta.settimane;
  if (limiti.settimane == nullptr || window == nullptr || n == 0) return out;
  out.settimane_limite = static_cast<int>(limiti.settimane->intero);
  out.settimane_richiesta = limiti.per_richiesta;
  out.dimensione = limiti.dimensione;
  const Scorrimento regole{limiti.settimane->intero * kUnitsPerWeek, static_cast<int>(window->intero),
                           norms.choice("cigo.biennio.anchor", caso.giorno)};
  std::vector<Voce> voci;
  bool eone = richiesta.eone;
  for (const auto& a : registry.autorizzazioni) {
    if (a.unita_produttiva != richiesta.unita_produttiva) continue;
    voci.push_back(entry(caso, a, prestazione));
    eone = eone || (a.eone && voci.back().conta);
  }
  const bool exempt = richiesta.eone && eone_exempt(caso);
  const Esente esente = [exempt](Date) { return exempt; };
  const int back = regole.finestra - 1;
  c.limite = regole.limite;
  c.finestra = {caso.lunedi(n - 1 - back), caso.ultima_domenica()};
  Registri registri = fill(caso, voci, caso.lunedi(-back), back + n + back, c.finestra);
  const int last = back + n - 1;
  c.usato = registri.ufficiale.sum(last - back, last);
  c.usato_prudente = registri.prudente.sum(last - back, last);
  c.residuo = std::max<std::int64_t>(0, c.limite - c.usato);
  for (int k = 0; k < n && !exempt; ++k) c.richiesto += kUnitsPerWeek - registri.ufficiale.units(back + k);
  c.settimane_richieste = n;
  const auto sums = window_sums(registri.ufficiale, regole.finestra);
  c.settimane_ammesse = admitted_weeks(regole, registri.ufficiale, sums, back, n, esente);
  const bool anchor = anchor_matters(caso, regole, registri.ufficiale, sums, back, c.settimane_ammesse, esente);
  if (out.settimane_richiesta > 0) c.settimane_ammesse = std::min(c.settimane_ammesse, out.settimane_richiesta);
  c.superato = c.settimane_ammesse < n;
  c.esente = exempt;
  c.lettura = anchor || c.usato % kUnitsPerWeek != 0 || eone || media.mesi == 0 || limiti.settimane->mark == norms::Mark::reading;
  c.citazione = limiti.settimane->citazione;
  c.righe = std::move(registri.righe);
  c.testo = finding(caso, voci, regole, esente, out);
  if (prestazione == "FIS" && norms.choice("fis.third", caso.giorno) == "apply") {
    Caso ore = caso;
    ore.ore_di = prestazione;
    out.terzo = check_terzo(ore);
  }
  return out;
}

}  // namespace omnia::rules::counters
