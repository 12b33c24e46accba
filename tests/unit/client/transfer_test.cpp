#include <boost/test/unit_test.hpp>

#include "shared/wire/strict.hpp"
#include "shared/wire/wire.hpp"
#include "tests/unit/client/office.hpp"
#include "wasm-client/app/drafts.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

void back_home(Driver& d) {
  d.click("Chiudi e torna alle tue domande: la bozza resta salvata");
  if (d.asked("domande")) d.answer("domande", 200, test::no_domande_json());
}

void import_text(Driver& d, const std::string& text) {
  d.send(app::FileChosen{"importa", "bozza.json", "application/json", static_cast<std::int64_t>(text.size()), text});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(transfer)

BOOST_AUTO_TEST_CASE(an_exported_draft_is_the_file_that_the_command_line_reads_and_comes_back_the_same) {
  Driver d;
  test::open_new(d);
  d.fill("Cognome del legale rappresentante", "Šarić");
  d.fill("Data di inizio attività", "boh");
  d.click("Esporta la bozza");
  BOOST_REQUIRE(d.last<app::Download>() != nullptr);
  const app::Download file = *d.last<app::Download>();
  BOOST_TEST(file.nome == "bozza-officine-di-prova-s-r-l.json");
  const auto read = wire::read_known_draft(file.contenuto);
  BOOST_REQUIRE(read.ok());
  BOOST_TEST((read.value() == d.model.scrivania->bozza.draft));
  back_home(d);
  import_text(d, file.contenuto);
  BOOST_TEST(d.shows("La bozza di Officine di Prova S.r.l. è stata importata."));
  BOOST_REQUIRE(d.model.bozze.size() == 2U);
  domain::Draft copy = d.model.bozze.front().draft;
  BOOST_TEST(copy.id != read.value().id, "the one that is here stays");
  copy.id = read.value().id;
  BOOST_TEST((copy == read.value()));
}

BOOST_AUTO_TEST_CASE(a_bad_file_is_refused_whole_and_says_what_is_wrong) {
  Driver d;
  test::log_in(d);
  const auto refused = [&d](const std::string& text, const std::string& why) {
    import_text(d, text);
    BOOST_TEST(d.shows("Il file non è una bozza che si può aprire, e nulla è stato importato: " + why),
               "for " << text.substr(0, 60));
    BOOST_TEST(d.model.bozze.empty());
    BOOST_TEST(d.stored_ids.size() == 1U, "the remembered identity alone");
  };
  refused("{rotto", "");
  refused("[]", "");
  refused(R"({"azienda":{"matricola":"4977000117"},"periodo":{"giorni_evento":["2026-02-30"]}})", "");
  BOOST_TEST(d.shows("periodo.giorni_evento"));
  refused("{}", "Manca una matricola valida (azienda.matricola).");
  refused(R"({"prestazione":"FIS","azienda":{"matricola":")" + test::matricola() + R"("}})",
          "Chiede la prestazione «FIS», qui si compila la CIGO.");
  refused(std::string((std::size_t{8} << 20U) + 1, ' '), "Supera 8 MB.");
}

BOOST_AUTO_TEST_CASE(a_duplicate_is_a_draft_of_its_own_with_nothing_declared) {
  Driver d;
  test::open_new(d);
  test::fill_all(d);
  d.check("Rendo le dichiarazioni qui sopra");
  back_home(d);
  d.click("Duplica Officine di Prova S.r.l.");
  BOOST_TEST(d.shows(
      "È pronta la bozza «Copia di Officine di Prova S.r.l.»: controlla periodo, lavoratori e ticket prima di inviarla."));
  BOOST_REQUIRE(d.model.bozze.size() == 2U);
  const app::Bozza& copy = d.model.bozze.front();
  BOOST_TEST(copy.draft.id != d.model.bozze.back().draft.id);
  BOOST_TEST(!copy.draft.invio.dichiarazioni);
  BOOST_TEST(copy.draft.lavoratori.beneficiari.size() == 20U);
  BOOST_TEST(copy.accettati.empty());
  d.click("Riprendi Copia di Officine di Prova S.r.l.");
  BOOST_TEST(d.title() == "Azienda");
}

BOOST_AUTO_TEST_CASE(drafts_are_named_searched_and_ordered) {
  Driver d;
  test::open_new(d);
  d.fill("Nome della bozza", "Zona nord");
  back_home(d);
  d.click("Duplica Zona nord");
  d.click("Duplica Zona nord");
  d.click("Duplica Zona nord");
  for (const char* name : {"Bianco", "Alfa", "Copia"}) {
    auto& draft = d.model.bozze[name[0] == 'B' ? 0U : name[0] == 'A' ? 1U : 2U];
    draft.nome = name;
  }
  d.send(app::Change{"bozze.ordine", "nome"});
  const auto names = [&d] {
    std::vector<std::string> out;
    for (const app::Bozza* one : app::listed_drafts(d.model)) out.push_back(app::draft_name(*one));
    return out;
  };
  const std::vector<std::string> by_name = {"Alfa", "Bianco", "Copia", "Zona nord"};
  BOOST_TEST(names() == by_name, boost::test_tools::per_element());
  d.type("Cerca tra le bozze", "zona");
  BOOST_TEST(names() == std::vector<std::string>{"Zona nord"}, boost::test_tools::per_element());
  d.type("Cerca tra le bozze", "nessuna così");
  BOOST_TEST(d.find(Kind::empty_state, "Nessuna bozza con queste parole") != nullptr);
  d.type("Cerca tra le bozze", test::matricola());
  BOOST_TEST(names().size() == 4U);
  d.model.bozze.back().draft.periodo.dal.value = domain::Date::parse("2026-11-02").value();
  d.model.bozze.front().draft.periodo.dal.value = domain::Date::parse("2026-11-09").value();
  d.send(app::Change{"bozze.ordine", "scadenza"});
  BOOST_TEST(names().front() == "Zona nord");
  BOOST_TEST(names()[1] == "Bianco");
}

BOOST_AUTO_TEST_CASE(printing_goes_to_the_summary_first) {
  Driver d;
  test::open_new(d);
  d.click("Stampa il riepilogo");
  BOOST_TEST(d.title() == "Riepilogo e invio");
  BOOST_TEST(d.last<app::Print>() != nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
