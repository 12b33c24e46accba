// What the registry files write: companies, units, authorisations, delegations; and which files have been read. All functions
// run inside the write() of the caller.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "shared/domain/date.hpp"

namespace omnia::store {

bool is_file_importato(Connection& db, std::string_view impronta);
// `chi`, of role `ruolo`: who brought it. Part of the record of changes.
struct FileImportato {
  std::string_view impronta, nome, tipo;
  std::int64_t righe = 0, rifiuti = 0;
  std::string_view chi = "sistema", ruolo = "sistema";
};
void insert_file_importato(Connection& db, const FileImportato& file);
// The files of the kind count as never read.
void forget_file_importati(Connection& db, std::string_view tipo);

bool is_posizione(Connection& db, std::string_view matricola);
bool is_unita_produttiva(Connection& db, std::string_view matricola, std::int64_t progressivo);

struct RigaCodiceAutorizzazione {
  std::string codice;
  domain::Date dal;
  std::optional<domain::Date> al;
};
struct RigaPosizione {
  std::string matricola, codice_fiscale, denominazione, csc, ateco2007, ateco2025, stato;
  std::optional<domain::Date> dal, al;
  std::string sede, pec, indirizzo, comune, provincia;
  bool capitale_interamente_pubblico = false;
  std::string qualita;
  std::vector<RigaCodiceAutorizzazione> ca;
};
// Writes or rewrites the position with its codes, and its main workplace (number 0) if it has none.
void put_posizione(Connection& db, const RigaPosizione& posizione);

struct RigaUnitaProduttiva {
  std::string matricola;
  std::int64_t progressivo = 0;
  std::string tipo, denominazione, indirizzo, comune, provincia;
  std::int64_t giorni_settimana = 5;
  std::optional<domain::Date> dal, al;
};
void put_unita_produttiva(Connection& db, const RigaUnitaProduttiva& unita);

struct RigaAutorizzazione {
  std::string numero, matricola;
  std::int64_t unita_produttiva = 0;
  std::string prestazione, causale;
  bool eone = false;
  std::string stato;
  domain::Date dal, al;
  std::int64_t ore_centesimi = 0;
  std::string ticket;
  bool fruito_dichiarato = false;
  std::int64_t giorni_settimana = 0;  // 5, 6 or 7; 0: those of the UP today, or those already known of it
};
void put_autorizzazione(Connection& db, const RigaAutorizzazione& autorizzazione);

struct RigaDelega {
  std::string id, intermediario_cf, matricola;
  domain::Date dal;
  std::optional<domain::Date> al, revocata_il;
  std::string servizi = "consultazione domande uniemens";
};
void put_delega(Connection& db, const RigaDelega& delega);

}  // namespace omnia::store
