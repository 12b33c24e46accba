#include "shared/norms/norms.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

#include "assets/norms.hpp"

namespace {

using omnia::domain::Date;
using omnia::norms::fill;
using omnia::norms::Gravita;
using omnia::norms::Mark;
using omnia::norms::Norms;

// One parameter row; the field `change` is written after the others and so replaces one of the same name.
std::string row(const std::string& chiave, const std::string& rest) {
  return R"({"chiave":")" + chiave + R"(","citazione":"Art. 1","mark":"confirmed",)" + rest + "}";
}
std::string table(const std::string& rows) { return R"({"versione":"1","parametri":[)" + rows + "]}"; }
const std::string kGood = row("a", R"("valore":1,"unita":"giorni")");

std::string refusal(const std::map<std::string, std::string>& tables) {
  const auto parsed = Norms::parse(tables);
  return parsed.ok() ? "" : parsed.reason().testo;
}
std::string refusal(const std::string& rows) { return refusal({{"parametri.json", table(rows)}}); }

Norms parsed(const std::string& rows) {
  const auto result = Norms::parse({{"parametri.json", table(rows)}});
  BOOST_REQUIRE_MESSAGE(result.ok(), (result.ok() ? std::string() : result.reason().testo));
  return result.value();
}

const Date kToday = Date::of(2026, 11, 24);

}  // namespace

BOOST_AUTO_TEST_SUITE(norms)

BOOST_AUTO_TEST_CASE(the_built_in_tables_are_good) {
  const auto result = Norms::parse(omnia::assets::norms());
  BOOST_REQUIRE_MESSAGE(result.ok(), (result.ok() ? std::string() : result.reason().testo));
  BOOST_TEST(Norms::builtin().versione() == "2026.11.5");
  BOOST_TEST(Norms::builtin().parameters().size() == result.value().parameters().size());
  BOOST_TEST(Norms::builtin().parameters().size() >= 138U);
  BOOST_TEST(Norms::builtin().causali().size() == 22U);
}

BOOST_AUTO_TEST_CASE(the_parameters_of_the_duration_limits_are_those_of_the_law) {
  const auto& norms = Norms::builtin();
  BOOST_TEST(norms.integer("cigo.max_weeks_single", kToday) == 13);
  BOOST_TEST(norms.integer("cigo.max_weeks_consecutive", kToday) == 52);
  BOOST_TEST(norms.integer("cigo.rest_weeks_after_full_run", kToday) == 52);
  BOOST_TEST(norms.integer("cigo.biennio.limit_weeks", kToday) == 52);
  BOOST_TEST(norms.integer("cigo.biennio.window_weeks", kToday) == 104);
  BOOST_TEST(norms.integer("art4.limit_months", kToday) == 24);
  BOOST_TEST(norms.integer("art4.limit_months_mno", kToday) == 30);
  BOOST_TEST(norms.integer("art4.window_years", kToday) == 5);
  BOOST_TEST(norms.choice("art4.count_from", kToday) == "2015-09-24");
  BOOST_TEST(norms.find("cigo.third.fraction", kToday)->intero == 1);
  BOOST_TEST(norms.find("cigo.third.fraction", kToday)->denominatore == 3);
  BOOST_TEST(norms.choice("cigo.third.eone", kToday) == "warn");
  BOOST_TEST(norms.choice("art4.cds_half_building", kToday) == "false");
  BOOST_TEST((norms.find("cigo.eone.excluded_letters", kToday)->elenco == std::vector<std::string>{"m", "n", "o"}));
}

BOOST_AUTO_TEST_CASE(a_parameter_has_the_value_of_the_day) {
  const auto& norms = Norms::builtin();
  BOOST_TEST(norms.integer("workers.min_days", Date::of(2021, 12, 31)) == 90);
  BOOST_TEST(norms.integer("workers.min_days", Date::of(2022, 1, 1)) == 30);
  BOOST_TEST(norms.integer("massimale.lordo", Date::of(2025, 12, 31)) == 140403);
  BOOST_TEST(norms.integer("massimale.lordo", Date::of(2026, 1, 1)) == 142369);
  BOOST_TEST(norms.integer("massimale.netto", kToday) == 134056);
  BOOST_TEST(norms.integer("massimale.lordo.edile_meteo", kToday) == 170844);
  BOOST_TEST(norms.integer("massimale.netto.edile_meteo", kToday) == 160866);
  BOOST_TEST(norms.find("massimale.lordo", Date::of(2027, 1, 1)) == nullptr);
  BOOST_TEST(norms.find("cigo.biennio.limit_weeks", Date::of(2015, 9, 23)) == nullptr);
}

