#include "server/http/json_body.hpp"

#include <set>
#include <string>
#include <vector>

#include "server/services/refusal.hpp"

namespace omnia::http {
namespace {

using nlohmann::json;
using services::Esito;
using services::Refusal;

constexpr int kMaxDepth = 32;

// Sees every event of the parser; what the library tolerates and we do not is refused here.
class Strict {
 public:
  bool operator()(int depth, json::parse_event_t event, json& value) {
    if (depth > kMaxDepth) {
      throw Refusal(Esito::malformata, "json.annidamento", "Il JSON ha troppi livelli annidati.",
                    "Invia il contenuto nella forma prevista.");
    }
    switch (event) {
      case json::parse_event_t::object_start:
        keys_.emplace_back();
        break;
      case json::parse_event_t::object_end:
        keys_.pop_back();
        break;
      case json::parse_event_t::key:
        check_key(value.get_ref<const std::string&>());
        break;
      case json::parse_event_t::value:
        if (value.is_string()) check_text(value.get_ref<const std::string&>());
        break;
      case json::parse_event_t::array_start:
      case json::parse_event_t::array_end:
        break;
    }
    return true;
  }

  [[noreturn]] static void refuse_nul() {
    throw Refusal(Esito::malformata, "json.carattere_nullo", "Il JSON contiene un carattere nullo.",
                  "Togli il carattere e invia di nuovo.");
  }

 private:
  void check_key(const std::string& key) {
    check_text(key);
    if (!keys_.back().insert(key).second) {
      throw Refusal(Esito::malformata, "json.chiave_doppia", "Il JSON ripete la chiave «" + key + "».",
                    "Scrivi ogni chiave una volta sola.", key);
    }
  }
  static void check_text(const std::string& text) {
    if (text.find('\0') != std::string::npos) refuse_nul();
  }
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

json parse_json_body(std::string_view text) {
  // The library takes a NUL byte for the end of the text.
  if (text.find('\0') != std::string_view::npos) Strict::refuse_nul();
  Strict strict;
  try {
    return json::parse(text.begin(), text.end(),
                       [&strict](int depth, json::parse_event_t event, json& value) { return strict(depth, event, value); });
  } catch (const json::exception&) {
    throw Refusal(Esito::malformata, "json.sintassi", "Il contenuto non è JSON valido in UTF-8.",
                  "Controlla virgolette, parentesi e codifica.");
  }
}

}  // namespace omnia::http
