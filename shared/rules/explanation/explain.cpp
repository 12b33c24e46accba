#include "shared/rules/explanation/explain.hpp"

#include <algorithm>

#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"

namespace omnia::rules::explanation {
namespace {

using Spiega = Esito (*)(const Context&);

struct Voce {
  Argomento argomento;
  Spiega spiega;
};

const std::vector<Voce>& voci() {
  static const std::vector<Voce> all = {
      {{"instradamento", "Prestazione suggerita", "routing"}, instradamento},
      {{"organico", "Media dei dipendenti", "headcount"}, organico},
      {{"scadenza", "Termine della domanda", "deadline"}, scadenza},
      {{"richiesta", "Durata della richiesta", "single"}, richiesta},
      {{"consecutive", "Settimane consecutive", {}}, consecutive},
      {{"biennio", "Biennio mobile", {}}, biennio},
      {{"quinquennio", "Quinquennio mobile", {}}, quinquennio},
      {{"terzo", "Un terzo delle ore lavorabili", "third"}, terzo},
      {{"capienza", "Quanto si può chiedere", "whatif"}, capienza},
      {{"previsione", "I prossimi 24 mesi", "timeline"}, previsione},
      {{"consultazione", "Consultazione sindacale", "union"}, consultazione},
      {{"liquidita", "Indice di liquidità", "liquidity"}, liquidita},
      {{"contributo", "Contributo addizionale", "contribution"}, contributo},
      {{"importi", "Importi", "amounts"}, importi},
      {{"flussi", "Conguaglio o pagamento diretto", "payment"}, flussi},
      {{"fis", "Limiti e termine del FIS", {}}, fis},
      {{"fondo", "Limiti e termine del Fondo", "fund"}, fondo},
      {{"cisoa", "Limite e termine della CISOA", {}}, cisoa},
  };
  return all;
}

bool is_alert(std::string_view argomento) { return argomento.compare(0, 2, "A-") == 0; }

}  // namespace

const std::vector<Argomento>& argomenti() {
  static const std::vector<Argomento> all = [] {
    std::vector<Argomento> names;
    for (const auto& voce : voci()) names.push_back(voce.argomento);
    return names;
  }();
  return all;
}

Esito topic(const Context& c, std::string_view codice) {
  for (const auto& voce : voci()) {
    const auto& a = voce.argomento;
    if (codice == a.codice || (!a.alias.empty() && codice == a.alias)) return voce.spiega(c);
  }
  std::string names;
  for (const auto& voce : voci()) names += (names.empty() ? "" : ", ") + std::string(voce.argomento.codice);
  return domain::Reason{"spiegazione.argomento", "«" + std::string(codice) + "» non è un argomento: scegli tra " + names +
                                                     ", oppure il codice di un avviso come A-TER-03."};
}

domain::Result<Spiegazione> explain(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms,
                                    domain::Date oggi, std::string_view argomento) {
  const auto c = alerts::make_context(draft, registry, norms, oggi);
  return is_alert(argomento) ? avviso(c, argomento, true) : topic(c, argomento);
}

std::vector<Spiegazione> explain_all(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms,
                                     domain::Date oggi) {
  const auto c = alerts::make_context(draft, registry, norms, oggi);
  std::vector<Spiegazione> all;
  for (const auto& voce : voci()) {
    if (auto why = voce.spiega(c)) all.push_back(std::move(why.value()));
  }
  for (const auto& codice : alert_codes(c)) all.push_back(std::move(avviso(c, codice, false).value()));
  return all;
}

}  // namespace omnia::rules::explanation
