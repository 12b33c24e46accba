// JSON in and out of the core's values: versioned, tolerant of unknown fields, strict about wrong ones. Output is canonical
// (keys sorted, no white space), so equal values give equal bytes, native and wasm.
#pragma once
#include <string>
#include <string_view>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/domain/result.hpp"
#include "shared/rules/explanation/spiegazione.hpp"
#include "shared/rules/review.hpp"

namespace omnia::wire {

// Dates "2026-11-23"; money integer cents, key + "_cent"; hours and decimals integer hundredths, key + "_centesimi";
// an Entry that does not parse is {"testo": "..."}; an empty one is absent. Errors: codice "json.sintassi" or "json.campo",
// testo in Italian naming the path.
std::string write(const domain::Draft& draft);
domain::Result<domain::Draft> read_draft(std::string_view json);

std::string write(const domain::Registry& registry);
domain::Result<domain::Registry> read_registry(std::string_view json);

std::string write(const rules::Review& review);
// The parts of a review, alone: as they stand under "instradamento", "scadenza", "contatori", "liquidita".
std::string write(const rules::routing::Esito& esito);
std::string write(const rules::deadlines::Scadenza& scadenza);
std::string write(const rules::counters::Contatori& contatori);
std::string write(const rules::liquidity::Esito& esito);

// {"affermazione", "lettura", "fatti": [{"nome","valore","fonte"}], "passi": […]}, and where the step has them "codice",
// "regola", "citazione", "quantita": {"valore","misura"} with "somma".
std::string write(const rules::explanation::Spiegazione& spiegazione);

// One call for the bridge, the parity test and the command line: {"bozza":…, "registro":…, "oggi":"2026-11-24"} in,
// review or {"errore":{"codice","testo"}} out.
std::string review_json(std::string_view request, const norms::Norms& norms = norms::Norms::builtin());

// The same request in; out the explanation of one topic or alert ("biennio", "A-TER-03"), the list of them all when
// `argomento` is empty, or {"errore":{"codice","testo"}}.
std::string explain_json(std::string_view request, std::string_view argomento,
                         const norms::Norms& norms = norms::Norms::builtin());

}  // namespace omnia::wire
