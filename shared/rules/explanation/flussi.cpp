// The terms of payment once the domanda is granted: set-off, or the flows of direct payment (art. 7 D.Lgs. 148/2015). The
// authorisation is still to come, so each is the earliest that can be.
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"
#include "shared/rules/payment_flow/payment_flow.hpp"

namespace omnia::rules::explanation {
namespace {

Spiegazione flow_step(const Context& c) {
  auto s = step("I dati dei lavoratori si inviano con il flusso UniEmens-Cig.", "Il vecchio modello SR41 non è più ammesso.");
  add_norm(s, c.norms, c.oggi, "solo UniEmens-Cig per i periodi dal", "payment.uniemens_cig_from");
  return s;
}

Spiegazione direct(const Context& c) {
  const auto flow = payment_flow::direct(*c.periodo, std::nullopt, c.oggi, c.norms);
  auto root = step(flow.termine.testo, "Dopo il termine la cassa integrazione e le spese restano a carico dell’azienda.",
                   flow.termine.citazione, flow.termine.lettura);
  auto end = step("Il secondo mese dopo il periodo finisce il " + flow.fine_secondo_mese.italiano() + ".",
                  "Si conta dal mese in cui finisce il periodo.");
  end.fatti.push_back(typed("fine del periodo", c.periodo->al.italiano(), "periodo.al"));
  add_norm(end, c.norms, c.periodo->al, "mesi dopo il periodo", "payment.direct_months");
  const auto days = static_cast<std::int32_t>(c.norms.integer("payment.direct_days", c.periodo->al));
  auto notice = step("Se l’autorizzazione è comunicata dopo il " + (flow.fine_secondo_mese - days).italiano() + ", valgono " +
                         days_words(days) + " dalla comunicazione.",
                     "Vale il termine che scade più tardi.");
  add_norm(notice, c.norms, c.periodo->al, "giorni dalla comunicazione", "payment.direct_days");
  root.passi = {std::move(end), std::move(notice), flow_step(c)};
  return root;
}

Spiegazione set_off(const Context& c) {
  const auto flow = payment_flow::set_off(*c.periodo, c.oggi, c.oggi, c.norms);
  auto root = step(flow.termine.testo + " Un’autorizzazione con una data successiva lo sposta in avanti.",
                   "Le somme anticipate ai lavoratori si recuperano con il conguaglio in UniEmens.", flow.termine.citazione,
                   flow.termine.lettura);
  auto start = step("Il termine corre dal " + flow.decorrenza.italiano() + ".",
                    "Vale la data più avanti tra la fine del periodo di paga in cui scade la durata autorizzata e quella "
                    "dell’autorizzazione: qui si suppone che arrivi oggi.");
  start.fatti.push_back(typed("fine del periodo", c.periodo->al.italiano(), "periodo.al"));
  start.fatti.push_back(day_of_review(c.oggi));
  add_norm(start, c.norms, flow.decorrenza, "mesi dalla decorrenza", "payment.setoff_months");
  auto check = step(flow.testo_verifica, "L’INPS controlla il versamento del mese dopo quello in cui scadono i sei mesi.",
                    flow.citazione_verifica, flow.verifica_con_proroga.has_value());
  add_norm(check, c.norms, flow.termine.data, "giorno del versamento", "payment.check_day");
  root.passi = {std::move(start), std::move(check)};
  return root;
}

}  // namespace

Esito flussi(const Context& c) {
  if (!c.periodo) return missing("Per i termini di pagamento indica la data di inizio e la data di fine del periodo.");
  const bool by_inps = c.draft.pagamento.modalita == domain::ModalitaPagamento::diretto;
  auto root = by_inps ? direct(c) : set_off(c);
  root.codice = "flussi";
  root.fatti.push_back(typed("pagamento", by_inps ? "diretto, da parte dell’INPS" : "conguaglio", "pagamento.modalita"));
  root.fatti.push_back(typed("periodo richiesto", span(*c.periodo), "periodo.dal e periodo.al"));
  return root;
}

}  // namespace omnia::rules::explanation
