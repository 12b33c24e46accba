// The user manual (docs/manuale) as one tagged PDF, made when it is first asked for.
#pragma once
#include <string>
#include <vector>

#include "server/documents/documento.hpp"

namespace omnia::services {

// Names of the pages, in the order of the index in README.md.
std::vector<std::string> capitoli_manuale();
documents::Documento manuale_documento(const std::string& creato);
// `creato`: instant with offset, of the first asking.
const std::string& manuale_pdf(const std::string& creato);

}  // namespace omnia::services
