#include "shared/workflow/workflow.hpp"

#include <algorithm>

namespace omnia::workflow {
namespace {

void add_once(std::vector<std::string_view>& list, std::string_view one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

}  // namespace

// clang-format off
const std::vector<Transizione>& transizioni() {
  static const std::vector<Transizione> kTable{
      {"domanda", "protocollata",      "assegna",             "in_istruttoria"},
      {"domanda", "in_istruttoria",    "assegna",             "in_istruttoria"},
      {"domanda", "in_istruttoria",    "chiedi_integrazione", "in_attesa"},
      {"domanda", "in_istruttoria",    "proponi",             "in_firma"},
      {"domanda", "in_attesa",         "assegna",             "in_attesa"},
      {"domanda", "in_attesa",         "chiedi_integrazione", "in_attesa"},
      {"domanda", "in_attesa",         "ricevi_integrazione", "in_istruttoria"},
      {"domanda", "in_attesa",         "annulla_richiesta",   "in_istruttoria"},
      {"domanda", "in_attesa",         "proponi",             "in_firma"},
      {"domanda", "in_firma",          "rinvia",              "in_istruttoria"},
      {"domanda", "in_firma",          "accogli",             "accolta"},
      {"domanda", "in_firma",          "accogli_in_parte",    "accolta_in_parte"},
      {"domanda", "in_firma",          "respingi",            "respinta"},
      // Somebody must answer for the act that changes a decision.
      {"domanda", "accolta",           "assegna",             "accolta"},
      {"domanda", "accolta_in_parte",  "assegna",             "accolta_in_parte"},
      {"domanda", "respinta",          "assegna",             "respinta"},
      {"domanda", "sospesa",           "assegna",             "sospesa"},
      // What an act on an act does to the domanda (autotutela: artt. 21-quinquies and 21-nonies L. 241/1990).
      {"domanda", "accolta",           "rettifica",           "accolta"},
      {"domanda", "accolta",           "riduci",              "accolta_in_parte"},
      {"domanda", "accolta",           "sospendi",            "sospesa"},
      {"domanda", "accolta",           "revoca",              "revocata"},
      {"domanda", "accolta",           "annulla",             "in_istruttoria"},
      {"domanda", "accolta_in_parte",  "rettifica",           "accolta_in_parte"},
      {"domanda", "accolta_in_parte",  "amplia",              "accolta"},
      {"domanda", "accolta_in_parte",  "sospendi",            "sospesa"},
      {"domanda", "accolta_in_parte",  "revoca",              "revocata"},
      {"domanda", "accolta_in_parte",  "annulla",             "in_istruttoria"},
      {"domanda", "respinta",          "annulla",             "in_istruttoria"},
      {"domanda", "sospesa",           "riprendi",            "accolta"},
      {"domanda", "sospesa",           "riprendi_in_parte",   "accolta_in_parte"},
      {"domanda", "sospesa",           "revoca",              "revocata"},
      {"domanda", "sospesa",           "annulla",             "in_istruttoria"},

      {"provvedimento", "in_firma",    "rinvia",              "rinviato"},
      {"provvedimento", "in_firma",    "firma",               "firmato"},
      {"provvedimento", "firmato",     "rettifica",           "rettificato"},
      {"provvedimento", "firmato",     "annulla",             "annullato"},
      {"provvedimento", "firmato",     "revoca",              "revocato"},
      {"provvedimento", "firmato",     "sospendi",            "sospeso"},
      {"provvedimento", "sospeso",     "riprendi",            "firmato"},
      {"provvedimento", "sospeso",     "revoca",              "revocato"},
      {"provvedimento", "sospeso",     "annulla",             "annullato"},

      {"richiesta", "inviata",         "consegna",            "consegnata"},
      {"richiesta", "inviata",         "annulla",             "annullata"},
      {"richiesta", "inviata",         "chiudi",              "chiusa"},
      {"richiesta", "consegnata",      "rispondi",            "risposta"},
      {"richiesta", "consegnata",      "annulla",             "annullata"},
      {"richiesta", "consegnata",      "chiudi",              "chiusa"},
  };
  return kTable;
}
// clang-format on

std::optional<std::string_view> next(std::string_view oggetto, std::string_view stato, std::string_view evento) {
  for (const auto& one : transizioni()) {
    if (one.oggetto == oggetto && one.da == stato && one.evento == evento) return one.a;
  }
  return std::nullopt;
}

std::string_view evento_di(std::string_view tipo_di_atto) {
  if (tipo_di_atto == "annullamento") return "annulla";
  if (tipo_di_atto == "sospensione") return "sospendi";
  return tipo_di_atto == "ripresa" ? "riprendi" : tipo_di_atto;
}

std::vector<std::string_view> eventi(std::string_view oggetto, std::string_view stato) {
  std::vector<std::string_view> found;
  for (const auto& one : transizioni()) {
    if (one.oggetto == oggetto && one.da == stato) found.push_back(one.evento);
  }
  return found;
}

std::vector<std::string_view> stati(std::string_view oggetto) {
  std::vector<std::string_view> found;
  for (const auto& one : transizioni()) {
    if (one.oggetto != oggetto) continue;
    add_once(found, one.da);
    add_once(found, one.a);
  }
  return found;
}

bool in_lavorazione(std::string_view stato_domanda) {
  for (const auto* one : {"protocollata", "in_istruttoria", "in_attesa", "in_firma"}) {
    if (stato_domanda == one) return true;
  }
  return false;
}

}  // namespace omnia::workflow
