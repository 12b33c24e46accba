// One function a screen: Model -> nodes of the page, without the frame (header) that all share.
#pragma once
#include <vector>

#include "wasm-client/app/model.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::screens {

// What a screen puts beside the header: navigation, main, aside.
using Parts = std::vector<view::Node>;

Parts identita(const app::Model& model);
Parts sessioni(const app::Model& model);
Parts home(const app::Model& model);
Parts azienda(const app::Model& model);
Parts domanda(const app::Model& model);
Parts ricevuta(const app::Model& model);
Parts elenco(const app::Model& model);
Parts dettaglio(const app::Model& model);
Parts chiuso(const app::Model& model);
Parts area(const app::Model& model);
Parts pagina(const app::Model& model);

// The dialog of theme and keys over that page.
view::Node aspetto(const app::Model& model, const view::Node& page);

}  // namespace omnia::screens
