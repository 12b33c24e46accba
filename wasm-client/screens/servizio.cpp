// What every first screen shows of the service: its notices and its documents.
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

void add_notices(const app::Model& model, Node& main) {
  std::size_t n = 0;
  for (const std::string& text : model.servizio.avvisi) {
    Node notice = view::keyed(Kind::alert, "servizio.avviso:" + std::to_string(n++), text);
    notice.value = t("gravita.informazione");
    notice.tone = view::Tone::info;
    main.children.push_back(std::move(notice));
  }
}

void add_documents(const app::Model& model, Node& main) {
  if (model.servizio.documenti.empty()) return;
  Node section =
      view::keyed(Kind::section, "servizio.documenti", t("servizio.documenti"), {view::heading(2, t("servizio.documenti"))});
  Node list = view::node(Kind::list);
  std::size_t n = 0;
  for (const app::Documento& one : model.servizio.documenti) {
    list.children.push_back(view::node(
        Kind::list_item, {view::link("documento:" + std::to_string(n++), t("servizio.pdf", {{"titolo", one.titolo}}))}));
  }
  section.children.push_back(std::move(list));
  main.children.push_back(std::move(section));
}

}  // namespace omnia::screens