BOOST_AUTO_TEST_CASE(an_unknown_key_answers_the_fallback) {
  const auto& norms = Norms::builtin();
  BOOST_TEST(norms.find("nessuna.chiave", kToday) == nullptr);
  BOOST_TEST(norms.integer("nessuna.chiave", kToday, 7) == 7);
  BOOST_TEST(norms.choice("nessuna.chiave", kToday) == "");
  BOOST_TEST(norms.windows("nessuna.chiave").empty());
  BOOST_TEST(norms.causale("NESSUNA") == nullptr);
  BOOST_TEST(norms.alert("A-XXX-99") == nullptr);
  BOOST_TEST(norms.table("nessuna.json").empty());
}

BOOST_AUTO_TEST_CASE(the_climate_windows_are_one_a_year_from_2023) {
  const auto windows = Norms::builtin().windows("cigo.eone.climate_window");
  BOOST_REQUIRE(windows.size() == 4U);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const int year = 2023 + static_cast<int>(i);
    BOOST_TEST(windows[i].dal.iso() == Date::of(year, 7, 1).iso());
    BOOST_TEST(windows[i].al.iso() == Date::of(year, 12, 31).iso());
  }
  BOOST_TEST((Norms::builtin().find("cigo.eone.climate_window", Date::of(2026, 7, 1))->mark == Mark::reading));
}

BOOST_AUTO_TEST_CASE(open_points_are_switches_with_their_alternatives) {
  const auto& norms = Norms::builtin();
  const auto expect = [&](const char* key, const char* value, const char* alternative) {
    const auto* parameter = norms.find(key, kToday);
    BOOST_REQUIRE_MESSAGE(parameter != nullptr, key);
    BOOST_TEST(parameter->testo == value);
    BOOST_TEST((parameter->mark == Mark::reading));
    BOOST_REQUIRE(!parameter->alternative.empty());
    BOOST_TEST(parameter->alternative.front() == alternative);
  };
  expect("deadlines.eone.rolls", "no", "yes");
  expect("deadlines.late_policy", "MONDAY_PREV_WEEK", "FILING_MINUS_7");
  expect("liquidity.variant", "ACID_TEST", "CURRENT_RATIO");
  expect("fruito.building_weather", "true", "false");
  expect("art4.eone", "count", "exempt");
  BOOST_TEST((norms.find("liquidity.threshold_hundredths", kToday)->mark == Mark::reading));
}

BOOST_AUTO_TEST_CASE(causali_carry_code_eone_and_what_they_ask) {
  const auto& norms = Norms::builtin();
  const auto* meteo = norms.causale("METEO_EDIL");
  BOOST_REQUIRE(meteo != nullptr);
  BOOST_TEST(meteo->codice_inps.value() == 2);
  BOOST_TEST((meteo->eone && meteo->meteo && meteo->edilizia && !meteo->industria));
  const auto* orders = norms.causale("MANC_LAVORO");
  BOOST_REQUIRE(orders != nullptr);
  BOOST_TEST(!orders->codice_inps.has_value());
  BOOST_TEST((orders->indicatori && !orders->eone));
  BOOST_TEST(orders->nome == "Mancanza di lavoro o di commesse");
  BOOST_TEST((norms.causale("ORDINE_AUTORITA")->richiede == std::vector<std::string>{"causale.ordinanza"}));
  const auto* ukraine = norms.causale("CRISI_MERCATO_UCRAINA");
  BOOST_TEST(!ukraine->selezionabile);
  BOOST_TEST(ukraine->valid_to->iso() == "2022-12-31");
}

BOOST_AUTO_TEST_CASE(the_eone_causali_are_those_of_the_inps_event_table) {
  std::set<std::string> eone;
  std::set<int> codes;
  for (const auto& causale : Norms::builtin().causali()) {
    if (causale.eone) eone.insert(causale.id);
    if (causale.codice_inps) codes.insert(*causale.codice_inps);
    BOOST_TEST(!causale.aiuto.empty());
  }
  BOOST_TEST((eone == std::set<std::string>{"METEO_IND", "METEO_EDIL", "METEO_CALDO", "INCENDI_CROLLI_ALLUVIONI",
                                            "IMPRATICABILITA", "MANC_ENERGIA", "ORDINE_AUTORITA", "SISMA", "GUASTO_MACCHINARI"}));
  BOOST_TEST((codes == std::set<int>{1, 2, 3, 4, 6, 8, 31, 55}));
}

