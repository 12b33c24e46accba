// The code with which the office refuses what `run` asks; empty when it does not.
#pragma once
#include <string>
#include <utility>

#include "server/services/refusal.hpp"

namespace omnia::tests {

template <class F>
std::string code_of(F&& run) {
  try {
    std::forward<F>(run)();
  } catch (const services::Refusal& refusal) {
    return refusal.codice;
  }
  return "";
}

}  // namespace omnia::tests
