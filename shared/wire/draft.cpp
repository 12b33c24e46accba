#include <algorithm>

#include "shared/wire/reader.hpp"
#include "shared/wire/strict.hpp"
#include "shared/wire/text_writer.hpp"
#include "shared/wire/wire.hpp"

namespace omnia::wire {
namespace {

using namespace omnia::domain;

constexpr Limit kBeneficiari{10000, "lavoratori"};
constexpr Limit kSettimane{60, "settimane"};
constexpr Limit kGiorni{400, "giorni di evento"};
constexpr Limit kPeriodi{40, "periodi degli indicatori"};
constexpr Limit kAllegati{10, "allegati"};
constexpr std::int64_t kMaxBytesOfFile = 1'000'000'000;
constexpr int kVersion = 1;
constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 9999;

constexpr std::pair<std::string_view, TipoRichiesta> kTipi[] = {{"prima", TipoRichiesta::prima},
                                                                {"proroga", TipoRichiesta::proroga}};
constexpr std::pair<std::string_view, ModalitaPagamento> kModalita[] = {{"conguaglio", ModalitaPagamento::conguaglio},
                                                                        {"diretto", ModalitaPagamento::diretto}};
constexpr std::pair<std::string_view, ModalitaRelazione> kRelazione[] = {{"testo", ModalitaRelazione::testo},
                                                                         {"pdf", ModalitaRelazione::pdf}};
constexpr std::pair<std::string_view, ModalitaIndicatori> kIndicatori[] = {{"annuale", ModalitaIndicatori::annuale},
                                                                           {"trimestrale", ModalitaIndicatori::trimestrale}};

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
    w.entry("ore_impiegati_centesimi", s.ore_impiegati);
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
  w.list_if_any("ore_giorni", p.ore_giorni, [&](const OreGiorno& o) {
    w.object([&] {
      w.text("giorno", o.giorno.iso());
      w.entry("ore_centesimi", o.ore);
    });
  });
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
    item.entry("ore_impiegati_centesimi", s.ore_impiegati);
    if (!settimane.empty() && s.lunedi <= settimane.back().lunedi) {
      return item.complain("deve seguire la settimana precedente: le settimane sono in ordine e senza ripetizioni");
    }
    settimane.push_back(std::move(s));
  }
}

void read_ore_giorni(const Cursor& c, std::vector<OreGiorno>& giorni) {
  for (const Cursor& item : c.list("ore_giorni", kGiorni)) {
    if (!item.is_object()) return;
    OreGiorno o;
    item.require("giorno");
    item.date("giorno", o.giorno);
    item.entry("ore_centesimi", o.ore);
    if (!giorni.empty() && o.giorno <= giorni.back().giorno) {
      return item.complain("deve seguire il giorno precedente: i giorni sono in ordine e senza ripetizioni");
    }
    giorni.push_back(std::move(o));
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
  read_ore_giorni(c, p.ore_giorni);
  read_settimane(c, p.settimane);
}

void write_organico(TextWriter& w, const Organico& o) {
  w.entry("apprendisti", o.apprendisti);
  w.entry("dirigenti", o.dirigenti);
  w.entry("domicilio", o.domicilio);
  w.entry("impiegati", o.impiegati);
  w.entry("operai", o.operai);
  w.entry("part_time", o.part_time);
  w.entry("quadri", o.quadri);
  w.entry("totale", o.totale);
}

void read_organico(const Cursor& c, Organico& o) {
  c.entry("operai", o.operai);
  c.entry("impiegati", o.impiegati);
  c.entry("quadri", o.quadri);
  c.entry("apprendisti", o.apprendisti);
  c.entry("domicilio", o.domicilio);
  c.entry("dirigenti", o.dirigenti);
  c.entry("totale", o.totale);
  c.entry("part_time", o.part_time);
}

void write_lavoratori(TextWriter& w, const SezioneLavoratori& l) {
  w.flag("altra_attivita", l.altra_attivita);
  w.list("beneficiari", l.beneficiari, [&](const Beneficiario& b) {
    w.object([&] {
      w.entry("assunzione", b.assunzione);
      w.flag("cambio_appalto", b.cambio_appalto);
      w.entry("codice_fiscale", b.codice_fiscale);
      w.text("cognome", b.cognome);
      w.text("nome", b.nome);
      w.entry("ore_settimanali_centesimi", b.ore_settimanali);
      w.entry("part_time_centesimi", b.part_time);
      w.text("qualifica", b.qualifica);
    });
  });
  w.flag("distinti_da_cigs", l.distinti_da_cigs);
  w.object("organico", [&] { write_organico(w, l.organico); });
}

void read_lavoratori(const Cursor& c, SezioneLavoratori& l) {
  if (const auto o = c.object("organico")) read_organico(*o, l.organico);
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
    item.entry("ore_settimanali_centesimi", b.ore_settimanali);
    item.entry("part_time_centesimi", b.part_time);
    item.entry("assunzione", b.assunzione);
    l.beneficiari.push_back(std::move(b));
  }
}

