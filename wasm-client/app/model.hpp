// The whole state of the client, as a value: what the office answered, what the person typed, what is under way.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/csv/table.hpp"
#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/rules/outlook/outlook.hpp"
#include "shared/rules/review.hpp"
#include "wasm-client/app/istruttoria.hpp"
#include "wasm-client/app/registry_changes.hpp"

namespace omnia::app {

enum class Screen {
  avvio,     // the session is being asked for
  identita,  // identity providers, demo identities
  sessioni,  // own powers and sessions
  home,      // employer and intermediary
  azienda,   // choice of the company for a new domanda
  domanda,   // the draft
  ricevuta,
  elenco,     // worklist of the Sede
  dettaglio,  // a domanda that was filed
  area,       // advisor and analyst
  pagina      // a screen that is data (app/pages.hpp)
};

// A request to the office, shown beside the thing it concerns.
struct Loading {
  bool in_corso = false;
  std::string errore;
};

struct Identita {
  std::string id, nome, cognome, codice_fiscale, ruolo, sede, denominazione, descrizione;
};

// What a person may act as.
struct Potere {
  std::string id, ruolo, descrizione;
};

struct FornitoreIdentita {
  std::string id, nome;
};

// A session of the person's own, here or on another device.
struct SessioneRow {
  std::string id, ruolo, dispositivo, indirizzo, aperta_il, ultimo_uso;
  bool attuale = false;
};

struct MatricolaRow {
  std::string matricola, codice_fiscale, denominazione, csc, sede, comune, stato, primaria, nome_primaria, motivo, testo,
      citazione;
  std::int64_t lavoratori = 0;
  bool cigo_suggerita = false;
  bool invio_sospeso = false;  // CIGO is not filed from here for this Sede
  std::string nota_invio;      // why something cannot be filed from here
};

struct DomandaRow {
  std::string id, protocollo, matricola, denominazione, causale, nome_causale, stato, sede;
  std::string ora_invio;  // "18:58", when the office told the instant
  domain::Date data_invio, dal, al, ultimo_giorno_decisione;
  std::int64_t unita_produttiva = 0, settimane = 0, lavoratori = 0, avvisi = 0;
  bool forzata = false;
  std::string assegnata_a_nome;
  std::int64_t novita = 0;
  std::string protocollo_origine;  // in the old procedure, when it comes from there
};

// An alert as the office sent it, with a refusal or in the stored review.
struct OfficeAlert {
  std::string codice, gravita, campo, testo, rimedio, citazione;
};

struct Finding {  // a figure of the stored review with its sentence
  std::string nome, testo, citazione;
};

struct Dettaglio {
  DomandaRow riga;
  bool cambiata = false;   // by others, since it was read
  bool segnatura = false;  // the office gives the XML of its protocol
  domain::Draft bozza;
  std::vector<OfficeAlert> avvisi;
  std::string prestazione, instradamento, citazione_instradamento, norme_versione, inviata_da, ruolo_mittente;
  std::vector<Finding> contatori;
  std::vector<std::string> allegati;
  std::map<std::string, std::string> motivi;  // warnings that the applicant accepted: code -> reason, "" when none was asked
  Pratica pratica;
};

struct Ricevuta {
  DomandaRow riga;
  std::vector<std::string> prossimi_passi;
  std::string impronta;
  bool segnatura = false;
};

// Where a finished domanda stands between «Invia» and the receipt.
enum class Coda {
  fuori,
  in_attesa,      // goes out as soon as the network is there
  da_confermare,  // the office's facts changed since the person pressed «Invia»
  respinta        // the office refused it: its alerts are in `rifiuto`
};

// One draft of this browser with what must survive a reload.
struct Bozza {
  domain::Draft draft;
  std::string nome;      // given by the person; empty: the company's
  std::string identita;  // whose it is
  std::string sezione = "azienda";
  std::set<std::string> toccati;                 // paths of the fields that were left
  std::set<std::string> controllate;             // sections whose "Continua" was pressed; all once the summary was seen
  std::map<std::string, std::string> accettati;  // warnings accepted: code -> the person's reason
  bool invio_tentato = false;
  std::string retribuzione_oraria;  // for the estimate, as typed: no part of the domanda
  std::string chiave;               // idempotency key from the first attempt to the receipt
  Coda coda = Coda::fuori;
  std::string registro_visto;        // JSON of the office's facts on which «Invia» was pressed, while in the queue
  std::vector<OfficeAlert> rifiuto;  // alerts of the office's refusal
  std::string esito;                 // what the office answered, in words
  bool futura = false;               // written by a newer version of the program: it can be read, not changed
  std::string aggiornata_il;         // ISO day
  std::int64_t numero = 0;           // order of the last change, newest highest
};

enum class Salvataggio { mai, in_corso, riuscito, fallito };

// A draft as it was, light enough to keep many: the list of workers is shared by those in which it is the same.
struct Istantanea {
  domain::Draft draft;  // without its beneficiaries
  std::shared_ptr<const std::vector<domain::Beneficiario>> beneficiari;
};

// Something done to the draft, that can be undone or done again.
struct Passo {
  std::string descrizione;  // "tolti 3 lavoratori"
  std::string campo;        // path of the field typed into, or the section
  Istantanea altra;         // the draft on the other side of the step
};

struct Cronologia {
  std::vector<Passo> annullabili, ripetibili;  // newest last
  Istantanea presente;
  bool aperto = false;  // the newest step is a field not left yet: further keys belong to it
  bool blocco = false;  // many fields are being written by one act: they are one step
};

// A worker being added by hand.
struct NuovoLavoratore {
  std::string codice_fiscale, cognome, nome, qualifica = "operaio", errore;
  std::string assunzione, ore_settimanali, part_time;
};

// A list of workers from a CSV file or pasted.
struct ImportazioneCsv {
  std::string testo;                // being pasted
  std::string esito;                // what was imported
  std::string illeggibile;          // why the file as a whole cannot be read
  std::vector<csv::Difetto> righe;  // what is wrong, row by row: nothing was imported
};

// The rows of the workers' table, made when what they depend on has changed (app/workers.cpp).
struct ListaLavoratori {
  std::shared_ptr<const domain::Registry> registro;  // the rows point into it
  std::int64_t unita = 0;
  std::vector<const domain::Lavoratore*> tutti;
  std::vector<std::string> qualifiche;
  bool scelte = false;  // `righe` are those of what follows
  std::string testo, qualifica, ordine;
  bool indietro = false;
  std::vector<const domain::Lavoratore*> righe;
};

// Search, filter and order of the workers' table, and the part of it in sight.
struct VistaLavoratori {
  NuovoLavoratore nuovo;
  ImportazioneCsv csv;
  std::string testo, qualifica, ordine = "cognome";
  bool indietro = false;
  std::size_t prima_riga = 0;
  mutable ListaLavoratori lista;
};

// What the choice of a document is doing.
struct VistaDocumenti {
  std::string categoria = "altro";  // of the next document
  std::string errore, errore_relazione;
};

// Why the draft on the desk can only be read.
enum class Lettura {
  libera,   // it can be written
  altrove,  // another tab has it
  ceduta,   // another tab has taken it over
  futura,   // a newer version of the program wrote it
  invio     // it is on its way to the office
};

// The draft on the desk.
struct Scrivania {
  Bozza bozza;
  std::shared_ptr<const domain::Registry> registro;
  bool registro_locale = false;  // the copy of this browser, not the office's answer of this session
  rules::Review esame;
  rules::outlook::Capienza capienza;  // of `capienza_di` in `capienza_registro`
  std::string capienza_di;
  const domain::Registry* capienza_registro = nullptr;
  Salvataggio salvataggio = Salvataggio::mai;
  std::string salvata_alle;  // "18:41"
  VistaLavoratori lavoratori;
  VistaDocumenti documenti;
  std::set<std::string> perche;  // results whose explanation is open
  // Text of the field being typed, as typed: the canonical form is shown when the field is left.
  std::optional<std::pair<std::string, std::string>> digitato;
  Lettura lettura = Lettura::libera;
  std::vector<Cambiamento> cambiamenti;  // in the office's facts, since «Invia» was pressed
  Cronologia storia;
  std::string novita;  // said politely after undo, redo and the like
  Loading invio;
};

struct RicercaAzienda {
  std::string testo, ultimo_testo, cursore;
  std::vector<MatricolaRow> righe;
  Loading caricamento;
  bool cercato = false;
  std::string in_apertura;  // matricola whose registry is on its way
  std::string locale;       // matricola chosen from the facts that this browser keeps
  std::string errore_apertura;
  std::string forzata;  // matricola for which "Prosegui comunque" is open
  std::string nota;
  bool nota_mancante = false;
};

// Search and order of the drafts in the home.
struct VistaBozze {
  std::string testo, ordine = "modifica";
};

struct ElencoDomande {
  std::string testo, testo_cercato, causale, stato;
  std::string assegnata, entro, ordine;  // of the worklist
  bool anche_decise = false;
  std::vector<DomandaRow> righe;
  std::vector<std::string> cursori;  // of the pages before this one
  std::string cursore, cursore_successivo;
  std::int64_t totale = 0;
  bool cambiato = false;  // by others, since it was read
  Loading caricamento;
};

// What a person has chosen for this browser (app/preferences.hpp).
struct Preferenze {
  std::string tema;  // "" as the system, "chiaro", "scuro", "contrasto"
  bool tasti = true;
  bool aperte = false;  // their dialog
};

// A filed domanda from which a new draft is about to start.
struct Rinnovo {
  domain::Draft bozza;
  std::string protocollo;
  bool proroga = false;
};

// The office's facts about a company, kept for work without network.
struct RegistroLocale {
  std::string json;
  std::string denominazione;
  std::string quando;  // "2026-11-24 18:02"
};

enum class Serratura { assente, chiusa, aperta };

// The lock of the drafts and what is being typed about it.
struct VistaSerratura {
  Serratura stato = Serratura::assente;
  bool in_corso = false;
  bool impostazioni = false;  // the person is choosing the passphrase
  bool dimenticata = false;   // the person says it is forgotten
  std::string frase, ripetuta, errore, minuti = "10";
};

// What the office tells everybody who enters: notices of the service, documents to read.
struct Documento {
  std::string titolo, percorso, tipo;
};
struct Servizio {
  std::vector<std::string> avvisi;
  std::vector<Documento> documenti;
};

// What the office answered to one of the sources of a page.
struct Fonte {
  std::shared_ptr<const nlohmann::json> risposta;
  Loading caricamento;
  std::vector<std::string> cursori;  // of the pages before this one
  std::string cursore;
};

// Delegations, grants, log of accesses, flags: screens that are data, brought by the page when the first of them is opened.
struct PaginaUfficio {
  std::shared_ptr<const nlohmann::json> file;  // assets/screens/ufficio.json
  Loading apertura;
  std::string voce;                           // which: "deleghe"
  std::map<std::string, Fonte> fonti;         // by name
  std::map<std::string, std::string> valori;  // of the fields, as typed: "action.field", "list.field"
  std::map<std::string, std::string> errori;  // by the same
  std::map<std::string, std::size_t> prima;   // first row shown, by list
  std::string azione, riga;                   // of the open dialog; the row's id, "" for an action of the whole page
  std::string inviata;                        // the last action asked of the office
  Loading invio;                              // of it
  std::string esito;                          // what it did
  bool guasto = false;                        // and whether that is bad news
  std::vector<csv::Difetto> difetti;          // of a CSV, row by row: nothing was written
};

struct Model {
  // Session.
  domain::Date oggi;      // where the office is
  domain::Date oggi_qui;  // as the browser's clock has it
  std::string faccia = "html";
  std::string seme;
  Preferenze preferenze;
  std::int64_t contatore = 0;  // ids and keys are made of seme and this
  bool online = true;
  std::optional<Identita> identita;
  std::vector<Potere> poteri;
  std::vector<Identita> identita_demo;
  std::vector<FornitoreIdentita> fornitori;
  bool nessun_accesso = false;        // neither providers nor demo identities
  std::int64_t secondi_inattiva = 0;  // until a session that is not used ends; 0: not told
  std::string in_scadenza;            // "inattiva" or "massima": the session ends in a few minutes
  std::vector<SessioneRow> sessioni;
  Loading caricamento_sessioni;
  Loading accesso;
  Servizio servizio;
  std::string avviso_sessione;  // "Sessione scaduta…"

