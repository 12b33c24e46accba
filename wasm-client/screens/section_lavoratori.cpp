// Section "lavoratori": people of the chosen unit as UniEmens shows them, with search, order, pages and selection.
#include <algorithm>
#include <map>
#include <set>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/app/workers.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

constexpr const char* kList = "lavoratori.beneficiari";
constexpr std::string_view kItem = "lavoratori.beneficiari[";

// Visible alerts of each beneficiary, by index.
std::map<std::size_t, std::vector<const rules::Alert*>> alerts_by_worker(const Desk& desk) {
  std::map<std::size_t, std::vector<const rules::Alert*>> out;
  for (const rules::Alert* alert : app::shown_alerts(desk.work)) {
    if (alert->campo.compare(0, kItem.size(), kItem) != 0) continue;
    out[static_cast<std::size_t>(std::strtoul(alert->campo.c_str() + kItem.size(), nullptr, 10))].push_back(alert);
  }
  return out;
}

struct Table {
  const Desk& desk;
  std::unordered_map<std::string, std::size_t> chosen;
  std::map<std::size_t, std::vector<const rules::Alert*>> alerts;

  // The one fact that mends a short seniority (art. 1 c. 3 D.Lgs. 148/2015).
  [[nodiscard]] Node change_of_contractor(std::size_t index) const {
    const std::string path = std::string(kItem) + std::to_string(index) + "].cambio_appalto";
    Node box = view::keyed(Kind::checkbox, path, t("lavoratori.cambio_appalto"));
    box.checked = desk.draft().lavoratori.beneficiari[index].cambio_appalto;
    return box;
  }

  [[nodiscard]] Node remarks(std::size_t index) const {
    Node cell = view::node(Kind::table_cell);
    const auto found = alerts.find(index);
    if (found == alerts.end()) return cell;
    for (const rules::Alert* alert : found->second) {
      cell.children.push_back(alert_node(*alert, kBesideField));
      add_remedy(desk, *alert, cell.children);
      if (alert->codice == "A-LAV-10" || alert->codice == "A-LAV-12") cell.children.push_back(change_of_contractor(index));
    }
    return cell;
  }

  [[nodiscard]] Node row(const domain::Lavoratore& worker) const {
    const auto index = chosen.find(worker.codice_fiscale);
    const bool selected = index != chosen.end();
    Node box = view::keyed(Kind::checkbox, "scelto:" + worker.codice_fiscale, worker.cognome + " " + worker.nome);
    box.checked = selected;
    Node line = view::keyed(Kind::table_row, "lavoratore:" + worker.codice_fiscale);
    line.checked = selected;
    const std::string qualification = app::t_of("qualifica.", worker.qualifica);
    line.children = {view::node(Kind::table_cell, {box}),
                     view::cell(worker.codice_fiscale),
                     view::cell(qualification.empty() ? worker.qualifica : qualification),
                     view::numeric_cell(domain::format_hundredths(worker.ore_settimanali_centesimi)),
                     view::cell(worker.assunzione ? worker.assunzione->italiano() : std::string()),
                     selected ? remarks(index->second) : view::cell("")};
    return line;
  }
};

Node select(const char* key, const std::string& label, const std::string& value, std::vector<view::Option> options) {
  Node node = view::keyed(Kind::select, key, label);
  node.value = value;
  node.options = std::move(options);
  return node;
}

void add_filters(const Desk& desk, const std::vector<const domain::Lavoratore*>& everyone, Nodes& out) {
  const app::VistaLavoratori& view = desk.work.lavoratori;
  Node search = view::keyed(Kind::field, "lavoratori.testo", t("lavoratori.cerca"));
  search.field_kind = view::FieldKind::search;
  search.value = view.testo;
  search.help = t("lavoratori.cerca.aiuto");
  std::set<std::string> present;
  for (const auto* worker : everyone) present.insert(worker->qualifica);
  std::vector<view::Option> qualifications = {{"", t("lavoratori.tutte_le_qualifiche")}};
  for (const std::string& one : present) {
    const std::string name = app::t_of("qualifica.", one);
    qualifications.push_back({one, name.empty() ? one : name});
  }
  std::vector<view::Option> orders;
  for (const char* one : {"cognome", "cognome_indietro", "codice", "qualifica", "orario", "assunzione"}) {
    orders.push_back({one, app::t_of("lavoratori.ordine.", one)});
  }
  out.push_back(
      view::node(Kind::row, {search, select("lavoratori.qualifica", t("colonna.qualifica"), view.qualifica, qualifications),
                             select("lavoratori.ordine", t("lavoratori.ordina"), view.ordine, orders)}));
}

