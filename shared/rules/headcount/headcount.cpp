#include "shared/rules/headcount/headcount.hpp"

namespace omnia::rules::headcount {

int Media::compare(std::int64_t soglia) const {
  const std::int64_t limit = soglia * 100 * mesi;
  return somma_centesimi < limit ? -1 : (somma_centesimi > limit ? 1 : 0);
}

Media average(const std::vector<domain::ForzaMese>& forza, domain::Date giorno, int mesi) {
  const auto month = domain::YearMonth::of(giorno);
  const auto first = month.add(-mesi);
  Media media;
  const domain::ForzaMese* current = nullptr;
  for (const auto& item : forza) {
    if (item.mese == month) current = &item;
    if (item.mese < first || !(item.mese < month)) continue;
    media.somma_centesimi += item.forza_centesimi;
    ++media.mesi;
  }
  // A new employer in its first month: that month's figure (circ. INPS 176/2016).
  if (media.mesi == 0 && current != nullptr) media = {current->forza_centesimi, 1};
  return media;
}

}  // namespace omnia::rules::headcount
