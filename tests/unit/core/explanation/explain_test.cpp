// Each topic on one fixed case: every word of the tree.
#include "tests/unit/core/norm_variant.hpp"
#include "tree.hpp"

namespace {

using namespace omnia;
using test::drawn;
using test::explained;

// Two past authorisations of UP 1, one refused, a solidarity contract; two weeks asked from 16 November 2026.
test::World history() {
  test::World w;
  auto first = test::authorised("2025-03-03", "2025-05-25");
  first.numero = "A1";
  first.ore_centesimi = 120000;
  auto second = test::authorised("2026-02-02", "2026-03-01");
  second.numero = "A2";
  second.ore_centesimi = 40000;
  second.fruito_dichiarato = true;
  second.giorni_fruiti.resize(12);
  auto refused = test::authorised("2026-05-04", "2026-05-17");
  refused.numero = "A3";
  refused.stato = domain::StatoAutorizzazione::respinta;
  auto solidarity = test::authorised("2023-01-01", "2023-12-31", "CIGS_CDS", "");
  solidarity.numero = "S1";
  w.r.autorizzazioni = {solidarity, first, second, refused};
  return w;
}

// Paid by INPS, with the figures of a balance sheet.
test::World direct() {
  test::World w;
  auto& p = w.d.pagamento;
  p.modalita = domain::ModalitaPagamento::diretto;
  p.liquidita_immediate = domain::enter<domain::Money>("10.000,00");
  p.liquidita_differite = domain::enter<domain::Money>("5.000,00");
  p.rimanenze = domain::enter<domain::Money>("4.000,00");
  p.passivita_correnti = domain::enter<domain::Money>("17.000,00");
  p.credito_rifiutato = true;
  return w;
}

std::string tree(const test::World& w, std::string_view argomento) {
  const auto found = explained(w, argomento);
  BOOST_REQUIRE_MESSAGE(found.ok(), (found.ok() ? std::string() : found.reason().testo));
  return drawn(found.value());
}

std::string refusal(const test::World& w, std::string_view argomento) {
  const auto found = explained(w, argomento);
  BOOST_REQUIRE(!found.ok());
  return found.reason().testo;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explanation)

BOOST_AUTO_TEST_CASE(the_benefit_of_the_position) {
  const test::World w;
  BOOST_TEST(
      tree(w, "instradamento") ==
      R"(La prestazione suggerita è: Cassa integrazione ordinaria, industria. | Il codice statistico contributivo (CSC) 1.07.05 appartiene all’industria (art. 10 D.Lgs. 148/2015): spetta la cassa integrazione ordinaria. | Art. 10, comma 1, lettere a)-l), D.Lgs. 148/2015 | matricola: 7001234539 [registro INPS, anagrafica della posizione] | CSC: 10705 [registro INPS, anagrafica della posizione] | ATECO 2007: 256200 [registro INPS, anagrafica della posizione] | stato: attiva [registro INPS, anagrafica della posizione] | giorno della norma: 16/11/2026 [domanda, periodo.data_inizio_effettivo]
  La posizione risponde alla riga routing.23 della tabella di instradamento. | Le righe si provano in ordine: vale la prima di cui la posizione ha tutte le condizioni. | Art. 10, comma 1, lettere a)-l), D.Lgs. 148/2015 | CSC ammessi: 1 [tabella di instradamento, routing.23] | qualità escluse: DPR602 [tabella di instradamento, routing.23]
  La causale è ammessa per la prestazione suggerita. | La causale si confronta con la prestazione dell’inquadramento. | Art. 3, commi 1 e 2, D.M. 95442/2016 | causale: Mancanza di lavoro o di commesse [domanda, causale.id]
  La CIGO spetta, ma nella gestione industria. | Motivo R17. | Art. 10 D.Lgs. 148/2015 | non compatibile: Cassa integrazione ordinaria, edilizia [tabella di instradamento, CIGO_EDI] | non compatibile: Cassa integrazione ordinaria, lapidei [tabella di instradamento, CIGO_LAP]
  La posizione è già coperta dalla CIGO: FIS e Fondi di solidarietà non sono previsti per questo inquadramento. | Motivo R02. | Artt. 10, 26 e 29 D.Lgs. 148/2015 | non compatibile: Assegno di integrazione salariale, FIS [tabella di instradamento, FIS] | non compatibile: Assegno di integrazione salariale, attività professionali [tabella di instradamento, F_PROF] | non compatibile: Assegno di integrazione salariale, servizi ambientali [tabella di instradamento, F_AMB] | non compatibile: Assegno di integrazione salariale, trasporto pubblico [tabella di instradamento, F_TPL] | non compatibile: Assegno di integrazione salariale, SOLIMARE [tabella di instradamento, F_SOLIMARE] | non compatibile: Assegno di integrazione salariale, ormeggiatori e barcaioli [tabella di instradamento, F_ORMEGGIATORI] | non compatibile: Assegno di integrazione salariale, telecomunicazioni [tabella di instradamento, F_TLC] | non compatibile: Assegno di integrazione salariale, credito [tabella di instradamento, F_CREDITO] | non compatibile: Assegno di integrazione salariale, credito cooperativo [tabella di instradamento, F_CREDCOOP] | non compatibile: Assegno di integrazione salariale, assicurativi [tabella di instradamento, F_ASSIC] | non compatibile: Assegno di integrazione salariale, tributi erariali [tabella di instradamento, F_TRIBUTI] | non compatibile: Assegno di integrazione salariale, gruppo Poste Italiane [tabella di instradamento, F_POSTE] | non compatibile: Assegno di integrazione salariale, gruppo Ferrovie dello Stato [tabella di instradamento, F_FS] | non compatibile: Prestazione integrativa, trasporto aereo [tabella di instradamento, F_AEREO] | non compatibile: Assegno di integrazione salariale, Trentino [tabella di instradamento, F_TN] | non compatibile: Assegno di integrazione salariale, Bolzano-Alto Adige [tabella di instradamento, F_BZ] | non compatibile: Assegno di integrazione salariale, artigianato (FSBA) [tabella di instradamento, FSBA] | non compatibile: Assegno di integrazione salariale, somministrazione (Forma.Temp) [tabella di instradamento, FORMATEMP]
  La CISOA riguarda solo datori di lavoro agricoli. | Motivo R10. | Art. 8 L. 457/1972 | non compatibile: Cassa integrazione speciale operai agricoli [tabella di instradamento, CISOA]
  Per le causali straordinarie la domanda di CIGS va inviata al Ministero del Lavoro. | Motivo R07. | Artt. 20 e 25 D.Lgs. 148/2015 | non compatibile: Cassa integrazione straordinaria [tabella di instradamento, CIGS]
)");
}

