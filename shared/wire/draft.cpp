#include <algorithm>

#include "shared/wire/reader.hpp"
#include "shared/wire/wire.hpp"
#include "shared/wire/writer.hpp"

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

Json write_azienda(const SezioneAzienda& a) {
  Json rappresentante{{"cognome", a.legale_rappresentante.cognome}, {"nome", a.legale_rappresentante.nome}};
  put(rappresentante, "codice_fiscale", a.legale_rappresentante.codice_fiscale);
  Json json{{"denominazione", a.denominazione}, {"legale_rappresentante", std::move(rappresentante)}};
  put(json, "matricola", a.matricola);
  put(json, "codice_fiscale", a.codice_fiscale);
  put(json, "pec", a.pec);
  put(json, "dipendenti_medi_centesimi", a.dipendenti_medi);
  put(json, "data_inizio_attivita", a.data_inizio_attivita);
  return json;
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

Json write_unita(const SezioneUnitaProduttiva& u) {
  Json json{{"autocertificazione", u.autocertificazione}, {"contratto_appalto", u.contratto_appalto}};
  put(json, "progressivo", u.progressivo);
  put(json, "appalto_dal", u.appalto_dal);
  put(json, "appalto_al", u.appalto_al);
  return json;
}

void read_unita(const Cursor& c, SezioneUnitaProduttiva& u) {
  c.entry("progressivo", u.progressivo);
  c.flag("autocertificazione", u.autocertificazione);
  c.text("contratto_appalto", u.contratto_appalto);
  c.entry("appalto_dal", u.appalto_dal);
  c.entry("appalto_al", u.appalto_al);
}

Json write_causale(const SezioneCausale& s) {
  Json ordinanza{{"ente", s.ordinanza.ente}, {"numero", s.ordinanza.numero}};
  put(ordinanza, "data", s.ordinanza.data);
  put(ordinanza, "ore_vietate_centesimi", s.ordinanza.ore_vietate);
  return {{"id", s.id},
          {"ordinanza", std::move(ordinanza)},
          {"interruzione_programmata", s.interruzione_programmata},
          {"attestazione_ditta", s.attestazione_ditta},
          {"manutenzione_documentata", s.manutenzione_documentata},
          {"variante_del_committente", s.variante_del_committente},
          {"aderenti_allo_sciopero", s.aderenti_allo_sciopero},
          {"descrizione", s.descrizione}};
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

Json write_settimana(const SettimanaPiano& s) {
  Json json{{"lunedi", s.lunedi.iso()}};
  put(json, "lavoratori", s.lavoratori);
  put(json, "zero_ore", s.zero_ore);
  put(json, "ore_centesimi", s.ore);
  return json;
}

Json write_periodo(const SezionePeriodo& p) {
  Json json{{"tipo", p.tipo == TipoRichiesta::proroga ? "proroga" : "prima"},
            {"domanda_prorogata", p.domanda_prorogata},
            {"motivi_proroga", p.motivi_proroga},
            {"giorni_evento", list_of(p.giorni_evento, [](Date d) { return plain(d); })},
            {"settimane", list_of(p.settimane, write_settimana)}};
  put(json, "data_inizio_effettivo", p.data_inizio_effettivo);
  put(json, "dal", p.dal);
  put(json, "al", p.al);
  return json;
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

Json write_beneficiario(const Beneficiario& b) {
  Json json{{"cognome", b.cognome}, {"nome", b.nome}, {"qualifica", b.qualifica}, {"cambio_appalto", b.cambio_appalto}};
  put(json, "codice_fiscale", b.codice_fiscale);
  return json;
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

Json write_pagamento(const SezionePagamento& p) {
  Json json{{"modalita", p.modalita == ModalitaPagamento::diretto ? "diretto" : "conguaglio"},
            {"procedura_concorsuale", p.procedura_concorsuale},
            {"procedura_tipo", p.procedura_tipo},
            {"procedura_tribunale", p.procedura_tribunale},
            {"cessazione", p.cessazione},
            {"credito_rifiutato", p.credito_rifiutato},
            {"altri_elementi", p.altri_elementi},
            {"altri_elementi_descrizione", p.altri_elementi_descrizione}};
  put(json, "liquidita_immediate_cent", p.liquidita_immediate);
  put(json, "liquidita_differite_cent", p.liquidita_differite);
  put(json, "rimanenze_cent", p.rimanenze);
  put(json, "passivita_correnti_cent", p.passivita_correnti);
  put(json, "data_bilancio", p.data_bilancio);
  put(json, "procedura_data", p.procedura_data);
  return json;
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
  return canonical({{"versione", d.versione},
                    {"id", d.id},
                    {"prestazione", d.prestazione},
                    {"forzata", d.forzata},
                    {"nota_forzatura", d.nota_forzatura},
                    {"azienda", write_azienda(d.azienda)},
                    {"unita_produttiva", write_unita(d.unita_produttiva)},
                    {"causale", write_causale(d.causale)},
                    {"periodo", write_periodo(d.periodo)},
                    {"lavoratori",
                     {{"beneficiari", list_of(d.lavoratori.beneficiari, write_beneficiario)},
                      {"distinti_da_cigs", d.lavoratori.distinti_da_cigs},
                      {"altra_attivita", d.lavoratori.altra_attivita}}},
                    {"pagamento", write_pagamento(d.pagamento)},
                    {"invio", {{"dichiarazioni", d.invio.dichiarazioni}, {"note", d.invio.note}}}});
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
