#include "wasm-client/app/workers.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

#include "shared/domain/order.hpp"
#include "wasm-client/app/editing.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

using domain::Lavoratore;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string upper(std::string text) {
  for (char& c : text) c = upper(c);
  return text;
}

// Every word of the search must be in name or codice fiscale.
bool matches(const Lavoratore& worker, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  const std::string all = upper(worker.cognome + " " + worker.nome + " " + worker.codice_fiscale);
  return std::all_of(words.begin(), words.end(), [&all](const std::string& word) { return all.find(word) != std::string::npos; });
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : upper(text) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::exchange(word, {}));
    }
  }
  return out;
}

bool by_name(const Lavoratore& a, const Lavoratore& b) {
  return a.cognome != b.cognome ? a.cognome < b.cognome
         : a.nome != b.nome     ? a.nome < b.nome
                                : a.codice_fiscale < b.codice_fiscale;
}
bool by_code(const Lavoratore& a, const Lavoratore& b) { return a.codice_fiscale < b.codice_fiscale; }
bool by_qualification(const Lavoratore& a, const Lavoratore& b) {
  return a.qualifica != b.qualifica ? a.qualifica < b.qualifica : by_name(a, b);
}
bool by_hours(const Lavoratore& a, const Lavoratore& b) {
  return a.ore_settimanali_centesimi != b.ore_settimanali_centesimi ? a.ore_settimanali_centesimi < b.ore_settimanali_centesimi
                                                                    : by_name(a, b);
}
bool by_hiring(const Lavoratore& a, const Lavoratore& b) {
  const domain::Date never;
  const domain::Date first = a.assunzione.value_or(never);
  const domain::Date second = b.assunzione.value_or(never);
  return first != second ? first < second : by_name(a, b);
}

using Before = bool (*)(const Lavoratore&, const Lavoratore&);
Before order_of(const std::string& name) {
  static const std::unordered_map<std::string, Before> kOrders = {{"cognome", by_name},
                                                                  {"codice_fiscale", by_code},
                                                                  {"qualifica", by_qualification},
                                                                  {"orario", by_hours},
                                                                  {"assunzione", by_hiring}};
  const auto found = kOrders.find(name);
  return found == kOrders.end() ? by_name : found->second;
}

domain::Beneficiario beneficiary(const Lavoratore& worker) {
  return {domain::enter<domain::CodiceFiscale>(worker.codice_fiscale), worker.cognome, worker.nome, worker.qualifica};
}

std::string code_of(const domain::Beneficiario& one) {
  return one.codice_fiscale ? one.codice_fiscale->str() : one.codice_fiscale.testo;
}

Effects selection_changed(Model& model) {
  model.scrivania->bozza.toccati.insert("lavoratori.beneficiari");
  return changed(model);
}

Effects choose(Model& model, const std::string& code, const std::string& text, bool) {
  if (!model.scrivania) return {};
  Scrivania& desk = *model.scrivania;
  auto& list = desk.bozza.draft.lavoratori.beneficiari;
  const auto here = std::find_if(list.begin(), list.end(), [&code](const auto& one) { return code_of(one) == code; });
  const bool wanted = !text.empty();
  if (wanted == (here != list.end())) return {};
  if (!wanted) {
    list.erase(here);
    return selection_changed(model);
  }
  for (const Lavoratore* worker : unit_workers(desk)) {
    if (worker->codice_fiscale != code) continue;
    list.push_back(beneficiary(*worker));
    return selection_changed(model);
  }
  return {};
}

// Executives can never be beneficiaries (art. 1 c. 1 D.Lgs. 148/2015): "all" leaves them out.
Effects choose_all(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  auto& list = model.scrivania->bozza.draft.lavoratori.beneficiari;
  const auto chosen = beneficiary_index(model.scrivania->bozza.draft);
  for (const Lavoratore* worker : listed_workers(*model.scrivania)) {
    if (worker->qualifica != "dirigente" && chosen.count(worker->codice_fiscale) == 0) list.push_back(beneficiary(*worker));
  }
  return selection_changed(model);
}

Effects choose_none(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  std::unordered_set<std::string> away;
  for (const Lavoratore* worker : listed_workers(*model.scrivania)) away.insert(worker->codice_fiscale);
  auto& list = model.scrivania->bozza.draft.lavoratori.beneficiari;
  list.erase(std::remove_if(list.begin(), list.end(), [&away](const auto& one) { return away.count(code_of(one)) > 0; }),
             list.end());
  return selection_changed(model);
}

Effects take_off(Model& model, const std::string& argument) {
  if (!model.scrivania) return {};
  auto& list = model.scrivania->bozza.draft.lavoratori.beneficiari;
  const auto index = static_cast<std::size_t>(std::strtoul(argument.c_str(), nullptr, 10));
  if (index >= list.size()) return {};
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  return selection_changed(model);
}

