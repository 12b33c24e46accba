#include "shared/forms/fields.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/unit/core/review/base.hpp"

using namespace omnia;
using domain::Draft;

namespace {

forms::Field field_of(const std::string& path) {
  for (const forms::Section& section : forms::cigo()) {
    for (const forms::Field& field : section.campi) {
      if (field.path == path) return field;
    }
  }
  BOOST_FAIL("no field " << path);
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fields)

BOOST_AUTO_TEST_CASE(every_path_of_a_full_draft_reads_what_a_person_would_type) {
  const Draft d = test::clean_draft();
  BOOST_TEST(forms::get(d, "azienda.pec") == "prova@pec.example");
  BOOST_TEST(forms::get(d, "azienda.dipendenti_medi") == "20,00");
  BOOST_TEST(forms::get(d, "periodo.dal") == "16/11/2026");
  BOOST_TEST(forms::get(d, "periodo.tipo") == "prima");
  BOOST_TEST(forms::get(d, "periodo.settimane[1].ore") == "160,00");
  BOOST_TEST(forms::get(d, "periodo.settimane[1].lunedi") == "23/11/2026");
  BOOST_TEST(forms::get(d, "lavoratori.beneficiari[3].codice_fiscale") == test::codice_fiscale(3));
  BOOST_TEST(forms::get(d, "invio.dichiarazioni") == "1");
  BOOST_TEST(forms::get(d, "forzata") == "");
  BOOST_TEST(forms::get(d, "non.esiste") == "");
}

BOOST_AUTO_TEST_CASE(what_is_set_is_read_back_and_what_does_not_parse_is_kept) {
  Draft d;
  BOOST_TEST(forms::set(d, "pagamento.liquidita_immediate", " 1234.5 "));
  BOOST_TEST(forms::get(d, "pagamento.liquidita_immediate") == "1.234,50");
  BOOST_TEST(forms::set(d, "periodo.dal", "32/13/2026"));
  BOOST_TEST(forms::get(d, "periodo.dal") == "32/13/2026");
  BOOST_TEST(d.periodo.dal.invalid());
  BOOST_TEST(forms::set(d, "periodo.dal", ""));
  BOOST_TEST(d.periodo.dal.empty());
  BOOST_TEST(forms::set(d, "pagamento.modalita", "diretto"));
  BOOST_TEST(!forms::set(d, "pagamento.modalita", "contanti"));
  BOOST_TEST(forms::get(d, "pagamento.modalita") == "diretto");
  BOOST_TEST(forms::set(d, "periodo.giorni_evento", "24/11/2026; 23/11/2026, 24/11/2026"));
  BOOST_TEST(forms::get(d, "periodo.giorni_evento") == "23/11/2026, 24/11/2026");
  BOOST_TEST(!forms::set(d, "periodo.giorni_evento", "ieri"));
  BOOST_TEST(!forms::set(d, "non.esiste", "x"));
}

BOOST_AUTO_TEST_CASE(items_of_lists_are_reached_by_index_and_only_those_that_exist) {
  Draft d = test::clean_draft();
  BOOST_TEST(forms::set(d, "periodo.settimane[0].lavoratori", "7"));
  BOOST_TEST(d.periodo.settimane[0].lavoratori->n == 7);
  for (const char* path : {"periodo.settimane[2].ore", "periodo.settimane[].ore", "periodo.settimane[x].ore",
                           "periodo.settimane[0", "periodo.settimane[99999999].ore", "lavoratori.beneficiari[10].nome"}) {
    BOOST_TEST(!forms::set(d, path, "1"), path);
    BOOST_TEST(!forms::exists(d, path), path);
  }
}

BOOST_AUTO_TEST_CASE(every_path_can_be_emptied_and_the_draft_is_then_new) {
  Draft d = test::clean_draft();
  for (const std::string& path : forms::paths()) {
    const bool choice = path == "periodo.tipo" || (path.size() > 9 && path.substr(path.size() - 9) == ".modalita");
    if (!choice) BOOST_TEST(forms::set(d, path, ""), path);
  }
  d.periodo.settimane.clear();
  d.lavoratori.beneficiari.clear();
  d.indicatori.periodi.clear();
  Draft empty;
  empty.id = d.id;
  BOOST_TEST((d == empty));
}

BOOST_AUTO_TEST_CASE(weeks_follow_the_period_and_keep_what_was_typed) {
  Draft d = test::clean_draft();
  forms::set(d, "periodo.settimane[1].ore", "12");
  forms::set(d, "periodo.dal", "23/11/2026");
  forms::set(d, "periodo.al", "13/12/2026");
  forms::align_weeks(d);
  BOOST_REQUIRE(d.periodo.settimane.size() == 3U);
  BOOST_TEST(forms::get(d, "periodo.settimane[0].ore") == "12,00");
  BOOST_TEST(forms::get(d, "periodo.settimane[1].ore") == "");
  BOOST_TEST(forms::get(d, "periodo.settimane[2].lunedi") == "07/12/2026");
  forms::set(d, "periodo.dal", "25/11/2026");
  forms::align_weeks(d);
  BOOST_TEST(forms::get(d, "periodo.settimane[0].lunedi") == "30/11/2026");
  forms::set(d, "periodo.al", "13/12/2036");
  forms::align_weeks(d);
  BOOST_TEST(d.periodo.settimane.size() == 60U);
  forms::set(d, "periodo.al", "");
  forms::align_weeks(d);
  BOOST_TEST(d.periodo.settimane.empty());
}

BOOST_AUTO_TEST_CASE(periods_of_the_indicators_follow_the_day_and_the_mode_and_keep_what_was_typed) {
  Draft d;
  forms::align_indicators(d, test::kOggi);
  BOOST_REQUIRE(d.indicatori.periodi.size() == 3U);
  BOOST_TEST(d.indicatori.periodi[0].anno == 2024);
  BOOST_TEST(d.indicatori.periodi[2].anno == 2026);
  BOOST_TEST(forms::set(d, "indicatori.periodi[1].fatturato", "1.000"));
  forms::align_indicators(d, test::day("2027-01-01"));
  BOOST_TEST(forms::get(d, "indicatori.periodi[0].fatturato") == "1.000,00");
  BOOST_TEST(forms::get(d, "indicatori.periodi[1].fatturato") == "");
  BOOST_TEST(forms::set(d, "indicatori.modalita", "trimestrale"));
  forms::align_indicators(d, test::kOggi);
  BOOST_REQUIRE(d.indicatori.periodi.size() == 8U);
  const auto quarter = [&](std::size_t i) { return std::pair(d.indicatori.periodi[i].anno, d.indicatori.periodi[i].trimestre); };
  BOOST_TEST((quarter(0) == std::pair(std::int64_t{2024}, std::int64_t{4})));
  BOOST_TEST((quarter(7) == std::pair(std::int64_t{2026}, std::int64_t{3})));
  forms::align_indicators(d, test::day("2027-01-01"));
  BOOST_TEST((quarter(7) == std::pair(std::int64_t{2026}, std::int64_t{4})));
  BOOST_TEST(!forms::set(d, "indicatori.modalita", "mensile"));
  BOOST_TEST(!forms::set(d, "indicatori.periodi[8].fatturato", "1"));
}

BOOST_AUTO_TEST_CASE(years_and_quarters_wait_for_each_other_when_the_mode_changes) {
  Draft d;
  forms::align_indicators(d, test::kOggi);
  forms::set(d, "indicatori.periodi[1].fatturato", "1.000");
  forms::set(d, "indicatori.modalita", "trimestrale");
  forms::align_indicators(d, test::kOggi);
  BOOST_REQUIRE(d.indicatori.altri_periodi.size() == 1U);
  BOOST_TEST(d.indicatori.altri_periodi[0].anno == 2025);
  forms::set(d, "indicatori.periodi[7].ore_lavorate", "1.200");
  forms::set(d, "indicatori.modalita", "annuale");
  forms::align_indicators(d, test::kOggi);
  BOOST_TEST(forms::get(d, "indicatori.periodi[1].fatturato") == "1.000,00");
  BOOST_REQUIRE(d.indicatori.altri_periodi.size() == 1U);
  BOOST_TEST(d.indicatori.altri_periodi[0].trimestre == 3);
  forms::set(d, "indicatori.modalita", "trimestrale");
  forms::align_indicators(d, test::kOggi);
  BOOST_TEST(forms::get(d, "indicatori.periodi[7].ore_lavorate") == "1.200,00");
}

BOOST_AUTO_TEST_CASE(hours_of_the_event_days_follow_the_days) {
  Draft d = test::clean_draft();
  forms::set(d, "periodo.giorni_evento", "16/11/2026, 17/11/2026");
  forms::align_event_hours(d);
  BOOST_TEST(forms::set(d, "periodo.ore_giorni[1].ore", "6,5"));
  forms::set(d, "periodo.giorni_evento", "17/11/2026, 18/11/2026");
  forms::align_event_hours(d);
  BOOST_REQUIRE(d.periodo.ore_giorni.size() == 2U);
  BOOST_TEST(forms::get(d, "periodo.ore_giorni[0].giorno") == "17/11/2026");
  BOOST_TEST(forms::get(d, "periodo.ore_giorni[0].ore") == "6,50");
  BOOST_TEST(forms::get(d, "periodo.ore_giorni[1].ore") == "");
}

BOOST_AUTO_TEST_CASE(every_field_of_the_form_exists_in_the_draft_and_has_its_texts) {
  std::set<std::string> seen;
  const Draft d;
  BOOST_TEST(forms::cigo().size() == 10U);
  for (const forms::Section& section : forms::cigo()) {
    BOOST_TEST(!section.titolo.empty());
    BOOST_TEST(section.scopo.size() > 20U);
    for (const forms::Field& field : section.campi) {
      BOOST_TEST(forms::exists(d, field.path), field.path);
      BOOST_TEST(!field.etichetta.empty(), field.path);
      BOOST_TEST(seen.insert(field.path).second, "twice: " << field.path);
      BOOST_TEST((field.tipo == "choice") == !field.scelte.empty(), field.path);
    }
  }
  BOOST_TEST(forms::section("periodo")->titolo == "Periodo e settimane");
  BOOST_TEST(forms::section("altro") == nullptr);
}

BOOST_AUTO_TEST_CASE(fields_show_only_when_they_are_asked_for) {
  Draft d;
  forms::Context context;
  BOOST_TEST(forms::visible(field_of("azienda.pec"), d, context));
  BOOST_TEST(!forms::visible(field_of("causale.ordinanza.numero"), d, context));
  context.causale = norms::Norms::builtin().causale("ORDINE_AUTORITA");
  BOOST_TEST(forms::visible(field_of("causale.ordinanza.numero"), d, context));
  BOOST_TEST(!forms::visible(field_of("causale.attestazione_ditta"), d, context));
  BOOST_TEST(!forms::visible(field_of("pagamento.procedura_tipo"), d, context));
  forms::set(d, "pagamento.modalita", "diretto");
  BOOST_TEST(!forms::visible(field_of("pagamento.procedura_tipo"), d, context));
  forms::set(d, "pagamento.procedura_concorsuale", "1");
  BOOST_TEST(forms::visible(field_of("pagamento.procedura_tipo"), d, context));
  BOOST_TEST(!forms::visible(field_of("nota_forzatura"), d, context));
  context.compatibile = false;
  d.forzata = true;
  BOOST_TEST(forms::visible(field_of("nota_forzatura"), d, context));
  domain::UnitaProduttiva unit;
  context.unita = &unit;
  BOOST_TEST(!forms::visible(field_of("unita_produttiva.contratto_appalto"), d, context));
  unit.tipo = domain::TipoUnita::cantiere;
  BOOST_TEST(forms::visible(field_of("unita_produttiva.contratto_appalto"), d, context));
  BOOST_TEST(!forms::visible(field_of("lavoratori.distinti_da_cigs"), d, context));
  context.cigs_in_corso = true;
  BOOST_TEST(forms::visible(field_of("lavoratori.distinti_da_cigs"), d, context));
  BOOST_TEST(!forms::visible(field_of("indicatori.modalita"), d, context));
  BOOST_TEST(!forms::visible(field_of("relazione.pioggia_mm"), d, context));
  context.causale = norms::Norms::builtin().causale("METEO_EDIL");
  BOOST_TEST(forms::visible(field_of("relazione.pioggia_mm"), d, context));
  BOOST_TEST(!forms::visible(field_of("relazione.pdf_nome"), d, context));
  forms::set(d, "relazione.modalita", "pdf");
  BOOST_TEST(!forms::visible(field_of("relazione.pioggia_mm"), d, context));
  BOOST_TEST(forms::visible(field_of("relazione.pdf_nome"), d, context));
  context.causale = norms::Norms::builtin().causale("CRISI_MERCATO");
  BOOST_TEST(forms::visible(field_of("indicatori.modalita"), d, context));
  BOOST_TEST(forms::visible(field_of("consultazione.dichiarazione"), d, context));
  context.consultazione_dovuta = false;
  BOOST_TEST(!forms::visible(field_of("consultazione.dichiarazione"), d, context));
}

BOOST_AUTO_TEST_SUITE_END()
