// The report of an import, for a person and for a program.
#include <nlohmann/json.hpp>

#include "server/uniemens/import.hpp"
#include "shared/domain/quantity.hpp"

namespace omnia::uniemens {

std::string ImportReport::testo() const {
  const auto n = [](std::int64_t value) { return domain::format_integer(value); };
  std::string out =
      "File letti: " + n(file_letti) + ", già noti: " + n(file_gia_noti) + ", rifiutati: " + n(file_rifiutati) + ".\n";
  out += "Aziende nei flussi: " + n(aziende) + ". Denunce individuali: " + n(denunce) +
         ". Lavoratori nuovi: " + n(lavoratori_nuovi) + ". Eventi di integrazione salariale: " + n(eventi) +
         ". Righe del registro: " + n(righe_csv) + ".\n";
  if (sezioni_saltate > 0) out += "Sezioni non lette (PosPA, PosAgri e altre): " + n(sezioni_saltate) + ".\n";
  if (rifiuti_totali == 0) return out + "Nessun rifiuto.\n";
  out += "Rifiuti: " + n(rifiuti_totali) + ".\n";
  for (const Rifiuto& r : rifiuti) {
    out += "  " + r.file + (r.riga > 0 ? ", riga " + std::to_string(r.riga) : std::string()) + " [" + r.codice + "] " + r.motivo +
           "\n";
  }
  const auto altri = rifiuti_totali - static_cast<std::int64_t>(rifiuti.size());
  if (altri > 0) out += "  … e altri " + n(altri) + ".\n";
  return out;
}

std::string ImportReport::json() const {
  nlohmann::json list = nlohmann::json::array();
  for (const Rifiuto& r : rifiuti)
    list.push_back({{"file", r.file}, {"riga", r.riga}, {"codice", r.codice}, {"motivo", r.motivo}});
  return nlohmann::json{{"file_letti", file_letti},
                        {"file_gia_noti", file_gia_noti},
                        {"file_rifiutati", file_rifiutati},
                        {"aziende", aziende},
                        {"denunce", denunce},
                        {"lavoratori_nuovi", lavoratori_nuovi},
                        {"eventi", eventi},
                        {"righe_csv", righe_csv},
                        {"sezioni_saltate", sezioni_saltate},
                        {"rifiuti", std::move(list)},
                        {"rifiuti_totali", rifiuti_totali}}
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace omnia::uniemens
