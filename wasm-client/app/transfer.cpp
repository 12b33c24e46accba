// A draft out of this browser and back in: export, import, copy; the summary on paper and the terms in the calendar.
#include "shared/wire/wire.hpp"
#include "wasm-client/app/calendar.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

// "Officine di Prova S.r.l." -> "officine-di-prova-s-r-l"
std::string file_part(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      out += c;
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "senza-nome" : out;
}

Effects export_desk(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  const Bozza& bozza = model.scrivania->bozza;
  return {Download{"bozza-" + file_part(draft_name(bozza)) + ".json", "application/json;charset=utf-8",
                   wire::write(bozza.draft) + "\n"}};
}

// A draft of its own: nothing of what was sent, or accepted, goes with it.
Effects add_copy(Model& model, domain::Draft draft, const std::string& name) {
  Bozza copy;
  copy.draft = std::move(draft);
  const std::string source = copy.draft.id;
  if (source.empty() || find_draft(model, source) != nullptr) copy.draft.id = new_id(model);
  copy.nome = name;
  copy.identita = model.identita ? model.identita->id : std::string();
  copy.aggiornata_il = model.oggi.iso();
  copy.numero = ++model.contatore;
  keep(model, copy);
  Effects effects = {StoreDraft{copy.draft.id, write_bozza(copy)}};
  if (source != copy.draft.id) effects.push_back(CopyFiles{source, copy.draft.id});
  effects.push_back(FocusNode{"riprendi:" + copy.draft.id});
  return effects;
}

Effects duplicate(Model& model, const std::string& id) {
  const Bozza* found = find_draft(model, id);
  if (found == nullptr) return {};
  domain::Draft draft = found->draft;
  draft.invio.dichiarazioni = false;  // said of one domanda only (D.P.R. 445/2000 art. 47)
  const std::string name = t("bozza.copia_di", {{"nome", draft_name(*found)}});
  model.novita = t("bozza.duplicata", {{"nome", name}});
  return add_copy(model, std::move(draft), name);
}

Effects refuse_file(Model& model, const std::string& reason) {
  model.errore_importazione = t("importa.non_letto", {{"motivo", reason}});
  return {FocusNode{"importa"}};
}

// All or nothing: the file is read whole before anything is kept.
Effects import_file(Model& model, const std::string&, const FileChosen& file) {
  if (!can_file(model)) return {};
  model.errore_importazione.clear();
  model.novita.clear();
  if (file.dimensione > kLargestDraftFile) return refuse_file(model, t("importa.troppo_grande"));
  auto read = wire::read_draft(file.bytes);
  if (!read.ok()) return refuse_file(model, read.reason().testo);
  domain::Draft& draft = read.value();
  if (!draft.azienda.matricola) return refuse_file(model, t("importa.senza_matricola"));
  if (draft.prestazione != "CIGO")
    return refuse_file(model, t("importa.altra_prestazione", {{"prestazione", draft.prestazione}}));
  Bozza named;
  named.draft = draft;
  model.novita = t("importa.fatto", {{"nome", draft_name(named)}});
  return add_copy(model, std::move(draft), {});
}

Effects name_draft(Model& model, const std::string&, const std::string& text, bool) {
  if (!model.scrivania || model.scrivania->bozza.nome == text) return {};
  model.scrivania->bozza.nome = text;
  return store_desk(model);
}

// The summary is what one reads on paper.
Effects print(Model& model, const std::string&) {
  Effects effects = go_to_section(model, "invio");
  effects.push_back(Print{});
  return effects;
}

Effects desk_calendar(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  const auto terms = terms_of(*model.scrivania);
  if (terms.empty()) return {};
  return {
      Download{"scadenze-" + file_part(draft_name(model.scrivania->bozza)) + ".ics", kCalendarType, calendar(terms, model.oggi)}};
}

Effects search(Model& model, const std::string&, const std::string& text, bool) {
  model.vista_bozze.testo = text;
  return {};
}
Effects order(Model& model, const std::string&, const std::string& text, bool) {
  model.vista_bozze.ordine = text;
  return {};
}

}  // namespace

Subject transfer_subject() {
  return {{{"bozza.esporta", export_desk}, {"duplica", duplicate}, {"stampa", print}, {"scadenze.calendario", desk_calendar}},
          {{"bozza.nome", name_draft}, {"bozze.testo", search}, {"bozze.ordine", order}},
          {},
          {},
          {{"importa", import_file}}};
}

}  // namespace omnia::app
