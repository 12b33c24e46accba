// SHA-256 (FIPS 180-4) of a text, in hexadecimal: the fingerprint of the norm tables, the same in the browser and the server.
// The core may not depend on a library that does not compile to WebAssembly, hence these few lines.
#pragma once
#include <string>
#include <string_view>

namespace omnia::norms {

std::string sha256_hex(std::string_view text);

}  // namespace omnia::norms