  Screen schermata = Screen::avvio;

  // Drafts of this browser, newest first, and the registries kept for work without network (matricola -> JSON).
  std::vector<Bozza> bozze;
  std::map<std::string, RegistroLocale> registri;
  std::optional<Bozza> eliminata;  // can be put back
  VistaBozze vista_bozze;
  std::set<std::string> in_uscita;  // drafts of the queue on their way to the office
  std::int64_t attesa_coda = 0;     // seconds until the next attempt; 0 when none is due
  std::int64_t pausa_coda = 0;      // the last wait
  VistaSerratura serratura;
  bool condiviso = false;       // a shared computer: nothing is kept
  bool nuova_versione = false;  // of the client, ready to be chosen
  std::string novita;           // said politely in the home: imported, duplicated, gone out of the queue
  std::string errore_bozze, errore_importazione;
  std::map<std::string, Bozza> in_conflitto;  // drafts that another tab wrote while this one was writing them
  std::string in_ripresa;                     // draft that waits for its registry

  std::optional<Scrivania> scrivania;
  RicercaAzienda ricerca;
  ElencoDomande elenco;   // home: own domande; operator: worklist
  std::string da_aprire;  // id of the domanda being loaded
  Loading apertura;
  std::optional<Dettaglio> dettaglio;
  std::optional<Rinnovo> rinnovo;
  std::optional<Istruttoria> istruttoria;  // of the same domanda, for the office
  Loading passo;                           // a step of the office that is under way
  std::optional<Ricevuta> ricevuta;
  PaginaUfficio pagina;
};

}  // namespace omnia::app
