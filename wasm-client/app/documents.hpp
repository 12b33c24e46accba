// Documents of a draft: what a chosen file is, judged by its content, and where its bytes go (the page keeps them).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

inline constexpr std::int64_t kMaxDocument = std::int64_t{5} * 1024 * 1024;  // the office takes no larger one
inline constexpr std::size_t kMaxDocuments = 10;                             // with the report, if it is a PDF
inline constexpr const char* kReportFile = "relazione.pdf_nome";
inline constexpr const char* kDocumentFile = "documento.file";

// Media type by content; the name decides only between kinds of text. "" for what the office does not take.
std::string content_type(std::string_view bytes, std::string_view nome);
// Why a PDF cannot be read by the office (cut, locked with a password); "" when nothing is wrong with it.
std::string pdf_defect(std::string_view bytes);
// "1,2 MB", "340 kB".
std::string size_text(std::int64_t bytes);

// The files that go with the domanda: the report, if it is a PDF, and the documents.
std::vector<Allegato> attached(const domain::Draft& draft);

}  // namespace omnia::app
