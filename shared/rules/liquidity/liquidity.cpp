#include "shared/rules/liquidity/liquidity.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

namespace omnia::rules::liquidity {
namespace {

using domain::Entry;
using domain::Money;

// Sums of three amounts times a hundred, whatever the amounts.
__extension__ typedef __int128 Wide;

constexpr std::string_view kCurrentRatio = "CURRENT_RATIO";

struct Voce {
  std::string_view nome;
  const Entry<Money>* importo;
};

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " e " : ", ";
    text += words[i];
  }
  return text;
}

// The amounts of one variant: what is added up, and the current liabilities below the line.
struct Formula {
  std::vector<Voce> somma;
  Voce passivita;

  [[nodiscard]] bool ready() const {
    const auto usable = [](const Voce& v) { return *v.importo && (**v.importo).cent >= 0; };
    return usable(passivita) && std::all_of(somma.begin(), somma.end(), usable);
  }
  [[nodiscard]] Wide numerator() const {
    Wide total = 0;
    for (const auto& v : somma) total += (**v.importo).cent;
    return total;
  }
  [[nodiscard]] std::int64_t denominator() const { return (**passivita.importo).cent; }
  // Strictly below the threshold: an index of exactly 1 is not a difficulty.
  [[nodiscard]] bool below(std::int64_t threshold_hundredths) const {
    return numerator() * 100 < static_cast<Wide>(denominator()) * threshold_hundredths;
  }
  // Truncated, so that 0,999 never shows as 1,00; "n.d." without current liabilities, empty while an amount is missing.
  [[nodiscard]] std::string index() const {
    if (!ready()) return {};
    if (denominator() == 0) return "n.d.";
    constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
    return domain::format_hundredths(static_cast<std::int64_t>(std::min(numerator() * 100 / denominator(), kMost)));
  }
  [[nodiscard]] std::string steps() const {
    std::string text = "(";
    for (const auto& v : somma) text += (text.size() > 1 ? " + " : "") + domain::format_hundredths((**v.importo).cent);
    return text + ") / " + domain::format_hundredths(denominator()) + " = " + index();
  }
};

Formula formula(const domain::SezionePagamento& pagamento, bool current_ratio) {
  Formula f{{{"liquidità immediate", &pagamento.liquidita_immediate}, {"liquidità differite", &pagamento.liquidita_differite}},
            {"passività correnti", &pagamento.passivita_correnti}};
  if (current_ratio) f.somma.push_back({"rimanenze", &pagamento.rimanenze});
  return f;
}

std::string what_is_missing(const Formula& f) {
  std::vector<std::string_view> missing;
  std::vector<std::string_view> negative;
  const auto look = [&](const Voce& v) {
    if (!*v.importo) {
      missing.push_back(v.nome);
    } else if ((**v.importo).cent < 0) {
      negative.push_back(v.nome);
    }
  };
  for (const auto& v : f.somma) look(v);
  look(f.passivita);
  if (!negative.empty()) return "L’indice di liquidità non ammette importi negativi: correggi " + listed(negative) + ".";
  return "Per calcolare l’indice di liquidità indica " + listed(missing) + ".";
}

// Grounds other than the index (msg. INPS 33735/2005 and 29223/2009).
std::vector<std::string_view> other_grounds(const domain::SezionePagamento& pagamento) {
  std::vector<std::string_view> grounds;
  if (pagamento.procedura_concorsuale) grounds.push_back("la procedura concorsuale");
  if (pagamento.cessazione) grounds.push_back("la cessazione dell’attività");
  if (pagamento.credito_rifiutato) grounds.push_back("il credito rifiutato dalle banche");
  if (pagamento.altri_elementi) grounds.push_back("gli altri elementi descritti");
  return grounds;
}

std::string threshold_text(std::int64_t hundredths) {
  return hundredths % 100 == 0 ? domain::format_integer(hundredths / 100) : domain::format_hundredths(hundredths);
}

