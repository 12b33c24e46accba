#include "tools/cli/history.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "shared/wire/wire.hpp"
#include "tools/cli/registries.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using nlohmann::json;
using rules::routing::Settore;

constexpr std::pair<const char*, Settore> kSettori[] = {
    {"industria", Settore::industria}, {"edilizia", Settore::edilizia}, {"lapidei", Settore::lapidei}, {"altro", Settore::altro}};

void set_sector(Quesito& d, const std::string& name, const norms::Norms& norms) {
  const auto found = rules::routing::settore(rules::routing::route(d.registro.posizione, d.richiesta.primo_lunedi, norms));
  for (const auto& [word, value] : kSettori) {
    if (name.empty() ? value == found : name == word) {
      d.settore = value;
      d.nome_settore = word;
      return;
    }
  }
  throw std::runtime_error("settore: «" + name + "» non è ammesso: scrivi industria, edilizia, lapidei oppure altro.");
}

// {"registro": {…}, "richiesta": {"unita_produttiva", "dal", "settimane", "eone", "ore_centesimi"}, "settore": "…"}
void read_history(const std::string& path, CountersArgs& args, Quesito& d) {
  const auto root = json::parse(read_file(path), nullptr, false);
  if (!root.is_object() || !root.contains("registro") || !root.contains("richiesta"))
    throw std::runtime_error(path + ": servono gli oggetti «registro» e «richiesta» (vedi docs/formati.md).");
  auto registry = wire::read_registry(root["registro"].dump());
  if (!registry) throw std::runtime_error(path + ", registro: " + registry.reason().testo);
  d.registro = std::move(registry.value());
  try {
    const auto& r = root["richiesta"];
    const auto fill = [&](auto& option, const auto& otherwise, const char* key) {
      if (option == otherwise) option = r.value(key, otherwise);
    };
    fill(args.unita, std::int64_t{0}, "unita_produttiva");
    fill(args.dal, std::string(), "dal");
    fill(args.settimane, 0, "settimane");
    fill(args.eone, false, "eone");
    d.richiesta.ore_centesimi = r.value("ore_centesimi", std::int64_t{0});
    if (args.settore.empty()) args.settore = root.value("settore", std::string());
  } catch (const json::exception&) {
    throw std::runtime_error(path + ", richiesta: un campo ha il tipo sbagliato (vedi docs/formati.md).");
  }
}

}  // namespace

Quesito read_question(CountersArgs args, const norms::Norms& norms) {
  Quesito d;
  if (!args.storia.empty()) {
    read_history(args.storia, args, d);
  } else {
    Registries registries(args.fonte, day_or_today(args.oggi));
    d.registro = *registries.find(args.matricola);
  }
  if (args.dal.empty()) throw std::runtime_error("indica il primo giorno della richiesta con --dal.");
  if (args.settimane < 1 || args.settimane > 520) throw std::runtime_error("indica le settimane con --settimane, da 1 a 520.");
  d.richiesta.unita_produttiva = args.unita;
  d.richiesta.primo_lunedi = day_or_today(args.dal, "--dal").lunedi();
  d.richiesta.settimane = args.settimane;
  d.richiesta.eone = args.eone;
  if (!args.ore.empty()) {
    const auto hours = domain::Hours::parse(args.ore);
    if (!hours) throw std::runtime_error("--ore: " + hours.reason().testo);
    d.richiesta.ore_centesimi = hours.value().centesimi;
  }
  set_sector(d, args.settore, norms);
  return d;
}

}  // namespace omnia::cli
