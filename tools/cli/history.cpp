#include "tools/cli/history.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "shared/domain/ascii.hpp"
#include "shared/rules/counters/benefits.hpp"
#include "shared/wire/answers.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/history_names.hpp"
#include "tools/cli/registries.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using nlohmann::json;
using rules::routing::Settore;

constexpr std::pair<const char*, Settore> kSettori[] = {
    {"industria", Settore::industria}, {"edilizia", Settore::edilizia}, {"lapidei", Settore::lapidei}, {"altro", Settore::altro}};

void set_sector(Quesito& d, const rules::routing::Esito& routed, const std::string& name) {
  const auto found = rules::routing::settore(routed);
  for (const auto& [word, value] : kSettori) {
    if (name.empty() ? value == found : name == word) {
      d.settore = value;
      d.nome_settore = word;
      return;
    }
  }
  throw std::runtime_error("settore: «" + name + "» non è ammesso: scrivi industria, edilizia, lapidei oppure altro.");
}

// The benefit asked by name, or that of the position; CIGO when the position says nothing.
void set_benefit(Quesito& d, const rules::routing::Esito& routed, std::string name, const norms::Norms& norms) {
  std::transform(name.begin(), name.end(), name.begin(), domain::ascii::upper);
  const auto counted = [&](const std::string& codice) {
    return codice == "FIS" || codice == "FSBA" || is_inps_fund(codice, norms);
  };
  if (name.empty()) {
    if (counted(routed.primaria) || routed.primaria == "CISOA") d.prestazione = routed.primaria;
  } else if (name == "CIGO" || name == "CISOA" || counted(name)) {
    d.prestazione = name;
  } else {
    throw std::runtime_error("prestazione: «" + name + "» non è ammessa: scrivi CIGO, FIS, FSBA, CISOA o il codice di un Fondo.");
  }
}

// A registry without units is a history written by hand; otherwise the unit must be one of its own.
std::int64_t known_unit(const domain::Registry& registry, std::int64_t progressivo) {
  const auto& units = registry.unita_produttive;
  const bool known =
      units.empty() || std::any_of(units.begin(), units.end(), [&](const auto& up) { return up.progressivo == progressivo; });
  if (known) return progressivo;
  std::string all;
  for (const auto& up : units) all += (all.empty() ? "" : ", ") + std::to_string(up.progressivo);
  throw std::runtime_error("unità produttiva " + std::to_string(progressivo) + ": non è nel registro. Scegli fra " + all + ".");
}

void read_workers(const std::string& text, const std::string& path, Quesito& d) {
  auto workers = wire::read_cisoa(text);
  if (!workers) throw std::runtime_error(path + ": " + workers.reason().testo);
  d.lavoratori = std::move(workers.value());
}

// {"registro": {…}, "richiesta": {"unita_produttiva", "dal", "settimane", "eone", "proroga", "ore_centesimi", "presentata"},
// "settore", "prestazione"}, or {"prestazione": "CISOA", "lavoratori": […]}.
void read_history(const std::string& path, CountersArgs& args, const norms::Norms& norms, std::istream& in, Quesito& d) {
  const auto text = read_input(path, in);
  const auto root = json::parse(text, nullptr, false);
  if (root.is_discarded())
    throw std::runtime_error(path + ": il testo non è JSON valido: controlla che sia completo e in UTF-8.");
  refuse_unknown_fields(root, path);
  const auto word = [&](const char* key) {
    const auto it = root.find(key);
    return it != root.end() && it->is_string() ? it->get<std::string>() : std::string();
  };
  if (args.prestazione.empty() && root.is_object()) args.prestazione = word("prestazione");
  if (root.is_object() && root.contains("lavoratori") && !root.contains("registro")) return read_workers(text, path, d);
  if (!root.is_object() || !root.contains("registro") || !root.contains("richiesta"))
    throw std::runtime_error(path + ": servono gli oggetti «registro» e «richiesta» (vedi docs/formati.md).");
  auto registry = wire::read_registry(root["registro"].dump());
  if (!registry) throw std::runtime_error(path + ", registro: " + registry.reason().testo);
  d.registro = std::move(registry.value());
  for (const auto& a : d.registro.autorizzazioni) {
    if (a.periodo.al < a.periodo.dal)
      throw std::runtime_error(path + ", registro: l’autorizzazione «" + a.numero +
                               "» finisce prima di cominciare: correggi il periodo.");
    if (!rules::counters::is_benefit(a.prestazione, norms.routing()))
      throw std::runtime_error(path + ", registro, autorizzazione «" + a.numero + "»: la prestazione «" + a.prestazione + "» " +
                               rules::counters::not_a_benefit(norms.routing()));
  }
  try {
    const auto& r = root["richiesta"];
    const auto fill = [&](auto& option, const auto& otherwise, const char* key) {
      if (option == otherwise) option = r.value(key, otherwise);
    };
    fill(args.unita, std::int64_t{0}, "unita_produttiva");
    fill(args.dal, std::string(), "dal");
    fill(args.settimane, 0, "settimane");
    fill(args.eone, false, "eone");
    fill(args.proroga, false, "proroga");
    d.richiesta.ore_centesimi = r.value("ore_centesimi", std::int64_t{0});
    if (const auto sent = r.value("presentata", std::string()); !sent.empty())
      d.richiesta.presentata = day_or_today(sent, "presentata");
    if (args.settore.empty()) args.settore = word("settore");
  } catch (const json::exception&) {
    throw std::runtime_error(path + ", richiesta: un campo ha il tipo sbagliato (vedi docs/formati.md).");
  }
}

}  // namespace

bool is_inps_fund(const std::string& codice, const norms::Norms& norms) {
  const auto* info = norms.routing().prestazione(codice);
  const auto& rules = norms.routing().regole;
  // The fund of air transport only adds to another benefit: no row leads to it.
  const bool base = std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.prestazione == codice; });
  return base && info != nullptr && !info->esterna &&
         (info->famiglia == norms::FamigliaPrestazione::fondo || info->famiglia == norms::FamigliaPrestazione::territoriale);
}

Quesito read_question(CountersArgs args, const norms::Norms& norms, std::istream& in) {
  Quesito d;
  if (!args.storia.empty()) {
    read_history(args.storia, args, norms, in, d);
    if (!d.lavoratori.empty()) {
      d.prestazione = "CISOA";
      return d;
    }
  } else {
    Registries registries(args.fonte, day_or_today(args.oggi));
    d.registro = *registries.find(args.matricola);
  }
  if (args.dal.empty()) throw std::runtime_error("indica il primo giorno della richiesta con --dal.");
  if (args.settimane < 1 || args.settimane > 520) throw std::runtime_error("indica le settimane con --settimane, da 1 a 520.");
  d.richiesta.unita_produttiva = known_unit(d.registro, args.unita);
  d.richiesta.primo_lunedi = day_or_today(args.dal, "--dal").lunedi();
  d.richiesta.settimane = args.settimane;
  d.richiesta.eone = args.eone;
  d.proroga = args.proroga;
  if (!args.ore.empty()) {
    const auto hours = domain::Hours::parse(args.ore);
    if (!hours) throw std::runtime_error("--ore: " + hours.reason().testo);
    d.richiesta.ore_centesimi = hours.value().centesimi;
  }
  const auto routed = rules::routing::route(d.registro.posizione, d.richiesta.primo_lunedi, norms);
  set_sector(d, routed, args.settore);
  // A sector named by hand is asked of the CIGO.
  set_benefit(d, routed, args.prestazione.empty() && !args.settore.empty() ? "CIGO" : args.prestazione, norms);
  return d;
}

}  // namespace omnia::cli
