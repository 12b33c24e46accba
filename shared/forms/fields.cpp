#include "shared/forms/fields.hpp"

#include <algorithm>
#include <map>
#include <variant>

namespace omnia::forms {
namespace {

using domain::Date;
using domain::Draft;
using domain::Entry;

// Text of a value as a person reads it, and back. One pair for each type that a field may have.
std::string show(const std::string& value) { return value; }
std::string show(bool value) { return value ? "1" : ""; }
std::string show(Date value) { return value.italiano(); }
std::string show(domain::Money value) { return domain::format_hundredths(value.cent); }
std::string show(domain::Hours value) { return value.italiano(); }
std::string show(domain::Decimal value) { return value.italiano(); }
std::string show(domain::Temperature value) { return value.italiano(); }
std::string show(domain::Count value) { return value.italiano(); }
std::string show(domain::TipoRichiesta value) { return value == domain::TipoRichiesta::prima ? "prima" : "proroga"; }
std::string show(domain::ModalitaPagamento value) {
  return value == domain::ModalitaPagamento::diretto ? "diretto" : "conguaglio";
}
std::string show(domain::ModalitaRelazione value) { return value == domain::ModalitaRelazione::pdf ? "pdf" : "testo"; }
std::string show(domain::ModalitaIndicatori value) {
  return value == domain::ModalitaIndicatori::trimestrale ? "trimestrale" : "annuale";
}
template <class Derived>
std::string show(const domain::Identifier<Derived>& value) {
  return value.str();
}
template <class T>
std::string show(const Entry<T>& entry) {
  return entry ? show(*entry) : entry.testo;
}
std::string show(const std::vector<Date>& days) {
  std::string out;
  for (const Date day : days) out += (out.empty() ? "" : ", ") + day.italiano();
  return out;
}

bool take(std::string& value, std::string_view text) {
  value = text;
  return true;
}
bool take(bool& value, std::string_view text) {
  value = !text.empty() && text != "0";
  return true;
}
bool take(Date& value, std::string_view text) {
  const auto parsed = Date::parse(text);
  if (parsed.ok()) value = parsed.value();
  return parsed.ok();
}
bool take(domain::TipoRichiesta& value, std::string_view text) {
  if (text != "prima" && text != "proroga") return false;
  value = text == "prima" ? domain::TipoRichiesta::prima : domain::TipoRichiesta::proroga;
  return true;
}
bool take(domain::ModalitaPagamento& value, std::string_view text) {
  if (text != "conguaglio" && text != "diretto") return false;
  value = text == "diretto" ? domain::ModalitaPagamento::diretto : domain::ModalitaPagamento::conguaglio;
  return true;
}
bool take(domain::ModalitaRelazione& value, std::string_view text) {
  if (text != "testo" && text != "pdf") return false;
  value = text == "pdf" ? domain::ModalitaRelazione::pdf : domain::ModalitaRelazione::testo;
  return true;
}
bool take(domain::ModalitaIndicatori& value, std::string_view text) {
  if (text != "annuale" && text != "trimestrale") return false;
  value = text == "annuale" ? domain::ModalitaIndicatori::annuale : domain::ModalitaIndicatori::trimestrale;
  return true;
}
template <class T>
bool take(Entry<T>& entry, std::string_view text) {
  entry = domain::enter<T>(text);
  return true;
}
// Days separated by commas, semicolons or spaces; all of them must be days.
bool take(std::vector<Date>& days, std::string_view text) {
  std::vector<Date> out;
  while (true) {
    const auto first = text.find_first_not_of(",; \t\r\n");
    if (first == std::string_view::npos) break;
    const auto end = std::min(text.find_first_of(",; \t\r\n", first), text.size());
    const auto parsed = Date::parse(text.substr(first, end - first));
    if (!parsed.ok()) return false;
    out.push_back(parsed.value());
    text = text.substr(end);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  days = std::move(out);
  return true;
}

// Where the value of a field stands; nowhere when the list has no such item. The types are few: what shows and takes a value is
// compiled once for each of them, and not for each field.
using Value = std::variant<std::monostate, std::string*, bool*, Date*, std::vector<Date>*, domain::TipoRichiesta*,
                           domain::ModalitaPagamento*, domain::ModalitaRelazione*, domain::ModalitaIndicatori*,
                           Entry<domain::CodiceFiscale>*, Entry<domain::CodiceFiscaleAzienda>*, Entry<domain::Matricola>*,
                           Entry<domain::Pec>*, Entry<domain::Date>*, Entry<domain::Money>*, Entry<domain::Hours>*,
                           Entry<domain::Decimal>*, Entry<domain::Temperature>*, Entry<domain::Count>*>;
using Find = Value (*)(Draft&, std::size_t);

template <class Row, class Member>
Value item(std::vector<Row>& rows, std::size_t i, Member member) {
  if (i >= rows.size()) return {};
  return &(rows[i].*member);
}

using Table = std::map<std::string_view, Find>;

Table make_table() {
  using domain::Allegato;
  using domain::Beneficiario;
  using domain::OreGiorno;
  using domain::RigaIndicatori;
  using domain::SettimanaPiano;
  return {
      {"forzata", [](Draft& d, std::size_t) -> Value { return &d.forzata; }},
      {"nota_forzatura", [](Draft& d, std::size_t) -> Value { return &d.nota_forzatura; }},
      {"azienda.matricola", [](Draft& d, std::size_t) -> Value { return &d.azienda.matricola; }},
      {"azienda.codice_fiscale", [](Draft& d, std::size_t) -> Value { return &d.azienda.codice_fiscale; }},
      {"azienda.denominazione", [](Draft& d, std::size_t) -> Value { return &d.azienda.denominazione; }},
      {"azienda.pec", [](Draft& d, std::size_t) -> Value { return &d.azienda.pec; }},
      {"azienda.legale_rappresentante.cognome",
       [](Draft& d, std::size_t) -> Value { return &d.azienda.legale_rappresentante.cognome; }},
      {"azienda.legale_rappresentante.nome",
       [](Draft& d, std::size_t) -> Value { return &d.azienda.legale_rappresentante.nome; }},
      {"azienda.legale_rappresentante.codice_fiscale",
       [](Draft& d, std::size_t) -> Value { return &d.azienda.legale_rappresentante.codice_fiscale; }},
      {"azienda.dipendenti_medi", [](Draft& d, std::size_t) -> Value { return &d.azienda.dipendenti_medi; }},
      {"azienda.data_inizio_attivita", [](Draft& d, std::size_t) -> Value { return &d.azienda.data_inizio_attivita; }},
      {"unita_produttiva.progressivo", [](Draft& d, std::size_t) -> Value { return &d.unita_produttiva.progressivo; }},
      {"unita_produttiva.autocertificazione",
       [](Draft& d, std::size_t) -> Value { return &d.unita_produttiva.autocertificazione; }},
      {"unita_produttiva.contratto_appalto",
       [](Draft& d, std::size_t) -> Value { return &d.unita_produttiva.contratto_appalto; }},
      {"unita_produttiva.appalto_dal", [](Draft& d, std::size_t) -> Value { return &d.unita_produttiva.appalto_dal; }},
      {"unita_produttiva.appalto_al", [](Draft& d, std::size_t) -> Value { return &d.unita_produttiva.appalto_al; }},
      {"causale.id", [](Draft& d, std::size_t) -> Value { return &d.causale.id; }},
      {"causale.ordinanza.ente", [](Draft& d, std::size_t) -> Value { return &d.causale.ordinanza.ente; }},
      {"causale.ordinanza.numero", [](Draft& d, std::size_t) -> Value { return &d.causale.ordinanza.numero; }},
      {"causale.ordinanza.data", [](Draft& d, std::size_t) -> Value { return &d.causale.ordinanza.data; }},
      {"causale.ordinanza.ore_vietate", [](Draft& d, std::size_t) -> Value { return &d.causale.ordinanza.ore_vietate; }},
      {"causale.interruzione_programmata", [](Draft& d, std::size_t) -> Value { return &d.causale.interruzione_programmata; }},
      {"causale.attestazione_ditta", [](Draft& d, std::size_t) -> Value { return &d.causale.attestazione_ditta; }},
      {"causale.manutenzione_documentata", [](Draft& d, std::size_t) -> Value { return &d.causale.manutenzione_documentata; }},
      {"causale.variante_del_committente", [](Draft& d, std::size_t) -> Value { return &d.causale.variante_del_committente; }},
      {"causale.aderenti_allo_sciopero", [](Draft& d, std::size_t) -> Value { return &d.causale.aderenti_allo_sciopero; }},
      {"causale.descrizione", [](Draft& d, std::size_t) -> Value { return &d.causale.descrizione; }},
      {"periodo.tipo", [](Draft& d, std::size_t) -> Value { return &d.periodo.tipo; }},
      {"periodo.domanda_prorogata", [](Draft& d, std::size_t) -> Value { return &d.periodo.domanda_prorogata; }},
      {"periodo.motivi_proroga", [](Draft& d, std::size_t) -> Value { return &d.periodo.motivi_proroga; }},
      {"periodo.data_inizio_effettivo", [](Draft& d, std::size_t) -> Value { return &d.periodo.data_inizio_effettivo; }},
      {"periodo.dal", [](Draft& d, std::size_t) -> Value { return &d.periodo.dal; }},
      {"periodo.al", [](Draft& d, std::size_t) -> Value { return &d.periodo.al; }},
      {"periodo.giorni_evento", [](Draft& d, std::size_t) -> Value { return &d.periodo.giorni_evento; }},
      {"periodo.ore_giorni[].giorno", [](Draft& d, std::size_t i) { return item(d.periodo.ore_giorni, i, &OreGiorno::giorno); }},
      {"periodo.ore_giorni[].ore", [](Draft& d, std::size_t i) { return item(d.periodo.ore_giorni, i, &OreGiorno::ore); }},
      {"periodo.settimane[].lunedi",
       [](Draft& d, std::size_t i) { return item(d.periodo.settimane, i, &SettimanaPiano::lunedi); }},
      {"periodo.settimane[].lavoratori",
       [](Draft& d, std::size_t i) { return item(d.periodo.settimane, i, &SettimanaPiano::lavoratori); }},
      {"periodo.settimane[].zero_ore",
       [](Draft& d, std::size_t i) { return item(d.periodo.settimane, i, &SettimanaPiano::zero_ore); }},
      {"periodo.settimane[].ore", [](Draft& d, std::size_t i) { return item(d.periodo.settimane, i, &SettimanaPiano::ore); }},
      {"periodo.settimane[].ore_impiegati",
       [](Draft& d, std::size_t i) { return item(d.periodo.settimane, i, &SettimanaPiano::ore_impiegati); }},
      {"lavoratori.beneficiari[].codice_fiscale",
       [](Draft& d, std::size_t i) { return item(d.lavoratori.beneficiari, i, &Beneficiario::codice_fiscale); }},
      {"lavoratori.beneficiari[].cognome",
       [](Draft& d, std::size_t i) { return item(d.lavoratori.beneficiari, i, &Beneficiario::cognome); }},
      {"lavoratori.beneficiari[].nome",
       [](Draft& d, std::size_t i) { return item(d.lavoratori.beneficiari, i, &Beneficiario::nome); }},
      {"lavoratori.beneficiari[].qualifica",
       [](Draft& d, std::size_t i) { return item(d.lavoratori.beneficiari, i, &Beneficiario::qualifica); }},
      {"lavoratori.beneficiari[].cambio_appalto",
       [](Draft& d, std::size_t i) { return item(d.lavoratori.beneficiari, i, &Beneficiario::cambio_appalto); }},
      {"lavoratori.beneficiari[].ore_settimanali",
       [](Draft& d, std::size_t i) { return item(d.lavoratori.beneficiari, i, &Beneficiario::ore_settimanali); }},
      {"lavoratori.beneficiari[].part_time",
       [](Draft& d, std::size_t i) { return item(d.lavoratori.beneficiari, i, &Beneficiario::part_time); }},
      {"lavoratori.beneficiari[].assunzione",
       [](Draft& d, std::size_t i) { return item(d.lavoratori.beneficiari, i, &Beneficiario::assunzione); }},
      {"lavoratori.distinti_da_cigs", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.distinti_da_cigs; }},
      {"lavoratori.altra_attivita", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.altra_attivita; }},
      {"lavoratori.organico.operai", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.organico.operai; }},
      {"lavoratori.organico.impiegati", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.organico.impiegati; }},
      {"lavoratori.organico.quadri", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.organico.quadri; }},
      {"lavoratori.organico.apprendisti", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.organico.apprendisti; }},
      {"lavoratori.organico.domicilio", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.organico.domicilio; }},
      {"lavoratori.organico.dirigenti", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.organico.dirigenti; }},
      {"lavoratori.organico.totale", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.organico.totale; }},
      {"lavoratori.organico.part_time", [](Draft& d, std::size_t) -> Value { return &d.lavoratori.organico.part_time; }},
      {"relazione.modalita", [](Draft& d, std::size_t) -> Value { return &d.relazione.modalita; }},
      {"relazione.attivita", [](Draft& d, std::size_t) -> Value { return &d.relazione.attivita; }},
      {"relazione.cause", [](Draft& d, std::size_t) -> Value { return &d.relazione.cause; }},
      {"relazione.effetti", [](Draft& d, std::size_t) -> Value { return &d.relazione.effetti; }},
      {"relazione.non_imputabilita", [](Draft& d, std::size_t) -> Value { return &d.relazione.non_imputabilita; }},
      {"relazione.ripresa", [](Draft& d, std::size_t) -> Value { return &d.relazione.ripresa; }},
      {"relazione.contesto", [](Draft& d, std::size_t) -> Value { return &d.relazione.contesto; }},
      {"relazione.durata_prevista", [](Draft& d, std::size_t) -> Value { return &d.relazione.durata_prevista; }},
      {"relazione.imprevedibilita", [](Draft& d, std::size_t) -> Value { return &d.relazione.imprevedibilita; }},
      {"relazione.collegamento_sciopero", [](Draft& d, std::size_t) -> Value { return &d.relazione.collegamento_sciopero; }},
      {"relazione.evento", [](Draft& d, std::size_t) -> Value { return &d.relazione.evento; }},
      {"relazione.lavorazione", [](Draft& d, std::size_t) -> Value { return &d.relazione.lavorazione; }},
      {"relazione.fase_in_corso", [](Draft& d, std::size_t) -> Value { return &d.relazione.fase_in_corso; }},
      {"relazione.conseguenze_evento", [](Draft& d, std::size_t) -> Value { return &d.relazione.conseguenze_evento; }},
      {"relazione.pioggia_mm", [](Draft& d, std::size_t) -> Value { return &d.relazione.pioggia_mm; }},
      {"relazione.temperatura", [](Draft& d, std::size_t) -> Value { return &d.relazione.temperatura; }},
      {"relazione.temperatura_percepita", [](Draft& d, std::size_t) -> Value { return &d.relazione.temperatura_percepita; }},
      {"relazione.condizioni", [](Draft& d, std::size_t) -> Value { return &d.relazione.condizioni; }},
      {"relazione.ordine_materie_data", [](Draft& d, std::size_t) -> Value { return &d.relazione.ordine_materie_data; }},
      {"relazione.scorte", [](Draft& d, std::size_t) -> Value { return &d.relazione.scorte; }},
      {"relazione.ricerca_alternative", [](Draft& d, std::size_t) -> Value { return &d.relazione.ricerca_alternative; }},
      {"relazione.dal", [](Draft& d, std::size_t) -> Value { return &d.relazione.dal; }},
      {"relazione.al", [](Draft& d, std::size_t) -> Value { return &d.relazione.al; }},
      {"relazione.firmatario_codice_fiscale",
       [](Draft& d, std::size_t) -> Value { return &d.relazione.firmatario_codice_fiscale; }},
      {"relazione.procura", [](Draft& d, std::size_t) -> Value { return &d.relazione.procura; }},
      {"relazione.dichiarazione", [](Draft& d, std::size_t) -> Value { return &d.relazione.dichiarazione; }},
      {"relazione.pdf_nome", [](Draft& d, std::size_t) -> Value { return &d.relazione.pdf_nome; }},
      {"relazione.pdf_dimensione", [](Draft& d, std::size_t) -> Value { return &d.relazione.pdf_dimensione; }},
      {"relazione.pdf_impronta", [](Draft& d, std::size_t) -> Value { return &d.relazione.pdf_impronta; }},
      {"indicatori.modalita", [](Draft& d, std::size_t) -> Value { return &d.indicatori.modalita; }},
      {"indicatori.periodi[].fatturato",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::fatturato); }},
      {"indicatori.periodi[].risultato_operativo",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::risultato_operativo); }},
      {"indicatori.periodi[].risultato_impresa",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::risultato_impresa); }},
      {"indicatori.periodi[].indebitamento",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::indebitamento); }},
      {"indicatori.periodi[].ordini_numero",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::ordini_numero); }},
      {"indicatori.periodi[].ordini_valore",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::ordini_valore); }},
      {"indicatori.periodi[].scorte",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::scorte); }},
      {"indicatori.periodi[].consumi_energetici",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::consumi_energetici); }},
      {"indicatori.periodi[].ore_lavorate",
       [](Draft& d, std::size_t i) { return item(d.indicatori.periodi, i, &RigaIndicatori::ore_lavorate); }},
      {"consultazione.data_comunicazione", [](Draft& d, std::size_t) -> Value { return &d.consultazione.data_comunicazione; }},
      {"consultazione.rsu_presente", [](Draft& d, std::size_t) -> Value { return &d.consultazione.rsu_presente; }},
      {"consultazione.comunicata_rsu", [](Draft& d, std::size_t) -> Value { return &d.consultazione.comunicata_rsu; }},
      {"consultazione.comunicata_territorio",
       [](Draft& d, std::size_t) -> Value { return &d.consultazione.comunicata_territorio; }},
      {"consultazione.lavoratori_comunicati",
       [](Draft& d, std::size_t) -> Value { return &d.consultazione.lavoratori_comunicati; }},
      {"consultazione.ore_comunicate", [](Draft& d, std::size_t) -> Value { return &d.consultazione.ore_comunicate; }},
      {"consultazione.esame_richiesto", [](Draft& d, std::size_t) -> Value { return &d.consultazione.esame_richiesto; }},
      {"consultazione.esame_richiesto_da", [](Draft& d, std::size_t) -> Value { return &d.consultazione.esame_richiesto_da; }},
      {"consultazione.esame_richiesto_il", [](Draft& d, std::size_t) -> Value { return &d.consultazione.esame_richiesto_il; }},
      {"consultazione.esame_data", [](Draft& d, std::size_t) -> Value { return &d.consultazione.esame_data; }},
      {"consultazione.esito", [](Draft& d, std::size_t) -> Value { return &d.consultazione.esito; }},
      {"consultazione.dichiarazione", [](Draft& d, std::size_t) -> Value { return &d.consultazione.dichiarazione; }},
      {"pagamento.modalita", [](Draft& d, std::size_t) -> Value { return &d.pagamento.modalita; }},
      {"pagamento.liquidita_immediate", [](Draft& d, std::size_t) -> Value { return &d.pagamento.liquidita_immediate; }},
      {"pagamento.liquidita_differite", [](Draft& d, std::size_t) -> Value { return &d.pagamento.liquidita_differite; }},
      {"pagamento.rimanenze", [](Draft& d, std::size_t) -> Value { return &d.pagamento.rimanenze; }},
      {"pagamento.passivita_correnti", [](Draft& d, std::size_t) -> Value { return &d.pagamento.passivita_correnti; }},
      {"pagamento.data_bilancio", [](Draft& d, std::size_t) -> Value { return &d.pagamento.data_bilancio; }},
      {"pagamento.procedura_concorsuale", [](Draft& d, std::size_t) -> Value { return &d.pagamento.procedura_concorsuale; }},
      {"pagamento.procedura_tipo", [](Draft& d, std::size_t) -> Value { return &d.pagamento.procedura_tipo; }},
      {"pagamento.procedura_tribunale", [](Draft& d, std::size_t) -> Value { return &d.pagamento.procedura_tribunale; }},
      {"pagamento.procedura_data", [](Draft& d, std::size_t) -> Value { return &d.pagamento.procedura_data; }},
      {"pagamento.cessazione", [](Draft& d, std::size_t) -> Value { return &d.pagamento.cessazione; }},
      {"pagamento.credito_rifiutato", [](Draft& d, std::size_t) -> Value { return &d.pagamento.credito_rifiutato; }},
      {"pagamento.altri_elementi", [](Draft& d, std::size_t) -> Value { return &d.pagamento.altri_elementi; }},
      {"pagamento.altri_elementi_descrizione",
       [](Draft& d, std::size_t) -> Value { return &d.pagamento.altri_elementi_descrizione; }},
      {"invio.ticket", [](Draft& d, std::size_t) -> Value { return &d.invio.ticket; }},
      {"invio.dichiarazioni", [](Draft& d, std::size_t) -> Value { return &d.invio.dichiarazioni; }},
      {"invio.note", [](Draft& d, std::size_t) -> Value { return &d.invio.note; }},
      {"allegati[].nome", [](Draft& d, std::size_t i) { return item(d.allegati, i, &Allegato::nome); }},
      {"allegati[].categoria", [](Draft& d, std::size_t i) { return item(d.allegati, i, &Allegato::categoria); }},
  };
}

