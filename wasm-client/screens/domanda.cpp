#include "wasm-client/screens/screens.hpp"
namespace omnia::screens {
Parts azienda(const app::Model& model) { return home(model); }
Parts domanda(const app::Model& model) { return home(model); }
Parts ricevuta(const app::Model& model) { return home(model); }
Parts elenco(const app::Model& model) { return home(model); }
Parts dettaglio(const app::Model& model) { return home(model); }
}  // namespace omnia::screens
