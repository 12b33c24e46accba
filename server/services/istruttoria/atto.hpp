// The text of an act: decision, motivation, terms, remedies, who answers for it.
#pragma once
#include "server/documents/documento.hpp"
#include "server/services/istruttoria/fascicolo.hpp"

namespace omnia::services {

// `atto` has number, protocol and signature; `oggi` is the day of the signature.
documents::Documento act_document(const Fascicolo& fascicolo, const store::Provvedimento& atto, const norms::Norms& norme,
                                  domain::Date oggi);
// The domanda that an act or a request is of.
documents::Dati domanda_dati(const store::RigaDomanda& riga);
// "Provvedimento di accoglimento": the name of the kind.
std::string act_name(const std::string& tipo);

}  // namespace omnia::services
