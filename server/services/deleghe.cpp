#include "server/services/deleghe.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "server/identity/secrets.hpp"
#include "server/services/fields.hpp"
#include "server/services/poteri.hpp"
#include "server/services/refusal.hpp"
#include "server/store/grants_store.hpp"
#include "server/store/words.hpp"
#include "shared/csv/cells.hpp"
#include "shared/domain/identifiers.hpp"

namespace omnia::services {
namespace {

using identity::Azione;
using identity::Identita;
using nlohmann::json;
using store::Potere;

constexpr std::size_t kMaxRows = 5000;

json day_or_null(const std::optional<domain::Date>& day) { return day ? json(day->iso()) : json(); }

bool in_force(domain::Date dal, const std::optional<domain::Date>& al, const std::optional<domain::Date>& revocata,
              domain::Date oggi) {
  return dal <= oggi && (!al || *al >= oggi) && (!revocata || *revocata > oggi);
}

const char* state_of(domain::Date dal, const std::optional<domain::Date>& al, const std::optional<domain::Date>& revocata,
                     domain::Date oggi) {
  if (revocata && *revocata <= oggi) return "revocata";
  if (al && *al < oggi) return "scaduta";
  return dal > oggi ? "non_ancora" : "attiva";
}

json describe(const store::RigaDelegata& d, domain::Date oggi) {
  return {{"id", d.id},
          {"intermediario_cf", d.intermediario_cf},
          {"intermediario", d.intermediario},
          {"matricola", d.matricola},
          {"denominazione", d.denominazione},
          {"servizi", store::words(d.servizi)},
          {"dal", d.dal.iso()},
          {"al", day_or_null(d.al)},
          {"revocata_il", day_or_null(d.revocata_il)},
          {"valida", in_force(d.dal, d.al, d.revocata_il, oggi)},
          {"stato", state_of(d.dal, d.al, d.revocata_il, oggi)}};
}

json describe(const store::RigaSubdelega& s, domain::Date oggi) {
  return {{"id", s.id},
          {"delega", s.delega},
          {"dipendente_cf", s.dipendente_cf},
          {"dipendente", s.dipendente},
          {"matricola", s.matricola},
          {"denominazione", s.denominazione},
          {"dal", s.dal.iso()},
          {"al", day_or_null(s.al)},
          {"revocata_il", day_or_null(s.revocata_il)},
          {"valida", in_force(s.dal, s.al, s.revocata_il, oggi)},
          {"stato", state_of(s.dal, s.al, s.revocata_il, oggi)}};
}

// Sorted and joined by blanks; nullopt: a word that is no service. None means all.
std::optional<std::string> services_text(std::vector<std::string> chosen) {
  const auto& known = identity::servizi();
  if (chosen.empty()) chosen.assign(known.begin(), known.end());
  if (std::find(chosen.begin(), chosen.end(), "domande") != chosen.end()) chosen.emplace_back("consultazione");
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  for (const auto& one : chosen) {
    if (std::find(known.begin(), known.end(), one) == known.end()) return std::nullopt;
  }
  return fmt::format("{}", fmt::join(chosen, " "));
}

std::string known_services() { return fmt::format("{}", fmt::join(identity::servizi(), ", ")); }

// What is wrong with the days, as a sentence.
std::string wrong_days(domain::Date dal, const std::optional<domain::Date>& al, domain::Date oggi) {
  if (al && *al < dal) return "La fine viene prima dell’inizio.";
  if (al && *al < oggi) return "La fine è già passata.";
  return {};
}

[[noreturn]] void refuse(const char* codice, const std::string& testo, const char* rimedio, const char* campo) {
  throw Refusal(Esito::non_accettabile, codice, testo, rimedio, campo);
}

// All that is wrong with the file, row by row.
[[noreturn]] void refuse_file(const std::vector<csv::Difetto>& wrong) {
  const csv::Difetto& first = wrong.front();
  Refusal refusal(Esito::non_accettabile, first.codice,
                  first.riga > 0 ? fmt::format("Riga {}: {}", first.riga, first.motivo) : first.motivo,
                  "Correggi il file e caricalo di nuovo.", "csv");
  json rows = json::array();
  for (const auto& one : wrong)
    rows.push_back({{"riga", one.riga}, {"colonna", one.colonna}, {"codice", one.codice}, {"testo", one.motivo}});
  refusal.righe = rows.dump(-1, ' ', false, json::error_handler_t::replace);
  throw refusal;
}

std::string already_there(const store::RigaDelegata& row) {
  return "L’intermediario ha già una delega per la matricola " + row.matricola + " in questi giorni.";
}

constexpr const char* kGiaPresente = "delega.gia_presente";
constexpr const char* kNonSovrapporre = "Revoca prima quella che c’è, oppure indica giorni che non si sovrappongono.";

void store_new(const Office& office, store::Connection& db, store::RigaDelegata& nuova, const Identita& chi) {
  if (store::ha_delega(db, nuova))
    throw Refusal(Esito::in_conflitto, kGiaPresente, already_there(nuova), kNonSovrapporre, "matricola");
  nuova.id = identity::random_uuid();
  store::insert_delega(db, nuova, chi.id);
  record_potere(office, db, chi, Potere::delega, nuova.id, "concessa");
}

void store_new(const Office& office, store::Connection& db, const store::RigaSubdelega& nuova, const Identita& chi) {
  store::insert_subdelega(db, nuova, chi.id);
  record_potere(office, db, chi, Potere::subdelega, nuova.id, "concessa");
}

// One row of the CSV; what is wrong goes to the list of defects, with its column and number.
std::optional<store::RigaDelegata> csv_row(Office& office, const Identita& chi, csv::Cells& cells) {
  store::RigaDelegata row;
  const domain::Date oggi = office.clock.oggi();
  row.intermediario_cf = cells.identifier<domain::CodiceFiscale>("intermediario_cf");
  row.matricola = cells.identifier<domain::Matricola>("matricola");
  row.dal = cells.required_date("dal");
  row.al = cells.date("al");
  const auto services = services_text(store::words(cells.text("servizi")));
  if (!services) cells.wrong("servizi", "non è tra i servizi delegabili: " + known_services() + ". Correggi.");
  if (cells.ok() && identity::relazione(office.db, chi, row.matricola, oggi) != identity::Relazione::propria)
    cells.wrong("matricola", "non è una posizione della tua azienda. Togli la riga.");
  if (const std::string wrong = cells.ok() ? wrong_days(row.dal, row.al, oggi) : std::string(); !wrong.empty())
    cells.wrong("al", wrong + " Correggi le date.");
  if (!cells.ok()) return std::nullopt;
  row.servizi = *services;
  return row;
}

// Every row is tried, so that all that is wrong is said at once; one that is wrong takes back all.
using Defects = std::vector<csv::Difetto>;
using RowWriter = std::function<void(store::Connection&, csv::Cells&, Defects&)>;
std::string write_rows(Office& office, const std::string& file, const std::vector<std::string_view>& obbligatorie,
                       const RowWriter& write_row) {
  const auto read = csv::read_table(file, obbligatorie);
  if (const auto* wrong = std::get_if<csv::Difetto>(&read)) refuse_file({*wrong});
  const auto& table = std::get<csv::Table>(read);
  if (table.rows().size() > kMaxRows)
    refuse("csv.troppo_lungo", fmt::format("Il file ha più di {} righe.", kMaxRows), "Dividilo in più file.", "csv");
  Defects defects;
  office.db.write([&](store::Connection& db) {
    for (const csv::Row& line : table.rows()) {
      csv::Cells cells(table, line, defects);
      if (cells.ok()) write_row(db, cells, defects);
    }
    if (!defects.empty()) refuse_file(defects);
  });
  return json{{"create", table.rows().size()}}.dump();
}

// Delegations of the intermediary that hold today, by position.
std::map<std::string, std::string> held_today(Office& office, const Identita& chi) {
  std::map<std::string, std::string> out;
  const domain::Date oggi = office.clock.oggi();
  const auto rows =
      office.db.read([&](store::Connection& db) { return store::list_deleghe_di_intermediario(db, chi.codice_fiscale); });
  for (const auto& one : rows) {
    if (in_force(one.dal, one.al, one.revocata_il, oggi)) out[one.matricola] = one.id;
  }
  return out;
}

std::optional<store::RigaSubdelega> csv_subdelega(const std::map<std::string, std::string>& held, const Identita& chi,
                                                  domain::Date oggi, csv::Cells& cells) {
  store::RigaSubdelega row;
  row.dipendente_cf = cells.identifier<domain::CodiceFiscale>("dipendente_cf");
  row.matricola = cells.identifier<domain::Matricola>("matricola");
  row.dal = cells.required_date("dal");
  row.al = cells.date("al");
  const auto found = held.find(row.matricola);
  if (cells.ok() && found == held.end()) cells.wrong("matricola", "non è tra le deleghe che hai oggi. Togli la riga.");
  if (cells.ok() && row.dipendente_cf == chi.codice_fiscale) cells.wrong("dipendente_cf", "sei tu. Togli la riga.");
  if (const std::string wrong = cells.ok() ? wrong_days(row.dal, row.al, oggi) : std::string(); !wrong.empty())
    cells.wrong("al", wrong + " Correggi le date.");
  if (!cells.ok()) return std::nullopt;
  row.delega = found->second;
  row.id = identity::random_uuid();
  return row;
}

}  // namespace

std::string list_delegations(Office& office, const Identita& chi) {
  const domain::Date oggi = office.clock.oggi();
  json given = json::array();
  json passed = json::array();
  office.db.read([&](store::Connection& db) {
    const bool employer = chi.ruolo == identity::Ruolo::datore;
    for (const auto& one : employer ? store::list_deleghe_di_azienda(db, chi.azienda_cf)
                                    : store::list_deleghe_di_intermediario(db, chi.codice_fiscale)) {
      given.push_back(describe(one, oggi));
    }
    if (employer) return;
    for (const auto& one : store::list_subdeleghe(db, chi.codice_fiscale)) passed.push_back(describe(one, oggi));
  });
  return json{{"deleghe", std::move(given)}, {"subdeleghe", std::move(passed)}}.dump();
}

std::string give_delegation(Office& office, const Identita& chi, const json& body) {
  Fields fields(body);
  const domain::Date oggi = office.clock.oggi();
  store::RigaDelegata row;
  row.intermediario_cf = fields.identifier<domain::CodiceFiscale>("intermediario_cf");
  row.matricola = fields.identifier<domain::Matricola>("matricola");
  row.dal = fields.day("dal");
  row.al = fields.optional_day("al");
  const auto services = services_text(fields.texts("servizi"));
  fields.end();
  if (!services) Fields::refuse("servizi", "i servizi delegabili sono " + known_services() + ".");
  row.servizi = *services;
  if (const std::string wrong = wrong_days(row.dal, row.al, oggi); !wrong.empty())
    refuse("delega.date", wrong, "Correggi le date della delega.", "al");
  if (row.intermediario_cf == chi.codice_fiscale)
    refuse("delega.a_se_stessi", "La delega è a te stesso.", "Indica il codice fiscale dell’intermediario.", "intermediario_cf");
  identity::require(office.db, chi, Azione::concede_deleghe, row.matricola, oggi);
  office.db.write([&](store::Connection& db) { store_new(office, db, row, chi); });
  const auto stored = office.db.read([&](store::Connection& db) { return store::find_delega(db, row.id); });
  return json{{"delega", describe(stored.value(), oggi)}}.dump();
}

std::string give_delegations(Office& office, const Identita& chi, const std::string& file) {
  return write_rows(office, file, {"intermediario_cf", "matricola", "dal"},
                    [&](store::Connection& db, csv::Cells& cells, Defects& defects) {
                      auto row = csv_row(office, chi, cells);
                      if (row && store::ha_delega(db, *row)) {
                        cells.wrong("matricola", already_there(*row) + " " + kNonSovrapporre);
                        defects.back().codice = kGiaPresente;
                      } else if (row) {
                        store_new(office, db, *row, chi);
                      }
                    });
}

void revoke_delegation(Office& office, const Identita& chi, std::string_view id) {
  office.db.write([&](store::Connection& db) {
    const auto row = store::find_delega(db, id);
    if (row && row->revocata_il) {
      throw Refusal(Esito::in_conflitto, "delega.gia_revocata", "La delega è già revocata.", "Aggiorna l’elenco delle deleghe.");
    }
    store::revoke_delega(db, id, office.clock.oggi());
    record_potere(office, db, chi, Potere::delega, id, "revocata");
  });
}

std::string give_subdelegation(Office& office, const Identita& chi, std::string_view delega, const json& body) {
  Fields fields(body);
  const domain::Date oggi = office.clock.oggi();
  store::RigaSubdelega row;
  row.id = identity::random_uuid();
  row.delega = delega;
  row.dipendente_cf = fields.identifier<domain::CodiceFiscale>("dipendente_cf");
  row.dal = fields.day("dal");
  row.al = fields.optional_day("al");
  fields.end();
  if (const std::string wrong = wrong_days(row.dal, row.al, oggi); !wrong.empty())
    refuse("delega.date", wrong, "Correggi le date della subdelega.", "al");
  if (row.dipendente_cf == chi.codice_fiscale)
    refuse("delega.a_se_stessi", "La subdelega è a te stesso.", "Indica il codice fiscale del dipendente.", "dipendente_cf");
  const auto given = office.db.read([&](store::Connection& db) { return store::find_delega(db, delega); });
  if (!given || !in_force(given->dal, given->al, given->revocata_il, oggi))
    refuse("delega.non_valida", "La delega non è valida oggi.", "Chiedine una nuova all’azienda.", "delega");
  office.db.write([&](store::Connection& db) {
    if (store::ha_subdelega(db, row))
      throw Refusal(Esito::in_conflitto, kGiaPresente, "Il dipendente ha già la subdelega in questi giorni.", kNonSovrapporre);
    store_new(office, db, row, chi);
  });
  const auto stored = office.db.read([&](store::Connection& db) { return store::find_subdelega(db, row.id); });
  return json{{"subdelega", describe(stored.value(), oggi)}}.dump();
}

std::string give_subdelegations(Office& office, const Identita& chi, const std::string& file) {
  const auto held = held_today(office, chi);
  const domain::Date oggi = office.clock.oggi();
  return write_rows(office, file, {"dipendente_cf", "matricola", "dal"},
                    [&](store::Connection& db, csv::Cells& cells, Defects& defects) {
                      const auto row = csv_subdelega(held, chi, oggi, cells);
                      if (row && store::ha_subdelega(db, *row)) {
                        cells.wrong("dipendente_cf", std::string("ha già la subdelega in questi giorni. ") + kNonSovrapporre);
                        defects.back().codice = kGiaPresente;
                      } else if (row) {
                        store_new(office, db, *row, chi);
                      }
                    });
}

void revoke_subdelegation(Office& office, const Identita& chi, std::string_view id) {
  office.db.write([&](store::Connection& db) {
    const auto row = store::find_subdelega(db, id);
    if (row && row->revocata_il) {
      throw Refusal(Esito::in_conflitto, "delega.gia_revocata", "La subdelega è già revocata.",
                    "Aggiorna l’elenco delle deleghe.");
    }
    store::revoke_subdelega(db, id, office.clock.oggi());
    record_potere(office, db, chi, Potere::subdelega, id, "revocata");
  });
}

}  // namespace omnia::services
