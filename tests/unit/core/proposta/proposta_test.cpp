// What can be authorised of a domanda: workers who cannot, and the hours that go with them. Weeks and hours beyond the limits:
// also tests/unit/server/services/proposta_test.cpp, in the words of the act.
#include "shared/rules/proposta/proposta.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/core/review/base.hpp"

namespace {

using namespace omnia;
using rules::proposta::Proposta;
using rules::proposta::Tipo;
using test::day;

const norms::Norms& law() { return norms::Norms::builtin(); }

Proposta propose(const domain::Draft& draft, const domain::Registry& registry, domain::Date sent = test::kOggi) {
  return rules::proposta::propose(draft, registry, law(), sent);
}

// Rows and codes: "3 anzianita".
std::string out_of(const Proposta& p) {
  std::string text;
  for (const auto& one : p.lavoratori_esclusi)
    text += (text.empty() ? "" : "; ") + std::to_string(one.riga + 1) + " " + one.codice;
  return text;
}
std::string sentences(const Proposta& p) {
  std::string text;
  for (const auto& one : p.esclusioni) text += one.testo + " [" + one.citazione + "]\n";
  return text;
}

// A domanda of the same firm that asks for the first `workers` people of the list.
domain::DomandaPresentata filed(const char* id, const char* sent, const char* dal, const char* al, int workers) {
  domain::DomandaPresentata d;
  d.id = id;
  d.protocollo = "INPS.7000.10/11/2026.0000009";
  d.unita_produttiva = 1;
  d.causale = "MANC_LAVORO";
  d.periodo = {day(dal), day(al)};
  d.data_invio = day(sent);
  for (int n = 0; n < workers; ++n) d.lavoratori.push_back(test::codice_fiscale(n));
  return d;
}

// The domanda of the base, for a period of 2021: the law of then.
domain::Draft of_2021() {
  domain::Draft draft = test::clean_draft();
  draft.periodo.data_inizio_effettivo = domain::enter<domain::Date>("15/11/2021");
  draft.periodo.dal = domain::enter<domain::Date>("15/11/2021");
  draft.periodo.al = domain::enter<domain::Date>("28/11/2021");
  draft.periodo.settimane[0].lunedi = day("2021-11-15");
  draft.periodo.settimane[1].lunedi = day("2021-11-22");
  return draft;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(proposta)

BOOST_AUTO_TEST_CASE(a_domanda_in_order_is_accepted_whole) {
  const auto p = propose(test::clean_draft(), test::clean_registry());
  BOOST_TEST((p.tipo == Tipo::accoglimento));
  BOOST_TEST(p.ore_centesimi == 32000);
  BOOST_TEST(p.settimane == 2);
  BOOST_TEST(sentences(p) == "");
  BOOST_TEST(out_of(p) == "");
}

BOOST_AUTO_TEST_CASE(a_dirigente_is_left_out_whether_the_domanda_or_uniemens_says_so_and_his_hours_go) {
  domain::Draft draft = test::clean_draft();
  draft.lavoratori.beneficiari[2].qualifica = "dirigente";
  domain::Registry registry = test::clean_registry();
  registry.lavoratori[4].qualifica = "dirigente";
  const auto p = propose(draft, registry);
  BOOST_TEST((p.tipo == Tipo::accoglimento_parziale));
  BOOST_TEST(out_of(p) == "3 dirigente; 5 dirigente");
  BOOST_TEST(p.lavoratori_esclusi[0].codice_fiscale == test::codice_fiscale(2));
  BOOST_TEST(p.ore_centesimi == 25600);  // eight of ten heads of 40 hours: 128 of 160 hours a week
  BOOST_TEST(p.settimane == 2);
  BOOST_TEST(sentences(p) ==
             "Sono esclusi i lavoratori alle righe 3 e 5 dell’elenco: i dirigenti non possono essere beneficiari [art. 1 c. 1 "
             "D.Lgs. 148/2015]\n");
}

BOOST_AUTO_TEST_CASE(who_has_fewer_than_thirty_days_in_the_unit_is_left_out_and_who_has_thirty_is_not) {
  domain::Registry registry = test::clean_registry();
  registry.lavoratori[0].assunzione = day("2026-10-27");  // 29 days on 24 November
  registry.lavoratori[0].primo_mese = {2026, 10};
  registry.lavoratori[1].assunzione = day("2026-10-26");  // 30
  registry.lavoratori[1].primo_mese = {2026, 10};
  const auto p = propose(test::clean_draft(), registry);
  BOOST_TEST(out_of(p) == "1 anzianita");
  BOOST_TEST(p.ore_centesimi == 28800);
  BOOST_TEST(sentences(p) ==
             "È escluso il lavoratore alla riga 1 dell’elenco: meno di 30 giorni di effettivo lavoro nell’unità produttiva alla "
             "data di invio [art. 1 c. 2 D.Lgs. 148/2015]\n");
}

BOOST_AUTO_TEST_CASE(seniority_is_not_asked_of_an_eone_nor_of_who_was_taken_over_with_the_contract) {
  domain::Registry registry = test::clean_registry();
  registry.lavoratori[0].assunzione = day("2026-11-02");
  registry.lavoratori[0].primo_mese = {2026, 11};
  domain::Draft taken_over = test::clean_draft();
  taken_over.lavoratori.beneficiari[0].cambio_appalto = true;
  BOOST_TEST(out_of(propose(taken_over, registry)) == "");
  domain::Draft flood = test::clean_draft();
  flood.causale.id = "EVENTI_IMPREVEDIBILI";
  for (const auto& one : law().causali()) {
    if (one.eone && one.industria) flood.causale.id = one.id;
  }
  BOOST_TEST(out_of(propose(flood, registry)) == "");
  BOOST_TEST(out_of(propose(test::clean_draft(), registry)) == "1 anzianita");
}

BOOST_AUTO_TEST_CASE(ninety_days_were_asked_before_2022) {
  domain::Registry registry = test::clean_registry();
  for (auto& one : registry.lavoratori) one.primo_mese = {2019, 3};
  registry.posizione.forza.clear();
  registry.lavoratori[0].assunzione = day("2021-09-01");  // 89 days on 28 November 2021
  registry.lavoratori[0].primo_mese = {2021, 9};
  registry.lavoratori[1].assunzione = day("2021-08-31");
  registry.lavoratori[1].primo_mese = {2021, 8};
  BOOST_TEST(out_of(propose(of_2021(), registry, day("2021-11-28"))) == "1 anzianita");
}

BOOST_AUTO_TEST_CASE(home_workers_are_left_out_before_2022_and_admitted_since) {
  domain::Draft draft = test::clean_draft();
  draft.lavoratori.beneficiari[9].qualifica = "domicilio";
  BOOST_TEST(out_of(propose(draft, test::clean_registry())) == "");
  domain::Draft old = of_2021();
  old.lavoratori.beneficiari[9].qualifica = "domicilio";
  const auto p = propose(old, test::clean_registry(), day("2021-11-28"));
  BOOST_TEST(out_of(p) == "10 domicilio");
  BOOST_TEST(p.lavoratori_esclusi[0].testo == "il lavoro a domicilio è protetto solo dal 1° gennaio 2022");
  BOOST_TEST(p.lavoratori_esclusi[0].citazione == "Art. 1, comma 1, D.Lgs. 148/2015, testo previgente");
}

BOOST_AUTO_TEST_CASE(who_is_not_employed_in_those_weeks_is_left_out_of_them_only) {
  domain::Registry registry = test::clean_registry();
  registry.lavoratori[0].cessazione = day("2026-11-15");  // before the first week
  registry.lavoratori[1].cessazione = day("2026-11-16");  // in the first week, out of the second
  const auto p = propose(test::clean_draft(), registry);
  BOOST_TEST(out_of(p) == "1 rapporto");
  BOOST_TEST(p.ore_centesimi == 14400 + 12800);
  BOOST_TEST(sentences(p) ==
             "È escluso il lavoratore alla riga 1 dell’elenco: nessun rapporto di lavoro in quei giorni [art. 1 c. 1 D.Lgs. "
             "148/2015]\n"
             "È escluso il lavoratore alla riga 2 dell’elenco, per le settimane dal lunedì 23/11/2026: nessun rapporto di lavoro "
             "in quei giorni [art. 1 c. 1 D.Lgs. 148/2015]\n");
}

BOOST_AUTO_TEST_CASE(of_two_domande_for_the_same_worker_and_days_the_one_filed_first_keeps_him) {
  domain::Registry registry = test::clean_registry();
  registry.domande = {filed("0a", "2026-11-10", "2026-11-16", "2026-11-29", 2)};
  const auto p = propose(test::clean_draft(), registry);
  BOOST_TEST(out_of(p) == "1 altra_domanda; 2 altra_domanda");
  BOOST_TEST(p.ore_centesimi == 25600);
  BOOST_TEST(sentences(p) ==
             "Sono esclusi i lavoratori alle righe 1 e 2 dell’elenco: stessi giorni già chiesti con la domanda "
             "INPS.7000.10/11/2026.0000009 [msg. INPS 2130/2025]\n");
  registry.domande = {filed("0a", "2026-11-25", "2026-11-16", "2026-11-29", 2)};
  BOOST_TEST(out_of(propose(test::clean_draft(), registry)) == "");
  // Filed on the same day: the order of the registry, the same from both sides.
  registry.domande = {filed("00", "2026-11-24", "2026-11-16", "2026-11-29", 1)};
  BOOST_TEST(out_of(propose(test::clean_draft(), registry)) == "1 altra_domanda");
  registry.domande = {filed("ff", "2026-11-24", "2026-11-16", "2026-11-29", 1)};
  BOOST_TEST(out_of(propose(test::clean_draft(), registry)) == "");
}

BOOST_AUTO_TEST_CASE(an_overlap_of_one_week_takes_that_week_alone) {
  domain::Registry registry = test::clean_registry();
  registry.domande = {filed("0a", "2026-11-10", "2026-11-09", "2026-11-22", 4)};
  const auto p = propose(test::clean_draft(), registry);
  BOOST_TEST((p.tipo == Tipo::accoglimento_parziale));
  BOOST_TEST(out_of(p) == "");
  BOOST_TEST(p.ore_centesimi == 9600 + 16000);
  BOOST_TEST(p.esclusioni.front().testo ==
             "Sono esclusi i lavoratori alle righe 1–4 dell’elenco, per le settimane dal lunedì 16/11/2026: stessi giorni già "
             "chiesti con la domanda INPS.7000.10/11/2026.0000009");
}

BOOST_AUTO_TEST_CASE(the_hours_are_shared_by_the_contractual_time_of_each_and_by_heads_when_one_is_unknown) {
  domain::Registry registry = test::clean_registry();
  registry.lavoratori[0].qualifica = "dirigente";
  registry.lavoratori[0].ore_settimanali_centesimi = 2000;  // 20 of 380 hours
  BOOST_TEST(propose(test::clean_draft(), registry).ore_centesimi == 2 * (16000LL * 36000 / 38000));
  registry.lavoratori[5].ore_settimanali_centesimi = 0;
  BOOST_TEST(propose(test::clean_draft(), registry).ore_centesimi == 28800);
}

BOOST_AUTO_TEST_CASE(a_domanda_whose_workers_are_all_out_is_refused_with_the_reasons) {
  domain::Draft draft = test::clean_draft(2);
  draft.lavoratori.beneficiari[0].qualifica = "dirigente";
  domain::Registry registry = test::clean_registry();
  registry.domande = {filed("0a", "2026-11-10", "2026-11-16", "2026-11-29", 2)};
  const auto p = propose(draft, registry);
  BOOST_TEST((p.tipo == Tipo::reiezione));
  BOOST_TEST(!p.periodo.has_value());
  BOOST_TEST(p.settimane == 0);
  BOOST_TEST(p.ore_centesimi == 0);
  BOOST_TEST_REQUIRE(p.motivi.size() == 2U);
  BOOST_TEST(p.motivi[0].codice == "lavoratori");
  BOOST_TEST(p.motivi[0].testo == "È escluso il lavoratore alla riga 1 dell’elenco: i dirigenti non possono essere beneficiari.");
  BOOST_TEST(
      p.motivi[1].testo ==
      "È escluso il lavoratore alla riga 2 dell’elenco: stessi giorni già chiesti con la domanda INPS.7000.10/11/2026.0000009.");
}

BOOST_AUTO_TEST_CASE(hours_left_by_the_workers_are_those_that_the_third_judges) {
  domain::Registry registry = test::clean_registry();
  domain::Autorizzazione one;
  one.numero = "700000000001";
  one.unita_produttiva = 1;
  one.prestazione = "CIGO";
  one.causale = "MANC_LAVORO";
  one.periodo = {day("2026-10-19"), day("2026-11-15")};
  one.ore_centesimi = 2741333;  // the third is 27,733.33 hours: 320 are left
  registry.autorizzazioni.push_back(one);
  BOOST_TEST((propose(test::clean_draft(), registry).tipo == Tipo::accoglimento));
  registry.autorizzazioni[0].ore_centesimi = 2757333;  // 160 are left
  BOOST_TEST(propose(test::clean_draft(), registry).ore_centesimi == 16000);
  domain::Draft draft = test::clean_draft();
  for (int n = 0; n < 6; ++n) draft.lavoratori.beneficiari[static_cast<std::size_t>(n)].qualifica = "dirigente";
  const auto p = propose(draft, registry);  // four heads of ten: 128 hours
  BOOST_TEST(p.ore_centesimi == 12800);
  BOOST_TEST(p.esclusioni.size() == 1U);
}

BOOST_AUTO_TEST_CASE(many_rows_make_sentences_that_an_act_can_carry) {
  domain::Draft draft = test::clean_draft(251);
  for (std::size_t n = 0; n < 250; n += 2) draft.lavoratori.beneficiari[n].qualifica = "dirigente";
  const auto p = propose(draft, test::clean_registry(251));
  BOOST_TEST(p.lavoratori_esclusi.size() == 125U);
  BOOST_TEST(p.esclusioni.size() == 2U);
  for (const auto& sentence : p.esclusioni) BOOST_TEST(sentence.testo.size() < 900U);
}

BOOST_AUTO_TEST_SUITE_END()
