// The single explanations, each from the facts of one review. Internal to shared/rules/explanation.
#pragma once
#include <string_view>

#include "shared/domain/result.hpp"
#include "shared/rules/alerts/context.hpp"
#include "shared/rules/explanation/spiegazione.hpp"

namespace omnia::rules::explanation {

using alerts::Context;
using Esito = domain::Result<Spiegazione>;

Esito instradamento(const Context& c);
Esito organico(const Context& c);
Esito scadenza(const Context& c);
Esito richiesta(const Context& c);
Esito consecutive(const Context& c);
Esito biennio(const Context& c);
Esito quinquennio(const Context& c);
Esito terzo(const Context& c);
Esito capienza(const Context& c);
Esito previsione(const Context& c);
Esito consultazione(const Context& c);
Esito liquidita(const Context& c);
Esito contributo(const Context& c);
Esito importi(const Context& c);
Esito flussi(const Context& c);
Esito fis(const Context& c);
Esito fondo(const Context& c);
Esito cisoa(const Context& c);

// Every alert of that code, with the facts it was raised on; `with_origin` adds the result that raised it as the last step.
Esito avviso(const Context& c, std::string_view codice, bool with_origin);
// The codes of the alerts of the draft, each once, in the order of the review.
std::vector<std::string> alert_codes(const Context& c);

// The tree of a topic by its code; a reason when there is no such topic.
Esito topic(const Context& c, std::string_view codice);

}  // namespace omnia::rules::explanation
