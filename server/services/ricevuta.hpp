// The receipt of a filed domanda: protocol number, what was asked, until when the office decides, what comes next.
#pragma once
#include <string>

#include "server/store/office_store.hpp"
#include "shared/domain/draft.hpp"

namespace omnia::services {

std::string write_ricevuta(const store::DomandaIntera& domanda, domain::ModalitaPagamento modalita);

}  // namespace omnia::services