Effects type_new(Model& model, std::string NuovoLavoratore::*part, const std::string& text) {
  if (!model.scrivania) return {};
  model.scrivania->lavoratori.nuovo.*part = text;
  return {};
}
Effects type_code(Model& model, const std::string&, const std::string& text, bool) {
  if (model.scrivania) model.scrivania->lavoratori.nuovo.errore.clear();
  return type_new(model, &NuovoLavoratore::codice_fiscale, text);
}
Effects type_surname(Model& model, const std::string&, const std::string& text, bool) {
  return type_new(model, &NuovoLavoratore::cognome, text);
}
Effects type_name(Model& model, const std::string&, const std::string& text, bool) {
  return type_new(model, &NuovoLavoratore::nome, text);
}
Effects type_qualification(Model& model, const std::string&, const std::string& text, bool) {
  return type_new(model, &NuovoLavoratore::qualifica, text);
}

Effects type_hired(Model& model, const std::string&, const std::string& text, bool) {
  return type_new(model, &NuovoLavoratore::assunzione, text);
}
Effects type_hours(Model& model, const std::string&, const std::string& text, bool) {
  return type_new(model, &NuovoLavoratore::ore_settimanali, text);
}
Effects type_part_time(Model& model, const std::string&, const std::string& text, bool) {
  return type_new(model, &NuovoLavoratore::part_time, text);
}

Effects add_new(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  NuovoLavoratore& one = model.scrivania->lavoratori.nuovo;
  const auto code = domain::CodiceFiscale::parse(one.codice_fiscale);
  const bool present = code.ok() && beneficiary_index(model.scrivania->bozza.draft).count(code.value().str()) > 0;
  if (!code.ok() || present) {
    one.errore = present ? t("aggiunta.gia_scelto") : code.reason().testo;
    return {FocusNode{"aggiunta.codice_fiscale"}};
  }
  domain::Beneficiario added{domain::enter<domain::CodiceFiscale>(one.codice_fiscale), one.cognome, one.nome, one.qualifica};
  added.assunzione = domain::enter<domain::Date>(one.assunzione);
  added.ore_settimanali = domain::enter<domain::Hours>(one.ore_settimanali);
  added.part_time = domain::enter<domain::Decimal>(one.part_time);
  model.scrivania->bozza.draft.lavoratori.beneficiari.push_back(std::move(added));
  one = {};
  Effects effects = selection_changed(model);
  effects.push_back(FocusNode{"aggiunta.codice_fiscale"});
  return effects;
}

Effects search(Model& model, const std::string&, const std::string& text, bool) {
  if (!model.scrivania) return {};
  model.scrivania->lavoratori.testo = text;
  model.scrivania->lavoratori.prima_riga = 0;
  return {};
}
Effects filter(Model& model, const std::string&, const std::string& text, bool) {
  if (!model.scrivania) return {};
  model.scrivania->lavoratori.qualifica = text;
  model.scrivania->lavoratori.prima_riga = 0;
  return {};
}
// The header of the column that sorts already turns the order round.
Effects order(Model& model, const std::string& column) {
  if (!model.scrivania) return {};
  VistaLavoratori& view = model.scrivania->lavoratori;
  view.indietro = view.ordine == column && !view.indietro;
  view.ordine = column;
  view.prima_riga = 0;
  return {};
}
Effects scroll(Model& model, const std::string&, std::int64_t first) {
  if (!model.scrivania) return {};
  model.scrivania->lavoratori.prima_riga = static_cast<std::size_t>(std::max<std::int64_t>(0, first));
  return {};
}

void take_unit(const Scrivania& desk, std::int64_t unit, ListaLavoratori& list) {
  list = {};
  list.registro = desk.registro;
  list.unita = unit;
  std::set<std::string> qualifications;
  for (const Lavoratore& worker : desk.registro->lavoratori) {
    if (worker.unita_produttiva != unit) continue;
    list.tutti.push_back(&worker);
    qualifications.insert(worker.qualifica);
  }
  list.qualifiche.assign(qualifications.begin(), qualifications.end());
}

void choose_rows(const VistaLavoratori& view, ListaLavoratori& list) {
  const std::vector<std::string> words = words_of(view.testo);
  list.righe.clear();
  for (const Lavoratore* one : list.tutti) {
    if ((view.qualifica.empty() || one->qualifica == view.qualifica) && matches(*one, words)) list.righe.push_back(one);
  }
  const Before before = order_of(view.ordine);
  const bool back = view.indietro;
  domain::stable_sort(
      list.righe, [before, back](const Lavoratore* a, const Lavoratore* b) { return back ? before(*b, *a) : before(*a, *b); });
  list.testo = view.testo;
  list.qualifica = view.qualifica;
  list.ordine = view.ordine;
  list.indietro = view.indietro;
  list.scelte = true;
}

