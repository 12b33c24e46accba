// The receipt of a filed domanda: protocol number, what was asked, until when the office decides, what comes next.
#pragma once
#include <string>
#include <vector>

#include "server/documents/documento.hpp"
#include "server/store/office_store.hpp"
#include "shared/domain/draft.hpp"

namespace omnia::services {

// `segnatura`: the office gives that of its protocol as XML.
std::string write_ricevuta(const store::DomandaIntera& domanda, domain::ModalitaPagamento modalita, bool segnatura);
// The same for paper, with the segnatura and the digests of what was sent.
documents::Documento ricevuta_documento(const store::DomandaIntera& domanda, domain::ModalitaPagamento modalita,
                                        const std::vector<store::AllegatoBreve>& allegati);

}  // namespace omnia::services