BOOST_AUTO_TEST_CASE(the_average_headcount) {
  const test::World w;
  BOOST_TEST(
      tree(w, "organico") ==
      R"(* La media dei dipendenti prima del 16/11/2026 è 20,00: somma 120,00 su 6 mesi. Σ 12000 centesimi | Si fa la media dei mesi del semestre precedente, o di quelli disponibili; non si arrotonda mai. | Art. 2-bis D.Lgs. 148/2015; circ. INPS 18/2022 e 176/2016 | mesi da guardare: 6 mesi [tabella delle norme, headcount.months] | giorno da cui si contano: si contano i mesi prima di quello di inizio [tabella delle norme, headcount.half_year] | inizio: 16/11/2026 [domanda, periodo.data_inizio_effettivo]
  05/2026: 20,00 dipendenti. = 2000 centesimi | forza aziendale: 20,00 [registro INPS, UniEmens 05/2026]
  06/2026: 20,00 dipendenti. = 2000 centesimi | forza aziendale: 20,00 [registro INPS, UniEmens 06/2026]
  07/2026: 20,00 dipendenti. = 2000 centesimi | forza aziendale: 20,00 [registro INPS, UniEmens 07/2026]
  08/2026: 20,00 dipendenti. = 2000 centesimi | forza aziendale: 20,00 [registro INPS, UniEmens 08/2026]
  09/2026: 20,00 dipendenti. = 2000 centesimi | forza aziendale: 20,00 [registro INPS, UniEmens 09/2026]
  10/2026: 20,00 dipendenti. = 2000 centesimi | forza aziendale: 20,00 [registro INPS, UniEmens 10/2026]
  La media supera 5 dipendenti. | Si confrontano le somme, senza dividere: conta solo chi sta sopra la soglia. | Art. 29, comma 3-bis, D.Lgs. 148/2015
  La media supera 15 dipendenti. | Si confrontano le somme, senza dividere: conta solo chi sta sopra la soglia. | Art. 20, commi 1 e 3-bis, D.Lgs. 148/2015
  La media non supera 50 dipendenti. | Si confrontano le somme, senza dividere: conta solo chi sta sopra la soglia. | Art. 13, comma 1, D.Lgs. 148/2015
)");
}

BOOST_AUTO_TEST_CASE(a_term_moved_by_a_holiday_and_passed) {
  test::World w;
  test::ask(w, "2026-04-06", 2);
  w.d.periodo.data_inizio_effettivo = {test::day("2026-04-10"), {}};
  w.oggi = test::day("2026-04-30");
  BOOST_TEST(
      tree(w, "scadenza") ==
      R"(* L’ultimo giorno utile per inviare la domanda è lunedì 27 aprile 2026. | La domanda si invia entro un termine che corre dall’inizio della sospensione o riduzione. | Art. 15, comma 2, D.Lgs. 148/2015; msg. INPS 4275/2017 | causale: Mancanza di lavoro o di commesse [domanda, causale.id]
  Il termine cade sabato 25 aprile 2026. | 15 giorni dall’inizio, giorno iniziale escluso; il 25/04/2026 è festivo e il termine passa al primo giorno non festivo. | Art. 15, comma 2, D.Lgs. 148/2015; msg. INPS 4275/2017 | inizio effettivo: 10/04/2026 [domanda, periodo.data_inizio_effettivo] | giorni dall’inizio: 15 giorni [tabella delle norme, deadlines.ordinary_days]
  Il 25/04/2026 è festivo: il termine passa a lunedì 27 aprile 2026. | Un termine che cade in un giorno festivo passa al primo giorno non festivo. | Art. 15, comma 2, D.Lgs. 148/2015; msg. INPS 4275/2017 | giorno festivo: sabato 25 aprile 2026 [calendario, festività nazionali e domeniche]
  La domanda è tardiva di 3 giorni. = -3 giorni | L’ultimo giorno utile è compreso. | oggi: 30/04/2026 [giorno dell’esame]
  * Le ore prima del 20/04/2026 non sono autorizzabili. | Una domanda tardiva copre solo gli ultimi giorni prima dell’invio, e mai prima dell’inizio. | Art. 15, comma 3, D.Lgs. 148/2015 | giorni coperti: 7 giorni [tabella delle norme, deadlines.late_days] | da quale giorno: dal lunedì della settimana prima dell’invio [tabella delle norme, deadlines.late_policy] | con l’altra lettura: 23/04/2026 [calcolo, termine]
)");
}

BOOST_AUTO_TEST_CASE(a_month_that_ends_on_a_holiday) {
  test::World w;
  test::bad_weather(w);
  w.d.periodo.giorni_evento = {test::day("2026-12-21"), test::day("2026-12-28")};
  w.oggi = test::day("2026-12-29");
  BOOST_TEST(
      tree(w, "scadenza") ==
      R"(* L’ultimo giorno utile per inviare la domanda è domenica 31 gennaio 2027. | Per un evento non evitabile (EONE) il termine è la fine del mese successivo all’evento. | Art. 15, comma 2, D.Lgs. 148/2015, modificato dal D.Lgs. 185/2016 | causale: Evento meteo, industria (evento non evitabile, EONE) [domanda, causale.id]
  Il termine cade domenica 31 gennaio 2027. | Fine del mese successivo all’evento del 21/12/2026; il 31/01/2027 è festivo: la proroga al 01/02/2027 è da confermare. | Art. 15, comma 2, D.Lgs. 148/2015, modificato dal D.Lgs. 185/2016 | giorni di evento: 21/12/2026, 28/12/2026 [domanda, periodo.giorni_evento] | mesi dopo quello dell’evento: 1 mese [tabella delle norme, deadlines.eone_months]
  * Il 31/01/2027 è festivo: per prudenza invia entro il 30/01/2027; con la proroga il termine sarebbe il 01/02/2027. | Nessun atto dice se la fine del mese festiva si sposta: si mostrano le due date. | Art. 2963 c.c. e art. 155 c.p.c.: nessun atto INPS sulla fine mese festiva | fine del mese festiva: la fine del mese festiva non sposta il termine [tabella delle norme, deadlines.eone.rolls]
  Mancano 33 giorni. = 33 giorni | L’ultimo giorno utile è compreso. | oggi: 29/12/2026 [giorno dell’esame]
)");
}

BOOST_AUTO_TEST_CASE(one_request) {
  const test::World w;
  BOOST_TEST(
      tree(w, "richiesta") ==
      R"(La richiesta è di 2 settimane, entro le 13 di una sola domanda. | Una domanda chiede al massimo 13 settimane continuative. | Art. 12, comma 1, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento] | tipo di richiesta: prima richiesta [domanda, periodo.tipo]
  Entrano 2 di 2 settimane. = 2 settimane | Le settimane oltre il massimo vanno chieste con una proroga. | Art. 12, comma 1, D.Lgs. 148/2015 | esito: limite rispettato [calcolo, richiesta] | massimo di una domanda: 13 settimane [tabella delle norme, cigo.max_weeks_single]
)");
}