// The registry never changes once it is there: its address says whether the list is still of it.
ListaLavoratori& unit_list(const Scrivania& desk) {
  ListaLavoratori& list = desk.lavoratori.lista;
  const auto& unit = desk.bozza.draft.unita_produttiva.progressivo;
  if (!desk.registro || !unit) {
    list = {};
  } else if (list.registro != desk.registro || list.unita != unit->n) {
    take_unit(desk, unit->n, list);
  }
  return list;
}

}  // namespace

const Lavoratori& unit_workers(const Scrivania& desk) { return unit_list(desk).tutti; }

const std::vector<std::string>& unit_qualifications(const Scrivania& desk) { return unit_list(desk).qualifiche; }

const Lavoratori& listed_workers(const Scrivania& desk) {
  ListaLavoratori& list = unit_list(desk);
  const VistaLavoratori& view = desk.lavoratori;
  const bool same = list.scelte && list.testo == view.testo && list.qualifica == view.qualifica && list.ordine == view.ordine &&
                    list.indietro == view.indietro;
  if (!same) choose_rows(view, list);
  return list.righe;
}

std::pair<std::size_t, std::size_t> workers_in_tree(const Scrivania& desk) {
  const std::size_t all = listed_workers(desk).size();
  const std::size_t count = std::min(all, kWorkersInTree);
  return {std::min(desk.lavoratori.prima_riga, all - count), count};
}

std::unordered_map<std::string, std::size_t> beneficiary_index(const domain::Draft& draft) {
  std::unordered_map<std::string, std::size_t> out;
  const auto& list = draft.lavoratori.beneficiari;
  out.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) out.emplace(code_of(list[i]), i);
  return out;
}

std::unordered_map<std::string, std::size_t> beneficiary_index(const domain::Draft& draft, const Lavoratori& some) {
  std::unordered_map<std::string, std::size_t> out;
  std::unordered_set<std::string> wanted;
  for (const Lavoratore* one : some) wanted.insert(one->codice_fiscale);
  const auto& list = draft.lavoratori.beneficiari;
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::string code = code_of(list[i]);
    if (wanted.count(code) > 0) out.emplace(std::move(code), i);
  }
  return out;
}

std::vector<std::size_t> beneficiaries_elsewhere(const Scrivania& desk) {
  std::unordered_set<std::string> here;
  for (const Lavoratore* worker : unit_workers(desk)) here.insert(worker->codice_fiscale);
  std::vector<std::size_t> out;
  const auto& list = desk.bozza.draft.lavoratori.beneficiari;
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string code = code_of(list[i]);
    if (here.count(code) == 0 || !seen.insert(code).second) out.push_back(i);
  }
  return out;
}

std::string show_beneficiary(Scrivania& desk, std::size_t index) {
  const auto& list = desk.bozza.draft.lavoratori.beneficiari;
  if (index >= list.size()) return "lavoratori.beneficiari";
  const auto elsewhere = beneficiaries_elsewhere(desk);
  if (std::find(elsewhere.begin(), elsewhere.end(), index) != elsewhere.end()) return "togli:" + std::to_string(index);
  const std::string code = code_of(list[index]);
  const auto position = [&]() {
    const Lavoratori& rows = listed_workers(desk);
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&code](const Lavoratore* one) { return one->codice_fiscale == code; });
    return std::pair(static_cast<std::size_t>(row - rows.begin()), row != rows.end());
  };
  auto [row, present] = position();
  if (!present) {
    desk.lavoratori.testo.clear();
    desk.lavoratori.qualifica.clear();
    row = position().first;
  }
  desk.lavoratori.prima_riga = row - std::min(row, kWorkersInTree / 2);
  return "scelto:" + code;
}

Subject workers_subject() {
  return {{{"lavoratori.tutti", choose_all},
           {"lavoratori.nessuno", choose_none},
           {"lavoratori.ordine", order},
           {"togli", take_off},
           {"aggiungi", add_new}},
          {{"scelto", choose},
           {"aggiunta.codice_fiscale", type_code},
           {"aggiunta.cognome", type_surname},
           {"aggiunta.nome", type_name},
           {"aggiunta.qualifica", type_qualification},
           {"aggiunta.assunzione", type_hired},
           {"aggiunta.ore_settimanali", type_hours},
           {"aggiunta.part_time", type_part_time},
           {"lavoratori.testo", search},
           {"lavoratori.qualifica", filter}},
          {},
          {{"lavoratori.beneficiari", scroll}}};
}

}  // namespace omnia::app
