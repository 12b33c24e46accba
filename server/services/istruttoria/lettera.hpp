// The letter behind the protocol number of a request of missing elements: what is asked, until when, what comes of silence.
#pragma once
#include <string>

#include "server/documents/documento.hpp"
#include "server/services/istruttoria/fascicolo.hpp"

namespace omnia::services {

// `richiesta` has its protocol; `istante`: of the registration, with offset; `responsabile`: full name of who asks.
documents::Documento lettera_documento(const store::RigaDomanda& domanda, const store::RichiestaIntegrazione& richiesta,
                                       const std::string& responsabile, const norms::Norms& norme, const std::string& istante);

}  // namespace omnia::services
