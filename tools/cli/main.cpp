// `omnia`: the command line of the project.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

#include "server/italian_cli.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/rule_options.hpp"

namespace {

using namespace omnia::cli;

void add_demo(CLI::App& app, DemoArgs& args) {
  auto* command = app.add_subcommand("demo", "Crea dati dimostrativi inventati: flussi UniEmens e file del registro");
  command->add_option("--seed", args.seed, "Seme: a parità di argomenti i file sono identici")->capture_default_str();
  command->add_option("--companies", args.companies, "Numero di aziende")
      ->check(CLI::Range(1, 5000))
      ->type_name("NUMERO")
      ->capture_default_str();
  command->add_option("--months", args.months, "Mesi di UniEmens")
      ->check(CLI::Range(1, 120))
      ->type_name("NUMERO")
      ->capture_default_str();
  command->add_option("--until", args.until, "Ultimo mese di UniEmens, come 2026-10");
  command->add_option("--out", args.out, "Cartella in cui scrivere")->required();
  command->footer("Esempio:\n  omnia demo --companies 10 --out CARTELLA");
}

void add_import(CLI::App& app, ImportArgs& args) {
  auto* command = app.add_subcommand("import", "Legge flussi UniEmens e file del registro nel database");
  command->add_option("--db", args.db, "File del database, creato se manca")->required();
  command->add_flag("--json", args.json, "Scrive il resoconto in JSON");
  command->add_flag("--silenzioso", args.quiet, "Non mostra l’avanzamento");
  command->add_option("percorsi", args.paths, "File o cartelle")->required();
  command->footer(
      "Esce con 1 se qualcosa è rifiutato.\nEsempi:\n  omnia import --db FILE CARTELLA\n  omnia import --db FILE flusso.xml");
}

void add_registry(CLI::App& app, RegistryArgs& args) {
  auto* command = app.add_subcommand("registry", "Scrive il registro di una matricola in JSON");
  command->add_option("--db", args.db, "File del database")->required()->check(CLI::ExistingFile)->type_name("TESTO");
  command->add_option("--oggi", args.oggi, "Giorno del registro (di norma oggi)");
  command->add_option("matricola", args.matricola, "Matricola INPS di dieci cifre")->required();
  command->footer("Esempio:\n  omnia registry --db FILE 4912345678 > REGISTRO.json");
}

void add_drafts(CLI::App& app, DraftsArgs& args) {
  auto* command = app.add_subcommand("drafts", "Genera richieste di esame per le prove, una per riga");
  command->add_option("--seed", args.seed, "Seme")->capture_default_str();
  command->add_option("--count", args.count, "Quante")->check(CLI::Range(1, 1000000))->type_name("NUMERO")->capture_default_str();
  command->add_option("--db", args.db, "Database da cui prendere i registri (altrimenti dati inventati)")
      ->check(CLI::ExistingFile)
      ->type_name("TESTO");
  command->footer("Esempio:\n  omnia drafts --count 1000 | omnia review-stream");
}

void add_audit(CLI::App& app, ArchiveArgs& args) {
  auto* audit = app.add_subcommand("audit", "Registro delle modifiche dell’archivio");
  audit->require_subcommand(1);
  auto* check = audit->add_subcommand("verify", "Cerca righe modificate, tolte o spostate");
  check->add_option("--db", args.db, "File del database")->required();
  check->add_option("--testa", args.testa, "Ultima riga annotata a suo tempo, come 128:3f5a…");
  auto* head = audit->add_subcommand("head", "Scrive l’ultima riga, da annotare altrove");
  head->add_option("--db", args.db, "File del database")->required();
}

void add_archive(CLI::App& app, ArchiveArgs& args) {
  auto* copy = app.add_subcommand("backup", "Copia il database mentre è in uso");
  copy->add_option("--db", args.db, "File del database")->required();
  copy->add_option("copia", args.copia, "File da scrivere")->required();
  auto* back = app.add_subcommand("restore", "Rimette una copia al posto del database");
  back->add_option("copia", args.copia, "File della copia")->required();
  back->add_option("--db", args.db, "File del database")->required();
  back->add_flag("--sostituisci", args.sostituisci, "Sostituisce il database che c’è");
  auto* check = app.add_subcommand("verify", "Controlla che l’archivio sia integro");
  check->add_option("--db", args.db, "File del database")->required();
  check->add_option("--testa", args.testa, "Ultima modifica annotata a suo tempo, come 128:3f5a…");
  auto* old = app.add_subcommand("retention", "Toglie quel che ha superato il tempo di conservazione");
  old->add_option("--db", args.db, "File del database")->required();
  old->add_option("--oggi", args.oggi, "Giorno da cui contare (di norma oggi)");
  old->add_flag("--prova", args.prova, "Dice soltanto che cosa toglierebbe");
  add_audit(app, args);
}

void add_legacy(CLI::App& app, LegacyArgs& args) {
  auto* command =
      app.add_subcommand("import-legacy", "Acquisisce domande e autorizzazioni delle procedure precedenti da file CSV");
  command->add_option("--db", args.db, "File del database")->required()->check(CLI::ExistingFile)->type_name("TESTO");
  command->add_flag("--prova", args.prova, "Controlla tutto e non scrive nulla");
  command->add_flag("--json", args.json, "Scrive il resoconto in JSON");
  command->add_option("--oggi", args.oggi, "Giorno della registrazione (di norma oggi)");
  command->add_option("file", args.files, "File CSV: domande, autorizzazioni o entrambi")->required();
  command->footer(
      "Se qualcosa non va, esce con 1 e non importa nulla.\nEsempio:\n  omnia import-legacy --db FILE --prova domande.csv "
      "autorizzazioni.csv");
}

void add_features(CLI::App& app, FeaturesArgs& args) {
  auto* features = app.add_subcommand("features", "Che cosa è attivo, in quale Sede e da quando");
  features->require_subcommand(1);
  auto* list = features->add_subcommand("list", "Elenca i cambi, con chi li ha fatti, e che cosa vale oggi");
  auto* set = features->add_subcommand("set", "Attiva o sospende una funzione da un giorno in poi");
  for (auto* command : {list, set}) {
    command->add_option("--db", args.db, "File del database")->required()->check(CLI::ExistingFile)->type_name("TESTO");
    command->add_option("--sede", args.sede, "Codice della Sede; senza, ogni Sede");
    command->add_option("--oggi", args.oggi, "Giorno da guardare (di norma oggi)");
  }
  set->add_option("--funzione", args.funzione, "invio_domanda o procedura_precedente")->required();
  set->add_option("--prestazione", args.prestazione, "CIGO, FIS, FONDI o CISOA")->required();
  set->add_option("--dal", args.dal, "Giorno da cui vale")->required();
  set->add_option("--motivo", args.motivo, "Messaggio o disposizione che lo vuole")->required();
  set->add_flag("--attiva", args.attiva, "La funzione è attiva (la procedura precedente è aperta)");
  set->add_flag("--sospesa", args.sospesa, "La funzione è sospesa (la procedura precedente è chiusa)");
}

int run_archive(const CLI::App& app, const ArchiveArgs& args) {
  if (app.got_subcommand("backup")) return backup(args);
  if (app.got_subcommand("restore")) return restore(args);
  if (app.got_subcommand("verify")) return verify(args);
  if (app.got_subcommand("retention")) return retention(args);
  return app.get_subcommand("audit")->got_subcommand("head") ? audit_head(args) : audit_verify(args);
}

int run(int argc, char** argv) {
  CLI::App app{"OMNIA IS aperta: domande di integrazione salariale", "omnia"};
  omnia::speak_italian(app, "Per l’elenco dei comandi: omnia --help");
  app.require_subcommand(1);
  DemoArgs demo_args;
  ImportArgs import_args;
  RuleOptions rules;
  RegistryArgs registry_args;
  DraftsArgs drafts_args;
  add_demo(app, demo_args);
  add_import(app, import_args);
  rules.add(app);
  add_registry(app, registry_args);
  add_drafts(app, drafts_args);
  ArchiveArgs archive_args;
  add_archive(app, archive_args);
  LegacyArgs legacy_args;
  add_legacy(app, legacy_args);
  FeaturesArgs features_args;
  add_features(app, features_args);
  for (CLI::App* command : app.get_subcommands({})) {
    command->group("Comandi");
    command->get_help_ptr()->group("Opzioni");
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 1;
  }
  if (app.got_subcommand("demo")) return demo(demo_args);
  if (app.got_subcommand("import")) return import(import_args);
  if (app.got_subcommand("registry")) return registry(registry_args);
  if (app.got_subcommand("drafts")) return drafts(drafts_args);
  for (const char* name : {"backup", "restore", "verify", "retention", "audit"}) {
    if (app.got_subcommand(name)) return run_archive(app, archive_args);
  }
  const Console console{std::cin, std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1};
  if (app.got_subcommand("import-legacy")) return import_legacy(legacy_args, console);
  if (app.got_subcommand("features")) {
    const bool change = app.get_subcommand("features")->got_subcommand("set");
    return change ? features_set(features_args, console) : features_list(features_args, console);
  }
  return rules.run(app, console);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "omnia: %s\n", e.what());
    return 1;
  }
}
