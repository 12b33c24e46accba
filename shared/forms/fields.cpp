#include "shared/forms/fields.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace omnia::forms {
namespace {

using domain::Date;
using domain::Draft;

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
std::string show(const domain::Entry<T>& entry) {
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
bool take(domain::Entry<T>& entry, std::string_view text) {
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

struct Accessor {
  std::function<std::optional<std::string>(const Draft&, std::size_t)> get;
  std::function<bool(Draft&, std::size_t, std::string_view)> set;
};

// `find(draft, index)` answers the place of the field, or nullptr when the list has no such item.
template <class Find>
Accessor item(Find find) {
  return {[find](const Draft& draft, std::size_t i) -> std::optional<std::string> {
            const auto* place = find(draft, i);
            return place == nullptr ? std::nullopt : std::optional(show(*place));
          },
          [find](Draft& draft, std::size_t i, std::string_view text) {
            auto* place = find(draft, i);
            return place != nullptr && take(*place, text);
          }};
}

template <class Find>
Accessor field(Find find) {
  return item([find](auto& draft, std::size_t) { return &find(draft); });
}

template <class List>
auto* element(List& list, std::size_t i) {
  return i < list.size() ? &list[i] : nullptr;
}
template <class Draft, class Member>
auto* week(Draft& draft, std::size_t i, Member member) {
  auto* row = element(draft.periodo.settimane, i);
  return row == nullptr ? nullptr : &(row->*member);
}
template <class Draft, class Member>
auto* event_day(Draft& draft, std::size_t i, Member member) {
  auto* row = element(draft.periodo.ore_giorni, i);
  return row == nullptr ? nullptr : &(row->*member);
}
template <class Draft, class Member>
auto* attachment(Draft& draft, std::size_t i, Member member) {
  auto* row = element(draft.allegati, i);
  return row == nullptr ? nullptr : &(row->*member);
}
template <class Draft, class Member>
auto* worker(Draft& draft, std::size_t i, Member member) {
  auto* row = element(draft.lavoratori.beneficiari, i);
  return row == nullptr ? nullptr : &(row->*member);
}
template <class Draft, class Member>
auto* figures(Draft& draft, std::size_t i, Member member) {
  auto* row = element(draft.indicatori.periodi, i);
  return row == nullptr ? nullptr : &(row->*member);
}

using Table = std::map<std::string, Accessor, std::less<>>;

Table make_table() {
  using domain::Allegato;
  using domain::Beneficiario;
  using domain::OreGiorno;
  using domain::RigaIndicatori;
  using domain::SettimanaPiano;
  return {
      {"forzata", field([](auto& d) -> auto& { return d.forzata; })},
      {"nota_forzatura", field([](auto& d) -> auto& { return d.nota_forzatura; })},
      {"azienda.matricola", field([](auto& d) -> auto& { return d.azienda.matricola; })},
      {"azienda.codice_fiscale", field([](auto& d) -> auto& { return d.azienda.codice_fiscale; })},
      {"azienda.denominazione", field([](auto& d) -> auto& { return d.azienda.denominazione; })},
      {"azienda.pec", field([](auto& d) -> auto& { return d.azienda.pec; })},
      {"azienda.legale_rappresentante.cognome", field([](auto& d) -> auto& { return d.azienda.legale_rappresentante.cognome; })},
      {"azienda.legale_rappresentante.nome", field([](auto& d) -> auto& { return d.azienda.legale_rappresentante.nome; })},
      {"azienda.legale_rappresentante.codice_fiscale",
       field([](auto& d) -> auto& { return d.azienda.legale_rappresentante.codice_fiscale; })},
      {"azienda.dipendenti_medi", field([](auto& d) -> auto& { return d.azienda.dipendenti_medi; })},
      {"azienda.data_inizio_attivita", field([](auto& d) -> auto& { return d.azienda.data_inizio_attivita; })},
      {"unita_produttiva.progressivo", field([](auto& d) -> auto& { return d.unita_produttiva.progressivo; })},
      {"unita_produttiva.autocertificazione", field([](auto& d) -> auto& { return d.unita_produttiva.autocertificazione; })},
      {"unita_produttiva.contratto_appalto", field([](auto& d) -> auto& { return d.unita_produttiva.contratto_appalto; })},
      {"unita_produttiva.appalto_dal", field([](auto& d) -> auto& { return d.unita_produttiva.appalto_dal; })},
      {"unita_produttiva.appalto_al", field([](auto& d) -> auto& { return d.unita_produttiva.appalto_al; })},
      {"causale.id", field([](auto& d) -> auto& { return d.causale.id; })},
      {"causale.ordinanza.ente", field([](auto& d) -> auto& { return d.causale.ordinanza.ente; })},
      {"causale.ordinanza.numero", field([](auto& d) -> auto& { return d.causale.ordinanza.numero; })},
      {"causale.ordinanza.data", field([](auto& d) -> auto& { return d.causale.ordinanza.data; })},
      {"causale.ordinanza.ore_vietate", field([](auto& d) -> auto& { return d.causale.ordinanza.ore_vietate; })},
      {"causale.interruzione_programmata", field([](auto& d) -> auto& { return d.causale.interruzione_programmata; })},
      {"causale.attestazione_ditta", field([](auto& d) -> auto& { return d.causale.attestazione_ditta; })},
      {"causale.manutenzione_documentata", field([](auto& d) -> auto& { return d.causale.manutenzione_documentata; })},
      {"causale.variante_del_committente", field([](auto& d) -> auto& { return d.causale.variante_del_committente; })},
      {"causale.aderenti_allo_sciopero", field([](auto& d) -> auto& { return d.causale.aderenti_allo_sciopero; })},
      {"causale.descrizione", field([](auto& d) -> auto& { return d.causale.descrizione; })},
      {"periodo.tipo", field([](auto& d) -> auto& { return d.periodo.tipo; })},
      {"periodo.domanda_prorogata", field([](auto& d) -> auto& { return d.periodo.domanda_prorogata; })},
      {"periodo.motivi_proroga", field([](auto& d) -> auto& { return d.periodo.motivi_proroga; })},
      {"periodo.data_inizio_effettivo", field([](auto& d) -> auto& { return d.periodo.data_inizio_effettivo; })},
      {"periodo.dal", field([](auto& d) -> auto& { return d.periodo.dal; })},
      {"periodo.al", field([](auto& d) -> auto& { return d.periodo.al; })},
      {"periodo.giorni_evento", field([](auto& d) -> auto& { return d.periodo.giorni_evento; })},
      {"periodo.ore_giorni[].giorno", item([](auto& d, std::size_t i) { return event_day(d, i, &OreGiorno::giorno); })},
      {"periodo.ore_giorni[].ore", item([](auto& d, std::size_t i) { return event_day(d, i, &OreGiorno::ore); })},
      {"periodo.settimane[].lunedi", item([](auto& d, std::size_t i) { return week(d, i, &SettimanaPiano::lunedi); })},
      {"periodo.settimane[].lavoratori", item([](auto& d, std::size_t i) { return week(d, i, &SettimanaPiano::lavoratori); })},
      {"periodo.settimane[].zero_ore", item([](auto& d, std::size_t i) { return week(d, i, &SettimanaPiano::zero_ore); })},
      {"periodo.settimane[].ore", item([](auto& d, std::size_t i) { return week(d, i, &SettimanaPiano::ore); })},
      {"periodo.settimane[].ore_impiegati",
       item([](auto& d, std::size_t i) { return week(d, i, &SettimanaPiano::ore_impiegati); })},
      {"lavoratori.beneficiari[].codice_fiscale",
       item([](auto& d, std::size_t i) { return worker(d, i, &Beneficiario::codice_fiscale); })},
      {"lavoratori.beneficiari[].cognome", item([](auto& d, std::size_t i) { return worker(d, i, &Beneficiario::cognome); })},
      {"lavoratori.beneficiari[].nome", item([](auto& d, std::size_t i) { return worker(d, i, &Beneficiario::nome); })},
      {"lavoratori.beneficiari[].qualifica", item([](auto& d, std::size_t i) { return worker(d, i, &Beneficiario::qualifica); })},
      {"lavoratori.beneficiari[].cambio_appalto",
       item([](auto& d, std::size_t i) { return worker(d, i, &Beneficiario::cambio_appalto); })},
      {"lavoratori.beneficiari[].ore_settimanali",
       item([](auto& d, std::size_t i) { return worker(d, i, &Beneficiario::ore_settimanali); })},
      {"lavoratori.beneficiari[].part_time", item([](auto& d, std::size_t i) { return worker(d, i, &Beneficiario::part_time); })},
      {"lavoratori.beneficiari[].assunzione",
       item([](auto& d, std::size_t i) { return worker(d, i, &Beneficiario::assunzione); })},
      {"lavoratori.distinti_da_cigs", field([](auto& d) -> auto& { return d.lavoratori.distinti_da_cigs; })},
      {"lavoratori.altra_attivita", field([](auto& d) -> auto& { return d.lavoratori.altra_attivita; })},
      {"lavoratori.organico.operai", field([](auto& d) -> auto& { return d.lavoratori.organico.operai; })},
      {"lavoratori.organico.impiegati", field([](auto& d) -> auto& { return d.lavoratori.organico.impiegati; })},
      {"lavoratori.organico.quadri", field([](auto& d) -> auto& { return d.lavoratori.organico.quadri; })},
      {"lavoratori.organico.apprendisti", field([](auto& d) -> auto& { return d.lavoratori.organico.apprendisti; })},
      {"lavoratori.organico.domicilio", field([](auto& d) -> auto& { return d.lavoratori.organico.domicilio; })},
      {"lavoratori.organico.dirigenti", field([](auto& d) -> auto& { return d.lavoratori.organico.dirigenti; })},
      {"lavoratori.organico.totale", field([](auto& d) -> auto& { return d.lavoratori.organico.totale; })},
      {"lavoratori.organico.part_time", field([](auto& d) -> auto& { return d.lavoratori.organico.part_time; })},
      {"relazione.modalita", field([](auto& d) -> auto& { return d.relazione.modalita; })},
      {"relazione.attivita", field([](auto& d) -> auto& { return d.relazione.attivita; })},
      {"relazione.cause", field([](auto& d) -> auto& { return d.relazione.cause; })},
      {"relazione.effetti", field([](auto& d) -> auto& { return d.relazione.effetti; })},
      {"relazione.non_imputabilita", field([](auto& d) -> auto& { return d.relazione.non_imputabilita; })},
      {"relazione.ripresa", field([](auto& d) -> auto& { return d.relazione.ripresa; })},
      {"relazione.contesto", field([](auto& d) -> auto& { return d.relazione.contesto; })},
      {"relazione.durata_prevista", field([](auto& d) -> auto& { return d.relazione.durata_prevista; })},
      {"relazione.imprevedibilita", field([](auto& d) -> auto& { return d.relazione.imprevedibilita; })},
      {"relazione.collegamento_sciopero", field([](auto& d) -> auto& { return d.relazione.collegamento_sciopero; })},
      {"relazione.evento", field([](auto& d) -> auto& { return d.relazione.evento; })},
      {"relazione.lavorazione", field([](auto& d) -> auto& { return d.relazione.lavorazione; })},
      {"relazione.fase_in_corso", field([](auto& d) -> auto& { return d.relazione.fase_in_corso; })},
      {"relazione.conseguenze_evento", field([](auto& d) -> auto& { return d.relazione.conseguenze_evento; })},
      {"relazione.pioggia_mm", field([](auto& d) -> auto& { return d.relazione.pioggia_mm; })},
      {"relazione.temperatura", field([](auto& d) -> auto& { return d.relazione.temperatura; })},
      {"relazione.temperatura_percepita", field([](auto& d) -> auto& { return d.relazione.temperatura_percepita; })},
      {"relazione.condizioni", field([](auto& d) -> auto& { return d.relazione.condizioni; })},
      {"relazione.ordine_materie_data", field([](auto& d) -> auto& { return d.relazione.ordine_materie_data; })},
      {"relazione.scorte", field([](auto& d) -> auto& { return d.relazione.scorte; })},
      {"relazione.ricerca_alternative", field([](auto& d) -> auto& { return d.relazione.ricerca_alternative; })},
      {"relazione.dal", field([](auto& d) -> auto& { return d.relazione.dal; })},
      {"relazione.al", field([](auto& d) -> auto& { return d.relazione.al; })},
      {"relazione.firmatario_codice_fiscale", field([](auto& d) -> auto& { return d.relazione.firmatario_codice_fiscale; })},
      {"relazione.procura", field([](auto& d) -> auto& { return d.relazione.procura; })},
      {"relazione.dichiarazione", field([](auto& d) -> auto& { return d.relazione.dichiarazione; })},
      {"relazione.pdf_nome", field([](auto& d) -> auto& { return d.relazione.pdf_nome; })},
      {"relazione.pdf_dimensione", field([](auto& d) -> auto& { return d.relazione.pdf_dimensione; })},
      {"relazione.pdf_impronta", field([](auto& d) -> auto& { return d.relazione.pdf_impronta; })},
      {"indicatori.modalita", field([](auto& d) -> auto& { return d.indicatori.modalita; })},
      {"indicatori.periodi[].fatturato", item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::fatturato); })},
      {"indicatori.periodi[].risultato_operativo",
       item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::risultato_operativo); })},
      {"indicatori.periodi[].risultato_impresa",
       item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::risultato_impresa); })},
      {"indicatori.periodi[].indebitamento",
       item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::indebitamento); })},
      {"indicatori.periodi[].ordini_numero",
       item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::ordini_numero); })},
      {"indicatori.periodi[].ordini_valore",
       item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::ordini_valore); })},
      {"indicatori.periodi[].scorte", item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::scorte); })},
      {"indicatori.periodi[].consumi_energetici",
       item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::consumi_energetici); })},
      {"indicatori.periodi[].ore_lavorate",
       item([](auto& d, std::size_t i) { return figures(d, i, &RigaIndicatori::ore_lavorate); })},
      {"consultazione.data_comunicazione", field([](auto& d) -> auto& { return d.consultazione.data_comunicazione; })},
      {"consultazione.rsu_presente", field([](auto& d) -> auto& { return d.consultazione.rsu_presente; })},
      {"consultazione.comunicata_rsu", field([](auto& d) -> auto& { return d.consultazione.comunicata_rsu; })},
      {"consultazione.comunicata_territorio", field([](auto& d) -> auto& { return d.consultazione.comunicata_territorio; })},
      {"consultazione.lavoratori_comunicati", field([](auto& d) -> auto& { return d.consultazione.lavoratori_comunicati; })},
      {"consultazione.ore_comunicate", field([](auto& d) -> auto& { return d.consultazione.ore_comunicate; })},
      {"consultazione.esame_richiesto", field([](auto& d) -> auto& { return d.consultazione.esame_richiesto; })},
      {"consultazione.esame_richiesto_da", field([](auto& d) -> auto& { return d.consultazione.esame_richiesto_da; })},
      {"consultazione.esame_richiesto_il", field([](auto& d) -> auto& { return d.consultazione.esame_richiesto_il; })},
      {"consultazione.esame_data", field([](auto& d) -> auto& { return d.consultazione.esame_data; })},
      {"consultazione.esito", field([](auto& d) -> auto& { return d.consultazione.esito; })},
      {"consultazione.dichiarazione", field([](auto& d) -> auto& { return d.consultazione.dichiarazione; })},
      {"pagamento.modalita", field([](auto& d) -> auto& { return d.pagamento.modalita; })},
      {"pagamento.liquidita_immediate", field([](auto& d) -> auto& { return d.pagamento.liquidita_immediate; })},
      {"pagamento.liquidita_differite", field([](auto& d) -> auto& { return d.pagamento.liquidita_differite; })},
      {"pagamento.rimanenze", field([](auto& d) -> auto& { return d.pagamento.rimanenze; })},
      {"pagamento.passivita_correnti", field([](auto& d) -> auto& { return d.pagamento.passivita_correnti; })},
      {"pagamento.data_bilancio", field([](auto& d) -> auto& { return d.pagamento.data_bilancio; })},
      {"pagamento.procedura_concorsuale", field([](auto& d) -> auto& { return d.pagamento.procedura_concorsuale; })},
      {"pagamento.procedura_tipo", field([](auto& d) -> auto& { return d.pagamento.procedura_tipo; })},
      {"pagamento.procedura_tribunale", field([](auto& d) -> auto& { return d.pagamento.procedura_tribunale; })},
      {"pagamento.procedura_data", field([](auto& d) -> auto& { return d.pagamento.procedura_data; })},
      {"pagamento.cessazione", field([](auto& d) -> auto& { return d.pagamento.cessazione; })},
      {"pagamento.credito_rifiutato", field([](auto& d) -> auto& { return d.pagamento.credito_rifiutato; })},
      {"pagamento.altri_elementi", field([](auto& d) -> auto& { return d.pagamento.altri_elementi; })},
      {"pagamento.altri_elementi_descrizione", field([](auto& d) -> auto& { return d.pagamento.altri_elementi_descrizione; })},
      {"invio.ticket", field([](auto& d) -> auto& { return d.invio.ticket; })},
      {"invio.dichiarazioni", field([](auto& d) -> auto& { return d.invio.dichiarazioni; })},
      {"invio.note", field([](auto& d) -> auto& { return d.invio.note; })},
      {"allegati[].nome", item([](auto& d, std::size_t i) { return attachment(d, i, &Allegato::nome); })},
      {"allegati[].categoria", item([](auto& d, std::size_t i) { return attachment(d, i, &Allegato::categoria); })},
  };
}