void write_relazione(TextWriter& w, const SezioneRelazione& r) {
  w.entry("al", r.al);
  w.text("attivita", r.attivita);
  w.text("cause", r.cause);
  w.text("collegamento_sciopero", r.collegamento_sciopero);
  w.text("condizioni", r.condizioni);
  w.text("conseguenze_evento", r.conseguenze_evento);
  w.text("contesto", r.contesto);
  w.entry("dal", r.dal);
  w.flag("dichiarazione", r.dichiarazione);
  w.text("durata_prevista", r.durata_prevista);
  w.text("effetti", r.effetti);
  w.text("evento", r.evento);
  w.text("fase_in_corso", r.fase_in_corso);
  w.entry("firmatario_codice_fiscale", r.firmatario_codice_fiscale);
  w.text("imprevedibilita", r.imprevedibilita);
  w.text("lavorazione", r.lavorazione);
  w.text("modalita", r.modalita == ModalitaRelazione::pdf ? "pdf" : "testo");
  w.text("non_imputabilita", r.non_imputabilita);
  w.entry("ordine_materie_data", r.ordine_materie_data);
  w.entry("pdf_dimensione", r.pdf_dimensione);
  w.text("pdf_impronta", r.pdf_impronta);
  w.text("pdf_nome", r.pdf_nome);
  w.entry("pioggia_mm_centesimi", r.pioggia_mm);
  w.flag("procura", r.procura);
  w.text("ricerca_alternative", r.ricerca_alternative);
  w.text("ripresa", r.ripresa);
  w.text("scorte", r.scorte);
  w.entry("temperatura_centesimi", r.temperatura);
  w.entry("temperatura_percepita_centesimi", r.temperatura_percepita);
}

void read_relazione(const Cursor& c, SezioneRelazione& r) {
  c.choice("modalita", r.modalita, kRelazione);
  c.text("attivita", r.attivita);
  c.text("cause", r.cause);
  c.text("effetti", r.effetti);
  c.text("non_imputabilita", r.non_imputabilita);
  c.text("ripresa", r.ripresa);
  c.text("contesto", r.contesto);
  c.text("durata_prevista", r.durata_prevista);
  c.text("imprevedibilita", r.imprevedibilita);
  c.text("collegamento_sciopero", r.collegamento_sciopero);
  c.text("evento", r.evento);
  c.text("lavorazione", r.lavorazione);
  c.text("fase_in_corso", r.fase_in_corso);
  c.text("conseguenze_evento", r.conseguenze_evento);
  c.text("condizioni", r.condizioni);
  c.text("scorte", r.scorte);
  c.text("ricerca_alternative", r.ricerca_alternative);
  c.text("pdf_nome", r.pdf_nome);
  c.text("pdf_impronta", r.pdf_impronta);
  c.flag("procura", r.procura);
  c.flag("dichiarazione", r.dichiarazione);
  c.entry("pioggia_mm_centesimi", r.pioggia_mm);
  c.entry("temperatura_centesimi", r.temperatura);
  c.entry("temperatura_percepita_centesimi", r.temperatura_percepita);
  c.entry("ordine_materie_data", r.ordine_materie_data);
  c.entry("dal", r.dal);
  c.entry("al", r.al);
  c.entry("firmatario_codice_fiscale", r.firmatario_codice_fiscale);
  c.entry("pdf_dimensione", r.pdf_dimensione);
}

