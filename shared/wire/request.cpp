#include "shared/wire/request.hpp"

#include "shared/wire/reader.hpp"

namespace omnia::wire {
namespace {

void read(const Cursor& c, Request& request) {
  if (!c.is_object()) return;
  for (const char* key : {"bozza", "registro", "oggi"}) c.require(key);
  if (const auto bozza = c.object("bozza")) wire::read(*bozza, request.bozza);
  if (const auto registro = c.object("registro")) wire::read(*registro, request.registro);
  c.date("oggi", request.oggi);
}

}  // namespace

domain::Result<Request> read_request(std::string_view json) {
  const auto document = parse_document(json);
  if (!document.ok()) return document.reason();
  Defect defect;
  Request request;
  read(Cursor(document.value(), defect), request);
  if (defect.reason()) return *defect.reason();
  return request;
}

std::string error_json(const domain::Reason& reason) {
  return canonical({{"errore", {{"codice", reason.codice}, {"testo", reason.testo}}}});
}

}  // namespace omnia::wire
