// Laws that the counters obey on any history: RapidCheck draws, shrinks and prints the seed that breaks one.
#include <rapidcheck.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "draws.hpp"
#include "shared/rules/counters/funds.hpp"
#include "shared/rules/counters/what_if.hpp"
#include "tests/unit/core/counters/slow.hpp"

using namespace omnia;
using namespace omnia::tests;
using rules::counters::Contatori;

namespace {

Contatori fast(const Scenario& s) { return count(s.registro, s.richiesta, s.settore); }

bool holds(const char* what, void (*property)()) { return rc::check(what, property); }

// A row that does not count has no units, but for a CIGS that joins two others into whole calendar months and takes a day away.
std::int64_t counted(const std::vector<rules::counters::RigaContatore>& righe) {
  std::int64_t sum = 0;
  for (const auto& riga : righe) sum += riga.unita;
  return sum;
}

bool fits_every_limit(const Scenario& s) {
  const auto c = fast(s);
  return !c.biennio.superato && !c.consecutive.superato && !c.quinquennio.superato;
}

// The first Monday of four years from which the request fits every limit, by trying each.
std::optional<domain::Date> first_by_trying(Scenario s, domain::Date dal) {
  for (s.richiesta.primo_lunedi = dal; s.richiesta.primo_lunedi < dal + 7 * 209;
       s.richiesta.primo_lunedi = s.richiesta.primo_lunedi + 7) {
    if (fits_every_limit(s)) return s.richiesta.primo_lunedi;
  }
  return std::nullopt;
}

// The same history as that of another benefit.
Scenario of_benefit(Scenario s, const char* prestazione) {
  for (auto& a : s.registro.autorizzazioni) a.prestazione = a.prestazione == "CIGO" ? prestazione : a.prestazione;
  return s;
}

rules::counters::ContatoreGiorni fsba(const Scenario& s) {
  return rules::counters::fsba_days(s.registro, s.richiesta, norms::Norms::builtin());
}
rules::counters::Contatore fis(const Scenario& s) {
  const rules::headcount::Media ten{6000, 6};
  return rules::counters::fund_weeks(s.registro, s.richiesta, "FIS", ten, norms::Norms::builtin()).contatore;
}

// With a headcount, so that the third of the hours has a limit, and hours on every authorisation.
Scenario with_hours(Scenario s, Dice& dice) {
  for (auto& up : s.registro.unita_produttive) {
    up.organico.clear();
    for (int back = 1; back <= 6; ++back)
      up.organico.push_back({domain::YearMonth::of(s.richiesta.primo_lunedi).add(-back), 4000, 10});
  }
  for (auto& a : s.registro.autorizzazioni) a.ore_centesimi = 100 * dice.roll(3000);
  return s;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_laws)

BOOST_AUTO_TEST_CASE(the_fis_and_fsba_never_exceed_their_limit_nor_grow_with_history) {
  BOOST_TEST(holds("fis and fsba", [] {
    const Scenario drawn = drawn_scenario();
    for (const char* kind : {"FIS", "FSBA"}) {
      Scenario s = of_benefit(drawn, kind);
      const bool days = std::string_view(kind) == "FSBA";
      const std::int64_t before = days ? fsba(s).residui : fis(s).residuo;
      if (days) {
        const auto c = fsba(s);
        RC_ASSERT(c.usati > c.limite || c.usati + c.ammessi <= c.limite);
        RC_ASSERT(counted(c.righe) == c.usati);
        RC_ASSERT(c.usati_prudenti >= c.usati);
      } else if (const auto c = fis(s); c.settimane_ammesse > 0 && c.usato <= c.limite) {
        s.richiesta.settimane = c.settimane_ammesse;
        RC_ASSERT(!fis(s).superato);
      }
      s.richiesta = drawn.richiesta;
      Dice dice(*rc::gen::arbitrary<std::uint32_t>());
      auto more = random_authorisation(dice, 99, s.divisore);
      more.prestazione = kind;
      more.stato = domain::StatoAutorizzazione::autorizzata;
      s.registro.autorizzazioni.push_back(more);
      RC_ASSERT((days ? fsba(s).residui : fis(s).residuo) <= before);
    }
  }));
}

BOOST_AUTO_TEST_CASE(the_days_of_fsba_ignore_order_and_repetition) {
  BOOST_TEST(holds("union of fsba", [] {
    Scenario s = of_benefit(drawn_scenario(), "FSBA");
    const auto before = fsba(s);
    auto& all = s.registro.autorizzazioni;
    const auto copy = all;
    all.insert(all.end(), copy.begin(), copy.end());
    std::reverse(all.begin(), all.end());
    const auto after = fsba(s);
    RC_ASSERT(after.usati == before.usati);
    RC_ASSERT(after.usati_prudenti == before.usati_prudenti);
    RC_ASSERT(after.ammessi == before.ammessi);
  }));
}

BOOST_AUTO_TEST_CASE(the_hours_of_the_third_never_exceed_it_and_their_rows_add_up) {
  BOOST_TEST(holds("one third", [] {
    Dice dice(*rc::gen::arbitrary<std::uint32_t>());
    Scenario s = with_hours(drawn_scenario(), dice);
    s.richiesta.ore_centesimi = 100 * dice.roll(20000);
    const auto before = fast(s).terzo;
    RC_ASSERT(before.calcolabile);
    RC_ASSERT(counted(before.righe) == before.autorizzate);
    RC_ASSERT(before.autorizzate_prudenti >= before.autorizzate);
    RC_ASSERT(before.superato || before.richieste <= before.residuo);
    if (before.superato && before.eccedenti <= before.richieste) {  // what is left is within the limit
      Scenario less = s;
      less.richiesta.ore_centesimi -= before.eccedenti;
      RC_ASSERT(!fast(less).terzo.superato);
    }
    auto more = random_authorisation(dice, 99, s.divisore);
    more.prestazione = "CIGO";
    more.stato = domain::StatoAutorizzazione::autorizzata;
    more.ore_centesimi = 100 * dice.roll(3000);
    s.registro.autorizzazioni.push_back(more);
    RC_ASSERT(fast(s).terzo.residuo <= before.residuo);
  }));
}

BOOST_AUTO_TEST_CASE(what_is_admitted_never_exceeds_a_limit) {
  BOOST_TEST(holds("admitted weeks fit", [] {
    Scenario s = drawn_scenario();
    const auto c = fast(s).biennio;
    if (s.richiesta.eone || c.settimane_ammesse == 0 || c.usato > c.limite) return;
    s.richiesta.settimane = c.settimane_ammesse;
    const auto again = fast(s).biennio;
    RC_ASSERT(!again.superato);
    // Weeks all authorised already add nothing, even where the history itself is over the limit.
    RC_ASSERT(again.richiesto == 0 || again.usato + again.richiesto <= again.limite);
  }));
}

BOOST_AUTO_TEST_CASE(adding_history_never_increases_the_residual) {
  BOOST_TEST(holds("residual is monotone", [] {
    Scenario s = drawn_scenario();
    const auto before = fast(s);
    Dice dice(*rc::gen::arbitrary<std::uint32_t>());
    auto more = random_authorisation(dice, 99, s.divisore);
    more.prestazione = "CIGO";
    more.stato = domain::StatoAutorizzazione::autorizzata;
    s.registro.autorizzazioni.push_back(more);
    const auto after = fast(s);
    RC_ASSERT(after.biennio.residuo <= before.biennio.residuo);
    RC_ASSERT(after.quinquennio.residuo <= before.quinquennio.residuo);
    RC_ASSERT(after.consecutive.residuo <= before.consecutive.residuo);
  }));
}

BOOST_AUTO_TEST_CASE(the_union_of_days_ignores_order_and_repetition) {
  BOOST_TEST(holds("union", [] {
    Scenario s = drawn_scenario();
    const auto before = fast(s);
    auto& all = s.registro.autorizzazioni;
    const auto copy = all;
    all.insert(all.end(), copy.begin(), copy.end());
    const std::size_t turn = *rc::gen::inRange<std::size_t>(0, all.size());
    std::rotate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(turn), all.end());
    const auto after = fast(s);
    RC_ASSERT(after.biennio.usato == before.biennio.usato);
    RC_ASSERT(after.consecutive.settimane_ammesse == before.consecutive.settimane_ammesse);
    RC_ASSERT(after.quinquennio.usato == before.quinquennio.usato);
  }));
}