void write_riga(TextWriter& w, const RigaIndicatori& r) {
  w.number("anno", r.anno);
  w.entry("consumi_energetici_cent", r.consumi_energetici);
  w.entry("fatturato_cent", r.fatturato);
  w.entry("indebitamento_cent", r.indebitamento);
  w.entry("ordini_numero", r.ordini_numero);
  w.entry("ordini_valore_cent", r.ordini_valore);
  w.entry("ore_lavorate_centesimi", r.ore_lavorate);
  w.entry("risultato_impresa_cent", r.risultato_impresa);
  w.entry("risultato_operativo_cent", r.risultato_operativo);
  w.entry("scorte_cent", r.scorte);
  w.number("trimestre", r.trimestre);
}

void write_indicatori(TextWriter& w, const SezioneIndicatori& s) {
  const auto riga = [&](const RigaIndicatori& r) { w.object([&] { write_riga(w, r); }); };
  w.list_if_any("altri_periodi", s.altri_periodi, riga);
  w.text("modalita", s.modalita == ModalitaIndicatori::trimestrale ? "trimestrale" : "annuale");
  w.list("periodi", s.periodi, riga);
}

void read_righe(const Cursor& c, std::string_view key, std::vector<RigaIndicatori>& righe) {
  for (const Cursor& item : c.list(key, kPeriodi)) {
    if (!item.is_object()) return;
    item.require("anno");
    RigaIndicatori r;
    item.integer("anno", r.anno, kFirstYear, kLastYear);
    item.integer("trimestre", r.trimestre, 0, 4);
    item.entry("fatturato_cent", r.fatturato);
    item.entry("risultato_operativo_cent", r.risultato_operativo);
    item.entry("risultato_impresa_cent", r.risultato_impresa);
    item.entry("indebitamento_cent", r.indebitamento);
    item.entry("ordini_numero", r.ordini_numero);
    item.entry("ordini_valore_cent", r.ordini_valore);
    item.entry("scorte_cent", r.scorte);
    item.entry("consumi_energetici_cent", r.consumi_energetici);
    item.entry("ore_lavorate_centesimi", r.ore_lavorate);
    if (!righe.empty() && std::pair(r.anno, r.trimestre) <= std::pair(righe.back().anno, righe.back().trimestre)) {
      return item.complain("deve seguire il periodo precedente: i periodi sono in ordine e senza ripetizioni");
    }
    righe.push_back(std::move(r));
  }
}

void read_indicatori(const Cursor& c, SezioneIndicatori& s) {
  c.choice("modalita", s.modalita, kIndicatori);
  read_righe(c, "periodi", s.periodi);
  read_righe(c, "altri_periodi", s.altri_periodi);
}

void write_consultazione(TextWriter& w, const SezioneConsultazione& s) {
  w.flag("comunicata_rsu", s.comunicata_rsu);
  w.flag("comunicata_territorio", s.comunicata_territorio);
  w.entry("data_comunicazione", s.data_comunicazione);
  w.flag("dichiarazione", s.dichiarazione);
  w.entry("esame_data", s.esame_data);
  w.flag("esame_richiesto", s.esame_richiesto);
  w.text_if_any("esame_richiesto_da", s.esame_richiesto_da);
  w.entry("esame_richiesto_il", s.esame_richiesto_il);
  w.text("esito", s.esito);
  w.entry("lavoratori_comunicati", s.lavoratori_comunicati);
  w.entry("ore_comunicate_centesimi", s.ore_comunicate);
  w.flag("rsu_presente", s.rsu_presente);
}