void add_selection(const Desk& desk, std::size_t listed, Nodes& out) {
  const auto chosen = static_cast<std::int64_t>(desk.draft().lavoratori.beneficiari.size());
  out.push_back(view::status("lavoratori.conto", app::plural("lavoratori.scelti", chosen)));
  const std::string shown = domain::format_integer(static_cast<std::int64_t>(listed));
  Node all = view::button("lavoratori.tutti", t("lavoratori.seleziona", {{"n", shown}}));
  all.disabled = listed == 0;
  Node none = view::button("lavoratori.nessuno", t("lavoratori.deseleziona", {{"n", shown}}));
  none.disabled = listed == 0;
  out.push_back(view::node(Kind::row, {all, none}));
}

void add_table(const Table& table, const std::vector<const domain::Lavoratore*>& rows, Nodes& out) {
  const std::size_t first = std::min(table.desk.work.lavoratori.pagina * app::kWorkersPerPage, rows.size());
  const std::size_t end = std::min(first + app::kWorkersPerPage, rows.size());
  Node node = view::keyed(Kind::table, kList, t("lavoratori.tabella"));
  node.max = static_cast<std::int64_t>(rows.size());
  node.children.push_back(view::header_row({t("colonna.lavoratore"), t("colonna.codice_fiscale"), t("colonna.qualifica"),
                                            t("colonna.orario"), t("colonna.assunzione"), t("colonna.avvisi")}));
  for (std::size_t i = first; i < end; ++i) node.children.push_back(table.row(*rows[i]));
  out.push_back(std::move(node));
  if (rows.size() <= app::kWorkersPerPage) return;
  Node back = view::button("lavoratori.indietro", t("pagine.precedente"));
  back.disabled = first == 0;
  Node next = view::button("lavoratori.avanti", t("pagine.successiva"));
  next.disabled = end == rows.size();
  const auto number = [](std::size_t n) { return domain::format_integer(static_cast<std::int64_t>(n)); };
  Node place = view::status("lavoratori.pagina",
                            t("pagine.righe", {{"dal", number(first + 1)}, {"al", number(end)}, {"n", number(rows.size())}}));
  out.push_back(view::node(Kind::row, {back, next, place}));
}

// Chosen before the unit was changed, or twice in the list.
void add_elsewhere(const Table& table, Nodes& out) {
  const auto indices = app::beneficiaries_elsewhere(table.desk.work);
  if (indices.empty()) return;
  Node node = view::keyed(Kind::table, "lavoratori.altrove", t("lavoratori.altrove"));
  node.max = static_cast<std::int64_t>(indices.size());
  node.children.push_back(
      view::header_row({t("colonna.lavoratore"), t("colonna.codice_fiscale"), t("colonna.azione"), t("colonna.avvisi")}));
  const auto& list = table.desk.draft().lavoratori.beneficiari;
  constexpr std::size_t kMost = 50;
  for (std::size_t n = 0; n < std::min(indices.size(), kMost); ++n) {
    const auto& one = list[indices[n]];
    const std::string name = one.cognome + " " + one.nome;
    Node row = view::keyed(Kind::table_row, "altrove:" + std::to_string(indices[n]));
    row.children = {view::cell(name), view::cell(one.codice_fiscale ? one.codice_fiscale->str() : one.codice_fiscale.testo),
                    view::node(Kind::table_cell,
                               {view::button("togli:" + std::to_string(indices[n]), t("lavoratori.togli", {{"nome", name}}))}),
                    table.remarks(indices[n])};
    node.children.push_back(std::move(row));
  }
  out.push_back(std::move(node));
}

