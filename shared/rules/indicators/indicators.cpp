#include "shared/rules/indicators/indicators.hpp"

#include <algorithm>
#include <optional>

namespace omnia::rules::indicators {
namespace {

using domain::Date;
using domain::RigaIndicatori;

std::uint64_t distance(std::int64_t a, std::int64_t b) {
  return a < b ? static_cast<std::uint64_t>(b) - static_cast<std::uint64_t>(a)
               : static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b);
}

bool is_over(const RigaIndicatori& row, Date oggi) {
  if (row.trimestre == 0) return row.anno < oggi.anno();
  const std::int64_t quarter = (oggi.mese() - 1) / 3 + 1;
  return row.anno < oggi.anno() || (row.anno == oggi.anno() && row.trimestre < quarter);
}

Verso direction(const Voce& voce, std::int64_t current, std::int64_t before, std::int64_t flat_percent) {
  if (before == 0) return Verso::non_calcolabile;
  const bool moved = distance(current, before) * 10'000 >= distance(before, 0) * static_cast<std::uint64_t>(flat_percent);
  if (!moved || current == before) return Verso::stabile;
  return (current < before) == voce.calo_sostiene ? Verso::sostiene : Verso::contrario;
}

void conclude(Esito& esito) {
  const bool known = std::any_of(esito.confronti.begin(), esito.confronti.end(),
                                 [](const Confronto& c) { return c.verso != Verso::non_calcolabile; });
  if (!known) {
    esito.testo = "Servono i valori di un periodo concluso e dello stesso periodo dell’anno prima.";
    return;
  }
  const std::string counts = std::to_string(esito.a_favore) + " a sostegno, " + std::to_string(esito.contro) + " contro.";
  if (esito.a_favore > esito.contro) {
    esito.complessivo = Verso::sostiene;
    esito.testo = "Nel complesso l’andamento è negativo e sostiene la richiesta: " + counts;
  } else if (esito.a_favore < esito.contro) {
    esito.complessivo = Verso::contrario;
    esito.testo = "Nel complesso l’andamento non è negativo: " + counts;
  } else {
    esito.complessivo = Verso::stabile;
    esito.testo = "Nel complesso l’andamento è in equilibrio: " + counts;
  }
}

}  // namespace

// The tenths are cut and not rounded: 0,99 % never becomes 1 %.
std::string Confronto::variazione() const {
  if (riferimento == 0) return "n.d.";
  const std::uint64_t tenths = distance(attuale, riferimento) * 1000 / distance(riferimento, 0);
  const std::string sign = attuale == riferimento ? "" : attuale < riferimento ? "-" : "+";
  return sign + domain::format_integer(static_cast<std::int64_t>(tenths / 10)) + "," + std::to_string(tenths % 10) + " %";
}

std::string Confronto::testo() const {
  const std::string subject = std::string(voce->nome) + " " + period_name(anno, trimestre) + ": ";
  if (riferimento == 0) return subject + "il valore di confronto è zero.";
  const char* meaning = verso == Verso::sostiene    ? ", a sostegno della richiesta."
                        : verso == Verso::contrario ? ", contro la richiesta."
                                                    : ", stabile.";
  return subject + variazione() + " sul " + period_name(anno - 1, trimestre) + meaning;
}

