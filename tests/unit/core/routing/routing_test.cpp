#include "shared/rules/routing/routing.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <sstream>

#include "shared/rules/routing/walk.hpp"
#include "tests/unit/core/norm_variant.hpp"
#include "tests/unit/core/routing/casi.hpp"

namespace {

using omnia::domain::Date;
using omnia::domain::Posizione;
using omnia::domain::StatoPosizione;
using omnia::domain::YearMonth;
using omnia::norms::Norms;
namespace routing = omnia::rules::routing;

const Date kStart = Date::of(2026, 3, 2);
const Norms& kNorms() { return Norms::builtin(); }

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

// "15.17" heads every month of the half-year before `inizio`.
void set_average(Posizione& posizione, const std::string& media, Date inizio) {
  const auto parts = split(media, '.');
  const auto hundredths = std::stoll(parts[0]) * 100 + (parts.size() > 1 ? std::stoll(parts[1]) : 0);
  posizione.forza.clear();
  for (int month = -6; month < 0; ++month) posizione.forza.push_back({YearMonth::of(inizio).add(month), hundredths});
}

// Codes of a digit and a letter are CA; words are facts of the position.
Posizione position(const std::string& csc, const std::string& ca, const std::string& ateco, const std::string& media,
                   Date inizio = kStart) {
  Posizione posizione;
  posizione.matricola = "4912345678";
  posizione.csc = csc;
  posizione.dal = Date::of(2010, 1, 1);
  for (const auto& code : split(ca, ',')) {
    if (code.size() == 2) {
      posizione.ca.push_back({code, Date::of(2010, 1, 1), std::nullopt});
    } else {
      posizione.qualita.push_back(code);
    }
  }
  posizione.ateco2007 = ateco;
  posizione.ateco2007.erase(std::remove(posizione.ateco2007.begin(), posizione.ateco2007.end(), '.'), posizione.ateco2007.end());
  set_average(posizione, media, inizio);
  return posizione;
}

routing::Esito routed(const Posizione& posizione, Date giorno = kStart) { return routing::route(posizione, giorno, kNorms()); }

routing::EsitoCausale caused(const Posizione& posizione, routing::GruppoCausale gruppo,
                             const std::vector<std::string>& flags = {}, Date inizio = kStart) {
  return routing::route_cause(routed(posizione, inizio), posizione, gruppo, 0, 0, flags, inizio, kNorms());
}

const routing::Prestazione& card(const routing::Esito& esito, const std::string& codice) {
  for (const auto& prestazione : esito.prestazioni) {
    if (prestazione.codice == codice) return prestazione;
  }
  BOOST_FAIL("manca la prestazione " + codice);
  return esito.prestazioni.front();
}

routing::GruppoCausale group(const std::string& text) {
  if (text == "STR") return routing::GruppoCausale::straordinaria;
  return text == "EONE" ? routing::GruppoCausale::eone : routing::GruppoCausale::ordinaria;
}

const auto kOrdinary = routing::GruppoCausale::ordinaria;
const auto kExtraordinary = routing::GruppoCausale::straordinaria;

}  // namespace

BOOST_AUTO_TEST_SUITE(routing_rules)

BOOST_AUTO_TEST_CASE(every_worked_case_gives_benefit_cause_cigs_and_reasons) {
  int cases = 0;
  for (const auto& line : split(kCasi, '\n')) {
    if (line.empty()) continue;
    const auto f = split(line, ';');
    BOOST_REQUIRE_MESSAGE(f.size() == 13U, line);
    BOOST_TEST_CONTEXT(f[0] << " " << f[1]) {
      ++cases;
      const auto inizio = Date::parse(f[8]).value();
      const auto posizione = position(f[2], f[3], f[4], f[5], inizio);
      const auto esito = routed(posizione, inizio);
      const auto causa = caused(posizione, group(f[7]), split(f[6], ','), inizio);
      BOOST_TEST(esito.primaria == f[9]);
      BOOST_TEST(causa.esito == f[10]);
      BOOST_TEST(causa.cigs == f[11]);
      BOOST_TEST(esito.cigo_suggerita == (f[9].rfind("CIGO", 0) == 0));
      for (const auto& pair : split(f[12], '|')) {
        const auto at = pair.find('=');
        const auto codice = pair.substr(0, at);
        // A benefit that is suggested is refused by its cause, not by its label.
        const auto motivo = codice == f[9] ? causa.motivo : card(esito, codice).motivo;
        BOOST_TEST(motivo == pair.substr(at + 1), codice << " " << motivo);
      }
    }
  }
  BOOST_TEST(cases == 28);
}