const Table& table() {
  static const Table kTable = make_table();
  return kTable;
}

// "periodo.settimane[2].ore" is the row "periodo.settimane[].ore" with index 2.
Value value_of(Draft& draft, std::string_view path) {
  std::size_t index = 0;
  std::string row(path);
  if (const auto open = path.find('['); open != std::string_view::npos) {
    const auto close = path.find(']', open);
    if (close == std::string_view::npos || close == open + 1 || close - open > 7) return {};
    for (const char c : path.substr(open + 1, close - open - 1)) {
      if (c < '0' || c > '9') return {};
      index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    row.erase(open + 1, close - open - 1);
  }
  const auto found = table().find(row);
  return found == table().end() ? Value() : found->second(draft, index);
}

// For who only looks: the value is found, not touched.
Value value_of(const Draft& draft, std::string_view path) { return value_of(const_cast<Draft&>(draft), path); }

struct Show {
  std::string operator()(std::monostate) const { return {}; }
  template <class T>
  std::string operator()(const T* value) const {
    return show(*value);
  }
};

struct Take {
  std::string_view text;
  bool operator()(std::monostate) const { return false; }
  template <class T>
  bool operator()(T* value) const {
    return take(*value, text);
  }
};

}  // namespace

std::string get(const Draft& draft, std::string_view path) { return std::visit(Show{}, value_of(draft, path)); }