const std::vector<Voce>& voci() {
  static const std::vector<Voce> kVoci = {
      {"fatturato", "Fatturato", &RigaIndicatori::fatturato, true, 1, nullptr,
       "Ricavi delle vendite e delle prestazioni: voce A.1 del conto economico."},
      {"risultato_operativo", "Risultato operativo", &RigaIndicatori::risultato_operativo, true, 1, nullptr,
       "Detto anche EBIT: differenza tra valore e costi della produzione (A – B del conto economico). Se è una perdita scrivi il "
       "segno meno."},
      {"risultato_impresa", "Risultato d’impresa", &RigaIndicatori::risultato_impresa, true, 1, nullptr,
       "Utile o perdita: voce 21 del conto economico. Se è una perdita scrivi il segno meno."},
      {"indebitamento", "Indebitamento", &RigaIndicatori::indebitamento, false, 1, nullptr,
       "Debiti: voce D del passivo dello stato patrimoniale."},
      {"ordini_numero", "Numero di ordini", nullptr, true, 2, nullptr, "Ordini o commesse acquisiti nel periodo."},
      {"ordini_valore", "Valore degli ordini", &RigaIndicatori::ordini_valore, true, 2, nullptr,
       "Importo degli ordini o delle commesse acquisiti nel periodo."},
      {"scorte", "Scorte di magazzino", &RigaIndicatori::scorte, false, 1, nullptr,
       "Facoltativo. Rimanenze alla fine del periodo: voce C.I dell’attivo."},
      {"consumi_energetici", "Consumi di energia", &RigaIndicatori::consumi_energetici, true, 1, nullptr,
       "Facoltativo. Spesa per elettricità e gas, dalle bollette del periodo."},
      {"ore_lavorate", "Ore lavorate", nullptr, true, 1, &RigaIndicatori::ore_lavorate,
       "Facoltativo. Ore di lavoro di tutti nel periodo, dal libro unico."},
  };
  return kVoci;
}

std::optional<std::int64_t> figure(const RigaIndicatori& riga, const Voce& voce) {
  if (voce.importo != nullptr) {
    const auto& entry = riga.*voce.importo;
    return entry ? std::optional(entry->cent) : std::nullopt;
  }
  if (voce.ore != nullptr) {
    const auto& entry = riga.*voce.ore;
    return entry ? std::optional(entry->centesimi) : std::nullopt;
  }
  return riga.ordini_numero ? std::optional(riga.ordini_numero->n) : std::nullopt;
}

bool empty(const RigaIndicatori& riga) {
  return std::all_of(voci().begin(), voci().end(), [&](const Voce& voce) {
    if (voce.importo != nullptr) return (riga.*voce.importo).empty();
    return voce.ore != nullptr ? (riga.*voce.ore).empty() : riga.ordini_numero.empty();
  });
}

const RigaIndicatori* reference(const domain::SezioneIndicatori& indicatori, const RigaIndicatori& riga) {
  for (const auto& row : indicatori.periodi) {
    if (row.anno == riga.anno - 1 && row.trimestre == riga.trimestre && !empty(row)) return &row;
  }
  return nullptr;
}

std::string period_name(std::int64_t anno, std::int64_t trimestre) {
  const std::string year = std::to_string(anno);
  return trimestre == 0 ? year : std::to_string(trimestre) + "° trimestre " + year;
}

bool beyond(std::int64_t attuale, std::int64_t riferimento, std::int64_t percento_centesimi) {
  return attuale > riferimento &&
         distance(attuale, riferimento) * 10'000 > distance(riferimento, 0) * static_cast<std::uint64_t>(percento_centesimi);
}

// Figures are below 10^14 cents (the wire and the parsers refuse more), so the products by 10^4 stay in 64 bits.
Esito evaluate(const domain::SezioneIndicatori& indicatori, Date oggi, const norms::Norms& norms) {
  Esito esito;
  constexpr std::string_view kFlat = "indicators.flat_percent";
  const auto* flat = norms.find(kFlat, oggi);
  const std::int64_t flat_percent = flat == nullptr ? 0 : flat->intero;
  if (flat != nullptr) esito.citazione = flat->citazione;
  for (const auto& row : indicatori.periodi) {
    const auto* before = is_over(row, oggi) ? reference(indicatori, row) : nullptr;
    if (before == nullptr) continue;
    for (const Voce& voce : voci()) {
      const auto now = figure(row, voce);
      const auto then = figure(*before, voce);
      if (!now || !then) continue;
      esito.confronti.push_back({&voce, row.anno, row.trimestre, *now, *then, direction(voce, *now, *then, flat_percent)});
      if (esito.confronti.back().verso == Verso::sostiene) esito.a_favore += voce.peso;
      if (esito.confronti.back().verso == Verso::contrario) esito.contro += voce.peso;
    }
  }
  conclude(esito);
  return esito;
}

}  // namespace omnia::rules::indicators
