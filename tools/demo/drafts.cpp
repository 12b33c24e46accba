#include "tools/demo/drafts.hpp"

#include <algorithm>
#include <array>

#include "shared/forms/fields.hpp"
#include "shared/norms/norms.hpp"
#include "shared/wire/wire.hpp"
#include "tools/demo/registry_of.hpp"

namespace omnia::demo {
namespace {

using domain::Date;
using domain::enter;
using List = std::array<const char*, 6>;

// What people type when it goes wrong.
constexpr List kBadDates = {"31/02/2026", "domani", "2026-13-01", "1/1/1066", "32.12.2026", "29/02/2027"};
constexpr List kBadNumbers = {"-1", "12,345", "dodici", "1e3", "9999999999", "38:75"};
constexpr List kBadCodes = {"XQZWKJ85A01H501A", "XQZWKJ85A01H50", "77777771006", "ABC", "XQZWKJ85D31H501V", "４０００"};
constexpr List kBadPec = {"azienda", "a@b", "pec@@pec.example", "@pec.example", "nome cognome@pec.example", "a@pec."};
// Month ends, holidays, leap days, the turn of the year, the climate window.
constexpr std::array<const char*, 14> kEdgeDays = {"2026-11-24", "2026-12-31", "2027-01-01", "2026-06-30", "2026-07-01",
                                                   "2026-08-31", "2026-10-04", "2027-03-29", "2028-02-29", "2026-02-28",
                                                   "2026-11-01", "2025-12-26", "2027-05-01", "2026-11-22"};

class Maker {
 public:
  Maker(const domain::Registry& registro, Random& random, int numero) : random_(random) {
    caso_.registro = registro;
    caso_.bozza.id = "prova-" + std::to_string(numero);
    const std::string edge = kEdgeDays[static_cast<std::size_t>(random.below(static_cast<int>(kEdgeDays.size())))];
    const Date base = Date::of(2026, 11, 24);
    caso_.oggi = random.percent(35) ? Date::parse(edge).value() : base + random.between(-120, 60);
    caso_.registro.aggiornato_al = caso_.oggi;
    // Some drafts are hardly begun.
    completezza_ = random.percent(12) ? 20 : random.percent(20) ? 70 : 97;
    // A third is what a careful person writes.
    attento_ = random.percent(35);
    if (attento_) completezza_ = 100;
    // The title of the caller, in all its forms.
    if (random.percent(20)) {
      caso_.registro.titolo = {domain::RuoloTitolo::intermediario, attento_ || !random.percent(30),
                               caso_.oggi + random.between(-20, 200)};
    }
  }

  Caso make() {
    azienda();
    unita_produttiva();
    causale();
    lavoratori();
    periodo();
    relazione();
    indicatori();
    consultazione();
    pagamento();
    rare_fields();
    auto& bozza = caso_.bozza;
    const std::array<const char*, 4> tickets = {"A1B2C3D4E5F6G7H8", "a1b2c3d4e5f6g7h8", "TICKET-1", "ÀBCDEFGHIJKLMNO1"};
    if (filled()) bozza.invio.ticket = attento_ ? tickets[0] : random_.pick(tickets);
    bozza.invio.dichiarazioni = filled();
    if (random_.percent(10)) bozza.invio.note = "Note «con» accenti: perché, Šarić, 50 €.";
    bozza.forzata = attento_ || random_.percent(15);
    if (bozza.forzata && (attento_ || random_.percent(70))) bozza.nota_forzatura = "L'inquadramento è in corso di variazione.";
    return std::move(caso_);
  }

 private:
  bool filled() { return random_.percent(completezza_); }
  bool wrong() { return slip(4); }
  // A mistake that a careful person does not make.
  bool slip(int percent) { return random_.percent(percent) && !attento_; }
  const char* bad(const List& list) { return list[static_cast<std::size_t>(random_.below(static_cast<int>(list.size())))]; }

  // Nothing, the right text, or one of the wrong ones.
  template <class T>
  domain::Entry<T> typed(const std::string& right, const List& list) {
    if (!filled()) return {};
    return enter<T>(wrong() ? bad(list) : right.c_str());
  }
  domain::Entry<Date> day(Date right) { return typed<Date>(random_.percent(50) ? right.iso() : right.italiano(), kBadDates); }

