// The process: opens the database and the port, serves until SIGTERM or SIGINT, then finishes what is under way.
#pragma once
#include <string>

#include "server/documents/segnatura.hpp"

namespace omnia::http {

struct Options {
  std::string db;
  std::string web;  // empty: the API alone
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any free one
  bool demo = false;
  bool https = false;
  bool silenzioso = false;     // only errors in the log
  std::string oggi;            // ISO date, empty: the date in Europe/Rome
  std::string norme;           // folder of norm tables, empty: those compiled in
  std::string clamav;          // local socket of the antivirus, empty: none
  std::string identita;        // file of the identity providers
  std::string proxy;           // address of the proxy whose X-Forwarded-For is believed
  std::string contatto;        // for security.txt
  std::string sigillo_chiave;  // PEM files of the electronic seal; empty: none, or that of demonstrations
  std::string sigillo_certificato;
  documents::Codici codici;       // of the segnature
  int richieste_identita = 1200;  // a minute; 0: no limit
  int richieste_indirizzo = 6000;
  int richieste_accesso = 60;
  long sessione_inattiva = 1800;
  long sessione_massima = 43200;
};

// Returns the exit status. Throws std::runtime_error with a sentence that says what to do.
int run(const Options& options);

}  // namespace omnia::http
