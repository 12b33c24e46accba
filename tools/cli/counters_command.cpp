// Commands `counters` and `whatif`: what is left of the duration limits of a UP, and when or for how long a request fits.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/rules/counters/counters.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using domain::Date;
using nlohmann::json;
using rules::routing::Settore;
namespace counters = rules::counters;

// Weeks asked at once to see how many of them fit: no limit of the law is longer than this.
constexpr int kProbe = 104;

struct Domanda {
  domain::Registry registro;
  counters::Richiesta richiesta;
  Settore settore = Settore::industria;
  std::string nome_settore;
};

constexpr std::pair<const char*, Settore> kSettori[] = {
    {"industria", Settore::industria}, {"edilizia", Settore::edilizia}, {"lapidei", Settore::lapidei}, {"altro", Settore::altro}};

void set_sector(Domanda& d, const std::string& name, const norms::Norms& norms) {
  const auto found = rules::routing::settore(rules::routing::route(d.registro.posizione, d.richiesta.primo_lunedi, norms));
  for (const auto& [word, value] : kSettori) {
    if (name.empty() ? value == found : name == word) {
      d.settore = value;
      d.nome_settore = word;
      return;
    }
  }
  throw std::runtime_error("settore: «" + name + "» non è ammesso: scrivi industria, edilizia, lapidei oppure altro.");
}

// {"registro": {…}, "richiesta": {"unita_produttiva", "dal", "settimane", "eone", "ore_centesimi"}, "settore": "…"}
void read_history(const std::string& path, CountersArgs& args, Domanda& d) {
  const auto root = json::parse(read_file(path), nullptr, false);
  if (!root.is_object() || !root.contains("registro") || !root.contains("richiesta"))
    throw std::runtime_error(path + ": servono gli oggetti «registro» e «richiesta» (vedi docs/formati.md).");
  auto registry = wire::read_registry(root["registro"].dump());
  if (!registry) throw std::runtime_error(path + ", registro: " + registry.reason().testo);
  d.registro = std::move(registry.value());
  try {
    const auto& r = root["richiesta"];
    const auto fill = [&](auto& option, const auto& otherwise, const char* key) {
      if (option == otherwise) option = r.value(key, otherwise);
    };
    fill(args.unita, std::int64_t{0}, "unita_produttiva");
    fill(args.dal, std::string(), "dal");
    fill(args.settimane, 0, "settimane");
    fill(args.eone, false, "eone");
    d.richiesta.ore_centesimi = r.value("ore_centesimi", std::int64_t{0});
    if (args.settore.empty()) args.settore = root.value("settore", std::string());
  } catch (const json::exception&) {
    throw std::runtime_error(path + ", richiesta: un campo ha il tipo sbagliato (vedi docs/formati.md).");
  }
}

Domanda question(CountersArgs args, const norms::Norms& norms) {
  Domanda d;
  if (!args.storia.empty()) {
    read_history(args.storia, args, d);
  } else {
    Registries registries(args.fonte, day_or_today(args.oggi));
    d.registro = *registries.find(args.matricola);
  }
  if (args.dal.empty()) throw std::runtime_error("indica il primo giorno della richiesta con --dal.");
  if (args.settimane < 1 || args.settimane > 520) throw std::runtime_error("indica le settimane con --settimane, da 1 a 520.");
  d.richiesta.unita_produttiva = args.unita;
  d.richiesta.primo_lunedi = day_or_today(args.dal, "--dal").lunedi();
  d.richiesta.settimane = args.settimane;
  d.richiesta.eone = args.eone;
  if (!args.ore.empty()) {
    const auto hours = domain::Hours::parse(args.ore);
    if (!hours) throw std::runtime_error("--ore: " + hours.reason().testo);
    d.richiesta.ore_centesimi = hours.value().centesimi;
  }
  set_sector(d, args.settore, norms);
  return d;
}

std::string weeks(std::int64_t n) { return std::to_string(n) + (n == 1 ? " settimana" : " settimane"); }

