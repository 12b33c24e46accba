#include "tools/cli/history_names.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace omnia::cli {
namespace {

using nlohmann::json;

struct Oggetto {
  std::string_view percorso;  // "registro.autorizzazioni[]": each of the list
  std::vector<std::string_view> campi;
};

const std::array<Oggetto, 15> kOggetti = {{
    {"", {"richiesta", "registro", "settore", "prestazione", "lavoratori"}},
    {"richiesta", {"unita_produttiva", "dal", "settimane", "eone", "proroga", "ore_centesimi", "presentata"}},
    {"registro",
     {"versione", "aggiornato_al", "titolo", "posizione", "unita_produttive", "lavoratori", "autorizzazioni", "domande",
      "ultimo_uniemens"}},
    {"registro.posizione",
     {"matricola", "codice_fiscale", "denominazione", "csc", "ca", "ateco2007", "ateco2025", "stato", "dal", "al", "sede", "pec",
      "indirizzo", "comune", "provincia", "capitale_interamente_pubblico", "qualita", "forza"}},
    {"registro.posizione.ca[]", {"codice", "dal", "al"}},
    {"registro.posizione.forza[]", {"mese", "forza_centesimi"}},
    {"registro.unita_produttive[]",
     {"progressivo", "tipo", "denominazione", "indirizzo", "comune", "provincia", "giorni_settimana", "organico", "dal", "al"}},
    {"registro.unita_produttive[].organico[]", {"mese", "ore_settimanali_centesimi", "teste"}},
    {"registro.autorizzazioni[]",
     {"numero", "unita_produttiva", "prestazione", "causale", "eone", "stato", "periodo", "ore_centesimi", "ticket",
      "fruito_dichiarato", "giorni_fruiti", "giorni_settimana"}},
    {"registro.autorizzazioni[].periodo", {"dal", "al"}},
    {"lavoratori[]",
     {"codice_fiscale", "tempo_indeterminato", "giornate_lavorate", "autorizzate", "in_istruttoria", "richieste"}},
    {"lavoratori[].autorizzate[]", {"giorno", "mezza", "climatica"}},
    {"lavoratori[].in_istruttoria[]", {"giorno", "mezza", "climatica"}},
    {"lavoratori[].richieste[]", {"giorno", "mezza", "climatica"}},
    {"registro.titolo", {"ruolo", "attivo", "delega_al"}},
}};

[[noreturn]] void refuse(const std::string& path, const std::string& where, const std::string& name, const Oggetto& oggetto) {
  std::string all;
  for (const auto campo : oggetto.campi) all.append(all.empty() ? "" : ", ").append(campo);
  throw std::runtime_error(path + ": il campo «" + where + name + "» non esiste: scrivi uno fra " + all + ".");
}

// `tipo` is the place in the form, `dove` the place in this file, with its numbers.
void visit(const json& value, const std::string& tipo, const std::string& dove, const std::string& path) {
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) visit(value[i], tipo + "[]", dove + "[" + std::to_string(i) + "]", path);
    return;
  }
  if (!value.is_object()) return;
  const auto it = std::find_if(kOggetti.begin(), kOggetti.end(), [&](const Oggetto& o) { return o.percorso == tipo; });
  if (it == kOggetti.end()) return;  // people and domande of the registry, which no counter reads
  for (const auto& [name, inner] : value.items()) {
    const std::string where = dove.empty() ? "" : dove + ".";
    if (std::find(it->campi.begin(), it->campi.end(), name) == it->campi.end()) refuse(path, where, name, *it);
    visit(inner, tipo.empty() ? name : tipo + "." + name, where + name, path);
  }
}

}  // namespace

void refuse_unknown_fields(const json& storia, const std::string& path) { visit(storia, "", "", path); }

}  // namespace omnia::cli
