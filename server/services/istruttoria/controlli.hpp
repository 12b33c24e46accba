// The automatic checks of a domanda: each ends in ok, attention or blocking, and says why. They help who decides; none decides.
#pragma once
#include <vector>

#include "server/store/istruttoria_store.hpp"
#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/rules/review.hpp"

namespace omnia::services {

// `esame` is the review of `bozza` with `registro`. In the order in which an operator goes through them.
std::vector<store::Controllo> run_checks(const domain::Draft& bozza, const domain::Registry& registro,
                                         const rules::Review& esame);
// The one that needs other domande.
store::Controllo check_other_domande(const std::vector<store::AltraDomanda>& altre);

}  // namespace omnia::services
