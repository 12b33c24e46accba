// What the office's JSON answers say, as values of the model. Unknown members are ignored, missing ones stay empty.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wasm-client/app/model.hpp"

namespace omnia::app {

struct SessionAnswer {
  Identita identita;
  std::optional<domain::Date> oggi;
  std::vector<Potere> poteri;
  std::int64_t secondi_inattiva = 0, secondi_massima = 0;
};
struct WaysIn {
  std::vector<FornitoreIdentita> fornitori;
  bool demo = false;
};
struct DomandePage {
  std::vector<DomandaRow> righe;
  std::string cursore;
  std::int64_t totale = 0;
};
struct MatricolePage {
  std::vector<MatricolaRow> righe;
  std::string cursore;
};

// nullopt or empty when the text is not what it should be.
std::optional<SessionAnswer> read_session(std::string_view json);
std::optional<WaysIn> read_ways_in(std::string_view json);
std::vector<SessioneRow> read_sessions(std::string_view json);
Servizio read_service(std::string_view body);
std::vector<Identita> read_identities(std::string_view json);
std::optional<MatricolePage> read_matricole(std::string_view json);
std::optional<DomandePage> read_domande(std::string_view json);
std::optional<Dettaglio> read_detail(std::string_view json);
std::optional<Ricevuta> read_receipt(std::string_view json);
std::vector<OfficeAlert> read_refusal(std::string_view json);
std::vector<OfficeAlert> read_alerts(std::string_view json);  // the list alone
std::string problem_code(std::string_view json);
std::string problem_field(std::string_view json);

// The identity as kept in this browser for work without network.
std::string write_identity(const Identita& identita);

}  // namespace omnia::app