bool set(Draft& draft, std::string_view path, std::string_view text) { return std::visit(Take{text}, value_of(draft, path)); }

bool exists(const Draft& draft, std::string_view path) { return value_of(draft, path).index() != 0; }

std::vector<std::string> paths() {
  std::vector<std::string> out;
  for (const auto& row : table()) {
    if (row.first.find('[') == std::string_view::npos) out.emplace_back(row.first);
  }
  return out;
}

void align_weeks(Draft& draft) {
  constexpr std::size_t kMostWeeks = 60;
  auto& period = draft.periodo;
  std::vector<domain::SettimanaPiano> rows;
  if (period.dal && period.al) {
    Date monday = period.dal->lunedi();
    if (monday < *period.dal) monday = monday + 7;
    for (; monday <= *period.al && rows.size() < kMostWeeks; monday = monday + 7) {
      const auto old = std::find_if(period.settimane.begin(), period.settimane.end(),
                                    [monday](const domain::SettimanaPiano& row) { return row.lunedi == monday; });
      if (old != period.settimane.end()) {
        rows.push_back(*old);
      } else {
        rows.push_back({monday, {}, {}, {}});
      }
    }
  }
  period.settimane = std::move(rows);
}

void align_event_hours(Draft& draft) {
  auto& period = draft.periodo;
  std::vector<domain::OreGiorno> rows;
  rows.reserve(period.giorni_evento.size());
  for (const Date day : period.giorni_evento) {
    const auto old = std::find_if(period.ore_giorni.begin(), period.ore_giorni.end(),
                                  [day](const domain::OreGiorno& row) { return row.giorno == day; });
    rows.push_back(old == period.ore_giorni.end() ? domain::OreGiorno{day, {}} : *old);
  }
  period.ore_giorni = std::move(rows);
}

