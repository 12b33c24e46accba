#include "shared/rules/payment_flow/payment_flow.hpp"

#include <algorithm>

namespace omnia::rules::payment_flow {
namespace {

using deadlines::Festivo;
using domain::Date;
using norms::Norms;

std::string citation(const Norms& norms, std::string_view key, Date giorno) {
  const auto* parameter = norms.find(key, giorno);
  return parameter == nullptr ? std::string() : parameter->citazione;
}

}  // namespace

Conguaglio set_off(const domain::Period& autorizzato, Date autorizzazione, Date oggi, const Norms& norms) {
  const Date end_of_pay = autorizzato.al.fine_mese();  // pay periods are calendar months
  Conguaglio out;
  out.decorrenza = std::max(end_of_pay, autorizzazione);
  const int months = static_cast<int>(norms.integer("payment.setoff_months", out.decorrenza));
  out.termine = deadlines::term("conguaglio", "Conguaglio o rimborso, a pena di decadenza", out.decorrenza,
                                out.decorrenza.add_months(months), Festivo::mostra, oggi);
  out.termine.citazione = citation(norms, "payment.setoff_months", out.decorrenza);
  out.termine.testo += " Il termine corre dal " + out.decorrenza.italiano() +
                       (out.decorrenza == autorizzazione && autorizzazione != end_of_pay
                            ? ", data dell’autorizzazione."
                            : ", fine del periodo di paga in cui scade la durata autorizzata.");
  const int day = static_cast<int>(norms.integer("payment.check_day", out.termine.data));
  out.verifica = out.termine.data.primo_del_mese().add_months(1) + (day - 1);
  if (domain::is_holiday(out.verifica)) out.verifica_con_proroga = domain::roll_forward(out.verifica);
  out.testo_verifica =
      "Il conguaglio è valido se avviene con il versamento dei contributi entro il " + out.verifica.italiano() + ".";
  if (out.verifica_con_proroga) {
    out.testo_verifica += " È un giorno festivo: il rinvio al " + out.verifica_con_proroga->italiano() + " è da confermare.";
  }
  out.citazione_verifica = citation(norms, "payment.check_day", out.termine.data);
  return out;
}

Diretto direct(const domain::Period& periodo, std::optional<Date> notifica, Date oggi, const Norms& norms) {
  const auto months = static_cast<int>(norms.integer("payment.direct_months", periodo.al));
  const auto days = static_cast<std::int32_t>(norms.integer("payment.direct_days", periodo.al));
  Diretto out;
  out.fine_secondo_mese = periodo.al.primo_del_mese().add_months(months).fine_mese();
  if (notifica) out.sessanta_giorni = *notifica + days;
  const bool by_notice = out.sessanta_giorni && *out.sessanta_giorni > out.fine_secondo_mese;
  out.termine = deadlines::term("diretto", "Dati per il pagamento diretto, a pena di decadenza",
                                by_notice ? *notifica : periodo.al.fine_mese(),
                                by_notice ? *out.sessanta_giorni : out.fine_secondo_mese, Festivo::mostra, oggi);
  out.termine.citazione = citation(norms, "payment.direct_days", periodo.al);
  out.termine.testo += by_notice ? " Vale il termine di " + std::to_string(days) + " giorni dalla comunicazione del " +
                                       notifica->italiano() + ", che scade dopo la fine del secondo mese (" +
                                       out.fine_secondo_mese.italiano() + ")."
                                 : " Vale la fine del secondo mese successivo al periodo.";
  if (domain::YearMonth::of(periodo.dal) != domain::YearMonth::of(periodo.al)) {
    out.termine.lettura = true;
    out.termine.testo += " Il periodo tocca più mesi: si conta dall’ultimo (lettura da confermare).";
  }
  if (!notifica) out.termine.testo += " Manca la data della comunicazione: il termine può solo allungarsi.";
  return out;
}

}  // namespace omnia::rules::payment_flow
