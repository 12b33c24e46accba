#include "shared/rules/workers/people.hpp"

#include <algorithm>

namespace omnia::rules::workers {
namespace {

constexpr std::size_t kKeyLength = 16;

std::uint64_t eight_characters(std::string_view text) {
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < 8; ++i) packed = packed << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
  return packed;
}

}  // namespace

std::optional<PersonKey> person_key(std::string_view codice_fiscale, std::size_t at) {
  if (codice_fiscale.empty() || codice_fiscale.size() > kKeyLength) return std::nullopt;
  const auto rest = codice_fiscale.size() > 8 ? codice_fiscale.substr(8) : std::string_view();
  return PersonKey{eight_characters(codice_fiscale), eight_characters(rest), at};
}

void PersonIndex::add(std::string_view codice_fiscale, std::size_t at) {
  if (const auto key = person_key(codice_fiscale, at)) keys_.push_back(*key);
}

void PersonIndex::sort() {
  std::sort(keys_.begin(), keys_.end(),
            [](const PersonKey& a, const PersonKey& b) { return a.same_person(b) ? a.at < b.at : a.before(b); });
}

std::optional<std::size_t> PersonIndex::find(const PersonKey& person) const {
  const auto found =
      std::lower_bound(keys_.begin(), keys_.end(), person, [](const PersonKey& a, const PersonKey& b) { return a.before(b); });
  if (found == keys_.end() || !found->same_person(person)) return std::nullopt;
  return found->at;
}

}  // namespace omnia::rules::workers
