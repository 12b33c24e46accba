// The way of a domanda through the office: what the applicant sees of it, and the operator's desk with its forms.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/rules/explanation/spiegazione.hpp"

namespace omnia::app {

// A request of missing elements.
struct Richiesta {
  std::int64_t n = 0;
  std::string stato, protocollo, testo, canale, risposta;
  std::vector<std::string> elementi;
  domain::Date inviata_il, consegnata_il, scadenza, risposta_il;  // the day that was never set: not yet
  bool scaduta = false;
  bool documento = false, segnatura = false;  // the office gives its PDF, and the XML of its protocol
};

struct Motivazione {
  std::string fatti, documenti, norma, conclusione;
};

struct Atto {
  std::int64_t n = 0;
  std::string tipo, nome, stato, numero, protocollo, proposto_da, firmato_da, motivo_rinvio, mancata_risposta;
  domain::Date dal, al, firmato_il;
  std::int64_t settimane = 0, ore_centesimi = 0, lavoratori = 0;
  std::vector<std::string> esclusioni;
  Motivazione motivazione;
  bool segnatura = false;  // the office gives the XML of its protocol
};

// For who filed: state, milestones, requests to answer, signed acts.
struct Pratica {
  std::string stato;
  std::vector<std::pair<domain::Date, std::string>> tappe;
  std::vector<Richiesta> richieste;
  std::vector<Atto> atti;
};

struct Verifica {  // an automatic check
  std::string codice, nome, esito, spiegazione, citazione;
};
struct Limite {  // a counter without and with this request
  std::string nome, limite, senza, con, testo;
  bool superato = false;
};
struct Precedente {  // an authorisation of the company
  std::string numero, causale, stato;
  domain::Date dal, al;
  std::int64_t unita_produttiva = 0, ore_centesimi = 0;
};
struct AltraDomanda {
  std::string protocollo, denominazione, stato;
  domain::Date dal, al;
  std::int64_t lavoratori = 0;
};
struct Modifica {
  domain::Date quando;
  std::string testo, motivo;
  bool nuova = false;
};
struct PropostaAtto {
  std::string tipo;
  domain::Date dal, al;
  std::int64_t settimane = 0, ore_centesimi = 0, lavoratori = 0;
  std::vector<std::string> esclusioni;
  std::vector<std::string> lavoratori_esclusi;  // codici fiscali
  std::vector<std::string> motivi;              // sentences
  std::vector<std::string> codici_motivi;       // of the same
  Motivazione motivazione;
  rules::explanation::Spiegazione spiegazione;  // worked out by the office
};

// What the operator is writing, as typed.
struct Modulo {
  std::string tipo, precedente, dal, al, ore, decorrenza;
  std::string esclusioni;          // one a line
  std::string lavoratori_esclusi;  // codici fiscali, one a line
  std::set<std::string> motivi;
  Motivazione motivazione;
  std::string elementi, testo, canale = "pec";  // of a new request
  bool sospende = false;
  std::string data, prova, risposta;  // of a delivery or an answer
  std::string motivo_rinvio;
};

struct Istruttoria {
  std::string id, stato, assegnata_a_nome, termine;
  bool in_carico = false;
  std::vector<std::string> eventi;
  std::vector<Verifica> controlli;
  PropostaAtto proposta;
  std::vector<std::pair<std::string, std::string>> motivi_possibili;  // code, name
  std::vector<Limite> contatori;
  std::vector<Precedente> storia;
  std::vector<AltraDomanda> altre;
  std::vector<Richiesta> richieste;
  std::vector<Atto> atti;
  std::vector<Modifica> modifiche;
  Modulo modulo;
};

}  // namespace omnia::app
