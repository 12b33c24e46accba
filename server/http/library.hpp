// The HTTP library with our limits, which are compiled in: whoever includes it does so through here, so that all see the same.
#pragma once
#define CPPHTTPLIB_LISTEN_BACKLOG 512
#define CPPHTTPLIB_REQUEST_URI_MAX_LENGTH 4096
#define CPPHTTPLIB_HEADER_MAX_COUNT 64
#define CPPHTTPLIB_MAX_LINE_LENGTH 16384
#include <httplib.h>
