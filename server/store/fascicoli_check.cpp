#include "server/store/fascicoli_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "server/store/audit_store.hpp"
#include "server/store/binding.hpp"
#include "shared/norms/sha256.hpp"
#include "shared/workflow/workflow.hpp"

namespace omnia::store {
namespace {

using nlohmann::json;
using Defects = std::vector<std::string>;

// What was recorded of the domanda as it came, and the last of each act and request, by its number.
struct Registrato {
  json arrivo = json::object();
  std::map<std::int64_t, json> richieste, proposti, firmati;
};

Registrato recorded(Connection& db, const std::string& id) {
  Registrato out;
  for (const auto& row : list_modifiche(db, "domanda:" + id)) {
    const auto detail = json::parse(row.modifica.dettaglio, nullptr, false);
    if (!detail.is_object()) continue;
    const std::string& step = row.modifica.azione;
    if (step == "domanda.inviata" || step == "domanda.importata") out.arrivo = detail;
    const bool request = step.rfind("richiesta.", 0) == 0;
    const auto n = detail.find(request ? "richiesta" : "provvedimento");
    if (n == detail.end() || !n->is_number_integer()) continue;
    if (request) out.richieste[n->get<std::int64_t>()] = detail;
    const bool elsewhere = step == "domanda.decisa_altrove";  // the old procedure: proposed and signed in one step
    if (step == "provvedimento.proposto" || elsewhere) out.proposti[n->get<std::int64_t>()] = detail;
    if (step == "provvedimento.firmato" || elsewhere) out.firmati[n->get<std::int64_t>()] = detail;
  }
  return out;
}

// A member that was not recorded says nothing against the row.
bool agrees(const json& detail, const char* member, const std::string& value) { return detail.value(member, value) == value; }

template <class T>
void tell_missing(const std::map<std::int64_t, json>& known, const std::vector<T>& rows, const std::string& what,
                  const std::string& of, Defects& defects) {
  for (const auto& [n, detail] : known) {
    if (std::none_of(rows.begin(), rows.end(), [number = n](const T& one) { return one.n == number; }))
      defects.push_back(fmt::format("{} {} {} non c’è, ma il registro delle modifiche la conosce.", what, n, of));
  }
}

// Before their digest was recorded, the contents alone were.
void check_attachments(const std::vector<AllegatoBreve>& rows, const Registrato& chain, const std::string& of, Defects& defects) {
  json contents = json::array();
  for (const auto& one : rows) contents.push_back(one.impronta);
  const bool whole = agrees(chain.arrivo, "impronta_allegati", impronta(rows));
  if (!whole || chain.arrivo.value("allegati", contents) != contents)
    defects.push_back(fmt::format("Gli allegati {} non sono quelli del registro delle modifiche.", of));
}

void check_requests(const std::vector<RichiestaIntegrazione>& rows, const Registrato& chain, const std::string& of,
                    Defects& defects) {
  tell_missing(chain.richieste, rows, "La richiesta di integrazione", of, defects);
  for (const auto& one : rows) {
    const auto found = chain.richieste.find(one.n);
    const bool known = found != chain.richieste.end();
    // The decision closes what nobody answered.
    const bool state = known && (one.stato == "chiusa" || agrees(found->second, "stato_richiesta", one.stato));
    // One of before has no letter, and gets none.
    const bool letter = known && found->second.value("documento", "") == one.documento;
    if (!state || !letter || !agrees(found->second, "protocollo", one.protocollo) ||
        !agrees(found->second, "impronta", impronta(one)))
      defects.push_back(fmt::format("La richiesta di integrazione {} {} non è quella del registro delle modifiche.", one.n, of));
  }
}

bool is_recorded(const Provvedimento& act, const Registrato& chain) {
  const auto proposed = chain.proposti.find(act.n);
  const std::string content = norms::sha256_hex(act.contenuto);
  if (proposed == chain.proposti.end() || !agrees(proposed->second, "tipo", act.tipo) ||
      !agrees(proposed->second, "contenuto", content))
    return false;
  const auto firm = chain.firmati.find(act.n);
  if (act.stato == "in_firma" || act.stato == "rinviato") return firm == chain.firmati.end();
  return firm != chain.firmati.end() && agrees(firm->second, "numero", act.numero) &&
         agrees(firm->second, "documento", act.documento) && agrees(firm->second, "atto", impronta(act));
}

// Where the acts that follow have taken a signed act.
std::string expected_state(const Provvedimento& act, const std::vector<Provvedimento>& acts) {
  std::string state = "firmato";
  for (const auto& one : acts) {
    if (one.precedente != act.n || one.stato == "in_firma" || one.stato == "rinviato") continue;
    if (const auto next = workflow::next("provvedimento", state, workflow::evento_di(one.tipo))) state = *next;
  }
  return state;
}

// The counters are made of it: its days, hours and state are those that the acts give.
bool is_authorised(Connection& db, const Provvedimento& act, const std::vector<Provvedimento>& acts) {
  std::string state = act.stato == "firmato" ? "autorizzata" : act.stato == "sospeso" ? "in_istruttoria" : "annullata";
  std::string end = act.al;
  std::int64_t hours = act.ore_centesimi;
  for (const auto& one : acts) {
    if (act.stato != "revocato" || one.precedente != act.n || one.tipo != "revoca" || one.stato != "firmato" || one.dal.empty())
      continue;
    state = "autorizzata";
    end = one.al;
    hours = one.ore_centesimi;
  }
  SQLite::Statement query(db,
                          "SELECT 1 FROM autorizzazioni WHERE numero = ? AND stato = ? AND dal = ? AND al = ? AND "
                          "ore_centesimi = ?");
  Binder(query) << act.numero << state << act.dal << end << hours;
  return query.executeStep();
}

void check_acts(Connection& db, const std::vector<Provvedimento>& acts, const Registrato& chain, const std::string& of,
                Defects& defects) {
  tell_missing(chain.proposti, acts, "La proposta di provvedimento", of, defects);
  for (const auto& act : acts) {
    const std::string name = fmt::format("Il provvedimento {} {}", act.n, of);
    if (!is_recorded(act, chain)) {
      defects.push_back(name + " non è quello del registro delle modifiche.");
      continue;
    }
    if (act.stato == "in_firma" || act.stato == "rinviato") continue;
    const std::string expected = expected_state(act, acts);
    if (act.stato != expected) {
      defects.push_back(fmt::format("{} è «{}», ma gli atti che seguono lo vogliono «{}».", name, act.stato, expected));
      continue;
    }
    const bool gives = !act.dal.empty() && act.tipo != "revoca";
    if (gives && chain.firmati.at(act.n).contains("atto") && !is_authorised(db, act, acts))
      defects.push_back(fmt::format("L’autorizzazione {} non è quella che danno i provvedimenti {}.", act.numero, of));
  }
}

}  // namespace

std::string impronta(const RichiestaIntegrazione& r) {
  return norms::sha256_hex(json{r.n, r.protocollo, r.elementi, r.testo, r.canale, r.sospende, r.inviata_da, r.inviata_il,
                                r.consegnata_il, r.prova_consegna, r.scadenza, r.risposta_il, r.risposta}
                               .dump(-1, ' ', false, json::error_handler_t::replace));
}

std::string impronta(const Provvedimento& a) {
  return norms::sha256_hex(json{a.n, a.tipo, a.precedente.value_or(0), a.dal, a.al, a.settimane, a.ore_centesimi, a.lavoratori,
                                norms::sha256_hex(a.contenuto), a.proposto_da, a.proposto_il, a.firmato_da, a.firmato_il,
                                a.numero, a.protocollo, a.documento}
                               .dump(-1, ' ', false, json::error_handler_t::replace));
}

std::string impronta(const std::vector<AllegatoBreve>& allegati) {
  json rows = json::array();
  for (const auto& one : allegati) rows.push_back({one.n, one.nome, one.tipo, one.impronta});
  return norms::sha256_hex(rows.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::vector<std::string> check_fascicolo(Connection& db, const std::string& id, const std::string& protocollo) {
  Defects defects;
  const Registrato chain = recorded(db, id);
  const std::string of = "della domanda " + protocollo;
  check_attachments(list_allegati(db, id), chain, of, defects);
  check_requests(list_richieste(db, id), chain, of, defects);
  check_acts(db, list_provvedimenti(db, id), chain, of, defects);
  return defects;
}

}  // namespace omnia::store
