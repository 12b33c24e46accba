// The Draft: what a person has typed of one domanda CIGO, complete or not. JSON in shared/wire/draft.hpp, field paths in
// shared/forms/fields.hpp. Field names in C++, JSON and paths are the same.
#pragma once
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/domain/entry.hpp"
#include "shared/domain/identifiers.hpp"
#include "shared/domain/quantity.hpp"

namespace omnia::domain {

struct LegaleRappresentante {
  std::string cognome;
  std::string nome;
  Entry<CodiceFiscale> codice_fiscale;
  bool operator==(const LegaleRappresentante&) const = default;
};

struct SezioneAzienda {
  Entry<Matricola> matricola;
  Entry<CodiceFiscaleAzienda> codice_fiscale;
  std::string denominazione;
  Entry<Pec> pec;
  LegaleRappresentante legale_rappresentante;
  Entry<Decimal> dipendenti_medi;  // average employees, for the term of art. 14
  Entry<Date> data_inizio_attivita;
  bool operator==(const SezioneAzienda&) const = default;
};

struct SezioneUnitaProduttiva {
  Entry<Count> progressivo;  // 0 is the main workplace
  bool autocertificazione = false;
  std::string contratto_appalto;  // only for a cantiere
  Entry<Date> appalto_dal;
  Entry<Date> appalto_al;
  bool operator==(const SezioneUnitaProduttiva&) const = default;
};

struct Ordinanza {
  std::string ente;
  std::string numero;
  Entry<Date> data;
  Entry<Hours> ore_vietate = {};  // hours a day in which the order forbids work
  bool operator==(const Ordinanza&) const = default;
};

struct SezioneCausale {
  std::string id;  // "MANC_LAVORO"...: ids of assets/norms/causali.json; empty while not chosen
  Ordinanza ordinanza;
  bool interruzione_programmata = false;  // MANC_ENERGIA
  bool attestazione_ditta = false;        // GUASTO_MACCHINARI: statement of the repair firm held
  bool manutenzione_documentata = false;  // GUASTO_MACCHINARI
  bool variante_del_committente = false;  // PERIZIA_VARIANTE
  bool aderenti_allo_sciopero = false;    // SCIOPERO: strikers among the beneficiaries
  std::string descrizione;                // what happened, in the applicant's words
  bool operator==(const SezioneCausale&) const = default;
};

enum class TipoRichiesta { prima, proroga };

struct SettimanaPiano {
  Date lunedi;
  Entry<Count> lavoratori;
  Entry<Count> zero_ore;
  Entry<Hours> ore;
  bool operator==(const SettimanaPiano&) const = default;
};

struct SezionePeriodo {
  TipoRichiesta tipo = TipoRichiesta::prima;
  std::string domanda_prorogata;  // protocol number of the domanda that is extended
  std::string motivi_proroga;
  Entry<Date> data_inizio_effettivo;
  Entry<Date> dal;                        // Monday of the first week
  Entry<Date> al;                         // Sunday of the last week
  std::vector<Date> giorni_evento;        // EONE: sorted, unique
  std::vector<SettimanaPiano> settimane;  // one row per Monday in [dal, al], sorted
  bool operator==(const SezionePeriodo&) const = default;
};

struct Beneficiario {
  Entry<CodiceFiscale> codice_fiscale;
  std::string cognome;
  std::string nome;
  std::string qualifica;        // "operaio", "impiegato", "quadro", "dirigente", "apprendista", "domicilio", "altro"
  bool cambio_appalto = false;  // taken over from the previous contractor (art. 1 c. 3): seniority counts there too
  bool operator==(const Beneficiario&) const = default;
};

struct SezioneLavoratori {
  std::vector<Beneficiario> beneficiari;
  bool distinti_da_cigs = false;  // nobody here is in the CIGS or solidarity contract running in the UP
  bool altra_attivita = false;    // somebody works elsewhere meanwhile (art. 8)
  bool operator==(const SezioneLavoratori&) const = default;
};

enum class ModalitaPagamento { conguaglio, diretto };

struct SezionePagamento {
  ModalitaPagamento modalita = ModalitaPagamento::conguaglio;
  Entry<Money> liquidita_immediate;
  Entry<Money> liquidita_differite;
  Entry<Money> rimanenze;
  Entry<Money> passivita_correnti;
  Entry<Date> data_bilancio;
  bool procedura_concorsuale = false;
  std::string procedura_tipo;
  std::string procedura_tribunale;
  Entry<Date> procedura_data;
  bool cessazione = false;
  bool credito_rifiutato = false;
  bool altri_elementi = false;
  std::string altri_elementi_descrizione;
  bool operator==(const SezionePagamento&) const = default;
};

struct SezioneInvio {
  bool dichiarazioni = false;  // D.P.R. 445/2000 artt. 46-47, 75-76
  std::string note;
  bool operator==(const SezioneInvio&) const = default;
};

struct Draft {
  int versione = 1;
  std::string id;  // made by whoever creates the draft (UUID)
  std::string prestazione = "CIGO";
  bool forzata = false;  // the applicant goes on with a benefit that is "non compatibile"
  std::string nota_forzatura;
  SezioneAzienda azienda;
  SezioneUnitaProduttiva unita_produttiva;
  SezioneCausale causale;
  SezionePeriodo periodo;
  SezioneLavoratori lavoratori;
  SezionePagamento pagamento;
  SezioneInvio invio;
  bool operator==(const Draft&) const = default;
};

}  // namespace omnia::domain
