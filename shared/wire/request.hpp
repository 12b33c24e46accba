// One question on a draft, as the bridge, the command line and the parity test ask it. Internal to shared/wire.
#pragma once
#include <string>
#include <string_view>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/domain/result.hpp"

namespace omnia::wire {

struct Request {
  domain::Draft bozza;
  domain::Registry registro;
  domain::Date oggi;
};
// {"bozza": …, "registro": …, "oggi": "2026-11-24"}
domain::Result<Request> read_request(std::string_view json);
// {"errore": {"codice", "testo"}}
std::string error_json(const domain::Reason& reason);

}  // namespace omnia::wire