  void azienda() {
    auto& azienda = caso_.bozza.azienda;
    const auto& posizione = caso_.registro.posizione;
    azienda.matricola = typed<domain::Matricola>(slip(3) ? "5177777762" : posizione.matricola, kBadCodes);
    azienda.codice_fiscale = typed<domain::CodiceFiscaleAzienda>(slip(3) ? "77777771203" : posizione.codice_fiscale, kBadCodes);
    if (filled()) azienda.denominazione = posizione.denominazione;
    azienda.pec = typed<domain::Pec>(posizione.pec, kBadPec);
    if (filled()) azienda.legale_rappresentante.cognome = "D'Ambrosio";
    if (filled()) azienda.legale_rappresentante.nome = "Nicolò";
    azienda.legale_rappresentante.codice_fiscale = typed<domain::CodiceFiscale>("QZXJWK92D30F205Y", kBadCodes);
    const std::array<const char*, 8> medie = {"5", "5,01", "15,00", "15,17", "50", "50,01", "0", "249,5"};
    azienda.dipendenti_medi = typed<domain::Decimal>(random_.pick(medie), kBadNumbers);
    azienda.data_inizio_attivita =
        day(random_.percent(15) ? caso_.oggi - random_.between(0, 120) : posizione.dal.value_or(caso_.oggi));
  }

  void unita_produttiva() {
    auto& unita = caso_.bozza.unita_produttiva;
    const auto& all = caso_.registro.unita_produttive;
    const auto n = slip(4) || all.empty() ? 77 : random_.pick(all).progressivo;
    unita_ = n;
    unita.progressivo = typed<domain::Count>(std::to_string(n), kBadNumbers);
    unita.autocertificazione = filled();
    if (random_.percent(25)) {
      unita.contratto_appalto = "Contratto n. 12 del Comune di Nessundove";
      unita.appalto_dal = day(caso_.oggi - random_.between(0, 200));
      unita.appalto_al = day(caso_.oggi + random_.between(-30, 300));
    }
  }

  void causale() {
    auto& causale = caso_.bozza.causale;
    const auto& all = norms::Norms::builtin().causali();
    if (filled()) causale.id = slip(2) ? "CAUSALE_IGNOTA" : random_.pick(all).id;
    // Every causale comes out, those of the past too; most often one that suits anybody.
    if (attento_ && random_.percent(60)) causale.id = random_.percent(50) ? "MANC_LAVORO" : "CRISI_MERCATO";
    if (const auto* norma = norms::Norms::builtin().causale(causale.id)) eone_ = norma->eone;
    if (attento_ || random_.percent(40)) {
      causale.ordinanza.ente = "Regione Immaginaria";
      causale.ordinanza.numero = "123/2026";
      causale.ordinanza.data = day(caso_.oggi - random_.between(0, 60));
    }
    causale.interruzione_programmata = random_.percent(20);
    causale.attestazione_ditta = random_.percent(60);
    causale.manutenzione_documentata = random_.percent(60);
    causale.variante_del_committente = random_.percent(20);
    causale.aderenti_allo_sciopero = random_.percent(20);
    if (filled()) causale.descrizione = slip(10) ? "Poco lavoro." : std::string(120, 'x') + " è così.";
  }

