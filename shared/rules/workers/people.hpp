// Codici fiscali as numbers: the people of a domanda found in the lists of the registry.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace omnia::rules::workers {

// Sixteen characters as two numbers: comparing codici fiscali by text is the cost of a review with a thousand workers.
// Longer text never equals a codice fiscale and gets no key.
struct PersonKey {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  std::size_t at = 0;  // place in the list it was made from
  [[nodiscard]] bool same_person(const PersonKey& o) const { return high == o.high && low == o.low; }
  [[nodiscard]] bool before(const PersonKey& o) const { return high != o.high ? high < o.high : low < o.low; }
};
std::optional<PersonKey> person_key(std::string_view codice_fiscale, std::size_t at = 0);

// People sorted for binary search; equal people keep the order of the list.
class PersonIndex {
 public:
  void add(std::string_view codice_fiscale, std::size_t at);
  void sort();
  [[nodiscard]] const std::vector<PersonKey>& keys() const { return keys_; }
  // Place of the first entry of that person.
  [[nodiscard]] std::optional<std::size_t> find(const PersonKey& person) const;

 private:
  std::vector<PersonKey> keys_;
};

}  // namespace omnia::rules::workers
