#include "shared/rules/pratica/pratica.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using rules::pratica::Esito;
using rules::pratica::Flusso;
using rules::pratica::Pratica;

namespace {

Pratica asked() {
  Pratica p;
  p.periodo = {day("2026-03-02"), day("2026-03-29")};
  return p;
}

// A request of the office, received on a day.
Pratica inquired(const char* received, bool answered = false) {
  Pratica p = asked();
  p.interlocuzione = day(received);
  if (answered) p.risposta = day(received) + 3;
  return p;
}

Pratica decided(Esito esito, const char* notified) {
  Pratica p = asked();
  p.esito = esito;
  p.esito_ricevuto = day(notified);
  if (esito == Esito::parziale) p.esclusioni = {"settimana del 02/03/2026", "12,00 ore"};
  return p;
}

Pratica authorised_on(const char* date) {
  Pratica p = asked();
  p.esito = Esito::accolta;
  p.autorizzazione = day(date);
  p.numero_autorizzazione = "700000000123";
  return p;
}

Pratica paid_by_inps(const char* date, Flusso flusso, const char* number) {
  Pratica p = authorised_on(date);
  p.pagamento = domain::ModalitaPagamento::diretto;
  p.flusso = flusso;
  p.autorizzazione_nel_flusso = number;
  return p;
}

Pratica with_set_off(Pratica p) {
  p.conguaglio = day("2026-04-16");
  return p;
}

Pratica in_april_2022(Pratica p) {
  p.periodo = {day("2022-04-25"), day("2022-05-01")};
  return p;
}

std::vector<PraticaCase> inquiry_cases() {
  const std::string same = "Invia gli elementi mancanti sullo stesso canale della richiesta.";
  return {
      // 15 days from 2 April: 17 April.
      {"A-IST-01", kAvviso, "interlocuzione", "Rispondi alla richiesta della Sede entro il 17/04/2026.", same,
       inquired("2026-04-02"), day("2026-04-12"), inquired("2026-04-02"), day("2026-04-11")},
      {"A-IST-01", kAvviso, "interlocuzione", "Rispondi alla richiesta della Sede entro il 17/04/2026.", same,
       inquired("2026-04-02"), day("2026-04-17"), inquired("2026-04-02", true), day("2026-04-17")},
      {"A-IST-02", kAvviso, "interlocuzione",
       "Il termine del 17/04/2026 per rispondere alla Sede è scaduto: la Sede decide sugli atti.",
       "Invia subito ciò che manca e avvisa la Sede.", inquired("2026-04-02"), day("2026-04-18"), inquired("2026-04-02"),
       day("2026-04-17")},
  };
}

std::vector<PraticaCase> outcome_cases() {
  const Pratica refused = decided(Esito::respinta, "2026-04-13");  // 30 days: 13 May
  return {
      {"A-IST-03", kInformazione, "esito",
       "Puoi presentare ricorso al Comitato entro il 13/05/2026, 30 giorni dalla comunicazione.",
       "Valuta il ricorso con chi ti assiste.", refused, day("2026-04-14"), decided(Esito::accolta, "2026-04-13"),
       day("2026-04-14")},
      {"A-IST-03", kInformazione, "esito",
       "Puoi presentare ricorso al Comitato entro il 13/05/2026, 30 giorni dalla comunicazione.",
       "Valuta il ricorso con chi ti assiste.", refused, day("2026-05-13"), refused, day("2026-05-14")},
      {"A-IST-04", kAvviso, "esito", "Il termine per il ricorso scade il 13/05/2026.", "Presenta il ricorso entro il 13/05/2026.",
       refused, day("2026-05-06"), refused, day("2026-05-05")},
      {"A-IST-05", kInformazione, "esito",
       "Domanda accolta solo in parte. Restano escluse: settimana del 02/03/2026 e 12,00 ore.",
       "Valuta il ricorso entro il 13/05/2026.", decided(Esito::parziale, "2026-04-13"), day("2026-04-14"), refused,
       day("2026-04-14")},
  };
}

std::vector<PraticaCase> payment_cases() {
  const std::string flow = "Usa solo UniEmens-Cig.";
  const std::string number = "Scrivi nel flusso il numero 700000000123, che trovi nell’esito.";
  const std::string all = "Invia i flussi di tutti i lavoratori.";
  const auto none = Flusso::nessuno;
  return {
      // The later of 31 March and the authorisation of 20 April, plus six months: 20 October.
      {"A-DEC-01", kAvviso, "conguaglio", "Conguaglio da effettuare entro il 20/10/2026, a pena di decadenza.",
       "Esponi il conguaglio in UniEmens prima di questa data.", authorised_on("2026-04-20"), day("2026-08-21"),
       authorised_on("2026-04-20"), day("2026-08-20")},
      {"A-DEC-01", kAvviso, "conguaglio", "Conguaglio da effettuare entro il 20/10/2026, a pena di decadenza.",
       "Esponi il conguaglio in UniEmens prima di questa data.", authorised_on("2026-04-20"), day("2026-10-20"),
       with_set_off(authorised_on("2026-04-20")), day("2026-10-20")},
      {"A-DEC-02", kAvviso, "conguaglio", "Il termine del 20/10/2026 per il conguaglio è passato.",
       "Se versi i contributi entro il 16/11/2026 il conguaglio è ancora valido: verifica con la Sede.",
       authorised_on("2026-04-20"), day("2026-10-21"), authorised_on("2026-04-20"), day("2026-10-20")},
      // The dossier's case: period of March, notified on 20 April: the later of 31 May and 19 June.
      {"A-DEC-03", kAvviso, "flusso",
       "Invia i flussi UniEmens-Cig entro il 19/06/2026: dopo, la cassa integrazione resta a carico dell’azienda.", all,
       paid_by_inps("2026-04-20", none, ""), day("2026-05-20"), paid_by_inps("2026-04-20", none, ""), day("2026-05-19")},
      {"A-DEC-03", kAvviso, "flusso",
       "Invia i flussi UniEmens-Cig entro il 19/06/2026: dopo, la cassa integrazione resta a carico dell’azienda.", all,
       paid_by_inps("2026-04-20", none, ""), day("2026-06-19"), paid_by_inps("2026-04-20", Flusso::uniemens_cig, "700000000123"),
       day("2026-06-19")},
      {"A-DEC-04", kErrore, "autorizzazione_nel_flusso", "Nel flusso manca il numero di autorizzazione.", number,
       paid_by_inps("2026-04-20", Flusso::uniemens_cig, " "), day("2026-05-20"),
       paid_by_inps("2026-04-20", Flusso::uniemens_cig, "700000000123"), day("2026-05-20")},
      {"A-DEC-05", kErrore, "flusso", "Per i periodi dal 01/05/2022 il flusso SR41 non è ammesso.", flow,
       paid_by_inps("2026-04-20", Flusso::sr41, "700000000123"), day("2026-05-20"),
       in_april_2022(paid_by_inps("2026-04-20", Flusso::sr41, "700000000123")), day("2026-05-20")},
      {"A-LIQ-09", kAvviso, "pagamento",
       "Hai già effettuato conguagli su questa autorizzazione: il pagamento diretto vale solo per il periodo residuo.",
       "Chiedi il pagamento diretto per i giorni non ancora conguagliati.", with_set_off(paid_by_inps("2026-04-20", none, "")),
       day("2026-04-21"), paid_by_inps("2026-04-20", none, ""), day("2026-04-21")},
  };
}

const rules::Alert* find(const std::vector<rules::Alert>& alerts, const PraticaCase& c) {
  for (const auto& alert : alerts) {
    if (alert.codice == c.codice && alert.campo == c.campo) return &alert;
  }
  return nullptr;
}

}  // namespace