  void periodo() {
    auto& periodo = caso_.bozza.periodo;
    const std::array<int, 12> lunghezze = {1, 2, 3, 4, 4, 6, 8, 12, 13, 13, 14, 26};
    const int weeks = slip(2) ? 53 : random_.pick(lunghezze);
    const Date monday = (caso_.oggi + (attento_ ? random_.between(-14, 7) : random_.between(-70, 21))).lunedi();
    const bool off = slip(4);
    periodo.dal = day(off ? monday + 2 : monday);
    periodo.al = day(slip(3) ? monday - 7 : monday + (7 * weeks - (slip(4) ? 3 : 1)));
    periodo.data_inizio_effettivo = day(monday + random_.below(slip(10) ? 12 : 5));
    if (random_.percent(20)) {
      periodo.tipo = domain::TipoRichiesta::proroga;
      if (attento_ || random_.percent(70)) periodo.domanda_prorogata = "INPS.4900.10/08/2026.0000012";
      if (attento_ || random_.percent(70)) periodo.motivi_proroga = "La ripresa degli ordini è slittata.";
    }
    for (int i = 0; eone_ && i < weeks; ++i) {
      if (random_.percent(90)) periodo.giorni_evento.push_back(monday + (7 * i + random_.below(6)));
    }
    for (int i = 0; periodo.dal && !off && i < std::min(weeks, 60); ++i) week(monday + 7 * i);
  }

  void week(Date monday) {
    domain::SettimanaPiano week;
    week.lunedi = monday;
    const int named = static_cast<int>(caso_.bozza.lavoratori.beneficiari.size());
    const int people = attento_              ? random_.between(1, std::max(1, named))
                       : random_.percent(80) ? random_.between(1, 20)
                                             : random_.between(0, 300);
    week.lavoratori = typed<domain::Count>(std::to_string(people), kBadNumbers);
    week.zero_ore = typed<domain::Count>(
        std::to_string(random_.between(0, attento_ || random_.percent(90) ? people : people + 3)), kBadNumbers);
    week.ore = typed<domain::Hours>(
        std::to_string(people * random_.between(4, attento_ ? 24 : 44)) + (random_.percent(30) ? ",50" : ""), kBadNumbers);
    caso_.bozza.periodo.settimane.push_back(std::move(week));
  }

  void lavoratori() {
    auto& list = caso_.bozza.lavoratori.beneficiari;
    const bool everybody = random_.percent(25);
    for (const auto& worker : caso_.registro.lavoratori) {
      const bool here =
          worker.unita_produttiva == unita_ && !(attento_ && (worker.cessazione || worker.qualifica == "dirigente"));
      if (!here && !slip(1)) continue;
      if (!everybody && !random_.percent(45)) continue;
      list.push_back({typed<domain::CodiceFiscale>(worker.codice_fiscale, kBadCodes), worker.cognome, worker.nome,
                      slip(5) ? "dirigente" : worker.qualifica});
    }
    if (list.size() > 2 && slip(12)) list.push_back(list.front());
    if (slip(6)) list.push_back({enter<domain::CodiceFiscale>("KXZQWY78T15Z404Y"), "Kxz", "Qwy", "operaio"});
  }

  std::string prose(const char* text) {
    if (!filled()) return {};
    return slip(15) ? "Poco." : std::string(text);
  }

  void relazione() {
    auto& r = caso_.bozza.relazione;
    r.attivita = prose("Lavorazioni meccaniche per conto terzi.");
    r.cause = prose(
        "Il committente principale, che vale più della metà del fatturato, ha rinviato due commesse di carpenteria: il reparto "
        "non ha altro lavoro e i magazzini sono pieni. La situazione è cominciata con la comunicazione del rinvio.");
    r.effetti = prose("Si ferma un reparto su due.");
    r.non_imputabilita = prose("Il rinvio è stato deciso dal committente.");
    r.ripresa = prose("Le commesse sono confermate per il mese prossimo.");
    r.dichiarazione = filled();
    const std::array<const char*, 6> eventi = {"pioggia", "neve", "gelo", "vento", "nebbia", ""};
    const std::array<const char*, 4> lavori = {"costruzione", "scavi", "finiture", ""};
    const std::array<const char*, 6> gradi = {"-3,5", "0", "0,01", "34,99", "35", "38"};
    r.evento = random_.pick(eventi);
    r.lavorazione = random_.pick(lavori);
    r.fase_in_corso = prose("Getto delle fondazioni.");
    r.conseguenze_evento = prose("Il calcestruzzo non fa presa.");
    const std::array<const char*, 5> pioggia = {"0,99", "1,00", "1,5", "2", "12"};
    if (filled()) r.pioggia_mm = typed<domain::Decimal>(random_.pick(pioggia), kBadNumbers);
    if (random_.percent(60)) r.temperatura = typed<domain::Temperature>(random_.pick(gradi), kBadDates);
    if (random_.percent(30)) r.temperatura_percepita = typed<domain::Temperature>(random_.pick(gradi), kBadDates);
    if (attento_ || random_.percent(50)) r.ordine_materie_data = day(caso_.oggi - random_.between(5, 90));
    r.scorte = prose("Due settimane di lavoro.");
    r.ricerca_alternative = prose("Sei fornitori, nessuno consegna prima di marzo.");
    if (random_.percent(15)) r.firmatario_codice_fiscale = typed<domain::CodiceFiscale>("KXZQWY78T15Z404Y", kBadCodes);
    r.procura = attento_ || random_.percent(30);
    if (!attento_ && random_.percent(10)) pdf(r);
  }

