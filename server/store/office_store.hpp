// Tables of the office: protocol register, domande with workers and attachments, idempotency keys, log of consultations.
// Functions that take a connection run inside a write() or read() of the caller.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "server/store/powers_store.hpp"
#include "shared/domain/date.hpp"

namespace omnia::store {

struct AllegatoDaSalvare {
  std::string nome;
  std::string tipo;
  std::string contenuto;
  std::string impronta;
  std::string antivirus = "non_attivo";
};

// A row of `domande` without the large texts.
struct RigaDomanda {
  std::int64_t numero = 0;  // order of arrival
  std::string id, protocollo, matricola, codice_fiscale, denominazione, causale, nome_causale, sede, stato;
  std::int64_t unita_produttiva = 0;
  std::string dal, al, data_invio, inviata_il, ultimo_giorno_decisione;
  std::int64_t settimane = 0, ore_centesimi = 0, lavoratori = 0, avvisi = 0;
  bool forzata = false;
  std::string prestazione = "CIGO";
  std::string assegnata_a, assegnata_a_nome;  // operator who answers for it; empty: nobody yet
  std::int64_t novita = 0;                    // changes that the caller has not seen
  std::string origine = "omnia";              // or "procedura_precedente", with the protocol it had there
  std::string protocollo_origine;
};

struct DomandaIntera {
  RigaDomanda riga;
  std::string bozza, impronta, esame, norme_versione, impronta_registro, avvisi_accettati;
  std::string inviata_da, inviata_da_nome, inviata_da_cognome, inviata_da_ruolo;
};

struct AllegatoBreve {
  std::int64_t n = 0;
  std::string nome, tipo, impronta;
  std::int64_t dimensione = 0;
};

// The next number of the Sede in the year of `giorno`, registered. Gapless: an undone transaction gives the number back.
std::string registra_protocollo(Connection& db, std::string_view sede, domain::Date giorno, std::string_view registrato_il,
                                std::string_view oggetto, std::string_view impronta);
// Day of the last registration of the Sede; empty when there is none.
std::string ultima_registrazione(Connection& db, std::string_view sede);
// What is wrong with the register, as sentences: gaps, numbers out of order of day, a segnatura that is not that of its number.
std::vector<std::string> check_protocolli(Connection& db, std::int64_t& quanti);

// Keeps the bytes once, whoever sent them.
void put_contenuto(Connection& db, const AllegatoDaSalvare& allegato);
void insert_domanda(Connection& db, const DomandaIntera& domanda, const std::vector<std::string>& lavoratori,
                    const std::vector<AllegatoDaSalvare>& allegati);

struct RispostaNota {
  std::string impronta_corpo;
  std::string risposta;
};
std::optional<RispostaNota> find_idempotenza(Connection& db, std::string_view identita, std::string_view chiave);
void insert_idempotenza(Connection& db, std::string_view identita, std::string_view chiave, std::string_view impronta_corpo,
                        std::string_view domanda_id, std::string_view risposta, std::int64_t now);

// Changes exactly when a domanda of the matricola is added or an act on one is signed.
std::int64_t revisione_matricola(Connection& db, std::string_view matricola);

struct FiltroDomande {
  Ambito ambito;  // what the caller reaches on the day `oggi`
  domain::Date oggi;
  std::string stato, matricola, causale, testo;
  std::string prestazione;
  std::string assegnata_a;                          // identita.id; "nessuno": without operator
  bool aperte = false;                              // only what the office has still to decide
  std::optional<domain::Date> entro;                // last day for the decision up to this
  std::string chi;                                  // whose `novita` are counted; empty: nobody's
  enum class Ordine { arrivo, scadenza, azienda };  // newest first; what expires first; by name
  Ordine ordine = Ordine::arrivo;
  // Exclusive place to start after.
  std::optional<std::pair<std::string, std::int64_t>> dopo;
  int limite = 25;
};
struct PaginaDomande {
  std::vector<RigaDomanda> righe;
  bool altre = false;
  std::int64_t totale = 0;
};
PaginaDomande list_domande(Connection& db, const FiltroDomande& filtro);

std::optional<RigaDomanda> find_riga(Connection& db, std::string_view id);
std::optional<DomandaIntera> find_domanda(Connection& db, std::string_view id);
std::vector<AllegatoBreve> list_allegati(Connection& db, std::string_view id);
struct AllegatoIntero {
  std::string nome, tipo, contenuto;
};
std::optional<AllegatoIntero> find_allegato(Connection& db, std::string_view id, std::int64_t n);

// Rewrites the one row that shows that the disk takes writes; throws when it does not.
void prove_write(Connection& db, std::int64_t now);

}  // namespace omnia::store
