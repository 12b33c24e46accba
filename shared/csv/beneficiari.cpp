#include "shared/csv/beneficiari.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "shared/csv/cells.hpp"
#include "shared/domain/ascii.hpp"

namespace omnia::csv {
namespace {

using domain::Beneficiario;
using domain::CodiceFiscale;

constexpr std::size_t kMostName = 120;

// The words of Beneficiario::qualifica, each with the others that payroll programs write.
struct Qualifica {
  std::string_view parola;
  std::array<std::string_view, 3> sinonimi;
};
constexpr std::array<Qualifica, 7> kQualifiche = {
    {{"operaio", {"operaia", "operai", {}}},
     {"impiegato", {"impiegata", "impiegati", {}}},
     {"quadro", {"quadri", {}, {}}},
     {"dirigente", {"dirigenti", {}, {}}},
     {"apprendista", {"apprendisti", {}, {}}},
     {"domicilio", {"lavorante a domicilio", "lavoratore a domicilio", "lavoratrice a domicilio"}},
     {"altro", {"altra", "altri", {}}}}};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return domain::ascii::is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string qualifica(Cells& cells) {
  const std::string word = lower(cells.required("qualifica", kMostName));
  if (word.empty()) return {};
  for (const Qualifica& q : kQualifiche) {
    if (word == q.parola || std::find(q.sinonimi.begin(), q.sinonimi.end(), word) != q.sinonimi.end()) {
      return std::string(q.parola);
    }
  }
  cells.wrong("qualifica",
              "non è tra i valori ammessi (operaio, impiegato, quadro, dirigente, apprendista, domicilio, altro). Correggila.");
  return {};
}

Beneficiario worker(Cells& cells, std::string_view colonna_cf) {
  Beneficiario b;
  b.codice_fiscale = domain::enter<CodiceFiscale>(cells.identifier<CodiceFiscale>(colonna_cf));
  b.cognome = cells.text("cognome", kMostName);
  b.nome = cells.text("nome", kMostName);
  b.qualifica = qualifica(cells);
  b.cambio_appalto = cells.flag("cambio_appalto");
  return b;
}

ElencoBeneficiari unreadable(Difetto difetto) { return {{}, std::move(difetto), {}}; }

}  // namespace

ElencoBeneficiari read_beneficiari(std::string bytes) {
  auto read = read_table(std::move(bytes), {"qualifica"});
  if (auto* difetto = std::get_if<Difetto>(&read)) return unreadable(std::move(*difetto));
  const Table& table = std::get<Table>(read);
  const std::string_view cf = table.column("codice_fiscale") == Table::kNone ? "cf" : "codice_fiscale";
  if (table.column(cf) == Table::kNone) {
    return unreadable(
        {1, "codice_fiscale", "csv.intestazione", "Manca la colonna «codice_fiscale»: aggiungila alla prima riga del file."});
  }
  if (table.rows().empty()) {
    return unreadable({1, {}, "csv.vuoto", "Dopo l’intestazione non c’è alcun lavoratore: aggiungi una riga per ciascuno."});
  }
  ElencoBeneficiari out;
  std::map<std::string, std::int64_t> seen;
  for (const Row& row : table.rows()) {
    Cells cells(table, row, out.righe);
    if (!cells.ok()) continue;  // its cells are in the wrong columns
    Beneficiario b = worker(cells, cf);
    if (!cells.ok()) continue;
    const auto [first, fresh] = seen.emplace(b.codice_fiscale->str(), row.riga);
    if (!fresh) cells.wrong(cf, "è già nella riga " + std::to_string(first->second) + ". Lascia una sola riga per lavoratore.");
    out.beneficiari.push_back(std::move(b));
  }
  if (!out.righe.empty()) out.beneficiari.clear();
  return out;
}

}  // namespace omnia::csv
