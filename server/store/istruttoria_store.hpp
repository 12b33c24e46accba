// Tables of the istruttoria: checks, assignment, requests of missing elements, acts, what each operator has seen. Functions
// run inside the write() or read() of the caller; the database refuses a change of state that shared/workflow does not know.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "shared/domain/date.hpp"

namespace omnia::store {

// What one automatic check says of a domanda.
struct Controllo {
  std::string codice, nome;
  std::string esito;  // "ok", "attenzione", "bloccante"
  std::string spiegazione, citazione;
};
void insert_controlli(Connection& db, std::string_view domanda, const std::vector<Controllo>& controlli);
std::vector<Controllo> list_controlli(Connection& db, std::string_view domanda);

void set_stato_domanda(Connection& db, std::string_view domanda, std::string_view stato);
void set_assegnata(Connection& db, std::string_view domanda, std::string_view operatore);
void set_ultimo_giorno(Connection& db, std::string_view domanda, domain::Date giorno);

// Open domande of each operator of a Sede.
struct Carico {
  std::string id, nome, cognome;
  std::int64_t aperte = 0, in_scadenza = 0, scadute = 0;
};
// `in_scadenza`: whose last day for the decision is `oggi` or one of the seven days that follow.
std::vector<Carico> list_carichi(Connection& db, std::string_view sede, domain::Date oggi);

// Other domande with workers of this one on days of this one, and those of another channel on the same unit and days.
struct AltraDomanda {
  std::string protocollo, matricola, denominazione, dal, al, stato;
  std::string origine, protocollo_origine;
  std::int64_t lavoratori = 0;  // in common
};
std::vector<AltraDomanda> list_altre_domande(Connection& db, std::string_view domanda);
std::vector<std::string> list_lavoratori(Connection& db, std::string_view domanda);

// The operator has seen everything that was recorded of the domanda.
void put_visita(Connection& db, std::string_view identita, std::string_view domanda);
std::int64_t find_visita(Connection& db, std::string_view identita, std::string_view domanda);

// A request of missing elements (art. 11 c. 2 D.M. 95442/2016). Days are ISO; empty: not yet.
struct RichiestaIntegrazione {
  std::int64_t n = 0;
  std::string stato, protocollo;
  std::string elementi;  // JSON list
  std::string testo, canale;
  bool sospende = false;
  std::string inviata_da, inviata_il, consegnata_il, prova_consegna, scadenza, risposta_il, risposta;
  std::string documento{};  // SHA-256 of its letter; empty: registered when none was made
};
// Answers its number within the domanda.
std::int64_t insert_richiesta(Connection& db, std::string_view domanda, const RichiestaIntegrazione& richiesta);
void update_richiesta(Connection& db, std::string_view domanda, const RichiestaIntegrazione& richiesta);
std::vector<RichiestaIntegrazione> list_richieste(Connection& db, std::string_view domanda);

struct Provvedimento {
  std::int64_t n = 0;
  std::string tipo, stato;
  std::optional<std::int64_t> precedente;
  std::string dal, al;  // empty: the act authorises nothing
  std::int64_t settimane = 0, ore_centesimi = 0, lavoratori = 0;
  std::string contenuto;  // JSON
  std::string proposto_da, proposto_da_nome, proposto_il;
  std::string rinviato_da, motivo_rinvio;
  std::string firmato_da, firmato_da_nome, firmato_il, numero, protocollo, documento;
};
std::int64_t insert_provvedimento(Connection& db, std::string_view domanda, const Provvedimento& atto);
void set_stato_provvedimento(Connection& db, std::string_view domanda, std::int64_t n, std::string_view stato);
void rinvia_provvedimento(Connection& db, std::string_view domanda, std::int64_t n, std::string_view chi,
                          std::string_view motivo);
// State and signature in one: `atto` has them filled.
void firma_provvedimento(Connection& db, std::string_view domanda, const Provvedimento& atto);
std::vector<Provvedimento> list_provvedimenti(Connection& db, std::string_view domanda);
// The next number of the acts of the Sede that no authorisation has: four digits of the Sede and eight of the progressive.
std::string next_numero_provvedimento(Connection& db, std::string_view sede);

void set_stato_autorizzazione(Connection& db, std::string_view numero, std::string_view stato);
// The authorisation ends earlier, with the hours that remain.
void set_fine_autorizzazione(Connection& db, std::string_view numero, std::string_view al, std::int64_t ore_centesimi);
std::string find_contenuto(Connection& db, std::string_view impronta);

// The table of shared/workflow, for the triggers.
void put_transizioni(Connection& db);

}  // namespace omnia::store