void align_indicators(Draft& draft, Date oggi) {
  auto& section = draft.indicatori;
  const bool quarterly = section.modalita == domain::ModalitaIndicatori::trimestrale;
  std::vector<domain::RigaIndicatori> typed = std::move(section.periodi);
  typed.insert(typed.end(), section.altri_periodi.begin(), section.altri_periodi.end());
  section.periodi.clear();
  const auto add = [&](std::int64_t anno, std::int64_t trimestre) {
    const auto old = std::find_if(typed.begin(), typed.end(), [&](const domain::RigaIndicatori& row) {
      return row.anno == anno && row.trimestre == trimestre;
    });
    section.periodi.push_back(old == typed.end() ? domain::RigaIndicatori() : *old);
    section.periodi.back().anno = anno;
    section.periodi.back().trimestre = trimestre;
  };
  if (quarterly) {
    const std::int64_t running = oggi.anno() * std::int64_t{4} + (oggi.mese() - 1) / 3;
    for (std::int64_t quarter = running - 8; quarter < running; ++quarter) add(quarter / 4, quarter % 4 + 1);
  } else {
    for (int back = 2; back >= 0; --back) add(oggi.anno() - back, 0);
  }
  // What the other mode holds waits there, blank rows apart.
  typed.erase(std::remove_if(typed.begin(), typed.end(),
                             [quarterly](const domain::RigaIndicatori& row) {
                               domain::RigaIndicatori blank;
                               blank.anno = row.anno;
                               blank.trimestre = row.trimestre;
                               return (row.trimestre != 0) == quarterly || row == blank;
                             }),
              typed.end());
  section.altri_periodi = std::move(typed);
}

}  // namespace omnia::forms