std::string sentence(const Esito& esito, const std::string& threshold, const std::vector<std::string_view>& grounds) {
  const bool undefined = esito.indice == "n.d.";
  const std::string finding = undefined ? "Le passività correnti sono zero: l’indice di liquidità non si calcola."
                                        : "L’indice di liquidità è " + esito.indice + ", " +
                                              (esito.verdetto == Verdetto::difficolta ? "inferiore a " : "non inferiore a ") +
                                              threshold;
  switch (esito.verdetto) {
    case Verdetto::difficolta:
      return finding + ": il requisito è presumibilmente documentato. Decide la Sede INPS.";
    case Verdetto::altri_motivi:
      return finding + (undefined ? " La richiesta si fonda su: " : ". La richiesta si fonda su: ") + listed(grounds) +
             ". Allega i documenti che lo provano.";
    case Verdetto::non_calcolabile:
      return finding + " Verifica l’importo oppure indica altri motivi di difficoltà.";
    default:
      return finding +
             ": la Sede INPS potrebbe negare il pagamento diretto. Indica altri motivi di difficoltà oppure scegli il "
             "conguaglio.";
  }
}

std::string amount(const Voce& v) {
  if (*v.importo) return domain::format_hundredths((**v.importo).cent);
  return v.importo->testo.empty() ? "da indicare" : v.importo->testo;
}

Calcolo on_paper(const Formula& f, std::int64_t threshold) {
  Calcolo out;
  const bool with_stock = f.somma.size() > 2;
  out.nome = with_stock ? "Con le rimanenze (indice di disponibilità)" : "Senza le rimanenze (indice di liquidità)";
  for (const auto& v : f.somma) out.righe.emplace_back((out.righe.empty() ? "" : "più ") + std::string(v.nome), amount(v));
  if (f.ready()) {
    constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
    out.righe.emplace_back("uguale", domain::format_hundredths(static_cast<std::int64_t>(std::min(f.numerator(), kMost))));
  }
  out.righe.emplace_back("diviso " + std::string(f.passivita.nome), amount(f.passivita));
  if (!f.ready()) return out;
  out.righe.emplace_back("indice, troncato a due decimali", f.index());
  const std::string limit = threshold_text(threshold);
  out.esito = f.denominator() == 0 ? "non calcolabile" : (f.below(threshold) ? "inferiore a " : "non inferiore a ") + limit;
  return out;
}

Verdetto verdict(const Formula& f, std::int64_t threshold, bool grounds) {
  if (f.denominator() > 0 && f.below(threshold)) return Verdetto::difficolta;
  if (grounds) return Verdetto::altri_motivi;
  return f.denominator() == 0 ? Verdetto::non_calcolabile : Verdetto::non_dimostrata;
}

}  // namespace

Esito evaluate(const domain::SezionePagamento& pagamento, domain::Date oggi, const norms::Norms& norms) {
  const auto* variant = norms.find("liquidity.variant", oggi);
  const std::int64_t threshold = norms.integer("liquidity.threshold_hundredths", oggi);
  Esito esito;
  esito.variante = norms.choice("liquidity.variant", oggi);
  if (variant != nullptr) {
    esito.citazione = variant->citazione;
    esito.lettura = variant->mark == norms::Mark::reading;
  }
  const bool current_ratio = esito.variante == kCurrentRatio;
  const Formula in_force = formula(pagamento, current_ratio);
  const Formula other = formula(pagamento, !current_ratio);
  esito.indice = in_force.index();
  esito.indice_altra = other.index();
  esito.calcoli = {on_paper(in_force, threshold), on_paper(other, threshold)};
  esito.calcoli.front().in_vigore = true;
  if (!in_force.ready()) {
    esito.testo = what_is_missing(in_force);
    return esito;
  }
  const auto grounds = other_grounds(pagamento);
  esito.verdetto = verdict(in_force, threshold, !grounds.empty());
  esito.calcolo = in_force.steps();
  esito.testo = sentence(esito, threshold_text(threshold), grounds);
  esito.discordanti = in_force.denominator() > 0 && other.ready() && in_force.below(threshold) != other.below(threshold);
  if (esito.discordanti) {
    esito.testo += (current_ratio ? " Senza le rimanenze l’indice è " : " Con le rimanenze l’indice è ") + esito.indice_altra +
                   ": le due formule danno esito diverso.";
  }
  return esito;
}

}  // namespace omnia::rules::liquidity
