#include <boost/test/unit_test.hpp>

#include "shared/wire/strict.hpp"
#include "shared/wire/wire.hpp"
#include "tests/unit/core/review/base.hpp"

namespace {

using namespace omnia;
using namespace omnia::domain;

// Every field away from its default.
Draft full_draft() {
  Draft d = test::clean_draft(3);
  d.forzata = true;
  d.nota_forzatura = "Inquadramento in corso di variazione.";
  d.unita_produttiva.contratto_appalto = "Rep. 12/2026";
  d.unita_produttiva.appalto_dal = enter<Date>("01/01/2026");
  d.unita_produttiva.appalto_al = enter<Date>("31/12/2026");
  d.causale.ordinanza = {"Comune di Savona", "45", enter<Date>("01/07/2026"), enter<Hours>("3,50")};
  d.causale.interruzione_programmata = d.causale.attestazione_ditta = d.causale.manutenzione_documentata = true;
  d.causale.variante_del_committente = d.causale.aderenti_allo_sciopero = true;
  d.periodo.tipo = TipoRichiesta::proroga;
  d.periodo.domanda_prorogata = "INPS.7000.01/10/2026.0000012";
  d.periodo.motivi_proroga = "La commessa è ancora ferma.";
  d.periodo.giorni_evento = {test::day("2026-11-16"), test::day("2026-11-17")};
  d.lavoratori.beneficiari[1].cambio_appalto = true;
  d.lavoratori.distinti_da_cigs = d.lavoratori.altra_attivita = true;
  d.pagamento.modalita = ModalitaPagamento::diretto;
  d.pagamento.liquidita_immediate = enter<Money>("10.000,00");
  d.pagamento.liquidita_differite = enter<Money>("-5,25");
  d.pagamento.rimanenze = enter<Money>("7");
  d.pagamento.passivita_correnti = enter<Money>("20.000,10");
  d.pagamento.data_bilancio = enter<Date>("30/06/2026");
  d.pagamento.procedura_concorsuale = d.pagamento.cessazione = d.pagamento.credito_rifiutato = true;
  d.pagamento.procedura_tipo = "concordato";
  d.pagamento.procedura_tribunale = "Roma";
  d.pagamento.procedura_data = enter<Date>("02/02/2026");
  d.pagamento.altri_elementi = true;
  d.pagamento.altri_elementi_descrizione = "Lettere della banca";
  d.lavoratori.organico = {enter<Count>("15"), enter<Count>("3"), enter<Count>("1"), enter<Count>("1"),
                           enter<Count>("0"),  enter<Count>("1"), enter<Count>("21")};
  d.lavoratori.organico.part_time = enter<Count>("2");
  d.lavoratori.beneficiari[1].ore_settimanali = enter<Hours>("24");
  d.lavoratori.beneficiari[1].part_time = enter<Decimal>("60");
  d.lavoratori.beneficiari[1].assunzione = enter<Date>("01/03/2024");
  d.periodo.ore_giorni = {{test::day("2026-11-16"), enter<Hours>("8")}, {test::day("2026-11-17"), enter<Hours>("tutto")}};
  d.periodo.settimane[0].ore_impiegati = enter<Hours>("40");
  d.allegati = {{"verbale.pdf", "application/pdf", "consultazione", 20480, "ab12"}};
  auto& r = d.relazione;
  r.modalita = ModalitaRelazione::pdf;
  for (auto* text : {&r.contesto, &r.durata_prevista, &r.imprevedibilita, &r.collegamento_sciopero, &r.fase_in_corso,
                     &r.conseguenze_evento, &r.condizioni, &r.scorte, &r.ricerca_alternative}) {
    *text = "Perché sì";
  }
  r.evento = "gelo";
  r.lavorazione = "scavi";
  r.pioggia_mm = enter<Decimal>("1,5");
  r.temperatura = enter<Temperature>("-2,5");
  r.temperatura_percepita = enter<Temperature>("-7");
  r.ordine_materie_data = enter<Date>("01/10/2026");
  r.dal = enter<Date>("16/11/2026");
  r.al = enter<Date>("domenica");
  r.firmatario_codice_fiscale = enter<CodiceFiscale>(test::codice_fiscale(901));
  r.procura = true;
  r.pdf_nome = "relazione.pdf";
  r.pdf_dimensione = enter<Count>("20480");
  r.pdf_impronta = "ab12";
  d.indicatori.modalita = ModalitaIndicatori::trimestrale;
  d.indicatori.periodi[1].trimestre = 3;
  d.indicatori.periodi[2].ordini_valore = enter<Money>("9.000");
  d.indicatori.periodi[2].scorte = enter<Money>("tante");
  d.indicatori.periodi[2].consumi_energetici = enter<Money>("1,01");
  d.indicatori.periodi[2].ore_lavorate = enter<Hours>("12.500");
  d.indicatori.altri_periodi.resize(1);
  d.indicatori.altri_periodi[0].anno = 2025;
  d.indicatori.altri_periodi[0].fatturato = enter<Money>("800.000");
  auto& u = d.consultazione;
  u.rsu_presente = u.comunicata_rsu = u.esame_richiesto = true;
  u.ore_comunicate = enter<Hours>("160");
  u.esame_richiesto_il = enter<Date>("03/11/2026");
  u.esame_data = enter<Date>("06/11/2026");
  u.esame_richiesto_da = "rsu";
  u.esito = "accordo";
  d.invio.note = "Šarić, perché no? «€»";
  return d;
}

std::string refusal(std::string_view json, std::string_view codice = "json.campo") {
  const auto read = wire::read_draft(json);
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST(read.reason().codice == codice);
  return read.reason().testo;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wire_draft)

BOOST_AUTO_TEST_CASE(a_draft_comes_back_equal_and_its_bytes_too) {
  for (const Draft& draft : {Draft{}, test::clean_draft(), full_draft()}) {
    const std::string json = wire::write(draft);
    const auto back = wire::read_draft(json);
    BOOST_REQUIRE(back.ok());
    BOOST_TEST((back.value() == draft));
    BOOST_TEST(wire::write(back.value()) == json);
  }
}

BOOST_AUTO_TEST_CASE(the_bytes_of_an_empty_draft_are_canonical) {
  BOOST_TEST(wire::write(Draft{}) ==
             R"({"azienda":{"denominazione":"","legale_rappresentante":{"cognome":"","nome":""}},)"
             R"("causale":{"aderenti_allo_sciopero":false,"attestazione_ditta":false,"descrizione":"","id":"",)"
             R"("interruzione_programmata":false,"manutenzione_documentata":false,"ordinanza":{"ente":"","numero":""},)"
             R"("variante_del_committente":false},"consultazione":{"comunicata_rsu":false,"comunicata_territorio":false,)"
             R"("dichiarazione":false,"esame_richiesto":false,"esito":"","rsu_presente":false},"forzata":false,"id":"",)"
             R"("indicatori":{"modalita":"annuale","periodi":[]},"invio":{"dichiarazioni":false,"note":"","ticket":""},)"
             R"("lavoratori":{"altra_attivita":false,"beneficiari":[],"distinti_da_cigs":false,"organico":{}},)"
             R"("nota_forzatura":"","pagamento":{"altri_elementi":false,"altri_elementi_descrizione":"","cessazione":false,)"
             R"("credito_rifiutato":false,"modalita":"conguaglio","procedura_concorsuale":false,"procedura_tipo":"",)"
             R"("procedura_tribunale":""},"periodo":{"domanda_prorogata":"","giorni_evento":[],"motivi_proroga":"",)"
             R"("settimane":[],"tipo":"prima"},"prestazione":"CIGO","relazione":{"attivita":"","cause":"",)"
             R"("collegamento_sciopero":"","condizioni":"","conseguenze_evento":"","contesto":"","dichiarazione":false,)"
             R"("durata_prevista":"","effetti":"","evento":"","fase_in_corso":"","imprevedibilita":"","lavorazione":"",)"
             R"("modalita":"testo","non_imputabilita":"","pdf_impronta":"","pdf_nome":"","procura":false,)"
             R"("ricerca_alternative":"","ripresa":"","scorte":""},"unita_produttiva":{"autocertificazione":false,)"
             R"("contratto_appalto":""},"versione":1})");
}

BOOST_AUTO_TEST_CASE(units_are_in_the_keys) {
  const std::string json = wire::write(full_draft());
  for (const char* part :
       {R"("ore_vietate_centesimi":350)", R"("dipendenti_medi_centesimi":2000)", R"("ore_centesimi":4800)",
        R"("liquidita_immediate_cent":1000000)", R"("liquidita_differite_cent":-525)", R"("data_bilancio":"2026-06-30")",
        R"("modalita":"diretto")", R"("temperatura_centesimi":-250)", R"("fatturato_cent":100000000)",
        R"("pioggia_mm_centesimi":150)", R"("ore_comunicate_centesimi":16000)", R"("tipo":"proroga")"}) {
    BOOST_TEST(json.find(part) != std::string::npos, part << " in " << json);
  }
}

BOOST_AUTO_TEST_CASE(text_that_does_not_parse_is_kept_as_typed) {
  Draft d;
  d.periodo.dal = enter<Date>("31/02/2026");
  d.pagamento.rimanenze = enter<Money>("tanti");
  d.unita_produttiva.progressivo = enter<Count>("due");
  const std::string json = wire::write(d);
  BOOST_TEST(json.find(R"("dal":{"testo":"31/02/2026"})") != std::string::npos);
  BOOST_TEST(json.find(R"("rimanenze_cent":{"testo":"tanti"})") != std::string::npos);
  const auto back = wire::read_draft(json);
  BOOST_REQUIRE(back.ok());
  BOOST_TEST((back.value() == d));
}

BOOST_AUTO_TEST_CASE(a_typed_text_goes_through_the_parser_of_the_domain) {
  const auto read = wire::read_draft(R"({"azienda":{"matricola":"12","pec":{"testo":"a@b.it"}},"periodo":{"dal":"23/11/2026"}})");
  BOOST_REQUIRE(read.ok());
  BOOST_TEST(read.value().azienda.matricola.testo == "12");
  BOOST_TEST(read.value().azienda.pec.value.has_value());
  BOOST_TEST((read.value().periodo.dal == enter<Date>("2026-11-23")));
}

BOOST_AUTO_TEST_CASE(unknown_fields_are_tolerated) {
  const auto read = wire::read_draft(R"({"futuro":{"a":[1,2]},"azienda":{"altro":null,"denominazione":"Prova"}})");
  BOOST_REQUIRE(read.ok());
  BOOST_TEST(read.value().azienda.denominazione == "Prova");
}

std::string unknown_in(std::string_view json) {
  const auto read = wire::read_known_draft(json);
  BOOST_REQUIRE_MESSAGE(!read.ok(), json);
  BOOST_TEST(read.reason().codice == "json.sconosciuto");
  return read.reason().testo;
}

BOOST_AUTO_TEST_CASE(a_member_that_nobody_reads_is_told_with_the_one_that_was_meant) {
  BOOST_TEST(unknown_in(R"({"periodo":{"data_inizio_efettivo":"2026-11-23"}})") ==
             "Il campo «periodo.data_inizio_efettivo» non esiste: forse è «data_inizio_effettivo».");
  BOOST_TEST(unknown_in(R"({"lavoratori":{"beneficiari":[{},{"dataAssunzione":"2020-01-01","Codice-Fiscale":"X"}]}})") ==
             "Il campo «lavoratori.beneficiari[1].Codice-Fiscale» non esiste: forse è «codice_fiscale». "
             "Il campo «lavoratori.beneficiari[1].dataAssunzione» non esiste: forse è «assunzione».");
  BOOST_TEST(unknown_in(R"({"pagamento":{"liquidita_immediate":1}})") ==
             "Il campo «pagamento.liquidita_immediate» non esiste: forse è «liquidita_immediate_cent».");
  BOOST_TEST(
      unknown_in(R"({"azienda":{"pec":{"testo":"a@b.it","testp":1}},"futuro":null})") ==
      "Il campo «futuro» non esiste: correggilo o toglilo. Il campo «azienda.pec.testp» non esiste: correggilo o toglilo.");
  // A name that is there already is not the one that was meant.
  BOOST_TEST(unknown_in(R"({"periodo":{"al":"2026-11-29","all":"2026-11-29"}})") ==
             "Il campo «periodo.all» non esiste: correggilo o toglilo.");
  BOOST_TEST(unknown_in(R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1})")
                 .find("«e» non esiste: correggilo o toglilo. E altri 2 campi.") != std::string::npos);
  BOOST_TEST(unknown_in("{\"" + std::string(63, 'x') + "è\\n\":1}") ==
             "Il campo «" + std::string(63, 'x') + "…» non esiste: correggilo o toglilo.");
  BOOST_TEST(unknown_in(R"({"lavoratori":{"beneficiari":[{"nom":1},{"nom":1},{"nom":1},{"nom":1},{"nom":1},{"nom":1}]}})")
                 .find("«lavoratori.beneficiari[4].nom» non esiste: forse è «nome». E un altro campo.") != std::string::npos);
  // What is wrong comes first, and what is not there is no defect.
  BOOST_TEST(wire::read_known_draft(R"({"futuro":1,"azienda":3})").reason().codice == "json.campo");
  BOOST_TEST(wire::read_known_draft("{}").ok());
}

