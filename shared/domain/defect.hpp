// The end of a program that contradicts itself. Never for what a person, a file or another program has sent: that is refused.
#pragma once
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace omnia::domain {

// The browser client is built without exceptions, a third of its size; there it stops.
[[noreturn]] inline void defect(const std::string& what) {
#ifdef __cpp_exceptions
  throw std::logic_error(what);
#else
  static_cast<void>(what);
  std::abort();
#endif
}

}  // namespace omnia::domain
