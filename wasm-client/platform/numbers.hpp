// The two jobs of the C library that the browser's program needs of its large ones: reading a decimal number and writing a small
// format. Theirs bring arithmetic of 128 bits with them, a fiftieth of what a browser downloads; no rule uses either.
#pragma once
#include <cstdarg>
#include <cstddef>

namespace omnia::platform {

// As strtod, for the numbers of JSON: sign, digits, fraction, exponent. Exact up to 15 digits and powers of ten up to 22, which
// are all that a person writes; beyond them near. Infinity when too large. `end` as strtod; nullptr: not wanted.
double read_decimal(const char* text, char** end);

// As vsnprintf, for %s, %d, %x and %X with a width or a precision of one digit: zeros fill the place on the left.
int write_format(char* out, std::size_t size, const char* format, std::va_list values);

}  // namespace omnia::platform