BOOST_AUTO_TEST_CASE(an_extension_after_twelve_weeks) {
  auto w = history();
  w.r.autorizzazioni = {test::authorised("2026-08-24", "2026-11-15")};
  w.d.periodo.tipo = domain::TipoRichiesta::proroga;
  BOOST_TEST(
      tree(w, "richiesta") ==
      R"(Proroga di 2 settimane dopo 12 settimane senza interruzione: in tutto 14 su 52. | Una proroga chiede al massimo 13 settimane, fino a 52 in tutto senza interruzione. | Art. 12, comma 1, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento] | tipo di richiesta: proroga [domanda, periodo.tipo]
  Autorizzate subito prima, senza interruzione: 12 settimane. Σ 7560 unita | Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono.
    700000000123, dal 24/08/2026 al 15/11/2026: conta 12 settimane. = 7560 unita | Settimane autorizzate prima della proroga. | prestazione: CIGO [registro INPS, autorizzazione 700000000123] | periodo autorizzato: dal 24/08/2026 al 15/11/2026 [registro INPS, autorizzazione 700000000123]
  Restano 40 settimane prima della richiesta: 52 meno 12. = 25200 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | Art. 12, comma 1, D.Lgs. 148/2015 | limite: 52 settimane [tabella delle norme, cigo.max_weeks_consecutive] | settimane usate: 12 [calcolo, richiesta]
  Entrano 2 di 2 settimane. = 2 settimane | Vale il minore tra il massimo di una proroga e il residuo. | Art. 12, comma 1, D.Lgs. 148/2015: proroga trimestrale | esito: limite rispettato [calcolo, richiesta] | massimo di una domanda: 13 settimane [tabella delle norme, cigo.max_weeks_extension]
)");
}

BOOST_AUTO_TEST_CASE(a_series_of_consecutive_weeks) {
  auto w = history();
  w.r.autorizzazioni = {test::authorised("2026-10-19", "2026-11-15")};
  BOOST_TEST(
      tree(w, "consecutive") ==
      R"(Settimane consecutive con questa richiesta: 6 su 52. | Non si possono usare più di 52 settimane consecutive; poi servono 52 settimane di normale attività. | Art. 12, comma 1, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  * La serie con le settimane richieste va dal 19/10/2026 al 29/11/2026: 6 settimane. Σ 3780 unita | Una settimana con anche un solo giorno di CIGO vale intera nella serie. | Art. 12, comma 2, D.Lgs. 148/2015; nessun testo dice che cosa interrompe la continuità | interruzione della serie: interrompe la serie una settimana intera senza CIGO [tabella delle norme, cigo.run.break]
    Già autorizzate nella serie: 4 settimane. = 2520 unita
      700000000123, dal 19/10/2026 al 15/11/2026: conta 4 settimane. = 2520 unita | Settimane autorizzate: fruito non dichiarato. | prestazione: CIGO [registro INPS, autorizzazione 700000000123] | periodo autorizzato: dal 19/10/2026 al 15/11/2026 [registro INPS, autorizzazione 700000000123]
    Aggiunte dalla richiesta: 2 settimane. = 1260 unita | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  Restano 48 settimane prima della richiesta: 52 meno 4. = 30240 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | Art. 12, comma 1, D.Lgs. 148/2015 | limite: 52 settimane [tabella delle norme, cigo.max_weeks_consecutive] | settimane usate: 4 [calcolo, consecutive]
  La richiesta ne usa 2. = 1260 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  Entrano 2 di 2 settimane. = 2 settimane | Si contano le prime settimane richieste che rispettano serie e pausa. | esito: limite rispettato [calcolo, consecutive]
)");
}

BOOST_AUTO_TEST_CASE(a_pause_that_is_not_over) {
  auto w = history();
  w.r.autorizzazioni = {test::authorised("2025-01-06", "2026-01-04")};
  BOOST_TEST(
      tree(w, "consecutive") ==
      R"(* L’unità produttiva ha usato 52 settimane consecutive, fino al 04/01/2026: dopo 52 settimane di normale attività la nuova richiesta può iniziare dal 04/01/2027. | Non si possono usare più di 52 settimane consecutive; poi servono 52 settimane di normale attività. | Art. 12, comma 1, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  * La serie con le settimane richieste va dal 16/11/2026 al 29/11/2026: 2 settimane. Σ 1260 unita | Una settimana con anche un solo giorno di CIGO vale intera nella serie. | Art. 12, comma 2, D.Lgs. 148/2015; nessun testo dice che cosa interrompe la continuità | interruzione della serie: interrompe la serie una settimana intera senza CIGO [tabella delle norme, cigo.run.break]
    Già autorizzate nella serie: 0 settimane. = 0 unita | autorizzazioni dal 16/11/2026 al 29/11/2026: nessuna [registro INPS, unità produttiva 1]
    Aggiunte dalla richiesta: 2 settimane. = 1260 unita | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  Dopo le 52 settimane dal 06/01/2025 al 04/01/2026 la pausa non è finita: si può ripartire dal 04/01/2027. | Raggiunto il limite, una nuova domanda per la stessa unità produttiva aspetta il periodo di normale attività. | Art. 12, comma 2, D.Lgs. 148/2015 | normale attività: 52 settimane [tabella delle norme, cigo.rest_weeks_after_full_run]
    700000000123, dal 06/01/2025 al 04/01/2026: conta 52 settimane. = 32760 unita | Settimane autorizzate: fruito non dichiarato. | prestazione: CIGO [registro INPS, autorizzazione 700000000123] | periodo autorizzato: dal 06/01/2025 al 04/01/2026 [registro INPS, autorizzazione 700000000123]
  La richiesta ne usa 2. = 1260 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  Entrano 0 di 2 settimane. = 0 settimane | Si contano le prime settimane richieste che rispettano serie e pausa. | esito: limite superato [calcolo, consecutive]
)");
}

BOOST_AUTO_TEST_CASE(the_biennio) {
  const auto w = history();
  BOOST_TEST(
      tree(w, "biennio") ==
      R"(* Restano 37,6 settimane nel biennio mobile che finisce il 29/11/2026: la richiesta ne usa 2. | Nel biennio mobile si possono usare al massimo 52 settimane di CIGO. | Art. 12, comma 3, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Il biennio mobile va dal 02/12/2024 al 29/11/2026. | La finestra finisce con l’ultima settimana richiesta e scorre con la richiesta. | Circ. MLPS 17/2017; prassi INPS (settimana richiesta e 103 precedenti) | durata della finestra: 104 settimane [tabella delle norme, cigo.biennio.window_weeks]
  Nella finestra risultano già usate 14,4 settimane. Σ 9072 unita | Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono.
    A1, dal 03/03/2025 al 25/05/2025: conta 12 settimane. = 7560 unita | Settimane autorizzate: fruito non dichiarato. | prestazione: CIGO [registro INPS, autorizzazione A1] | periodo autorizzato: dal 03/03/2025 al 25/05/2025 [registro INPS, autorizzazione A1]
    A2, dal 02/02/2026 al 01/03/2026: conta 2,4 settimane. = 1512 unita | Fruito dichiarato: 12 giorni su 5 a settimana. | prestazione: CIGO [registro INPS, autorizzazione A2] | periodo autorizzato: dal 02/02/2026 al 01/03/2026 [registro INPS, autorizzazione A2] | giorni fruiti: 12 [registro INPS, autorizzazione A2, dichiarazione del fruito]
    A3, dal 04/05/2026 al 17/05/2026: non si conta. = 0 unita | Respinta: non si conta. | prestazione: CIGO [registro INPS, autorizzazione A3] | periodo autorizzato: dal 04/05/2026 al 17/05/2026 [registro INPS, autorizzazione A3]
  Restano 37,6 settimane prima della richiesta: 52 meno 14,4. = 23688 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | Art. 12, comma 3, D.Lgs. 148/2015 | limite: 52 settimane [tabella delle norme, cigo.biennio.limit_weeks] | settimane usate: 14,4 [calcolo, biennio]
  La richiesta ne usa 2. = 1260 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  * Entrano 2 di 2 settimane. = 2 settimane | Ogni settimana richiesta deve stare nel limite di ogni biennio provato. | Circ. MLPS 17/2017 (ultimo giorno richiesto) e prassi INPS (prima settimana): il controllo su ogni settimana rispetta entrambe | esito: limite rispettato [calcolo, biennio] | bienni provati: si prova ogni biennio che contiene una settimana richiesta [tabella delle norme, cigo.biennio.anchor]
)");
}