  void pdf(domain::SezioneRelazione& r) {
    r.modalita = domain::ModalitaRelazione::pdf;
    r.pdf_nome = random_.percent(70) ? "Relazione tecnica.pdf" : "relazione.docx";
    r.pdf_dimensione = typed<domain::Count>(random_.percent(80) ? "204800" : "9000000", kBadNumbers);
    r.pdf_impronta = std::string(64, 'a');
    r.dal = day(caso_.oggi.lunedi());
    r.al = day(caso_.oggi.lunedi() + 6);
  }

  void indicatori() {
    auto& s = caso_.bozza.indicatori;
    if (!filled()) return;
    s.modalita = random_.percent(50) ? domain::ModalitaIndicatori::trimestrale : domain::ModalitaIndicatori::annuale;
    forms::align_indicators(caso_.bozza, caso_.oggi);
    if (!attento_ && random_.percent(8)) s.modalita = domain::ModalitaIndicatori::annuale;
    std::int64_t turnover = std::int64_t{1000} * random_.between(100, 900);
    for (auto& row : s.periodi) {
      row.fatturato = typed<domain::Money>(std::to_string(turnover) + (random_.percent(20) ? ",50" : ""), kBadNumbers);
      row.risultato_operativo = typed<domain::Money>(std::to_string(random_.between(-50, 50) * 1000), kBadNumbers);
      row.risultato_impresa = typed<domain::Money>(std::to_string(random_.between(-50, 50) * 1000), kBadNumbers);
      row.indebitamento = typed<domain::Money>(slip(3) ? "-1" : std::to_string(random_.between(0, 500) * 1000), kBadNumbers);
      row.ordini_numero = typed<domain::Count>(std::to_string(random_.between(0, 200)), kBadNumbers);
      if (random_.percent(50)) row.ordini_valore = typed<domain::Money>(std::to_string(turnover / 2), kBadNumbers);
      if (random_.percent(20)) row.scorte = typed<domain::Money>("12.000", kBadNumbers);
      if (random_.percent(20)) row.consumi_energetici = typed<domain::Money>("3.400,10", kBadNumbers);
      turnover = turnover * random_.between(70, attento_ ? 99 : 125) / 100;
    }
    if (slip(10)) s.periodi.erase(s.periodi.begin());
  }

  void consultazione() {
    auto& s = caso_.bozza.consultazione;
    const Date start = caso_.bozza.periodo.data_inizio_effettivo ? *caso_.bozza.periodo.data_inizio_effettivo : caso_.oggi;
    s.data_comunicazione = day(start - (attento_ ? random_.between(26, 40) : random_.between(-5, 40)));
    s.rsu_presente = random_.percent(40);
    s.comunicata_rsu = attento_ || random_.percent(70);
    s.comunicata_territorio = filled();
    const auto people = static_cast<int>(caso_.bozza.lavoratori.beneficiari.size());
    if (filled()) s.lavoratori_comunicati = typed<domain::Count>(std::to_string(slip(8) ? people / 2 : people), kBadNumbers);
    if (filled()) s.ore_comunicate = typed<domain::Hours>(std::to_string(people * 20), kBadNumbers);
    s.esame_richiesto = random_.percent(30);
    if (s.esame_richiesto && (attento_ || random_.percent(70))) {
      s.esame_richiesto_il = day(start - 24);
      s.esame_data = day(start - 20);
    }
    const std::array<const char*, 5> esiti = {"accordo", "mancato_accordo", "non_richiesto", "termine_scaduto", ""};
    s.esito = random_.pick(esiti);
    s.dichiarazione = filled();
    auto& o = caso_.bozza.lavoratori.organico;
    if (!random_.percent(20)) return;
    o.operai = typed<domain::Count>("12", kBadNumbers);
    o.impiegati = typed<domain::Count>("3", kBadNumbers);
    o.totale = attento_ ? enter<domain::Count>("15") : typed<domain::Count>("15", kBadNumbers);
  }

