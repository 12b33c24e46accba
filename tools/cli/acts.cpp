#include "tools/cli/acts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "assets/fonti.hpp"
#include "shared/domain/ascii.hpp"

namespace omnia::cli {
namespace {

using domain::ascii::is_digit;

struct Indirizzo {
  std::string url;
  bool per_articolo = false;  // Normattiva: one page for each article
};

const std::map<std::string, Indirizzo>& addresses() {
  static const auto known = [] {
    std::map<std::string, Indirizzo> all;
    const auto root = nlohmann::json::parse(assets::fonti().at("atti.json"));
    for (const auto& row : root.at("atti")) {
      auto& one = all[row.at("atto").get<std::string>()];
      if (row.at("url").is_string()) one.url = row.at("url").get<std::string>();
      one.per_articolo = row.value("articolo", false);
    }
    return all;
  }();
  return known;
}

// How acts begin, the longest first; what is written in short stands for the second.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kKinds = {{{"regolamento fsba", "Regolamento FSBA"},
                                                                                   {"circ. mlps", "Circ. MLPS"},
                                                                                   {"circ. inps", "Circ. INPS"},
                                                                                   {"msg. inps", "Msg. INPS"},
                                                                                   {"d.p.r.", "D.P.R."},
                                                                                   {"d.lgs.", "D.Lgs."},
                                                                                   {"circ.", "Circ. INPS"},
                                                                                   {"msg.", "Msg. INPS"},
                                                                                   {"d.m.", "D.M."},
                                                                                   {"d.i.", "D.I."},
                                                                                   {"d.l.", "D.L."},
                                                                                   {"l.", "L."}}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Reads a citation from left to right: the kind of act, then its numbers, with the article that came before.
class Lettura {
 public:
  explicit Lettura(const std::string& citazione) : testo_(citazione), basso_(citazione) {
    std::transform(basso_.begin(), basso_.end(), basso_.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  }

  std::vector<AttoCitato> acts() {
    while (at_ < basso_.size()) step();
    return std::move(found_);
  }

 private:
  void step() {
    const char c = basso_[at_];
    const bool word_starts = at_ == 0 || (!is_letter(basso_[at_ - 1]) && !is_digit(basso_[at_ - 1]) && basso_[at_ - 1] != '.');
    if (c == ';' || c == ':') {
      tipo_ = {};
      ++at_;
    } else if (word_starts && is_digit(c)) {
      number();
    } else if (!word_starts || (!article() && !kind())) {
      ++at_;
    }
  }

  bool starts(std::string_view word) const { return std::string_view(basso_).substr(at_, word.size()) == word; }

  bool article() {
    const std::size_t length = starts("artt. ") ? 6 : starts("art. ") ? 5 : 0;
    if (length == 0) return false;
    at_ += length;
    std::size_t end = at_;
    while (end < basso_.size() && (is_digit(basso_[end]) || is_letter(basso_[end]) || basso_[end] == '-')) ++end;
    articolo_ = basso_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  bool kind() {
    for (const auto& [word, name] : kKinds) {
      if (!starts(word)) continue;
      tipo_ = name;
      fresco_ = true;
      at_ += word.size();
      return true;
    }
    return false;
  }

  // "148/2015", or the day of an act without a number: "21/5/2024".
  void number() {
    std::size_t end = at_;
    while (end < basso_.size() && (is_digit(basso_[end]) || basso_[end] == '/')) ++end;
    const std::string number = testo_.substr(at_, end - at_);
    at_ = end;
    const auto slashes = std::count(number.begin(), number.end(), '/');
    const bool by_day = tipo_ == "D.I." || tipo_ == "D.M." || tipo_ == "Regolamento FSBA";
    if (!tipo_.empty() && (slashes == 1 || (slashes == 2 && fresco_ && by_day))) add(std::string(tipo_) + " " + number);
    fresco_ = false;
  }

  void add(const std::string& nome) {
    AttoCitato atto{nome, {}, false};
    if (const auto it = addresses().find(nome); it != addresses().end()) {
      atto.noto = true;
      atto.url = it->second.url;
      if (it->second.per_articolo && !articolo_.empty()) {
        articolo_.erase(std::remove(articolo_.begin(), articolo_.end(), '-'), articolo_.end());
        atto.url += "~art" + articolo_;
      }
    }
    articolo_.clear();
    const bool seen = std::any_of(found_.begin(), found_.end(), [&](const auto& a) { return a.nome == nome; });
    if (!seen) found_.push_back(std::move(atto));
  }

  const std::string& testo_;
  std::string basso_;
  std::size_t at_ = 0;
  std::string_view tipo_;
  std::string articolo_;
  bool fresco_ = false;  // nothing was read since the kind
  std::vector<AttoCitato> found_;
};

}  // namespace

std::vector<AttoCitato> acts_of(const std::string& citazione) { return Lettura(citazione).acts(); }

}  // namespace omnia::cli