BOOST_AUTO_TEST_CASE(every_payload_is_read_by_its_unit) {
  const auto norms =
      parsed(row("a", R"("valore":13,"unita":"settimane")") + "," + row("b", R"("valore":"2/3","unita":"frazione")") + "," +
             row("c", R"("valore":"X","unita":"scelta")") + "," + row("d", R"("valore":["m","n"],"unita":"elenco")") + "," +
             row("e", R"("valore":"2015-09-24","unita":"data")") + "," + row("f", R"("valore":true,"unita":"booleano")") + "," +
             row("g", R"("unita":"finestra","valid_from":"2025-07-01","valid_to":"2025-12-31")"));
  BOOST_TEST(norms.integer("a", kToday) == 13);
  BOOST_TEST(norms.find("b", kToday)->denominatore == 3);
  BOOST_TEST(norms.choice("c", kToday) == "X");
  BOOST_TEST(norms.find("d", kToday)->elenco.size() == 2U);
  BOOST_TEST(norms.integer("e", kToday) == Date::of(2015, 9, 24).days());
  BOOST_TEST(norms.integer("f", kToday) == 1);
  BOOST_TEST(norms.windows("g").front().giorni() == 184);
}

BOOST_AUTO_TEST_CASE(two_values_of_a_key_on_one_day_are_refused) {
  BOOST_TEST(refusal(row("a", R"("valore":1,"unita":"giorni","valid_to":"2026-01-31")") + "," +
                     row("a", R"("valore":2,"unita":"giorni","valid_from":"2026-01-31")")) ==
             "parametri.json: due righe di «a» valgono negli stessi giorni, dal 31/01/2026.");
  BOOST_TEST(refusal(kGood + "," + kGood) == "parametri.json: due righe di «a» valgono negli stessi giorni, dal 01/01/1900.");
  BOOST_TEST(refusal(row("a", R"("valore":1,"unita":"giorni","valid_to":"2026-01-30")") + "," +
                     row("a", R"("valore":2,"unita":"giorni","valid_from":"2026-01-31")")) == "");
}

BOOST_AUTO_TEST_CASE(a_bad_row_is_refused_with_file_and_row) {
  const std::string where = "parametri.json, riga 2 (b): ";
  const auto refuses = [&](const std::string& rest, const std::string& why) {
    BOOST_TEST(refusal(kGood + "," + row("b", rest)) == where + why);
  };
  refuses(R"("valore":1,"unita":"lustri")", "unità sconosciuta «lustri».");
  refuses(R"("valore":"1","unita":"giorni")", "il campo «valore» deve essere un numero intero.");
  refuses(R"("valore":-1,"unita":"giorni")", "il valore non può essere negativo.");
  refuses(R"("unita":"giorni")", "manca il campo «valore».");
  refuses(R"("valore":1,"unita":"giorni","valid_from":"2026-02-01","valid_to":"2026-01-31")",
          "la validità finisce prima di cominciare.");
  refuses(R"("valore":1,"unita":"giorni","valid_from":"31/01/2026")", "il campo «valid_from» deve essere una data aaaa-mm-gg.");
  refuses(R"("valore":1,"unita":"giorni","nota":"x")", "campo sconosciuto «nota».");
  refuses(R"("valore":"1:3","unita":"frazione")", "la frazione si scrive «1/3».");
  refuses(R"("valore":[],"unita":"elenco")", "l’elenco è vuoto.");
  refuses(R"("unita":"finestra","valid_from":"2026-01-31")", "una finestra ha inizio e fine.");
}

