// The alert catalogue as a document: every row has all its parts, every row can be raised, every placeholder is filled.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {
namespace {

const std::vector<norms::AlertText>& catalogue() { return norms::Norms::builtin().alerts(); }

std::vector<Case> all_cases() {
  std::vector<Case> all;
  for (const auto section :
       {azienda_cases, unita_produttiva_cases, causale_cases, termini_cases, periodo_cases, piano_cases, lavoratori_cases,
        relazione_cases, indicatori_cases, consultazione_cases, pagamento_cases, importi_cases, invio_cases}) {
    const auto cases = section();
    all.insert(all.end(), cases.begin(), cases.end());
  }
  return all;
}

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    names.insert(text.substr(open + 1, text.find('}', open) - open - 1));
  }
  return names;
}

bool ends_a_sentence(const std::string& text) { return !text.empty() && (text.back() == '.' || text.back() == '}'); }

}  // namespace
}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_catalogue)

using namespace omnia;

BOOST_AUTO_TEST_CASE(the_catalogue_is_there) { BOOST_TEST(test::catalogue().size() == 167u); }

// The checks of the field, beside those of the form (A-FRM) and of the coexistence with the old procedures (A-PER-14).
BOOST_AUTO_TEST_CASE(the_checks_of_the_field_are_154_by_gravity) {
  std::map<norms::Gravita, int> count;
  for (const auto& row : test::catalogue()) {
    if (row.codice.rfind("A-FRM-", 0) != 0 && row.codice != "A-PER-14") ++count[row.gravita];
  }
  BOOST_TEST(count[norms::Gravita::errore] == 53);
  BOOST_TEST(count[norms::Gravita::avviso] == 76);
  BOOST_TEST(count[norms::Gravita::informazione] == 25);
}

// What rests on field knowledge alone, or on the merits that the office weighs, never blocks.
BOOST_AUTO_TEST_CASE(merits_only_warn) {
  for (const char* codice : {"A-CAU-05", "A-CAU-06", "A-CAU-10", "A-CAU-16", "A-LIQ-05", "A-LIQ-06", "A-TER-12", "A-TIC-02"}) {
    const auto* row = norms::Norms::builtin().alert(codice);
    BOOST_REQUIRE(row != nullptr);
    BOOST_TEST((row->gravita == norms::Gravita::avviso), codice);
  }
}

BOOST_AUTO_TEST_CASE(every_row_has_a_text_a_remedy_and_a_citation_and_a_code_of_its_own) {
  std::set<std::string> seen;
  for (const auto& row : test::catalogue()) {
    BOOST_TEST_CONTEXT(row.codice) {
      BOOST_TEST(seen.insert(row.codice).second);
      BOOST_TEST(row.codice.size() >= 7u);
      BOOST_TEST(row.codice.rfind("A-", 0) == 0u);
      BOOST_TEST(test::ends_a_sentence(row.testo));
      BOOST_TEST(test::ends_a_sentence(row.rimedio));
      BOOST_TEST(row.citazione.size() >= 5u);
      BOOST_TEST(row.testo.find('\'' + std::string("'")) == std::string::npos);
    }
  }
}

// The dossier: an open reading is never a hard block.
BOOST_AUTO_TEST_CASE(no_reading_is_an_error) {
  for (const auto& row : test::catalogue()) {
    BOOST_TEST((!row.lettura || row.gravita != norms::Gravita::errore), row.codice);
  }
  for (const auto& c : test::all_cases()) {
    test::World w;
    c.raises(w);
    for (const auto& alert : w.review().alerts) {
      BOOST_TEST((!alert.lettura || alert.gravita != norms::Gravita::errore), alert.codice);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_alert_of_the_catalogue_is_raised_by_some_case) {
  std::set<std::string> tested;
  for (const auto& c : test::all_cases()) tested.insert(c.codice);
  for (const auto& c : test::pratica_cases()) tested.insert(c.codice);
  tested.insert("A-LAV-18");  // tests/unit/core/csv/beneficiari_test.cpp: a file is not part of a draft
  for (const auto& row : test::catalogue()) BOOST_TEST(tested.count(row.codice) == 1u, row.codice);
  BOOST_TEST(tested.size() == test::catalogue().size());
}

BOOST_AUTO_TEST_CASE(no_placeholder_reaches_the_person) {
  for (const auto& c : test::all_cases()) {
    test::World w;
    c.raises(w);
    for (const auto& alert : w.review().alerts) {
      BOOST_TEST(test::placeholders(alert.testo + alert.rimedio + alert.citazione).empty(), alert.codice << " " << alert.testo);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_gravity_and_section_of_the_catalogue_is_used) {
  std::set<std::string> sections;
  std::set<norms::Gravita> gravities;
  for (const auto& row : test::catalogue()) {
    sections.insert(row.sezione);
    gravities.insert(row.gravita);
  }
  BOOST_TEST(sections.size() == 14u);
  BOOST_TEST(gravities.size() == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
