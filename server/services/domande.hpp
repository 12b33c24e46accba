// Domande already filed: lists with filters and paging, the worklist of a Sede, the whole domanda, its attachments.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/identity/powers.hpp"
#include "server/services/office.hpp"
#include "server/store/office_store.hpp"

namespace omnia::services {

struct Ricerca {
  std::string_view stato, matricola, causale, testo, cursore, limite;
  // Of the worklist: "1" leaves out what is decided; an operator's id, "io" or "nessuno"; "scadute", "7", "30" days left;
  // "scadenza", "arrivo", "azienda".
  std::string_view aperte, assegnata_a, entro, ordine, prestazione;
};
nlohmann::json row_json(const store::RigaDomanda& row);
// JSON of GET /domande: employers and intermediaries newest first, an operator the worklist of his Sede by what expires.
std::string list_domande(Office& office, const identity::Identita& chi, const Ricerca& ricerca);
// JSON of GET /domande/{id}, which the gate of the routes has found to be the caller's.
std::string read_domanda(Office& office, std::string_view id);
// The receipt of the domanda as a PDF, with the name of its file.
store::AllegatoIntero read_ricevuta(Office& office, std::string_view id);
store::AllegatoIntero read_allegato(Office& office, std::string_view id, std::string_view n);

}  // namespace omnia::services