BOOST_AUTO_TEST_CASE(a_biennio_that_is_full_and_what_is_pending) {
  auto w = history();
  auto long_one = test::authorised("2025-02-03", "2026-01-18");
  long_one.numero = "A1";
  w.r.autorizzazioni = {long_one};
  w.r.domande = {test::filed("2026-10-05", "2026-10-18", "MANC_LAVORO", 3)};
  test::ask(w, "2026-11-16", 4);
  BOOST_TEST(
      tree(w, "biennio") ==
      R"(* Delle 4 settimane richieste ne entrano 2 nel limite di 52 settimane del biennio mobile. C’è spazio per 4 settimane dal 18/01/2027. | Nel biennio mobile si possono usare al massimo 52 settimane di CIGO. | Art. 12, comma 3, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 4 settimane, dal 16/11/2026 al 13/12/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Il biennio mobile va dal 16/12/2024 al 13/12/2026. | La finestra finisce con l’ultima settimana richiesta e scorre con la richiesta. | Circ. MLPS 17/2017; prassi INPS (settimana richiesta e 103 precedenti) | durata della finestra: 104 settimane [tabella delle norme, cigo.biennio.window_weeks]
  Nella finestra risultano già usate 50 settimane. Σ 31500 unita | Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono.
    A1, dal 03/02/2025 al 18/01/2026: conta 50 settimane. = 31500 unita | Settimane autorizzate: fruito non dichiarato. | prestazione: CIGO [registro INPS, autorizzazione A1] | periodo autorizzato: dal 03/02/2025 al 18/01/2026 [registro INPS, autorizzazione A1]
    INPS.7000.10/11/2026.0000007, dal 05/10/2026 al 18/10/2026: non si conta. = 0 unita | In istruttoria: si conta solo nella stima prudente. | periodo: dal 05/10/2026 al 18/10/2026 [registro INPS, domanda INPS.7000.10/11/2026.0000007]
  Restano 2 settimane prima della richiesta: 52 meno 50. = 1260 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | Art. 12, comma 3, D.Lgs. 148/2015 | limite: 52 settimane [tabella delle norme, cigo.biennio.limit_weeks] | settimane usate: 50 [calcolo, biennio]
  La richiesta ne usa 4. = 2520 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 4 [domanda, periodo.dal e periodo.al]
  * Entrano 2 di 4 settimane. = 2 settimane | Ogni settimana richiesta deve stare nel limite di ogni biennio provato. | Circ. MLPS 17/2017 (ultimo giorno richiesto) e prassi INPS (prima settimana): il controllo su ogni settimana rispetta entrambe | esito: limite superato [calcolo, biennio] | bienni provati: si prova ogni biennio che contiene una settimana richiesta [tabella delle norme, cigo.biennio.anchor]
  Stima prudente: con le domande ancora in istruttoria risulterebbero usate 52 settimane. = 32760 unita | La stima prudente aggiunge ciò che è stato chiesto e non ancora deciso. | settimane usate, stima prudente: 52 [calcolo, biennio]
)");
}

BOOST_AUTO_TEST_CASE(an_event_that_the_biennio_leaves_out) {
  test::World w;
  test::bad_weather(w);
  BOOST_TEST(
      tree(w, "biennio") ==
      R"(Le settimane richieste non si contano nel biennio mobile: evento oggettivamente non evitabile (EONE) di impresa non edile (art. 12, comma 4, D.Lgs. 148/2015). | Nel biennio mobile si possono usare al massimo 52 settimane di CIGO. | Art. 12, comma 3, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Evento meteo, industria (evento non evitabile, EONE) [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Il biennio mobile va dal 02/12/2024 al 29/11/2026. | La finestra finisce con l’ultima settimana richiesta e scorre con la richiesta. | Circ. MLPS 17/2017; prassi INPS (settimana richiesta e 103 precedenti) | durata della finestra: 104 settimane [tabella delle norme, cigo.biennio.window_weeks]
  Nella finestra non risultano settimane già usate. Σ 0 unita | Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono. | autorizzazioni dal 02/12/2024 al 29/11/2026: nessuna [registro INPS, unità produttiva 1]
  Restano 52 settimane prima della richiesta: 52 meno 0. = 32760 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | Art. 12, comma 3, D.Lgs. 148/2015 | limite: 52 settimane [tabella delle norme, cigo.biennio.limit_weeks] | settimane usate: 0 [calcolo, biennio]
  La richiesta non usa altre settimane. = 0 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  * Entrano 2 di 2 settimane. = 2 settimane | Ogni settimana richiesta deve stare nel limite di ogni biennio provato. | Circ. MLPS 17/2017 (ultimo giorno richiesto) e prassi INPS (prima settimana): il controllo su ogni settimana rispetta entrambe | esito: limite non applicabile [calcolo, biennio] | bienni provati: si prova ogni biennio che contiene una settimana richiesta [tabella delle norme, cigo.biennio.anchor]
  Le settimane di un evento non evitabile (EONE) non si contano, salvo in edilizia e lapidei. | Art. 12, comma 4, D.Lgs. 148/2015 | eventi non evitabili esclusi: sì [tabella delle norme, cigo.eone.exempt_c2_c3]
)");
}

BOOST_AUTO_TEST_CASE(a_building_firm_in_a_climate_window) {
  test::World w;
  test::builder(w);
  test::bad_weather(w);
  w.d.causale.id = "METEO_EDIL";
  BOOST_TEST(
      tree(w, "biennio") ==
      R"(* Le settimane richieste non si contano nel biennio mobile: evento oggettivamente non evitabile (EONE) nel periodo di deroga climatica. | Nel biennio mobile si possono usare al massimo 52 settimane di CIGO. | Art. 12, comma 3, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Evento meteo, edilizia (evento non evitabile, EONE) [domanda, causale.id] | settore: edilizia [calcolo, instradamento]
  Il biennio mobile va dal 02/12/2024 al 29/11/2026. | La finestra finisce con l’ultima settimana richiesta e scorre con la richiesta. | Circ. MLPS 17/2017; prassi INPS (settimana richiesta e 103 precedenti) | durata della finestra: 104 settimane [tabella delle norme, cigo.biennio.window_weeks]
  Nella finestra non risultano settimane già usate. Σ 0 unita | Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono. | autorizzazioni dal 02/12/2024 al 29/11/2026: nessuna [registro INPS, unità produttiva 1]
  Restano 52 settimane prima della richiesta: 52 meno 0. = 32760 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | Art. 12, comma 3, D.Lgs. 148/2015 | limite: 52 settimane [tabella delle norme, cigo.biennio.limit_weeks] | settimane usate: 0 [calcolo, biennio]
  La richiesta non usa altre settimane. = 0 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  * Entrano 2 di 2 settimane. = 2 settimane | Ogni settimana richiesta deve stare nel limite di ogni biennio provato. | Circ. MLPS 17/2017 (ultimo giorno richiesto) e prassi INPS (prima settimana): il controllo su ogni settimana rispetta entrambe | esito: limite non applicabile [calcolo, biennio] | bienni provati: si prova ogni biennio che contiene una settimana richiesta [tabella delle norme, cigo.biennio.anchor]
  * Deroga climatica dal 01/07/2026 al 31/12/2026: le settimane EONE comprese per intero non si contano. | Art. 6 D.L. 107/2026; msg. INPS 2418/2026 (legge di conversione non letta) | periodo di deroga: dal 01/07/2026 al 31/12/2026 [tabella delle norme, cigo.eone.climate_window]
)");
}

