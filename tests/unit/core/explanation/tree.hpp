// Explanations as text for the tests, and what must hold of every one of them.
#pragma once
#include <boost/test/unit_test.hpp>
#include <string>

#include "shared/norms/norms.hpp"
#include "shared/rules/explanation/explain.hpp"
#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using rules::explanation::Spiegazione;

inline domain::Result<Spiegazione> explained(const World& w, std::string_view argomento) {
  return rules::explanation::explain(w.d, w.r, norms::Norms::builtin(), w.oggi, argomento);
}

// One line a step: depth, statement | rule | citation | facts; an asterisk marks a reading, "= n misura" the figure.
inline std::string drawn(const Spiegazione& s, int depth = 0) {
  std::string text = std::string(static_cast<std::size_t>(depth) * 2, ' ') + (s.lettura ? "* " : "") + s.affermazione;
  if (s.quantita) text += (s.somma ? " Σ " : " = ") + std::to_string(s.quantita->valore) + " " + s.quantita->misura;
  if (!s.regola.empty()) text += " | " + s.regola;
  if (!s.citazione.empty()) text += " | " + s.citazione;
  for (const auto& f : s.fatti) text += " | " + f.nome + ": " + f.valore + " [" + f.fonte + "]";
  text += "\n";
  for (const auto& passo : s.passi) text += drawn(passo, depth + 1);
  return text;
}

// The first step, at any depth, whose statement starts so; nullptr when there is none.
inline const Spiegazione* find_step(const Spiegazione& s, std::string_view start) {
  if (s.affermazione.compare(0, start.size(), start) == 0) return &s;
  for (const auto& passo : s.passi) {
    if (const auto* found = find_step(passo, start)) return found;
  }
  return nullptr;
}

inline void check_step(const Spiegazione& s, domain::Date giorno) {
  BOOST_REQUIRE_MESSAGE(!s.affermazione.empty(), drawn(s));
  if (s.passi.empty()) BOOST_REQUIRE_MESSAGE(!s.citazione.empty() || !s.fatti.empty(), "a leaf without a source: " << drawn(s));
  if (s.somma) {
    std::int64_t sum = 0;
    for (const auto& passo : s.passi) {
      if (passo.quantita) sum += passo.quantita->valore;
      if (passo.quantita) BOOST_REQUIRE_MESSAGE(passo.quantita->misura == s.quantita->misura, drawn(s));
    }
    BOOST_REQUIRE_MESSAGE(sum == s.quantita->valore, "the steps add up to " << sum << ": " << drawn(s));
  }
  const std::string norm = "tabella delle norme, ";
  for (const auto& f : s.fatti) {
    BOOST_REQUIRE_MESSAGE(!f.nome.empty() && !f.valore.empty() && !f.fonte.empty(), drawn(s));
    if (f.fonte.compare(0, norm.size(), norm) != 0) continue;
    const auto* parameter = norms::Norms::builtin().find(f.fonte.substr(norm.size()), giorno);
    if (parameter == nullptr || parameter->mark != norms::Mark::reading) continue;
    BOOST_REQUIRE_MESSAGE(s.lettura, "a reading that is not marked: " << drawn(s));
    BOOST_REQUIRE_MESSAGE(f.valore.find('_') == std::string::npos, "a choice in its own code: " << f.valore);
  }
  for (const auto& passo : s.passi) check_step(passo, giorno);
}

}  // namespace omnia::test
