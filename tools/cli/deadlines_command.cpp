// Commands `deadlines` and `liquidity`: one case by options, or a table of cases.
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/rules/deadlines/deadlines.hpp"
#include "shared/rules/liquidity/liquidity.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/table.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using domain::Date;
namespace deadlines = rules::deadlines;
namespace liquidity = rules::liquidity;

std::string iso(const std::optional<Date>& date) { return date ? date->iso() : std::string(); }
std::string yes_no(bool value) { return value ? "S" : "N"; }
std::string source(const std::string& citazione, bool lettura) {
  return " (" + citazione + (lettura ? "; lettura da confermare)" : ")");
}

std::string days_words(int n) { return n == 1 ? "1 giorno" : std::to_string(n) + " giorni"; }

// By the reading of art. 15 c. 3 that the norms do not apply; empty when in time.
std::optional<Date> other_reading(const deadlines::Scadenza& s, Date inizio, Date oggi, const norms::Norms& norms) {
  if (!s.primo_giorno_autorizzabile) return std::nullopt;
  return deadlines::first_payable_other(inizio, oggi, s.data, norms);
}

void print(const deadlines::Scadenza& s, Date oggi, std::optional<Date> altra, std::ostream& out) {
  out << "Termine della domanda: " << s.data.per_esteso() << '\n';
  out << "  " << s.regola << source(s.citazione, s.lettura) << '\n';
  if (s.prudenziale) out << "  Data prudente: " << s.prudenziale->italiano() << '\n';
  if (s.con_proroga) out << "  Con la proroga al primo giorno non festivo: " << s.con_proroga->italiano() << '\n';
  if (!s.tardiva) {
    out << "  Il " << oggi.italiano() << (s.giorni_rimasti == 1 ? " manca " : " mancano ") << days_words(s.giorni_rimasti)
        << ".\n";
    return;
  }
  out << "  Il " << oggi.italiano() << " la domanda è tardiva di " << days_words(-s.giorni_rimasti) << ".\n";
  if (s.primo_giorno_autorizzabile) out << "  Primo giorno autorizzabile: " << s.primo_giorno_autorizzabile->italiano();
  if (altra) out << " (con l’altra lettura dell’art. 15, comma 3: " << altra->italiano() << ")\n";
}

int deadlines_table(const DeadlinesArgs& args, const norms::Norms& norms, std::ostream& out) {
  const CaseTable table(args.casi, {"inizio"});
  out << "id;inizio;eventi;eone;oggi;termine;senza_proroga;prudenziale;con_proroga;giorni_rimasti;tardiva;"
         "primo_giorno_autorizzabile;primo_giorno_altra_lettura;regola;citazione;lettura\n";
  for (const auto& row : table.rows()) {
    const auto inizio = table.date(row, "inizio");
    std::vector<Date> events;
    for (const auto& text : split(table.cell(row, "eventi"), ',')) {
      const auto day = Date::parse(text);
      if (!day) table.refuse(row, "eventi", day.reason().testo);
      events.push_back(day.value());
    }
    const bool eone = table.flag(row, "eone");
    const auto oggi = table.cell(row, "oggi").empty() ? day_or_today(args.oggi) : table.date(row, "oggi");
    const auto s = deadlines::cigo(inizio, events, eone, oggi, norms);
    out << csv_line({table.cell(row, "id"), inizio.iso(), table.cell(row, "eventi"), yes_no(eone), oggi.iso(), s.data.iso(),
                     s.senza_proroga.iso(), iso(s.prudenziale), iso(s.con_proroga), std::to_string(s.giorni_rimasti),
                     yes_no(s.tardiva), iso(s.primo_giorno_autorizzabile), iso(other_reading(s, inizio, oggi, norms)), s.regola,
                     s.citazione, yes_no(s.lettura)});
  }
  return 0;
}

const char* word(liquidity::Verdetto verdetto) {
  switch (verdetto) {
    case liquidity::Verdetto::difficolta:
      return "difficolta";
    case liquidity::Verdetto::non_dimostrata:
      return "non_dimostrata";
    case liquidity::Verdetto::altri_motivi:
      return "altri_motivi";
    case liquidity::Verdetto::non_calcolabile:
      return "non_calcolabile";
    default:
      return "incompleta";
  }
}

