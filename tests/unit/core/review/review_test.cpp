#include "shared/rules/review.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <stdexcept>
#include <tuple>

#include "shared/wire/wire.hpp"
#include "tests/unit/core/alerts/cases.hpp"

namespace {

using namespace omnia;
using namespace omnia::domain;
using rules::Stato;

const rules::StatoSezione& section(const rules::Review& review, const std::string& id) {
  for (const auto& s : review.sezioni) {
    if (s.sezione == id) return s;
  }
  throw std::logic_error("no section " + id);
}

int place(const std::string& sezione) {
  const std::vector<std::string> order = {"azienda",   "unita_produttiva", "causale",       "periodo",   "lavoratori",
                                          "relazione", "indicatori",       "consultazione", "pagamento", "invio"};
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i] == sezione) return static_cast<int>(i);
  }
  return -1;
}

// Wrong in every section: what a careless person may send.
test::World messy() {
  test::World w;
  w.d.azienda.pec = {};
  w.d.azienda.dipendenti_medi = enter<Decimal>("boh");
  w.d.unita_produttiva.autocertificazione = false;
  w.d.causale.id = "FINE_CANTIERE";
  w.d.periodo.data_inizio_effettivo = {};
  w.d.periodo.settimane[0].zero_ore = enter<Count>("50");
  w.d.lavoratori.beneficiari[9].qualifica = "dirigente";
  w.d.lavoratori.beneficiari[4].codice_fiscale = {};
  w.d.pagamento.modalita = ModalitaPagamento::diretto;
  w.d.invio.dichiarazioni = false;
  return w;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review)

BOOST_AUTO_TEST_CASE(a_domanda_in_order_gets_only_information) {
  const auto review = test::World().review();
  BOOST_REQUIRE(review.alerts.size() == 3u);
  BOOST_TEST(review.alerts[0].codice == "A-TER-04");
  BOOST_TEST(review.alerts[1].codice == "A-SIN-04");
  BOOST_TEST(review.alerts[2].codice == "A-IMP-03");
  BOOST_TEST(review.errori == 0);
  BOOST_TEST(review.avvisi == 0);
  BOOST_TEST(review.inviabile);
  BOOST_TEST(review.instradamento.primaria == "CIGO_IND");
  BOOST_REQUIRE(review.scadenza.has_value());
  BOOST_TEST(review.scadenza->data.iso() == "2026-12-01");
  BOOST_TEST(review.contatori.calcolati);
  BOOST_TEST(review.contatori.biennio.richiesto == 2 * rules::counters::kUnitsPerWeek);
  BOOST_TEST(!review.liquidita.has_value());
  BOOST_TEST(review.norme_versione == norms::Norms::builtin().versione());
  BOOST_TEST(review.oggi.iso() == "2026-11-24");
  for (const auto& s : review.sezioni) BOOST_TEST((s.stato == Stato::completa), s.sezione);
}

BOOST_AUTO_TEST_CASE(warnings_alone_never_block) {
  test::World w;
  w.d.periodo.data_inizio_effettivo = {};
  w.d.causale.id = "FINE_CANTIERE";
  w.r.lavoratori[0].cessazione = test::day("2026-11-20");
  w.r.autorizzazioni = {test::authorised("2025-10-06", "2026-10-04")};
  w.oggi = test::day("2026-12-02");
  const auto review = w.review();
  BOOST_TEST(review.avvisi >= 6);
  BOOST_TEST(review.errori == 0);
  BOOST_TEST(review.inviabile);
}

BOOST_AUTO_TEST_CASE(one_error_blocks) {
  test::World w;
  w.d.unita_produttiva.autocertificazione = false;
  const auto review = w.review();
  BOOST_TEST(review.errori == 1);
  BOOST_TEST(!review.inviabile);
  BOOST_TEST(section(review, "unita_produttiva").errori == 1);
  BOOST_TEST(section(review, "azienda").errori == 0);
}

BOOST_AUTO_TEST_CASE(alerts_come_by_section_then_gravity_then_code) {
  const auto review = messy().review();
  BOOST_TEST(review.alerts.size() > 8u);
  for (std::size_t i = 1; i < review.alerts.size(); ++i) {
    const auto& a = review.alerts[i - 1];
    const auto& b = review.alerts[i];
    const auto key = [](const rules::Alert& x) { return std::tuple(place(x.sezione), x.gravita, x.codice); };
    BOOST_TEST((key(a) <= key(b)), a.codice << " before " << b.codice);
  }
}

BOOST_AUTO_TEST_CASE(the_counts_of_the_sections_add_up) {
  const auto review = messy().review();
  int errors = 0;
  int warnings = 0;
  for (const auto& s : review.sezioni) {
    errors += s.errori;
    warnings += s.avvisi;
  }
  BOOST_TEST(errors == review.errori);
  BOOST_TEST(warnings == review.avvisi);
  BOOST_TEST(errors > 0);
  BOOST_TEST(warnings > 0);
}

BOOST_AUTO_TEST_CASE(the_same_facts_give_the_same_bytes) {
  const auto w = messy();
  const std::string first = wire::write(w.review());
  for (int again = 0; again < 3; ++again) BOOST_TEST(wire::write(w.review()) == first);
}

