// For write_pdf() only: what cairo cannot say of a PDF.
#pragma once
#include <string>

#include "server/documents/documento.hpp"

namespace omnia::documents {

// Language, title shown, order of the tabs, what each header cell of a table heads, and the foot of the pages as an artifact.
std::string add_semantics(const std::string& pdf, const Documento& documento);

}  // namespace omnia::documents
