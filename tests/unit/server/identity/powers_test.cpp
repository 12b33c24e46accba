#include "server/identity/powers.hpp"

#include <array>
#include <boost/test/unit_test.hpp>

#include "tests/unit/server/identity/office_fixture.hpp"
#include "tests/unit/server/refused.hpp"

namespace {

using namespace omnia::identity;
using omnia::domain::Date;
using omnia::tests::OfficeFixture;

const Date kOggi = Date::of(2026, 11, 24);
constexpr const char* kOfficine = "4977777750";
constexpr const char* kCostruzioni = "1877777729";
constexpr const char* kFonderia = "5177777762";

std::string code_of(OfficeFixture& office, Ruolo ruolo, Azione azione, const char* matricola, Date oggi = kOggi) {
  return omnia::tests::code_of([&] { require(office.db, OfficeFixture::who(ruolo), azione, matricola, oggi); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(identity_powers)

BOOST_AUTO_TEST_CASE(only_employers_and_intermediaries_file_and_upload) {
  for (const Azione azione : {Azione::invia_domanda, Azione::carica_uniemens}) {
    BOOST_TEST(puo(Ruolo::datore, azione, Relazione::propria));
    BOOST_TEST(puo(Ruolo::intermediario, azione, Relazione::delegata));
    for (const Ruolo ruolo :
         {Ruolo::operatore, Ruolo::direttore, Ruolo::advisor, Ruolo::analista, Ruolo::sicurezza, Ruolo::amministratore}) {
      BOOST_TEST(!puo_mai(ruolo, azione));
    }
  }
}

BOOST_AUTO_TEST_CASE(no_role_does_anything_without_a_relation_and_only_case_workers_see_cases) {
  constexpr std::array kCases = {Azione::cerca_matricole, Azione::legge_registro, Azione::invia_domanda,
                                 Azione::elenca_domande,  Azione::legge_domanda,  Azione::carica_uniemens};
  for (std::size_t i = 0; i < kRuoli; ++i) {
    const auto ruolo = static_cast<Ruolo>(i);
    BOOST_TEST(puo(ruolo, Azione::usa_sessione, Relazione::personale));
    BOOST_TEST(!puo_mai(ruolo, Azione::nessuna));
    for (const Azione azione : kCases) {
      BOOST_TEST(!puo(ruolo, azione, Relazione::nessuna));
      if (ruolo == Ruolo::advisor || ruolo == Ruolo::analista || ruolo == Ruolo::sicurezza || ruolo == Ruolo::amministratore)
        BOOST_TEST(!puo_mai(ruolo, azione));
    }
  }
}

BOOST_AUTO_TEST_CASE(words_of_roles_go_and_come_back) {
  for (const char* word :
       {"datore", "intermediario", "operatore", "direttore", "advisor", "analista", "sicurezza", "amministratore"}) {
    BOOST_TEST(nome(*parse_ruolo(word)) == word);
  }
  BOOST_TEST(!parse_ruolo("ministro").has_value());
  BOOST_TEST(nome(Azione::invia_domanda) == "invia_domanda");
  BOOST_TEST(nome(Azione::nessuna) == "");
}

BOOST_FIXTURE_TEST_CASE(the_gate_finds_the_object_of_a_path_or_says_that_it_is_not_there, OfficeFixture) {
  db.write([](SQLite::Database& c) {
    c.exec(
        "INSERT INTO protocolli(sede, anno, numero, protocollo, registrato_il, oggetto, impronta) VALUES('4900', 2026, 1, 'P1', "
        "'', '', '');"
        "INSERT INTO domande(id, protocollo, matricola, codice_fiscale, denominazione, unita_produttiva, causale, nome_causale, "
        "dal, "
        "al, settimane, ore_centesimi, lavoratori, data_invio, inviata_il, sede, stato, avvisi, forzata, "
        "ultimo_giorno_decisione, "
        "bozza, impronta, esame, norme_versione, impronta_registro, avvisi_accettati, inviata_da, inviata_da_nome, "
        "inviata_da_cognome, inviata_da_ruolo) VALUES('d-1', 'P1', '1877777729', '87777770584', '', 0, '', '', '2026-11-23', "
        "'2026-11-29', 1, 0, 1, '2026-11-24', '2026-11-24T10:00:00+01:00', '4900', 'protocollata', 0, 0, '2027-02-07', '', '" +
        std::string(64, 'a') + "', '', '', '', '', '', '', '', '')");
  });
  const auto gate = [&](Ruolo ruolo, Azione azione, Oggetto oggetto, const char* id) {
    return omnia::tests::code_of([&] { authorise(db, who(ruolo), azione, oggetto, id, kOggi); });
  };
  BOOST_TEST(gate(Ruolo::advisor, Azione::usa_sessione, Oggetto::nessuno, "") == "");
  BOOST_TEST(gate(Ruolo::advisor, Azione::elenca_domande, Oggetto::nessuno, "") == "potere.assente");
  BOOST_TEST(gate(Ruolo::datore, Azione::legge_registro, Oggetto::matricola, kOfficine) == "");
  BOOST_TEST(gate(Ruolo::datore, Azione::legge_registro, Oggetto::matricola, kFonderia) == "matricola.non_trovata");
  // The position is of Sede 1800, but Sede 4900 took the domanda: that is where it is decided.
  BOOST_TEST(gate(Ruolo::operatore, Azione::legge_domanda, Oggetto::domanda, "d-1") == "");
  BOOST_TEST(gate(Ruolo::intermediario, Azione::legge_domanda, Oggetto::domanda, "d-1") == "");
  BOOST_TEST(gate(Ruolo::datore, Azione::legge_domanda, Oggetto::domanda, "d-1") == "domanda.non_trovata");
  BOOST_TEST(gate(Ruolo::datore, Azione::legge_domanda, Oggetto::domanda, "d-2") == "domanda.non_trovata");
  BOOST_TEST(gate(Ruolo::sicurezza, Azione::legge_domanda, Oggetto::domanda, "d-1") == "potere.assente");
}

BOOST_FIXTURE_TEST_CASE(an_employer_reaches_the_own_positions_and_no_other, OfficeFixture) {
  BOOST_TEST(code_of(*this, Ruolo::datore, Azione::legge_registro, kOfficine) == "");
  BOOST_TEST(code_of(*this, Ruolo::datore, Azione::legge_registro, kCostruzioni) == "matricola.non_trovata");
  BOOST_TEST(code_of(*this, Ruolo::datore, Azione::legge_registro, "0000000000") == "matricola.non_trovata");
}

BOOST_FIXTURE_TEST_CASE(a_delegation_is_valid_until_its_last_day_and_not_from_the_day_of_its_revocation, OfficeFixture) {
  BOOST_TEST(code_of(*this, Ruolo::intermediario, Azione::invia_domanda, kCostruzioni) == "");
  BOOST_TEST(code_of(*this, Ruolo::intermediario, Azione::invia_domanda, kCostruzioni, kOggi + 1) == "matricola.non_trovata");
  BOOST_TEST(code_of(*this, Ruolo::intermediario, Azione::invia_domanda, kFonderia, kOggi - 1) == "");
  BOOST_TEST(code_of(*this, Ruolo::intermediario, Azione::invia_domanda, kFonderia) == "matricola.non_trovata");
  BOOST_TEST(code_of(*this, Ruolo::intermediario, Azione::invia_domanda, kCostruzioni, Date::of(2025, 12, 31)) ==
             "matricola.non_trovata");
}

BOOST_FIXTURE_TEST_CASE(an_operator_reads_the_positions_of_the_sede_and_files_nothing, OfficeFixture) {
  BOOST_TEST(code_of(*this, Ruolo::operatore, Azione::legge_registro, kOfficine) == "");
  BOOST_TEST(code_of(*this, Ruolo::operatore, Azione::legge_registro, kCostruzioni) == "matricola.non_trovata");
  BOOST_TEST(code_of(*this, Ruolo::operatore, Azione::invia_domanda, kOfficine) == "potere.assente");
}

BOOST_FIXTURE_TEST_CASE(advisors_and_analysts_reach_no_single_position, OfficeFixture) {
  for (const Ruolo ruolo : {Ruolo::advisor, Ruolo::analista}) {
    BOOST_TEST(code_of(*this, ruolo, Azione::legge_registro, kOfficine) == "potere.assente");
    BOOST_TEST(matricole(db, who(ruolo), kOggi).empty());
  }
}

BOOST_FIXTURE_TEST_CASE(the_list_of_matricole_follows_the_role, OfficeFixture) {
  const auto list = [&](Ruolo ruolo) { return matricole(db, who(ruolo), kOggi); };
  BOOST_TEST(list(Ruolo::datore) == (std::vector<std::string>{kOfficine}), boost::test_tools::per_element());
  BOOST_TEST(list(Ruolo::intermediario) == (std::vector<std::string>{kCostruzioni}), boost::test_tools::per_element());
  BOOST_TEST(list(Ruolo::operatore) == (std::vector<std::string>{kOfficine}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(a_delegation_covers_its_services_and_sub_delegations_never_outlive_it, OfficeFixture) {
  db.write([](SQLite::Database& c) {
    c.exec(
        "UPDATE deleghe SET servizi = 'uniemens' WHERE id = 'd1';"
        "INSERT INTO subdeleghe(id, delega, dipendente_cf, dal, al) VALUES('s1', 'd1', 'XQZLVI80A41H501Q', '2026-01-01', "
        "'2027-01-01')");
  });
  BOOST_TEST(code_of(*this, Ruolo::intermediario, Azione::carica_uniemens, kCostruzioni) == "");
  BOOST_TEST(code_of(*this, Ruolo::intermediario, Azione::legge_registro, kCostruzioni) == "");
  BOOST_TEST(code_of(*this, Ruolo::intermediario, Azione::invia_domanda, kCostruzioni) == "matricola.non_trovata");
  Identita staff = who(Ruolo::intermediario);
  staff.codice_fiscale = "XQZLVI80A41H501Q";
  const auto reaches = [&](Azione azione, Date oggi) { return !matricole(db, staff, oggi, azione).empty(); };
  BOOST_TEST(reaches(Azione::carica_uniemens, kOggi));
  BOOST_TEST(!reaches(Azione::invia_domanda, kOggi));
  BOOST_TEST(!reaches(Azione::carica_uniemens, kOggi + 1), "the delegation ended yesterday");
  BOOST_TEST(titolo(db, staff, kCostruzioni, kOggi).delega_al->iso() == "2026-11-24");
  db.write([](SQLite::Database& c) { c.exec("UPDATE subdeleghe SET revocata_il = '2026-11-24'"); });
  BOOST_TEST(!reaches(Azione::carica_uniemens, kOggi));
}

BOOST_FIXTURE_TEST_CASE(who_works_for_the_office_needs_a_grant_in_force_and_an_analyst_always, OfficeFixture) {
  const auto gate = [&](Ruolo ruolo, Date oggi) {
    return omnia::tests::code_of([&] { authorise(db, who(ruolo), Azione::elenca_domande, Oggetto::nessuno, "", oggi); });
  };
  BOOST_TEST(gate(Ruolo::operatore, kOggi) == "", "imported, before there were grants");
  omnia::store::RigaAbilitazione grant{"a1",
                                       "operatore-1",
                                       "incarico",
                                       "PEC 1",
                                       kOggi,
                                       kOggi,
                                       Date::of(2028, 11, 24),
                                       Date::of(2027, 11, 24),
                                       "sicurezza-1",
                                       "2026-11-24T10:00:00+01:00",
                                       "",
                                       std::nullopt,
                                       ""};
  db.write([&](SQLite::Database& c) { omnia::store::insert_abilitazione(c, grant); });
  BOOST_TEST(gate(Ruolo::operatore, kOggi - 1) == "abilitazione.non_ancora");
  BOOST_TEST(gate(Ruolo::operatore, kOggi) == "");
  BOOST_TEST(gate(Ruolo::operatore, Date::of(2027, 11, 24)) == "");
  BOOST_TEST(gate(Ruolo::operatore, Date::of(2027, 11, 25)) == "abilitazione.da_rivedere");
  BOOST_TEST(gate(Ruolo::operatore, Date::of(2028, 11, 25)) == "abilitazione.scaduta");
  db.write([](SQLite::Database& c) { omnia::store::revoke_abilitazione(c, "a1", "sicurezza-1", kOggi, "prova"); });
  BOOST_TEST(gate(Ruolo::operatore, kOggi) == "abilitazione.revocata");
  BOOST_TEST(gate(Ruolo::analista, kOggi) == "potere.assente");
}

BOOST_FIXTURE_TEST_CASE(the_capacity_of_an_intermediary_tells_until_when, OfficeFixture) {
  const auto mine = titolo(db, who(Ruolo::intermediario), kCostruzioni, kOggi);
  BOOST_TEST((mine.ruolo == omnia::domain::RuoloTitolo::intermediario));
  BOOST_TEST(mine.attivo);
  BOOST_TEST(mine.delega_al->iso() == "2026-11-24");
  const auto lost = titolo(db, who(Ruolo::intermediario), kFonderia, kOggi);
  BOOST_TEST(!lost.attivo);
  BOOST_TEST(!lost.delega_al.has_value());
  BOOST_TEST((titolo(db, who(Ruolo::datore), kOfficine, kOggi).ruolo == omnia::domain::RuoloTitolo::datore));
  BOOST_TEST((titolo(db, who(Ruolo::operatore), kOfficine, kOggi).ruolo == omnia::domain::RuoloTitolo::sistema));
}

BOOST_AUTO_TEST_SUITE_END()
