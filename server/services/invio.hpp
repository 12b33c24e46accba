// POST /domande: review again on the office's registry, then one transaction with domanda, attachments and protocol number.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/identity/powers.hpp"
#include "server/services/office.hpp"

namespace omnia::services {

struct EsitoInvio {
  std::string risposta;   // JSON of the receipt
  bool ripetuta = false;  // the same key and body had already been accepted: this is that answer
  std::string id{};       // of the domanda, when it is new
};

// Refuses a missing or malformed idempotency key ("idempotenza.*"), an unreadable body ("json.*", "allegato.*"), a foreign
// matricola, a draft with errors ("domanda.errori", with the alerts) and a key already used for another body.
// `parse` reads the body strictly; it is called only when there is no answer to replay.
using ParseBody = nlohmann::json (*)(std::string_view);
EsitoInvio submit(Office& office, const identity::Identita& chi, std::string_view chiave, std::string_view corpo,
                  ParseBody parse);

}  // namespace omnia::services
