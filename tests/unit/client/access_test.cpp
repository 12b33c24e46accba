// The ways in, acting as, the own sessions, and the end of a session that comes near.
#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

std::string session(const std::string& id, const std::string& ruolo, const std::string& denominazione) {
  auto body = nlohmann::json::parse(test::session_json(ruolo, id));
  body["identita"]["denominazione"] = denominazione;
  body["poteri"] = {
      {{"id", "anna"}, {"ruolo", "datore"}, {"descrizione", "Datore di lavoro di Officine"}},
      {{"id", "anna-studio"}, {"ruolo", "intermediario"}, {"descrizione", "Intermediario con 3 deleghe valide oggi"}}};
  body["secondi_inattiva"] = 1800;
  body["secondi_massima"] = 43200;
  return body.dump();
}

std::int64_t alarm(const Driver& d, const std::string& nome) {
  for (const app::Effect& effect : d.effects) {
    if (const auto* one = std::get_if<app::Wait>(&effect); one != nullptr && one->tag == nome) return one->secondi;
  }
  return -1;
}

void enter(Driver& d) {
  d.start();
  d.answer("sessione", 200, session("anna", "datore", "Officine"));
  BOOST_TEST(alarm(d, "fine_massima") == 43201);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ways_in_and_sessions)

BOOST_AUTO_TEST_CASE(the_providers_of_the_office_are_the_way_in) {
  Driver d;
  d.start();
  d.answer("sessione", 204, "");
  d.answer("accesso", 200, R"({"fornitori":[{"id":"spid","nome":"SPID"},{"id":"cie","nome":"CIE"}],"demo":false})");
  BOOST_TEST(!d.asked("identita"));
  BOOST_TEST(!d.shows("Questo servizio non ha identità dimostrative. Chiedi a chi lo gestisce come accedere."));
  d.click("Entra con CIE");
  const auto* leave = d.last<app::Navigate>();
  BOOST_REQUIRE(leave != nullptr);
  BOOST_TEST(leave->percorso == "/api/v1/accesso/cie");
}

BOOST_AUTO_TEST_CASE(why_a_login_failed_is_told_with_its_remedy_or_its_code) {
  const auto told = [](const char* reason) {
    Driver d;
    d.send(app::Start{"2026-11-24", "html", "5eed", {}, false, reason});
    d.answer("sessione", 401, "{}");
    return d.find(Kind::alert, d.model.avviso_sessione) != nullptr ? d.model.avviso_sessione : std::string();
  };
  BOOST_TEST(told("acr") == "Il livello di sicurezza con cui sei entrato non basta. Entra con SPID di livello 2 o con CIE.");
  BOOST_TEST(told("senza_poteri") ==
             "Nessuna azienda, delega o abilitazione risulta per il tuo codice fiscale. Chiedi la delega all’azienda, oppure "
             "l’abilitazione al tuo ufficio.");
  BOOST_TEST(told("nonce") ==
             "L’accesso non è riuscito (codice: nonce). Riprova; se si ripete, comunica il codice all’assistenza.");
}

BOOST_AUTO_TEST_CASE(a_person_with_several_powers_always_reads_the_one_in_use_and_can_change_it) {
  Driver d;
  enter(d);
  BOOST_TEST(d.shows("Anna Prova · agisci come Datore di lavoro · Officine · Sede 7000"));
  d.click("Cambia potere e sessioni");
  BOOST_TEST(d.title() == "Le tue sessioni");
  d.answer("sessioni", 200, R"({"righe":[]})");
  d.click("Agisci come: Intermediario con 3 deleghe valide oggi");
  BOOST_TEST(d.pending("agisci").percorso == "/api/v1/sessione/potere");
  BOOST_TEST(d.pending("agisci").corpo == R"({"identita":"anna-studio"})");
  d.answer("agisci", 200, session("anna-studio", "intermediario", ""));
  BOOST_TEST(d.title() == "Buon lavoro, Anna");
  BOOST_TEST(d.shows("Anna Prova · agisci come Intermediario · Sede 7000"));
}

BOOST_AUTO_TEST_CASE(the_own_sessions_are_listed_and_another_one_can_be_closed) {
  Driver d;
  enter(d);
  d.click("Cambia potere e sessioni");
  const std::string rows = R"({"righe":[
    {"id":"a","attuale":true,"ruolo":"datore","fornitore":"spid","indirizzo":"198.51.100.7","dispositivo":"Mozilla/5.0 Firefox/128.0",
     "aperta_il":"2026-11-24T09:00:00+01:00","ultimo_uso":"2026-11-24T09:41:12+01:00","scade":"2026-11-24T10:11:12+01:00"},
    {"id":"b","attuale":false,"ruolo":"intermediario","fornitore":"spid","indirizzo":"203.0.113.9","dispositivo":"qualcosa",
     "aperta_il":"2026-11-23T18:00:00+01:00","ultimo_uso":"2026-11-23T18:55:00+01:00","scade":"2026-11-23T19:25:00+01:00"}]})";
  d.answer("sessioni", 200, rows);
  for (const char* seen :
       {"Firefox", "Altro programma", "24/11/2026 09:41", "23/11/2026 18:55", "203.0.113.9", "Questa sessione"})
    BOOST_TEST(d.shows(seen), seen);
  d.click("Chiudi la sessione su Altro programma, 203.0.113.9");
  BOOST_TEST(d.pending("chiudi_sessione").metodo == "DELETE");
  BOOST_TEST(d.pending("chiudi_sessione").percorso == "/api/v1/sessioni/b");
  d.answer("chiudi_sessione", 204, "");
  BOOST_TEST(d.asked("sessioni"));
}

