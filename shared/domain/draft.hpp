// The Draft: what a person has typed of one domanda CIGO, complete or not. JSON in shared/wire/draft.hpp, field paths in
// shared/forms/fields.hpp. Field names in C++, JSON and paths are the same.
#pragma once
#include <cstdint>
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
  Entry<Hours> ore_impiegati = {};  // of which of employees and middle managers
  bool operator==(const SettimanaPiano&) const = default;
};

// Hours in which the event, or the order of the authority, stopped the work on one day.
struct OreGiorno {
  Date giorno;
  Entry<Hours> ore;
  bool operator==(const OreGiorno&) const = default;
};

struct SezionePeriodo {
  TipoRichiesta tipo = TipoRichiesta::prima;
  std::string domanda_prorogata;  // protocol number of the domanda that is extended
  std::string motivi_proroga;
  Entry<Date> data_inizio_effettivo;
  Entry<Date> dal;                        // Monday of the first week
  Entry<Date> al;                         // Sunday of the last week
  std::vector<Date> giorni_evento;        // EONE: sorted, unique
  std::vector<OreGiorno> ore_giorni;      // one row per event day, when the causale is bad weather or an order
  std::vector<SettimanaPiano> settimane;  // one row per Monday in [dal, al], sorted
  bool operator==(const SezionePeriodo&) const = default;
};

struct Beneficiario {
  Entry<CodiceFiscale> codice_fiscale;
  std::string cognome;
  std::string nome;
  std::string qualifica;        // "operaio", "impiegato", "quadro", "dirigente", "apprendista", "domicilio", "altro"
  bool cambio_appalto = false;  // taken over from the previous contractor (art. 1 c. 3): seniority counts there too
  // Of who is added by hand or from a file: for the others UniEmens says it.
  Entry<Hours> ore_settimanali = {};
  Entry<Decimal> part_time = {};  // percent
  Entry<Date> assunzione = {};    // in the unit
  bool operator==(const Beneficiario&) const = default;
};

// People in force in the UP by category.
struct Organico {
  Entry<Count> operai;
  Entry<Count> impiegati;
  Entry<Count> quadri;
  Entry<Count> apprendisti;
  Entry<Count> domicilio;
  Entry<Count> dirigenti;  // shown, never beneficiaries
  Entry<Count> totale;
  Entry<Count> part_time = {};  // among them, whatever the category
  bool operator==(const Organico&) const = default;
};

struct SezioneLavoratori {
  std::vector<Beneficiario> beneficiari;
  Organico organico;
  bool distinti_da_cigs = false;  // nobody here is in the CIGS or solidarity contract running in the UP
  bool altra_attivita = false;    // somebody works elsewhere meanwhile (art. 8)
  bool operator==(const SezioneLavoratori&) const = default;
};

enum class ModalitaRelazione { testo, pdf };

// The relazione tecnica (art. 2 D.M. 95442/2016): written in the form, or a PDF among the attachments of the sending.
struct SezioneRelazione {
  ModalitaRelazione modalita = ModalitaRelazione::testo;
  std::string attivita;          // what the firm does
  std::string cause;             // what happened and from when
  std::string effetti;           // on the unit, its departments, the workers
  std::string non_imputabilita;  // why it does not depend on the firm or the workers
  std::string ripresa;           // why work will start again
  // What only some causali ask for: `richiede` in assets/norms/causali.json.
  std::string contesto;               // market and sector
  std::string durata_prevista;        // of the site or phase, with its end
  std::string imprevedibilita;        // why nobody could foresee it
  std::string collegamento_sciopero;  // who strikes, and how the idle departments depend on them
  std::string evento;                 // "pioggia", "neve", "gelo", "vento", "nebbia"
  std::string lavorazione;            // "costruzione", "scavi", "finiture": the rain that stops it differs
  std::string fase_in_corso;          // phase of work when the event came
  std::string conseguenze_evento;
  Entry<Decimal> pioggia_mm;
  Entry<Temperature> temperatura;
  Entry<Temperature> temperatura_percepita;
  std::string condizioni;  // sun, protective clothes, machines, humidity
  Entry<Date> ordine_materie_data;
  std::string scorte;
  std::string ricerca_alternative;
  Entry<Date> dal;  // the days the report speaks of
  Entry<Date> al;
  Entry<CodiceFiscale> firmatario_codice_fiscale;
  bool procura = false;        // power of attorney of a signer who is not the legal representative
  bool dichiarazione = false;  // art. 47 D.P.R. 445/2000
  std::string pdf_nome;
  Entry<Count> pdf_dimensione;  // bytes
  std::string pdf_impronta;     // SHA-256
  bool operator==(const SezioneRelazione&) const = default;
};

enum class ModalitaIndicatori { annuale, trimestrale };

// The figures of one year (trimestre 0) or of one quarter (1 to 4).
struct RigaIndicatori {
  std::int64_t anno = 0;
  std::int64_t trimestre = 0;
  Entry<Money> fatturato;
  Entry<Money> risultato_operativo;
  Entry<Money> risultato_impresa;
  Entry<Money> indebitamento;
  Entry<Count> ordini_numero;
  Entry<Money> ordini_valore;
  Entry<Money> scorte;
  Entry<Money> consumi_energetici;
  Entry<Hours> ore_lavorate = {};
  bool operator==(const RigaIndicatori&) const = default;
};

struct SezioneIndicatori {
  ModalitaIndicatori modalita = ModalitaIndicatori::annuale;
  std::vector<RigaIndicatori> periodi;        // ascending
  std::vector<RigaIndicatori> altri_periodi;  // what was typed in the other mode: kept, never judged
  bool operator==(const SezioneIndicatori&) const = default;
};

// Information and consultation of the unions (art. 14 D.Lgs. 148/2015).
struct SezioneConsultazione {
  Entry<Date> data_comunicazione;
  bool rsu_presente = false;           // RSA or RSU exist
  bool comunicata_rsu = false;         // the notice went to them
  bool comunicata_territorio = false;  // and to the territorial branches of the unions
  Entry<Count> lavoratori_comunicati;
  Entry<Hours> ore_comunicate;  // a week, as in the notice
  bool esame_richiesto = false;
  std::string esame_richiesto_da;  // "rsu", "sindacati", "azienda"
  Entry<Date> esame_richiesto_il;
  Entry<Date> esame_data;
  std::string esito;           // "accordo", "mancato_accordo", "non_richiesto", "termine_scaduto"
  bool dichiarazione = false;  // the duties of art. 14 were fulfilled (c. 6)
  bool operator==(const SezioneConsultazione&) const = default;
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
  std::string ticket;          // of UniEmens: the same in the events of the monthly flow
  bool dichiarazioni = false;  // D.P.R. 445/2000 artt. 46-47, 75-76
  std::string note;
  bool operator==(const SezioneInvio&) const = default;
};

// A document sent with the domanda. Its bytes are not here: who compiles keeps them beside the draft.
struct Allegato {
  std::string nome;
  std::string tipo;       // media type, by content: "application/pdf"
  std::string categoria;  // "relazione", "consultazione", "liquidita", "meteo", "lavoratori", "altro"
  std::int64_t dimensione = 0;
  std::string impronta;  // SHA-256
  bool operator==(const Allegato&) const = default;
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
  SezioneRelazione relazione;
  SezioneIndicatori indicatori;
  SezioneConsultazione consultazione;
  SezionePagamento pagamento;
  SezioneInvio invio;
  std::vector<Allegato> allegati;
  bool operator==(const Draft&) const = default;
};

}  // namespace omnia::domain
