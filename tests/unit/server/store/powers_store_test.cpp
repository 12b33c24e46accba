#include "server/store/powers_store.hpp"

#include <boost/test/unit_test.hpp>

#include "server/store/office_store.hpp"
#include "tests/unit/server/identity/office_fixture.hpp"

namespace {

using namespace omnia::store;
using omnia::domain::Date;
using omnia::tests::OfficeFixture;

const Date kOggi = Date::of(2026, 11, 24);

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : " ") + part;
  return text;
}

// A domanda of a position that the Sede of the domanda has meanwhile given to another.
void file_domanda(Db& db, const std::string& matricola, const std::string& sede) {
  db.write([&](SQLite::Database& w) {
    DomandaIntera domanda;
    domanda.riga.id = "id-" + matricola;
    domanda.riga.matricola = matricola;
    domanda.riga.codice_fiscale = "77777771005";
    domanda.riga.dal = domanda.riga.al = domanda.riga.data_invio = domanda.riga.ultimo_giorno_decisione = kOggi.iso();
    domanda.riga.inviata_il = kOggi.iso() + "T10:00:00+01:00";
    domanda.riga.stato = "protocollata";
    domanda.impronta = std::string(64, 'a');
    domanda.riga.sede = sede;
    domanda.riga.protocollo = registra_protocollo(w, sede, kOggi, "2026-11-24T10:00:00+01:00", "prova", "x");
    insert_domanda(w, domanda, {}, {});
  });
}

std::string found(Db& db, const Ambito& ambito) {
  FiltroDomande filtro;
  filtro.ambito = ambito;
  filtro.oggi = kOggi;
  const auto page = db.read([&](SQLite::Database& r) { return list_domande(r, filtro); });
  BOOST_TEST(page.totale == static_cast<std::int64_t>(page.righe.size()));
  std::vector<std::string> ids;
  for (const auto& row : page.righe) ids.push_back(row.id);
  return joined(ids);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_powers)

BOOST_FIXTURE_TEST_CASE(each_relation_reaches_its_positions_and_no_relation_reaches_none, OfficeFixture) {
  BOOST_TEST(joined(list_matricole(db, {Relazione::propria, "87777770584"}, kOggi)) == "1877777729 5177777762");
  BOOST_TEST(joined(list_matricole(db, {Relazione::delegata, "QZXJWK92D30F205Y"}, kOggi)) == "1877777729");
  BOOST_TEST(joined(list_matricole(db, {Relazione::della_sede, "4900"}, kOggi)) == "4977777750");
  BOOST_TEST(list_matricole(db, {}, kOggi).empty());
  BOOST_TEST(list_matricole(db, {Relazione::della_sede, ""}, kOggi).empty());
  BOOST_TEST(comprende(db, {Relazione::propria, "77777771005"}, "4977777750", kOggi));
  BOOST_TEST(!comprende(db, {Relazione::propria, "77777771005"}, "1877777729", kOggi));
  BOOST_TEST(!comprende(db, {Relazione::nessuna, "77777771005"}, "4977777750", kOggi));
}

BOOST_FIXTURE_TEST_CASE(a_position_delegated_twice_is_counted_and_listed_once, OfficeFixture) {
  db.write([](SQLite::Database& w) {
    w.exec(
        "INSERT INTO deleghe(id, intermediario_cf, matricola, dal) VALUES('altra', 'XQZ40404040', '1877777729', '2026-01-01');"
        "INSERT INTO subdeleghe(id, delega, dipendente_cf, dal) VALUES('s', 'altra', 'QZXJWK92D30F205Y', '2026-01-01')");
  });
  const Ambito mine{Relazione::delegata, "QZXJWK92D30F205Y"};
  BOOST_TEST(count_matricole(db, mine, kOggi) == 1U);
  BOOST_TEST(joined(list_matricole(db, mine, kOggi)) == "1877777729");
  file_domanda(db, "1877777729", "1800");
  BOOST_TEST(found(db, mine) == "id-1877777729");
}

BOOST_FIXTURE_TEST_CASE(the_end_of_a_delegation_is_told_even_when_it_is_over_and_not_when_it_is_open, OfficeFixture) {
  BOOST_TEST(fine_delega(db, "QZXJWK92D30F205Y", "1877777729").value().iso() == "2026-11-24");
  BOOST_TEST(!fine_delega(db, "QZXJWK92D30F205Y", "5177777762").has_value());
  BOOST_TEST(!fine_delega(db, "QZXJWK92D30F205Y", "4977777750").has_value());
}

BOOST_FIXTURE_TEST_CASE(domande_are_listed_by_position_or_by_the_sede_that_took_them, OfficeFixture) {
  file_domanda(db, "1877777729", "1800");
  file_domanda(db, "5177777762", "4900");  // the position is of Sede 5100 today
  BOOST_TEST(found(db, {Relazione::propria, "87777770584"}) == "id-5177777762 id-1877777729");
  BOOST_TEST(found(db, {Relazione::delegata, "QZXJWK92D30F205Y"}) == "id-1877777729");
  BOOST_TEST(found(db, {Relazione::della_sede, "4900"}) == "id-5177777762");
  BOOST_TEST(found(db, {Relazione::della_sede, "5100"}) == "");
  BOOST_TEST(found(db, {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
