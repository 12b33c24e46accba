// The Registry: the facts the office holds about one matricola on one day, as a value. Everything that `review` knows of
// the world beside the draft. Built by the server's store from UniEmens and the registry files; JSON in shared/wire/registry.hpp.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/domain/identifiers.hpp"
#include "shared/domain/quantity.hpp"

namespace omnia::domain {

// A codice di autorizzazione with its validity (`al` empty: still open).
struct CaValido {
  std::string codice;
  Date dal;
  std::optional<Date> al;
  [[nodiscard]] bool at(Date d) const { return dal <= d && (!al || d <= *al); }
  bool operator==(const CaValido&) const = default;
};

enum class StatoPosizione { attiva, sospesa, cessata };

struct ForzaMese {  // ForzaAziendale of UniEmens, and the average part-time equivalent headcount, hundredths
  YearMonth mese;
  std::int64_t forza_centesimi = 0;
  bool operator==(const ForzaMese&) const = default;
};

struct Posizione {
  std::string matricola;
  std::string codice_fiscale;
  std::string denominazione;
  std::string csc;
  std::vector<CaValido> ca;
  std::string ateco2007;  // six digits or empty
  std::string ateco2025;
  StatoPosizione stato = StatoPosizione::attiva;
  std::optional<Date> dal;  // start of activity
  std::optional<Date> al;   // end, or start of the suspension
  std::string sede;         // four digits
  std::string pec;
  std::string indirizzo;
  std::string comune;
  std::string provincia;
  bool capitale_interamente_pubblico = false;  // art. 10 letter l
  std::vector<std::string> qualita;  // facts the codes do not tell: "L240", "AEREO", "MARITTIMO", "SOMM", "PROV_TN", "PROV_BZ"
  std::vector<ForzaMese> forza;      // ascending by month; months present in UniEmens
  bool operator==(const Posizione&) const = default;
};

enum class TipoUnita { sede, stabilimento, filiale, laboratorio, cantiere };

// Average heads of a UP in one month with a given weekly contractual time (own time of the worker, hundredths of an hour).
struct OrganicoMese {
  YearMonth mese;
  std::int64_t ore_settimanali_centesimi = 0;
  std::int64_t teste = 0;
  bool operator==(const OrganicoMese&) const = default;
};

struct UnitaProduttiva {
  std::int64_t progressivo = 0;
  TipoUnita tipo = TipoUnita::sede;
  std::string denominazione;
  std::string indirizzo;
  std::string comune;
  std::string provincia;
  std::optional<Date> dal;
  std::optional<Date> al;
  int giorni_settimana = 5;            // divisor D: 5, 6 or 7
  std::vector<OrganicoMese> organico;  // ascending by month, then by hours
  bool operator==(const UnitaProduttiva&) const = default;
};

// A worker as UniEmens shows him in a UP.
struct Lavoratore {
  std::string codice_fiscale;
  std::string cognome;
  std::string nome;
  std::int64_t unita_produttiva = 0;
  std::string qualifica;                       // same words as Beneficiario::qualifica
  std::int64_t ore_settimanali_centesimi = 0;  // own weekly time (contract x part-time)
  std::int64_t part_time_centesimi = 10000;    // 10000 = full time
  std::optional<Date> assunzione;
  std::optional<Date> cessazione;
  YearMonth primo_mese;  // first and last month seen in this UP
  YearMonth ultimo_mese;
  bool operator==(const Lavoratore&) const = default;
};

enum class StatoAutorizzazione { autorizzata, in_istruttoria, respinta, annullata };

// One authorisation (or pending or refused request) on a UP. Days used come from UniEmens events with its ticket.
struct Autorizzazione {
  std::string numero;
  std::int64_t unita_produttiva = 0;
  std::string prestazione;  // "CIGO", "CIGS_CRISI", "CIGS_CDS", "FIS", "F_PROF", "FIS_COVID"…: `is_benefit` of the counters
                            // knows them all
  std::string causale;      // id of the causale, empty for CIGS
  bool eone = false;
  StatoAutorizzazione stato = StatoAutorizzazione::autorizzata;
  Period periodo;
  std::int64_t ore_centesimi = 0;
  std::string ticket;
  bool fruito_dichiarato = false;   // the employer declared the days really used (msg. 3566/2018)
  std::vector<Date> giorni_fruiti;  // distinct days with at least one worker in CIG; sorted
  int giorni_settimana = 0;         // divisor D of the UP in its own time: 5, 6 or 7; 0 is that of the UP today
  bool operator==(const Autorizzazione&) const = default;
};

// A domanda already filed at this office for the matricola.
struct DomandaPresentata {
  std::string id;
  std::string protocollo;
  std::int64_t unita_produttiva = 0;
  std::string causale;
  Period periodo;
  Date data_invio;
  std::vector<std::string> lavoratori;  // codici fiscali, sorted
  std::int64_t ore_centesimi = 0;
  bool operator==(const DomandaPresentata&) const = default;
};

enum class RuoloTitolo { datore, intermediario, sistema };

// In what capacity the caller acts for this matricola.
struct Titolo {
  RuoloTitolo ruolo = RuoloTitolo::datore;
  bool attivo = true;  // for an intermediary: a delegation valid today
  std::optional<Date> delega_al;
  bool operator==(const Titolo&) const = default;
};

struct Registry {
  int versione = 1;
  Date aggiornato_al;  // day of the snapshot
  Titolo titolo;
  Posizione posizione;
  std::vector<UnitaProduttiva> unita_produttive;  // by progressivo
  std::vector<Lavoratore> lavoratori;             // by UP, cognome, nome, codice fiscale
  std::vector<Autorizzazione> autorizzazioni;     // by periodo.dal, numero
  std::vector<DomandaPresentata> domande;         // by data_invio, id
  std::optional<YearMonth> ultimo_uniemens;       // "da UniEmens 10/2026"
  bool operator==(const Registry&) const = default;
};

}  // namespace omnia::domain
