#include "shared/rules/alerts/collector.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "shared/domain/order.hpp"

namespace omnia::rules::alerts {
namespace {

constexpr std::size_t kMostTyped = 40;  // bytes of what was typed that a message repeats

// At most kMostTyped bytes, without cutting a UTF-8 character.
std::string shortened(std::string_view text) {
  if (text.size() <= kMostTyped) return std::string(text);
  std::size_t end = kMostTyped;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::size_t characters(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return 0;
  text = text.substr(first, text.find_last_not_of(kBlank) - first + 1);
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string join(const std::vector<std::string>& items) {
  constexpr std::size_t kMost = 5;
  const std::size_t shown = std::min(items.size(), kMost);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == items.size() ? " e " : ", ";
    text += items[i];
  }
  if (items.size() > kMost) text += " e altri " + std::to_string(items.size() - kMost);
  return text;
}

std::size_t section_of(std::string_view campo) {
  const auto head = campo.substr(0, campo.find_first_of(".["));
  const auto* found = std::find(std::begin(kSections), std::end(kSections), head);
  return found == std::end(kSections) ? 0 : static_cast<std::size_t>(found - std::begin(kSections));
}

void Collector::add(std::string_view codice, std::string campo, norms::Words words, const Extra& extra) {
  Alert alert;
  alert.codice = codice;
  sections_.push_back(section_of(campo));
  alert.sezione = kSections[sections_.back()];
  alert.campo = std::move(campo);
  const auto* text = norms_.alert(codice);
  if (text == nullptr) {
    alert.gravita = norms::Gravita::errore;
    alert.testo = codice;
  } else {
    alert.gravita = text->gravita;
    alert.testo = norms::fill(text->testo, words);
    alert.rimedio = extra.rimedio.empty() ? norms::fill(text->rimedio, words) : extra.rimedio;
    alert.citazione = extra.citazione.empty() ? text->citazione : extra.citazione;
    alert.lettura = text->lettura || extra.lettura;
  }
  alerts_.push_back(std::move(alert));
  if (!keep_values_) return;
  Values& kept = values_.emplace_back();
  for (const norms::Word& word : words) kept.emplace_back(word.nome, word.valore);
}

void Collector::refuse(std::string_view testo, std::string campo, std::string_view cosa, const std::string& motivo) {
  add("A-FRM-01", std::move(campo), {{"testo", shortened(testo)}, {"cosa", cosa}, {"motivo", motivo}});
}

// Places are sorted and not the alerts themselves, which are heavy: a list of workers may raise thousands.
std::vector<std::size_t> Collector::order() const {
  return domain::stable_order(alerts_.size(), [&](std::size_t a, std::size_t b) {
    if (sections_[a] != sections_[b]) return sections_[a] < sections_[b];
    if (alerts_[a].gravita != alerts_[b].gravita) return alerts_[a].gravita < alerts_[b].gravita;
    return alerts_[a].codice < alerts_[b].codice;
  });
}

std::vector<Alert> Collector::sorted() && {
  std::vector<Alert> sorted;
  sorted.reserve(alerts_.size());
  for (const std::size_t at : order()) sorted.push_back(std::move(alerts_[at]));
  return sorted;
}

}  // namespace omnia::rules::alerts