BOOST_AUTO_TEST_CASE(the_quinquennio) {
  const auto w = history();
  BOOST_TEST(
      tree(w, "quinquennio") ==
      R"(* Restano 14,67 mesi (63,6 settimane) nel quinquennio mobile che finisce il 29/11/2026: la richiesta usa 2 settimane. | CIGO e CIGS insieme non possono superare 24 mesi nel quinquennio mobile: 12 mesi valgono 52 settimane. | Art. 4, comma 1, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Il quinquennio mobile va dal 30/11/2021 al 29/11/2026. | La finestra finisce con l’ultima settimana richiesta e scorre con la richiesta. | Circ. MLPS 17/2017 | durata della finestra: 5 anni [tabella delle norme, art4.window_years]
  * Nella finestra risultano già usate 40,4 settimane. Σ 25452 unita | Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono. | Art. 22, comma 5, D.Lgs. 148/2015 | solidarietà a metà fino a: 24 mesi [tabella delle norme, art4.cds_half_up_to_months] | misura della CIGO: si contano i giorni fruiti, se dichiarati [tabella delle norme, art4.cigo_measure]
    S1, dal 01/01/2023 al 31/12/2023: conta 6 mesi. = 16380 unita | Contratto di solidarietà: mesi autorizzati. | prestazione: CIGS_CDS [registro INPS, autorizzazione S1] | periodo autorizzato: dal 01/01/2023 al 31/12/2023 [registro INPS, autorizzazione S1]
    A1, dal 03/03/2025 al 25/05/2025: conta 12 settimane. = 7560 unita | Settimane autorizzate: fruito non dichiarato. | prestazione: CIGO [registro INPS, autorizzazione A1] | periodo autorizzato: dal 03/03/2025 al 25/05/2025 [registro INPS, autorizzazione A1]
    A2, dal 02/02/2026 al 01/03/2026: conta 2,4 settimane. = 1512 unita | Fruito dichiarato: 12 giorni su 5 a settimana. | prestazione: CIGO [registro INPS, autorizzazione A2] | periodo autorizzato: dal 02/02/2026 al 01/03/2026 [registro INPS, autorizzazione A2] | giorni fruiti: 12 [registro INPS, autorizzazione A2, dichiarazione del fruito]
    A3, dal 04/05/2026 al 17/05/2026: non si conta. = 0 unita | Respinta: non si conta. | prestazione: CIGO [registro INPS, autorizzazione A3] | periodo autorizzato: dal 04/05/2026 al 17/05/2026 [registro INPS, autorizzazione A3]
  Restano 63,6 settimane prima della richiesta: 104 meno 40,4. = 40068 unita | Il residuo è il limite meno le settimane usate, mai sotto zero. | Art. 4, comma 1, D.Lgs. 148/2015 | limite: 24 mesi [tabella delle norme, art4.limit_months] | settimane usate: 40,4 [calcolo, quinquennio]
  La richiesta ne usa 2. = 1260 unita | Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite. | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
  Entrano 2 di 2 settimane. = 2 settimane | Ogni settimana richiesta si giudica nel quinquennio che finisce con lei. | esito: limite rispettato [calcolo, quinquennio]
)");
}

BOOST_AUTO_TEST_CASE(one_third_of_the_hours) {
  const auto w = history();
  BOOST_TEST(
      tree(w, "terzo") ==
      R"(* Ore già autorizzate 1.600,00, richieste 320,00: il limite di un terzo delle ore lavorabili nel biennio è 27.733,33. | Le ore di CIGO autorizzate nel biennio non possono superare un terzo delle ore lavorabili. | Art. 12, comma 5, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Ore autorizzate e richieste: 1.920,00 ore. Σ 192000 centesimi
    Ore già autorizzate dal 02/12/2024 al 29/11/2026: 1.600,00 ore. Σ 160000 centesimi | Di ogni autorizzazione di CIGO si contano le ore delle sue settimane che cadono nel biennio.
      A1, dal 03/03/2025 al 25/05/2025: conta 1.200,00 ore. = 120000 centesimi | Ore delle settimane che cadono nel biennio. | ore autorizzate: 1.200,00 [registro INPS, autorizzazione A1]
      A2, dal 02/02/2026 al 01/03/2026: conta 400,00 ore. = 40000 centesimi | Ore delle settimane che cadono nel biennio. | ore autorizzate: 400,00 [registro INPS, autorizzazione A2]
      A3, dal 04/05/2026 al 17/05/2026: non si conta. = 0 centesimi | Respinta: non si conta. | ore autorizzate: 100,00 [registro INPS, autorizzazione A3]
    Ore richieste: 320,00 ore. Σ 32000 centesimi | Si sommano le ore del piano settimanale.
      Settimana dal 16/11/2026: 160,00 ore. = 16000 centesimi | ore: 160,00 [domanda, periodo.settimane[0].ore]
      Settimana dal 23/11/2026: 160,00 ore. = 16000 centesimi | ore: 160,00 [domanda, periodo.settimane[1].ore]
  * Ore lavorabili nel biennio: 83.200,00 ore. = 8320000 centesimi | Media degli orari settimanali per le settimane del biennio; le frazioni non si arrotondano. | Art. 12, comma 5, D.Lgs. 148/2015: ore lavorabili come 104 settimane di orario contrattuale | settimane del biennio: 104 settimane [tabella delle norme, cigo.third.weeks]
    * Orari settimanali dei mesi nella media, in tutto 4.800,00 ore su 6 mesi. Σ 480000 centesimi | Si guarda ai mesi del semestre precedente: lavoratori per orario contrattuale. | Artt. 12, comma 5, e 29 D.Lgs. 148/2015 | mesi da guardare: 6 mesi [tabella delle norme, headcount.months] | giorno da cui si contano: si contano i mesi prima di quello di inizio [tabella delle norme, headcount.half_year]
      05/2026: 800,00 ore alla settimana. = 80000 centesimi | lavoratori: 20 [registro INPS, UniEmens 05/2026]
      06/2026: 800,00 ore alla settimana. = 80000 centesimi | lavoratori: 20 [registro INPS, UniEmens 06/2026]
      07/2026: 800,00 ore alla settimana. = 80000 centesimi | lavoratori: 20 [registro INPS, UniEmens 07/2026]
      08/2026: 800,00 ore alla settimana. = 80000 centesimi | lavoratori: 20 [registro INPS, UniEmens 08/2026]
      09/2026: 800,00 ore alla settimana. = 80000 centesimi | lavoratori: 20 [registro INPS, UniEmens 09/2026]
      10/2026: 800,00 ore alla settimana. = 80000 centesimi | lavoratori: 20 [registro INPS, UniEmens 10/2026]
  Limite: 27.733,33 ore, cioè un terzo di 83.200,00. = 2773333 centesimi | Le ore autorizzate e richieste non lo superano. | Art. 12, comma 5, D.Lgs. 148/2015 | parte ammessa: 1/3 [tabella delle norme, cigo.third.fraction]
)");
}

