// Where a command reads and writes: the process's own streams, or a test's.
#pragma once
#include <istream>
#include <ostream>

namespace omnia::cli {

struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  // `err` is seen by a person: progress may be drawn
};

}  // namespace omnia::cli
