// The topics beside the CIGO: payment, the next 24 months, FIS, Fondi, FSBA, CISOA. Every word of each tree.
#include "tree.hpp"

namespace {

using namespace omnia;
using test::drawn;
using test::explained;

std::string tree(const test::World& w, std::string_view argomento) {
  const auto found = explained(w, argomento);
  BOOST_REQUIRE_MESSAGE(found.ok(), (found.ok() ? std::string() : found.reason().testo));
  test::check_step(found.value(), test::day("2026-11-16"));
  BOOST_TEST(found.value().codice == argomento);
  return drawn(found.value());
}

std::string refusal(const test::World& w, std::string_view argomento) {
  const auto found = explained(w, argomento);
  BOOST_REQUIRE(!found.ok());
  return found.reason().testo;
}

// A shop with the FIS, eight weeks of it behind.
test::World shop() {
  test::World w;
  test::trader(w);
  w.d.prestazione = "FIS";
  auto a = test::authorised("2026-02-02", "2026-03-29", "FIS", "");
  a.numero = "F1";
  w.r.autorizzazioni = {a};
  return w;
}

// A professional firm with its Fondo.
test::World studio() {
  test::World w;
  w.r.posizione.csc = "70702";
  w.r.posizione.ateco2007 = "692011";
  w.r.posizione.ca = {{"0S", test::day("2016-01-01"), std::nullopt}};
  return w;
}

test::World artisan() {
  test::World w;
  w.r.posizione.csc = "40404";
  w.r.posizione.ateco2007 = "561030";
  w.r.posizione.ca = {{"7B", test::day("2016-01-01"), std::nullopt}};
  auto a = test::authorised("2026-02-02", "2026-02-08", "FSBA", "");
  a.numero = "B1";
  w.r.autorizzazioni = {a};
  return w;
}

test::World farm() {
  test::World w;
  w.r.posizione.csc = "50102";
  w.r.posizione.ateco2007 = "011100";
  return w;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explanation_other_benefits)

BOOST_AUTO_TEST_CASE(the_term_of_the_set_off) {
  const test::World w;
  BOOST_TEST(
      tree(w, "flussi") ==
      R"(* Conguaglio o rimborso, a pena di decadenza: entro il 30/05/2027. È un giorno festivo: la proroga al 31/05/2027 è da confermare. Il termine corre dal 30/11/2026, fine del periodo di paga in cui scade la durata autorizzata. Un’autorizzazione con una data successiva lo sposta in avanti. | Le somme anticipate ai lavoratori si recuperano con il conguaglio in UniEmens. | Art. 7, comma 3, D.Lgs. 148/2015 | pagamento: conguaglio [domanda, pagamento.modalita] | periodo richiesto: dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al]
  Il termine corre dal 30/11/2026. | Vale la data più avanti tra la fine del periodo di paga in cui scade la durata autorizzata e quella dell’autorizzazione: qui si suppone che arrivi oggi. | Art. 7, comma 3, D.Lgs. 148/2015 | fine del periodo: 29/11/2026 [domanda, periodo.al] | oggi: 24/11/2026 [giorno dell’esame] | mesi dalla decorrenza: 6 mesi [tabella delle norme, payment.setoff_months]
  Il conguaglio è valido se avviene con il versamento dei contributi entro il 16/06/2027. | L’INPS controlla il versamento del mese dopo quello in cui scadono i sei mesi. | Msg. INPS 1410/2025 | giorno del versamento: 16 giorni [tabella delle norme, payment.check_day]
)");
}

BOOST_AUTO_TEST_CASE(the_term_of_direct_payment) {
  test::World w;
  w.d.pagamento.modalita = domain::ModalitaPagamento::diretto;
  BOOST_TEST(
      tree(w, "flussi") ==
      R"(* Dati per il pagamento diretto, a pena di decadenza: entro il 31/01/2027. È un giorno festivo: la proroga al 01/02/2027 è da confermare. Vale la fine del secondo mese successivo al periodo. Manca la data della comunicazione: il termine può solo allungarsi. | Dopo il termine la cassa integrazione e le spese restano a carico dell’azienda. | Art. 7, comma 5-bis, D.Lgs. 148/2015 | pagamento: diretto, da parte dell’INPS [domanda, pagamento.modalita] | periodo richiesto: dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al]
  Il secondo mese dopo il periodo finisce il 31/01/2027. | Si conta dal mese in cui finisce il periodo. | Art. 7, comma 5-bis, D.Lgs. 148/2015 | fine del periodo: 29/11/2026 [domanda, periodo.al] | mesi dopo il periodo: 2 mesi [tabella delle norme, payment.direct_months]
  Se l’autorizzazione è comunicata dopo il 02/12/2026, valgono 60 giorni dalla comunicazione. | Vale il termine che scade più tardi. | Art. 7, comma 5-bis, D.Lgs. 148/2015 | giorni dalla comunicazione: 60 giorni [tabella delle norme, payment.direct_days]
  I dati dei lavoratori si inviano con il flusso UniEmens-Cig. | Il vecchio modello SR41 non è più ammesso. | Circ. INPS 62/2021; msg. INPS 1320/2022 | solo UniEmens-Cig per i periodi dal: 01/05/2022 [tabella delle norme, payment.uniemens_cig_from]
)");
}

BOOST_AUTO_TEST_CASE(the_next_twentyfour_months) {
  test::World w;
  auto a = test::authorised("2025-01-06", "2025-12-21");
  a.numero = "A1";
  w.r.autorizzazioni = {a};
  BOOST_TEST(
      tree(w, "previsione") ==
      R"(* Dal 16/11/2026 entrano 2 settimane. Dopo questa richiesta entrano 2 settimane di nuovo dal 04/01/2027. | Una richiesta entra se rispetta insieme settimane consecutive, biennio e quinquennio. | Artt. 4 e 12 D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Dal 16/11/2026 si possono chiedere fino a 2 settimane di seguito. = 2 settimane | Il limite che ferma la settimana successiva: Biennio mobile. | Art. 12, comma 1, D.Lgs. 148/2015 | primo giorno: 16/11/2026 [domanda, periodo.dal] | residuo del biennio: 2 settimane [calcolo, biennio] | residuo del quinquennio: 12,46 mesi [calcolo, quinquennio] | settimane di una sola domanda: 13 settimane [tabella delle norme, cigo.max_weeks_single]
  Usate queste, 2 settimane entrano di nuovo dal 04/01/2027. | Si conta la richiesta come autorizzata per intero. | Artt. 4 e 12 D.Lgs. 148/2015
  Per lunedì di inizio, nei 24 mesi: | Si prova da ogni lunedì, con ciò che il registro contiene oggi; il terzo delle ore non è provato. | Artt. 4 e 12 D.Lgs. 148/2015
    Dal 16/11/2026 al 14/12/2026: 2 settimane. = 2 settimane | ferma: Biennio mobile [calcolo, previsione]
    Dal 21/12/2026 al 06/11/2028: 13 settimane. = 13 settimane | ferma: nessun limite [calcolo, previsione]
)");
  const test::World clean;
  BOOST_TEST(
      tree(clean, "previsione") ==
      R"(Dal 16/11/2026 entrano 2 settimane. Dopo questa richiesta entrano 2 settimane di nuovo dal 30/11/2026. | Una richiesta entra se rispetta insieme settimane consecutive, biennio e quinquennio. | Artt. 4 e 12 D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Dal 16/11/2026 si possono chiedere fino a 13 settimane di seguito. = 13 settimane | Nessun limite ferma le settimane provate. | Art. 12, comma 1, D.Lgs. 148/2015 | primo giorno: 16/11/2026 [domanda, periodo.dal] | residuo del biennio: 52 settimane [calcolo, biennio] | residuo del quinquennio: 24 mesi [calcolo, quinquennio] | settimane di una sola domanda: 13 settimane [tabella delle norme, cigo.max_weeks_single]
  Usate queste, 2 settimane entrano di nuovo dal 30/11/2026. | Si conta la richiesta come autorizzata per intero. | Artt. 4 e 12 D.Lgs. 148/2015
  Per lunedì di inizio, nei 24 mesi: | Si prova da ogni lunedì, con ciò che il registro contiene oggi; il terzo delle ore non è provato. | Artt. 4 e 12 D.Lgs. 148/2015
    Dal 16/11/2026 al 06/11/2028: 13 settimane. = 13 settimane | ferma: nessun limite [calcolo, previsione]
)");
}

BOOST_AUTO_TEST_CASE(the_weeks_and_the_term_of_the_fis) {
  BOOST_TEST(
      tree(shop(), "fis") ==
      R"(Restano 18 settimane su 26 nel biennio mobile che finisce il 29/11/2026: la richiesta ne usa 2. | Il FIS copre al massimo 26 settimane nel biennio mobile. | Art. 29, comma 3-bis, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: nessuno della CIGO [calcolo, instradamento]
  Somma di 6 mesi: 120,00, oltre 30,00. La media è oltre 5 dipendenti. | La media del semestre precedente si confronta con la soglia senza arrotondarla. | Art. 29, comma 3-bis, D.Lgs. 148/2015 | somma dei mesi: 120,00 [registro INPS, forza aziendale di 6 mesi] | soglia di dipendenti: 5 lavoratori [tabella delle norme, fis.size_threshold]
  Il biennio mobile va dal 02/12/2024 al 29/11/2026. | La finestra finisce con l’ultima settimana richiesta e scorre con la richiesta. | Circ. MLPS 17/2017: per il FIS stesso criterio della CIGO, in settimane | durata della finestra: 104 settimane [tabella delle norme, fis.window_weeks]
  Nella finestra risultano già usate 8 settimane. Σ 5040 unita | Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono.
    F1, dal 02/02/2026 al 29/03/2026: conta 8 settimane. = 5040 unita | Settimane autorizzate: fruito non dichiarato. | prestazione: FIS [registro INPS, autorizzazione F1] | periodo autorizzato: dal 02/02/2026 al 29/03/2026 [registro INPS, autorizzazione F1]
  Restano 18 settimane prima della richiesta: 26 meno 8. = 11340 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | Art. 29, comma 3-bis, D.Lgs. 148/2015 | limite: 26 settimane [tabella delle norme, fis.limit_weeks.gt5] | settimane usate: 8 [calcolo, fis]
  La richiesta ne usa 2. = 1260 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  * Entrano 2 di 2 settimane. = 2 settimane | Ogni settimana richiesta deve stare nel limite di ogni biennio provato. | Circ. MLPS 17/2017 (ultimo giorno richiesto) e prassi INPS (prima settimana): il controllo su ogni settimana rispetta entrambe | esito: limite rispettato [calcolo, fis] | bienni provati: si prova ogni biennio che contiene una settimana richiesta [tabella delle norme, cigo.biennio.anchor]
  * Al FIS non si applica il limite di un terzo delle ore lavorabili. | Art. 29 D.Lgs. 148/2015 non richiama l’art. 12, comma 5; l’art. 30, comma 1, estende le norme della CIGO se compatibili | un terzo delle ore: nel FIS non si prova [tabella delle norme, fis.third]
  Domanda di assegno di integrazione salariale: entro il 01/12/2026. | Si invia da 30 giorni prima a 15 giorni dopo l’inizio. | Art. 30, comma 2, D.Lgs. 148/2015; circ. INPS 22/2016 | inizio: 16/11/2026 [calcolo, periodo] | oggi: 24/11/2026 [giorno dell’esame] | primo giorno per inviare: 17/10/2026 [calcolo, termine]
)");
}

BOOST_AUTO_TEST_CASE(the_alert_of_a_late_fis_has_the_fis_behind_it) {
  auto w = shop();
  w.oggi = test::day("2026-12-02");
  const auto found = explained(w, "A-TER-15");
  BOOST_REQUIRE(found.ok());
  BOOST_REQUIRE(!found.value().passi.empty());
  BOOST_TEST(found.value().passi.back().codice == "fis");
}

BOOST_AUTO_TEST_CASE(the_weeks_of_a_fondo) {
  BOOST_TEST(
      tree(studio(), "fondo") ==
      R"(Restano 26 settimane su 26 nel biennio mobile che finisce il 29/11/2026: la richiesta ne usa 2. | Il Fondo copre al massimo 26 settimane nel biennio mobile. | D.I. 21/5/2024; circ. INPS 99/2025 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: nessuno della CIGO [calcolo, instradamento]
  Somma di 6 mesi: 120,00, oltre 30,00. La media è oltre 5 dipendenti. | La media del semestre precedente si confronta con la soglia senza arrotondarla. | Art. 30, comma 1-bis, D.Lgs. 148/2015 | somma dei mesi: 120,00 [registro INPS, forza aziendale di 6 mesi] | soglia di dipendenti: 5 lavoratori [tabella delle norme, fondi.size_threshold]
  Il biennio mobile va dal 02/12/2024 al 29/11/2026. | La finestra finisce con l’ultima settimana richiesta e scorre con la richiesta. | Circ. MLPS 17/2017: per il FIS stesso criterio della CIGO, in settimane | durata della finestra: 104 settimane [tabella delle norme, fis.window_weeks]
  Nella finestra non risultano settimane già usate. Σ 0 unita | Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono. | autorizzazioni dal 02/12/2024 al 29/11/2026: nessuna [registro INPS, unità produttiva 1]
  Restano 26 settimane prima della richiesta: 26 meno 0. = 16380 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | D.I. 21/5/2024; circ. INPS 99/2025 | limite: 26 settimane [tabella delle norme, fondi.limit_weeks.gt5.F_PROF] | settimane usate: 0 [calcolo, fondo]
  La richiesta ne usa 2. = 1260 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  * Entrano 2 di 2 settimane. = 2 settimane | Ogni settimana richiesta deve stare nel limite di ogni biennio provato. | Circ. MLPS 17/2017 (ultimo giorno richiesto) e prassi INPS (prima settimana): il controllo su ogni settimana rispetta entrambe | esito: limite rispettato [calcolo, fondo] | bienni provati: si prova ogni biennio che contiene una settimana richiesta [tabella delle norme, cigo.biennio.anchor]
  Domanda di assegno di integrazione salariale: entro il 01/12/2026. | Si invia da 30 giorni prima a 15 giorni dopo l’inizio. | Art. 30, comma 2, D.Lgs. 148/2015; circ. INPS 22/2016 | inizio: 16/11/2026 [calcolo, periodo] | oggi: 24/11/2026 [giorno dell’esame] | primo giorno per inviare: 17/10/2026 [calcolo, termine]
)");
}

BOOST_AUTO_TEST_CASE(the_days_of_fsba) {
  BOOST_TEST(
      tree(artisan(), "fondo") ==
      R"(* Restano 125 giornate su 130 nel biennio che finisce il 27/11/2026 per tutta l’azienda: la richiesta ne usa 10. | Per FSBA ogni giorno con anche un solo lavoratore fermo, in qualunque unità, è una giornata. | Regolamento FSBA 14/12/2022 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: nessuno della CIGO [calcolo, instradamento]
  * Giornate già usate dal 30/11/2024 al 27/11/2026: 5. Σ 5 giorni | La finestra finisce con l’ultimo giorno richiesto. | Regolamento FSBA 14/12/2022: biennio dal giorno di uso effettivo, letto come 104 settimane | settimane della finestra: 104 settimane [tabella delle norme, fsba.window_weeks]
    B1, dal 02/02/2026 al 08/02/2026: conta 5 giorni. = 5 giorni | Giornate autorizzate, UP 1. | autorizzazione: B1 [registro INPS, autorizzazione B1]
  Restano 125 giorni prima della richiesta. = 125 giorni | Regolamento FSBA 14/12/2022 | limite: 130 giorni [tabella delle norme, fsba.limit_days.d5]
  Entrano 10 di 10 giorni. = 10 giorni | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
)");
}

BOOST_AUTO_TEST_CASE(the_days_and_the_term_of_the_cisoa) {
  BOOST_TEST(
      tree(farm(), "cisoa") ==
      R"(* La CISOA copre al massimo 90 giorni nell’anno per ogni lavoratore. Domanda di CISOA: entro il 01/12/2026. | Le giornate si contano lavoratore per lavoratore, nell’anno civile. | Art. 8 L. 457/1972
  Ogni lavoratore può avere 90 giorni nell’anno. | Le giornate climatiche si contano a parte. | Art. 8 L. 457/1972 | giornate nell’anno: 90 giorni [tabella delle norme, cisoa.days_per_year]
  Servono almeno 181 giorni di lavoro nell’anno con la stessa azienda. | Vale per gli operai a tempo indeterminato. | Art. 8 L. 457/1972: più di 180 giornate l’anno presso la stessa azienda | giornate di lavoro: 181 giorni [tabella delle norme, cisoa.min_days_per_year]
  * Domanda di CISOA: entro il 01/12/2026. | L. 457/1972, prassi | inizio: 16/11/2026 [calcolo, periodo] | oggi: 24/11/2026 [giorno dell’esame]
)");
}

BOOST_AUTO_TEST_CASE(what_does_not_concern_the_position_says_which_benefit_does) {
  test::World w;
  BOOST_TEST(refusal(w, "fis") ==
             "Il FIS non riguarda questa posizione: la prestazione suggerita è «Cassa integrazione ordinaria, industria».");
  BOOST_TEST(refusal(w, "fondo") ==
             "Un Fondo di solidarietà non riguarda questa posizione: la prestazione suggerita è «Cassa "
             "integrazione ordinaria, industria».");
  BOOST_TEST(refusal(w, "cisoa") ==
             "La CISOA non riguarda questa posizione: la prestazione suggerita è «Cassa integrazione ordinaria, industria».");
  w.r.posizione = {};
  BOOST_TEST(refusal(w, "fondo") == "Per sapere quale Fondo spetta serve la posizione INPS: indica la matricola.");
  w.d.periodo.al = {};
  BOOST_TEST(refusal(w, "flussi") == "Per i termini di pagamento indica la data di inizio e la data di fine del periodo.");
}

// 28 days and a whole February are 58 days; joined by 31 January they are one month and 26 days.
BOOST_AUTO_TEST_CASE(a_cigs_that_joins_two_others_says_why_the_total_goes_down) {
  test::World w;
  auto february = test::authorised("2023-02-01", "2023-02-28", "CIGS_CRISI", "");
  february.numero = "S1";
  auto january = test::authorised("2023-01-03", "2023-01-30", "CIGS_CRISI", "");
  january.numero = "S2";
  auto between = test::authorised("2023-01-31", "2023-01-31", "CIGS_CRISI", "");
  between.numero = "S3";
  w.r.autorizzazioni = {february, january, between};
  const auto found = explained(w, "quinquennio").value();
  const auto* row = test::find_step(found, "S3");
  BOOST_REQUIRE(row != nullptr);
  BOOST_TEST(row->affermazione == "S3, dal 31/01/2023 al 31/01/2023: toglie 0,06 mesi.");
  BOOST_TEST(row->quantita->valore == -182);
  BOOST_TEST(row->regola ==
             "Unisce altri periodi di CIGS: i giorni sciolti diventano mesi interi, da 30 giorni ciascuno, e il totale "
             "diminuisce.");
  test::check_step(found, test::day("2026-11-16"));
}

BOOST_AUTO_TEST_SUITE_END()
