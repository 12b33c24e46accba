// Command `whatif`: how long a request can be, from when it fits, and the next 24 months of the unit week by week.
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/rules/counters/checks.hpp"
#include "shared/rules/counters/previsione.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/history.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using nlohmann::json;
namespace counters = rules::counters;

counters::Massimo longest(const Quesito& q, const norms::Norms& norms) {
  counters::Ipotesi ipotesi;
  ipotesi.richiesta = q.richiesta;
  ipotesi.proroga = q.proroga;
  // Without a number of its own every limit is tried.
  ipotesi.richiesta.settimane = static_cast<int>(norms.integer("cigo.max_weeks_consecutive", q.richiesta.primo_lunedi)) + 1;
  ipotesi.ore_settimana_centesimi = q.richiesta.ore_centesimi / q.richiesta.settimane;
  return counters::longest_period(q.registro, ipotesi, q.settore, norms);
}

void print_longest(const counters::Massimo& m, std::ostream& out) {
  out << "In una sola domanda: " << m.testo << '\n';
  for (const auto& v : m.vincoli) {
    out << "  " << v.nome << ": " << v.testo << source_phrase(v.citazione, v.lettura) << '\n';
  }
}

void print_stretches(const counters::Previsione& p, std::ostream& out) {
  out << "Prossimi 24 mesi, per lunedì di inizio (fino a " << p.provate << " settimane):\n";
  for (const auto& t : counters::stretches(p)) {
    out << "  " << (t.primo == t.ultimo ? "il " : "dal ") << t.primo.italiano();
    if (t.primo != t.ultimo) out << " al " << t.ultimo.italiano();
    out << ": " << t.settimane << (t.settimane == 1 ? " settimana" : " settimane");
    if (t.fermano.any()) out << "; ferma: " << counters::names(t.fermano);
    out << '\n';
  }
}

json codes(const counters::Fermano& f) {
  json list = json::array();
  if (f.consecutive) list.push_back("consecutive");
  if (f.biennio) list.push_back("biennio");
  if (f.quinquennio) list.push_back("quinquennio");
  return list;
}

json day_or_null(const std::optional<domain::Date>& day) { return day ? json(day->iso()) : json(nullptr); }

json to_json(const Quesito& q, const counters::Previsione& p, const counters::Massimo& m) {
  json points = json::array();
  for (const auto& punto : p.punti) {
    points.push_back({{"lunedi", punto.biennio.lunedi.iso()},
                      {"settimane", punto.settimane},
                      {"fermano", codes(punto.fermano)},
                      {"usate_biennio", punto.biennio.usate},
                      {"usate_biennio_prudenti", punto.biennio.usate_prudenti},
                      {"residuo_biennio", punto.biennio.residue},
                      {"residuo_quinquennio", punto.residuo_quinquennio}});
  }
  json limits = json::array();
  for (const auto& v : m.vincoli) {
    limits.push_back(
        {{"codice", v.codice}, {"nome", v.nome}, {"testo", v.testo}, {"citazione", v.citazione}, {"lettura", v.lettura}});
  }
  json longest{{"settimane", m.settimane}, {"testo", m.testo}, {"vincoli", limits}, {"lettura", m.lettura}};
  longest["dal"] = m.periodo ? json(m.periodo->dal.iso()) : json(nullptr);
  longest["al"] = m.periodo ? json(m.periodo->al.iso()) : json(nullptr);
  return {{"unita_produttiva", q.richiesta.unita_produttiva},
          {"settore", q.nome_settore},
          {"dal", p.dal.iso()},
          {"settimane", p.settimane},
          {"provate", p.provate},
          {"prima_data", day_or_null(p.prima_data)},
          {"di_nuovo", day_or_null(p.di_nuovo)},
          {"testo", p.testo},
          {"citazione", p.citazione},
          {"lettura", p.lettura},
          {"massimo", longest},
          {"punti", points}};
}

}  // namespace

int whatif(const CountersArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto q = read_question(args, norms, console.in);
  if (q.prestazione != "CIGO") throw std::runtime_error("whatif risponde per la CIGO: per " + q.prestazione + " usa counters.");
  const auto p = counters::forecast(q.registro, q.richiesta, q.settore, norms);
  if (!p.calcolata) throw std::runtime_error("prima del 24/09/2015 valeva un’altra legge: scegli una data successiva.");
  const auto m = longest(q, norms);
  if (args.json) {
    console.out << to_json(q, p, m).dump() << '\n';
  } else {
    console.out << "Unità produttiva " << q.richiesta.unita_produttiva << ", settore " << q.nome_settore << ".\n"
                << p.testo << source_phrase(p.citazione, p.lettura) << '\n';
    print_longest(m, console.out);
    print_stretches(p, console.out);
  }
  return p.prima_data ? 0 : 2;
}

}  // namespace omnia::cli
