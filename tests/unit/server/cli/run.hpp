// Runs a command as the process would, with streams of its own, and keeps what it wrote.
#pragma once
#include <functional>
#include <sstream>
#include <string>

#include "tools/cli/console.hpp"

namespace omnia::test {

struct Ran {
  int exit = 0;
  std::string out;
  std::string err;
};

template <class Command, class Args>
Ran ran(Command command, const Args& args, const std::string& input = {}, bool terminal = false) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Ran result;
  result.exit = command(args, cli::Console{in, out, err, terminal});
  result.out = out.str();
  result.err = err.str();
  return result;
}

// The sentence of the refusal; "" when there was none.
template <class Command, class Args>
std::string refusal(Command command, const Args& args, const std::string& input = {}) {
  try {
    ran(command, args, input);
  } catch (const std::exception& e) {
    return e.what();
  }
  return {};
}

}  // namespace omnia::test
