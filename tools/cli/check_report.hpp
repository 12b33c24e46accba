// What `omnia check` writes of one draft and of the whole: for people, as JSON Lines, as SARIF 2.1.0.
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "shared/rules/review.hpp"

namespace omnia::cli {

enum class Formato { testo, json, sarif };

struct Totali {
  std::int64_t bozze = 0;
  std::int64_t con_errori = 0;
  std::int64_t con_avvisi = 0;  // and no error
  std::int64_t illeggibili = 0;
  std::map<std::string, std::int64_t> per_codice;
};

// One draft. SARIF: its results, each with a comma and a newline before it; empty when there are none.
std::string render(Formato formato, const std::string& nome, const rules::Review& review);
std::string render_defect(Formato formato, const std::string& nome, const std::string& difetto);

// What stands before the first draft and after the last.
std::string opening(Formato formato, const norms::Norms& norms);
std::string closing(Formato formato, const Totali& totali, const norms::Norms& norms);

}  // namespace omnia::cli
