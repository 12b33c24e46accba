// Home of the roles that see no domanda: their pages, or what their area will hold.
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

Parts area(const app::Model& model) {
  const std::string role = model.identita ? model.identita->ruolo : std::string();
  view::Node main = view::node(view::Kind::main, {title(app::t_of("area.titolo.", role))});
  add_notices(model, main);
  auto entries = page_entries(model);
  if (entries.empty()) {
    view::Node empty = view::keyed(view::Kind::empty_state, "area.vuota", app::t_of("area.che_cosa.", role));
    empty.help = app::t_of("area.che_fare.", role);
    main.children.push_back(std::move(empty));
  } else {
    main.children.push_back(view::text(app::t_of("area.che_fare.", role)));
    main.children.push_back(view::node(view::Kind::row, std::move(entries)));
  }
  add_documents(model, main);
  return {main};
}

}  // namespace omnia::screens