BOOST_AUTO_TEST_CASE(what_the_program_writes_is_known_to_it) {
  const auto full = full_draft();
  const auto read = wire::read_known_draft(wire::write(full));
  BOOST_REQUIRE_MESSAGE(read.ok(), (read.ok() ? std::string() : read.reason().testo));
  BOOST_TEST((read.value() == full));
  BOOST_TEST(wire::read_known_draft(wire::write(Draft{})).ok());
}

// What was written before these sections were there stays readable, and they are empty.
BOOST_AUTO_TEST_CASE(sections_that_are_missing_read_as_empty) {
  const auto read = wire::read_draft(R"({"versione":1,"causale":{"id":"MANC_LAVORO"},"invio":{"dichiarazioni":true}})");
  BOOST_REQUIRE(read.ok());
  BOOST_TEST((read.value().relazione == SezioneRelazione{}));
  BOOST_TEST((read.value().indicatori == SezioneIndicatori{}));
  BOOST_TEST((read.value().consultazione == SezioneConsultazione{}));
  BOOST_TEST(read.value().invio.ticket.empty());
}

BOOST_AUTO_TEST_CASE(the_periods_of_the_indicators_are_in_order_and_have_a_year) {
  BOOST_TEST(
      refusal(R"({"indicatori":{"periodi":[{"anno":2025},{"anno":2025,"trimestre":0}]}})") ==
      "Il campo «indicatori.periodi[1]» deve seguire il periodo precedente: i periodi sono in ordine e senza ripetizioni.");
  BOOST_TEST(refusal(R"({"indicatori":{"periodi":[{"trimestre":5,"anno":2025}]}})") ==
             "Il campo «indicatori.periodi[0].trimestre» deve essere compreso fra 0 e 4.");
  BOOST_TEST(refusal(R"({"indicatori":{"periodi":[{"fatturato_cent":1}]}})") == "Il campo «indicatori.periodi[0].anno» manca.");
}