BOOST_AUTO_TEST_CASE(a_row_without_citation_or_with_an_unknown_mark_is_refused) {
  BOOST_TEST(refusal(R"({"chiave":"a","valore":1,"unita":"giorni","mark":"confirmed"})") ==
             "parametri.json, riga 1 (a): manca il campo «citazione».");
  BOOST_TEST(refusal(R"({"chiave":"a","valore":1,"unita":"giorni","citazione":"Art. 1","mark":"forse"})") ==
             "parametri.json, riga 1 (a): il campo «mark» deve essere confirmed, knowledge o reading.");
  BOOST_TEST(refusal(R"({"valore":1,"unita":"giorni","citazione":"Art. 1","mark":"confirmed"})") ==
             "parametri.json, riga 1: manca il campo «chiave».");
  BOOST_TEST(refusal("7") == "parametri.json, riga 1: la riga deve essere un oggetto.");
}

BOOST_AUTO_TEST_CASE(a_choice_that_is_a_reading_must_name_its_alternatives) {
  const std::string head = R"({"chiave":"a","valore":"X","unita":"scelta","citazione":"Art. 1","mark":"reading")";
  BOOST_TEST(refusal(head + "}") == "parametri.json, riga 1 (a): una lettura da confermare deve dire le alternative ammesse.");
  BOOST_TEST(refusal(head + R"(,"alternative":["Y"]})") == "");
}

BOOST_AUTO_TEST_CASE(broken_files_are_refused_by_name) {
  BOOST_TEST(refusal({{"parametri.json", "{"}}) == "parametri.json: il testo non è un oggetto JSON valido.");
  BOOST_TEST(refusal({{"parametri.json", "[]"}}) == "parametri.json: il testo non è un oggetto JSON valido.");
  BOOST_TEST(refusal(std::map<std::string, std::string>{}) == "parametri.json: manca la tabella dei parametri.");
  BOOST_TEST(refusal({{"parametri.json", R"({"parametri":[]})"}}) == "parametri.json: manca il campo «versione».");
  BOOST_TEST(refusal({{"parametri.json", R"({"versione":"1","parametri":{}})"}}) ==
             "parametri.json: manca l’elenco delle righe.");
  BOOST_TEST(refusal({{"a.json", table(kGood)}, {"b.json", table(kGood)}}) == "b.json: la tabella è già in un altro file.");
}

BOOST_AUTO_TEST_CASE(an_alert_that_is_a_reading_is_never_an_error) {
  const auto catalogue = [](const std::string& rest) {
    return std::map<std::string, std::string>{
        {"cigo.json",
         R"({"alerts":[{"codice":"A-1","sezione":"azienda","testo":"T","rimedio":"R","citazione":"C",)" + rest + "}]}"},
        {"parametri.json", table(kGood)}};
  };
  BOOST_TEST(refusal(catalogue(R"("gravita":"errore","lettura":true)")) ==
             "cigo.json, riga 1 (A-1): una lettura da confermare non può essere un errore.");
  BOOST_TEST(refusal(catalogue(R"("gravita":"grave")")) ==
             "cigo.json, riga 1 (A-1): la gravità è errore, avviso o informazione.");
  const auto norms = Norms::parse(catalogue(R"("gravita":"avviso","lettura":true)"));
  BOOST_REQUIRE(norms.ok());
  BOOST_REQUIRE(norms.value().alert("A-1") != nullptr);
  BOOST_TEST((norms.value().alert("A-1")->gravita == Gravita::avviso));
  BOOST_TEST(norms.value().alert("A-1")->rimedio == "R");
}

