#include "server/services/accessi.hpp"

#include <nlohmann/json.hpp>

#include "server/services/paging.hpp"
#include "server/services/refusal.hpp"
#include "server/store/access_store.hpp"
#include "shared/wire/reader.hpp"

namespace omnia::services {
namespace {

using identity::Identita;
using identity::Relazione;
using nlohmann::json;

const char* reason(Relazione relazione) {
  switch (relazione) {
    case Relazione::propria:
      return "azienda propria";
    case Relazione::delegata:
      return "delega";
    case Relazione::della_sede:
      return "competenza della Sede";
    case Relazione::personale:
      return "dati propri";
    case Relazione::ufficio:
      return "compito d’ufficio";
    case Relazione::nessuna:
      break;
  }
  return "";
}

store::Accesso by(const Office& office, const Identita& chi, std::string_view indirizzo) {
  store::Accesso row;
  row.quando = office.clock.roma().iso();
  row.chi = chi.id;
  row.persona = chi.codice_fiscale;
  row.ruolo = identity::nome(chi.ruolo);
  row.per_conto = chi.azienda_cf.empty() ? chi.sede : chi.azienda_cf;
  row.indirizzo = indirizzo;
  return row;
}

json row_json(const store::AccessoScritto& row, bool whole) {
  const auto& a = row.accesso;
  json out = {{"numero", row.numero}, {"quando", a.quando},   {"ruolo", a.ruolo},         {"per_conto", a.per_conto},
              {"azione", a.azione},   {"oggetto", a.oggetto}, {"matricola", a.matricola}, {"denominazione", row.denominazione},
              {"motivo", a.motivo}};
  if (whole) out.update({{"chi", a.chi}, {"codice_fiscale", a.persona}, {"indirizzo", a.indirizzo}});
  return out;
}

std::string day_of(std::string_view text, const char* campo) {
  if (text.empty()) return {};
  if (const auto day = domain::Date::parse(text); day.ok()) return day.value().iso();
  throw Refusal(Esito::malformata, "data.non_valida", "La data del filtro non è valida.", "Scrivila come 2026-11-24.", campo);
}

std::string page(Office& office, store::FiltroAccessi filtro, const RicercaAccessi& ricerca, bool whole) {
  filtro.oggi = office.clock.oggi();
  filtro.dal = day_of(ricerca.dal, "dal");
  filtro.al = day_of(ricerca.al, "al");
  filtro.limite = parse_limit(ricerca.limite);
  if (const auto after = parse_cursor(ricerca.cursore)) filtro.prima_di = after->second;
  auto rows = office.db.read([&](store::Connection& db) { return store::list_accessi(db, filtro); });
  std::string cursor;
  if (static_cast<int>(rows.size()) > filtro.limite) {
    rows.pop_back();
    cursor = write_cursor({}, rows.back().numero);
  }
  json out = json::array();
  for (const auto& row : rows) out.push_back(row_json(row, whole));
  return wire::canonical({{"righe", std::move(out)}, {"cursore", cursor}});  // an older archive may hold text that is not UTF-8
}

}  // namespace

void record_access(Office& office, const Identita& chi, const Consultazione& c) {
  store::Accesso row = by(office, chi, c.indirizzo);
  row.azione = identity::nome(c.azione);
  row.oggetto = c.che_cosa;
  row.motivo = reason(identity::relazione_richiesta(chi.ruolo, c.azione));
  office.db.write([&](store::Connection& db) {
    row.matricola = identity::matricola_of(db, c.oggetto, c.id);
    if (chi.ruolo == identity::Ruolo::intermediario) row.per_conto = row.matricola;
    store::append_accesso(db, row);
  });
}

void record_login(Office& office, const Identita& chi, std::string_view come, std::string_view indirizzo) {
  store::Accesso row = by(office, chi, indirizzo);
  row.azione = "accesso";
  row.oggetto = come;
  office.db.write([&](store::Connection& db) { store::append_accesso(db, row); });
}

std::string list_accesses(Office& office, const Identita& chi, const RicercaAccessi& ricerca) {
  store::FiltroAccessi filtro;
  filtro.matricola = parse_search(ricerca.matricola);
  const bool whole = identity::relazione_richiesta(chi.ruolo, identity::Azione::legge_accessi) == Relazione::ufficio;
  if (whole) {
    filtro.chi = parse_search(ricerca.chi);
  } else {
    filtro.ambito = identity::ambito(chi);
  }
  return page(office, std::move(filtro), ricerca, whole);
}

std::string own_accesses(Office& office, const Identita& chi, const RicercaAccessi& ricerca) {
  store::FiltroAccessi filtro;
  filtro.persona = chi.codice_fiscale;
  filtro.matricola = parse_search(ricerca.matricola);
  return page(office, std::move(filtro), ricerca, true);
}

std::string check_accesses(Office& office) {
  const auto found = office.db.read([](store::Connection& db) { return store::check_catena(db, store::catena_accessi()); });
  return json{{"righe", found.righe}, {"difetti", found.difetti}}.dump();
}

}  // namespace omnia::services
