// The words that take the place of the placeholders of a text, as a call gives them: {{"n", "3"}, {"data", day}}. They are looked
// at during that call and never kept, so that hundreds of calls copy nothing.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace omnia::norms {

struct Word {
  std::string_view nome;
  std::string_view valore;
};
using Words = std::initializer_list<Word>;

// {name}: value, in the order given; unknown placeholders stay.
std::string fill(std::string_view text, Words words);

}  // namespace omnia::norms
