// Section Pagamento: direct payment asks for documented financial difficulty (D.Lgs. 148/2015 art. 7 c. 5). Only warnings:
// the authorisation is discretionary and the formula of the index is a reading.
#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Entry;
using domain::Money;
using domain::SezionePagamento;
using liquidity::Verdetto;

bool other_grounds(const SezionePagamento& p) {
  return p.procedura_concorsuale || p.cessazione || p.credito_rifiutato || p.altri_elementi;
}

bool nothing_typed(const SezionePagamento& p) {
  return p.liquidita_immediate.empty() && p.liquidita_differite.empty() && p.rimanenze.empty() && p.passivita_correnti.empty();
}

void amount(Collector& out, const Entry<Money>& entry, const std::string& campo, const std::string& voce, bool needed) {
  out.formal(entry, campo, "un importo");
  if ((needed && entry.empty()) || (entry && entry->cent < 0)) out.add("A-LIQ-02", campo, {{"voce", voce}});
}

void amounts(const Context& c, Collector& out) {
  const auto& p = c.draft.pagamento;
  const bool needed = !nothing_typed(p);
  const bool stock = needed && c.liquidita->variante == "CURRENT_RATIO";
  amount(out, p.liquidita_immediate, "pagamento.liquidita_immediate", "liquidità immediate", needed);
  amount(out, p.liquidita_differite, "pagamento.liquidita_differite", "liquidità differite", needed);
  amount(out, p.rimanenze, "pagamento.rimanenze", "rimanenze", stock);
  amount(out, p.passivita_correnti, "pagamento.passivita_correnti", "passività correnti", needed);
  if (!needed && !other_grounds(p)) out.add("A-LIQ-01", "pagamento.liquidita_immediate");
}

void index(const Context& c, Collector& out) {
  const auto& e = *c.liquidita;
  const auto& p = c.draft.pagamento;
  const std::string campo = "pagamento.passivita_correnti";
  if (p.passivita_correnti && p.passivita_correnti->cent == 0) out.add("A-LIQ-03", campo);
  if (e.verdetto == Verdetto::difficolta) out.add("A-LIQ-04", campo, {{"indice", e.indice}});
  if (e.verdetto == Verdetto::non_dimostrata) out.add("A-LIQ-05", campo, {{"indice", e.indice}});
  if (e.discordanti) out.add("A-LIQ-06", "pagamento.rimanenze", {{"indice", e.indice}, {"altro", e.indice_altra}});
}

}  // namespace

void pagamento(const Context& c, Collector& out) {
  if (!c.liquidita) return;
  const auto& p = c.draft.pagamento;
  amounts(c, out);
  index(c, out);
  out.formal(p.data_bilancio, "pagamento.data_bilancio", "una data valida");
  const auto months = c.norms.integer("liquidity.balance_max_months", c.oggi);
  if (p.data_bilancio && p.data_bilancio->add_months(static_cast<int>(months)) < c.oggi) {
    out.add("A-LIQ-07", "pagamento.data_bilancio", {{"data", p.data_bilancio->italiano()}, {"mesi", std::to_string(months)}});
  }
  if (!p.procedura_concorsuale) return;
  out.formal(p.procedura_data, "pagamento.procedura_data", "una data valida");
  if (blank(p.procedura_tipo)) {
    out.add("A-LIQ-08", "pagamento.procedura_tipo");
  } else if (blank(p.procedura_tribunale)) {
    out.add("A-LIQ-08", "pagamento.procedura_tribunale");
  } else if (p.procedura_data.empty()) {
    out.add("A-LIQ-08", "pagamento.procedura_data");
  }
}

}  // namespace omnia::rules::alerts
