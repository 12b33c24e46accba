#include <algorithm>

#include "shared/wire/reader.hpp"
#include "shared/wire/text_writer.hpp"
#include "shared/wire/wire.hpp"

namespace omnia::wire {
namespace {

using namespace omnia::domain;

constexpr Limit kBeneficiari{5000, "lavoratori"};
constexpr Limit kSettimane{60, "settimane"};
constexpr Limit kGiorni{400, "giorni di evento"};
constexpr int kVersion = 1;

constexpr std::pair<std::string_view, TipoRichiesta> kTipi[] = {{"prima", TipoRichiesta::prima},
                                                                {"proroga", TipoRichiesta::proroga}};
constexpr std::pair<std::string_view, ModalitaPagamento> kModalita[] = {{"conguaglio", ModalitaPagamento::conguaglio},
                                                                        {"diretto", ModalitaPagamento::diretto}};

void write_azienda(TextWriter& w, const SezioneAzienda& a) {
  w.entry("codice_fiscale", a.codice_fiscale);
  w.entry("data_inizio_attivita", a.data_inizio_attivita);
  w.text("denominazione", a.denominazione);
  w.entry("dipendenti_medi_centesimi", a.dipendenti_medi);
  w.object("legale_rappresentante", [&] {
    w.entry("codice_fiscale", a.legale_rappresentante.codice_fiscale);
    w.text("cognome", a.legale_rappresentante.cognome);
    w.text("nome", a.legale_rappresentante.nome);
  });
  w.entry("matricola", a.matricola);
  w.entry("pec", a.pec);
}

void read_azienda(const Cursor& c, SezioneAzienda& a) {
  c.entry("matricola", a.matricola);
  c.entry("codice_fiscale", a.codice_fiscale);
  c.text("denominazione", a.denominazione);
  c.entry("pec", a.pec);
  if (const auto r = c.object("legale_rappresentante")) {
    r->text("cognome", a.legale_rappresentante.cognome);
    r->text("nome", a.legale_rappresentante.nome);
    r->entry("codice_fiscale", a.legale_rappresentante.codice_fiscale);
  }
  c.entry("dipendenti_medi_centesimi", a.dipendenti_medi);
  c.entry("data_inizio_attivita", a.data_inizio_attivita);
}

void write_unita(TextWriter& w, const SezioneUnitaProduttiva& u) {
  w.entry("appalto_al", u.appalto_al);
  w.entry("appalto_dal", u.appalto_dal);
  w.flag("autocertificazione", u.autocertificazione);
  w.text("contratto_appalto", u.contratto_appalto);
  w.entry("progressivo", u.progressivo);
}

void read_unita(const Cursor& c, SezioneUnitaProduttiva& u) {
  c.entry("progressivo", u.progressivo);
  c.flag("autocertificazione", u.autocertificazione);
  c.text("contratto_appalto", u.contratto_appalto);
  c.entry("appalto_dal", u.appalto_dal);
  c.entry("appalto_al", u.appalto_al);
}

void write_causale(TextWriter& w, const SezioneCausale& s) {
  w.flag("aderenti_allo_sciopero", s.aderenti_allo_sciopero);
  w.flag("attestazione_ditta", s.attestazione_ditta);
  w.text("descrizione", s.descrizione);
  w.text("id", s.id);
  w.flag("interruzione_programmata", s.interruzione_programmata);
  w.flag("manutenzione_documentata", s.manutenzione_documentata);
  w.object("ordinanza", [&] {
    w.entry("data", s.ordinanza.data);
    w.text("ente", s.ordinanza.ente);
    w.text("numero", s.ordinanza.numero);
    w.entry("ore_vietate_centesimi", s.ordinanza.ore_vietate);
  });
  w.flag("variante_del_committente", s.variante_del_committente);
}

void read_causale(const Cursor& c, SezioneCausale& s) {
  c.text("id", s.id);
  if (const auto o = c.object("ordinanza")) {
    o->text("ente", s.ordinanza.ente);
    o->text("numero", s.ordinanza.numero);
    o->entry("data", s.ordinanza.data);
    o->entry("ore_vietate_centesimi", s.ordinanza.ore_vietate);
  }
  c.flag("interruzione_programmata", s.interruzione_programmata);
  c.flag("attestazione_ditta", s.attestazione_ditta);
  c.flag("manutenzione_documentata", s.manutenzione_documentata);
  c.flag("variante_del_committente", s.variante_del_committente);
  c.flag("aderenti_allo_sciopero", s.aderenti_allo_sciopero);
  c.text("descrizione", s.descrizione);
}

void write_settimana(TextWriter& w, const SettimanaPiano& s) {
  w.object([&] {
    w.entry("lavoratori", s.lavoratori);
    w.text("lunedi", s.lunedi.iso());
    w.entry("ore_centesimi", s.ore);
    w.entry("zero_ore", s.zero_ore);
  });
}

void write_periodo(TextWriter& w, const SezionePeriodo& p) {
  w.entry("al", p.al);
  w.entry("dal", p.dal);
  w.entry("data_inizio_effettivo", p.data_inizio_effettivo);
  w.text("domanda_prorogata", p.domanda_prorogata);
  w.list("giorni_evento", p.giorni_evento, [&](Date d) { w.item(d); });
  w.text("motivi_proroga", p.motivi_proroga);
  w.list("settimane", p.settimane, [&](const SettimanaPiano& s) { write_settimana(w, s); });
  w.text("tipo", p.tipo == TipoRichiesta::proroga ? "proroga" : "prima");
}

void read_settimane(const Cursor& c, std::vector<SettimanaPiano>& settimane) {
  for (const Cursor& item : c.list("settimane", kSettimane)) {
    if (!item.is_object()) return;
    SettimanaPiano s;
    item.date("lunedi", s.lunedi);
    if (s.lunedi.weekday() != Weekday::lunedi) return item.complain("deve avere in «lunedi» un lunedì");
    item.entry("lavoratori", s.lavoratori);
    item.entry("zero_ore", s.zero_ore);
    item.entry("ore_centesimi", s.ore);
    if (!settimane.empty() && s.lunedi <= settimane.back().lunedi) {
      return item.complain("deve seguire la settimana precedente: le settimane sono in ordine e senza ripetizioni");
    }
    settimane.push_back(std::move(s));
  }
}

void read_periodo(const Cursor& c, SezionePeriodo& p) {
  c.choice("tipo", p.tipo, kTipi);
  c.text("domanda_prorogata", p.domanda_prorogata);
  c.text("motivi_proroga", p.motivi_proroga);
  c.entry("data_inizio_effettivo", p.data_inizio_effettivo);
  c.entry("dal", p.dal);
  c.entry("al", p.al);
  c.dates("giorni_evento", p.giorni_evento, kGiorni);
  std::sort(p.giorni_evento.begin(), p.giorni_evento.end());
  p.giorni_evento.erase(std::unique(p.giorni_evento.begin(), p.giorni_evento.end()), p.giorni_evento.end());
  read_settimane(c, p.settimane);
}

void write_lavoratori(TextWriter& w, const SezioneLavoratori& l) {
  w.flag("altra_attivita", l.altra_attivita);
  w.list("beneficiari", l.beneficiari, [&](const Beneficiario& b) {
    w.object([&] {
      w.flag("cambio_appalto", b.cambio_appalto);
      w.entry("codice_fiscale", b.codice_fiscale);
      w.text("cognome", b.cognome);
      w.text("nome", b.nome);
      w.text("qualifica", b.qualifica);
    });
  });
  w.flag("distinti_da_cigs", l.distinti_da_cigs);
}

void read_lavoratori(const Cursor& c, SezioneLavoratori& l) {
  c.flag("distinti_da_cigs", l.distinti_da_cigs);
  c.flag("altra_attivita", l.altra_attivita);
  for (const Cursor& item : c.list("beneficiari", kBeneficiari)) {
    if (!item.is_object()) return;
    Beneficiario b;
    item.entry("codice_fiscale", b.codice_fiscale);
    item.text("cognome", b.cognome);
    item.text("nome", b.nome);
    item.text("qualifica", b.qualifica);
    item.flag("cambio_appalto", b.cambio_appalto);
    l.beneficiari.push_back(std::move(b));
  }
}

void write_pagamento(TextWriter& w, const SezionePagamento& p) {
  w.flag("altri_elementi", p.altri_elementi);
  w.text("altri_elementi_descrizione", p.altri_elementi_descrizione);
  w.flag("cessazione", p.cessazione);
  w.flag("credito_rifiutato", p.credito_rifiutato);
  w.entry("data_bilancio", p.data_bilancio);
  w.entry("liquidita_differite_cent", p.liquidita_differite);
  w.entry("liquidita_immediate_cent", p.liquidita_immediate);
  w.text("modalita", p.modalita == ModalitaPagamento::diretto ? "diretto" : "conguaglio");
  w.entry("passivita_correnti_cent", p.passivita_correnti);
  w.flag("procedura_concorsuale", p.procedura_concorsuale);
  w.entry("procedura_data", p.procedura_data);
  w.text("procedura_tipo", p.procedura_tipo);
  w.text("procedura_tribunale", p.procedura_tribunale);
  w.entry("rimanenze_cent", p.rimanenze);
}

void read_pagamento(const Cursor& c, SezionePagamento& p) {
  c.choice("modalita", p.modalita, kModalita);
  c.entry("liquidita_immediate_cent", p.liquidita_immediate);
  c.entry("liquidita_differite_cent", p.liquidita_differite);
  c.entry("rimanenze_cent", p.rimanenze);
  c.entry("passivita_correnti_cent", p.passivita_correnti);
  c.entry("data_bilancio", p.data_bilancio);
  c.flag("procedura_concorsuale", p.procedura_concorsuale);
  c.text("procedura_tipo", p.procedura_tipo);
  c.text("procedura_tribunale", p.procedura_tribunale);
  c.entry("procedura_data", p.procedura_data);
  c.flag("cessazione", p.cessazione);
  c.flag("credito_rifiutato", p.credito_rifiutato);
  c.flag("altri_elementi", p.altri_elementi);
  c.text("altri_elementi_descrizione", p.altri_elementi_descrizione);
}

}  // namespace

std::string write(const Draft& d) {
  constexpr std::size_t kBase = 4096;
  constexpr std::size_t kBeneficiario = 160;
  TextWriter w(kBase + kBeneficiario * d.lavoratori.beneficiari.size());
  w.object([&] {
    w.object("azienda", [&] { write_azienda(w, d.azienda); });
    w.object("causale", [&] { write_causale(w, d.causale); });
    w.flag("forzata", d.forzata);
    w.text("id", d.id);
    w.object("invio", [&] {
      w.flag("dichiarazioni", d.invio.dichiarazioni);
      w.text("note", d.invio.note);
    });
    w.object("lavoratori", [&] { write_lavoratori(w, d.lavoratori); });
    w.text("nota_forzatura", d.nota_forzatura);
    w.object("pagamento", [&] { write_pagamento(w, d.pagamento); });
    w.object("periodo", [&] { write_periodo(w, d.periodo); });
    w.text("prestazione", d.prestazione);
    w.object("unita_produttiva", [&] { write_unita(w, d.unita_produttiva); });
    w.number("versione", d.versione);
  });
  return std::move(w).take();
}

void read(const Cursor& c, Draft& d) {
  if (!c.is_object()) return;
  c.integer("versione", d.versione, kVersion, kVersion);
  c.text("id", d.id);
  c.text("prestazione", d.prestazione);
  c.flag("forzata", d.forzata);
  c.text("nota_forzatura", d.nota_forzatura);
  if (const auto s = c.object("azienda")) read_azienda(*s, d.azienda);
  if (const auto s = c.object("unita_produttiva")) read_unita(*s, d.unita_produttiva);
  if (const auto s = c.object("causale")) read_causale(*s, d.causale);
  if (const auto s = c.object("periodo")) read_periodo(*s, d.periodo);
  if (const auto s = c.object("lavoratori")) read_lavoratori(*s, d.lavoratori);
  if (const auto s = c.object("pagamento")) read_pagamento(*s, d.pagamento);
  if (const auto s = c.object("invio")) {
    s->flag("dichiarazioni", d.invio.dichiarazioni);
    s->text("note", d.invio.note);
  }
}

Result<Draft> read_draft(std::string_view json) { return read_as<Draft>(json); }

}  // namespace omnia::wire
