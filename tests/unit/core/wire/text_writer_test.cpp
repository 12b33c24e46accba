// The draft is written straight into text: the same bytes as a tree of values with sorted keys, whatever the texts hold.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "shared/forms/fields.hpp"
#include "shared/wire/wire.hpp"
#include "tests/unit/core/review/base.hpp"

using namespace omnia;

BOOST_AUTO_TEST_SUITE(wire_text_writer)

BOOST_AUTO_TEST_CASE(any_text_in_any_field_gives_canonical_bytes) {
  for (const char* text :
       {"", "a", "23/11/2026", "1.234,56", "7", "12,5", "\"\\/\b\f\n\r\t\x01\x1f\x7f", "Šarić «€»", "{", "[,", "testo"}) {
    domain::Draft draft = test::clean_draft(2);
    for (const std::string& path : forms::paths()) forms::set(draft, path, text);
    draft.lavoratori.beneficiari[0].cognome = text;
    draft.lavoratori.beneficiari[1].codice_fiscale = domain::enter<domain::CodiceFiscale>(text);
    const std::string json = wire::write(draft);
    BOOST_TEST(nlohmann::json::parse(json).dump() == json);
    BOOST_TEST((wire::read_draft(json).value() == draft));
  }
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_is_repaired) {
  domain::Draft draft;
  draft.invio.note = "a\xff\xc3z";
  const std::string json = wire::write(draft);
  BOOST_TEST(wire::read_draft(json).value().invio.note == "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}

BOOST_AUTO_TEST_SUITE_END()
