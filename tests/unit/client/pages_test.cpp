// Screens that are data: the file itself, and delegations, grants, log of accesses and flags as a person works on them.
#include "wasm-client/app/pages.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using nlohmann::json;
using test::Driver;
using view::Kind;
using view::Tone;

namespace {

std::string file() {
  std::ostringstream all;
  all << std::ifstream(std::string(OMNIA_SOURCE_DIR) + "/assets/screens/ufficio.json").rdbuf();
  return all.str();
}

// On that page, its data just asked for.
void open_page(Driver& d, const std::string& ruolo, const std::string& button) {
  test::log_in(d, ruolo);
  d.click(button);
  BOOST_TEST(d.pending("pag.file").percorso == "/assets/ufficio.json");
  d.answer("pag.file", 200, file());
}

json delegation(const std::string& id, const std::string& stato) {
  return {{"id", id},
          {"intermediario_cf", test::codice_fiscale(904)},
          {"intermediario", stato == "attiva" ? "RIO XQZUTTI" : ""},
          {"matricola", test::matricola()},
          {"denominazione", "Officine di Prova S.r.l."},
          {"servizi", {"consultazione", "uniemens"}},
          {"dal", "2026-11-24"},
          {"al", nullptr},
          {"revocata_il", stato == "revocata" ? json("2026-11-24") : json()},
          {"valida", stato == "attiva"},
          {"stato", stato}};
}

std::string delegations(const json& rows, const json& passed = json::array()) {
  return json({{"deleghe", rows}, {"subdeleghe", passed}}).dump();
}

std::string problem(const std::string& campo, const std::string& detail, const json& more = json::object()) {
  json out = {{"title", "x"}, {"status", 422}, {"detail", detail}, {"codice", "json.campo"}, {"rimedio", "Correggi."}};
  if (!campo.empty()) out["campo"] = campo;
  out.update(more);
  return out.dump();
}

// The employer's delegations, one in force and one revoked.
void employer_delegations(Driver& d) {
  open_page(d, "datore", "Deleghe");
  d.answer("pag.fonte:deleghe", 200, delegations({delegation("d1", "attiva"), delegation("d2", "revocata")}));
  d.answer("pag.fonte:matricole", 200, test::matricole_json());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pages)

BOOST_AUTO_TEST_CASE(the_file_has_a_page_for_each_entry_and_no_other) {
  const json all = json::parse(file());
  std::set<std::string> entries;
  for (const char* role :
       {"datore", "intermediario", "operatore", "direttore", "advisor", "analista", "sicurezza", "amministratore"}) {
    for (const auto entry : app::pages::entries(role)) entries.insert(std::string(role) + "." + std::string(entry));
  }
  entries.insert("tutti.miei_accessi");  // reached from «Le tue sessioni»
  std::set<std::string> pages;
  for (const auto& [name, page] : all["pagine"].items()) pages.insert(name);
  BOOST_TEST(entries == pages, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_the_file_names_exists) {
  const json all = json::parse(file());
  const std::set<std::string> kinds = {"", "testo", "cf", "giorno", "scelta", "spunte", "nota", "file"};
  const auto check_fields = [&](const json& fields, const json& page, const std::string& where) {
    std::set<std::string> ids;
    for (const json& field : fields) {
      const std::string name = where + "." + field.value("id", "?");
      BOOST_TEST(ids.insert(field.value("id", "")).second, "twice: " << name);
      BOOST_TEST(kinds.count(field.value("tipo", "")) == 1U, "unknown kind: " << name);
      BOOST_TEST(!field.value("etichetta", "").empty(), "no label: " << name);
      if (field.contains("fonte")) BOOST_TEST(page["fonti"].contains(field["fonte"].get<std::string>()), name);
      for (const json& option : field.value("opzioni", json::array())) BOOST_TEST(option.size() == 2U, name);
    }
  };
  const auto check_action = [&](const json& action, const json& page, const std::string& where) {
    const std::string name = where + "/" + action.value("id", "?");
    BOOST_TEST(action.value("percorso", "").rfind("/api/v1/", 0) == 0, name);
    BOOST_TEST(!action.value("fatto", "").empty(), name);
    check_fields(action.value("campi", json::array()), page, name);
    if (!action.contains("conferma")) return;
    for (const char* part : {"titolo", "pulsante"}) BOOST_TEST(!action["conferma"].value(part, "").empty(), name);
  };
  for (const auto& [name, page] : all["pagine"].items()) {
    std::set<std::string> ids;
    for (const json& action : page["moduli"]) {
      check_action(action, page, name);
      BOOST_TEST(ids.insert(action["id"]).second, "twice: " << name);
    }
    for (const auto& [source, one] : page["fonti"].items()) check_fields(one.value("filtri", json::array()), page, name);
    for (const json& list : page["elenchi"]) {
      const std::string where = name + "/" + list.value("id", "?");
      BOOST_TEST(page["fonti"].contains(list.value("fonte", "")), where);
      for (const char* part : {"titolo", "vuoto", "vuoto.aiuto", "righe"}) BOOST_TEST(!list.value(part, "").empty(), where);
      for (const json& column : list["colonne"]) {
        BOOST_TEST(!column.value("etichetta", "").empty(), where);
        if (column.contains("parole")) BOOST_TEST(all["parole"].contains(column["parole"].get<std::string>()), where);
      }
      for (const json& action : list.value("azioni", json::array())) {
        check_action(action, page, where);
        // The person is always asked before something is done to a row.
        BOOST_TEST(action.contains("conferma"), where);
        BOOST_TEST(ids.insert(action["id"]).second, "twice: " << where);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(only_the_pages_of_the_role_are_offered) {
  const std::map<std::string, std::vector<std::string>> wanted = {{"datore", {"Deleghe", "Registro degli accessi"}},
                                                                  {"intermediario", {"Deleghe"}},
                                                                  {"operatore", {}},
                                                                  {"analista", {}},
                                                                  {"sicurezza", {"Abilitazioni", "Registro degli accessi"}},
                                                                  {"amministratore", {"Attivazioni"}}};
  for (const auto& [role, offered] : wanted) {
    Driver d;
    test::log_in(d, role);
    for (const char* name : {"Deleghe", "Registro degli accessi", "Abilitazioni", "Attivazioni"}) {
      const bool there = std::find(offered.begin(), offered.end(), name) != offered.end();
      BOOST_TEST((d.find(Kind::button, name) != nullptr) == there, role << ": " << name);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_data_are_fetched_once_and_without_them_the_person_can_try_again) {
  Driver d;
  test::log_in(d);
  d.click("Deleghe");
  BOOST_TEST(d.title() == "Deleghe");
  d.answer("pag.file", 0, "");
  d.click("Riprova");
  d.answer("pag.file", 200, file());
  BOOST_TEST(d.asked("pag.fonte:deleghe"));
  d.click("Torna alla pagina iniziale");
  d.click("Registro degli accessi");
  BOOST_TEST(!d.asked("pag.file"));
  BOOST_TEST(d.pending("pag.fonte:accessi").percorso == "/api/v1/accessi?limite=25");
}

BOOST_AUTO_TEST_CASE(an_employer_sees_and_filters_the_delegations) {
  Driver d;
  employer_delegations(d);
  const auto& table = d.get(Kind::table, "Deleghe della vostra azienda");
  BOOST_TEST(table.children.size() == 3U);
  BOOST_TEST(d.shows("RIO XQZUTTI · " + test::codice_fiscale(904)), "the name beside the code");
  BOOST_TEST(d.shows("Nome non ancora noto · " + test::codice_fiscale(904)));
  BOOST_TEST(d.shows("Officine di Prova S.r.l. (" + test::matricola() + ")"));
  BOOST_TEST(d.shows("consultazione, UniEmens"));
  BOOST_TEST(d.shows("fino alla revoca"));
  BOOST_TEST((d.get(Kind::badge, "In corso").tone == Tone::success));
  BOOST_TEST(d.find(Kind::badge, "Revocata · 24/11/2026") != nullptr);
  d.select("Stato", "Revocata");
  BOOST_TEST(d.get(Kind::table, "Deleghe della vostra azienda").children.size() == 2U);
  BOOST_TEST(d.find(Kind::button, "Revoca la delega a " + test::codice_fiscale(904)) == nullptr);
  d.select("Stato", "Tutti");
  d.fill("Cerca per nome, codice fiscale, azienda o posizione", "xqzutti");
  BOOST_TEST(d.get(Kind::table, "Deleghe della vostra azienda").children.size() == 2U);
  d.fill("Cerca per nome, codice fiscale, azienda o posizione", "nessuno");
  BOOST_TEST(d.find(Kind::empty_state, "Nessuna riga con questi filtri") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_delegation_is_granted_and_its_faults_stand_beside_the_fields) {
  Driver d;
  employer_delegations(d);
  d.click("Concedi la delega");
  BOOST_TEST(!d.asked("pag.esito"));
  BOOST_TEST(d.field("Codice fiscale dell’intermediario").error == "Manca: compila questo campo.");
  BOOST_TEST(d.last<app::FocusNode>()->key == "pag.campo:concedi.intermediario_cf");
  d.fill("Codice fiscale dell’intermediario", "XQZ");
  d.fill("Al", "32/13/2026");
  for (const char* box : {"Consultazione", "Domande", "UniEmens"}) d.check(box, false);
  d.click("Concedi la delega");
  BOOST_TEST(!d.field("Codice fiscale dell’intermediario").error.empty());
  BOOST_TEST(!d.field("Al").error.empty());
  BOOST_TEST(d.get(Kind::group, "Servizi").error == "Scegli almeno un servizio.");
  d.fill("Codice fiscale dell’intermediario", test::codice_fiscale(905));
  BOOST_TEST(d.field("Codice fiscale dell’intermediario").error.empty());
  d.fill("Al", "31/12/2026");
  d.check("Domande");
  d.click("Concedi la delega");
  const app::Http& sent = d.pending("pag.esito");
  BOOST_TEST(sent.percorso == "/api/v1/deleghe");
  BOOST_TEST(json::parse(sent.corpo) == json({{"intermediario_cf", test::codice_fiscale(905)},
                                              {"matricola", test::matricola()},
                                              {"servizi", {"domande"}},
                                              {"dal", "2026-11-24"},
                                              {"al", "2026-12-31"}}));
  BOOST_TEST(d.get(Kind::button, "Concedi la delega").disabled);
  d.answer("pag.esito", 422, problem("intermediario_cf", "Il campo «intermediario_cf» non va bene."));
  BOOST_TEST(d.field("Codice fiscale dell’intermediario").error ==
             "Il campo «Codice fiscale dell’intermediario» non va bene. Correggi.");
  d.click("Concedi la delega");
  d.answer("pag.esito", 404, problem("azienda.matricola", "La matricola non risulta."));
  BOOST_TEST(d.get(Kind::select, "Posizione").error == "La matricola non risulta. Correggi.");
  d.click("Concedi la delega");
  d.answer("pag.esito", 503, problem("", "Servizio occupato."));
  BOOST_TEST(d.find(Kind::alert, "Servizio occupato. Correggi.") != nullptr);
  d.click("Concedi la delega");
  d.answer("pag.esito", 201, json({{"delega", delegation("d3", "attiva")}}).dump());
  BOOST_TEST(
      d.get(Kind::status, "Delega concessa a " + test::codice_fiscale(905) + " per " + test::matricola() + ": Domande.").key ==
      "pag.esito");
  BOOST_TEST(d.asked("pag.fonte:deleghe"));
  BOOST_TEST(d.field("Codice fiscale dell’intermediario").value.empty());
}

BOOST_AUTO_TEST_CASE(a_revocation_says_what_it_does_and_is_asked_before) {
  Driver d;
  employer_delegations(d);
  const std::string button = "Revoca la delega a " + test::codice_fiscale(904);
  d.click(button);
  BOOST_TEST(d.shows("Da oggi " + test::codice_fiscale(904) + " non vede più la posizione " + test::matricola()));
  d.click("Annulla");
  BOOST_TEST(d.find(Kind::dialog, "Revocare la delega?") == nullptr);
  BOOST_TEST(!d.asked("pag.esito"));
  d.click(button);
  d.click("Revoca da oggi");
  BOOST_TEST(d.pending("pag.esito").percorso == "/api/v1/deleghe/d1/revoca");
  d.answer("pag.esito", 409, problem("", "La delega è già revocata."));
  BOOST_TEST(d.find(Kind::dialog, "Revocare la delega?") != nullptr);
  BOOST_TEST(d.find(Kind::alert, "La delega è già revocata. Correggi.") != nullptr);
  d.click("Revoca da oggi");
  d.answer("pag.esito", 204, "");
  BOOST_TEST(d.find(Kind::dialog, "Revocare la delega?") == nullptr);
  BOOST_TEST(d.shows("Delega a " + test::codice_fiscale(904) + " revocata."));
}

BOOST_AUTO_TEST_CASE(many_delegations_come_from_a_csv_or_none_with_a_report_by_row) {
  Driver d;
  employer_delegations(d);
  d.click("Scarica il modello CSV");
  BOOST_TEST(d.last<app::Download>()->contenuto == "\xEF\xBB\xBFintermediario_cf;matricola;dal;al;servizi\r\n");
  d.click("Concedi tutte le deleghe del file");
  BOOST_TEST(d.field("File CSV").error == "Scegli il file.");
  d.send(app::FileChosen{d.field("File CSV").key, "vuoto.csv", "text/csv", 0, ""});
  BOOST_TEST(d.field("File CSV").error == "Il file è vuoto o supera 1 MB.");
  const std::string text = "intermediario_cf;matricola;dal\nX;Y;Citt\xC3\xA0";
  d.send(app::FileChosen{d.field("File CSV").key, "deleghe.csv", "text/csv", 40, "intermediario_cf;matricola;dal\nX;Y;Citt\xE0"});
  BOOST_TEST(d.field("File CSV").value == "deleghe.csv");
  d.click("Concedi tutte le deleghe del file");
  BOOST_TEST(d.pending("pag.esito").corpo == text, "the office reads UTF-8");
  const json rows = {{{"riga", 2}, {"colonna", "dal"}, {"codice", "csv.valore"}, {"testo", "Colonna dal: non è una data."}}};
  d.answer("pag.esito", 422, problem("csv", "Riga 2: Colonna dal: non è una data.", {{"righe", rows}}));
  BOOST_TEST(d.find(Kind::table, "Che cosa correggere nel file") != nullptr);
  BOOST_TEST(d.shows("Colonna dal: non è una data."));
  d.send(app::FileChosen{d.field("File CSV").key, "deleghe.csv", "text/csv", 40, text});
  BOOST_TEST(d.find(Kind::table, "Che cosa correggere nel file") == nullptr);
  d.click("Concedi tutte le deleghe del file");
  d.answer("pag.esito", 201, R"({"create":3})");
  BOOST_TEST(d.find(Kind::status, "Deleghe concesse dal file: 3.") != nullptr);
  BOOST_TEST(d.field("File CSV").value.empty());
}

BOOST_AUTO_TEST_CASE(an_intermediary_passes_a_delegation_on_and_takes_back_only_the_own) {
  Driver d;
  open_page(d, "intermediario", "Deleghe");
  const auto passed = [](const char* id, const std::string& cf) {
    return json{{"id", id},
                {"delega", "d1"},
                {"dipendente_cf", cf},
                {"dipendente", "LEO XQZINI"},
                {"matricola", test::matricola()},
                {"denominazione", "Officine di Prova S.r.l."},
                {"dal", "2026-11-24"},
                {"al", nullptr},
                {"revocata_il", nullptr},
                {"valida", true},
                {"stato", "attiva"}};
  };
  d.answer("pag.fonte:deleghe", 200,
           delegations({delegation("d1", "attiva"), delegation("d2", "scaduta")},
                       {passed("s1", test::codice_fiscale(912)), passed("s2", test::codice_fiscale(901))}));
  BOOST_TEST(d.find(Kind::disclosure, "Concedi una delega") == nullptr);
  BOOST_TEST(d.find(Kind::button, "Revoca la subdelega a " + test::codice_fiscale(901)) == nullptr,
             "a received one is the studio's");
  d.click("Passa a un dipendente Officine di Prova S.r.l.");
  d.click("Passa la delega");
  BOOST_TEST(d.field("Codice fiscale del dipendente").error == "Manca: compila questo campo.");
  d.fill("Codice fiscale del dipendente", test::codice_fiscale(912));
  d.click("Passa la delega");
  BOOST_TEST(d.pending("pag.esito").percorso == "/api/v1/deleghe/d1/subdeleghe");
  BOOST_TEST(json::parse(d.pending("pag.esito").corpo) ==
             json({{"dipendente_cf", test::codice_fiscale(912)}, {"dal", "2026-11-24"}}));
  d.answer("pag.esito", 422, problem("al", "La fine viene prima dell’inizio."));
  BOOST_TEST(d.field("Al").error == "La fine viene prima dell’inizio. Correggi.");
  BOOST_TEST(d.find(Kind::dialog, "Passa la delega a un dipendente") != nullptr);
  d.click("Passa la delega");
  d.answer("pag.esito", 201, "{}");
  BOOST_TEST(d.shows("Delega di Officine di Prova S.r.l. passata a " + test::codice_fiscale(912) + "."));
  BOOST_TEST(d.shows("LEO XQZINI · " + test::codice_fiscale(912)));
  d.click("Revoca la subdelega a " + test::codice_fiscale(912));
  BOOST_TEST(d.shows("Da oggi " + test::codice_fiscale(912) + " non vede più Officine di Prova S.r.l. (" + test::matricola() +
                     "). La tua delega resta."));
  d.click("Revoca da oggi");
  BOOST_TEST(d.pending("pag.esito").percorso == "/api/v1/subdeleghe/s1/revoca");
}

BOOST_AUTO_TEST_CASE(the_security_area_grants_with_a_question_and_not_to_itself) {
  Driver d;
  open_page(d, "sicurezza", "Abilitazioni");
  const auto grant = [](const char* id, const std::string& cf, const char* stato) {
    return json{{"id", id},
                {"identita", "x"},
                {"codice_fiscale", cf},
                {"cognome", "XQZMINI"},
                {"nome", "LIA"},
                {"ruolo", "operatore"},
                {"sede", "4900"},
                {"atto", "incarico"},
                {"protocollo", "PEC 1"},
                {"al", "2028-11-24"},
                {"revisione_entro", "2027-11-24"},
                {"stato", stato}};
  };
  d.answer(
      "pag.fonte:abilitazioni", 200,
      json({{"righe", {grant("a1", test::codice_fiscale(950), "da_rivedere"), grant("a2", test::codice_fiscale(901), "attiva")}}})
          .dump());
  BOOST_TEST(d.shows("Operatore della Sede · 4900"));
  BOOST_TEST((d.get(Kind::badge, "Ferma: revisione scaduta").tone == Tone::error));
  BOOST_TEST(d.count(Kind::button) == 3U, "one's own grant has no button");
  BOOST_TEST(d.find(Kind::field, "Sede") == nullptr);
  d.fill("Codice fiscale", test::codice_fiscale(951));
  d.fill("Cognome", "XQZOLI");
  d.fill("Nome", "PIA");
  d.select("Ruolo", "Operatore della Sede");
  d.fill("Sede", "4900");
  d.fill("Supervisore", test::codice_fiscale(960));
  d.fill("Protocollo della PEC", "PEC 2");
  d.fill("Data della richiesta", "20/11/2026");
  d.fill("Scade il", "24/11/2028");
  d.click("Abilita");
  BOOST_TEST(d.shows("PIA XQZOLI (" + test::codice_fiscale(951) +
                     ") potrà entrare come Operatore della Sede nella Sede 4900 dal 24/11/2026 al 24/11/2028."));
  d.click_key("pag.conferma");
  BOOST_TEST(json::parse(d.pending("pag.esito").corpo)["sede"] == "4900");
  BOOST_TEST(json::parse(d.pending("pag.esito").corpo)["supervisore"] == test::codice_fiscale(960));
  d.answer("pag.esito", 422, problem("sede", "operatori e direttori, e solo loro, hanno una Sede."));
  BOOST_TEST(d.find(Kind::dialog, "Abilitare questa persona?") == nullptr, "the field is under the dialog");
  BOOST_TEST(d.field("Sede").error == "operatori e direttori, e solo loro, hanno una Sede. Correggi.");
  d.select("Ruolo", "Analista del Ministero");
  d.click("Abilita");
  BOOST_TEST(d.shows("potrà entrare come Analista del Ministero dal 24/11/2026"));
  d.click_key("pag.conferma");
  for (const char* of_sede : {"sede", "supervisore"}) BOOST_TEST(!json::parse(d.pending("pag.esito").corpo).contains(of_sede));
  d.answer("pag.esito", 201, "{}");
  BOOST_TEST(d.shows("PIA XQZOLI può entrare come Analista del Ministero."));
  d.click("Revoca LIA XQZMINI");
  d.click("Revoca subito");
  BOOST_TEST(d.field("Motivo").error == "Scrivi perché: resta con l’abilitazione.");
  d.fill("Motivo", "Cambio di ufficio");
  d.click("Revoca subito");
  BOOST_TEST(d.pending("pag.esito").corpo == R"({"motivo":"Cambio di ufficio"})");
  d.answer("pag.esito", 204, "");
  d.click("Rivedi LIA XQZMINI");
  BOOST_TEST(d.shows("ha bisogno dell’accesso. Vale un anno da oggi, non oltre il 24/11/2028."));
}

BOOST_AUTO_TEST_CASE(the_log_is_filtered_turned_and_verified_in_plain_words) {
  Driver d;
  open_page(d, "sicurezza", "Registro degli accessi");
  const auto page = [](const std::string& cursor) {
    return json({{"righe",
                  {{{"numero", 7},
                    {"quando", "2026-11-24T18:02:03+01:00"},
                    {"ruolo", "operatore"},
                    {"per_conto", "4900"},
                    {"azione", "legge_domanda"},
                    {"oggetto", "/api/v1/domande/1"},
                    {"matricola", test::matricola()},
                    {"denominazione", "Officine di Prova S.r.l."},
                    {"motivo", "competenza della Sede"},
                    {"chi", "operatore-1"},
                    {"codice_fiscale", "CF"},
                    {"indirizzo", "127.0.0.1"}}}},
                 {"cursore", cursor}})
        .dump();
  };
  d.answer("pag.fonte:accessi", 200, page("dopo"));
  for (const char* said : {"24/11/2026 18:02", "operatore-1 · CF", "Operatore della Sede · 4900", "Lettura di una domanda"})
    BOOST_TEST(d.shows(said), said);
  d.fill("Dal", "ieri");
  d.click("Cerca");
  BOOST_TEST(!d.field("Dal").error.empty());
  d.fill("Dal", "1/11/2026");
  d.fill("Chi", "operatore-1");
  d.click("Cerca");
  BOOST_TEST(d.pending("pag.fonte").percorso == "/api/v1/accessi?limite=25&chi=operatore-1&dal=2026-11-01");
  d.answer("pag.fonte", 200, page("dopo"));
  d.click("Pagina successiva");
  BOOST_TEST(d.pending("pag.fonte").percorso == "/api/v1/accessi?limite=25&chi=operatore-1&dal=2026-11-01&cursore=dopo");
  d.answer("pag.fonte", 200, page(""));
  BOOST_TEST(d.get(Kind::button, "Pagina successiva").disabled);
  d.click("Pagina precedente");
  d.answer("pag.fonte", 200, page("dopo"));
  d.click("Verifica il registro");
  BOOST_TEST(d.pending("pag.esito").metodo == "GET");
  d.answer("pag.esito", 200, R"({"righe":12,"difetti":[]})");
  BOOST_TEST(d.find(Kind::status, "Il registro è intero: 12 righe, ognuna al suo posto e come è stata scritta.") != nullptr);
  d.click("Verifica il registro");
  d.answer("pag.esito", 200, R"({"righe":12,"difetti":["Riga 3: è stata cambiata."]})");
  BOOST_TEST(d.find(Kind::alert,
                    "Il registro non è intero. Non scrivere altro nell’archivio e avvisa chi lo custodisce. Riga 3: è stata "
                    "cambiata.") != nullptr);
}

BOOST_AUTO_TEST_CASE(everybody_reads_the_own_accesses_from_the_own_sessions) {
  for (const char* role :
       {"datore", "intermediario", "operatore", "direttore", "advisor", "analista", "sicurezza", "amministratore"}) {
    Driver d;
    test::log_in(d, role);
    d.click("Le tue sessioni");
    d.click("I tuoi accessi");
    d.answer("pag.file", 200, file());
    BOOST_TEST(d.title() == "I tuoi accessi", role);
    BOOST_TEST(d.pending("pag.fonte:accessi").percorso == "/api/v1/accessi/miei?limite=25", role);
    const json rows = {
        {{"numero", 9},
         {"quando", "2026-11-24T18:02:03+01:00"},
         {"ruolo", role},
         {"azione", "legge_domanda"},
         {"matricola", test::matricola()},
         {"denominazione", "Officine di Prova S.r.l."},
         {"motivo", "delega"},
         {"indirizzo", "203.0.113.9"}},
        {{"numero", 8}, {"quando", "2026-11-24T18:01:00+01:00"}, {"azione", "accesso"}, {"indirizzo", "203.0.113.9"}}};
    d.answer("pag.fonte:accessi", 200, json({{"righe", rows}, {"cursore", ""}}).dump());
    for (const std::string& said :
         {std::string("24/11/2026 18:02"), std::string("Lettura di una domanda"), std::string("203.0.113.9"),
          "Officine di Prova S.r.l. · " + test::matricola(), std::string("Ingresso")})
      BOOST_TEST(d.shows(said), role << ": " << said);
    d.fill("Dal", "20/11/2026");
    d.click("Cerca");
    BOOST_TEST(d.pending("pag.fonte:accessi").percorso == "/api/v1/accessi/miei?limite=25&dal=2026-11-20");
  }
}

BOOST_AUTO_TEST_CASE(a_flag_is_changed_after_saying_what_it_does_and_to_whom) {
  Driver d;
  open_page(d, "amministratore", "Attivazioni");
  const json row = {{"numero", 1},
                    {"funzione", "invio_domanda"},
                    {"sede", ""},
                    {"prestazione", "CIGO"},
                    {"dal", "2026-11-20"},
                    {"attiva", true},
                    {"in_vigore", true},
                    {"testo", "Dal 20/11/2026…"},
                    {"motivo", "msg. 1"},
                    {"chi", "amministratore-1"},
                    {"ruolo", "amministratore"},
                    {"quando", "2026-11-20T09:00:00+01:00"}};
  d.answer("pag.fonte:attivazioni", 200,
           json({{"righe", {row}}, {"predefinite", {{{"funzione", "invio_domanda"}, {"prestazione", "FIS"}, {"attiva", false}}}}})
               .dump());
  for (const char* said : {"In vigore", "20/11/2026 09:00", "Invio delle domande da qui", "Non attivo"})
    BOOST_TEST(d.shows(said), said);
  d.fill("Motivo", "collaudo");
  d.click("Continua");
  BOOST_TEST(d.get(Kind::select, "Da quel giorno è").error == "Scegli se attiva o sospesa.");
  d.select("Da quel giorno è", "Sospesa");
  d.click("Continua");
  BOOST_TEST(
      d.shows("Dal 24/11/2026, in ogni Sede, datori e intermediari non possono iniziare né inviare da qui domande di CIGO"));
  d.click("Annulla");
  d.fill("Sede", "4900");
  d.select("Funzione", "Procedura precedente");
  d.click("Continua");
  BOOST_TEST(d.shows("Dal 24/11/2026, nella Sede 4900, la procedura precedente per CIGO chiude"));
  d.click("Conferma il cambio");
  BOOST_TEST(json::parse(d.pending("pag.esito").corpo) == json({{"funzione", "procedura_precedente"},
                                                                {"prestazione", "CIGO"},
                                                                {"sede", "4900"},
                                                                {"attiva", false},
                                                                {"dal", "2026-11-24"},
                                                                {"motivo", "collaudo"}}));
  d.answer("pag.esito", 200, "{}");
  BOOST_TEST(d.shows("Cambio registrato: Procedura precedente, CIGO, nella Sede 4900, dal 24/11/2026."));
}

BOOST_AUTO_TEST_CASE(a_long_list_shows_twenty_rows_at_a_time) {
  Driver d;
  open_page(d, "datore", "Deleghe");
  json rows = json::array();
  for (int i = 0; i < 45; ++i) rows.push_back(delegation("d" + std::to_string(i), "attiva"));
  d.answer("pag.fonte:deleghe", 200, delegations(rows));
  BOOST_TEST(d.get(Kind::table, "Deleghe della vostra azienda").children.size() == 21U);
  BOOST_TEST(d.shows("Righe da 1 a 20; in tutto 45"));
  d.click("Pagina successiva");
  d.click("Pagina successiva");
  BOOST_TEST(d.shows("Righe da 41 a 45; in tutto 45"));
  BOOST_TEST(d.get(Kind::button, "Pagina successiva").disabled);
  d.click("Pagina precedente");
  BOOST_TEST(d.shows("Righe da 21 a 40; in tutto 45"));
}

BOOST_AUTO_TEST_CASE(one_question_at_a_time_and_an_answer_to_another_page_is_not_shown) {
  Driver d;
  open_page(d, "datore", "Registro degli accessi");
  BOOST_TEST(d.get(Kind::button, "Cerca").disabled);
  const std::string rows = R"({"righe":[{"numero":1,"ruolo":"operatore"}],"cursore":""})";
  d.send(app::HttpAnswer{"pag.fonte:accessi/sicurezza.accessi", 200, rows});
  BOOST_TEST(d.find(Kind::table, "Accessi ai vostri dati") == nullptr);
  d.answer("pag.fonte:accessi", 200, rows);
  BOOST_TEST(d.find(Kind::table, "Accessi ai vostri dati") != nullptr);
  BOOST_TEST(!d.get(Kind::button, "Cerca").disabled);
}

BOOST_AUTO_TEST_CASE(nothing_of_a_page_is_left_for_who_comes_next) {
  Driver d;
  employer_delegations(d);
  d.fill("Codice fiscale dell’intermediario", test::codice_fiscale(905));
  d.click("Esci");
  BOOST_TEST(d.model.pagina.fonti.empty());
  BOOST_TEST(d.model.pagina.valori.empty());
}

BOOST_AUTO_TEST_SUITE_END()