void read_consultazione(const Cursor& c, SezioneConsultazione& s) {
  c.text("esito", s.esito);
  c.text("esame_richiesto_da", s.esame_richiesto_da);
  c.flag("rsu_presente", s.rsu_presente);
  c.flag("comunicata_rsu", s.comunicata_rsu);
  c.flag("comunicata_territorio", s.comunicata_territorio);
  c.flag("esame_richiesto", s.esame_richiesto);
  c.flag("dichiarazione", s.dichiarazione);
  c.entry("data_comunicazione", s.data_comunicazione);
  c.entry("lavoratori_comunicati", s.lavoratori_comunicati);
  c.entry("ore_comunicate_centesimi", s.ore_comunicate);
  c.entry("esame_richiesto_il", s.esame_richiesto_il);
  c.entry("esame_data", s.esame_data);
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

void write_allegato(TextWriter& w, const Allegato& a) {
  w.object([&] {
    w.text("categoria", a.categoria);
    w.number("dimensione", a.dimensione);
    w.text("impronta", a.impronta);
    w.text("nome", a.nome);
    w.text("tipo", a.tipo);
  });
}

void read_allegati(const Cursor& c, std::vector<Allegato>& allegati) {
  for (const Cursor& item : c.list("allegati", kAllegati)) {
    if (!item.is_object()) return;
    Allegato a;
    item.text("nome", a.nome);
    item.text("tipo", a.tipo);
    item.text("categoria", a.categoria);
    item.integer("dimensione", a.dimensione, 0, kMaxBytesOfFile);
    item.text("impronta", a.impronta);
    allegati.push_back(std::move(a));
  }
}

}  // namespace

std::string write(const Draft& d) {
  constexpr std::size_t kBase = 4096;
  constexpr std::size_t kBeneficiario = 160;
  TextWriter w(kBase + kBeneficiario * d.lavoratori.beneficiari.size());
  w.object([&] {
    w.list_if_any("allegati", d.allegati, [&](const Allegato& a) { write_allegato(w, a); });
    w.object("azienda", [&] { write_azienda(w, d.azienda); });
    w.object("causale", [&] { write_causale(w, d.causale); });
    w.object("consultazione", [&] { write_consultazione(w, d.consultazione); });
    w.flag("forzata", d.forzata);
    w.text("id", d.id);
    w.object("indicatori", [&] { write_indicatori(w, d.indicatori); });
    w.object("invio", [&] {
      w.flag("dichiarazioni", d.invio.dichiarazioni);
      w.text("note", d.invio.note);
      w.text("ticket", d.invio.ticket);
    });
    w.object("lavoratori", [&] { write_lavoratori(w, d.lavoratori); });
    w.text("nota_forzatura", d.nota_forzatura);
    w.object("pagamento", [&] { write_pagamento(w, d.pagamento); });
    w.object("periodo", [&] { write_periodo(w, d.periodo); });
    w.text("prestazione", d.prestazione);
    w.object("relazione", [&] { write_relazione(w, d.relazione); });
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
  if (const auto s = c.object("relazione")) read_relazione(*s, d.relazione);
  if (const auto s = c.object("indicatori")) read_indicatori(*s, d.indicatori);
  if (const auto s = c.object("consultazione")) read_consultazione(*s, d.consultazione);
  if (const auto s = c.object("pagamento")) read_pagamento(*s, d.pagamento);
  if (const auto s = c.object("invio")) {
    s->text("ticket", d.invio.ticket);
    s->flag("dichiarazioni", d.invio.dichiarazioni);
    s->text("note", d.invio.note);
  }
  read_allegati(c, d.allegati);
}

Result<Draft> read_draft(std::string_view json) { return read_as<Draft>(json); }

Result<Draft> read_known_draft(std::string_view json) { return read_strictly<Draft>(json); }

}  // namespace omnia::wire
