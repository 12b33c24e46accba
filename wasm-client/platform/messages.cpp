#include "wasm-client/platform/messages.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "wasm-client/app/json_members.hpp"

namespace omnia::platform {
namespace {

using nlohmann::json;
using namespace app::members;

struct ToJson {
  json operator()(const app::Http& e) const {
    json out = {{"tipo", "http"}, {"tag", e.tag}, {"metodo", e.metodo}, {"percorso", e.percorso}};
    if (!e.corpo.empty()) out["corpo"] = e.corpo;
    if (!e.chiave_idempotenza.empty()) out["chiave_idempotenza"] = e.chiave_idempotenza;
    for (const auto& one : e.allegati) out["allegati"].push_back({{"nome", one.nome}, {"tipo", one.tipo}, {"id", one.id}});
    return out;
  }
  json operator()(const app::StoreDraft& e) const {
    json out = {{"tipo", "salva_bozza"}, {"id", e.id}};
    if (e.testo) out["testo"] = *e.testo;
    return out;
  }
  json operator()(const app::DeleteDraft& e) const { return {{"tipo", "elimina_bozza"}, {"id", e.id}}; }
  json operator()(const app::StoreFile& e) const {
    return {{"tipo", "salva_file"}, {"id", e.id}, {"contenuto_base64", e.contenuto_base64}};
  }
  json operator()(const app::Navigate& e) const { return {{"tipo", "naviga"}, {"percorso", e.percorso}}; }
  json operator()(const app::LoadDrafts&) const { return {{"tipo", "carica_bozze"}}; }
  json operator()(const app::FocusNode& e) const { return {{"tipo", "fuoco"}, {"id", view::id_of(e.key)}}; }
  json operator()(const app::SwitchFace& e) const { return {{"tipo", "faccia"}, {"faccia", e.faccia}}; }
  json operator()(const app::SetPreference& e) const { return {{"tipo", "preferenza"}, {"nome", e.nome}, {"valore", e.valore}}; }
  json operator()(const app::Download& e) const {
    json out = {{"tipo", "scarica"}, {"nome", e.nome}, {"tipo_mime", e.tipo}, {"contenuto", e.contenuto}};
    if (!e.percorso.empty()) out["percorso"] = e.percorso;
    return out;
  }
  json operator()(const app::CopyFiles& e) const { return {{"tipo", "copia_file"}, {"da", e.da}, {"a", e.a}}; }
  json operator()(const app::TakeDraft& e) const { return {{"tipo", "prendi_bozza"}, {"id", e.id}, {"forza", e.forza}}; }
  json operator()(const app::ReleaseDraft&) const { return {{"tipo", "lascia_bozza"}}; }
  json operator()(const app::Lock& e) const {
    return {{"tipo", "serratura"}, {"azione", e.azione}, {"frase", e.frase}, {"minuti", e.minuti}};
  }
  json operator()(const app::Share& e) const { return {{"tipo", "condiviso"}, {"attivo", e.attivo}}; }
  json operator()(const app::Restart&) const { return {{"tipo", "ricomincia"}}; }
  json operator()(const app::TakeVersion&) const { return {{"tipo", "aggiorna"}}; }
  json operator()(const app::Listen& e) const { return {{"tipo", "ascolta"}, {"attivo", e.attivo}}; }
  json operator()(const app::Wait& e) const { return {{"tipo", "attesa"}, {"tag", e.tag}, {"secondi", e.secondi}}; }
  json operator()(const app::Print&) const { return {{"tipo", "stampa"}}; }
};

}  // namespace

std::optional<app::Event> event_of(const view::Node* node, int kind, std::string_view text) {
  if (node == nullptr || node->disabled) return std::nullopt;
  switch (kind) {
    case 1:
      return app::Input{node->key, clean(text)};
    case 2:
      return app::Change{node->key, clean(text)};
    case 3:
      return app::Click{node->key};
    case 4:
      return app::Paste{node->key, clean(text)};
    case 5:
      return app::FillDown{node->key};
    case 6:
      return app::Scroll{node->key, std::strtoll(std::string(text).c_str(), nullptr, 10)};
    default:
      return std::nullopt;
  }
}

std::optional<app::Event> file_of(const view::Node* node, app::FileChosen file) {
  if (node == nullptr || node->disabled || node->field_kind != view::FieldKind::file) return std::nullopt;
  file.key = node->key;
  file.nome = clean(file.nome);
  file.tipo = clean(file.tipo);
  return file;
}

app::Start start_of(std::string_view message) {
  const json in = parse(message);
  return {text(in, "oggi"),      text(in, "faccia"), text(in, "seme"), texts(member(in, "preferenze")),
          flag(in, "condiviso"), text(in, "accesso")};
}

std::optional<app::Event> answer_of(std::string_view message) {
  const json in = parse(message);
  const std::string kind = text(in, "tipo");
  if (kind == "http")
    return app::HttpAnswer{text(in, "tag"), static_cast<int>(integer(in, "stato")), text(in, "corpo"), text(in, "ora")};
  if (kind == "bozze") return app::DraftsLoaded{strings(member(in, "testi"))};
  if (kind == "bozza_salvata") return app::DraftStored{text(in, "id"), flag(in, "ok"), text(in, "ora"), flag(in, "conflitto")};
  if (kind == "bozza_presa") return app::DraftTaken{text(in, "id"), text(in, "testo")};
  if (kind == "bozza_altrove") return app::DraftElsewhere{text(in, "id")};
  if (kind == "bozza_ceduta") return app::DraftGivenUp{text(in, "id")};
  if (kind == "bozze_cambiate") return app::DraftsChanged{};
  if (kind == "serratura") return app::LockState{text(in, "stato")};
  if (kind == "domanda_cambiata") return app::DomandaChanged{text(in, "id")};
  if (kind == "versione") return app::NewVersion{};
  if (kind == "attesa") return app::Elapsed{text(in, "tag")};
  if (kind == "giorno") return app::NewDay{text(in, "oggi")};
  if (kind == "rete") return app::Connectivity{flag(in, "online")};
  return std::nullopt;
}

std::string effect_json(const app::Effect& effect) { return dump(std::visit(ToJson{}, effect)); }

std::string clean(std::string_view text) { return json::parse(dump(json(std::string(text)))).get<std::string>(); }

}  // namespace omnia::platform