BOOST_AUTO_TEST_CASE(one_benefit_at_most_is_suggested_and_comes_first) {
  for (const auto& line : split(kCasi, '\n')) {
    if (line.empty()) continue;
    const auto f = split(line, ';');
    const auto inizio = Date::parse(f[8]).value();
    const auto esito = routed(position(f[2], f[3], f[4], f[5], inizio), inizio);
    BOOST_TEST(esito.prestazioni.size() == kNorms().routing().prestazioni.size());
    const auto suggested =
        std::count_if(esito.prestazioni.begin(), esito.prestazioni.end(), [](const auto& p) { return p.suggerita; });
    BOOST_TEST(suggested == (f[9] == "DA_VERIFICARE" ? 0 : 1));
    if (suggested == 1) BOOST_TEST(esito.prestazioni.front().codice == f[9]);
    for (const auto& p : esito.prestazioni) {
      BOOST_TEST(p.suggerita == p.motivo.empty());
      BOOST_TEST(!p.citazione.empty());
      BOOST_TEST_CONTEXT(f[0] << " " << p.codice << " " << p.testo) {
        BOOST_TEST(!p.testo.empty());
        BOOST_TEST(p.testo.find_first_of("{}") == std::string::npos);
        BOOST_TEST(p.testo.find("  ") == std::string::npos);
        BOOST_TEST(p.testo.find("il  ") == std::string::npos);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_average_of_15_00_is_not_more_than_15_and_15_17_is) {
  const auto at = caused(position("70101", "0J", "46.39", "15"), kExtraordinary);
  BOOST_TEST(at.esito == "OK");
  BOOST_TEST(at.cigs == "NO_SOGLIA");
  BOOST_TEST(at.testo == "");
  const auto above = caused(position("70101", "0J", "46.39", "15.17"), kExtraordinary);
  BOOST_TEST(above.esito == "CIGS_MLPS");
  BOOST_TEST(above.motivo == "R06");
  BOOST_TEST(above.testo ==
             "Con media 15,17 la causale straordinaria non è ammessa per questa prestazione. Per le causali straordinarie la "
             "domanda di CIGS va inviata al Ministero del Lavoro.");
}

BOOST_AUTO_TEST_CASE(below_sixteen_heads_nothing_is_left_for_a_crisis_in_industry) {
  const auto small = caused(position("10604", "", "25.62", "12"), kExtraordinary);
  BOOST_TEST(small.esito == "NESSUNA");
  BOOST_TEST(small.cigs == "NO_SOGLIA");
  BOOST_TEST(small.testo ==
             "La cassa integrazione ordinaria non copre le causali straordinarie. CIGS non prevista: media occupazionale 12,00 "
             "non superiore a 15.");
  // With more heads it is the same CIGO that does not cover them: the average opens CIGS, and closes nothing.
  BOOST_TEST(
      caused(position("10604", "", "25.62", "80"), kExtraordinary).testo ==
      "La cassa integrazione ordinaria non copre le causali straordinarie. Per le causali straordinarie la domanda di CIGS "
      "va inviata al Ministero del Lavoro.");
}

BOOST_AUTO_TEST_CASE(the_average_given_by_the_caller_wins_over_the_flows) {
  const auto posizione = position("10604", "", "25.62", "12");
  const auto esito = routing::route_cause(routed(posizione), posizione, kExtraordinary, 6 * 1600, 6, {}, kStart, kNorms());
  BOOST_TEST(esito.esito == "CIGS_MLPS");
}

BOOST_AUTO_TEST_CASE(without_any_average_an_extraordinary_cause_is_to_be_checked) {
  auto posizione = position("10604", "", "25.62", "12");
  posizione.forza.clear();
  const auto causa = caused(posizione, kExtraordinary);
  BOOST_TEST(causa.esito == "DA_VERIFICARE");
  BOOST_TEST(causa.cigs == "DA_VERIFICARE");  // nothing says that the employer is small
  BOOST_TEST(caused(posizione, kOrdinary).cigs == "DA_VERIFICARE");
  auto airline = position("11505", "AEREO,0J", "51.10", "9");
  airline.forza.clear();
  BOOST_TEST(caused(airline, kExtraordinary).cigs == "SI");
  BOOST_TEST(causa.testo ==
             "La causale straordinaria dipende dalla media occupazionale, che non risulta dai flussi UniEmens: indicala prima di "
             "proseguire.");
  BOOST_TEST(card(routed(posizione), "CIGS").testo ==
             "Per le causali straordinarie la domanda di CIGS va inviata al Ministero del Lavoro, se la media occupazionale "
             "supera 15.");
}

BOOST_AUTO_TEST_CASE(the_same_trade_is_cigo_in_industry_and_fsba_for_artisans) {
  BOOST_TEST(routed(position("11306", "3N,3P", "43.21", "18")).primaria == "CIGO_IND");
  BOOST_TEST(routed(position("41306", "3N,3P,7B", "43.21", "6")).primaria == "FSBA");
  BOOST_TEST(routed(position("41306", "3N,3P", "43.21", "6")).primaria == "FSBA");
}

BOOST_AUTO_TEST_CASE(a_shop_of_14_has_fis_for_a_crisis_and_one_of_40_goes_to_the_ministry) {
  BOOST_TEST(caused(position("70201", "0J", "47.71", "14"), kExtraordinary).esito == "OK");
  BOOST_TEST(caused(position("70201", "0J", "47.71", "40"), kExtraordinary).esito == "CIGS_MLPS");
}

BOOST_AUTO_TEST_CASE(a_fund_takes_its_sector_from_the_day_it_works) {
  const auto posizione = position("70708", "0J", "82.20.00", "120", Date::of(2024, 1, 1));
  const auto before = routed(posizione, Date::of(2023, 12, 31));
  BOOST_TEST(before.primaria == "FIS");
  BOOST_TEST(before.lettura);
  BOOST_TEST(before.testo ==
             "Il Fondo telecomunicazioni non è operativo per periodi con inizio 31/12/2023: fino ad allora provvede il FIS.");
  BOOST_TEST(card(before, "F_TLC").motivo == "R20");
  BOOST_TEST(card(before, "F_TLC").testo == "Il Fondo telecomunicazioni non è operativo per periodi con inizio 31/12/2023.");
  const auto after = routed(posizione, Date::of(2024, 1, 1));
  BOOST_TEST(after.primaria == "F_TLC");
  BOOST_TEST(
      after.testo ==
      "La posizione rientra nel Fondo telecomunicazioni (codice statistico contributivo 7.07.08, ATECO 82.20.00). Per periodi "
      "con inizio 01/01/2024 la domanda di assegno era ancora autorizzata dal FIS.");
  BOOST_TEST(after.lettura);
  BOOST_TEST(card(after, "FIS").motivo == "R03");
  // Circ. INPS 86/2024: the fund decides by itself.
  const auto full = routed(posizione, Date::of(2024, 8, 1));
  BOOST_TEST(full.testo ==
             "La posizione rientra nel Fondo telecomunicazioni (codice statistico contributivo 7.07.08, ATECO 82.20.00).");
  BOOST_TEST(!full.lettura);
}

// Until 8 July 2024 the fund of the professions took who had more than three employees.
BOOST_AUTO_TEST_CASE(a_professional_firm_of_three_is_of_the_fis_until_the_fund_takes_everybody) {
  const auto last = Date::of(2024, 7, 8);
  const auto three = routed(position("70702", "0S", "69.20", "3", last), last);
  BOOST_TEST(three.primaria == "FIS");
  BOOST_TEST(three.lettura);
  BOOST_TEST(
      three.testo ==
      "Per periodi con inizio 08/07/2024 il Fondo attività professionali riguarda chi ha in media più di 3 dipendenti: per "
      "gli altri provvede il FIS.");
  BOOST_TEST(routed(position("70702", "0S", "69.20", "3.01", last), last).primaria == "F_PROF");
  BOOST_TEST(routed(position("70702", "0S", "69.20", "3", last + 1), last + 1).primaria == "F_PROF");
  auto unknown = position("70702", "0S", "69.20", "3", last);
  unknown.forza.clear();
  BOOST_TEST(routed(unknown, last).primaria == "F_PROF");
  BOOST_TEST(routed(unknown, last).lettura);
}

BOOST_AUTO_TEST_CASE(a_fund_not_yet_at_work_is_refused_for_that_even_to_a_cigo_firm) {
  const auto day = Date::of(2023, 6, 1);
  const auto esito = routed(position("10604", "", "25.62", "12", day), day);
  BOOST_TEST(card(esito, "F_TLC").motivo == "R20");
  BOOST_TEST(card(esito, "F_AMB").motivo == "R02");
}

BOOST_AUTO_TEST_CASE(before_a_fund_was_adapted_the_label_is_a_reading) {
  const auto posizione = position("70702", "0S", "69.20", "4");
  BOOST_TEST(routed(posizione, Date::of(2024, 7, 8)).lettura);
  BOOST_TEST(!routed(posizione, Date::of(2024, 7, 9)).lettura);
}

BOOST_AUTO_TEST_CASE(the_size_is_ignored_for_air_transport_and_parties) {
  const auto air = position("11505", "AEREO,0J", "51.10", "9");
  BOOST_TEST(caused(air, kExtraordinary).esito == "CIGS_MLPS");
  BOOST_TEST(card(routed(air), "CIGS").motivo == "R07");
  const auto party = position("70708", "PARTITO,0J", "94.92", "3");
  BOOST_TEST(routed(party).primaria == "FIS");
  BOOST_TEST(caused(party, kOrdinary).cigs == "SI");
}

BOOST_AUTO_TEST_CASE(the_codes_in_force_on_the_day_decide) {
  auto posizione = position("70702", "0S", "69.20", "4");
  posizione.ca.push_back({"0J", Date::of(2010, 1, 1), Date::of(2020, 12, 31)});
  BOOST_TEST(routed(posizione).primaria == "F_PROF");
  posizione.ca.back().al = kStart;
  BOOST_TEST(routed(posizione).primaria == "DA_VERIFICARE");
  BOOST_TEST(routed(posizione, kStart + 1).primaria == "F_PROF");
}

BOOST_AUTO_TEST_CASE(two_fund_codes_on_one_day_are_to_be_checked_and_nothing_is_suggested) {
  const auto esito = routed(position("70201", "0J,7B", "47.71", "10"));
  BOOST_TEST(esito.nome_primaria == "Da verificare con la Struttura INPS");
  BOOST_TEST(esito.testo ==
             "Codici di inquadramento non coerenti tra loro alla data 02/03/2026: verifica con la Struttura INPS.");
  BOOST_TEST(esito.motivo_cigo == "R14");
  BOOST_TEST((routing::settore(esito) == routing::Settore::altro));
}

BOOST_AUTO_TEST_CASE(a_classification_no_row_knows_is_to_be_checked) {
  const auto esito = routed(position("70201", "", "47.71", "10"));
  BOOST_TEST(esito.primaria == "DA_VERIFICARE");
  BOOST_TEST(esito.testo ==
             "L’inquadramento della posizione (codice statistico contributivo 7.02.01) non indica una prestazione alla data "
             "02/03/2026: verifica con la "
             "Struttura INPS.");
  BOOST_TEST(routed(position("", "0J", "", "10")).testo ==
             "L’inquadramento della posizione (codice statistico contributivo non indicato) non indica una prestazione alla data "
             "02/03/2026: verifica con "
             "la Struttura INPS.");
}

BOOST_AUTO_TEST_CASE(a_position_that_was_not_active_has_no_benefit_whatever_its_codes) {
  auto posizione = position("70201", "0J,7B", "47.71", "10");
  const auto expect = [&](StatoPosizione stato, std::optional<Date> dal, std::optional<Date> al, bool active) {
    posizione.stato = stato;
    posizione.dal = dal;
    posizione.al = al;
    const auto esito = routed(posizione);
    BOOST_TEST(esito.motivo_cigo == (active ? "R14" : "R15"));
    if (!active) BOOST_TEST(esito.primaria == "NESSUNA");
  };
  const auto opened = Date::of(2010, 1, 1);
  expect(StatoPosizione::attiva, opened, std::nullopt, true);
  expect(StatoPosizione::attiva, kStart, std::nullopt, true);
  expect(StatoPosizione::attiva, kStart + 1, std::nullopt, false);
  expect(StatoPosizione::cessata, opened, kStart, true);  // the last day is still a day of activity
  expect(StatoPosizione::cessata, opened, kStart - 1, false);
  expect(StatoPosizione::cessata, opened, std::nullopt, false);
  expect(StatoPosizione::sospesa, opened, kStart + 1, true);
  expect(StatoPosizione::sospesa, opened, kStart, false);
  BOOST_TEST(routed(posizione).testo == "La matricola non era attiva nel periodo richiesto.");
}

BOOST_AUTO_TEST_CASE(the_texts_name_code_fund_and_management) {
  const auto shop = routed(position("70201", "0J", "47.71", "3"));
  BOOST_TEST(shop.testo_cigo ==
             "Il codice statistico contributivo (CSC) 7.02.01 non appartiene ai settori della cassa integrazione ordinaria (art. "
             "10 D.Lgs. 148/2015).");
  BOOST_TEST(card(shop, "CIGS").testo == "CIGS non prevista: media occupazionale 3,00 non superiore a 15.");
  BOOST_TEST(card(shop, "F_PROF").testo == "La posizione non è iscritta al Fondo attività professionali.");
  BOOST_TEST(card(shop, "F_TN").testo ==
             "Fondo territoriale non applicabile: manca il requisito del 75% dei dipendenti nella provincia o l’adesione.");
  const auto builder = routed(position("11301", "", "41.20", "22"));
  BOOST_TEST(builder.nome_primaria == "Cassa integrazione ordinaria, edilizia");
  BOOST_TEST(builder.regola == "routing.13");
  BOOST_TEST(!builder.lettura);
  BOOST_TEST(card(builder, "CIGO_IND").testo == "La CIGO spetta, ma nella gestione edilizia.");
  BOOST_TEST(card(builder, "FIS").testo ==
             "La posizione è già coperta dalla CIGO: FIS e Fondi di solidarietà non sono previsti per questo inquadramento.");
  BOOST_TEST(builder.testo_cigo == "");
  const auto artisan = routed(position("40607", "7B", "45.20", "22"));
  BOOST_TEST(artisan.esterna);
  BOOST_TEST(card(artisan, "FIS").testo ==
             "Per questo inquadramento è competente il Fondo di solidarietà bilaterale dell’artigianato (FSBA); la tutela "
             "richiesta non è prevista.");
  BOOST_TEST(card(artisan, "CIGS").testo ==
             "CIGS non prevista: le causali straordinarie sono a carico del Fondo di solidarietà bilaterale dell’artigianato "
             "(FSBA). Il Fondo di solidarietà bilaterale dell’artigianato (FSBA) non è gestito dall’INPS: la domanda va "
             "presentata sul portale del Fondo.");
}

BOOST_AUTO_TEST_CASE(rows_that_are_knowledge_or_readings_are_marked) {
  BOOST_TEST(routed(position("11101", "", "08.11", "30")).lettura);
  BOOST_TEST(routed(position("11901", "0J", "03.11", "6")).lettura);
  BOOST_TEST(!routed(position("10604", "", "25.62", "12")).lettura);
  BOOST_TEST(card(routed(position("11901", "0J", "03.11", "6")), "CISOA").testo ==
             "Il regime CISOA della pesca non è operativo per periodi con inizio 02/03/2026.");
}

BOOST_AUTO_TEST_CASE(a_wholly_public_utility_has_no_cigo) {
  auto posizione = position("10900", "0J", "36.00", "40");
  BOOST_TEST(routed(posizione).primaria == "CIGO_IND");
  posizione.capitale_interamente_pubblico = true;
  const auto esito = routed(posizione);
  BOOST_TEST(esito.primaria == "FIS");
  BOOST_TEST(esito.motivo_cigo == "R01");
  BOOST_TEST(esito.testo_cigo ==
             "L’impresa è a capitale interamente pubblico: la cassa integrazione ordinaria non è prevista (art. 10, lettera l, "
             "D.Lgs. 148/2015).");
  posizione.ca.clear();
  BOOST_TEST(routed(posizione).primaria == "DA_VERIFICARE");
}

BOOST_AUTO_TEST_CASE(the_provincial_funds_give_way_to_the_sectors_of_cigo) {
  BOOST_TEST(routed(position("10604", "7V", "25.62", "12")).primaria == "CIGO_IND");
  BOOST_TEST(routed(position("41301", "6P", "41.20", "12")).primaria == "CIGO_EDI");
  BOOST_TEST(routed(position("70201", "7V", "47.71", "12")).primaria == "F_TN");
  BOOST_TEST(routed(position("11801", "6P", "90.01", "12")).primaria == "F_BZ");
}

BOOST_AUTO_TEST_CASE(building_goes_by_csc_and_a_different_ateco_is_only_a_doubt) {
  const auto without = routed(position("11301", "", "", "22"));
  BOOST_TEST(without.primaria == "CIGO_EDI");
  BOOST_TEST(!without.lettura);
  const auto other = routed(position("11301", "", "43.21.01", "22"));
  BOOST_TEST(other.primaria == "CIGO_EDI");
  BOOST_TEST(other.lettura);
  BOOST_TEST(other.testo ==
             "Il codice statistico contributivo (CSC) 1.13.01 appartiene all’edilizia (art. 10, lettera m, D.Lgs. 148/2015): "
             "spetta la cassa integrazione "
             "ordinaria. Il codice ATECO 43.21.01 fa pensare a un’altra attività: verifica l’inquadramento.");
  BOOST_TEST(!routed(position("11305", "", "43.99.09", "22")).lettura);
}

BOOST_AUTO_TEST_CASE(artisans_of_stone_have_cigo_unless_they_work_it_away_from_the_quarry) {
  BOOST_TEST(routed(position("41101", "", "08.11", "5")).primaria == "CIGO_LAP");
  BOOST_TEST(routed(position("41101", "7B", "23.70", "5")).primaria == "FSBA");
  BOOST_TEST(routed(position("41101", "LABORATORIO", "23.70", "5")).primaria == "FSBA");
}

BOOST_AUTO_TEST_CASE(public_transport_has_its_fund_only_with_its_codes) {
  BOOST_TEST(routed(position("11501", "2B", "49.31", "50")).primaria == "F_TPL");
  BOOST_TEST(routed(position("11503", "3G", "49.31", "50")).primaria == "F_TPL");
  BOOST_TEST(routed(position("11501", "1D,TPL", "", "50")).primaria == "F_TPL");
  BOOST_TEST(routed(position("11501", "1D", "49.39", "50")).lettura);
  BOOST_TEST(routed(position("11501", "1D", "49.41", "50")).primaria == "CIGO_IND");
}

BOOST_AUTO_TEST_CASE(public_bodies_and_separate_positions_have_no_benefit) {
  const auto body = routed(position("20101", "", "84.11", "300"));
  BOOST_TEST(body.primaria == "NESSUNA");
  BOOST_TEST(body.nome_primaria == "Nessuna prestazione");
  BOOST_TEST(body.testo_cigo == "Per questo inquadramento non è prevista alcuna integrazione salariale.");
  BOOST_TEST(body.motivo_cigo == "R01");
  BOOST_TEST(caused(position("20101", "", "84.11", "300"), kOrdinary).esito == "NESSUNA");
  BOOST_TEST(routed(position("10604", "9U", "25.62", "3")).primaria == "NESSUNA");
}

BOOST_AUTO_TEST_CASE(an_agricultural_cooperative_has_cigo_for_permanent_staff_only) {
  const auto coop = position("50101", "L240", "10.39", "20");
  BOOST_TEST(routed(coop).primaria == "CIGO_IND");
  BOOST_TEST(caused(coop, kOrdinary).esito == "OK");
  BOOST_TEST(caused(coop, kOrdinary, {"OTD"}).esito == "LAVORATORE_ESCLUSO");
}

BOOST_AUTO_TEST_CASE(managers_are_excluded_but_not_in_bolzano) {
  const auto out = caused(position("10604", "", "25.62", "12"), kOrdinary, {"DIRIGENTE"});
  BOOST_TEST(out.esito == "LAVORATORE_ESCLUSO");
  BOOST_TEST(out.testo == "I lavoratori indicati non rientrano tra i beneficiari (qualifica o durata del rapporto).");
  BOOST_TEST(caused(position("70501", "6P", "55.10", "20"), kOrdinary, {"DIRIGENTE"}).esito == "OK");
}

BOOST_AUTO_TEST_CASE(fixed_term_farm_workers_are_admitted_in_the_window_for_weather_only) {
  const auto farm = position("50101", "", "01.21", "8");
  const auto eone = routing::GruppoCausale::eone;
  BOOST_TEST(caused(farm, eone, {"OTD"}, Date::of(2025, 6, 30)).esito == "LAVORATORE_ESCLUSO");
  BOOST_TEST(caused(farm, eone, {"OTD"}, Date::of(2025, 7, 1)).esito == "OK");
  BOOST_TEST(caused(farm, kOrdinary, {"OTD"}, Date::of(2025, 7, 1)).esito == "LAVORATORE_ESCLUSO");
  BOOST_TEST(caused(farm, eone, {"OTD"}, Date::of(2024, 8, 1)).esito == "LAVORATORE_ESCLUSO");
}

BOOST_AUTO_TEST_CASE(large_professional_firms_stay_with_the_fund_unless_the_reading_changes) {
  const auto firm = position("70702", "0S", "69.20", "30");
  BOOST_TEST(caused(firm, kExtraordinary).esito == "OK");
  const auto norms = omnia::tests::with_parameter("fondi.prof.gt15_extraordinary", "cigs");
  const auto esito = routing::route(firm, kStart, norms);
  const auto causa = routing::route_cause(esito, firm, kExtraordinary, 0, 0, {}, kStart, norms);
  BOOST_TEST(causa.esito == "CIGS_MLPS");
  BOOST_TEST(causa.cigs == "SI");
}

BOOST_AUTO_TEST_CASE(the_sector_follows_the_benefit) {
  const auto sector = [](const char* csc) { return routing::settore(routed(position(csc, "", "", "20"))); };
  BOOST_TEST((sector("10604") == routing::Settore::industria));
  BOOST_TEST((sector("41301") == routing::Settore::edilizia));
  BOOST_TEST((sector("11101") == routing::Settore::lapidei));
  BOOST_TEST((sector("50101") == routing::Settore::altro));
}

BOOST_AUTO_TEST_CASE(every_row_of_the_table_can_be_reached) {
  const auto& table = kNorms().routing();
  BOOST_TEST(table.regole.size() == 51U);
  for (const auto& regola : table.regole) {
    bool reached = false;
    for (const char* extra : {"", "7B"}) {
      Posizione posizione;
      posizione.csc = regola.csc.empty() ? "70201" : regola.csc.front().substr(0, 5);
      posizione.csc.resize(5, '0');
      if (!regola.ateco.empty()) posizione.ateco2007 = split(regola.ateco.front(), '-').front();
      posizione.qualita = regola.qualita_tutte;
      posizione.capitale_interamente_pubblico = regola.capitale_pubblico.value_or(false);
      for (const auto& ca : regola.ca_tutti) posizione.ca.push_back({ca, kStart, std::nullopt});
      if (!regola.ca_uno.empty()) posizione.ca.push_back({regola.ca_uno.front(), kStart, std::nullopt});
      posizione.ca.push_back({extra, kStart, std::nullopt});
      const auto* found = routing::first_match(table, routing::facts_of(posizione, kStart));
      reached = reached || (found != nullptr && found->id == regola.id);
    }
    BOOST_TEST(reached, regola.id);
  }
}

// Rows: what the position has; columns: the benefit that was asked for. S is the suggested one.
BOOST_AUTO_TEST_CASE(every_pair_of_benefits_has_the_reason_of_the_matrix) {
  const std::vector<std::string> asked{"CIGO_IND", "CIGO_EDI", "CIGO_LAP", "FIS",   "F_PROF",
                                       "F_TPL",    "F_TN",     "F_BZ",     "CISOA", "CIGS"};
  struct Row {
    const char* csc;
    const char* ca;
    const char* ateco;
    const char* reasons;
  };
  for (const Row& row : {
           Row{"10604", "", "25.62", "S R17 R17 R02 R02 R02 R02 R02 R10 R07"},
           Row{"11301", "", "41.20", "R17 S R17 R02 R02 R02 R02 R02 R10 R07"},
           Row{"11101", "", "08.11", "R17 R17 S R02 R02 R02 R02 R02 R10 R07"},
           Row{"70201", "0J", "47.71", "R01 R01 R01 S R19 R19 R13 R13 R10 R07"},
           Row{"70702", "0S", "69.20", "R01 R01 R01 R03 S R19 R13 R13 R10 R09"},
           Row{"11503", "2B", "49.31", "R03 R03 R03 R03 R19 S R13 R13 R10 R09"},
           Row{"70708", "7V", "81.21", "R01 R01 R01 R03 R19 R19 S R13 R10 R09"},
           Row{"11801", "6P", "90.01", "R01 R01 R01 R03 R19 R19 R13 S R10 R09"},
           Row{"40607", "7B", "45.20", "R01 R01 R01 R03 R19 R19 R13 R13 R10 R09"},
           Row{"70708", "SOMM", "78.20", "R01 R01 R01 R03 R19 R19 R13 R13 R10 R09"},
           Row{"50101", "", "01.21", "R11 R11 R11 R11 R11 R11 R11 R11 S R11"},
           Row{"70201", "0J,7B", "47.71", "R14 R14 R14 R14 R14 R14 R14 R14 R14 R14"},
       }) {
    const auto esito = routed(position(row.csc, row.ca, row.ateco, "20"));
    const auto expected = split(row.reasons, ' ');
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const auto& one = card(esito, asked[i]);
      BOOST_TEST((one.suggerita ? "S" : one.motivo) == expected[i], esito.primaria << " and " << asked[i]);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_reason_of_the_table_is_given_to_somebody) {
  std::set<std::string> given;
  const auto take = [&](const routing::Esito& esito, const routing::EsitoCausale& causa) {
    for (const auto& p : esito.prestazioni) given.insert(p.motivo);
    given.insert(causa.motivo);
  };
  for (const auto& line : split(kCasi, '\n')) {
    if (line.empty()) continue;
    const auto f = split(line, ';');
    const auto inizio = Date::parse(f[8]).value();
    const auto posizione = position(f[2], f[3], f[4], f[5], inizio);
    take(routed(posizione, inizio), caused(posizione, group(f[7]), split(f[6], ','), inizio));
  }
  auto ceased = position("10604", "", "25.62", "12");
  ceased.stato = StatoPosizione::cessata;
  take(routed(ceased), caused(ceased, kOrdinary));
  const auto factory = position("10604", "", "25.62", "12");
  take(routed(factory), caused(factory, kOrdinary, {"UP_NON_CENSITA"}));
  given.erase("");
  std::set<std::string> codes;
  for (const auto& motivo : kNorms().routing().motivi) {
    if (motivo.codice[0] == 'R') codes.insert(motivo.codice.substr(0, 3));
  }
  BOOST_TEST(codes.size() == 19U);  // R01 to R20 without R04
  BOOST_TEST(given == codes, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_unit_unknown_or_closed_warns_and_changes_nothing) {
  const auto factory = position("10604", "", "25.62", "80");
  for (const char* flag : {"UP_NON_CENSITA", "UP_NON_ATTIVA"}) {
    const auto causa = caused(factory, kOrdinary, {flag});
    BOOST_TEST(causa.esito == "OK");
    BOOST_TEST(causa.motivo == "R16");
    BOOST_TEST(causa.testo == "Unità produttiva non censita o non attiva nel periodo richiesto.");
  }
  BOOST_TEST(caused(factory, kExtraordinary, {"UP_NON_ATTIVA"}).motivo == "R06");
  BOOST_TEST(caused(factory, kOrdinary, {"UP_CANTIERE"}).motivo == "");
}

BOOST_AUTO_TEST_CASE(an_integrative_benefit_waits_for_the_main_one) {
  const auto air = routed(position("11505", "AEREO,0J", "51.10", "9"));
  BOOST_TEST(card(air, "F_AEREO").motivo == "R18");
  BOOST_TEST(card(air, "F_AEREO").testo == "Prestazione integrativa: serve prima l’autorizzazione della prestazione principale.");
  // A telephone company of industry has CIGO, and the fund of its sector on top of it.
  const auto phone = routed(position("10604", "", "61.10", "900"));
  BOOST_TEST(phone.primaria == "CIGO_IND");
  BOOST_TEST(card(phone, "F_TLC").motivo == "R18");
  BOOST_TEST(card(routed(position("10604", "", "25.62", "900")), "F_TLC").motivo == "R02");
  BOOST_TEST(card(routed(position("70201", "0J", "47.71", "9")), "F_AEREO").motivo == "R19");
}

BOOST_AUTO_TEST_CASE(two_matricole_of_one_employer_are_routed_apart_and_counted_together) {
  const auto factory = position("10604", "", "25.62", "12");
  const auto shop = position("70201", "0J", "47.71", "6");
  BOOST_TEST(routed(factory).primaria == "CIGO_IND");
  BOOST_TEST(routed(shop).primaria == "FIS");
  for (const auto& one : {factory, shop}) {
    const auto causa = routing::route_cause(routed(one), one, kExtraordinary, 6 * 1800, 6, {}, kStart, kNorms());
    BOOST_TEST(causa.esito == "CIGS_MLPS");
    BOOST_TEST(causa.cigs == "SI");
  }
  // A second matricola with the fund of the professions is left out of the sum.
  const auto alone = routing::route_cause(routed(factory), factory, kExtraordinary, 6 * 1200, 6, {}, kStart, kNorms());
  BOOST_TEST(alone.cigs == "NO_SOGLIA");
  BOOST_TEST(routed(position("70702", "0S", "69.20", "6")).primaria == "F_PROF");
}

BOOST_AUTO_TEST_CASE(before_the_reform_of_2022_fis_and_funds_had_other_rules) {
  const auto shop = position("70201", "0J", "47.71", "4");
  const auto before = routed(shop, Date::of(2021, 12, 31));
  BOOST_TEST(before.primaria == "FIS");
  BOOST_TEST(before.lettura);
  BOOST_TEST(before.testo.find("Prima della riforma del 2022 valevano altre regole per FIS e Fondi: verifica con la Struttura "
                               "INPS.") != std::string::npos);
  BOOST_TEST(!routed(shop, Date::of(2022, 1, 1)).lettura);
  BOOST_TEST(!routed(position("10604", "", "25.62", "12"), Date::of(2021, 12, 31)).lettura);
}

BOOST_AUTO_TEST_SUITE_END()
