// One entry to every explanation of a draft: the topic in, its tree out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/domain/result.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/explanation/spiegazione.hpp"

namespace omnia::rules::explanation {

struct Argomento {
  std::string_view codice;  // "biennio"
  std::string_view nome;    // "Biennio mobile"
  std::string_view alias;   // another word for it, as the commands write it; may be empty
};
// In the order in which a person would read them.
const std::vector<Argomento>& argomenti();

// `argomento`: code or alias of a topic, or the code of an alert that the draft raises ("A-TER-03"). The reason says which
// datum is missing, or that the word is not a topic.
domain::Result<Spiegazione> explain(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms,
                                    domain::Date oggi, std::string_view argomento);

// Every topic that the draft allows, then every alert it raises, each code once and without the result behind it, which is
// already there.
std::vector<Spiegazione> explain_all(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms,
                                     domain::Date oggi);

}  // namespace omnia::rules::explanation