BOOST_AUTO_TEST_CASE(one_third_without_a_headcount) {
  auto w = history();
  test::up(w).organico.clear();
  BOOST_TEST(
      tree(w, "terzo") ==
      R"(* L’organico del semestre precedente non è disponibile: il limite di un terzo delle ore lavorabili non si calcola e lo verifica la Sede INPS. | Le ore di CIGO autorizzate nel biennio non possono superare un terzo delle ore lavorabili. | Art. 12, comma 5, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Ore autorizzate e richieste: 1.920,00 ore. Σ 192000 centesimi
    Ore già autorizzate dal 02/12/2024 al 29/11/2026: 1.600,00 ore. Σ 160000 centesimi | Di ogni autorizzazione di CIGO si contano le ore delle sue settimane che cadono nel biennio.
      A1, dal 03/03/2025 al 25/05/2025: conta 1.200,00 ore. = 120000 centesimi | Ore delle settimane che cadono nel biennio. | ore autorizzate: 1.200,00 [registro INPS, autorizzazione A1]
      A2, dal 02/02/2026 al 01/03/2026: conta 400,00 ore. = 40000 centesimi | Ore delle settimane che cadono nel biennio. | ore autorizzate: 400,00 [registro INPS, autorizzazione A2]
      A3, dal 04/05/2026 al 17/05/2026: non si conta. = 0 centesimi | Respinta: non si conta. | ore autorizzate: 100,00 [registro INPS, autorizzazione A3]
    Ore richieste: 320,00 ore. Σ 32000 centesimi | Si sommano le ore del piano settimanale.
      Settimana dal 16/11/2026: 160,00 ore. = 16000 centesimi | ore: 160,00 [domanda, periodo.settimane[0].ore]
      Settimana dal 23/11/2026: 160,00 ore. = 16000 centesimi | ore: 160,00 [domanda, periodo.settimane[1].ore]
)");
}

BOOST_AUTO_TEST_CASE(how_much_can_be_asked) {
  auto w = history();
  w.r.autorizzazioni = {test::authorised("2025-02-03", "2026-01-11")};
  BOOST_TEST(
      tree(w, "capienza") ==
      R"(* Dal 16/11/2026 si possono chiedere al massimo 3 settimane, fino al 06/12/2026. Il limite che ferma la settimana successiva: Biennio mobile. | La durata possibile è la più lunga che rispetta insieme tutti i limiti. | Artt. 4 e 12 D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento]
  Il periodo più lungo va dal 16/11/2026 al 06/12/2026: 3 settimane. = 3 settimane | Si allunga la richiesta di una settimana alla volta finché ogni limite è rispettato. | primo giorno: 16/11/2026 [domanda, periodo.dal] | ore di una settimana, in media: 160,00 [domanda, periodo.settimane]
  * Biennio mobile: Delle 4 settimane richieste ne entrano 3 nel limite di 52 settimane del biennio mobile. C’è spazio per 4 settimane dal 11/01/2027. | È il limite che una settimana in più supererebbe. | Art. 12, comma 3, D.Lgs. 148/2015
  La prima data, da oggi, da cui entrano 2 settimane è lunedì 30 novembre 2026. | Si prova ogni lunedì: devono stare insieme nei limiti del biennio, delle settimane consecutive e del quinquennio. | oggi: 24/11/2026 [giorno dell’esame] | settimane richieste: 2 [domanda, periodo.dal e periodo.al]
)");
}

BOOST_AUTO_TEST_CASE(the_consultation_before_the_start) {
  const test::World w;
  BOOST_TEST(
      tree(w, "consultazione") ==
      R"(Prima di iniziare, comunica ai sindacati cause, entità, durata prevista e numero dei lavoratori. Fino a 50 dipendenti la procedura dura al massimo 10 giorni dalla comunicazione. | I sindacati vanno informati prima della sospensione; per gli eventi non evitabili anche dopo l’inizio. | Art. 14, comma 1, D.Lgs. 148/2015; Art. 14, comma 3, D.Lgs. 148/2015 | settore: diverso dall’edilizia [calcolo, instradamento] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | tipo di richiesta: prima richiesta [domanda, periodo.tipo] | dipendenti: 20,00 [domanda, azienda.dipendenti_medi] | soglia di dipendenti: 50 lavoratori [tabella delle norme, union.size_threshold]
  Comunicazione preventiva a RSA o RSU e alle sedi territoriali dei sindacati più rappresentativi, entro il 16/11/2026. | Art. 14, comma 1, D.Lgs. 148/2015; Art. 14, comma 3, D.Lgs. 148/2015
  Esame congiunto, se una delle parti lo chiede, entro il 12/11/2026. = 10 giorni | La procedura dura al massimo 10 giorni. | Art. 14, comma 1, D.Lgs. 148/2015; Art. 14, comma 3, D.Lgs. 148/2015
)");
}

BOOST_AUTO_TEST_CASE(the_consultation_of_an_event) {
  test::World w;
  test::bad_weather(w);
  w.d.periodo.settimane[0].zero_ore = {domain::Count{2}, {}};
  BOOST_TEST(
      tree(w, "consultazione") ==
      R"(* Evento non evitabile con 40,00 ore alla settimana per il lavoratore più sospeso, oltre 16: se lo chiedono entro 3 giorni dalla comunicazione si fa l’esame congiunto, da chiudere in 5 giorni dalla richiesta. | I sindacati vanno informati prima della sospensione; per gli eventi non evitabili anche dopo l’inizio. | Art. 14, comma 4, D.Lgs. 148/2015 | settore: diverso dall’edilizia [calcolo, instradamento] | causale: Evento meteo, industria [domanda, causale.id] | tipo di richiesta: prima richiesta [domanda, periodo.tipo] | ore alla settimana del lavoratore più sospeso: 40,00 [domanda, periodo.settimane] | ore alla settimana in media: 16,00 [domanda, periodo.settimane] | soglia di ore: 16 ore [tabella delle norme, union.eone.hours_threshold] | ore di chi è a zero ore: 40 ore [tabella delle norme, plan.weekly_hours] | misura della soglia: ore del lavoratore più sospeso [tabella delle norme, union.eone.hours_unit]
  Comunicazione di durata prevista e numero dei lavoratori, anche dopo l’inizio. | Art. 14, comma 4, D.Lgs. 148/2015
  Richiesta di esame congiunto, entro il 05/11/2026. = 5 giorni | La procedura dura al massimo 5 giorni. | Art. 14, comma 4, D.Lgs. 148/2015
)");
}