BOOST_AUTO_TEST_CASE(event_days_come_back_sorted_and_once) {
  const auto read = wire::read_draft(R"({"periodo":{"giorni_evento":["2026-11-18","2026-11-16","2026-11-18"]}})");
  BOOST_REQUIRE(read.ok());
  BOOST_TEST((read.value().periodo.giorni_evento == std::vector<Date>{test::day("2026-11-16"), test::day("2026-11-18")}));
}

BOOST_AUTO_TEST_CASE(a_wrong_type_is_refused_naming_the_path) {
  BOOST_TEST(refusal("[]") == "Il documento deve essere un oggetto.");
  BOOST_TEST(refusal(R"({"azienda":7})") == "Il campo «azienda» deve essere un oggetto.");
  BOOST_TEST(refusal(R"({"azienda":{"denominazione":null}})") == "Il campo «azienda.denominazione» deve essere un testo.");
  BOOST_TEST(refusal(R"({"azienda":{"matricola":7000000000}})") == "Il campo «azienda.matricola» deve essere un testo.");
  BOOST_TEST(refusal(R"({"azienda":{"pec":{"valore":"a"}}})") == "Il campo «azienda.pec» deve essere un testo.");
  BOOST_TEST(refusal(R"({"azienda":{"pec":{"testo":1}}})") == "Il campo «azienda.pec.testo» deve essere un testo.");
  BOOST_TEST(refusal(R"({"forzata":"si"})") == "Il campo «forzata» deve essere vero o falso (true, false).");
  BOOST_TEST(refusal(R"({"versione":2})") == "Il campo «versione» deve essere compreso fra 1 e 1.");
  BOOST_TEST(refusal(R"({"pagamento":{"rimanenze_cent":12.5}})") ==
             "Il campo «pagamento.rimanenze_cent» deve essere un numero intero.");
  BOOST_TEST(refusal(R"({"pagamento":{"rimanenze_cent":"12"}})") ==
             "Il campo «pagamento.rimanenze_cent» deve essere un numero intero.");
  BOOST_TEST(refusal(R"({"pagamento":{"modalita":"contanti"}})") ==
             "Il campo «pagamento.modalita» deve essere uno fra «conguaglio», «diretto».");
  BOOST_TEST(refusal(R"({"periodo":{"giorni_evento":["2026-11-16","domani"]}})") ==
             "Il campo «periodo.giorni_evento[1]» deve essere una data nella forma 2026-11-23.");
  BOOST_TEST(refusal(R"({"periodo":{"giorni_evento":["16/11/2026"]}})") ==
             "Il campo «periodo.giorni_evento[0]» deve essere una data nella forma 2026-11-23.");
  BOOST_TEST(refusal(R"({"periodo":{"settimane":{}}})") == "Il campo «periodo.settimane» deve essere un elenco.");
  BOOST_TEST(refusal(R"({"periodo":{"settimane":[{"lunedi":"2026-11-16","ore_centesimi":-1}]}})") ==
             "Il campo «periodo.settimane[0].ore_centesimi» deve essere compreso fra 0 e 99.999.999.999.999.");
  BOOST_TEST(refusal(R"({"periodo":{"settimane":[{"lunedi":"2026-11-17"}]}})") ==
             "Il campo «periodo.settimane[0]» deve avere in «lunedi» un lunedì.");
  BOOST_TEST(refusal(R"({"periodo":{"settimane":[{"lunedi":"2026-11-16"},{"lunedi":"2026-11-16"}]}})") ==
             "Il campo «periodo.settimane[1]» deve seguire la settimana precedente: le settimane sono in ordine e senza "
             "ripetizioni.");
  BOOST_TEST(refusal(R"({"lavoratori":{"beneficiari":[{},5]}})") ==
             "Il campo «lavoratori.beneficiari[1]» deve essere un oggetto.");
  BOOST_TEST(refusal(R"({"unita_produttiva":{"progressivo":18446744073709551615}})") ==
             "Il campo «unita_produttiva.progressivo» deve essere compreso fra 0 e 9.999.999.");
}

