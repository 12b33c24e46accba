#include "server/services/segnatura.hpp"

#include <boost/test/unit_test.hpp>
#include <vector>

#include "server/services/istruttoria/richieste.hpp"
#include "server/services/refusal.hpp"
#include "server/store/office_store.hpp"
#include "server/store/segnature_store.hpp"
#include "shared/norms/norms.hpp"
#include "tests/unit/server/store/plain_domanda.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia;

// An office with a demonstration seal, which notes what it is told.
struct Sede {
  tests::TemporaryFolder folder;
  store::Db db{folder.file("omnia.db")};
  std::vector<std::string> told;
  services::Office office{
      db,
      services::Clock(domain::Date::of(2026, 11, 24)),
      identity::Sessions(db, {}),
      nullptr,
      {services::PdfCheck(OMNIA_PDF_CHECK), services::Antivirus("")},
      std::make_shared<documents::Sigillo>(documents::Sigillo::dimostrativo(folder.file("sigillo.pem"), services::Clock().now())),
      {},
      [this](std::string_view what, std::string_view why) { told.push_back(std::string(what) + ": " + std::string(why)); }};

  store::DomandaIntera registered(const std::string& impronta) {
    store::DomandaIntera out;
    out.riga.id = "d1";
    out.riga.sede = "4900";
    out.riga.codice_fiscale = "01234567890";
    out.riga.denominazione = "OFFICINE SRL";
    out.impronta = impronta;
    out.riga.protocollo = db.write([&](store::Connection& w) {
      return store::registra_protocollo(w, "4900", domain::Date::of(2026, 11, 24), "2026-11-24T10:00:00+01:00", "Domanda",
                                        std::string(64, '0'));
    });
    return out;
  }
  bool sealed(const store::DomandaIntera& domanda) {
    db.write([&](store::Connection& w) { services::seal_domanda(office, w, domanda); });
    return db.read([&](store::Connection& r) { return store::find_segnatura(r, domanda.riga.protocollo); }).has_value();
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(services_segnatura)

BOOST_AUTO_TEST_CASE(a_registration_whose_seal_fails_holds_and_is_told) {
  Sede sede;
  BOOST_TEST(!sede.sealed(sede.registered("not a digest")));
  BOOST_REQUIRE(sede.told.size() == 1);
  BOOST_TEST(sede.told.front().rfind("domanda: ", 0) == 0, sede.told.front());
}

BOOST_AUTO_TEST_CASE(a_seal_that_is_over_is_told_at_each_registration) {
  Sede sede;
  sede.office.sigillo = std::make_shared<documents::Sigillo>();  // valid at no time
  BOOST_TEST(!sede.sealed(sede.registered(std::string(64, 'a'))));
  const std::vector<std::string> expected = {"domanda: il certificato del sigillo non è valido"};
  BOOST_TEST(sede.told == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_a_seal_that_holds_and_of_an_office_without_nobody_is_told) {
  Sede sede;
  BOOST_TEST(sede.sealed(sede.registered(std::string(64, 'a'))));
  sede.office.sigillo = nullptr;
  BOOST_TEST(!sede.sealed(sede.registered(std::string(64, 'a'))));
  BOOST_TEST(sede.told.empty());
}

BOOST_AUTO_TEST_CASE(a_request_whose_seal_fails_holds_and_is_told) {
  Sede sede;
  const auto domanda = sede.registered(std::string(64, 'a'));
  store::RichiestaIntegrazione request;
  const auto sealed = [&](const std::string& documento) {
    request.protocollo = sede.registered("x").riga.protocollo;
    request.documento = documento;
    return sede.db.write([&](store::Connection& w) {
      services::seal_request(sede.office, w, domanda.riga, request);
      return store::find_segnatura(w, request.protocollo).has_value();
    });
  };
  BOOST_TEST(!sealed("not a digest"));
  BOOST_REQUIRE(sede.told.size() == 1);
  BOOST_TEST(sede.told.front().rfind("richiesta: ", 0) == 0, sede.told.front());
  BOOST_TEST(sealed(std::string(64, 'b')));
  BOOST_TEST(sede.told.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_request_registered_when_none_was_made_has_neither_document_nor_segnatura) {
  Sede sede;
  const auto day = domain::Date::of(2026, 11, 24);
  sede.db.write([&](store::Connection& w) {
    store::insert_domanda(w, tests::plain_domanda(w, "d-1", day), {}, {});
    store::RichiestaIntegrazione request;
    request.stato = "inviata";
    request.protocollo = store::registra_protocollo(w, "4900", day, "x", "Richiesta", "x");
    request.elementi = R"(["Bilancio"])";
    request.canale = "pec";
    request.inviata_da = "operatore-1";
    request.inviata_il = day.iso();
    store::insert_richiesta(w, "d-1", request);
    const auto told = services::richieste_json(sede.office, w, store::list_richieste(w, "d-1"));
    BOOST_TEST(told[0]["documento"] == "");
    BOOST_TEST(told[0]["segnatura"] == false);
  });
  const auto of_before = [](const services::Refusal& r) { return r.codice == "richiesta.senza_documento"; };
  BOOST_CHECK_EXCEPTION(services::read_request(sede.office, "d-1", "1"), services::Refusal, of_before);
  BOOST_CHECK_EXCEPTION(services::read_segnatura_richiesta(sede.office, "d-1", "1"), services::Refusal, of_before);
  const auto unknown = [](const services::Refusal& r) { return r.codice == "richiesta.non_trovata"; };
  BOOST_CHECK_EXCEPTION(services::read_request(sede.office, "d-1", "2"), services::Refusal, unknown);
}

BOOST_AUTO_TEST_SUITE_END()
