// The demo world: the same bytes from the same arguments, every check digit right, each company where its scene wants it.
#include "tools/demo/demo.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "shared/rules/counters/counters.hpp"
#include "shared/rules/headcount/headcount.hpp"
#include "shared/rules/routing/routing.hpp"
#include "shared/wire/wire.hpp"
#include "tools/demo/drafts.hpp"
#include "tools/demo/registry_of.hpp"

using namespace omnia;
using demo::Scena;

namespace {

const domain::Date kOggi = domain::Date::of(2026, 11, 24);
const domain::Date kLunedi = domain::Date::of(2026, 11, 23);

const demo::World& world() {
  static const demo::World kWorld = demo::make_world({});
  return kWorld;
}

const demo::Azienda& company(Scena scena) {
  const auto& all = world().aziende;
  return *std::find_if(all.begin(), all.end(), [&](const demo::Azienda& a) { return a.modello.scena == scena; });
}

domain::Registry registry(Scena scena) { return demo::registry_of(world(), company(scena), kOggi); }

rules::counters::Contatori counters(const domain::Registry& registry, int weeks) {
  rules::counters::Richiesta request;
  request.primo_lunedi = kLunedi;
  request.settimane = weeks;
  return rules::counters::count(registry, request, rules::routing::Settore::industria, norms::Norms::builtin());
}

std::map<std::string, std::string> files(const demo::Options& options) {
  std::map<std::string, std::string> out;
  demo::generate(options, [&](const std::string& path, const std::string& content) { out[path] = content; });
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(demo_world)

BOOST_AUTO_TEST_CASE(the_same_arguments_give_the_same_bytes) {
  demo::Options options;
  options.seed = 11;
  options.companies = 10;
  options.months = 3;
  const auto first = files(options);
  BOOST_TEST((first == files(options)));
  options.seed = 12;
  BOOST_TEST((first != files(options)));
  // A company does not change when others are added.
  options.seed = 11;
  options.companies = 12;
  BOOST_TEST(files(options).at("uniemens/2026-10/4977001026.xml") == first.at("uniemens/2026-10/4977001026.xml"));
}

BOOST_AUTO_TEST_CASE(every_identifier_is_valid_and_no_person_occurs_twice) {
  std::set<std::string> people;
  for (const auto& azienda : world().aziende) {
    const auto matricola = domain::Matricola::parse(azienda.matricola);
    BOOST_REQUIRE(matricola.ok());
    BOOST_TEST(matricola.value().controllo_corretto());
    BOOST_TEST(domain::CodiceFiscaleAzienda::parse(azienda.codice_fiscale).ok(), azienda.codice_fiscale);
    if (azienda.codice_fiscale.size() == 11) BOOST_TEST(domain::PartitaIva::parse(azienda.codice_fiscale).ok());
    BOOST_TEST(domain::Pec::parse(azienda.pec).ok(), azienda.pec);
    BOOST_TEST(domain::Csc::parse(azienda.modello.csc).ok());
    for (const auto& addetto : azienda.addetti) {
      BOOST_TEST(domain::CodiceFiscale::parse(addetto.persona.codice_fiscale).ok(), addetto.persona.codice_fiscale);
      BOOST_TEST(people.insert(addetto.persona.codice_fiscale).second);
    }
    for (const auto& cassa : azienda.casse) BOOST_TEST(domain::Ticket::parse(cassa.ticket).ok());
  }
}

BOOST_AUTO_TEST_CASE(codes_follow_the_rule_of_names_and_dates) {
  const auto code = [](const char* cognome, const char* nome, domain::Sesso sesso) {
    return demo::codice_fiscale(cognome, nome, domain::Date::of(1985, 1, 1), sesso, "H501").substr(0, 11);
  };
  BOOST_TEST(code("ROSSI", "VINCENZO", domain::Sesso::maschio) == "RSSVCN85A01");
  BOOST_TEST(code("RIVA", "MARTA", domain::Sesso::femmina) == "RVIMRT85A41");
  BOOST_TEST(code("RE", "ALESSANDRO", domain::Sesso::maschio) == "REXLSN85A01");
  BOOST_TEST(code("RE", "AL", domain::Sesso::maschio) == "REXLAX85A01");
}

BOOST_AUTO_TEST_CASE(each_company_is_suggested_the_benefit_it_stands_for) {
  std::set<std::string> benefits;
  for (const auto& azienda : world().aziende) {
    const auto registry = demo::registry_of(world(), azienda, kOggi);
    benefits.insert(rules::routing::route(registry.posizione, kOggi, norms::Norms::builtin()).primaria);
  }
  for (const char* expected : {"CIGO_IND", "CIGO_EDI", "CIGO_LAP", "FIS", "F_PROF", "F_AMB", "F_TPL", "F_SOLIMARE", "F_TLC",
                               "F_CREDITO", "F_TN", "F_BZ", "FSBA", "FORMATEMP", "CISOA", "DA_VERIFICARE"}) {
    BOOST_TEST(benefits.count(expected) == 1, expected);
  }
}

BOOST_AUTO_TEST_CASE(forty_eight_weeks_of_fifty_two_are_used) {
  const auto four = counters(registry(Scena::settimane_48), 4);
  BOOST_TEST(four.biennio.usato == 48 * rules::counters::kUnitsPerWeek);
  BOOST_TEST(!four.biennio.superato);
  const auto five = counters(registry(Scena::settimane_48), 5);
  BOOST_TEST(five.biennio.superato);
  BOOST_TEST(five.biennio.settimane_ammesse == 4);
}

BOOST_AUTO_TEST_CASE(thirty_one_percent_of_the_workable_hours_are_used) {
  const auto used = counters(registry(Scena::terzo_31), 1).terzo;
  BOOST_REQUIRE(used.calcolabile);
  BOOST_TEST(used.lavorabili == 8320000);
  BOOST_TEST(used.autorizzate * 100 == used.lavorabili * 31);
}

BOOST_AUTO_TEST_CASE(twenty_three_months_of_twenty_four_are_used) {
  const auto used = counters(registry(Scena::mesi_23), 1).quinquennio;
  BOOST_TEST(used.usato == 23 * rules::counters::kUnitsPerMonth);
  BOOST_TEST(!used.superato);
}

BOOST_AUTO_TEST_CASE(averages_are_exactly_five_and_fifteen) {
  const auto five = rules::headcount::average(registry(Scena::media_5).posizione.forza, kOggi);
  BOOST_TEST(five.mesi == 6);
  BOOST_TEST(five.compare(5) == 0);
  BOOST_TEST(rules::headcount::average(registry(Scena::media_15).posizione.forza, kOggi).compare(15) == 0);
}

BOOST_AUTO_TEST_CASE(the_other_scenes_are_there) {
  const auto missing = registry(Scena::mese_mancante).posizione.forza;
  BOOST_TEST(std::none_of(missing.begin(), missing.end(), [](const auto& m) { return m.mese == domain::YearMonth{2026, 8}; }));
  BOOST_TEST(missing.size() == 25);
  const auto ceased = registry(Scena::cessata);
  BOOST_TEST((ceased.posizione.stato == domain::StatoPosizione::cessata));
  BOOST_TEST(ceased.ultimo_uniemens->iso() == "2026-07");
  const auto hired = registry(Scena::neoassunto).lavoratori;
  BOOST_TEST(
      std::count_if(hired.begin(), hired.end(), [](const auto& w) { return w.assunzione && kOggi - *w.assunzione < 30; }) == 1);
  const auto managers = registry(Scena::dirigente).lavoratori;
  BOOST_TEST(std::count_if(managers.begin(), managers.end(), [](const auto& w) { return w.qualifica == "dirigente"; }) == 1);
  const auto sites = registry(Scena::piu_unita).unita_produttive;
  BOOST_TEST(std::count_if(sites.begin(), sites.end(), [](const auto& u) { return u.tipo == domain::TipoUnita::cantiere; }) == 3);
  BOOST_TEST(registry(Scena::grande).lavoratori.size() >= 250);
}

BOOST_AUTO_TEST_CASE(days_in_cig_stay_within_the_authorised_hours) {
  for (const auto& azienda : world().aziende) {
    for (const auto& cassa : azienda.casse) {
      std::int64_t used = 0;
      for (auto day = cassa.periodo.dal; day <= cassa.periodo.al; day = day + 1) {
        for (std::size_t i = 0; i < azienda.addetti.size(); ++i)
          used += demo::hours_in_cassa(azienda, cassa, azienda.addetti[i], i, day);
      }
      BOOST_TEST(used <= cassa.ore_centesimi, azienda.denominazione);
    }
  }
}

BOOST_AUTO_TEST_CASE(generated_requests_are_of_every_kind_and_repeatable) {
  const auto base = registry(Scena::pulita);
  const auto requests = [&] {
    demo::Random random(3);
    std::string all;
    std::set<std::string> causali;
    int sendable = 0;
    for (int i = 0; i < 200; ++i) {
      const auto caso = demo::make_case(base, random, i);
      causali.insert(caso.bozza.causale.id);
      sendable += rules::review(caso.bozza, caso.registro, norms::Norms::builtin(), caso.oggi).inviabile ? 1 : 0;
      all += demo::write(caso);
    }
    for (const auto& causale : norms::Norms::builtin().causali()) BOOST_TEST(causali.count(causale.id) == 1, causale.id);
    BOOST_TEST(sendable > 5);
    BOOST_TEST(sendable < 150);
    return all;
  };
  BOOST_TEST((requests() == requests()));
}

BOOST_AUTO_TEST_SUITE_END()
