// The linker sends the calls of these four here (--wrap in wasm-client/CMakeLists.txt), and leaves the C library's own out.
#include <cstdarg>
#include <cstddef>
#include <cstdio>

#include "wasm-client/platform/numbers.hpp"

using omnia::platform::read_decimal;
using omnia::platform::write_format;

// NOLINTBEGIN(bugprone-reserved-identifier): the linker's names
extern "C" {

double __wrap_strtod(const char* text, char** end) { return read_decimal(text, end); }

int __wrap_vsnprintf(char* out, std::size_t size, const char* format, std::va_list values) {
  return write_format(out, size, format, values);
}

int __wrap_snprintf(char* out, std::size_t size, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int length = write_format(out, size, format, values);
  va_end(values);
  return length;
}

// Only what ends the program writes there, and its trap says it.
int __wrap_fprintf(std::FILE*, const char*, ...) { return 0; }

}  // extern "C"
// NOLINTEND(bugprone-reserved-identifier)
