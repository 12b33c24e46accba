// The commands of `omnia`; each returns the exit code of the program.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tools/cli/check_report.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/registries.hpp"

namespace omnia::cli {

struct DemoArgs {
  std::uint64_t seed = 1;
  int companies = 40;
  int months = 26;
  std::string until;  // empty: the generator's own last month
  std::string out;
};
int demo(const DemoArgs& args);

struct ImportArgs {
  std::string db;
  std::vector<std::string> paths;
  bool json = false;
  bool quiet = false;
};
// 1 when something was refused.
int import(const ImportArgs& args);

struct CheckArgs {
  RegistrySource fonte;
  std::string norme;  // folder of norm tables; empty: those compiled in
  std::string oggi;
  std::vector<std::string> bozze;
  Formato formato = Formato::testo;
  bool riassunto = false;  // only how many drafts each alert touches
  bool severo = false;     // warnings change the exit code
  bool silenzioso = false;
  int paralleli = 0;  // 0: one thread a core
};
// 0 every draft can be sent, 2 some has errors, 1 something cannot be read, 3 with `severo` when there are only warnings.
int check(const CheckArgs& args, const Console& console);

struct StreamArgs {
  std::string norme;
  std::string spiega;  // a topic or an alert to explain, "tutto" for all; empty: the review
};
// One request a line on the standard input, one answer a line on the standard output.
int review_stream(const StreamArgs& args);

struct NormsArgs {
  std::string norme;
  std::string chiave;
  std::string giorno;
  std::string mark;       // "confirmed", "knowledge", "reading"; empty: all
  bool markdown = false;  // alerts: the page of the documentation
};
int norms_check(const NormsArgs& args, const Console& console);
int norms_explain(const NormsArgs& args, const Console& console);
int norms_list(const NormsArgs& args, const Console& console);
int norms_alerts(const NormsArgs& args, const Console& console);

struct RouteCase {
  std::string csc, ca, ateco, media, flag, causale, inizio;
};
struct RouteArgs {
  std::string norme, casi;
  RouteCase caso;
  bool json = false;
};
int route(const RouteArgs& args, const Console& console);

struct DeadlinesArgs {
  std::string norme, casi, tipo, inizio, fine, atto, sospesa_dal, sospesa_al, oggi;
  std::vector<std::string> eventi;
  bool eone = false;
  bool json = false;
};
int deadlines(const DeadlinesArgs& args, const Console& console);

struct LiquidityCase {
  std::string liquidita_immediate, liquidita_differite, rimanenze, passivita_correnti;
  bool procedura_concorsuale = false;
  bool cessazione = false;
  bool credito_rifiutato = false;
};
struct LiquidityArgs {
  std::string norme, casi, oggi;
  LiquidityCase caso;
  bool json = false;
};
int liquidity(const LiquidityArgs& args, const Console& console);

struct CountersArgs {
  RegistrySource fonte;
  std::string norme, storia, matricola, prestazione, dal, ore, settore, oggi;
  std::int64_t unita = 0;
  int settimane = 0;
  bool eone = false;
  bool proroga = false;
  bool json = false;
};
// 0 the request fits, 2 a limit is passed.
int counters(const CountersArgs& args, const Console& console);
int whatif(const CountersArgs& args, const Console& console);

struct EstimateArgs {
  RegistrySource fonte;
  std::string norme, oggi, retribuzione;
  std::vector<std::string> bozze;
  bool json = false;
};
// What the week plan of each draft is worth and costs. 1 when some cannot be read or estimated.
int estimate(const EstimateArgs& args, const Console& console);

struct ExplainArgs {
  RegistrySource fonte;
  std::string norme, bozza, oggi;
  std::vector<std::string> argomenti;  // empty: all
  bool json = false;
};
// The trees that explain the results of one draft.
int explain(const ExplainArgs& args, const Console& console);

struct RegistryArgs {
  std::string db;
  std::string matricola;
  std::string oggi;
};
int registry(const RegistryArgs& args);

// Care of the archive.
struct ArchiveArgs {
  std::string db, copia, oggi, testa;
  bool sostituisci = false;
  bool prova = false;
  bool json = false;
};
int backup(const ArchiveArgs& args);
int restore(const ArchiveArgs& args);
// 0 all is well, 2 defects found.
int verify(const ArchiveArgs& args);
int audit_verify(const ArchiveArgs& args);
int audit_head(const ArchiveArgs& args);
int retention(const ArchiveArgs& args);

// Coexistence with the old procedures and feature flags.
struct LegacyArgs {
  std::string db, oggi;
  std::vector<std::string> files;
  bool prova = false;
  bool json = false;
};
// 1 when something is wrong: then nothing has been imported.
int import_legacy(const LegacyArgs& args, const Console& console);

struct FeaturesArgs {
  std::string db, oggi, funzione, sede, prestazione, dal, motivo;
  bool attiva = false;
  bool sospesa = false;
};
int features_list(const FeaturesArgs& args, const Console& console);
int features_set(const FeaturesArgs& args, const Console& console);

struct DraftsArgs {
  std::uint64_t seed = 1;
  int count = 500;
  std::string db;  // empty: a demo registry made for the purpose
};
int drafts(const DraftsArgs& args);

}  // namespace omnia::cli