std::vector<PraticaCase> pratica_cases() {
  auto all = inquiry_cases();
  for (const auto& more : {outcome_cases(), payment_cases()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(pratica)

using namespace omnia;

BOOST_AUTO_TEST_CASE(every_alert_of_a_filed_domanda_is_raised_and_spared) {
  const auto& norms = norms::Norms::builtin();
  for (const auto& c : test::pratica_cases()) {
    BOOST_TEST_CONTEXT(c.codice << " " << c.oggi.iso()) {
      const auto alerts = rules::pratica::check(c.raises, norms, c.oggi);
      const auto* alert = test::find(alerts, c);
      BOOST_TEST((alert != nullptr));
      if (alert != nullptr) {
        BOOST_TEST(alert->testo == c.testo);
        BOOST_TEST(alert->rimedio == c.rimedio);
        BOOST_TEST((alert->gravita == c.gravita));
        BOOST_TEST(alert->sezione == "pratica");
        BOOST_TEST(!alert->citazione.empty());
      }
      const auto spared = rules::pratica::check(c.spares, norms, c.oggi_spares);
      BOOST_TEST((test::find(spared, c) == nullptr));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_domanda_that_waits_has_nothing_to_say) {
  rules::pratica::Pratica p;
  p.periodo = {test::day("2026-03-02"), test::day("2026-03-29")};
  BOOST_TEST(rules::pratica::check(p, norms::Norms::builtin(), test::kOggi).empty());
}

BOOST_AUTO_TEST_CASE(the_worst_comes_first) {
  auto p = test::paid_by_inps("2026-04-20", rules::pratica::Flusso::sr41, "");
  p.conguaglio = test::day("2026-04-16");
  std::string codes;
  for (const auto& alert : rules::pratica::check(p, norms::Norms::builtin(), test::kOggi)) codes += alert.codice + " ";
  BOOST_TEST(codes == "A-DEC-04 A-DEC-05 A-LIQ-09 ");
}

BOOST_AUTO_TEST_SUITE_END()
