// Digests, random tokens and comparisons that do not tell by their duration.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace omnia::identity {

std::string sha256_hex(std::string_view bytes);
// 256 random bits as 43 characters of base64url.
std::string random_token();
// Random UUID (RFC 9562, version 4).
std::string random_uuid();
bool same_secret(std::string_view a, std::string_view b);

std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);
// Strict RFC 4648 base64: padding required, no white space, no stray bits.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace omnia::identity
