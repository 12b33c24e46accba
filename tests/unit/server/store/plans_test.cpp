// How the database answers the questions that people ask all day: by an index, whatever the archive has grown to. The statements
// are taken from the functions themselves as they run.
#include <sqlite3.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "server/store/access_store.hpp"
#include "server/store/audit_store.hpp"
#include "server/store/grants_store.hpp"
#include "server/store/identity_store.hpp"
#include "server/store/istruttoria_store.hpp"
#include "server/store/office_store.hpp"
#include "server/store/powers_store.hpp"
#include "server/store/registry_store.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::store;
using omnia::domain::Date;
using omnia::tests::TemporaryFolder;

const Date kOggi = Date::of(2026, 11, 24);

int note(unsigned, void* statements, void* statement, void*) {
  static_cast<std::vector<std::string>*>(statements)->emplace_back(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
  return 0;
}

struct Office {
  TemporaryFolder folder;
  Db db{folder.file("omnia.db")};
};

// What the database says it will do for each statement of `ask`.
template <class F>
std::vector<std::string> plans(Office& office, F&& ask) {
  return office.db.read([&](SQLite::Database& r) {
    std::vector<std::string> statements;
    sqlite3_trace_v2(r.getHandle(), SQLITE_TRACE_STMT, note, &statements);
    ask(r);
    sqlite3_trace_v2(r.getHandle(), 0, nullptr, nullptr);
    std::vector<std::string> found;
    for (const auto& sql : statements) {
      if (sql.rfind("SELECT", 0) != 0) continue;
      SQLite::Statement plan(r, "EXPLAIN QUERY PLAN " + sql);
      while (plan.executeStep()) found.push_back(plan.getColumn(3).getString());
    }
    BOOST_TEST(!found.empty());
    return found;
  });
}

bool reads_a_whole_table(const std::string& step) {
  for (const char* harmless : {"SCAN CONSTANT ROW", "SCAN (subquery", "SCAN ambito"}) {
    if (step.rfind(harmless, 0) == 0) return false;
  }
  return step.rfind("SCAN ", 0) == 0;
}

template <class F>
void by_index(Office& office, const char* what, F&& ask) {
  for (const auto& step : plans(office, ask)) {
    if (reads_a_whole_table(step)) BOOST_ERROR(what << ": " << step);
  }
}

std::vector<Ambito> everybody() {
  return {{Relazione::propria, "12345670587"},
          {Relazione::delegata, "XQZ"},
          {Relazione::delegata, "XQZ", "consultazione"},
          {Relazione::della_sede, "4900"}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_plans)

BOOST_AUTO_TEST_CASE(the_lists_of_domande_read_no_whole_table_whoever_asks_in_whatever_order) {
  Office office;
  using Ordine = FiltroDomande::Ordine;
  for (const auto& ambito : everybody()) {
    for (const Ordine ordine : {Ordine::arrivo, Ordine::scadenza, Ordine::azienda}) {
      for (int variant = 0; variant < 8; ++variant) {
        FiltroDomande filtro;
        filtro.ambito = ambito;
        filtro.oggi = kOggi;
        filtro.ordine = ordine;
        filtro.chi = "operatore-1";
        filtro.aperte = (variant & 1) != 0;
        if ((variant & 2) != 0) filtro.assegnata_a = "operatore-1";
        if ((variant & 4) != 0) filtro.stato = "accolta";
        by_index(office, "list_domande", [&](SQLite::Database& r) { list_domande(r, filtro); });
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_open_in_a_sede_is_counted_without_reading_a_domanda_and_chosen_in_order_of_its_last_day) {
  Office office;
  FiltroDomande filtro;
  filtro.ambito = {Relazione::della_sede, "4900"};
  filtro.oggi = kOggi;
  filtro.aperte = true;
  filtro.ordine = FiltroDomande::Ordine::scadenza;
  std::string all;
  for (const auto& step : plans(office, [&](SQLite::Database& r) { list_domande(r, filtro); })) all += step + "\n";
  BOOST_TEST(all.find("SEARCH d USING COVERING INDEX domande_sede_stato") != std::string::npos, all);
  BOOST_TEST(all.find("SEARCH d USING INDEX domande_aperte") != std::string::npos, all);
}

BOOST_AUTO_TEST_CASE(the_load_of_the_operators_is_read_from_indexes_alone) {
  Office office;
  const auto steps = plans(office, [](SQLite::Database& r) { list_carichi(r, "4900", kOggi); });
  for (const auto& step : steps) BOOST_TEST(!reads_a_whole_table(step), step);
  const bool covered = std::any_of(steps.begin(), steps.end(), [](const std::string& step) {
    return step.find("USING COVERING INDEX domande_assegnata") != std::string::npos;
  });
  BOOST_TEST(covered);
}

BOOST_AUTO_TEST_CASE(the_people_of_the_grants_come_with_the_list_each_found_by_index) {
  Office office;
  const auto steps = plans(office, [](SQLite::Database& r) { list_abilitazioni(r); });
  const auto people =
      std::count_if(steps.begin(), steps.end(), [](const std::string& step) { return step.rfind("SEARCH i USING ", 0) == 0; });
  BOOST_TEST(people == 1);
}

BOOST_AUTO_TEST_CASE(who_is_to_hear_of_a_domanda_is_found_by_index) {
  Office office;
  by_index(office, "list_interessati", [](SQLite::Database& r) {
    list_interessati(r, {"4900000001", "4900"}, "consultazione", kOggi);
  });
}

BOOST_AUTO_TEST_CASE(one_domanda_with_its_history_and_its_neighbours_reads_no_whole_table) {
  Office office;
  by_index(office, "domanda", [](SQLite::Database& r) {
    find_domanda(r, "d");
    list_allegati(r, "d");
    list_modifiche(r, "domanda:d");
    list_altre_domande(r, "d");
    list_controlli(r, "d");
    list_richieste(r, "d");
    list_provvedimenti(r, "d");
    list_lavoratori(r, "d");
    find_visita(r, "operatore-1", "d");
    revisione_matricola(r, "4900000001");
    ultima_registrazione(r, "4900");
  });
}

BOOST_AUTO_TEST_CASE(the_counters_of_a_position_read_no_whole_table) {
  Office office;
  office.db.write([](SQLite::Database& w) {
    w.exec(
        "INSERT INTO posizioni(matricola, codice_fiscale, denominazione, ricerca, sede) "
        "VALUES('4900000001', '12345670587', 'A', 'a', '4900')");
  });
  by_index(office, "registry", [&](SQLite::Database& r) {
    load_registry(office.db, "4900000001", kOggi);
    find_posizioni(r, {{"4900000001", "", "", "", "", "", "", 0}});
    comprende(office.db, {Relazione::delegata, "XQZ"}, "4900000001", kOggi);
  });
  for (const auto& ambito : everybody()) {
    by_index(office, "search_posizioni", [&](SQLite::Database&) { search_posizioni(office.db, "", ambito, kOggi, "", 25); });
    by_index(office, "count_matricole", [&](SQLite::Database&) { count_matricole(office.db, ambito, kOggi); });
  }
}

BOOST_AUTO_TEST_CASE(one_position_is_looked_for_among_the_delegations_by_its_number) {
  Office office;
  std::string all;
  for (const auto& step : plans(office, [&](SQLite::Database&) {
         comprende(office.db, {Relazione::delegata, "XQZ", "consultazione"}, "4900000001", kOggi);
       }))
    all += step + "\n";
  BOOST_TEST(all.find("deleghe_intermediario (intermediario_cf=? AND matricola=?") != std::string::npos, all);
}

BOOST_AUTO_TEST_CASE(the_delegations_of_a_studio_are_read_from_their_index_alone) {
  Office office;
  std::string all;
  for (const auto& step : plans(office, [&](SQLite::Database&) {
         count_matricole(office.db, {Relazione::delegata, "XQZ"}, kOggi);
       }))
    all += step + "\n";
  BOOST_TEST(all.find("SEARCH deleghe USING COVERING INDEX deleghe_intermediario (intermediario_cf=?)") != std::string::npos,
             all);
  BOOST_TEST(all.find("SEARCH s USING COVERING INDEX subdeleghe_dipendente (dipendente_cf=?)") != std::string::npos, all);
}

BOOST_AUTO_TEST_CASE(sessions_grants_and_accesses_read_no_whole_table) {
  Office office;
  by_index(office, "sessions", [](SQLite::Database& r) {
    find_sessione(r, std::string(64, 'a'));
    list_sessioni(r, "XQZ");
    find_identita(r, "operatore-1");
    list_poteri(r, "XQZ");
    find_denominazione(r, "12345670587");
    abilitazione_di(r, "operatore-1", kOggi);
    list_deleghe_di_azienda(r, "12345670587");
    list_deleghe_di_intermediario(r, "XQZ");
    list_subdeleghe(r, "XQZ");
  });
  FiltroAccessi filtro;
  filtro.oggi = kOggi;
  by_index(office, "accessi", [&](SQLite::Database& r) { list_accessi(r, filtro); });
  filtro.chi = "operatore-1";
  by_index(office, "accessi di un utente", [&](SQLite::Database& r) { list_accessi(r, filtro); });
  filtro.chi.clear();
  filtro.persona = "XQZ";
  by_index(office, "accessi di una persona", [&](SQLite::Database& r) { list_accessi(r, filtro); });
  filtro.persona.clear();
  filtro.ambito = Ambito{Relazione::propria, "12345670587"};
  by_index(office, "accessi di un’azienda", [&](SQLite::Database& r) { list_accessi(r, filtro); });
}

BOOST_AUTO_TEST_SUITE_END()