template <class T>
domain::Entry<T> option(const std::string& text, const char* name) {
  auto entry = domain::enter<T>(text);
  if (entry.invalid()) throw std::runtime_error(std::string(name) + ": " + T::parse(text).reason().testo);
  return entry;
}

domain::SezionePagamento payment_of(const LiquidityCase& c) {
  domain::SezionePagamento p;
  p.modalita = domain::ModalitaPagamento::diretto;
  p.liquidita_immediate = option<domain::Money>(c.liquidita_immediate, "liquidita_immediate");
  p.liquidita_differite = option<domain::Money>(c.liquidita_differite, "liquidita_differite");
  p.rimanenze = option<domain::Money>(c.rimanenze, "rimanenze");
  p.passivita_correnti = option<domain::Money>(c.passivita_correnti, "passivita_correnti");
  p.procedura_concorsuale = c.procedura_concorsuale;
  p.cessazione = c.cessazione;
  p.credito_rifiutato = c.credito_rifiutato;
  return p;
}

int liquidity_table(const LiquidityArgs& args, Date oggi, const norms::Norms& norms, std::ostream& out) {
  const CaseTable table(args.casi, {"liquidita_immediate", "passivita_correnti"});
  out << "id;liquidita_immediate;liquidita_differite;rimanenze;passivita_correnti;verdetto;variante;indice;indice_altra;"
         "discordanti;calcolo;testo\n";
  for (const auto& row : table.rows()) {
    const auto cell = [&](const char* column) { return table.cell(row, column); };
    const LiquidityCase c{cell("liquidita_immediate"),
                          cell("liquidita_differite"),
                          cell("rimanenze"),
                          cell("passivita_correnti"),
                          table.flag(row, "procedura_concorsuale"),
                          table.flag(row, "cessazione"),
                          table.flag(row, "credito_rifiutato")};
    try {
      const auto e = liquidity::evaluate(payment_of(c), oggi, norms);
      out << csv_line({cell("id"), c.liquidita_immediate, c.liquidita_differite, c.rimanenze, c.passivita_correnti,
                       word(e.verdetto), e.variante, e.indice, e.indice_altra, yes_no(e.discordanti), e.calcolo, e.testo});
    } catch (const std::runtime_error& e) {
      throw std::runtime_error(args.casi + ", riga " + std::to_string(row.riga) + ", colonna " + e.what());
    }
  }
  return 0;
}

}  // namespace

int deadlines(const DeadlinesArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  if (!args.casi.empty()) return deadlines_table(args, norms, console.out);
  if (args.inizio.empty()) throw std::runtime_error("indica --inizio, oppure un file di casi.");
  std::vector<Date> events;
  for (const auto& text : args.eventi) events.push_back(day_or_today(text, "--evento"));
  const auto oggi = day_or_today(args.oggi);
  const auto inizio = day_or_today(args.inizio, "--inizio");
  const auto scadenza = rules::deadlines::cigo(inizio, events, args.eone, oggi, norms);
  if (args.json) {
    console.out << wire::write(scadenza) << '\n';
  } else {
    print(scadenza, oggi, other_reading(scadenza, inizio, oggi, norms), console.out);
  }
  return 0;
}

int liquidity(const LiquidityArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto oggi = day_or_today(args.oggi);
  if (!args.casi.empty()) return liquidity_table(args, oggi, norms, console.out);
  if (args.caso.liquidita_immediate.empty() && args.caso.passivita_correnti.empty())
    throw std::runtime_error("indica --liquidita-immediate e --passivita-correnti, oppure un file di casi.");
  const auto esito = rules::liquidity::evaluate(payment_of(args.caso), oggi, norms);
  if (args.json) {
    console.out << wire::write(esito) << '\n';
    return 0;
  }
  console.out << "Verdetto: " << word(esito.verdetto) << "\n  " << esito.testo << source(esito.citazione, esito.lettura) << '\n';
  if (!esito.calcolo.empty()) console.out << "  " << esito.variante << ": " << esito.calcolo << '\n';
  if (!esito.indice_altra.empty()) console.out << "  Con l’altra variante: " << esito.indice_altra << '\n';
  return 0;
}

}  // namespace omnia::cli
