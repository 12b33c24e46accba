// Command `counters`: what is left of the duration limits of a UP, with a request.
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/rules/counters/counters.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/history.hpp"

namespace omnia::cli {
namespace {

namespace counters = rules::counters;

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

}  // namespace

int counters(const CountersArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto d = read_question(args, norms);
  const auto c = rules::counters::count(d.registro, d.richiesta, d.settore, norms);
  if (!c.calcolati) throw std::runtime_error("prima del 24/09/2015 valeva un’altra legge: scegli una data successiva.");
  const int exit = c.biennio.superato || c.consecutive.superato || c.quinquennio.superato || c.terzo.superato ? 2 : 0;
  if (args.json) {
    console.out << wire::write(c) << '\n';
    return exit;
  }
  console.out << "Unità produttiva " << d.richiesta.unita_produttiva << ", " << weeks(d.richiesta.settimane) << " dal "
              << d.richiesta.primo_lunedi.italiano() << ", settore " << d.nome_settore << ".\n";
  for (const auto* one : {&c.biennio, &c.consecutive, &c.quinquennio}) print(*one, console.out);
  console.out << "Un terzo delle ore: " << c.terzo.testo << " (" << c.terzo.citazione
              << (c.terzo.lettura ? "; lettura da confermare)" : ")") << '\n';
  return exit;
}

}  // namespace omnia::cli
