#include "shared/domain/order.hpp"

#include <algorithm>
#include <numeric>

namespace omnia::domain {

std::vector<std::size_t> stable_order(std::size_t count, const void* context, Precedes precedes) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(),
                   [context, precedes](std::size_t a, std::size_t b) { return precedes(context, a, b); });
  return places;
}

}  // namespace omnia::domain
