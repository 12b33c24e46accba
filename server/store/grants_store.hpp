// Delegations and sub-delegations of employers and intermediaries, grants of the security area. Functions run inside a write()
// or read() of the caller.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "server/store/powers_store.hpp"
#include "shared/domain/date.hpp"

namespace omnia::store {

// `intermediario`, `dipendente`: the name, read with the row; empty for who has no power here yet.
struct RigaDelegata {
  std::string id, intermediario_cf, intermediario, matricola, denominazione, servizi;
  domain::Date dal;
  std::optional<domain::Date> al, revocata_il;
};
void insert_delega(Connection& db, const RigaDelegata& delega, std::string_view creata_da);
std::optional<RigaDelegata> find_delega(Connection& db, std::string_view id);
// Given for positions of a company; received by an intermediary.
std::vector<RigaDelegata> list_deleghe_di_azienda(Connection& db, std::string_view azienda_cf);
std::vector<RigaDelegata> list_deleghe_di_intermediario(Connection& db, std::string_view intermediario_cf);
// A delegation that overlaps: two valid on the same day say two things.
bool ha_delega(Connection& db, const RigaDelegata& nuova);
void revoke_delega(Connection& db, std::string_view id, domain::Date giorno);

struct RigaSubdelega {
  std::string id, delega, dipendente_cf, dipendente, matricola, denominazione;
  domain::Date dal;
  std::optional<domain::Date> al, revocata_il;
};
// Whether the same person has the same delegation already, not revoked, on some of those days.
bool ha_subdelega(Connection& db, const RigaSubdelega& subdelega);
void insert_subdelega(Connection& db, const RigaSubdelega& subdelega, std::string_view creata_da);
std::optional<RigaSubdelega> find_subdelega(Connection& db, std::string_view id);
std::vector<RigaSubdelega> list_subdeleghe(Connection& db, std::string_view intermediario_cf);
void revoke_subdelega(Connection& db, std::string_view id, domain::Date giorno);

struct RigaAbilitazione {
  std::string id, identita, atto, protocollo;
  domain::Date richiesta_il, dal, al, revisione_entro;
  std::string concessa_da, concessa_il, revocata_da;
  std::optional<domain::Date> revocata_il;
  std::string motivo_revoca;
  struct Chi {
    std::string codice_fiscale, cognome, nome, ruolo, sede, supervisore;
  };
  std::optional<Chi> chi{};  // whose it is, read with the row; none: an identity that is gone
};
void insert_abilitazione(Connection& db, const RigaAbilitazione& abilitazione);
std::optional<RigaAbilitazione> find_abilitazione(Connection& db, std::string_view id);
std::vector<RigaAbilitazione> list_abilitazioni(Connection& db);
// Of one identity, the best: not revoked, already begun, lasting longest.
std::optional<RigaAbilitazione> abilitazione_di(Connection& db, std::string_view identita, domain::Date oggi);
void review_abilitazione(Connection& db, std::string_view id, domain::Date entro);
void revoke_abilitazione(Connection& db, std::string_view id, std::string_view da, domain::Date giorno, std::string_view motivo);

}  // namespace omnia::store
