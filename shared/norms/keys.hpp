// The keys of the parameters that the code knows, in one list: unit, whether its rows must follow one another without a hole,
// and which rule reads it.
#pragma once
#include <string_view>
#include <vector>

namespace omnia::norms {

enum class Continuita {
  senza_fine,  // no hole between its rows, and the last one has no end: the rules ask it of any day to come
  a_termine,   // no hole between its rows, but the last one may end (yearly amounts, repealed limits)
  finestre,    // the rows are the windows themselves
};

struct Chiave {
  std::string_view nome;
  std::string_view unita;
  Continuita continuita = Continuita::senza_fine;
  std::string_view uso;  // Italian name of the rule; empty: no rule reads it yet
};

const std::vector<Chiave>& known_keys();
// nullptr when the code does not know the key.
const Chiave* known_key(std::string_view nome);

}  // namespace omnia::norms
