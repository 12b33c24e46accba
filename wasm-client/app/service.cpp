// What the service tells everybody: notices, and documents to download.
#include "shared/domain/ascii.hpp"
#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

// Without an answer there is nothing to tell: the work goes on.
Effects service_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  if (answer.stato == 200) model.servizio = read_service(answer.corpo);
  return {};
}

Effects download_document(Model& model, const std::string& n) {
  const auto index = domain::ascii::to_int(n).value_or(-1);
  if (index < 0 || index >= static_cast<std::int64_t>(model.servizio.documenti.size())) return {};
  const Documento& wanted = model.servizio.documenti[static_cast<std::size_t>(index)];
  return {Download{wanted.percorso.substr(wanted.percorso.rfind('/') + 1), wanted.tipo, {}, wanted.percorso}};
}

}  // namespace

Subject service_subject() { return {{{"documento", download_document}}, {}, {{"servizio", service_answer}}}; }

}  // namespace omnia::app