  void pagamento() {
    auto& pagamento = caso_.bozza.pagamento;
    if (!random_.percent(45)) return;
    pagamento.modalita = domain::ModalitaPagamento::diretto;
    const std::array<const char*, 8> importi = {"0", "10.000,00", "15000", "9.999,99", "1.234.567,89", "-500", "0,01", "20000,5"};
    pagamento.liquidita_immediate = typed<domain::Money>(random_.pick(importi), kBadNumbers);
    pagamento.liquidita_differite = typed<domain::Money>(random_.pick(importi), kBadNumbers);
    pagamento.rimanenze = typed<domain::Money>(random_.pick(importi), kBadNumbers);
    pagamento.passivita_correnti = typed<domain::Money>(random_.pick(importi), kBadNumbers);
    pagamento.data_bilancio = day(caso_.oggi - random_.between(0, 900));
    pagamento.procedura_concorsuale = random_.percent(15);
    if (pagamento.procedura_concorsuale) {
      pagamento.procedura_tipo = "Concordato preventivo";
      if (random_.percent(70)) pagamento.procedura_tribunale = "Milano";
      pagamento.procedura_data = day(caso_.oggi - random_.between(0, 400));
    }
    pagamento.cessazione = random_.percent(8);
    pagamento.credito_rifiutato = random_.percent(15);
    pagamento.altri_elementi = random_.percent(15);
    if (random_.percent(10)) pagamento.altri_elementi_descrizione = "Calo degli incassi.";
  }

  // What few people fill. Made of what is there and not of the dice, so that the rest of the drafts stays what it was.
  void rare_fields() {
    auto& bozza = caso_.bozza;
    const std::size_t people = bozza.lavoratori.beneficiari.size();
    auto days = bozza.periodo.giorni_evento;
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (const Date event : days) {
      const bool bad = !attento_ && event.giorno() == 13;
      bozza.periodo.ore_giorni.push_back({event, enter<domain::Hours>(bad ? "tutto il turno" : "6,5")});
    }
    if (people % 3 == 0 && !bozza.periodo.settimane.empty()) bozza.periodo.settimane[0].ore_impiegati = enter<domain::Hours>("8");
    if (people % 4 == 1) {
      auto& worker = bozza.lavoratori.beneficiari.front();
      worker.ore_settimanali = enter<domain::Hours>("24");
      worker.part_time = enter<domain::Decimal>("60");
      worker.assunzione = enter<Date>("01/03/2024");
    }
    if (!bozza.indicatori.periodi.empty() && people % 2 == 1) {
      const bool years = bozza.indicatori.periodi.front().trimestre == 0;
      bozza.indicatori.altri_periodi.resize(1);
      bozza.indicatori.altri_periodi[0].anno = 2025;
      bozza.indicatori.altri_periodi[0].trimestre = years ? 3 : 0;
      bozza.indicatori.altri_periodi[0].ore_lavorate = enter<domain::Hours>("12.500");
    }
    if (bozza.consultazione.esame_richiesto) bozza.consultazione.esame_richiesto_da = "rsu";
  }

