#include "shared/rules/headcount/headcount.hpp"

namespace omnia::rules::headcount {

int Media::compare(std::int64_t soglia) const {
  const std::int64_t limit = soglia * 100 * mesi;
  return somma_centesimi < limit ? -1 : (somma_centesimi > limit ? 1 : 0);
}

domain::Date reference_day(domain::Date inizio, const std::optional<domain::Date>& presentata, const norms::Norms& norms) {
  return presentata && norms.choice("headcount.half_year", inizio) == "filing" ? *presentata : inizio;
}

std::vector<domain::ForzaMese> half_year_figures(const std::vector<domain::ForzaMese>& forza, domain::Date giorno, int mesi) {
  const auto month = domain::YearMonth::of(giorno);
  const auto first = month.add(-mesi);
  std::vector<domain::ForzaMese> figures;
  const domain::ForzaMese* current = nullptr;
  for (const auto& item : forza) {
    if (item.mese == month) current = &item;
    if (first <= item.mese && item.mese < month) figures.push_back(item);
  }
  // A new employer in its first month: that month's figure (circ. INPS 176/2016).
  if (figures.empty() && current != nullptr) figures.push_back(*current);
  return figures;
}

Media average(const std::vector<domain::ForzaMese>& forza, domain::Date giorno, int mesi) {
  Media media;
  for (const auto& figure : half_year_figures(forza, giorno, mesi)) {
    media.somma_centesimi += figure.forza_centesimi;
    ++media.mesi;
  }
  return media;
}

}  // namespace omnia::rules::headcount
