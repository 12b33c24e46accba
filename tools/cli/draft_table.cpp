#include "tools/cli/draft_table.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "shared/csv/cells.hpp"
#include "shared/domain/ascii.hpp"
#include "shared/forms/fields.hpp"
#include "tools/cli/table.hpp"

namespace omnia::cli {
namespace {

using domain::Draft;

constexpr std::size_t kMostText = 10000;

// Short names of the columns that every spreadsheet has; any other field goes by its path.
struct Colonna {
  std::string_view nome;
  std::string_view campo;
};
constexpr std::array<Colonna, 14> kColonne = {{{"matricola", "azienda.matricola"},
                                               {"codice_fiscale", "azienda.codice_fiscale"},
                                               {"denominazione", "azienda.denominazione"},
                                               {"pec", "azienda.pec"},
                                               {"dipendenti", "azienda.dipendenti_medi"},
                                               {"unita_produttiva", "unita_produttiva.progressivo"},
                                               {"causale", "causale.id"},
                                               {"inizio", "periodo.data_inizio_effettivo"},
                                               {"dal", "periodo.dal"},
                                               {"al", "periodo.al"},
                                               {"eventi", "periodo.giorni_evento"},
                                               {"pagamento", "pagamento.modalita"},
                                               {"ticket", "invio.ticket"},
                                               {"note", "invio.note"}}};

bool is_checkbox(const std::string& campo) {
  static const std::set<std::string> kAll = [] {
    std::set<std::string> all;
    for (const auto& section : forms::cigo()) {
      for (const auto& field : section.campi) {
        if (field.tipo == "checkbox") all.insert(field.path);
      }
    }
    return all;
  }();
  return kAll.count(campo) != 0;
}

std::string field_of(const std::string& colonna) {
  for (const auto& known : kColonne) {
    if (known.nome == colonna) return std::string(known.campo);
  }
  return colonna;
}

void set_field(Draft& draft, csv::Cells& cells, const std::string& colonna) {
  const std::string campo = field_of(colonna);
  if (!forms::exists(draft, campo)) return;  // a column of the consultant's own
  std::string text = cells.text(colonna, kMostText);
  if (text.empty()) return;
  if (campo == "causale.id") std::transform(text.begin(), text.end(), text.begin(), domain::ascii::upper);
  if (is_checkbox(campo)) text = cells.flag(colonna) ? "1" : "";
  if (!forms::set(draft, campo, text)) cells.wrong(colonna, "non è un valore ammesso per questo campo. Correggilo.");
}

// The same people and hours in each week of the period.
void set_plan(Draft& draft, csv::Cells& cells) {
  forms::align_weeks(draft);
  for (auto& week : draft.periodo.settimane) {
    week.lavoratori = domain::enter<domain::Count>(cells.text("lavoratori"));
    week.zero_ore = domain::enter<domain::Count>(cells.text("zero_ore"));
    week.ore = domain::enter<domain::Hours>(cells.text("ore_settimana"));
  }
}

// "CODICE", or "CODICE:qualifica", one after the other.
void set_workers(Draft& draft, csv::Cells& cells) {
  std::string text = cells.text("beneficiari", kMostText * 4);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == ',' || c == ';' || c == '\n'; }, ' ');
  for (const std::string& item : split(text, ' ')) {
    const auto colon = item.find(':');
    domain::Beneficiario b;
    b.codice_fiscale = domain::enter<domain::CodiceFiscale>(item.substr(0, colon));
    if (colon != std::string::npos) b.qualifica = item.substr(colon + 1);
    draft.lavoratori.beneficiari.push_back(std::move(b));
  }
}

}  // namespace

Draft draft_of_row(const csv::Table& table, const csv::Row& row, std::vector<csv::Difetto>& difetti) {
  Draft draft;
  csv::Cells cells(table, row, difetti);
  if (!cells.ok()) return draft;  // its cells are in the wrong columns
  for (const auto& [colonna, at] : table.names()) set_field(draft, cells, colonna);
  set_plan(draft, cells);
  set_workers(draft, cells);
  return draft;
}

void complete(Draft& draft, const domain::Registry& registry) {
  auto& a = draft.azienda;
  const auto& p = registry.posizione;
  if (a.codice_fiscale.empty()) a.codice_fiscale = domain::enter<domain::CodiceFiscaleAzienda>(p.codice_fiscale);
  if (a.denominazione.empty()) a.denominazione = p.denominazione;
  if (a.pec.empty()) a.pec = domain::enter<domain::Pec>(p.pec);
  if (a.data_inizio_attivita.empty() && p.dal) a.data_inizio_attivita = {p.dal, {}};
  for (auto& b : draft.lavoratori.beneficiari) {
    const auto known = std::find_if(registry.lavoratori.begin(), registry.lavoratori.end(), [&](const domain::Lavoratore& l) {
      return b.codice_fiscale && l.codice_fiscale == b.codice_fiscale->str();
    });
    if (known == registry.lavoratori.end()) continue;
    b.cognome = known->cognome;
    b.nome = known->nome;
    if (b.qualifica.empty()) b.qualifica = known->qualifica;
  }
}

}  // namespace omnia::cli
