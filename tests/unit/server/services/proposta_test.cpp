// What the facts of a fascicolo suggest, and what the checks say of them.
#include "server/services/istruttoria/proposta.hpp"

#include <boost/test/unit_test.hpp>

#include "server/services/istruttoria/atto.hpp"
#include "server/services/istruttoria/controlli.hpp"
#include "server/services/istruttoria/richieste.hpp"
#include "tests/unit/core/review/base.hpp"

namespace {

using namespace omnia;
using services::Fascicolo;
using test::day;

const norms::Norms& law() { return norms::Norms::builtin(); }

// Two weeks from Monday 16 November, filed on the 24th.
Fascicolo fascicolo(domain::Draft draft = test::clean_draft(), domain::Registry registry = test::clean_registry(),
                    domain::Date sent = test::kOggi) {
  Fascicolo f;
  auto& riga = f.domanda.riga;
  riga.protocollo = "INPS.7000.24/11/2026.0000001";
  riga.matricola = registry.posizione.matricola;
  riga.codice_fiscale = registry.posizione.codice_fiscale;
  riga.denominazione = registry.posizione.denominazione;
  riga.sede = "7000";
  riga.unita_produttiva = 1;
  riga.nome_causale = "Mancanza di lavoro o di commesse";
  riga.dal = draft.periodo.dal->iso();
  riga.al = draft.periodo.al->iso();
  riga.settimane = static_cast<std::int64_t>(draft.periodo.settimane.size());
  for (const auto& week : draft.periodo.settimane) riga.ore_centesimi += week.ore->centesimi;
  riga.lavoratori = static_cast<std::int64_t>(draft.lavoratori.beneficiari.size());
  riga.data_invio = sent.iso();
  f.esame = rules::review(draft, registry, law(), sent);
  f.bozza = std::move(draft);
  f.registro = std::move(registry);
  return f;
}

// CIGO authorised on the same UP for so many weeks that end just before the domanda.
domain::Registry used(int weeks, std::int64_t hours = 0) {
  domain::Registry registry = test::clean_registry();
  domain::Autorizzazione one;
  one.numero = "700000000001";
  one.unita_produttiva = 1;
  one.prestazione = "CIGO";
  one.causale = "MANC_LAVORO";
  one.periodo = {day("2026-11-16") - 7 * weeks, day("2026-11-15")};
  one.ore_centesimi = hours;
  registry.autorizzazioni.push_back(one);
  return registry;
}

std::string of(const std::vector<store::Controllo>& checks, const std::string& codice) {
  for (const auto& one : checks) {
    if (one.codice == codice) return one.esito;
  }
  return "assente";
}

std::string codes(const services::Proposta& p) {
  std::string text;
  for (const auto& one : p.motivi) text += one.codice + " ";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(services_proposta)

BOOST_AUTO_TEST_CASE(a_domanda_in_order_is_proposed_whole_with_its_motivation_half_written) {
  const Fascicolo f = fascicolo();
  const auto p = services::propose_decision(f, law());
  BOOST_TEST(p.tipo == "accoglimento");
  BOOST_TEST(p.periodo->dal.iso() == f.riga().dal);
  BOOST_TEST(p.periodo->al.iso() == f.riga().al);
  BOOST_TEST(p.ore_centesimi == f.riga().ore_centesimi);
  BOOST_TEST(p.lavoratori == f.riga().lavoratori);
  BOOST_TEST(p.esclusioni.empty());
  BOOST_TEST(p.motivazione.fatti.find("Con la domanda INPS.7000.24/11/2026.0000001 del 24/11/2026 Officine di Prova S.r.l.") ==
             0U);
  BOOST_TEST(p.motivazione.documenti.find("denunce UniEmens fino a 10/2026") != std::string::npos);
  BOOST_TEST(p.motivazione.conclusione.find("Ricorrono i presupposti: si autorizzano 2 settimane dal 16/11/2026 al 29/11/2026") ==
             0U);
}

BOOST_AUTO_TEST_CASE(a_late_domanda_loses_the_weeks_before_the_first_day_and_one_all_too_late_is_refused) {
  const auto late = services::propose_decision(fascicolo(test::clean_draft(), test::clean_registry(), day("2026-12-04")), law());
  BOOST_TEST(late.tipo == "accoglimento_parziale");
  BOOST_TEST(late.settimane == 1);
  BOOST_TEST(late.periodo->dal.iso() == "2026-11-23");
  BOOST_TEST(
      late.esclusioni.front() ==
      "Sono escluse le ore prima del 23/11/2026: la domanda è stata presentata il 04/12/2026, dopo il termine del 01/12/2026 "
      "(art. 15 c. 3 D.Lgs. 148/2015).");
  const auto lost = services::propose_decision(fascicolo(test::clean_draft(), test::clean_registry(), day("2027-01-15")), law());
  BOOST_TEST(lost.tipo == "reiezione");
  BOOST_TEST(codes(lost) == "tardiva ");
  BOOST_TEST(!lost.periodo.has_value());
  BOOST_TEST(lost.motivazione.conclusione.find("La domanda è respinta. L’intero periodo precede il") == 0U);
}

BOOST_AUTO_TEST_CASE(weeks_beyond_the_limits_of_duration_are_left_out) {
  const auto part = services::propose_decision(fascicolo(test::clean_draft(), used(51)), law());
  BOOST_TEST(part.tipo == "accoglimento_parziale");
  BOOST_TEST(part.settimane == 1);
  BOOST_TEST(part.periodo->al.iso() == "2026-11-22");
  BOOST_TEST(!part.esclusioni.empty());
  const Fascicolo full = fascicolo(test::clean_draft(), used(52));
  const auto none = services::propose_decision(full, law());
  BOOST_TEST(none.tipo == "reiezione");
  BOOST_TEST(codes(none).find("limiti_durata") == 0U);
  const auto checks = services::run_checks(full.bozza, full.registro, full.esame);
  BOOST_TEST(of(checks, "biennio") == "bloccante");
  BOOST_TEST(of(checks, "inquadramento") == "ok");
}

BOOST_AUTO_TEST_CASE(hours_beyond_the_third_are_left_out) {
  // 20 heads x 40 hours x 104 weeks = 83,200 workable hours, a third of which is 27,733.33.
  const Fascicolo f = fascicolo(test::clean_draft(), used(4, 2765000));
  const auto p = services::propose_decision(f, law());
  BOOST_TEST(p.tipo == "accoglimento_parziale");
  BOOST_TEST(p.settimane == 2);
  BOOST_TEST(p.ore_centesimi < f.riga().ore_centesimi);
  BOOST_TEST(p.ore_centesimi > 0);
  BOOST_TEST(of(services::run_checks(f.bozza, f.registro, f.esame), "terzo_ore") == "attenzione");
}

BOOST_AUTO_TEST_CASE(workers_who_cannot_be_authorised_are_left_out_and_the_act_names_their_rows_alone) {
  domain::Draft draft = test::clean_draft();
  draft.lavoratori.beneficiari[2].qualifica = "dirigente";
  const auto part = services::propose_decision(fascicolo(draft), law());
  BOOST_TEST(part.tipo == "accoglimento_parziale");
  BOOST_TEST(part.lavoratori == 9);
  BOOST_TEST(part.ore_centesimi == 28800);
  BOOST_TEST(part.lavoratori_esclusi.front().codice_fiscale == test::codice_fiscale(2));
  BOOST_TEST(part.esclusioni.front() ==
             "È escluso il lavoratore alla riga 3 dell’elenco: i dirigenti non possono essere beneficiari (art. 1 c. 1 D.Lgs. "
             "148/2015).");
  BOOST_TEST(part.motivazione.conclusione ==
             "La domanda è accolta in parte: si autorizzano 2 settimane dal 16/11/2026 al 29/11/2026, per 288,00 ore e 9 "
             "lavoratori. È escluso il lavoratore alla riga 3 dell’elenco: i dirigenti non possono essere beneficiari (art. 1 c. "
             "1 D.Lgs. 148/2015).");
  for (auto& one : draft.lavoratori.beneficiari) one.qualifica = "dirigente";
  const auto none = services::propose_decision(fascicolo(draft), law());
  BOOST_TEST(none.tipo == "reiezione");
  BOOST_TEST(codes(none) == "lavoratori ");
  BOOST_TEST(none.motivazione.conclusione ==
             "La domanda è respinta. Sono esclusi i lavoratori alle righe 1–10 dell’elenco: i dirigenti non possono essere "
             "beneficiari.");
}

BOOST_AUTO_TEST_CASE(a_company_outside_the_field_of_cigo_is_refused_and_the_check_quotes_its_note) {
  domain::Registry shop = test::clean_registry();
  shop.posizione.csc = "70101";
  shop.posizione.ateco2007 = "477110";
  domain::Draft draft = test::clean_draft();
  draft.forzata = true;
  draft.nota_forzatura = "Variazione in corso.";
  const Fascicolo f = fascicolo(draft, shop);
  BOOST_TEST(codes(services::propose_decision(f, law())).find("inquadramento") == 0U);
  const auto checks = services::run_checks(f.bozza, f.registro, f.esame);
  BOOST_TEST(of(checks, "inquadramento") == "bloccante");
  BOOST_TEST(checks[0].spiegazione.find("L’azienda ha proseguito lo stesso: «Variazione in corso.»") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(other_domande_with_the_same_workers_are_named) {
  BOOST_TEST(services::check_other_domande({}).esito == "ok");
  const auto check = services::check_other_domande({{"INPS.4900.24/11/2026.0000002", "", "", "", "", "", "omnia", "", 3}});
  BOOST_TEST(check.esito == "attenzione");
  BOOST_TEST(check.spiegazione == "3 lavoratori sono anche nella domanda INPS.4900.24/11/2026.0000002.");
}

BOOST_AUTO_TEST_CASE(silence_is_a_request_delivered_whose_term_is_over) {
  store::RichiestaIntegrazione request;
  request.protocollo = "INPS.7000.24/11/2026.0000005";
  request.stato = "inviata";
  BOOST_TEST(!services::is_unanswered(request, day("2027-01-01")));
  request.stato = "consegnata";
  request.consegnata_il = "2026-11-24";
  request.scadenza = "2026-12-09";
  BOOST_TEST(!services::is_unanswered(request, day("2026-12-09")));
  BOOST_TEST(services::is_unanswered(request, day("2026-12-10")));
  BOOST_TEST(
      services::unanswered_text({request}, day("2026-12-10")) ==
      "Alla richiesta di integrazione INPS.7000.24/11/2026.0000005, consegnata il 24/11/2026 con termine il 09/12/2026, non è "
      "pervenuta risposta.");
  request.stato = "risposta";
  BOOST_TEST(services::unanswered_text({request}, day("2026-12-10")).empty());
}

BOOST_AUTO_TEST_CASE(an_act_of_direct_payment_names_its_own_forfeiture) {
  domain::Draft draft = test::clean_draft();
  draft.pagamento.modalita = domain::ModalitaPagamento::diretto;
  const Fascicolo f = fascicolo(draft);
  store::Provvedimento act;
  act.tipo = "accoglimento";
  act.dal = f.riga().dal;
  act.al = f.riga().al;
  act.settimane = 2;
  act.firmato_il = "2026-11-24T12:00:00+01:00";
  act.contenuto =
      R"({"motivazione":{"fatti":"F","documenti":"D","norma":"N","conclusione":"C"},"esclusioni":[],"mancata_risposta":""})";
  std::string text;
  for (const auto& block : services::act_document(f, act, law(), test::kOggi).blocchi) {
    if (const auto* table = std::get_if<documents::Dati>(&block)) {
      for (const auto& [term, value] : table->voci) text += term + ": " + value + "\n";
    }
  }
  BOOST_TEST(text.find("Pagamento: diretto da parte dell’INPS") != std::string::npos);
  BOOST_TEST(text.find("Dati per il pagamento diretto, a pena di decadenza: entro il ") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