BOOST_AUTO_TEST_CASE(the_liquidity_index) {
  const auto w = direct();
  BOOST_TEST(
      tree(w, "liquidita") ==
      R"(* L’indice di liquidità è 0,88, inferiore a 1: il requisito è presumibilmente documentato. Decide la Sede INPS. Con le rimanenze l’indice è 1,11: le due formule danno esito diverso. | Il pagamento diretto spetta per serie e documentate difficoltà finanziarie. | Art. 7, comma 5, D.Lgs. 148/2015; Allegato 2 alla circ. INPS 197/2015 (formula non letta) | modalità di pagamento: diretto [domanda, pagamento.modalita] | credito rifiutato dalle banche: sì [domanda, pagamento.credito_rifiutato]
  * Indice: (10.000,00 + 5.000,00) / 17.000,00 = 0,88. | L’indice è la somma delle liquidità divisa per le passività correnti; si confronta esatto, si mostra troncato. | Art. 7, comma 5, D.Lgs. 148/2015; Allegato 2 alla circ. INPS 197/2015 (formula non letta) | liquidità immediate: 10.000,00 € [domanda, pagamento.liquidita_immediate] | liquidità differite: 5.000,00 € [domanda, pagamento.liquidita_differite] | passività correnti: 17.000,00 € [domanda, pagamento.passivita_correnti] | formula: senza rimanenze [tabella delle norme, liquidity.variant]
  * La difficoltà è presumibilmente documentata se l’indice è inferiore alla soglia. | Un indice uguale alla soglia non basta. | Allegato 2 alla circ. INPS 197/2015 (soglia non letta; 1 per analogia con AdER) | soglia: 1,00 [tabella delle norme, liquidity.threshold_hundredths]
  * Con l’altra formula l’indice è 1,11: l’esito cambia. | L’altra formula somma anche le rimanenze. | rimanenze: 4.000,00 € [domanda, pagamento.rimanenze]
)");
}

BOOST_AUTO_TEST_CASE(the_contribution) {
  const auto w = history();
  BOOST_TEST(
      tree(w, "contributo") ==
      R"(* Fino al 31/10/2026 risultano usate 66,4 settimane nel quinquennio mobile: per 11/2026 il contributo addizionale è 12%. Mancano 37,6 settimane alla soglia di 104. Misura piena: l’ultimo uso è finito il 17/02/2026, la ridotta spetta ai trattamenti iniziati dal 18/02/2028. | Chi usa la CIGO versa un contributo sulla retribuzione persa dai lavoratori. | Art. 5, comma 1, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Mancanza di lavoro o di commesse [domanda, causale.id] | settore: industria [calcolo, instradamento] | mese: 11/2026 [calcolo, primo mese del periodo]
  * Fino al 31/10/2026 risultano usate 66,4 settimane. Σ 41832 unita | Si guarda alla fine del mese prima: una soglia superata alza l’aliquota dal mese dopo. | Art. 5, comma 1, D.Lgs. 148/2015: le soglie sono in settimane e la CIGS è data a mesi; nessun testo dice come si convertono (nel tetto complessivo 12 mesi sono 52 settimane) | finestra: dal 01/11/2021 al 31/10/2026 [registro INPS, autorizzazioni dell’unità produttiva] | settimane della CIGS: si contano come quelle della CIGO [tabella delle norme, addiz.cigs_measure]
    S1, dal 01/01/2023 al 31/12/2023: conta 52 settimane. = 32760 unita | Giorni fruiti: 260. | periodo: dal 01/01/2023 al 31/12/2023 [registro INPS, autorizzazione S1]
    A1, dal 03/03/2025 al 25/05/2025: conta 12 settimane. = 7560 unita | Giorni fruiti: 60. | periodo: dal 03/03/2025 al 25/05/2025 [registro INPS, autorizzazione A1]
    A2, dal 02/02/2026 al 01/03/2026: conta 2,4 settimane. = 1512 unita | Giorni fruiti: 12. | periodo: dal 02/02/2026 al 01/03/2026 [registro INPS, autorizzazione A2]
    A3, dal 04/05/2026 al 17/05/2026: non si conta. = 0 unita | Respinta o annullata: non si conta. | periodo: dal 04/05/2026 al 17/05/2026 [registro INPS, autorizzazione A3]
  Fascia 2: 12%. | L’aliquota cresce con le settimane usate nel quinquennio mobile. | Art. 5, comma 1, D.Lgs. 148/2015 | aliquota: 12,00 % [tabella delle norme, addiz.rate.t2] | prima soglia: 52 settimane [tabella delle norme, addiz.tier_weeks.t1] | seconda soglia: 104 settimane [tabella delle norme, addiz.tier_weeks.t2]
  * Misura piena: l’ultimo uso è finito il 17/02/2026, la ridotta spetta ai trattamenti iniziati dal 18/02/2028. | La misura ridotta spetta a chi non ha usato la CIG per un certo numero di mesi. | Art. 5, comma 1-ter, D.Lgs. 148/2015 | mesi senza CIG: 24 mesi [tabella delle norme, addiz.bonus_free_months] | a chi si guarda: si guarda a tutto il datore di lavoro [tabella delle norme, addiz.bonus_level]
)");
}

BOOST_AUTO_TEST_CASE(the_contribution_of_an_event) {
  test::World w;
  test::bad_weather(w);
  BOOST_TEST(
      tree(w, "contributo") ==
      R"(Evento non evitabile: contributo addizionale 0%. | Chi usa la CIGO versa un contributo sulla retribuzione persa dai lavoratori. | Art. 13, comma 3, D.Lgs. 148/2015 | unità produttiva: 1, Stabilimento di Roma [domanda, unita_produttiva.progressivo] | periodo richiesto: 2 settimane, dal 16/11/2026 al 29/11/2026 [domanda, periodo.dal e periodo.al] | causale: Evento meteo, industria (evento non evitabile, EONE) [domanda, causale.id] | settore: industria [calcolo, instradamento] | mese: 11/2026 [calcolo, primo mese del periodo]
  L’aliquota è 0%. | Per gli eventi non evitabili (EONE) il contributo non è dovuto. | Art. 13, comma 3, D.Lgs. 148/2015 | aliquota: 0,00 % [tabella delle norme, addiz.eone]
)");
}