// For who is missing in UniEmens (A-LAV-09 will say that the office may ask).
void add_by_hand(const Desk& desk, Nodes& out) {
  const app::NuovoLavoratore& one = desk.work.lavoratori.nuovo;
  Node group = view::keyed(Kind::group, "aggiunta", t("aggiunta.titolo"));
  group.help = t("aggiunta.aiuto");
  const auto field = [](const char* key, const std::string& label, const std::string& value) {
    Node node = view::keyed(Kind::field, key, label);
    node.value = value;
    return node;
  };
  Node code = field("aggiunta.codice_fiscale", t("aggiunta.codice_fiscale"), one.codice_fiscale);
  code.error = one.errore;
  std::vector<view::Option> qualifications;
  for (const char* name : {"operaio", "impiegato", "quadro", "apprendista", "domicilio", "altro"}) {
    qualifications.push_back({name, app::t_of("qualifica.", name)});
  }
  group.children = {code, field("aggiunta.cognome", t("aggiunta.cognome"), one.cognome),
                    field("aggiunta.nome", t("aggiunta.nome"), one.nome),
                    select("aggiunta.qualifica", t("aggiunta.qualifica"), one.qualifica, std::move(qualifications)),
                    view::button("aggiungi", t("aggiunta.aggiungi"))};
  out.push_back(std::move(group));
}

bool is_workforce(const forms::Field& field) { return field.path.rfind("lavoratori.organico.", 0) == 0; }

// The people in force by category, side by side: optional figures, after the list.
void add_workforce(const Desk& desk, const forms::Section& section, Nodes& out) {
  Node group = view::keyed(Kind::group, "lavoratori.organico", t("organico.titolo"));
  group.help = t("organico.aiuto");
  Node row = view::node(Kind::row);
  for (const forms::Field& field : section.campi) {
    if (is_workforce(field)) add_field(desk, field, row.children);
  }
  group.children.push_back(std::move(row));
  out.push_back(std::move(group));
}

void add_own_fields(const Desk& desk, const forms::Section& section, Nodes& out) {
  const forms::Context context = app::form_context(desk.work);
  for (const forms::Field& field : section.campi) {
    if (!is_workforce(field) && forms::visible(field, desk.draft(), context)) add_field(desk, field, out);
  }
}

}  // namespace

void add_workers(const Desk& desk, const forms::Section& section, Nodes& out) {
  add_own_fields(desk, section, out);
  if (const std::string error = error_of(desk, kList); !error.empty()) {
    Node alert = view::keyed(Kind::alert, "errore:" + std::string(kList), error);
    alert.value = t("gravita.errore");
    alert.tone = view::Tone::error;
    out.push_back(std::move(alert));
  }
  add_alerts(desk, kList, out);
  const Table table{desk, app::beneficiary_index(desk.draft()), alerts_by_worker(desk)};
  const auto everyone = app::unit_workers(desk.work);
  if (everyone.empty()) {
    Node empty = view::keyed(Kind::empty_state, "lavoratori.vuoto", t("lavoratori.vuoto"));
    empty.help = t(desk.draft().unita_produttiva.progressivo ? "lavoratori.vuoto.uniemens" : "lavoratori.vuoto.unita");
    if (!desk.draft().unita_produttiva.progressivo)
      empty.children.push_back(view::button("modifica:unita_produttiva", t("lavoratori.scegli_unita")));
    out.push_back(std::move(empty));
  } else {
    const auto rows = app::listed_workers(desk.work);
    out.push_back(view::text(t("lavoratori.fonte")));
    add_filters(desk, everyone, out);
    add_selection(desk, rows.size(), out);
    if (rows.empty()) {
      out.push_back(view::text(t("lavoratori.nessun_risultato")));
    } else {
      add_table(table, rows, out);
    }
  }
  add_elsewhere(table, out);
  add_by_hand(desk, out);
  add_workforce(desk, section, out);
}

}  // namespace omnia::screens
