#include "server/store/registry_store.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "server/store/search_key.hpp"
#include "shared/wire/wire.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"
#include "tools/demo/demo.hpp"
#include "tools/demo/registry_of.hpp"

using namespace omnia;
using test::Registro;

namespace {

const domain::Date kOggi = domain::Date::of(2026, 11, 24);

demo::Options small() {
  demo::Options options;
  options.seed = 5;
  options.companies = 24;
  options.months = 8;
  return options;
}

void import_demo(Registro& registro, const demo::Options& options) {
  test::Folder folder;
  demo::generate(options, [&](const std::string& path, const std::string& content) { folder.write(path, content); });
  const auto report = uniemens::import_paths(registro.db, {folder.path()}, {});
  BOOST_TEST(report.testo().find("Nessun rifiuto.") != std::string::npos, report.testo());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(registry_store)

BOOST_AUTO_TEST_CASE(what_was_generated_is_what_is_loaded) {
  Registro registro;
  const auto options = small();
  import_demo(registro, options);
  const auto world = demo::make_world(options);
  for (const auto& azienda : world.aziende) {
    const auto loaded = store::load_registry(registro.db, azienda.matricola, kOggi);
    BOOST_REQUIRE(loaded.has_value());
    const auto expected = demo::registry_of(world, azienda, kOggi);
    BOOST_TEST((*loaded == expected), azienda.denominazione + "\n" + wire::write(*loaded) + "\n" + wire::write(expected));
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_matricola_has_no_registry) {
  Registro registro;
  BOOST_TEST(!store::load_registry(registro.db, "4977777750", kOggi).has_value());
}

BOOST_AUTO_TEST_CASE(a_position_known_from_uniemens_only_has_units_and_no_csc) {
  Registro registro;
  registro.xml(test::sample());
  const auto loaded = store::load_registry(registro.db, "4977777750", kOggi);
  BOOST_REQUIRE(loaded.has_value());
  BOOST_TEST(loaded->posizione.csc == "");
  BOOST_TEST(loaded->posizione.sede == "4900");
  BOOST_TEST(loaded->ultimo_uniemens->iso() == "2026-02");
  BOOST_REQUIRE(loaded->unita_produttive.size() == 2);
  BOOST_TEST(loaded->unita_produttive[1].progressivo == 1);
  BOOST_TEST(loaded->posizione.forza.front().forza_centesimi == 50);
}

BOOST_AUTO_TEST_CASE(domande_filed_here_are_part_of_the_registry) {
  Registro registro;
  registro.xml(test::sample());
  registro.db.write([](SQLite::Database& w) {
    w.exec(
        "INSERT INTO protocolli(sede, anno, numero, protocollo, registrato_il, oggetto, impronta) VALUES ('4900', 2026, 1, "
        "'INPS.4900.20/11/2026.0000001', '2026-11-20T10:00:00+01:00', 'prova', "
        "'x')");
    w.exec(
        "INSERT INTO domande (id, protocollo, matricola, codice_fiscale, denominazione, unita_produttiva, causale, nome_causale, "
        "dal, al, settimane, "
        "ore_centesimi, lavoratori, data_invio, inviata_il, sede, stato, avvisi, forzata, ultimo_giorno_decisione, bozza, "
        "impronta, esame, "
        "norme_versione, impronta_registro, avvisi_accettati, inviata_da, inviata_da_nome, inviata_da_cognome, inviata_da_ruolo) "
        "VALUES ('d1', "
        "'INPS.4900.20/11/2026.0000001', '4977777750', '77777771005', 'OFFICINE', 1, 'MANC_LAVORO', 'Mancanza', '2026-11-16', "
        "'2026-11-29', 2, "
        "160000, 2, '2026-11-20', '2026-11-20T10:00:00+01:00', '4900', 'protocollata', 0, 0, '2026-12-20', '{}', '" +
        std::string(64, 'a') +
        "', '{}', '1', 'x', "
        "'[]', 'datore', "
        "'A', 'B', 'datore')");
    w.exec("INSERT INTO domande_lavoratori VALUES ('d1', 'XQZWKJ85A01H501M'), ('d1', 'QZXJWK92D30F205Y')");
  });
  const auto loaded = store::load_registry(registro.db, "4977777750", kOggi);
  BOOST_REQUIRE(loaded->domande.size() == 1);
  const auto& domanda = loaded->domande.front();
  BOOST_TEST(domanda.protocollo == "INPS.4900.20/11/2026.0000001");
  BOOST_TEST(domanda.unita_produttiva == 1);
  BOOST_TEST(domanda.periodo.al.iso() == "2026-11-29");
  BOOST_TEST(domanda.ore_centesimi == 160000);
  BOOST_TEST(domanda.lavoratori == (std::vector<std::string>{"QZXJWK92D30F205Y", "XQZWKJ85A01H501M"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(search_finds_by_matricola_code_and_name_without_accents) {
  Registro registro;
  registro.file("aziende.csv",
                "matricola;codice_fiscale;denominazione;csc\n4977777750;77777771005;Città di "
                "Šarić;10604\n1877777729;77777771203;Alfa;10604\n"
                "8177777792;XQZWKJ85A01H501M;Beta;10604\n");
  const auto found = [&](const std::string& text) {
    std::string names;
    for (const auto& row : store::search_posizioni(registro.db, text, std::nullopt, kOggi, "", 10).righe)
      names += row.denominazione + "|";
    return names;
  };
  BOOST_TEST(found("") == "Alfa|Beta|Città di Šarić|");
  BOOST_TEST(found("citta DI saric") == "Città di Šarić|");
  BOOST_TEST(found("Šarić") == "Città di Šarić|");
  BOOST_TEST(found("1877") == "Alfa|");
  BOOST_TEST(found("xqzwkj") == "Beta|");
  BOOST_TEST(found("7777777") == "Alfa|Città di Šarić|");
  BOOST_TEST(found("%") == "");
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_and_stay_within_what_is_allowed) {
  Registro registro;
  import_demo(registro, small());
  std::vector<std::string> all, paged;
  for (const auto& row : store::search_posizioni(registro.db, "", std::nullopt, kOggi, "", 1000).righe)
    all.push_back(row.matricola);
  BOOST_TEST(all.size() == 24);
  std::string cursor;
  do {
    const auto page = store::search_posizioni(registro.db, "", std::nullopt, kOggi, cursor, 7);
    BOOST_TEST(page.righe.size() <= 7);
    for (const auto& row : page.righe) paged.push_back(row.matricola);
    cursor = page.cursore;
  } while (!cursor.empty());
  BOOST_TEST(paged == all, boost::test_tools::per_element());
  BOOST_TEST(store::search_posizioni(registro.db, "", store::Ambito{}, kOggi, "", 10).righe.empty());
  // A cursor that was never given is the first page.
  BOOST_TEST(store::search_posizioni(registro.db, "", std::nullopt, kOggi, "zz!!", 1).righe.front().matricola == all[0]);
}

BOOST_AUTO_TEST_CASE(everybody_finds_only_what_they_reach) {
  using store::Relazione;
  Registro registro;
  import_demo(registro, small());
  const auto all = store::search_posizioni(registro.db, "", std::nullopt, kOggi, "", 1000).righe;
  const auto found = [&](const store::Ambito& ambito) {
    std::vector<std::string> matricole;
    for (const auto& row : store::search_posizioni(registro.db, "", ambito, kOggi, "", 1000).righe)
      matricole.push_back(row.matricola);
    std::sort(matricole.begin(), matricole.end());
    return matricole;
  };
  const auto reached = [&](const store::Ambito& ambito) { return store::list_matricole(registro.db, ambito, kOggi); };
  std::set<std::string> sedi;
  for (const auto& row : all) sedi.insert(row.sede);
  BOOST_REQUIRE(sedi.size() > 1);
  std::size_t of_all = 0;
  for (const auto& sede : sedi) {
    const store::Ambito ambito{Relazione::della_sede, sede};
    BOOST_TEST(found(ambito) == reached(ambito), boost::test_tools::per_element());
    of_all += found(ambito).size();
  }
  BOOST_TEST(of_all == all.size());
  const store::Ambito own{Relazione::propria, all.front().codice_fiscale};
  BOOST_TEST(found(own) == reached(own), boost::test_tools::per_element());
  BOOST_TEST(!found(own).empty());
  std::size_t delegated = 0;
  const auto world = demo::make_world(small());
  for (const auto& delega : world.deleghe) {
    const store::Ambito ambito{Relazione::delegata, delega.intermediario_cf};
    BOOST_TEST(found(ambito) == reached(ambito), boost::test_tools::per_element());
    delegated += found(ambito).size();
  }
  BOOST_TEST(delegated > 0);
}

BOOST_AUTO_TEST_CASE(search_keys_lose_case_and_accents) {
  BOOST_TEST(store::search_key("  Żółty   ČEVAPI Đurić's  ") == "zolty cevapi duric's");
}

BOOST_AUTO_TEST_SUITE_END()
