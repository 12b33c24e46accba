// Wrong states cannot be written, whoever writes them.
#include "server/store/istruttoria_store.hpp"

#include <boost/test/unit_test.hpp>

#include "server/store/office_store.hpp"
#include "shared/norms/sha256.hpp"
#include "tests/unit/server/identity/office_fixture.hpp"
#include "tests/unit/server/store/plain_domanda.hpp"

namespace {

using namespace omnia::store;
using omnia::domain::Date;

const Date kDay = Date::of(2026, 11, 24);

struct Desk : omnia::tests::OfficeFixture {
  Desk() {
    db.write([](SQLite::Database& w) { file(w, "d-1", kDay); });
  }
  static void file(SQLite::Database& w, const std::string& id, Date day) {
    insert_domanda(w, omnia::tests::plain_domanda(w, id, day), {"XQZWKJ85A01H501M"}, {});
  }
  // What the database says of a statement; empty when it takes it.
  std::string refusal(const std::string& sql) {
    try {
      db.write([&](SQLite::Database& w) { w.exec(sql); });
    } catch (const SQLite::Exception& e) {
      return e.what();
    }
    return {};
  }
  void in_charge() { BOOST_TEST(refusal("UPDATE domande SET assegnata_a = 'operatore-1', stato = 'in_istruttoria'") == ""); }
  static std::string act(const std::string& columns, const std::string& values) {
    return "INSERT INTO provvedimenti(domanda_id, n, settimane, ore_centesimi, lavoratori, contenuto, proposto_da_nome, "
           "proposto_il" +
           columns + ") VALUES('d-1', 1, 2, 8000, 1, '{}', 'EVA', 'x'" + values + ")";
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(store_istruttoria)

BOOST_FIXTURE_TEST_CASE(a_domanda_moves_only_as_the_table_of_transitions_says, Desk) {
  BOOST_TEST(refusal("UPDATE domande SET stato = 'accolta', assegnata_a = 'x'") == "passaggio di stato non previsto");
  BOOST_TEST(refusal("UPDATE domande SET stato = 'in_istruttoria'") != "");  // in charge of nobody
  in_charge();
  BOOST_TEST(refusal("UPDATE domande SET stato = 'in_firma'") == "");
  BOOST_TEST(refusal("UPDATE domande SET stato = 'in_attesa'") == "passaggio di stato non previsto");
  BOOST_TEST(refusal("UPDATE domande SET stato = 'boh'") != "");
  BOOST_TEST(refusal("UPDATE domande SET stato = 'accolta'") == "");
  BOOST_TEST(refusal("UPDATE domande SET stato = 'in_firma'") == "passaggio di stato non previsto");
}

BOOST_FIXTURE_TEST_CASE(what_was_filed_can_be_neither_changed_nor_deleted, Desk) {
  for (const char* change :
       {"bozza = '{}'", "protocollo = 'x'", "al = '2027-01-31'", "ore_centesimi = 1", "sede = '1800'", "inviata_da = 'x'"}) {
    BOOST_TEST(refusal(std::string("UPDATE domande SET ") + change) == "domanda non modificabile", change);
  }
  BOOST_TEST(refusal("DELETE FROM domande") == "domanda non cancellabile");
}

BOOST_FIXTURE_TEST_CASE(a_domanda_is_born_at_the_protocol_with_days_that_are_in_order, Desk) {
  const auto with = [&](const std::string& column, const std::string& value) {
    return refusal(
        "INSERT INTO protocolli(sede, anno, numero, protocollo, registrato_il, oggetto, impronta) VALUES('4900', 2026, 2, 'p-2', "
        "'x', 'x', 'x');"
        "CREATE TEMP TABLE copia AS SELECT * FROM domande; UPDATE copia SET numero = 2, id = 'd-2', protocollo = 'p-2', " +
        column + " = " + value + "; INSERT INTO domande SELECT * FROM copia");
  };
  BOOST_TEST(with("stato", "'accolta', assegnata_a = 'x'") == "una domanda nasce protocollata");
  BOOST_TEST(with("al", "'2026-11-01'").find("CHECK constraint failed") == 0U);
  BOOST_TEST(with("data_invio", "'2026-11-25'").find("CHECK constraint failed") == 0U);
  BOOST_TEST(with("lavoratori", "-1").find("CHECK constraint failed") == 0U);
  BOOST_TEST(with("matricola", "'49'").find("CHECK constraint failed") == 0U);
  BOOST_TEST(with("avvisi", "0") == "");
}

BOOST_FIXTURE_TEST_CASE(an_act_has_two_pairs_of_eyes_and_all_of_its_signature_or_none, Desk) {
  in_charge();
  const std::string columns = ", tipo, stato, dal, al, proposto_da";
  const std::string values = ", 'accoglimento', 'in_firma', '2026-11-23', '2026-12-06', 'operatore-1'";
  BOOST_TEST(refusal(act(columns + ", precedente", values + ", 1")).find("CHECK constraint failed") == 0U);
  BOOST_TEST(
      refusal(act(", tipo, stato, proposto_da", ", 'accoglimento', 'in_firma', 'operatore-1'")).find("CHECK constraint failed") ==
      0U);
  BOOST_TEST(
      refusal(act(", tipo, stato, proposto_da", ", 'rettifica', 'in_firma', 'operatore-1'")).find("CHECK constraint failed") ==
      0U);
  BOOST_TEST(refusal(act(columns, values)) == "");
  BOOST_TEST(
      refusal("INSERT INTO provvedimenti SELECT domanda_id, 2, tipo, stato, precedente, dal, al, settimane, ore_centesimi, "
              "lavoratori, contenuto, proposto_da, proposto_da_nome, proposto_il, rinviato_da, motivo_rinvio, firmato_da, "
              "firmato_da_nome, firmato_il, numero, protocollo, documento FROM provvedimenti")
          .find("UNIQUE constraint failed") == 0U);  // one at a time waits for the signature
  const std::string digest = std::string(64, 'a');
  BOOST_TEST(refusal("INSERT INTO contenuti VALUES('" + digest + "', 1, 'non_attivo', x'00')") == "");
  const auto sign = [&](const std::string& who) {
    return refusal("UPDATE provvedimenti SET stato = 'firmato', firmato_da = '" + who +
                   "', firmato_il = 'x', numero = '490000000001', "
                   "protocollo = 'INPS.4900.24/11/2026.0000001', documento = '" +
                   digest + "'");
  };
  BOOST_TEST(sign("operatore-1").find("CHECK constraint failed") == 0U);
  BOOST_TEST(refusal("UPDATE provvedimenti SET stato = 'firmato'").find("CHECK constraint failed") == 0U);
  BOOST_TEST(refusal("UPDATE provvedimenti SET firmato_da = 'direttore-1'").find("CHECK constraint failed") == 0U);
  BOOST_TEST(refusal("UPDATE provvedimenti SET stato = 'rinviato'").find("CHECK constraint failed") == 0U);  // without a reason
  BOOST_TEST(sign("direttore-1") == "");
  BOOST_TEST(refusal("UPDATE provvedimenti SET numero = '490000000002'") == "atto firmato");
  BOOST_TEST(refusal("UPDATE provvedimenti SET contenuto = '{\"x\":1}'") == "atto non modificabile");
  BOOST_TEST(refusal("UPDATE provvedimenti SET stato = 'in_firma'") == "passaggio di stato non previsto");
  BOOST_TEST(refusal("DELETE FROM provvedimenti") == "atto non cancellabile");
}

BOOST_FIXTURE_TEST_CASE(a_request_has_its_term_with_its_delivery_and_one_alone_stops_the_clock, Desk) {
  in_charge();
  RichiestaIntegrazione request;
  request.stato = "inviata";
  request.elementi = R"(["Bilancio"])";
  request.canale = "pec";
  request.sospende = true;
  request.inviata_da = "operatore-1";
  request.inviata_il = kDay.iso();
  const auto send = [&] {
    return db.write([&](SQLite::Database& w) {
      request.protocollo = registra_protocollo(w, "4900", kDay, "x", "Richiesta", "x");
      return insert_richiesta(w, "d-1", request);
    });
  };
  request.documento = std::string(64, 'a');
  BOOST_CHECK_THROW(send(), SQLite::Exception);  // which is not in the archive
  AllegatoDaSalvare letter;
  letter.contenuto = "lettera";
  letter.impronta = request.documento;
  db.write([&](SQLite::Database& w) { put_contenuto(w, letter); });
  BOOST_TEST(send() == 1);
  BOOST_TEST(db.read([](SQLite::Database& r) { return list_richieste(r, "d-1"); }).at(0).documento == request.documento);
  BOOST_TEST(refusal("UPDATE documenti_richieste SET impronta = 'x'") == "documento non modificabile");
  BOOST_TEST(refusal("DELETE FROM documenti_richieste") == "documento non cancellabile");
  request.documento.clear();
  BOOST_CHECK_THROW(send(), SQLite::Exception);
  request.sospende = false;
  BOOST_TEST(send() == 2);
  BOOST_TEST(refusal("UPDATE richieste_integrazione SET stato = 'consegnata' WHERE n = 1").find("CHECK constraint failed") == 0U);
  BOOST_TEST(refusal("UPDATE richieste_integrazione SET stato = 'risposta', risposta_il = '2026-11-25' WHERE n = 1") ==
             "passaggio di stato non previsto");
  BOOST_TEST(refusal("UPDATE richieste_integrazione SET stato = 'consegnata', consegnata_il = '2026-11-20', prova_consegna = "
                     "'x', scadenza = "
                     "'2026-12-05' WHERE n = 1")
                 .find("CHECK constraint failed") == 0U);  // before it was sent
  BOOST_TEST(refusal("UPDATE richieste_integrazione SET stato = 'consegnata', consegnata_il = '2026-11-25', prova_consegna = "
                     "'x', scadenza = "
                     "'2026-12-10' WHERE n = 1") == "");
}

BOOST_FIXTURE_TEST_CASE(each_operator_s_load_counts_what_is_open_due_and_late, Desk) {
  in_charge();
  const auto load = [&](Date oggi) {
    const auto rows = db.read([&](SQLite::Database& r) { return list_carichi(r, "4900", oggi); });
    BOOST_REQUIRE(rows.size() == 1U);
    return std::to_string(rows[0].aperte) + " " + std::to_string(rows[0].in_scadenza) + " " + std::to_string(rows[0].scadute);
  };
  BOOST_TEST(load(kDay) == "1 0 0");
  BOOST_TEST(load(kDay + 70) == "1 1 0");
  BOOST_TEST(load(kDay + 76) == "1 0 1");
}

BOOST_FIXTURE_TEST_CASE(other_domande_of_the_same_workers_on_the_same_days_are_found, Desk) {
  db.write([](SQLite::Database& w) { file(w, "d-2", kDay); });
  const auto found = db.read([](SQLite::Database& r) { return list_altre_domande(r, "d-2"); });
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found[0].protocollo == "INPS.4900.24/11/2026.0000001");
  BOOST_TEST(found[0].lavoratori == 1);
}

BOOST_FIXTURE_TEST_CASE(the_number_of_an_act_leaves_out_those_that_authorisations_have, Desk) {
  db.write([](SQLite::Database& w) {
    w.exec("INSERT INTO unita_produttive(matricola, progressivo) VALUES('4977777750', 0)");
    w.exec(
        "INSERT INTO autorizzazioni(numero, matricola, unita_produttiva, prestazione, stato, dal, al) VALUES('490000000002', "
        "'4977777750', 0, 'CIGO', 'autorizzata', '2026-01-05', '2026-01-11')");
    BOOST_TEST(next_numero_provvedimento(w, "4900") == "490000000001");
    BOOST_TEST(next_numero_provvedimento(w, "4900") == "490000000003");
    BOOST_TEST(next_numero_provvedimento(w, "1800") == "180000000001");
  });
}

BOOST_AUTO_TEST_SUITE_END()
