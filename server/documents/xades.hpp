// The signature of a whole XML document, inside it: XAdES baseline B (ETSI EN 319 132-1 v1.1.1).
#pragma once
#include <string>

#include "server/documents/sigillo.hpp"
#include "server/documents/xml.hpp"

namespace omnia::documents {

// Appends ds:Signature to the root. Nothing may change in the document afterwards. `istante`: with offset, when it is signed.
void sigilla(xmlDoc* doc, const Sigillo& sigillo, const std::string& istante);

}  // namespace omnia::documents
