// These names stand before those of the C library, so that the linker leaves the library's own out.
#include <cstdarg>
#include <cstddef>
#include <cstdio>

#include "wasm-client/platform/numbers.hpp"

using omnia::platform::read_decimal;
using omnia::platform::write_format;

extern "C" {

double strtod(const char* text, char** end) { return read_decimal(text, end); }

int vsnprintf(char* out, std::size_t size, const char* format, std::va_list values) {
  return write_format(out, size, format, values);
}

int snprintf(char* out, std::size_t size, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int length = write_format(out, size, format, values);
  va_end(values);
  return length;
}

// Only what ends the program writes there, and its trap says it.
int fprintf(std::FILE*, const char*, ...) { return 0; }

}  // extern "C"
