#include "server/services/istruttoria/fascicolo.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/store/registry_store.hpp"
#include "shared/wire/wire.hpp"

namespace omnia::services {

Fascicolo open_fascicolo(Office& office, store::Connection& db, std::string_view id) {
  Fascicolo out;
  out.domanda = store::find_domanda(db, id).value();
  auto draft = wire::read_draft(out.domanda.bozza);
  if (!draft.ok()) throw std::runtime_error("stored draft: " + draft.reason().testo);
  out.bozza = std::move(draft.value());
  auto registry = store::load_registry(office.db, out.riga().matricola, office.clock.oggi());
  if (!registry) throw std::runtime_error("no position " + out.riga().matricola);
  out.registro = std::move(*registry);
  auto& filed = out.registro.domande;
  filed.erase(std::remove_if(filed.begin(), filed.end(), [&](const auto& one) { return one.id == id; }), filed.end());
  out.esame = rules::review(out.bozza, out.registro, *office.norme, out.inviata());
  if (out.riga().origine != "omnia") out.esame.alerts.clear();  // they ask for what the old file does not carry
  out.richieste = store::list_richieste(db, id);
  out.atti = store::list_provvedimenti(db, id);
  return out;
}

std::string italian_day(const std::string& iso) {
  const auto day = domain::Date::parse(iso.substr(0, 10));
  return day.ok() ? day.value().italiano() : iso;
}

std::string italian_period(const std::string& dal, const std::string& al) {
  return "dal " + italian_day(dal) + " al " + italian_day(al);
}

}  // namespace omnia::services
