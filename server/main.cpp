// omnia-server: options in, the office open on a port, clean stop on SIGTERM or SIGINT.
#include <exception>
#include <iostream>

#include "server/http/server.hpp"
#include "server/italian_cli.hpp"

int main(int argc, char** argv) {
  omnia::http::Options options;
  CLI::App app{"OMNIA IS aperta: il server dell’ufficio", "omnia-server"};
  omnia::speak_italian(app, "Per l’elenco delle opzioni: omnia-server --help");
  app.add_option("--db", options.db, "File del database")->required();
  app.add_option("--web", options.web, "Cartella del programma per il browser (vuota: solo le API)");
  app.add_option("--port", options.port, "Porta (0: una qualsiasi libera)")->check(CLI::Range(0, 65535));
  app.add_option("--host", options.host, "Indirizzo su cui ascoltare");
  app.add_flag("--demo", options.demo, "Accesso con le identità dimostrative");
  app.add_option("--identita", options.identita, "File dei fornitori di identità (SPID, CIE, interno)");
  app.add_option("--proxy-fidato", options.proxy, "Indirizzo del proxy di cui credere X-Forwarded-For");
  app.add_option("--contatto-sicurezza", options.contatto,
                 "Contatto per chi trova una falla (mailto: o https:), in security.txt");
  app.add_option("--sigillo-chiave", options.sigillo_chiave,
                 "File PEM con la chiave privata del sigillo elettronico, che firma le segnature di protocollo");
  app.add_option("--sigillo-certificato", options.sigillo_certificato,
                 "File PEM con il certificato del sigillo, e dopo di lui quelli di chi lo ha emesso");
  app.add_option("--codice-ipa", options.codici.amministrazione, "Segnatura: codice IPA dell’amministrazione")
      ->capture_default_str();
  app.add_option("--codice-aoo", options.codici.aoo, "Segnatura: codice dell’AOO; {sede} diventa il codice della Sede")
      ->capture_default_str();
  app.add_option("--codice-registro", options.codici.registro, "Segnatura: codice del registro; anche qui vale {sede}")
      ->capture_default_str();
  app.add_option("--classifica", options.codici.classifica, "Segnatura: codice della voce del titolario")->capture_default_str();
  app.add_option("--classifica-voce", options.codici.voce, "Segnatura: nome della voce del titolario")->capture_default_str();
  app.add_option("--richieste-identita", options.richieste_identita, "Richieste al minuto di una persona (0: senza limite)")
      ->check(CLI::Range(0, 1000000));
  app.add_option("--richieste-indirizzo", options.richieste_indirizzo, "Richieste al minuto di un indirizzo (0: senza limite)")
      ->check(CLI::Range(0, 1000000));
  app.add_option("--richieste-accesso", options.richieste_accesso, "Accessi al minuto da un indirizzo (0: senza limite)")
      ->check(CLI::Range(0, 1000000));
  app.add_flag("--https", options.https, "Il servizio sta dietro un proxy TLS: cookie sicuri e HSTS");
  app.add_flag("--silenzioso", options.silenzioso, "Nel registro soltanto gli errori");
  app.add_option("--oggi", options.oggi, "Data da usare come oggi (AAAA-MM-GG), per prove e dimostrazioni");
  app.add_option("--norme", options.norme, "Cartella di tabelle delle norme, al posto di quelle compilate");
  app.add_option("--clamav", options.clamav, "Socket locale dell'antivirus ClamAV, con cui controllare gli allegati");
  app.add_option("--sessione-inattiva", options.sessione_inattiva, "Secondi dopo cui una sessione inattiva scade")
      ->check(CLI::Range(1, 86400));
  app.add_option("--sessione-massima", options.sessione_massima, "Secondi dopo cui una sessione scade comunque")
      ->check(CLI::Range(1, 86400));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 1;
  }
  try {
    return omnia::http::run(options);
  } catch (const std::exception& e) {
    std::cerr << "Errore: " << e.what() << "\n";
    return 1;
  }
}
