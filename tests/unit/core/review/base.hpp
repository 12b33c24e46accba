// A domanda and a registry about which review() has nothing to say (beside information), for tests that break one thing.
// Everybody here is fictitious; the check characters are computed.
#pragma once
#include <cstdio>
#include <string>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"

namespace omnia::test {

inline domain::Date day(const char* iso) { return domain::Date::parse(iso).value(); }

// The n-th fictitious worker: born on 1 January 1980, place Z + three digits.
inline std::string codice_fiscale(int n) {
  char place[8];
  std::snprintf(place, sizeof place, "%03d", n % 1000);
  std::string first15 = std::string("XQZWK") + static_cast<char>('A' + n / 1000) + "80A01Z" + place;
  first15.push_back(domain::codice_fiscale_check(first15));
  return first15;
}

inline std::string codice_fiscale_azienda() {
  std::string first10 = "0764352101";
  first10.push_back(domain::partita_iva_check(first10));
  return first10;
}

inline std::string matricola() { return "70012345" + domain::matricola_check("70012345"); }

inline const domain::Date kOggi = domain::Date::of(2026, 11, 24);  // a Tuesday

inline domain::Beneficiario beneficiario(int n) {
  domain::Beneficiario b;
  b.codice_fiscale = domain::enter<domain::CodiceFiscale>(codice_fiscale(n));
  b.cognome = "Prova";
  b.nome = "Numero " + std::to_string(n);
  b.qualifica = "operaio";
  return b;
}

inline domain::Lavoratore lavoratore(int n) {
  domain::Lavoratore l;
  l.codice_fiscale = codice_fiscale(n);
  l.cognome = "Prova";
  l.nome = "Numero " + std::to_string(n);
  l.unita_produttiva = 1;
  l.qualifica = "operaio";
  l.ore_settimanali_centesimi = 4000;
  l.assunzione = day("2019-03-01");
  l.primo_mese = {2024, 11};
  l.ultimo_mese = {2026, 10};
  return l;
}

// An industrial firm (csc 1.07.05, metalworking) with one plant of 20 workers, everything in order.
inline domain::Registry clean_registry(int workers = 20) {
  domain::Registry r;
  r.aggiornato_al = kOggi;
  r.posizione.matricola = matricola();
  r.posizione.codice_fiscale = codice_fiscale_azienda();
  r.posizione.denominazione = "Officine di Prova S.r.l.";
  r.posizione.csc = "10705";
  r.posizione.ateco2007 = "256200";
  r.posizione.dal = day("2010-01-01");
  r.posizione.sede = "7000";
  r.posizione.pec = "prova@pec.example";
  r.posizione.indirizzo = "Via del Lavoro 1";
  r.posizione.comune = "Roma";
  r.posizione.provincia = "RM";
  domain::UnitaProduttiva up;
  up.progressivo = 1;
  up.tipo = domain::TipoUnita::stabilimento;
  up.denominazione = "Stabilimento di Roma";
  up.indirizzo = "Via della Fabbrica 2";
  up.comune = "Roma";
  up.provincia = "RM";
  up.dal = day("2010-01-01");
  for (domain::YearMonth m{2024, 11}; m.iso() <= "2026-10"; m = m.add(1)) {
    r.posizione.forza.push_back({m, 100LL * workers});
    up.organico.push_back({m, 4000, workers});
  }
  r.unita_produttive = {up};
  for (int n = 0; n < workers; ++n) r.lavoratori.push_back(lavoratore(n));
  r.ultimo_uniemens = domain::YearMonth{2026, 10};
  return r;
}

// Two closed years and the one running: turnover and orders fall.
inline domain::SezioneIndicatori falling_indicators() {
  using namespace omnia::domain;
  SezioneIndicatori s;
  const auto year = [](int anno, const char* turnover, const char* orders) {
    RigaIndicatori row;
    row.anno = anno;
    row.fatturato = enter<Money>(turnover);
    row.risultato_operativo = enter<Money>("-10.000");
    row.risultato_impresa = enter<Money>("-12.000");
    row.indebitamento = enter<Money>("200.000");
    row.ordini_numero = enter<Count>(orders);
    return row;
  };
  s.periodi = {year(2024, "1.000.000", "120"), year(2025, "800.000", "90"), year(2026, "500.000", "40")};
  return s;
}

inline domain::SezioneRelazione clean_report() {
  domain::SezioneRelazione r;
  r.attivita = "Pressofusione di alluminio per conto terzi.";
  r.cause =
      "Dal 2 novembre 2026 il committente principale, che vale il 60% del fatturato, ha rinviato due ordini di pressofusi per "
      "un blocco della sua catena di montaggio. Le altre commesse coprono meno di un turno al giorno per il reparto fusione.";
  r.effetti = "Si fermano il reparto fusione e la sbavatura, dieci operai su venti.";
  r.non_imputabilita = "Il rinvio è stato deciso dal committente e non era prevedibile.";
  r.ripresa = "Gli ordini rinviati sono confermati per dicembre 2026.";
  r.dichiarazione = true;
  return r;
}

// Two weeks of CIGO for lack of work from Monday 16 November 2026, ten workers, filed on 24 November.
inline domain::Draft clean_draft(int workers = 10) {
  using namespace omnia::domain;
  Draft d;
  d.id = "0d5c0f2e-0000-4000-8000-000000000001";
  d.azienda.matricola = enter<Matricola>(matricola());
  d.azienda.codice_fiscale = enter<CodiceFiscaleAzienda>(codice_fiscale_azienda());
  d.azienda.denominazione = "Officine di Prova S.r.l.";
  d.azienda.pec = enter<Pec>("prova@pec.example");
  d.azienda.legale_rappresentante.cognome = "Prova";
  d.azienda.legale_rappresentante.nome = "Legale";
  d.azienda.legale_rappresentante.codice_fiscale = enter<CodiceFiscale>(codice_fiscale(900));
  d.azienda.dipendenti_medi = enter<Decimal>("20");
  d.azienda.data_inizio_attivita = enter<Date>("01/01/2010");
  d.unita_produttiva.progressivo = enter<Count>("1");
  d.unita_produttiva.autocertificazione = true;
  d.causale.id = "MANC_LAVORO";
  d.causale.descrizione = "Il committente principale ha rinviato due ordini di pressofusi.";
  d.periodo.data_inizio_effettivo = enter<Date>("16/11/2026");
  d.periodo.dal = enter<Date>("16/11/2026");
  d.periodo.al = enter<Date>("29/11/2026");
  for (const char* monday : {"2026-11-16", "2026-11-23"}) {
    SettimanaPiano s;
    s.lunedi = day(monday);
    s.lavoratori = {Count{workers}, {}};
    s.zero_ore = {Count{0}, {}};
    s.ore = {Hours{workers * 1600LL}, {}};
    d.periodo.settimane.push_back(s);
  }
  for (int n = 0; n < workers; ++n) d.lavoratori.beneficiari.push_back(beneficiario(n));
  d.relazione = clean_report();
  d.indicatori = falling_indicators();
  d.consultazione.data_comunicazione = enter<Date>("02/11/2026");
  d.consultazione.comunicata_territorio = true;
  d.consultazione.lavoratori_comunicati = {Count{workers}, {}};
  d.consultazione.dichiarazione = true;
  d.invio.ticket = "A1B2C3D4E5F6G7H8";
  d.invio.dichiarazioni = true;
  return d;
}

}  // namespace omnia::test