BOOST_AUTO_TEST_CASE(broken_json_is_refused) {
  for (const char* text : {"", "{", "{\"id\":", "nul", "{} {}", "\xff", "{\"id\":\"\xc3\x28\"}", "{'id':1}"}) {
    BOOST_TEST(refusal(text, "json.sintassi") == "Il testo non è JSON valido: controlla che sia completo e in UTF-8.");
  }
}

BOOST_AUTO_TEST_CASE(lists_texts_and_depth_have_limits) {
  const auto list = [](const char* before, const char* item, int times, const char* after) {
    std::string json = before;
    for (int i = 0; i < times; ++i) json += (i == 0 ? "" : ",") + std::string(item);
    return json + after;
  };
  BOOST_TEST(wire::read_draft(list(R"({"lavoratori":{"beneficiari":[)", "{}", 5000, "]}}")).ok());
  BOOST_TEST(refusal(list(R"({"lavoratori":{"beneficiari":[)", "{}", 10001, "]}}"), "json.limite") ==
             "Il campo «lavoratori.beneficiari» contiene 10.001 lavoratori: al massimo 10.000.");
  BOOST_TEST(refusal(list(R"({"periodo":{"settimane":[)", "{}", 61, "]}}"), "json.limite") ==
             "Il campo «periodo.settimane» contiene 61 settimane: al massimo 60.");
  BOOST_TEST(refusal(list(R"({"periodo":{"giorni_evento":[)", "1", 401, "]}}"), "json.limite") ==
             "Il campo «periodo.giorni_evento» contiene 401 giorni di evento: al massimo 400.");
  BOOST_TEST(refusal(R"({"id":")" + std::string(100001, 'a') + "\"}", "json.limite") ==
             "Il campo «id» è troppo lungo: al massimo 100.000 byte.");
  BOOST_TEST(refusal(std::string(17, '[') + std::string(17, ']'), "json.limite") ==
             "Il testo JSON ha troppi livelli annidati: al massimo 16.");
  BOOST_TEST(refusal(std::string(100000, '['), "json.limite") == "Il testo JSON ha troppi livelli annidati: al massimo 16.");
  BOOST_TEST(refusal(std::string((32u << 20) + 1, ' '), "json.limite") == "Il testo JSON supera 32 MiB: suddividilo.");
  // Brackets inside a string are text.
  BOOST_TEST(wire::read_draft(R"({"id":"\"[[[[[[[[[[[[[[[[[[[[[[["})").ok());
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_does_not_break_the_writer) {
  Draft d;
  d.id = "a\xff";
  BOOST_TEST(wire::read_draft(wire::write(d)).ok());
}

BOOST_AUTO_TEST_SUITE_END()
