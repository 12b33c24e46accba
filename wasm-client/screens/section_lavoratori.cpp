// Section "lavoratori": people of the chosen unit as UniEmens shows them, with search, order and selection.
#include <algorithm>
#include <map>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/documents.hpp"
#include "wasm-client/app/fixes.hpp"
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

// Who of the rows in the tree is chosen.
std::unordered_map<std::string, std::size_t> chosen_in_sight(const Desk& desk) {
  const app::Lavoratori& rows = app::listed_workers(desk.work);
  const auto [first, count] = app::workers_in_tree(desk.work);
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(first);
  return app::beneficiary_index(desk.draft(), app::Lavoratori(begin, begin + static_cast<std::ptrdiff_t>(count)));
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

  // In a row that has its own «Togli» the remedy that does the same is left out: two buttons would ask which is which.
  [[nodiscard]] Nodes remarks(std::size_t index, bool with_removal = true) const {
    Nodes out;
    const auto found = alerts.find(index);
    if (found == alerts.end()) return out;
    for (const rules::Alert* alert : found->second) {
      out.push_back(alert_node(*alert, kBesideField));
      const auto remedy = app::remedy(desk.work, *alert, desk.model.oggi);
      if (with_removal || !remedy || !remedy->togli) add_remedy(desk, *alert, out);
      if (alert->codice == "A-LAV-10" || alert->codice == "A-LAV-12") out.push_back(change_of_contractor(index));
    }
    return out;
  }

  // The rows have one line: what there is to say is under the table, here is how much.
  [[nodiscard]] Node count(std::size_t index) const {
    const auto found = alerts.find(index);
    if (found == alerts.end()) return view::cell("");
    const auto& all = found->second;
    const auto errors = std::count_if(all.begin(), all.end(), [](const auto* a) { return a->gravita == norms::Gravita::errore; });
    const auto others = static_cast<std::int64_t>(all.size()) - errors;
    return view::node(Kind::table_cell, {errors > 0 ? view::badge(app::plural("conta.errore", errors), view::Tone::error)
                                                    : view::badge(app::plural("conta.avviso", others), view::Tone::warning)});
  }

  [[nodiscard]] Node row(const domain::Lavoratore& worker) const {
    const auto index = chosen.find(worker.codice_fiscale);
    const bool selected = index != chosen.end();
    Node box = view::keyed(Kind::checkbox, "scelto:" + worker.codice_fiscale, worker.cognome + " " + worker.nome);
    box.checked = selected;
    Node line = view::keyed(Kind::table_row, "lavoratore:" + worker.codice_fiscale);
    line.checked = selected;
    const std::string qualification = app::t_of("qualifica.", worker.qualifica);
    line.children = {view::node(Kind::table_cell, {box}), view::cell(worker.codice_fiscale),
                     view::cell(qualification.empty() ? worker.qualifica : qualification),
                     view::numeric_cell(domain::format_hundredths(worker.ore_settimanali_centesimi)),
                     view::cell(worker.assunzione ? worker.assunzione->italiano() : std::string())};
    if (!alerts.empty()) line.children.push_back(selected ? count(index->second) : view::cell(""));
    return line;
  }
};

Node select(const char* key, const std::string& label, const std::string& value, std::vector<view::Option> options) {
  Node node = view::keyed(Kind::select, key, label);
  node.value = value;
  node.options = std::move(options);
  return node;
}

void add_filters(const Desk& desk, Nodes& out) {
  const app::VistaLavoratori& view = desk.work.lavoratori;
  Node search = view::keyed(Kind::field, "lavoratori.testo", t("lavoratori.cerca"));
  search.field_kind = view::FieldKind::search;
  search.value = view.testo;
  search.help = t("lavoratori.cerca.aiuto");
  std::vector<view::Option> qualifications = {{"", t("lavoratori.tutte_le_qualifiche")}};
  for (const std::string& one : app::unit_qualifications(desk.work)) {
    const std::string name = app::t_of("qualifica.", one);
    qualifications.push_back({one, name.empty() ? one : name});
  }
  out.push_back(
      view::node(Kind::row, {search, select("lavoratori.qualifica", t("colonna.qualifica"), view.qualifica, qualifications)}));
}

