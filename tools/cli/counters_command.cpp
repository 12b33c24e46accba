// Command `counters`: what is left of the duration limits of a UP, with a request.
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/contribution.hpp"
#include "shared/rules/counters/funds.hpp"
#include "shared/rules/counters/single_request.hpp"
#include "shared/wire/answers.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/history.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

namespace counters = rules::counters;

std::string weeks(std::int64_t n) { return std::to_string(n) + (n == 1 ? " settimana" : " settimane"); }

void print(const std::vector<counters::RigaContatore>& righe, std::ostream& out) {
  for (const auto& riga : righe) {
    out << "  " << riga.numero << " dal " << riga.periodo.dal.italiano() << " al " << riga.periodo.al.italiano() << ": "
        << (riga.conta ? "conta " : "non conta ") << counters::weeks_text(riga.unita) << ". " << riga.motivo << '\n';
  }
}

void print(const counters::Contatore& c, std::ostream& out) {
  out << c.nome << ": limite " << counters::weeks_text(c.limite) << ", usate " << counters::weeks_text(c.usato) << " (prudente "
      << counters::weeks_text(c.usato_prudente) << "), richieste " << counters::weeks_text(c.richiesto) << ", residuo "
      << counters::weeks_text(c.residuo) << (c.settimane_ammesse == 1 ? "; entra " : "; entrano ") << c.settimane_ammesse
      << " di " << weeks(c.settimane_richieste) << '\n';
  out << "  Finestra dal " << c.finestra.dal.italiano() << " al " << c.finestra.al.italiano() << ". " << c.testo
      << source_phrase(c.citazione, c.lettura) << '\n';
  print(c.righe, out);
}

void print(const counters::TerzoOre& t, std::ostream& out) {
  const auto hours = [](std::int64_t n) { return domain::format_hundredths(n); };
  out << "Un terzo delle ore: ";
  if (t.calcolabile) out << "limite " << hours(t.limite) << ", ";
  out << "autorizzate " << hours(t.autorizzate) << " (prudente " << hours(t.autorizzate_prudenti) << "), richieste "
      << hours(t.richieste);
  if (t.calcolabile) out << ", residuo " << hours(t.residuo);
  out << "\n  Finestra dal " << t.finestra.dal.italiano() << " al " << t.finestra.al.italiano() << ". " << t.testo
      << source_phrase(t.citazione, t.lettura) << '\n';
  for (const auto& riga : t.righe) {
    out << "  " << riga.numero << " dal " << riga.periodo.dal.italiano() << " al " << riga.periodo.al.italiano() << ": "
        << (riga.conta ? "conta " + hours(riga.unita) + " ore" : std::string("non conta")) << ". " << riga.motivo << '\n';
  }
}

void print_contribution(const counters::Aliquota& a, std::ostream& out) {
  out << "Contributo addizionale: " << a.testo << source_phrase(a.citazione, a.lettura) << '\n';
  if (a.usato_prudente != a.usato)
    out << "  Con le domande in istruttoria le settimane usate sarebbero " << counters::weeks_text(a.usato_prudente) << ".\n";
  print(a.righe, out);
}

void print_request(const Quesito& d, const std::string& di, std::ostream& out) {
  out << "Unità produttiva " << d.richiesta.unita_produttiva << ", " << weeks(d.richiesta.settimane) << " dal "
      << d.richiesta.primo_lunedi.italiano() << ", " << di << ".\n";
}

void print(const counters::ContatoreGiorni& c, std::ostream& out) {
  out << c.nome << ": limite " << c.limite << ", usate " << c.usati << " (prudente " << c.usati_prudenti << "), richieste "
      << c.richiesti << ", residuo " << c.residui << "; entrano " << c.ammessi << '\n';
  out << "  Finestra dal " << c.finestra.dal.italiano() << " al " << c.finestra.al.italiano() << ". " << c.testo
      << source_phrase(c.citazione, c.lettura) << '\n';
  for (const auto& riga : c.righe) {
    out << "  " << riga.numero << (riga.numero.empty() ? "dal " : " dal ") << riga.periodo.dal.italiano() << " al "
        << riga.periodo.al.italiano() << (riga.conta ? ": conta " + std::to_string(riga.unita) : std::string(": non conta"))
        << ". " << riga.motivo << '\n';
  }
}

constexpr const char* kOtherLaw = "prima del 24/09/2015 valeva un’altra legge: scegli una data successiva.";
constexpr const char* kNoTable = "per quel periodo il limite non è nelle tabelle delle norme: scegli un’altra data.";