void print(const counters::Contatore& c, std::ostream& out) {
  out << c.nome << ": limite " << counters::weeks_text(c.limite) << ", usate " << counters::weeks_text(c.usato) << " (prudente "
      << counters::weeks_text(c.usato_prudente) << "), richieste " << counters::weeks_text(c.richiesto) << ", residuo "
      << counters::weeks_text(c.residuo) << "; entrano " << c.settimane_ammesse << " di " << weeks(c.settimane_richieste) << '\n';
  out << "  Finestra dal " << c.finestra.dal.italiano() << " al " << c.finestra.al.italiano() << ". " << c.testo << " ("
      << c.citazione << (c.lettura ? "; lettura da confermare)" : ")") << '\n';
  for (const auto& riga : c.righe) {
    out << "  " << riga.numero << " dal " << riga.periodo.dal.italiano() << " al " << riga.periodo.al.italiano() << ": "
        << (riga.conta ? "conta " : "non conta ") << counters::weeks_text(riga.unita) << ". " << riga.motivo << '\n';
  }
}

struct Limite {
  const counters::Contatore* contatore;
  int ammesse;
};

void print_largest(const Domanda& d, const norms::Norms& norms, std::ostream& out) {
  auto richiesta = d.richiesta;
  richiesta.settimane = kProbe;
  const auto c = counters::count(d.registro, richiesta, d.settore, norms);
  if (!c.calcolati) throw std::runtime_error("prima del 24/09/2015 valeva un’altra legge: scegli una data successiva.");
  std::vector<Limite> limits;
  for (const auto* one : {&c.biennio, &c.consecutive, &c.quinquennio}) {
    if (!one->esente && one->settimane_ammesse < kProbe) limits.push_back({one, one->settimane_ammesse});
  }
  const auto tightest =
      std::min_element(limits.begin(), limits.end(), [](const Limite& a, const Limite& b) { return a.ammesse < b.ammesse; });
  const auto dal = richiesta.primo_lunedi;
  const auto single = norms.integer("cigo.max_weeks_single", dal);
  if (tightest == limits.end()) {
    out << "Dal " << dal.italiano() << " nessun contatore limita la durata; una sola domanda copre al massimo " << weeks(single)
        << ".\n";
    return;
  }
  out << "Dal " << dal.italiano() << " entrano al massimo " << weeks(tightest->ammesse) << " di seguito; in una sola domanda "
      << weeks(std::min<std::int64_t>(single, tightest->ammesse)) << ".\n";
  for (const auto& limit : limits) {
    out << "  " << limit.contatore->nome << ": " << weeks(limit.ammesse)
        << (limit.ammesse == tightest->ammesse ? " (limita)" : "") << " (" << limit.contatore->citazione << ")\n";
  }
}

}  // namespace

int counters(const CountersArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto d = question(args, norms);
  const auto c = rules::counters::count(d.registro, d.richiesta, d.settore, norms);
  if (!c.calcolati) throw std::runtime_error("prima del 24/09/2015 valeva un’altra legge: scegli una data successiva.");
  if (args.json) {
    console.out << wire::write(c) << '\n';
    return 0;
  }
  console.out << "Unità produttiva " << d.richiesta.unita_produttiva << ", " << weeks(d.richiesta.settimane) << " dal "
              << d.richiesta.primo_lunedi.italiano() << ", settore " << d.nome_settore << ".\n";
  for (const auto* one : {&c.biennio, &c.consecutive, &c.quinquennio}) print(*one, console.out);
  console.out << "Un terzo delle ore: " << c.terzo.testo << " (" << c.terzo.citazione
              << (c.terzo.lettura ? "; lettura da confermare)" : ")") << '\n';
  return c.biennio.superato || c.consecutive.superato || c.quinquennio.superato || c.terzo.superato ? 2 : 0;
}

int whatif(const CountersArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto d = question(args, norms);
  const auto dal = d.richiesta.primo_lunedi;
  const auto first = rules::counters::first_fit(d.registro, d.richiesta, d.settore, norms, dal);
  console.out << "Unità produttiva " << d.richiesta.unita_produttiva << ", settore " << d.nome_settore << ".\n";
  if (first) {
    console.out << "La prima data da cui " << (d.richiesta.settimane == 1 ? "entra " : "entrano ") << weeks(d.richiesta.settimane)
                << " nel biennio mobile è " << first->per_esteso() << ".\n";
  } else {
    console.out << "Nei prossimi quattro anni non entrano " << weeks(d.richiesta.settimane)
                << " di seguito nel biennio mobile.\n";
  }
  print_largest(d, norms, console.out);
  return first ? 0 : 2;
}

}  // namespace omnia::cli