void add_selection(const Desk& desk, std::size_t listed, Nodes& out) {
  const auto chosen = static_cast<std::int64_t>(desk.draft().lavoratori.beneficiari.size());
  out.push_back(view::status("lavoratori.conto", app::plural("lavoratori.scelti", chosen)));
  const auto shown = static_cast<std::int64_t>(listed);
  Node all = view::button("lavoratori.tutti", app::plural("lavoratori.seleziona", shown));
  all.disabled = listed == 0;
  Node none = view::button("lavoratori.nessuno", app::plural("lavoratori.deseleziona", shown));
  none.disabled = listed == 0;
  out.push_back(view::node(Kind::row, {all, none}));
}

// A header that sorts by its column; the column's width in characters.
Node sorter(const app::VistaLavoratori& view, const char* order, const std::string& label, std::int64_t width) {
  Node header = view::keyed(Kind::table_header, {}, label, {view::button(std::string("lavoratori.ordine:") + order, label)});
  header.max = width;
  if (view.ordine == order) header.now = view.indietro ? -1 : 1;
  return header;
}

Node header(const Table& table) {
  const app::VistaLavoratori& view = table.desk.work.lavoratori;
  Node hours = sorter(view, "orario", t("colonna.orario"), 16);
  hours.numeric = true;
  Node row = view::node(Kind::table_row, {sorter(view, "cognome", t("colonna.lavoratore"), 18),
                                          sorter(view, "codice_fiscale", t("colonna.codice_fiscale"), 21),
                                          sorter(view, "qualifica", t("colonna.qualifica"), 13), std::move(hours),
                                          sorter(view, "assunzione", t("colonna.assunzione"), 15)});
  if (table.alerts.empty()) return row;
  Node remarks = view::keyed(Kind::table_header, {}, t("colonna.avvisi"));
  remarks.max = 14;
  row.children.push_back(std::move(remarks));
  return row;
}

void add_table(const Table& table, const app::Lavoratori& rows, Nodes& out) {
  const auto [first, count] = app::workers_in_tree(table.desk.work);
  Node node = view::keyed(Kind::table, kList, t("lavoratori.tabella"));
  node.max = static_cast<std::int64_t>(rows.size());
  node.now = static_cast<std::int64_t>(first);
  node.limit = static_cast<std::int64_t>(app::kWorkersShown);
  const app::VistaLavoratori& view = table.desk.work.lavoratori;
  node.value = view.ordine + (view.indietro ? "-" : "+") + view.qualifica + "/" + view.testo;
  node.children.push_back(header(table));
  for (std::size_t i = first; i < first + count; ++i) node.children.push_back(table.row(*rows[i]));
  out.push_back(std::move(node));
}

// The alerts of the chosen workers, who has them and how to mend them.
void add_worker_alerts(const Table& table, Nodes& out) {
  constexpr std::size_t kMost = 20;
  const auto& people = table.desk.draft().lavoratori.beneficiari;
  const auto elsewhere = app::beneficiaries_elsewhere(table.desk.work);
  Node list = view::keyed(Kind::list, "lavoratori.avvisi");
  std::size_t others = 0;
  for (const auto& [index, alerts] : table.alerts) {
    if (index >= people.size() || std::binary_search(elsewhere.begin(), elsewhere.end(), index)) continue;
    if (list.children.size() == kMost) {
      ++others;
      continue;
    }
    const auto& one = people[index];
    Node item = view::node(Kind::list_item, {view::heading(3, one.cognome + " " + one.nome)});
    for (Node& node : table.remarks(index)) item.children.push_back(std::move(node));
    list.children.push_back(std::move(item));
  }
  if (list.children.empty()) return;
  out.push_back(view::heading(2, t("lavoratori.avvisi"), "lavoratori.avvisi.titolo"));
  out.push_back(std::move(list));
  if (others > 0) out.push_back(view::text(app::plural("lavoratori.altri_avvisi", static_cast<std::int64_t>(others))));
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
                    view::node(Kind::table_cell, table.remarks(indices[n], false))};
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
  Node hired = field("aggiunta.assunzione", t("aggiunta.assunzione"), one.assunzione);
  hired.field_kind = view::FieldKind::date;
  hired.help = t("aggiunta.assunzione.aiuto");
  Node hours = field("aggiunta.ore_settimanali", t("aggiunta.ore_settimanali"), one.ore_settimanali);
  hours.field_kind = view::FieldKind::hours;
  Node part_time = field("aggiunta.part_time", t("aggiunta.part_time"), one.part_time);
  part_time.field_kind = view::FieldKind::decimal;
  part_time.help = t("aggiunta.part_time.aiuto");
  group.children = {
      code,
      view::node(Kind::row, {field("aggiunta.cognome", t("aggiunta.cognome"), one.cognome),
                             field("aggiunta.nome", t("aggiunta.nome"), one.nome),
                             select("aggiunta.qualifica", t("aggiunta.qualifica"), one.qualifica, std::move(qualifications))}),
      view::node(Kind::row, {hired, hours, part_time}), view::button("aggiungi", t("aggiunta.aggiungi"))};
  out.push_back(view::keyed(Kind::disclosure, "aggiunta.apri", t("aggiunta.titolo"), {std::move(group)}));
}

