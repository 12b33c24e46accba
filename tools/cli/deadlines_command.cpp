// Command `deadlines`: the term of one case by options, or of a table of cases.
#include <algorithm>
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/domain/ascii.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/deadline_case.hpp"
#include "tools/cli/table.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using domain::Date;

std::string iso(const std::optional<Date>& date) { return date ? date->iso() : std::string(); }
std::string yes_no(bool value) { return value ? "S" : "N"; }
std::string days_words(int n) { return n == 1 ? "1 giorno" : std::to_string(n) + " giorni"; }

std::string kind(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), domain::ascii::upper);
  return text.empty() ? "CIGO" : text;
}

void print(const CasoTermine& c, const RispostaTermine& r, std::ostream& out) {
  out << r.titolo << ": " << r.data.per_esteso() << "\n  " << r.regola << source_phrase(r.citazione, r.lettura) << '\n';
  if (r.prudenziale) out << "  Data prudente: " << r.prudenziale->italiano() << '\n';
  if (r.con_proroga) out << "  Con la proroga al primo giorno non festivo: " << r.con_proroga->italiano() << '\n';
  for (const auto& nota : r.note) out << "  " << nota << '\n';
  if (!r.tardiva && r.giorni_rimasti < 0) return;  // the clock of the decision is stopped
  out << "  Il " << c.oggi.italiano();
  if (!r.tardiva && r.giorni_rimasti == 0) {
    out << " è l’ultimo giorno.\n";
    return;
  }
  if (!r.tardiva) {
    out << (r.giorni_rimasti == 1 ? " manca " : " mancano ") << days_words(r.giorni_rimasti) << ".\n";
    return;
  }
  out << (r.domanda ? " la domanda è tardiva di " : " il termine è passato da ") << days_words(-r.giorni_rimasti) << ".\n";
  if (!r.primo_giorno_altra_lettura) return;
  out << "  Primo giorno autorizzabile: " << r.primo_giorno_autorizzabile->italiano()
      << " (con l’altra lettura dell’art. 15, comma 3: " << r.primo_giorno_altra_lettura->italiano() << ")\n";
}

std::optional<Date> date_or_none(const CaseTable& table, const csv::Row& row, const char* column) {
  if (table.cell(row, column).empty()) return std::nullopt;
  return table.date(row, column);
}

CasoTermine case_of(const CaseTable& table, const csv::Row& row, const DeadlinesArgs& args) {
  CasoTermine c;
  c.tipo = kind(table.cell(row, "tipo"));
  c.inizio = table.date(row, "inizio");
  c.fine = date_or_none(table, row, "fine");
  c.atto = date_or_none(table, row, "atto");
  c.sospesa_dal = date_or_none(table, row, "sospesa_dal");
  c.sospesa_al = date_or_none(table, row, "sospesa_al");
  for (const auto& text : split(table.cell(row, "eventi"), ',')) {
    const auto day = Date::parse(text);
    if (!day) table.refuse(row, "eventi", day.reason().testo);
    c.eventi.push_back(day.value());
  }
  c.eone = table.flag(row, "eone");
  c.oggi = table.cell(row, "oggi").empty() ? day_or_today(args.oggi) : table.date(row, "oggi");
  return c;
}

int deadlines_table(const DeadlinesArgs& args, const norms::Norms& norms, const Console& console) {
  const CaseTable table(args.casi, {"inizio"}, console.in);
  std::ostream& out = console.out;
  out << "id;tipo;inizio;fine;atto;sospesa_dal;sospesa_al;eventi;eone;oggi;termine;senza_proroga;prudenziale;con_proroga;"
         "giorni_rimasti;tardiva;primo_giorno_invio;primo_giorno_autorizzabile;primo_giorno_altra_lettura;regola;note;citazione;"
         "lettura\n";
  for (const auto& row : table.rows()) {
    const CasoTermine c = case_of(table, row, args);
    try {
      const auto r = answer(c, norms);
      std::string notes;
      for (const auto& nota : r.note) notes += (notes.empty() ? "" : " ") + nota;
      out << csv_line({table.cell(row, "id"),
                       c.tipo,
                       c.inizio.iso(),
                       iso(c.fine),
                       iso(c.atto),
                       iso(c.sospesa_dal),
                       iso(c.sospesa_al),
                       table.cell(row, "eventi"),
                       yes_no(c.eone),
                       c.oggi.iso(),
                       r.data.iso(),
                       r.senza_proroga.iso(),
                       iso(r.prudenziale),
                       iso(r.con_proroga),
                       std::to_string(r.giorni_rimasti),
                       yes_no(r.tardiva),
                       iso(r.primo_giorno_invio),
                       iso(r.primo_giorno_autorizzabile),
                       iso(r.primo_giorno_altra_lettura),
                       r.regola,
                       notes,
                       r.citazione,
                       yes_no(r.lettura)});
    } catch (const DatoMancante& manca) {
      table.refuse(row, manca.colonna, manca.testo);
    }
  }
  return 0;
}

std::optional<Date> option(const std::string& text, const char* name) {
  if (text.empty()) return std::nullopt;
  return day_or_today(text, name);
}

CasoTermine case_of(const DeadlinesArgs& args) {
  CasoTermine c;
  c.tipo = kind(args.tipo);
  c.inizio = day_or_today(args.inizio, "--inizio");
  c.fine = option(args.fine, "--fine");
  c.atto = option(args.atto, "--atto");
  c.sospesa_dal = option(args.sospesa_dal, "--sospesa-dal");
  c.sospesa_al = option(args.sospesa_al, "--sospesa-al");
  for (const auto& text : args.eventi) c.eventi.push_back(day_or_today(text, "--evento"));
  c.eone = args.eone;
  c.oggi = day_or_today(args.oggi);
  return c;
}

}  // namespace

int deadlines(const DeadlinesArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const bool options = !args.tipo.empty() || !args.inizio.empty() || !args.fine.empty() || !args.atto.empty() ||
                       !args.sospesa_dal.empty() || !args.sospesa_al.empty() || !args.eventi.empty() || args.eone;
  refuse_mixed(args.casi, options, args.json);
  if (!args.casi.empty()) return deadlines_table(args, norms, console);
  if (args.inizio.empty()) throw std::runtime_error("indica --inizio, oppure un file di casi.");
  const CasoTermine c = case_of(args);
  try {
    const auto r = answer(c, norms);
    if (args.json) {
      console.out << r.json << '\n';
    } else {
      print(c, r, console.out);
    }
  } catch (const DatoMancante& manca) {
    std::string option = manca.colonna;
    std::replace(option.begin(), option.end(), '_', '-');
    throw std::runtime_error("--" + option + ": " + manca.testo);
  }
  return 0;
}

}  // namespace omnia::cli
