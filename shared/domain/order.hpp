// Stable sorting that is compiled once: the standard's own is compiled again for every type and comparison, some kilobytes each
// in what the browser downloads. For lists that are sorted now and then.
#pragma once
#include <cstddef>
#include <utility>
#include <vector>

namespace omnia::domain {

// Does the item at place `a` come before the one at `b`?
using Precedes = bool (*)(const void* context, std::size_t a, std::size_t b);

// The places 0…count-1 in their order.
std::vector<std::size_t> stable_order(std::size_t count, const void* context, Precedes precedes);

// `less(a, b)` compares places.
template <class Less>
std::vector<std::size_t> stable_order(std::size_t count, const Less& less) {
  return stable_order(count, &less, [](const void* context, std::size_t a, std::size_t b) {
    return static_cast<bool>((*static_cast<const Less*>(context))(a, b));
  });
}

template <class T, class Less>
void stable_sort(std::vector<T>& items, const Less& less) {
  const auto places = stable_order(items.size(), [&](std::size_t a, std::size_t b) { return less(items[a], items[b]); });
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::size_t place : places) sorted.push_back(std::move(items[place]));
  items = std::move(sorted);
}

}  // namespace omnia::domain
