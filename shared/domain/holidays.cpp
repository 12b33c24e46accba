// Feasts of the Italian State: L. 260/1949, L. 54/1977, D.P.R. 792/1985, L. 336/2000, L. 151/2025. The days suppressed and
// restored between 1977 and 2000 are not followed: no term of this domain falls there.
#include <algorithm>
#include <array>

#include "shared/domain/date.hpp"

namespace omnia::domain {

Date easter(int anno) {
  // Anonymous Gregorian computus (Meeus, Jones, Butcher).
  const int a = anno % 19;
  const int b = anno / 100;
  const int c = anno % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return Date::of(anno, n / 31, n % 31 + 1);
}

bool is_holiday(Date d) {
  struct Fixed {
    int mese;
    int giorno;
    int dal_anno;
  };
  // 4 October, Saint Francis, is a feast again from 2026 (L. 151/2025).
  constexpr std::array<Fixed, 11> kFixed{{{1, 1, 0},
                                          {1, 6, 0},
                                          {4, 25, 0},
                                          {5, 1, 0},
                                          {6, 2, 0},
                                          {8, 15, 0},
                                          {10, 4, 2026},
                                          {11, 1, 0},
                                          {12, 8, 0},
                                          {12, 25, 0},
                                          {12, 26, 0}}};
  if (d.weekday() == Weekday::domenica) return true;
  const int anno = d.anno();
  if (d == easter(anno) + 1) return true;
  const int mese = d.mese();
  const int giorno = d.giorno();
  return std::any_of(kFixed.begin(), kFixed.end(),
                     [&](const Fixed& f) { return f.mese == mese && f.giorno == giorno && anno >= f.dal_anno; });
}

Date roll_forward(Date d) {
  while (is_holiday(d)) d = d + 1;
  return d;
}

Date roll_back(Date d) {
  while (is_holiday(d)) d = d - 1;
  return d;
}

}  // namespace omnia::domain