// The contributo addizionale of the first month of the request, from the weeks used until the end of the month before.
counters::Aliquota contribution(const Quesito& d, const norms::Norms& norms) {
  const auto& r = d.richiesta;
  return counters::contribution_rate(
      d.registro, {r.unita_produttiva, "CIGO", r.eone, domain::YearMonth::of(r.primo_lunedi), r.primo_lunedi, false}, norms);
}

int cigo(const Quesito& d, bool json, const norms::Norms& norms, std::ostream& out) {
  const auto c = counters::count(d.registro, d.richiesta, d.settore, norms);
  if (!c.calcolati) throw std::runtime_error(kOtherLaw);
  const auto single = counters::single_request(d.registro, d.richiesta, d.proroga, d.settore, norms);
  const auto rate = contribution(d, norms);
  const bool over = single.superato || c.biennio.superato || c.consecutive.superato || c.quinquennio.superato || c.terzo.superato;
  if (json) {
    out << wire::write(c, single, rate) << '\n';
    return over ? 2 : 0;
  }
  print_request(d, "settore " + d.nome_settore, out);
  for (const auto* one : {&single, &c.consecutive, &c.biennio, &c.quinquennio}) print(*one, out);
  print(c.terzo, out);
  print_contribution(rate, out);
  return over ? 2 : 0;
}

// T6 and T7, with the months of art. 4 that hold for them too.
int fund(const Quesito& d, bool json, const norms::Norms& norms, std::ostream& out) {
  const auto media = rules::headcount::average(
      d.registro.posizione.forza, rules::headcount::reference_day(d.richiesta.primo_lunedi, d.richiesta.presentata, norms));
  const auto f = counters::fund_weeks(d.registro, d.richiesta, d.prestazione, media, norms);
  if (f.contatore.limite == 0) throw std::runtime_error(kNoTable);
  const auto quinquennio = counters::count(d.registro, d.richiesta, d.settore, norms).quinquennio;
  const int exit = f.contatore.superato || quinquennio.superato || (f.terzo && f.terzo->superato) ? 2 : 0;
  if (json) {
    out << wire::write(d.prestazione, f, quinquennio) << '\n';
    return exit;
  }
  print_request(d, "prestazione " + d.prestazione, out);
  print(f.contatore, out);
  out << "  " << f.dimensione << '\n';
  if (f.settimane_richiesta > 0) out << "  Una sola domanda chiede al massimo " << weeks(f.settimane_richiesta) << ".\n";
  print(quinquennio, out);
  if (f.terzo) print(*f.terzo, out);
  return exit;
}

int fsba(const Quesito& d, bool json, const norms::Norms& norms, std::ostream& out) {
  const auto c = counters::fsba_days(d.registro, d.richiesta, norms);
  if (c.limite == 0) throw std::runtime_error(kNoTable);
  if (json) {
    out << wire::write(c) << '\n';
  } else {
    print_request(d, "prestazione FSBA", out);
    print(c, out);
  }
  return c.superato ? 2 : 0;
}

int cisoa(const Quesito& d, bool json, const norms::Norms& norms, std::ostream& out) {
  if (d.lavoratori.empty())
    throw std::runtime_error(
        "la CISOA si conta lavoratore per lavoratore: scrivi le giornate in «lavoratori» (vedi docs/formati.md).");
  std::vector<counters::EsitoCisoa> esiti;
  int exit = 0;
  for (const auto& lavoratore : d.lavoratori) {
    const auto& e = esiti.emplace_back(counters::cisoa_days(lavoratore, norms));
    for (const auto& g : e.giornate) exit = g.pagabile ? exit : 2;
  }
  if (json) {
    out << wire::write(d.lavoratori, esiti) << '\n';
    return exit;
  }
  for (std::size_t i = 0; i < esiti.size(); ++i) {
    out << d.lavoratori[i].codice_fiscale << ". " << esiti[i].testo_requisito
        << source_phrase(esiti[i].citazione_requisito, false) << '\n';
    for (const auto& anno : esiti[i].anni) print(anno, out);
    for (const auto& g : esiti[i].giornate) {
      out << "  " << g.giorno.italiano() << (g.pagabile ? ": pagabile. " : ": non pagabile. ") << g.motivo << '\n';
    }
  }
  return exit;
}

}  // namespace

int counters(const CountersArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto d = read_question(args, norms, console.in);
  if (d.prestazione == "CIGO") return cigo(d, args.json, norms, console.out);
  if (d.prestazione == "CISOA") return cisoa(d, args.json, norms, console.out);
  return d.prestazione == "FSBA" ? fsba(d, args.json, norms, console.out) : fund(d, args.json, norms, console.out);
}

}  // namespace omnia::cli
