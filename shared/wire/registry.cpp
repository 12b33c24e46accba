#include "shared/wire/reader.hpp"
#include "shared/wire/wire.hpp"
#include "shared/wire/writer.hpp"

namespace omnia::wire {
namespace {

using namespace omnia::domain;

constexpr Limit kUnita{5000, "unità produttive"};
constexpr Limit kLavoratori{50000, "lavoratori"};
constexpr Limit kAutorizzazioni{5000, "autorizzazioni"};
constexpr Limit kDomande{20000, "domande"};
constexpr Limit kMesi{5000, "mesi"};
constexpr Limit kCodici{500, "codici"};
constexpr Limit kGiorni{2000, "giorni"};
constexpr std::int64_t kMostCount = kMaxCount;
constexpr std::int64_t kMostHours = kMaxHundredths;
constexpr int kVersion = 1;

constexpr std::pair<std::string_view, StatoPosizione> kStatiPosizione[] = {
    {"attiva", StatoPosizione::attiva}, {"sospesa", StatoPosizione::sospesa}, {"cessata", StatoPosizione::cessata}};
constexpr std::pair<std::string_view, TipoUnita> kTipiUnita[] = {{"sede", TipoUnita::sede},
                                                                 {"stabilimento", TipoUnita::stabilimento},
                                                                 {"filiale", TipoUnita::filiale},
                                                                 {"laboratorio", TipoUnita::laboratorio},
                                                                 {"cantiere", TipoUnita::cantiere}};
constexpr std::pair<std::string_view, StatoAutorizzazione> kStatiAutorizzazione[] = {
    {"autorizzata", StatoAutorizzazione::autorizzata},
    {"in_istruttoria", StatoAutorizzazione::in_istruttoria},
    {"respinta", StatoAutorizzazione::respinta},
    {"annullata", StatoAutorizzazione::annullata}};
constexpr std::pair<std::string_view, RuoloTitolo> kRuoli[] = {
    {"datore", RuoloTitolo::datore}, {"intermediario", RuoloTitolo::intermediario}, {"sistema", RuoloTitolo::sistema}};

template <class T, std::size_t N>
std::string word(T value, const std::pair<std::string_view, T> (&table)[N]) {
  for (const auto& [name, candidate] : table) {
    if (candidate == value) return std::string(name);
  }
  return {};
}

Json write_ca(const CaValido& ca) {
  Json json{{"codice", ca.codice}, {"dal", ca.dal.iso()}};
  put(json, "al", ca.al);
  return json;
}

Json write_forza(const ForzaMese& f) { return {{"mese", f.mese.iso()}, {"forza_centesimi", f.forza_centesimi}}; }

Json write_posizione(const Posizione& p) {
  Json json{{"matricola", p.matricola},
            {"codice_fiscale", p.codice_fiscale},
            {"denominazione", p.denominazione},
            {"csc", p.csc},
            {"ca", list_of(p.ca, write_ca)},
            {"ateco2007", p.ateco2007},
            {"ateco2025", p.ateco2025},
            {"stato", word(p.stato, kStatiPosizione)},
            {"sede", p.sede},
            {"pec", p.pec},
            {"indirizzo", p.indirizzo},
            {"comune", p.comune},
            {"provincia", p.provincia},
            {"capitale_interamente_pubblico", p.capitale_interamente_pubblico},
            {"qualita", p.qualita},
            {"forza", list_of(p.forza, write_forza)}};
  put(json, "dal", p.dal);
  put(json, "al", p.al);
  return json;
}

void read_posizione(const Cursor& c, Posizione& p) {
  c.text("matricola", p.matricola);
  c.text("codice_fiscale", p.codice_fiscale);
  c.text("denominazione", p.denominazione);
  c.text("csc", p.csc);
  for (const Cursor& item : c.list("ca", kCodici)) {
    if (!item.is_object()) return;
    CaValido& ca = p.ca.emplace_back();
    item.text("codice", ca.codice);
    item.date("dal", ca.dal);
    item.date("al", ca.al);
  }
  c.text("ateco2007", p.ateco2007);
  c.text("ateco2025", p.ateco2025);
  c.choice("stato", p.stato, kStatiPosizione);
  c.date("dal", p.dal);
  c.date("al", p.al);
  c.text("sede", p.sede);
  c.text("pec", p.pec);
  c.text("indirizzo", p.indirizzo);
  c.text("comune", p.comune);
  c.text("provincia", p.provincia);
  c.flag("capitale_interamente_pubblico", p.capitale_interamente_pubblico);
  c.texts("qualita", p.qualita, kCodici);
  for (const Cursor& item : c.list("forza", kMesi)) {
    if (!item.is_object()) return;
    ForzaMese& f = p.forza.emplace_back();
    item.month("mese", f.mese);
    item.integer("forza_centesimi", f.forza_centesimi, 0, kMostHours);
  }
}

Json write_organico(const OrganicoMese& o) {
  return {{"mese", o.mese.iso()}, {"ore_settimanali_centesimi", o.ore_settimanali_centesimi}, {"teste", o.teste}};
}

Json write_unita(const UnitaProduttiva& u) {
  Json json{{"progressivo", u.progressivo},
            {"tipo", word(u.tipo, kTipiUnita)},
            {"denominazione", u.denominazione},
            {"indirizzo", u.indirizzo},
            {"comune", u.comune},
            {"provincia", u.provincia},
            {"giorni_settimana", u.giorni_settimana},
            {"organico", list_of(u.organico, write_organico)}};
  put(json, "dal", u.dal);
  put(json, "al", u.al);
  return json;
}

void read_unita(const Cursor& c, UnitaProduttiva& u) {
  c.integer("progressivo", u.progressivo, 0, kMostCount);
  c.choice("tipo", u.tipo, kTipiUnita);
  c.text("denominazione", u.denominazione);
  c.text("indirizzo", u.indirizzo);
  c.text("comune", u.comune);
  c.text("provincia", u.provincia);
  c.date("dal", u.dal);
  c.date("al", u.al);
  c.integer("giorni_settimana", u.giorni_settimana, 5, 7);
  for (const Cursor& item : c.list("organico", kMesi)) {
    if (!item.is_object()) return;
    OrganicoMese& o = u.organico.emplace_back();
    item.month("mese", o.mese);
    item.integer("ore_settimanali_centesimi", o.ore_settimanali_centesimi, 0, kMostHours);
    item.integer("teste", o.teste, 0, kMostCount);
  }
}

Json write_lavoratore(const Lavoratore& l) {
  Json json{{"codice_fiscale", l.codice_fiscale},
            {"cognome", l.cognome},
            {"nome", l.nome},
            {"unita_produttiva", l.unita_produttiva},
            {"qualifica", l.qualifica},
            {"ore_settimanali_centesimi", l.ore_settimanali_centesimi},
            {"part_time_centesimi", l.part_time_centesimi},
            {"primo_mese", l.primo_mese.iso()},
            {"ultimo_mese", l.ultimo_mese.iso()}};
  put(json, "assunzione", l.assunzione);
  put(json, "cessazione", l.cessazione);
  return json;
}

void read_lavoratore(const Cursor& c, Lavoratore& l) {
  c.text("codice_fiscale", l.codice_fiscale);
  c.text("cognome", l.cognome);
  c.text("nome", l.nome);
  c.integer("unita_produttiva", l.unita_produttiva, 0, kMostCount);
  c.text("qualifica", l.qualifica);
  c.integer("ore_settimanali_centesimi", l.ore_settimanali_centesimi, 0, kMostHours);
  c.integer("part_time_centesimi", l.part_time_centesimi, 0, kMostHours);
  c.date("assunzione", l.assunzione);
  c.date("cessazione", l.cessazione);
  c.month("primo_mese", l.primo_mese);
  c.month("ultimo_mese", l.ultimo_mese);
}

Json write_autorizzazione(const Autorizzazione& a) {
  Json json{{"numero", a.numero},
            {"unita_produttiva", a.unita_produttiva},
            {"prestazione", a.prestazione},
            {"causale", a.causale},
            {"eone", a.eone},
            {"stato", word(a.stato, kStatiAutorizzazione)},
            {"periodo", plain(a.periodo)},
            {"ore_centesimi", a.ore_centesimi},
            {"ticket", a.ticket},
            {"fruito_dichiarato", a.fruito_dichiarato},
            {"giorni_fruiti", list_of(a.giorni_fruiti, [](Date d) { return plain(d); })}};
  if (a.giorni_settimana != 0) json["giorni_settimana"] = a.giorni_settimana;
  return json;
}

void read_autorizzazione(const Cursor& c, Autorizzazione& a) {
  c.text("numero", a.numero);
  c.integer("unita_produttiva", a.unita_produttiva, 0, kMostCount);
  c.text("prestazione", a.prestazione);
  c.text("causale", a.causale);
  c.flag("eone", a.eone);
  c.choice("stato", a.stato, kStatiAutorizzazione);
  c.period("periodo", a.periodo);
  c.integer("ore_centesimi", a.ore_centesimi, 0, kMostHours);
  c.text("ticket", a.ticket);
  c.flag("fruito_dichiarato", a.fruito_dichiarato);
  c.dates("giorni_fruiti", a.giorni_fruiti, kGiorni);
  c.integer("giorni_settimana", a.giorni_settimana, 5, 7);
}

Json write_domanda(const DomandaPresentata& d) {
  return {{"id", d.id},
          {"protocollo", d.protocollo},
          {"unita_produttiva", d.unita_produttiva},
          {"causale", d.causale},
          {"periodo", plain(d.periodo)},
          {"data_invio", d.data_invio.iso()},
          {"lavoratori", d.lavoratori},
          {"ore_centesimi", d.ore_centesimi}};
}

void read_domanda(const Cursor& c, DomandaPresentata& d) {
  c.text("id", d.id);
  c.text("protocollo", d.protocollo);
  c.integer("unita_produttiva", d.unita_produttiva, 0, kMostCount);
  c.text("causale", d.causale);
  c.period("periodo", d.periodo);
  c.date("data_invio", d.data_invio);
  c.texts("lavoratori", d.lavoratori, kLavoratori);
  c.integer("ore_centesimi", d.ore_centesimi, 0, kMostHours);
}

template <class T>
void read_list(const Cursor& c, std::string_view key, Limit limit, std::vector<T>& out, void (*read_one)(const Cursor&, T&)) {
  for (const Cursor& item : c.list(key, limit)) {
    if (!item.is_object()) return;
    read_one(item, out.emplace_back());
  }
}

Json write_titolo(const Titolo& t) {
  Json json{{"ruolo", word(t.ruolo, kRuoli)}, {"attivo", t.attivo}};
  put(json, "delega_al", t.delega_al);
  return json;
}

}  // namespace

std::string write(const Registry& r) {
  Json json{{"versione", r.versione},
            {"aggiornato_al", r.aggiornato_al.iso()},
            {"titolo", write_titolo(r.titolo)},
            {"posizione", write_posizione(r.posizione)},
            {"unita_produttive", list_of(r.unita_produttive, write_unita)},
            {"lavoratori", list_of(r.lavoratori, write_lavoratore)},
            {"autorizzazioni", list_of(r.autorizzazioni, write_autorizzazione)},
            {"domande", list_of(r.domande, write_domanda)}};
  put(json, "ultimo_uniemens", r.ultimo_uniemens);
  return canonical(json);
}

void read(const Cursor& c, Registry& r) {
  if (!c.is_object()) return;
  c.integer("versione", r.versione, kVersion, kVersion);
  c.date("aggiornato_al", r.aggiornato_al);
  if (const auto t = c.object("titolo")) {
    t->choice("ruolo", r.titolo.ruolo, kRuoli);
    t->flag("attivo", r.titolo.attivo);
    t->date("delega_al", r.titolo.delega_al);
  }
  if (const auto p = c.object("posizione")) read_posizione(*p, r.posizione);
  read_list(c, "unita_produttive", kUnita, r.unita_produttive, read_unita);
  read_list(c, "lavoratori", kLavoratori, r.lavoratori, read_lavoratore);
  read_list(c, "autorizzazioni", kAutorizzazioni, r.autorizzazioni, read_autorizzazione);
  read_list(c, "domande", kDomande, r.domande, read_domanda);
  c.month("ultimo_uniemens", r.ultimo_uniemens);
}

Result<Registry> read_registry(std::string_view json) { return read_as<Registry>(json); }

}  // namespace omnia::wire