BOOST_AUTO_TEST_CASE(the_first_date_with_room_is_what_trying_every_week_finds) {
  BOOST_TEST(holds("first fit", [] {
    const Scenario s = drawn_scenario();
    const auto start = s.richiesta.primo_lunedi;
    const auto found = rules::counters::first_fit(s.registro, s.richiesta, s.settore, norms::Norms::builtin(), start);
    RC_ASSERT((found == Slow(s).biennio_first(start)));
  }));
}

BOOST_AUTO_TEST_CASE(the_first_date_for_every_limit_is_what_trying_every_start_finds) {
  BOOST_TEST(holds("first date", [] {
    const Scenario s = drawn_scenario();
    const auto start = s.richiesta.primo_lunedi;
    const auto found = rules::counters::first_date(s.registro, s.richiesta, s.settore, norms::Norms::builtin(), start);
    RC_ASSERT((found == first_by_trying(s, start)));
  }));
}

BOOST_AUTO_TEST_CASE(the_longest_period_is_what_trying_every_length_finds) {
  BOOST_TEST(holds("longest period", [] {
    Scenario s = drawn_scenario();
    const rules::counters::Ipotesi wanted{s.richiesta, false, 0};
    const auto found = rules::counters::longest_period(s.registro, wanted, s.settore, norms::Norms::builtin());
    const int most = std::min(s.richiesta.settimane, 13);  // art. 12 c. 1: one request
    int longest = 0;
    for (s.richiesta.settimane = 1; s.richiesta.settimane <= most && fits_every_limit(s); ++s.richiesta.settimane) {
      longest = s.richiesta.settimane;
    }
    RC_ASSERT(found.settimane == longest);
    RC_ASSERT(found.vincoli.empty() == (longest == wanted.richiesta.settimane));
  }));
}

BOOST_AUTO_TEST_CASE(the_rows_that_counted_add_up_to_the_result) {
  BOOST_TEST(holds("sums of rows", [] {
    const auto c = fast(drawn_scenario());
    for (const auto& riga : c.biennio.righe) RC_ASSERT(riga.unita >= 0);
    RC_ASSERT(counted(c.biennio.righe) == c.biennio.usato);
    RC_ASSERT(counted(c.quinquennio.righe) == c.quinquennio.usato);
    for (const auto* each : {&c.biennio, &c.consecutive, &c.quinquennio}) {
      // A CIGS that joins others into whole months counts with the days that it takes away.
      for (const auto& riga : each->righe) RC_ASSERT(riga.conta == (riga.unita != 0));
    }
  }));
}

BOOST_AUTO_TEST_SUITE_END()