const Table& table() {
  static const Table kTable = make_table();
  return kTable;
}

struct Place {
  const Accessor* accessor = nullptr;
  std::size_t index = 0;
};

// "periodo.settimane[2].ore" is the row "periodo.settimane[].ore" with index 2.
Place place(std::string_view path) {
  Place out;
  std::string row(path);
  if (const auto open = path.find('['); open != std::string_view::npos) {
    const auto close = path.find(']', open);
    if (close == std::string_view::npos || close == open + 1 || close - open > 7) return out;
    for (const char c : path.substr(open + 1, close - open - 1)) {
      if (c < '0' || c > '9') return out;
      out.index = out.index * 10 + static_cast<std::size_t>(c - '0');
    }
    row.erase(open + 1, close - open - 1);
  }
  const auto found = table().find(row);
  if (found != table().end()) out.accessor = &found->second;
  return out;
}

}  // namespace

std::string get(const Draft& draft, std::string_view path) {
  const Place at = place(path);
  return at.accessor == nullptr ? std::string() : at.accessor->get(draft, at.index).value_or(std::string());
}

bool set(Draft& draft, std::string_view path, std::string_view text) {
  const Place at = place(path);
  return at.accessor != nullptr && at.accessor->set(draft, at.index, text);
}

bool exists(const Draft& draft, std::string_view path) {
  const Place at = place(path);
  return at.accessor != nullptr && at.accessor->get(draft, at.index).has_value();
}

std::vector<std::string> paths() {
  std::vector<std::string> out;
  for (const auto& [path, accessor] : table()) {
    if (path.find('[') == std::string::npos) out.push_back(path);
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