BOOST_AUTO_TEST_CASE(a_routing_table_that_contradicts_itself_is_refused) {
  const auto with_rules = [](const std::string& rules) {
    const std::string benefit = R"({"codice":"FIS","famiglia":"fis","nome":"FIS","citazione":"C"})";
    return std::map<std::string, std::string>{
        {"parametri.json", table(kGood)},
        {"routing.json", R"({"motivi":[],"codici_fondo":[],"prestazioni":[)" + benefit + R"(],"regole":[)" + rules + "]}"}};
  };
  const auto rule = [](const std::string& id, const std::string& rest) {
    return R"({"id":")" + id + R"(","testo":"T","citazione":"C","mark":"confirmed",)" + rest + "}";
  };
  const auto one = rule("r.1", R"("priorita":1,"prestazione":"FIS","csc":["7","11301-11305"])");
  BOOST_TEST(refusal(with_rules(one)) == "");
  BOOST_TEST(refusal(with_rules(one + "," + rule("r.2", R"("priorita":1,"prestazione":"FIS")"))) ==
             "routing.json: le regole «r.1» e «r.2» hanno la stessa priorità.");
  BOOST_TEST(refusal(with_rules(one + "," + rule("r.1", R"("priorita":2,"prestazione":"FIS")"))) ==
             "routing.json: la regola «r.1» è ripetuta.");
  BOOST_TEST(refusal(with_rules(rule("r.1", R"("priorita":1,"prestazione":"F_XXX")"))) ==
             "routing.json: r.1 porta alla prestazione sconosciuta F_XXX.");
  BOOST_TEST(refusal(with_rules(rule("r.1", R"("priorita":1,"prestazione":"FIS","altri_motivi":{"FIS":"R99"})"))) ==
             "routing.json: r.1 nomina il motivo sconosciuto R99.");
  BOOST_TEST(refusal(with_rules(rule("r.1", R"("priorita":1,"prestazione":"FIS","csc":["1.13"])"))) ==
             "routing.json, regole, riga 1 (r.1): modello di codice non valido «1.13».");
  BOOST_TEST(refusal(with_rules(rule("r.1", R"("priorita":1,"prestazione":"FIS","csc":["113-11305"])"))) ==
             "routing.json, regole, riga 1 (r.1): modello di codice non valido «113-11305».");
  BOOST_TEST(refusal(with_rules(rule("r.1", R"("priorita":1,"prestazione":"FIS","cscc":["7"])"))) ==
             "routing.json, regole, riga 1 (r.1): campo sconosciuto «cscc».");
}

BOOST_AUTO_TEST_CASE(a_repeated_or_impossible_causale_is_refused) {
  const auto with_rows = [](const std::string& rows) {
    return std::map<std::string, std::string>{{"causali.json", R"({"causali":[)" + rows + "]}"},
                                              {"parametri.json", table(kGood)}};
  };
  const auto causale = [](const std::string& rest) {
    return R"({"id":"X","nome":"N","aiuto":"A","citazione":"C","mark":"confirmed")" + rest + "}";
  };
  BOOST_TEST(refusal(with_rows(causale("") + "," + causale(""))) == "causali.json: la causale «X» è ripetuta.");
  BOOST_TEST(refusal(with_rows(causale(R"(,"codice_inps":0)"))) == "causali.json, riga 1 (X): il codice evento va da 1 a 99.");
  BOOST_TEST(refusal(with_rows(causale(R"(,"industria":false,"edilizia":false)"))) ==
             "causali.json, riga 1 (X): la causale non vale per nessun settore.");
}

BOOST_AUTO_TEST_CASE(placeholders_are_filled_by_name_and_unknown_ones_stay) {
  BOOST_TEST(fill("Mancano {n} giorni alla scadenza del {data}.", {{"n", "3"}, {"data", "27/04/2026"}}) ==
             "Mancano 3 giorni alla scadenza del 27/04/2026.");
  BOOST_TEST(fill("{a}{b}{a}", {{"a", "1"}}) == "1{b}1");
  BOOST_TEST(fill("{{n}} {n", {{"n", "3"}}) == "{3} {n");
  BOOST_TEST(fill("{n}", {{"n", "{n}"}}) == "{n}");
  BOOST_TEST(fill("", {}) == "");
}