BOOST_AUTO_TEST_CASE(a_session_that_is_about_to_end_says_so_and_can_be_kept) {
  Driver d;
  enter(d);
  d.answer("domande", 200, test::no_domande_json());
  BOOST_TEST(alarm(d, "avviso_inattiva") == 1500);
  BOOST_TEST(alarm(d, "fine_inattiva") == 1801);
  d.send(app::Elapsed{"avviso_inattiva"});
  BOOST_TEST(d.shows("La sessione sta per scadere per inattività: tra pochi minuti dovrai entrare di nuovo."));
  d.click("Resta collegato");
  d.answer("sessione", 200, session("anna", "datore", "Officine"));
  BOOST_TEST(!d.shows("La sessione sta per scadere per inattività: tra pochi minuti dovrai entrare di nuovo."));
  d.send(app::Elapsed{"avviso_massima"});
  BOOST_TEST(d.shows("La sessione sta per finire: concludi l’invio, poi entra di nuovo. Le bozze restano in questo browser."));
  BOOST_TEST(d.find(Kind::button, "Resta collegato") == nullptr);
  d.send(app::Elapsed{"fine_massima"});
  d.answer("fine_sessione", 401, "{}");
  BOOST_TEST(d.shows("La sessione è scaduta. Entra di nuovo: la bozza è salva e la ritrovi dove l’hai lasciata."));
}

// The cookie's own time is the longest of a session: at its end the browser has none to show.
BOOST_AUTO_TEST_CASE(a_session_whose_cookie_is_gone_is_over) {
  Driver d;
  enter(d);
  d.answer("domande", 200, test::no_domande_json());
  d.send(app::Elapsed{"fine_massima"});
  d.answer("fine_sessione", 204, "");
  BOOST_TEST(d.shows("La sessione è scaduta. Entra di nuovo: la bozza è salva e la ritrovi dove l’hai lasciata."));
}

BOOST_AUTO_TEST_CASE(one_person_with_two_powers_has_two_buttons_that_say_which) {
  Driver d;
  d.start();
  d.answer("sessione", 401, "{}");
  d.answer("accesso", 200, R"({"fornitori":[],"demo":true})");
  d.answer("identita", 200,
           R"({"identita":[{"id":"a","nome":"Ida","cognome":"Prova","ruolo":"datore","descrizione":"Titolare"},)"
           R"({"id":"b","nome":"Ida","cognome":"Prova","ruolo":"intermediario","descrizione":"Studio"},)"
           R"({"id":"c","nome":"Leo","cognome":"Prova","ruolo":"intermediario","descrizione":"Studio"}]})");
  BOOST_TEST(d.find(Kind::button, "Entra come Ida Prova (Datore di lavoro)") != nullptr);
  BOOST_TEST(d.find(Kind::button, "Entra come Leo Prova") != nullptr);
  d.click("Entra come Ida Prova (Intermediario)");
  BOOST_TEST(d.pending("accedi").corpo == R"({"identita":"b"})");
}

// A page left open over midnight: terms run on, and what is on the desk is judged anew before the office is reached again.
BOOST_AUTO_TEST_CASE(over_midnight_the_desk_is_judged_on_the_new_day) {
  Driver d;
  test::open_new(d);
  const auto judged_on = [&d] { return d.model.scrivania->esame.oggi.iso(); };
  d.send(app::Connectivity{false});
  d.send(app::NewDay{"2026-11-24"});
  BOOST_TEST(judged_on() == "2026-11-24");
  d.send(app::NewDay{"2026-11-25"});
  BOOST_TEST(judged_on() == "2026-11-25");
  d.send(app::Connectivity{true});
  d.answer("sessione", 200, test::session_json());
  BOOST_TEST(judged_on() == "2026-11-24", "the office is still at the day before");
  d.requests.clear();
  d.send(app::NewDay{"2026-11-26"});
  BOOST_TEST(judged_on() == "2026-11-25");
  BOOST_TEST(d.asked("sessione"), "the office says which day it is there");
}

// The network comes back to a page whose session has ended meanwhile: the person is not put out without a word.
BOOST_AUTO_TEST_CASE(a_session_found_ended_when_the_network_comes_back_is_told) {
  Driver d;
  test::open_new(d);
  d.send(app::Connectivity{false});
  d.send(app::Connectivity{true});
  d.answer("sessione", 204, "");
  BOOST_TEST(d.shows("La sessione è scaduta. Entra di nuovo: la bozza è salva e la ritrovi dove l’hai lasciata."));
}

BOOST_AUTO_TEST_SUITE_END()
