// Attachments of a domanda: number, size, name and type, judged by their content and not by what they call themselves.
#pragma once
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "server/services/antivirus.hpp"
#include "server/services/pdf_check.hpp"
#include "server/store/office_store.hpp"

namespace omnia::services {

inline constexpr std::size_t kMaxAllegati = 10;
inline constexpr std::size_t kMaxAllegato = std::size_t{5} * 1024 * 1024;

struct ControlliAllegati {
  PdfCheck pdf;
  Antivirus antivirus;
};

// `allegati` as in the body of POST /domande; refuses with "allegato.*" and the field path "allegati[i]…".
std::vector<store::AllegatoDaSalvare> read_allegati(const nlohmann::json& allegati, const ControlliAllegati& controlli);

// MIME type by content: %PDF-, PNG, JPEG; for text (UTF-8 without control characters) the declared one if it is XML, CSV or
// plain. Empty: not admitted.
std::string content_type_of(std::string_view bytes, std::string_view declared);

}  // namespace omnia::services