namespace {

struct Valore {
  const char* chiave;
  const char* giorno;
  std::int64_t intero;
};

void check(const std::vector<Valore>& values) {
  for (const auto& v : values) {
    const auto* p = Norms::builtin().find(v.chiave, Date::parse(v.giorno).value());
    BOOST_REQUIRE_MESSAGE(p != nullptr, v.chiave << " " << v.giorno);
    BOOST_TEST(p->intero == v.intero, v.chiave << " " << v.giorno);
    BOOST_TEST(!p->citazione.empty());
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_figures_of_cigs_fis_and_the_funds_are_those_of_the_acts) {
  check({{"cigs.reorg.max_months", "2015-09-24", 24},
         {"cigs.crisis.max_months", "2015-09-24", 12},
         {"cigs.cds.max_months", "2015-09-24", 24},
         {"cigs.cds.max_months_extended", "2015-09-24", 36},
         {"cigs.hours_cap", "2017-09-24", 8000},
         {"cigs.22ter.max_months", "2022-01-01", 12},
         {"cigs.size_threshold", "2026-11-24", 15},
         {"cigs.filing_days", "2026-11-24", 7},
         {"cigs.start_days", "2026-11-24", 30},
         {"art4.cds_half_up_to_months", "2026-11-24", 24},
         {"art4.weeks_per_12_months", "2026-11-24", 52},
         {"fis.limit_weeks", "2021-12-31", 26},
         {"fis.limit_weeks.le5", "2022-01-01", 13},
         {"fis.limit_weeks.gt5", "2022-01-01", 26},
         {"fis.size_threshold", "2022-01-01", 5},
         {"fis.size_extraordinary_max", "2022-01-01", 15},
         {"fis.window_weeks", "2026-11-24", 104},
         {"fis.company_ceiling", "2026-11-24", 0},
         {"fondi.min_weeks", "2015-09-24", 13},
         {"fondi.limit_weeks.le5", "2022-01-01", 13},
         {"fondi.limit_weeks.gt5", "2022-01-01", 26},
         {"fondi.limit_weeks.le5.F_PROF", "2024-07-09", 26},
         {"fondi.limit_weeks.le5.F_AMB", "2023-11-11", 13},
         {"fondi.limit_weeks.le5.F_TN", "2024-01-12", 52},
         {"fondi.request_weeks.le5.F_TN", "2024-01-12", 13},
         {"fondi.request_weeks.gt5.F_TN", "2024-01-12", 26},
         {"fondi.request_weeks.gt15.F_TN", "2024-01-12", 52},
         {"fondi.extraordinary.reorg_months", "2022-01-01", 24},
         {"fondi.extraordinary.crisis_months", "2022-01-01", 12},
         {"fondi.extraordinary.cds_months", "2022-01-01", 36},
         {"fondi.territorial_share", "2026-11-24", 7500},
         {"fondi.prof.size_threshold", "2024-07-08", 3},
         {"fsba.limit_days.d5", "2023-01-01", 130},
         {"fsba.limit_days.d6", "2023-01-01", 156},
         {"fsba.limit_days.d7", "2023-01-01", 182},
         {"cisoa.days_per_year", "1972-01-01", 90},
         {"cisoa.min_days_per_year", "2026-11-24", 181},
         {"cisoa.restructuring.workers", "2026-11-24", 6},
         {"cisoa.restructuring.workers_with_casual", "2026-11-24", 4},
         {"cisoa.restructuring.casual_days", "2026-11-24", 1080},
         {"headcount.months", "2015-09-24", 6}});
  BOOST_TEST(Norms::builtin().find("fondi.prof.size_threshold", Date::of(2024, 7, 9)) == nullptr);
  BOOST_TEST(Norms::builtin().find("cigs.crisis.pause", kToday)->denominatore == 3);
  BOOST_TEST(Norms::builtin().find("cigs.crisis.pause", kToday)->intero == 2);
}

BOOST_AUTO_TEST_CASE(the_rates_and_the_terms_are_those_of_the_acts) {
  check({{"addiz.rate.t1", "2015-09-24", 900},
         {"addiz.rate.t2", "2015-09-24", 1200},
         {"addiz.rate.t3", "2015-09-24", 1500},
         {"addiz.tier_weeks.t1", "2026-11-24", 52},
         {"addiz.tier_weeks.t2", "2026-11-24", 104},
         {"addiz.bonus_rate.t1", "2025-01-01", 600},
         {"addiz.bonus_rate.t2", "2025-01-01", 900},
         {"addiz.bonus_rate.t3", "2025-01-01", 1500},
         {"addiz.bonus_free_months", "2025-01-01", 24},
         {"addiz.eone", "2015-09-24", 0},
         {"addiz.22ter", "2022-01-01", 1500},
         {"addiz.fis", "2016-01-01", 400},
         {"contrib.industria.le50", "2026-11-24", 170},
         {"contrib.industria.gt50", "2026-11-24", 200},
         {"contrib.edilizia.operai", "2026-11-24", 470},
         {"contrib.lapidei.operai", "2026-11-24", 330},
         {"contrib.fis.le5", "2022-01-01", 50},
         {"contrib.fis.gt5", "2022-01-01", 80},
         {"contrib.fis.bonus", "2025-01-01", 30},
         {"contrib.fis.bonus_free_months", "2025-01-01", 24},
         {"contrib.fondi.F_TRIBUTI", "2023-10-27", 30},
         {"contrib.fondi.F_SOLIMARE", "2023-10-07", 30},
         {"contrib.fondi.F_BZ.le5", "2023-10-09", 50},
         {"contrib.fondi.F_BZ.gt5", "2023-10-09", 80},
         {"contrib.fondi.F_BZ.bonus", "2023-10-09", 30},
         {"treatment.rate", "2026-11-24", 8000},
         {"treatment.reduction", "2026-11-24", 584},
         {"treatment.building_weather_increase", "2026-11-24", 2000},
         {"deadlines.ordinary_days", "2026-11-24", 15},
         {"deadlines.eone_months", "2016-10-08", 1},
         {"deadlines.late_days", "2026-11-24", 7},
         {"deadlines.cigo.max_days_before", "2026-11-24", 30},
         {"deadlines.fis.max_days_before", "2026-11-24", 30},
         {"deadlines.fis.days_after", "2026-11-24", 15},
         {"deadlines.cisoa_days", "2026-11-24", 15},
         {"union.term_days.le50", "2026-11-24", 10},
         {"union.term_days.gt50", "2026-11-24", 25},
         {"union.size_threshold", "2026-11-24", 50},
         {"union.eone.hours_threshold", "2026-11-24", 16},
         {"union.eone.exam_request_days", "2026-11-24", 3},
         {"union.eone.procedure_days", "2026-11-24", 5},
         {"union.building.weeks", "2026-11-24", 13},
         {"procedure.inquiry_days", "2026-11-24", 15},
         {"procedure.appeal_days", "2026-11-24", 30},
         {"procedure.tar_days", "2026-11-24", 60},
         {"payment.setoff_months", "2026-11-24", 6},
         {"payment.check_day", "2026-11-24", 16},
         {"payment.direct_months", "2026-11-24", 2},
         {"payment.direct_days", "2026-11-24", 60},
         {"causale.fine_cantiere_months", "2026-11-24", 3},
         {"causale.cds_max_months", "2026-11-24", 3},
         {"causale.new_firm_months", "2026-11-24", 3},
         {"site.min_months", "2016-08-01", 1}});
  BOOST_TEST(Norms::builtin().choice("payment.uniemens_cig_from", kToday) == "2022-05-01");
  BOOST_TEST((Norms::builtin().find("reminders.days", kToday)->elenco == std::vector<std::string>{"60", "30", "15", "7", "1"}));
}

BOOST_AUTO_TEST_CASE(the_weather_thresholds_only_guide_and_are_readings) {
  check({{"weather.rain.costruzione", "2026-11-24", 200},
         {"weather.rain.scavi", "2026-11-24", 150},
         {"weather.rain.finiture", "2026-11-24", 100},
         {"weather.heat", "2026-11-24", 3500},
         {"weather.frost", "2026-11-24", 0},
         {"weather.wind", "2026-11-24", 3000}});
  for (const auto& p : Norms::builtin().parameters()) {
    if (p.chiave.rfind("weather.", 0) == 0) BOOST_TEST((p.mark == Mark::reading), p.chiave);
  }
}

// Each open point of the law that a rule meets, with the value used and the other ones.
BOOST_AUTO_TEST_CASE(every_open_point_has_its_switch) {
  for (const auto* key : {"cigo.biennio.anchor",
                          "cigo.run.break",
                          "cigo.third.eone",
                          "cigo.third.formula",
                          "art4.eone",
                          "art4.cigo_measure",
                          "fruito.building_weather",
                          "fruito.holidays",
                          "fis.eone",
                          "fis.third",
                          "fsba.day_worth",
                          "headcount.half_year",
                          "fis.company_ceiling",
                          "fondi.prof.gt15_extraordinary",
                          "headcount.part_time",
                          "addiz.eone_in_tiers",
                          "addiz.cigs_measure",
                          "addiz.bonus_level",
                          "addiz.bonus_eone_use",
                          "deadlines.eone.rolls",
                          "deadlines.eone.single_application",
                          "deadlines.late_policy",
                          "liquidity.variant",
                          "treatment.workable_holidays",
                          "union.eone.hours_unit"}) {
    const auto* p = Norms::builtin().find(key, kToday);
    BOOST_REQUIRE_MESSAGE(p != nullptr, key);
    BOOST_TEST((p->mark == Mark::reading), key);
    BOOST_TEST(!p->alternative.empty(), key);
  }
}

BOOST_AUTO_TEST_SUITE_END()