BOOST_AUTO_TEST_CASE(the_amounts) {
  const test::World w;
  BOOST_TEST(
      tree(w, "importi") ==
      R"(* Ai lavoratori spettano al massimo 2.711,80 € lordi, 2.553,44 € dopo la riduzione. Σ 271180 cent | Spetta l’80% della retribuzione persa entro il massimale: senza retribuzioni si stima il massimo possibile. | Artt. 3 e 5 D.Lgs. 148/2015; art. 26 L. 41/1986 | parte della retribuzione: 80,00 % [tabella delle norme, treatment.rate] | riduzione: 5,84 % [tabella delle norme, treatment.reduction]
  Settimana dal 16/11/2026: al massimo 1.355,90 € lordi, 1.276,72 € dopo la riduzione. = 135590 cent | ore: 160,00 [domanda, periodo.settimane, 16/11/2026] | lavoratori: 10 [domanda, periodo.settimane, 16/11/2026]
  Settimana dal 23/11/2026: al massimo 1.355,90 € lordi, 1.276,72 € dopo la riduzione. = 135590 cent | ore: 160,00 [domanda, periodo.settimane, 23/11/2026] | lavoratori: 10 [domanda, periodo.settimane, 23/11/2026]
  Massimale mensile del 2026: 1.423,69 € lordi, 1.340,56 € dopo la riduzione. | Il massimale è uno per tutti i redditi. | Circ. INPS 4/2026 | massimale lordo: 1.423,69 € [tabella delle norme, massimale.lordo] | massimale netto: 1.340,56 € [tabella delle norme, massimale.netto]
  In 11/2026 ci sono 21 giorni lavorativi, di cui 0 festivi compresi: 168,00 ore lavorabili. | Il massimale di un’ora è quello mensile diviso per le ore lavorabili del mese. | Art. 3 D.Lgs. 66/2003, salvo CCNL | orario settimanale: 40 ore [tabella delle norme, plan.weekly_hours]
)");
}

BOOST_AUTO_TEST_CASE(an_alert_and_the_result_behind_it) {
  test::World w;
  w.oggi = test::day("2026-11-28");
  BOOST_TEST(
      tree(w, "A-TER-03") ==
      R"(Mancano 3 giorni alla scadenza del 01/12/2026. | art. 15 c. 2 D.Lgs. 148/2015; msg. INPS 4275/2017 | Primo giorno di sospensione o riduzione: 16/11/2026 [domanda, periodo.data_inizio_effettivo] | quanto: Mancano 3 giorni [calcolo, controllo A-TER-03] | data: 01/12/2026 [calcolo, controllo A-TER-03] | gravità: avviso: la domanda si può inviare [catalogo degli avvisi, A-TER-03] | rimedio: Completa e invia la domanda entro il 01/12/2026. [catalogo degli avvisi, A-TER-03]
  L’ultimo giorno utile per inviare la domanda è martedì 1º dicembre 2026. | La domanda si invia entro un termine che corre dall’inizio della sospensione o riduzione. | Art. 15, comma 2, D.Lgs. 148/2015; msg. INPS 4275/2017 | causale: Mancanza di lavoro o di commesse [domanda, causale.id]
    Il termine cade martedì 1º dicembre 2026. | 15 giorni dall’inizio, giorno iniziale escluso. | Art. 15, comma 2, D.Lgs. 148/2015; msg. INPS 4275/2017 | inizio effettivo: 16/11/2026 [domanda, periodo.data_inizio_effettivo] | giorni dall’inizio: 15 giorni [tabella delle norme, deadlines.ordinary_days]
    Mancano 3 giorni. = 3 giorni | L’ultimo giorno utile è compreso. | oggi: 28/11/2026 [giorno dell’esame]
)");
}

BOOST_AUTO_TEST_CASE(an_alert_raised_on_two_rows) {
  test::World w;
  w.d.periodo.dal = domain::enter<domain::Date>("boh");
  w.d.periodo.al = domain::enter<domain::Date>("mah");
  BOOST_TEST(tree(w, "A-FRM-01") == R"(L’avviso riguarda 2 punti della domanda. | Controllo formale
  «boh» non è una data valida. | Controllo formale | Lunedì della prima settimana: boh [domanda, periodo.dal] | cosa: una data valida [calcolo, controllo A-FRM-01] | gravità: errore: la domanda non si può inviare [catalogo degli avvisi, A-FRM-01] | rimedio: La data non è scritta nel modo atteso: indicala come giorno/mese/anno, per esempio 23/11/2026. [catalogo degli avvisi, A-FRM-01]
  «mah» non è una data valida. | Controllo formale | Domenica dell’ultima settimana: mah [domanda, periodo.al] | cosa: una data valida [calcolo, controllo A-FRM-01] | gravità: errore: la domanda non si può inviare [catalogo degli avvisi, A-FRM-01] | rimedio: La data non è scritta nel modo atteso: indicala come giorno/mese/anno, per esempio 23/11/2026. [catalogo degli avvisi, A-FRM-01]
)");
}

BOOST_AUTO_TEST_CASE(another_norm_table_changes_the_words) {
  const auto w = history();
  const auto norms = tests::with_parameter("cigo.biennio.limit_weeks", 40);
  const auto found = rules::explanation::explain(w.d, w.r, norms, w.oggi, "biennio").value();
  BOOST_TEST(found.regola == "Nel biennio mobile si possono usare al massimo 40 settimane di CIGO.");
  BOOST_TEST(found.passi[2].affermazione == "Restano 25,6 settimane prima della richiesta: 40 meno 14,4.");
  BOOST_TEST(found.passi[2].fatti[0].valore == "40 settimane");
}

BOOST_AUTO_TEST_CASE(a_choice_of_the_norms_is_told_in_italian) {
  auto w = history();
  w.r.autorizzazioni[0].eone = true;
  for (const auto& parameter : norms::Norms::builtin().parameters()) {
    if (parameter.unita != "scelta" || parameter.alternative.empty()) continue;
    auto choices = parameter.alternative;
    choices.push_back(parameter.testo);
    for (const auto& choice : choices) {
      const auto norms = tests::with_parameter(parameter.chiave, choice);
      for (const auto& found : rules::explanation::explain_all(w.d, w.r, norms, w.oggi)) {
        BOOST_TEST(drawn(found).find(": " + choice + " [") == std::string::npos, parameter.chiave << " " << choice);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_told_with_the_field_to_fill) {
  test::World w;
  BOOST_TEST(refusal(w, "liquidita") ==
             "L’indice di liquidità serve solo per il pagamento diretto: la domanda chiede il conguaglio.");
  w.d.periodo.al = {};
  BOOST_TEST(refusal(w, "biennio") == "Per contare le settimane indica la data di inizio e la data di fine del periodo.");
  w.d.unita_produttiva.progressivo = {};
  BOOST_TEST(refusal(w, "terzo") == "Per contare le settimane scegli l’unità produttiva.");
  w.d.causale.id.clear();
  BOOST_TEST(refusal(w, "scadenza") == "Per calcolare il termine scegli la causale.");
  BOOST_TEST(refusal(w, "consultazione") == "Per sapere se la consultazione sindacale è dovuta scegli la causale.");
  w.d.periodo.settimane.clear();
  BOOST_TEST(refusal(w, "importi") == "Per stimare gli importi compila lavoratori e ore del piano settimanale.");
  w.r.posizione = {};
  BOOST_TEST(refusal(w, "instradamento") == "Per l’inquadramento serve la posizione INPS: indica la matricola.");
  BOOST_TEST(refusal(w, "organico") ==
             "Nel registro mancano le denunce UniEmens del semestre: la media dei dipendenti non si calcola.");
}

BOOST_AUTO_TEST_CASE(of_an_empty_domanda_only_what_is_known_is_explained) {
  test::World w;
  w.d = {};
  std::string codes;
  for (const auto& found : rules::explanation::explain_all(w.d, w.r, norms::Norms::builtin(), w.oggi)) {
    if (found.codice[0] != 'A') codes += found.codice + " ";
  }
  BOOST_TEST(codes == "instradamento organico ");
}

BOOST_AUTO_TEST_SUITE_END()
