#include "tools/cli/rule_options.hpp"

#include <stdexcept>

#include "tools/cli/deadline_case.hpp"

namespace omnia::cli {
namespace {

void add_norme(CLI::App& command, std::string& norme) {
  command.add_option("--norme", norme, "Cartella di tabelle delle norme: i suoi file sostituiscono quelli compilati");
}

void add_oggi(CLI::App& command, std::string& oggi) {
  command.add_option("--oggi", oggi, "Giorno da usare come oggi (di norma quello vero)");
}

void add_source(CLI::App& command, RegistrySource& source) {
  command.add_option("--registro", source.registro, "Registro di una matricola in JSON");
  command.add_option("--registri", source.registri, "Cartella di registri, un file MATRICOLA.json ciascuno");
  command.add_option("--db", source.db, "Database da cui prendere i registri");
}

void italian_help(CLI::App& command) { command.get_help_ptr()->group("Opzioni"); }

}  // namespace

void RuleOptions::add(CLI::App& app) {
  add_check(app);
  auto* stream = app.add_subcommand("review-stream", "Esamina una richiesta JSON per riga, dall’ingresso all’uscita");
  add_norme(*stream, stream_.norme);
  stream->add_option("--spiega", stream_.spiega, "Risponde con la spiegazione di questo argomento («tutto» per tutte)");
  stream->footer("Esempi:\n  omnia review-stream < RICHIESTE.jsonl\n  omnia review-stream --spiega biennio < RICHIESTE.jsonl");
  add_norms(app);
  add_route(app);
  add_deadlines(app);
  add_liquidity(app);
  add_counters(app, "counters", "Limiti di durata di CIGO, FIS, Fondi, FSBA e CISOA con una richiesta",
               "Esce con 2 se la richiesta supera un limite.\nEsempi:\n  omnia counters STORIA.json\n"
               "  omnia counters --db FILE --matricola 4912345678 --up 0 --dal 2026-11-30 --settimane 4\n"
               "  omnia counters STORIA.json --prestazione FIS\n  omnia counters GIORNATE-CISOA.json");
  add_counters(
      app, "whatif", "Quando entra una richiesta, per quante settimane, e i prossimi 24 mesi",
      "Esce con 2 se nei prossimi quattro anni le settimane non entrano.\nEsempi:\n  omnia whatif STORIA.json --settimane 13\n"
      "  omnia whatif --db FILE --matricola 4912345678 --up 0 --dal 2026-11-30 --settimane 13");
  add_estimate(app);
  add_explain(app);
}

void RuleOptions::add_check(CLI::App& app) {
  auto* command = app.add_subcommand("check", "Controlla bozze di domanda senza inviarle");
  add_source(*command, check_.fonte);
  add_norme(*command, check_.norme);
  add_oggi(*command, check_.oggi);
  auto* json = command->add_flag("--json", json_, "Una riga JSON per bozza");
  command->add_flag("--sarif", sarif_, "Resoconto SARIF 2.1.0")->excludes(json);
  command->add_flag("--riassunto", check_.riassunto, "Solo quante bozze tocca ogni avviso");
  command->add_flag("--severo", check_.severo, "Esce con 3 se ci sono avvisi e nessun errore");
  command->add_flag("--silenzioso", check_.silenzioso, "Non mostra l’avanzamento");
  command->add_option("--paralleli", check_.paralleli, "Quante bozze insieme (di norma una per processore)")
      ->check(CLI::Range(1, 256))
      ->type_name("NUMERO");
  command->add_option("bozze", check_.bozze, "File .json, .jsonl o .csv, cartelle, oppure - per l’ingresso")->required();
  command->footer(
      "Esce con 0 se tutte si possono inviare, 2 se qualcuna ha errori, 1 se qualcuna è illeggibile.\n"
      "Esempi:\n  omnia check --registro REGISTRO.json BOZZA.json\n  omnia check --db FILE --riassunto CARTELLA\n"
      "  omnia check --registri CARTELLA --sarif - < BOZZE.jsonl\n  omnia check --db FILE CLIENTI.csv");
}

void RuleOptions::add_norms(CLI::App& app) {
  auto* command = app.add_subcommand("norms", "Tabelle delle norme: controllo, spiegazione, elenco");
  command->require_subcommand(1);
  command->footer("Esempi:\n  omnia norms check\n  omnia norms explain cigo.biennio.limit_weeks --at 2026-11-24");
  auto* check = command->add_subcommand("check", "Cerca sovrapposizioni, vuoti, fonti mancanti e chiavi sconosciute");
  add_norme(*check, norms_.norme);
  check->footer("Esce con 1 se trova difetti.\nEsempio:\n  omnia norms check --norme CARTELLA");
  auto* explain = command->add_subcommand("explain", "Valore, validità e fonte di una chiave in un giorno");
  explain->add_option("chiave", norms_.chiave, "Chiave, come cigo.biennio.limit_weeks")->required();
  explain->add_option("--at", norms_.giorno, "Giorno (di norma oggi)");
  add_norme(*explain, norms_.norme);
  explain->footer("Esempio:\n  omnia norms explain massimale.lordo --at 2025-06-01");
  auto* list = command->add_subcommand("list", "Tutte le righe");
  list->add_option("--mark", norms_.mark, "Solo quelle con questo segno: confirmed, knowledge, reading")
      ->check(CLI::IsMember({"confirmed", "knowledge", "reading"}))
      ->type_name("TESTO");
  add_norme(*list, norms_.norme);
  list->footer("Esempio:\n  omnia norms list --mark reading");
  auto* alerts = command->add_subcommand("alerts", "Elenca i controlli con testo, rimedio e fonte");
  alerts->add_flag("--markdown", norms_.markdown, "Scrive la pagina docs/controlli.md");
  add_norme(*alerts, norms_.norme);
  alerts->footer("Esempio:\n  omnia norms alerts --markdown > docs/controlli.md");
  for (auto* sub : {check, explain, list, alerts}) italian_help(*sub);
  for (auto* sub : {check, explain, list, alerts}) sub->group("Comandi");
}

void RuleOptions::add_route(CLI::App& app) {
  auto* command = app.add_subcommand("route", "Prestazione a cui porta l’inquadramento");
  auto& c = route_.caso;
  command->add_option("casi", route_.casi, "Casi in CSV, oppure - per l’ingresso (vedi docs/formati.md)");
  command->add_option("--csc", c.csc, "Codice statistico contributivo");
  command->add_option("--ca", c.ca, "Codici di autorizzazione e qualità dell’azienda, come L240, separati da virgole");
  command->add_option("--ateco", c.ateco, "ATECO 2007");
  command->add_option("--media", c.media, "Media dei dipendenti del semestre");
  command->add_option("--flag", c.flag, "Qualità dei lavoratori e dell’unità, come OTD");
  command->add_option("--causale", c.causale, "ORD, EONE oppure STR");
  command->add_option("--inizio", c.inizio, "Primo giorno (di norma oggi)");
  command->add_flag("--json", route_.json, "Risposta in JSON (un caso solo)");
  add_norme(*command, route_.norme);
  command->footer("Esempi:\n  omnia route --csc 11301 --ateco 41.20 --media 22 --causale EONE\n  omnia route CASI.csv");
}

void RuleOptions::add_deadlines(CLI::App& app) {
  auto* command = app.add_subcommand("deadlines", "Termini: domanda, decisione, ricorso, conguaglio, pagamento diretto");
  command->add_option("casi", deadlines_.casi, "Casi in CSV, oppure - per l’ingresso (vedi docs/formati.md)");
  command->add_option("--tipo", deadlines_.tipo,
                      std::string("Di quale termine: ") + kTipiTermine + " o il codice di un Fondo (di norma CIGO)");
  command->add_option(
      "--inizio", deadlines_.inizio,
      "Inizio effettivo della sospensione o del periodo autorizzato; per gli altri termini il giorno da cui corrono");
  command->add_option("--fine", deadlines_.fine, "Ultimo giorno autorizzato (CONGUAGLIO, DIRETTO)");
  command->add_option("--atto", deadlines_.atto, "Data dell’autorizzazione (CONGUAGLIO) o della sua comunicazione (DIRETTO)");
  command->add_option("--sospesa-dal", deadlines_.sospesa_dal, "Richiesta di documenti che sospende la decisione");
  command->add_option("--sospesa-al", deadlines_.sospesa_al, "Risposta a quella richiesta");
  command->add_option("--evento", deadlines_.eventi, "Giorno dell’evento (si può ripetere)");
  command->add_flag("--eone", deadlines_.eone, "Evento oggettivamente non evitabile");
  add_oggi(*command, deadlines_.oggi);
  command->add_flag("--json", deadlines_.json, "Risposta in JSON (un caso solo)");
  add_norme(*command, deadlines_.norme);
  command->footer(
      "Esempi:\n  omnia deadlines --inizio 2026-11-16\n  omnia deadlines --tipo FIS --inizio 2026-11-16\n"
      "  omnia deadlines --tipo CONGUAGLIO --inizio 2026-05-04 --fine 2026-05-31 --atto 2026-06-20\n"
      "  omnia deadlines --tipo DECISIONE --inizio 2026-09-01 --sospesa-dal 2026-09-20 --sospesa-al 2026-10-05\n"
      "  omnia deadlines CASI.csv");
}

void RuleOptions::add_liquidity(CLI::App& app) {
  auto* command = app.add_subcommand("liquidity", "Indice di liquidità per il pagamento diretto");
  auto& c = liquidity_.caso;
  command->add_option("casi", liquidity_.casi, "Casi in CSV, oppure - per l’ingresso (vedi docs/formati.md)");
  command->add_option("--liquidita-immediate", c.liquidita_immediate, "Liquidità immediate, come 10.000,00");
  command->add_option("--liquidita-differite", c.liquidita_differite, "Liquidità differite");
  command->add_option("--rimanenze", c.rimanenze, "Rimanenze");
  command->add_option("--passivita-correnti", c.passivita_correnti, "Passività correnti");
  command->add_flag("--procedura-concorsuale", c.procedura_concorsuale, "C’è una procedura concorsuale");
  command->add_flag("--cessazione", c.cessazione, "L’attività cessa");
  command->add_flag("--credito-rifiutato", c.credito_rifiutato, "La banca ha rifiutato il credito");
  add_oggi(*command, liquidity_.oggi);
  command->add_flag("--json", liquidity_.json, "Risposta in JSON (un caso solo)");
  add_norme(*command, liquidity_.norme);
  command->footer(
      "Esempi:\n  omnia liquidity --liquidita-immediate 10.000 --liquidita-differite 5.000 --passivita-correnti 17.000\n"
      "  omnia liquidity CASI.csv");
}

void RuleOptions::add_counters(CLI::App& app, const char* name, const char* text, const char* examples) {
  auto* command = app.add_subcommand(name, text);
  command->add_option("storia", counters_.storia, "Registro e richiesta in JSON, oppure - per l’ingresso (vedi docs/formati.md)");
  add_source(*command, counters_.fonte);
  command->add_option("--matricola", counters_.matricola, "Matricola, con --registri o --db");
  command->add_option("--prestazione", counters_.prestazione,
                      "CIGO, FIS, FSBA, CISOA o il codice di un Fondo (di norma dall’inquadramento)");
  command->add_option("--up", counters_.unita, "Progressivo dell’unità produttiva")->type_name("NUMERO");
  command->add_option("--dal", counters_.dal, "Primo giorno: vale il lunedì della sua settimana");
  command->add_option("--settimane", counters_.settimane, "Settimane richieste")->type_name("NUMERO");
  command->add_flag("--eone", counters_.eone, "Evento oggettivamente non evitabile");
  command->add_flag("--proroga", counters_.proroga, "Proroga di una domanda, invece di una prima richiesta");
  command->add_option("--ore", counters_.ore, "Ore richieste in tutto");
  command->add_option("--settore", counters_.settore, "industria, edilizia, lapidei, altro (di norma dall’inquadramento)");
  add_oggi(*command, counters_.oggi);
  add_norme(*command, counters_.norme);
  command->add_flag("--json", counters_.json, "Risposta in JSON");
  command->footer(examples);
}

void RuleOptions::add_estimate(CLI::App& app) {
  auto* command =
      app.add_subcommand("estimate", "Quanto vale ai lavoratori e quanto costa il piano di ogni bozza, per settimana");
  command->add_option("bozze", estimate_.bozze, "File .json, .jsonl o .csv, cartelle, oppure - per l’ingresso")->required();
  add_source(*command, estimate_.fonte);
  command->add_option("--retribuzione", estimate_.retribuzione,
                      "Retribuzione oraria media in euro, come 14,50; senza, si stima il massimo ai lavoratori");
  add_oggi(*command, estimate_.oggi);
  add_norme(*command, estimate_.norme);
  command->add_flag("--json", estimate_.json, "Una riga JSON per bozza (vedi docs/formati.md)");
  command->footer(
      "Esce con 1 se di qualche bozza non si può stimare nulla.\nEsempi:\n"
      "  omnia estimate BOZZA.json --registro REGISTRO.json --retribuzione 14,50\n"
      "  omnia estimate CLIENTI.csv --db FILE --json");
}

void RuleOptions::add_explain(CLI::App& app) {
  auto* command = app.add_subcommand("explain", "Perché: spiega i risultati di una bozza, passo per passo");
  command->add_option("bozza", explain_.bozza, "Bozza in JSON")->required();
  command
      ->add_option(
          "--counter,--argomento", explain_.argomenti,
          "Che cosa spiegare (si può ripetere): instradamento, organico, scadenza, richiesta, consecutive, biennio, "
          "quinquennio, terzo, capienza, previsione, consultazione, liquidita, contributo, importi, flussi, fis, fondo, cisoa, o "
          "un avviso come A-TER-03; "
          "senza, tutto")
      ->allow_extra_args(false);
  add_source(*command, explain_.fonte);
  add_oggi(*command, explain_.oggi);
  add_norme(*command, explain_.norme);
  command->add_flag("--json", explain_.json, "Una riga JSON per spiegazione (vedi docs/formati.md)");
  command->footer(
      "Esempi:\n  omnia explain BOZZA.json --registro REGISTRO.json --counter biennio\n"
      "  omnia explain BOZZA.json --db FILE --argomento A-TER-03 --json");
}

int RuleOptions::run(const CLI::App& app, const Console& console) const {
  if (app.got_subcommand("check")) {
    auto args = check_;
    args.formato = sarif_ ? Formato::sarif : json_ ? Formato::json : Formato::testo;
    return check(args, console);
  }
  if (app.got_subcommand("norms")) {
    const auto* norms = app.get_subcommand("norms");
    if (norms->got_subcommand("check")) return norms_check(norms_, console);
    if (norms->got_subcommand("alerts")) return norms_alerts(norms_, console);
    return norms->got_subcommand("explain") ? norms_explain(norms_, console) : norms_list(norms_, console);
  }
  if (app.got_subcommand("route")) return route(route_, console);
  if (app.got_subcommand("deadlines")) return deadlines(deadlines_, console);
  if (app.got_subcommand("liquidity")) return liquidity(liquidity_, console);
  if (app.got_subcommand("counters")) return counters(counters_, console);
  if (app.got_subcommand("explain")) return explain(explain_, console);
  if (app.got_subcommand("whatif")) return whatif(counters_, console);
  if (app.got_subcommand("estimate")) return estimate(estimate_, console);
  return review_stream(stream_);
}

}  // namespace omnia::cli
