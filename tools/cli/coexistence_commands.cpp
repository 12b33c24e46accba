// Commands about the coexistence with the old procedures: their files, and what is switched on where and from when.
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/services/attivazioni.hpp"
#include "server/services/pregresso/pregresso.hpp"
#include "server/services/refusal.hpp"
#include "server/store/maintenance.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

services::Clock clock_of(const std::string& oggi) {
  return oggi.empty() ? services::Clock() : services::Clock(day_or_today(oggi));
}

}  // namespace

int import_legacy(const LegacyArgs& args, const Console& console) {
  std::vector<services::FilePregresso> files;
  files.reserve(args.files.size());
  for (const auto& path : args.files) files.push_back({path, read_file(path)});
  store::require_there(args.db);
  store::Db db(args.db);
  const services::Clock clock = clock_of(args.oggi);
  const auto report = services::import_pregresso({db, clock, norms::Norms::builtin()}, std::move(files), args.prova);
  console.out << (args.json ? report.json() + "\n" : report.testo());
  return report.ok() ? 0 : 1;
}

int features_list(const FeaturesArgs& args, const Console& console) {
  store::require_there(args.db);
  store::Db db(args.db);
  const domain::Date oggi = day_or_today(args.oggi);
  db.read([&](store::Connection& r) {
    const auto rows = store::list_attivazioni(r);
    if (rows.empty()) console.out << "Nessun cambio: valgono i valori predefiniti.\n";
    for (const auto& row : rows) {
      const auto now = store::find_attivazione(r, row.funzione, row.sede, row.prestazione, oggi);
      console.out << row.numero << ". " << services::attivazione_text(row)
                  << (now && now->numero == row.numero ? " In vigore." : "") << " Motivo: " << row.motivo << ". Cambiata da "
                  << row.chi << " (" << row.ruolo << ") il " << row.quando << ".\n";
    }
    for (const char* benefit : {"CIGO", "FIS", "FONDI", "CISOA"}) {
      console.out << benefit << ": invio "
                  << (services::is_attiva(r, services::kInvioDomanda, args.sede, benefit, oggi) ? "attivo" : "non attivo")
                  << ", procedura precedente "
                  << (services::is_attiva(r, services::kCanalePrecedente, args.sede, benefit, oggi) ? "aperta" : "chiusa")
                  << ".\n";
    }
  });
  return 0;
}

int features_set(const FeaturesArgs& args, const Console& console) {
  if (args.attiva == args.sospesa) throw std::runtime_error("indica --attiva oppure --sospesa.");
  store::require_there(args.db);
  store::Db db(args.db);
  const services::Clock clock = clock_of(args.oggi);
  try {
    db.write([&](store::Connection& w) {
      services::set_attivazione(w, {args.funzione, args.sede, args.prestazione, args.dal, args.motivo, args.attiva},
                                {"sistema", "sistema", clock.roma().iso()});
    });
  } catch (const services::Refusal& refusal) {
    throw std::runtime_error(refusal.testo + " " + refusal.rimedio);
  }
  return features_list(args, console);
}

}  // namespace omnia::cli
