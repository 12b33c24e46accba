// The duration counters of CIGO, FIS, Fondi, FSBA and CISOA as JSON, and the days of CISOA from JSON.
#include "shared/wire/answers.hpp"
#include "shared/wire/counter_parts.hpp"

namespace omnia::wire {

using rules::counters::ContatoreFondo;
using rules::counters::ContatoreGiorni;
using rules::counters::EsitoCisoa;
using rules::counters::EsitoGiornata;
using rules::counters::GiornataCisoa;
using rules::counters::LavoratoreCisoa;

Json write_rows(const std::vector<rules::counters::RigaContatore>& righe) {
  return list_of(righe, [](const rules::counters::RigaContatore& r) {
    return Json{
        {"numero", r.numero}, {"periodo", plain(r.periodo)}, {"unita", r.unita}, {"conta", r.conta}, {"motivo", r.motivo.str()}};
  });
}

Json write_contatore(const rules::counters::Contatore& c) {
  return {{"codice", c.codice},
          {"nome", c.nome},
          {"limite", c.limite},
          {"usato", c.usato},
          {"richiesto", c.richiesto},
          {"residuo", c.residuo},
          {"usato_prudente", c.usato_prudente},
          {"finestra", plain(c.finestra)},
          {"settimane_richieste", c.settimane_richieste},
          {"settimane_ammesse", c.settimane_ammesse},
          {"superato", c.superato},
          {"esente", c.esente},
          {"testo", c.testo},
          {"citazione", c.citazione},
          {"lettura", c.lettura},
          {"righe", write_rows(c.righe)}};
}

namespace {

Json write_terzo(const rules::counters::TerzoOre& t) {
  return {{"calcolabile", t.calcolabile},
          {"lavorabili_centesimi", t.lavorabili},
          {"limite_centesimi", t.limite},
          {"autorizzate_centesimi", t.autorizzate},
          {"autorizzate_prudenti_centesimi", t.autorizzate_prudenti},
          {"richieste_centesimi", t.richieste},
          {"residuo_centesimi", t.residuo},
          {"eccedenti_centesimi", t.eccedenti},
          {"finestra", plain(t.finestra)},
          {"superato", t.superato},
          {"testo", t.testo},
          {"citazione", t.citazione},
          {"lettura", t.lettura},
          {"righe", write_rows(t.righe)}};
}

}  // namespace

Json write_contatori(const rules::counters::Contatori& c) {
  return {{"calcolati", c.calcolati},
          {"biennio", write_contatore(c.biennio)},
          {"consecutive", write_contatore(c.consecutive)},
          {"quinquennio", write_contatore(c.quinquennio)},
          {"terzo", write_terzo(c.terzo)}};
}

namespace {

constexpr Limit kWorkers{20000, "lavoratori"};
constexpr Limit kDays{4000, "giornate"};

Json write_days(const ContatoreGiorni& c) {
  return {{"codice", c.codice},
          {"nome", c.nome},
          {"limite", c.limite},
          {"usati", c.usati},
          {"usati_prudenti", c.usati_prudenti},
          {"richiesti", c.richiesti},
          {"residui", c.residui},
          {"ammessi", c.ammessi},
          {"finestra", plain(c.finestra)},
          {"superato", c.superato},
          {"testo", c.testo},
          {"citazione", c.citazione},
          {"lettura", c.lettura},
          {"righe", write_rows(c.righe)}};
}

Json write_worker(const LavoratoreCisoa& lavoratore, const EsitoCisoa& e) {
  const auto giornata = [](const EsitoGiornata& g) {
    return Json{{"giorno", g.giorno.iso()}, {"pagabile", g.pagabile}, {"conta", g.conta}, {"motivo", g.motivo}};
  };
  return {{"codice_fiscale", lavoratore.codice_fiscale},
          {"anni", list_of(e.anni, write_days)},
          {"giornate", list_of(e.giornate, giornata)},
          {"giornate_utili", e.giornate_utili},
          {"requisito", e.requisito},
          {"testo_requisito", e.testo_requisito},
          {"citazione_requisito", e.citazione_requisito}};
}

std::vector<GiornataCisoa> read_days(const Cursor& worker, std::string_view key) {
  std::vector<GiornataCisoa> days;
  for (const auto& item : worker.list(key, kDays)) {
    GiornataCisoa& g = days.emplace_back();
    item.require("giorno");
    item.date("giorno", g.giorno);
    item.flag("mezza", g.mezza);
    item.flag("climatica", g.climatica);
  }
  return days;
}

}  // namespace

std::string write(const rules::counters::Contatori& contatori, const rules::counters::Contatore& richiesta,
                  const rules::counters::Aliquota& contributo) {
  const auto& a = contributo;
  Json all = write_contatori(contatori);
  all["richiesta"] = write_contatore(richiesta);
  all["contributo"] = {{"calcolabile", a.calcolabile},
                       {"percento_centesimi", a.percento_centesimi},
                       {"fascia", a.fascia},
                       {"limite", a.limite},
                       {"usato", a.usato},
                       {"residuo", a.residuo},
                       {"usato_prudente", a.usato_prudente},
                       {"finestra", plain(a.finestra)},
                       {"testo", a.testo},
                       {"citazione", a.citazione},
                       {"lettura", a.lettura},
                       {"righe", write_rows(a.righe)}};
  return canonical(all);
}

std::string write(std::string_view prestazione, const ContatoreFondo& fondo, const rules::counters::Contatore& quinquennio) {
  Json json{{"prestazione", std::string(prestazione)},
            {"contatore", write_contatore(fondo.contatore)},
            {"settimane_limite", fondo.settimane_limite},
            {"settimane_richiesta", fondo.settimane_richiesta},
            {"dimensione", fondo.dimensione},
            {"quinquennio", write_contatore(quinquennio)}};
  if (fondo.terzo) json["terzo"] = write_terzo(*fondo.terzo);
  return canonical(json);
}

std::string write(const ContatoreGiorni& giorni) { return canonical(write_days(giorni)); }

std::string write(const std::vector<LavoratoreCisoa>& lavoratori, const std::vector<EsitoCisoa>& esiti) {
  Json list = Json::array();
  for (std::size_t i = 0; i < esiti.size(); ++i) list.push_back(write_worker(lavoratori[i], esiti[i]));
  return canonical(Json{{"prestazione", "CISOA"}, {"lavoratori", std::move(list)}});
}

domain::Result<std::vector<LavoratoreCisoa>> read_cisoa(std::string_view json) {
  const auto document = parse_document(json);
  if (!document.ok()) return document.reason();
  Defect defect;
  std::vector<LavoratoreCisoa> workers;
  const Cursor root(document.value(), defect);
  root.require("lavoratori");
  for (const auto& item : root.list("lavoratori", kWorkers)) {
    LavoratoreCisoa& w = workers.emplace_back();
    item.text("codice_fiscale", w.codice_fiscale);
    item.flag("tempo_indeterminato", w.tempo_indeterminato);
    item.integer("giornate_lavorate", w.giornate_lavorate, 0, 366);
    w.autorizzate = read_days(item, "autorizzate");
    w.in_istruttoria = read_days(item, "in_istruttoria");
    w.richieste = read_days(item, "richieste");
  }
  if (defect.reason()) return *defect.reason();
  return workers;
}

}  // namespace omnia::wire