BOOST_AUTO_TEST_CASE(an_empty_draft_has_empty_sections_and_is_not_sent) {
  const auto review = rules::review({}, {}, norms::Norms::builtin(), test::kOggi);
  for (const char* id : {"azienda", "unita_produttiva", "causale", "periodo", "lavoratori", "invio"}) {
    BOOST_TEST((section(review, id).stato == Stato::vuota), id);
  }
  // The employer advances the benefit unless he asks otherwise: nothing is missing there.
  BOOST_TEST((section(review, "pagamento").stato == Stato::completa));
  BOOST_TEST(!review.inviabile);
  BOOST_TEST(!review.contatori.calcolati);
  BOOST_TEST(!review.scadenza.has_value());
}

BOOST_AUTO_TEST_CASE(a_section_is_partial_until_its_mandatory_fields_are_there) {
  test::World w;
  w.d.azienda.legale_rappresentante.nome.clear();
  w.d.unita_produttiva.autocertificazione = false;
  w.d.causale = {};
  w.d.causale.descrizione = "Ordini in calo";
  w.d.periodo.settimane[1].ore = {};
  w.d.lavoratori.beneficiari[3].codice_fiscale = enter<CodiceFiscale>("RSS");
  w.d.relazione.dichiarazione = false;
  w.d.consultazione.dichiarazione = false;
  w.d.pagamento.modalita = ModalitaPagamento::diretto;
  w.d.invio.dichiarazioni = false;
  w.d.invio.note = "Nota";
  for (const auto& s : w.review().sezioni) BOOST_TEST((s.stato == Stato::parziale), s.sezione);
}

BOOST_AUTO_TEST_CASE(event_days_and_details_of_the_order_complete_their_sections) {
  test::World w;
  w.d.causale.id = "ORDINE_AUTORITA";
  BOOST_TEST((section(w.review(), "causale").stato == Stato::parziale));
  BOOST_TEST((section(w.review(), "periodo").stato == Stato::parziale));
  w.d.causale.ordinanza = {"Comune di Roma", "45", enter<Date>("12/11/2026"), {}};
  w.d.periodo.giorni_evento = {test::day("2026-11-16")};
  BOOST_TEST((section(w.review(), "causale").stato == Stato::completa));
  BOOST_TEST((section(w.review(), "periodo").stato == Stato::completa));
}

BOOST_AUTO_TEST_CASE(a_period_that_starts_on_wednesday_is_counted_from_its_monday) {
  test::World w;
  w.d.periodo.dal = enter<Date>("18/11/2026");
  w.d.periodo.data_inizio_effettivo = {};
  const auto review = w.review();
  BOOST_TEST(review.contatori.biennio.settimane_richieste == 2);
  BOOST_REQUIRE(review.scadenza.has_value());
  BOOST_TEST(review.scadenza->data.iso() == "2026-12-01");
}

BOOST_AUTO_TEST_CASE(a_period_of_a_century_is_refused_and_not_worked_out) {
  test::World w;
  w.d.causale.id = "METEO_IND";
  w.d.periodo.al = enter<Date>("29/11/2126");
  const auto review = w.review();
  BOOST_TEST(!review.contatori.calcolati);
  BOOST_TEST(!review.inviabile);
}

// Figures at the ends of what the parsers admit: no overflow, no endless loop (the sanitizers watch this one).
BOOST_AUTO_TEST_CASE(the_most_absurd_figures_are_reviewed_too) {
  for (const char* dal : {"01/01/1900", "24/09/2015", "28/12/2199"}) {
    for (const char* al : {"07/01/1900", "31/12/2199"}) {
      test::World w;
      w.d.causale.id = "ORDINE_AUTORITA";
      w.d.causale.ordinanza.ore_vietate = enter<Hours>("999.999.999.999,99");
      w.d.periodo.dal = w.d.periodo.data_inizio_effettivo = enter<Date>(dal);
      w.d.periodo.al = enter<Date>(al);
      w.d.periodo.giorni_evento = {w.d.periodo.dal.value.value()};
      for (auto& s : w.d.periodo.settimane) {
        s.lavoratori = s.zero_ore = enter<Count>("9.999.999");
        s.ore = enter<Hours>("999.999.999.999,99");
      }
      w.d.pagamento.modalita = ModalitaPagamento::diretto;
      for (auto* amount : {&w.d.pagamento.liquidita_immediate, &w.d.pagamento.liquidita_differite, &w.d.pagamento.rimanenze,
                           &w.d.pagamento.passivita_correnti}) {
        *amount = enter<Money>("999.999.999.999,99");
      }
      const auto review = w.review();
      BOOST_TEST(!review.inviabile);
      BOOST_TEST(wire::write(w.review()) == wire::write(review));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_thousand_workers_are_reviewed_without_a_word_too_many) {
  const auto draft = test::clean_draft(1000);
  const auto registry = test::clean_registry(1000);
  const auto review = rules::review(draft, registry, norms::Norms::builtin(), test::kOggi);
  BOOST_TEST(review.alerts.size() == 3u);  // its term, the term of the unions, the contribution
  BOOST_TEST(review.inviabile);
}

BOOST_AUTO_TEST_CASE(a_code_outside_the_catalogue_would_block_and_not_hide) {
  std::map<std::string, std::string> tables;
  for (const char* name : {"parametri.json", "causali.json", "routing.json"}) {
    tables[name] = std::string(norms::Norms::builtin().table(name));
  }
  const auto without_catalogue = norms::Norms::parse(tables);
  BOOST_REQUIRE(without_catalogue.ok());
  const auto review = rules::review(test::clean_draft(), test::clean_registry(), without_catalogue.value(), test::kOggi);
  BOOST_REQUIRE(review.alerts.size() == 3u);
  BOOST_TEST(review.alerts[0].testo == "A-TER-04");
  BOOST_TEST(!review.inviabile);
}

BOOST_AUTO_TEST_SUITE_END()