  Random& random_;
  Caso caso_;
  int completezza_ = 97;
  bool attento_ = false;
  std::int64_t unita_ = 0;
  bool eone_ = false;
};

}  // namespace

namespace {

// Report, eight quarters of indicators, consultation and ticket of the heavy case.
void write_report(domain::Draft& bozza) {
  auto& r = bozza.relazione;
  r.cause = std::string(300, 'x');
  r.non_imputabilita = "Il rinvio è stato deciso dal committente.";
  r.ripresa = "Le commesse sono confermate per il mese prossimo.";
  r.dichiarazione = true;
  bozza.indicatori.modalita = domain::ModalitaIndicatori::trimestrale;
  forms::align_indicators(bozza, Date::of(2026, 11, 24));
  std::int64_t figure = 90'000'000;
  for (auto& row : bozza.indicatori.periodi) {
    row.fatturato.value = row.risultato_operativo.value = row.risultato_impresa.value = domain::Money{figure};
    row.indebitamento.value = row.ordini_valore.value = domain::Money{figure};
    row.ordini_numero.value = domain::Count{figure / 1'000'000};
    figure -= 5'000'000;
  }
  bozza.consultazione.data_comunicazione.value = Date::of(2026, 10, 1);
  bozza.consultazione.dichiarazione = true;
  bozza.invio.ticket = "A1B2C3D4E5F6G7H8";
}

}  // namespace

Azienda large_company(const World& world, int lavoratori) {
  Random random(7, 7);
  std::set<std::string> usati;
  Azienda azienda;
  azienda.modello = cast().front();
  azienda.modello.scena = Scena::settimane_48;
  azienda.denominazione = "Officine Smisurate SpA";
  azienda.matricola = "4977777750";
  azienda.codice_fiscale = "77777771005";
  azienda.pec = "officine.smisurate@pec.example";
  azienda.dal = Date::of(1999, 1, 4);
  azienda.unita.emplace_back();
  for (int i = 0; i < lavoratori; ++i) {
    Addetto addetto;
    addetto.persona = make_person(random, world.options.until.ultimo(), usati);
    addetto.qualifica1 = i % 5 == 0 ? '2' : '1';
    azienda.addetti.push_back(std::move(addetto));
  }
  stage(azienda, world, random);
  return azienda;
}

Caso make_case(const domain::Registry& registro, Random& random, int numero) { return Maker(registro, random, numero).make(); }

Caso make_large_case(int lavoratori) {
  const World world;
  const Azienda azienda = large_company(world, lavoratori);
  Caso caso;
  caso.oggi = Date::of(2026, 11, 24);
  caso.registro = registry_of(world, azienda, caso.oggi);
  auto& bozza = caso.bozza;
  bozza.id = "grande";
  bozza.azienda.matricola = enter<domain::Matricola>(azienda.matricola);
  bozza.azienda.codice_fiscale = enter<domain::CodiceFiscaleAzienda>(azienda.codice_fiscale);
  bozza.azienda.denominazione = azienda.denominazione;
  bozza.azienda.pec = enter<domain::Pec>(azienda.pec);
  bozza.unita_produttiva.progressivo = enter<domain::Count>("0");
  bozza.unita_produttiva.autocertificazione = true;
  bozza.causale.id = "MANC_LAVORO";
  const Date monday = Date::of(2026, 11, 16);
  bozza.periodo.data_inizio_effettivo = enter<Date>(monday.iso());
  bozza.periodo.dal = enter<Date>(monday.iso());
  bozza.periodo.al = enter<Date>((monday + (13 * 7 - 1)).iso());
  for (int i = 0; i < 13; ++i) {
    bozza.periodo.settimane.push_back({monday + 7 * i, enter<domain::Count>(std::to_string(lavoratori)),
                                       enter<domain::Count>("0"), enter<domain::Hours>(std::to_string(lavoratori * 20))});
  }
  for (const auto& worker : caso.registro.lavoratori) {
    bozza.lavoratori.beneficiari.push_back(
        {enter<domain::CodiceFiscale>(worker.codice_fiscale), worker.cognome, worker.nome, worker.qualifica});
  }
  write_report(bozza);
  bozza.invio.dichiarazioni = true;
  return caso;
}

std::string write(const Caso& caso) {
  return "{\"bozza\":" + wire::write(caso.bozza) + ",\"oggi\":\"" + caso.oggi.iso() +
         "\",\"registro\":" + wire::write(caso.registro) + "}";
}

}  // namespace omnia::demo
