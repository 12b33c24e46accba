#include "wasm-client/app/subject.hpp"

#include <iterator>
#include <nlohmann/json.hpp>

#include "wasm-client/app/json_members.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

std::uint64_t fnv64(std::string_view text, std::uint64_t start) {
  std::uint64_t h = start;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h;
}

constexpr std::string_view kHex = "0123456789abcdef";

}  // namespace

Subject::Subject(std::initializer_list<ClickHandler> clicks_, std::initializer_list<EditHandler> edits_,
                 std::initializer_list<AnswerHandler> answers_, std::initializer_list<ScrollHandler> scrolls_,
                 std::initializer_list<FileHandler> files_)
    : clicks(clicks_), edits(edits_), answers(answers_), scrolls(scrolls_), files(files_) {}

void append(Effects& effects, Effects more) {
  effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Http get(std::string tag, std::string percorso) {
  Http http;
  http.tag = std::move(tag);
  http.metodo = "GET";
  http.percorso = std::move(percorso);
  return http;
}

std::string failure_text(const HttpAnswer& answer) {
  if (answer.stato == 0) return t("rete.assente");
  const auto problem = members::parse(answer.corpo);
  std::string text = members::text(problem, "detail");
  if (text.empty()) text = members::text(problem, "title");
  const std::string remedy = members::text(problem, "rimedio");
  if (!text.empty() && !remedy.empty()) text += " " + remedy;
  if (!text.empty()) return text;
  return t("rete.risposta", {{"stato", std::to_string(answer.stato)}});
}

std::string new_id(Model& model) {
  const std::string source = model.seme + "/" + std::to_string(++model.contatore);
  const std::uint64_t high = fnv64(source, 14695981039346656037ULL);
  const std::uint64_t low = fnv64(source, high ^ 0x9e3779b97f4a7c15ULL);
  std::string out;
  for (int i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
    const std::uint64_t word = i < 16 ? high : low;
    out += kHex[(word >> static_cast<unsigned>(4 * (i % 16))) & 15U];
  }
  return out;
}

std::string url_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += "0123456789ABCDEF"[byte >> 4U];
    out += "0123456789ABCDEF"[byte & 15U];
  }
  return out;
}

}  // namespace omnia::app
