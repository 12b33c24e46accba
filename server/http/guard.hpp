// Defences that need no session: characters of the request, origin of state-changing calls, security headers.
#pragma once
#include "server/http/message.hpp"

namespace omnia::http {

// Throws "richiesta.caratteri" (400) when path, query or a header holds a control character after decoding: CR and LF there
// split answers and logs.
void check_characters(const Request& request);

// Throws "origine.estranea" (403) when a browser says that a state-changing request comes from another site.
void check_origin(const Request& request, bool https);

// The media type of Content-Type without parameters, lower case.
std::string media_type(std::string_view content_type);

}  // namespace omnia::http