// What is wrong with the file, row by row: the person mends it there and tries again.
Node csv_errors(const app::ImportazioneCsv& csv) {
  Node table = view::keyed(Kind::table, "lavoratori.csv.righe", t("csv.righe"));
  table.max = static_cast<std::int64_t>(csv.righe.size());
  table.children.push_back(view::header_row({t("csv.riga"), t("csv.colonna"), t("csv.correggi")}));
  constexpr std::size_t kMost = 100;
  for (std::size_t i = 0; i < std::min(csv.righe.size(), kMost); ++i) {
    const auto& one = csv.righe[i];
    table.children.push_back(view::node(
        Kind::table_row, {view::numeric_cell(std::to_string(one.riga)), view::cell(one.colonna), view::cell(one.motivo)}));
  }
  return table;
}

// The list of a payroll program, as a file or pasted.
void add_csv(const Desk& desk, Nodes& out) {
  const app::ImportazioneCsv& csv = desk.work.lavoratori.csv;
  Node file = view::keyed(Kind::field, "lavoratori.csv", t("csv.file"));
  file.field_kind = view::FieldKind::file;
  file.max = app::kMaxDocument;
  file.options = {{".csv,.txt,text/csv,text/plain", t("csv.scegli")}};
  file.help = t("csv.file.aiuto");
  file.error = csv.illeggibile;
  Node pasted = view::keyed(Kind::field, "lavoratori.csv.testo", t("csv.incolla"));
  pasted.field_kind = view::FieldKind::multiline;
  pasted.value = csv.testo;
  pasted.help = t("csv.incolla.aiuto");
  Node group = view::keyed(Kind::group, "lavoratori.csv.gruppo", t("csv.titolo"));
  group.help = t("csv.aiuto");
  group.children = {file, pasted,
                    view::node(Kind::row, {view::button("lavoratori.csv.importa", t("csv.importa")),
                                           view::button("lavoratori.csv.modello", t("csv.modello"))})};
  Node place = view::keyed(Kind::disclosure, "lavoratori.csv.apri", t("csv.titolo"), {std::move(group)});
  place.checked = !csv.illeggibile.empty() || !csv.righe.empty();
  out.push_back(std::move(place));
  if (!csv.righe.empty()) {
    Node alert = view::keyed(
        Kind::alert, "lavoratori.csv.errore",
        t("csv.niente_importato", {{"righe", app::plural("csv.righe_sbagliate", static_cast<std::int64_t>(csv.righe.size()))}}));
    alert.value = t("gravita.errore");
    alert.tone = view::Tone::error;
    out.push_back(std::move(alert));
    out.push_back(csv_errors(csv));
  }
  if (!csv.esito.empty()) out.push_back(view::status("lavoratori.csv.esito", csv.esito));
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
  add_error(desk, kList, out);
  add_alerts(desk, kList, out);
  add_csv(desk, out);
  const Table table{desk, chosen_in_sight(desk), alerts_by_worker(desk)};
  if (app::unit_workers(desk.work).empty()) {
    Node empty = view::keyed(Kind::empty_state, "lavoratori.vuoto", t("lavoratori.vuoto"));
    empty.help = t(desk.draft().unita_produttiva.progressivo ? "lavoratori.vuoto.uniemens" : "lavoratori.vuoto.unita");
    if (!desk.draft().unita_produttiva.progressivo)
      empty.children.push_back(view::button("modifica:unita_produttiva", t("lavoratori.scegli_unita")));
    out.push_back(std::move(empty));
  } else {
    const app::Lavoratori& rows = app::listed_workers(desk.work);
    out.push_back(view::text(t("lavoratori.fonte")));
    add_filters(desk, out);
    add_selection(desk, rows.size(), out);
    if (rows.empty()) {
      out.push_back(view::text(t("lavoratori.nessun_risultato")));
    } else {
      add_table(table, rows, out);
    }
  }
  add_worker_alerts(table, out);
  add_elsewhere(table, out);
  add_by_hand(desk, out);
  add_workforce(desk, section, out);
}

}  // namespace omnia::screens
