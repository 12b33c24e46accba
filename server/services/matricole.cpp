#include "server/services/matricole.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "server/services/attivazioni.hpp"
#include "server/services/paging.hpp"
#include "server/services/refusal.hpp"
#include "server/store/registry_store.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/routing/routing.hpp"

namespace omnia::services {
namespace {

using nlohmann::json;

// Why CIGO is suggested, or why it is not: the rule of the label shown.
std::string citation(const rules::routing::Esito& esito) {
  if (esito.cigo_suggerita) return esito.citazione;
  for (const auto& one : esito.prestazioni) {
    if (one.codice.rfind("CIGO", 0) == 0 && !one.suggerita && one.motivo == esito.motivo_cigo) return one.citazione;
  }
  return esito.citazione;
}

// What is switched on and off, asked once for all the rows of a page: they are of few Sedi.
class Filing {
 public:
  Filing(store::Connection& db, domain::Date oggi) : db_(db), oggi_(oggi) {}
  bool cigo(const std::string& sede) {
    const auto [found, fresh] = active_.try_emplace(sede, false);
    if (fresh) found->second = is_attiva(db_, kInvioDomanda, sede, "CIGO", oggi_);
    return found->second;
  }
  // What is switched off for the Sede: CIGO, which this form files, or the benefit that the position would want.
  const std::string& note(const std::string& sede, std::string_view primaria) {
    const std::string& cigo = of(sede, "CIGO");
    return cigo.empty() ? of(sede, prestazione_di(primaria)) : cigo;
  }

 private:
  const std::string& of(const std::string& sede, std::string_view prestazione) {
    const auto [found, fresh] = notes_.try_emplace({sede, std::string(prestazione)});
    if (fresh) found->second = nota_invio(db_, sede, prestazione, oggi_);
    return found->second;
  }

  store::Connection& db_;
  domain::Date oggi_;
  std::map<std::string, bool> active_;
  std::map<std::pair<std::string, std::string>, std::string> notes_;
};

json describe(Filing& filing, const store::PosizioneBreve& row, const domain::Posizione& posizione, domain::Date oggi,
              const norms::Norms& norme) {
  const auto esito = rules::routing::route(posizione, oggi, norme);
  return {{"matricola", row.matricola},
          {"codice_fiscale", row.codice_fiscale},
          {"denominazione", row.denominazione},
          {"csc", row.csc},
          {"sede", row.sede},
          {"comune", row.comune},
          {"stato", row.stato},
          {"lavoratori", row.lavoratori},
          {"primaria", esito.primaria},
          {"nome_primaria", esito.nome_primaria},
          {"cigo_suggerita", esito.cigo_suggerita},
          {"motivo", esito.motivo_cigo},
          {"testo", esito.cigo_suggerita ? esito.testo : esito.testo_cigo},
          {"citazione", citation(esito)},
          {"invio_attivo", filing.cigo(row.sede)},
          {"nota_invio", filing.note(row.sede, esito.primaria)}};
}

}  // namespace

std::string search_matricole(Office& office, const identity::Identita& chi, std::string_view testo, std::string_view cursore,
                             std::string_view limite) {
  const int limit = parse_limit(limite);
  const std::string search = parse_search(testo);
  const auto after = parse_cursor(cursore);
  const domain::Date oggi = office.clock.oggi();
  const auto ambito = identity::ambito(chi);
  return office.db.read([&](store::Connection& db) {  // one snapshot for the page and its positions
    const auto page = store::search_posizioni(office.db, search, ambito, oggi, after ? after->first : std::string(), limit);
    json rows = json::array();
    Filing filing(db, oggi);
    const auto posizioni = store::find_posizioni(db, page.righe);
    for (std::size_t i = 0; i < posizioni.size(); ++i)
      rows.push_back(describe(filing, page.righe[i], posizioni[i], oggi, *office.norme));
    return json{{"righe", std::move(rows)}, {"cursore", page.cursore.empty() ? std::string() : write_cursor(page.cursore, 0)}}
        .dump();
  });
}

domain::Registry read_registry(Office& office, const identity::Identita& chi, identity::Azione azione,
                               std::string_view matricola) {
  const domain::Date oggi = office.clock.oggi();
  identity::require(office.db, chi, azione, matricola, oggi);
  auto registry = store::load_registry(office.db, matricola, oggi);
  if (!registry) {  // a delegation on a position that the office does not know yet
    throw Refusal(Esito::non_trovata, "matricola.non_trovata", "La matricola non risulta tra quelle per cui puoi operare.",
                  "Controlla le dieci cifre o verifica che la delega sia valida oggi.", "azienda.matricola");
  }
  registry->titolo = identity::titolo(office.db, chi, matricola, oggi);
  return std::move(*registry);
}

}  // namespace omnia::services
