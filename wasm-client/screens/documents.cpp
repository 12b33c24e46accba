// The documents that go with the domanda: what is attached, and the choice of another one.
#include "wasm-client/app/documents.hpp"

#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

constexpr std::size_t kShownHash = 12;

Node row(const std::string& name, const std::string& kind, const std::string& size, const std::string& hash, Node action) {
  return view::node(Kind::table_row, {view::cell(name), view::cell(kind), view::numeric_cell(size),
                                      view::cell(hash.substr(0, kShownHash)), std::move(action)});
}

Node list(const domain::Draft& draft) {
  Node table = view::keyed(Kind::table, "documenti", t("documento.tabella"));
  table.children.push_back(view::header_row(
      {t("documento.nome"), t("documento.che_cosa"), t("documento.dimensione"), t("documento.impronta"), t("colonna.azione")}));
  const auto& report = draft.relazione;
  if (report.modalita == domain::ModalitaRelazione::pdf && !report.pdf_nome.empty()) {
    table.children.push_back(row(report.pdf_nome, t("documento.categoria.relazione"),
                                 app::size_text(report.pdf_dimensione ? report.pdf_dimensione->n : 0), report.pdf_impronta,
                                 view::node(Kind::table_cell, {view::button("modifica:relazione", t("documento.sostituisci"))})));
  }
  for (std::size_t i = 0; i < draft.allegati.size(); ++i) {
    const auto& one = draft.allegati[i];
    Node action = view::node(Kind::table_cell,
                             {view::button("documento.togli:" + std::to_string(i), t("lavoratori.togli", {{"nome", one.nome}}))});
    table.children.push_back(row(one.nome, app::t_of("documento.categoria.", one.categoria), app::size_text(one.dimensione),
                                 one.impronta, std::move(action)));
  }
  table.max = static_cast<std::int64_t>(table.children.size()) - 1;
  return table;
}

}  // namespace

void add_documents(const Desk& desk, Nodes& out) {
  const app::VistaDocumenti& view_state = desk.work.documenti;
  Node group = view::keyed(Kind::group, "documenti.gruppo", t("documento.titolo"));
  group.help = t("documento.aiuto");
  if (!app::attached(desk.draft()).empty()) group.children.push_back(list(desk.draft()));
  Node kind = view::keyed(Kind::select, "documento.categoria", t("documento.che_cosa"));
  kind.value = view_state.categoria;
  for (const char* one : {"consultazione", "liquidita", "meteo", "lavoratori", "altro"}) {
    kind.options.push_back({one, app::t_of("documento.categoria.", one)});
  }
  Node file = view::keyed(Kind::field, app::kDocumentFile, t("documento.file"));
  file.field_kind = view::FieldKind::file;
  file.max = app::kMaxDocument;
  file.options = {{".pdf,.png,.jpg,.jpeg,.csv,.xml,.txt", t("documento.scegli")}};
  file.help = t("documento.file.aiuto", {{"massimo", app::size_text(app::kMaxDocument)}});
  file.error = view_state.errore;
  group.children.push_back(view::node(Kind::row, {kind, file}));
  out.push_back(std::move(group));
}

}  // namespace omnia::screens
