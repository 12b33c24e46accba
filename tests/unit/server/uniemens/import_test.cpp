#include <boost/test/unit_test.hpp>

#include "server/store/registry_store.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"

using namespace omnia;
using test::Registro;
using test::replaced;
using test::sample;

BOOST_AUTO_TEST_SUITE(uniemens_import)

BOOST_AUTO_TEST_CASE(a_good_flow_gives_heads_hours_and_days) {
  Registro registro;
  const auto report = registro.xml(sample());
  BOOST_TEST(report.file_letti == 1);
  BOOST_TEST(report.aziende == 1);
  BOOST_TEST(report.denunce == 1);
  BOOST_TEST(report.lavoratori_nuovi == 1);
  BOOST_TEST(report.eventi == 4);
  BOOST_TEST(report.rifiuti_totali == 0);
  BOOST_TEST(report.sezioni_saltate == 0);
  // The read-outs of the sample: UP 1 has one head of 20 hours a week, 16.00 hours in CIG on four days.
  BOOST_TEST(
      registro.text("SELECT unita_produttiva || ' ' || mese || ' ' || ore_settimanali_centesimi || ' ' || teste FROM organico") ==
      "1 2026-02 2000 1");
  BOOST_TEST(
      registro.text(
          "SELECT count(DISTINCT giorno) || ' ' || sum(ore_centesimi) FROM eventi_cig WHERE ticket = 'TESTCIGO00000001'") ==
      "4 1600");
  BOOST_TEST(registro.text("SELECT group_concat(giorno || ' ' || lavoratori || ' ' || ore_centesimi, ', ') FROM giorni_cig") ==
             "2026-02-09 1 400, 2026-02-10 1 400, 2026-02-11 1 400, 2026-02-12 1 400");
  BOOST_TEST(registro.text("SELECT orario_centesimi || ' ' || part_time_centesimi || ' ' || qualifica FROM presenze") ==
             "4000 5000 operaio");
  BOOST_TEST(registro.count("SELECT forza_centesimi FROM mesi_uniemens") == 50);
}

BOOST_AUTO_TEST_CASE(the_same_bytes_are_read_once) {
  Registro registro;
  registro.xml(sample());
  const auto again = registro.xml(sample());
  BOOST_TEST(again.file_gia_noti == 1);
  BOOST_TEST(again.file_letti == 0);
  BOOST_TEST(again.denunce == 0);
  BOOST_TEST(registro.count("SELECT count(*) FROM presenze") == 1);
}

BOOST_AUTO_TEST_CASE(a_month_sent_again_replaces_that_month_only) {
  Registro registro;
  registro.xml(replaced(sample(), "2026-02", "2026-01"));
  registro.xml(sample());
  // The corrected flow has another worker, in another unit, with one day less.
  auto corrected = replaced(sample(), "QZXJWK92D30F205Y", "XQZWKJ85A41H501Q");
  corrected = replaced(corrected, "<UnitaProduttiva>1<", "<UnitaProduttiva>0<");
  corrected = replaced(corrected, test::event_day("12"), "");
  const auto report = registro.xml(corrected);
  BOOST_TEST(report.lavoratori_nuovi == 1);
  BOOST_TEST(registro.text("SELECT group_concat(mese || ' ' || codice_fiscale, ', ') FROM presenze ORDER BY mese") ==
             "2026-01 QZXJWK92D30F205Y, 2026-02 XQZWKJ85A41H501Q");
  BOOST_TEST(registro.count("SELECT count(*) FROM giorni_cig WHERE mese = '2026-02'") == 3);
  BOOST_TEST(registro.count("SELECT count(*) FROM giorni_cig WHERE mese = '2026-01'") == 4);
  // The worker of January is known up to January again.
  BOOST_TEST(registro.text("SELECT primo_mese || ' ' || ultimo_mese FROM lavoratori WHERE codice_fiscale = 'QZXJWK92D30F205Y'") ==
             "2026-01 2026-01");
  BOOST_TEST(
      registro.text("SELECT group_concat(unita_produttiva || ' ' || mese, ', ') FROM (SELECT * FROM organico ORDER BY mese)") ==
      "1 2026-01, 0 2026-02");
}

BOOST_AUTO_TEST_CASE(a_defect_in_one_denuncia_refuses_that_denuncia_with_line_and_reason) {
  Registro registro;
  const std::string good = sample();
  const auto from = good.find("   <DenunciaIndividuale>");
  const auto to = good.find("   <DenunciaAziendale>");
  const std::string worker = good.substr(from, to - from);
  const std::string two = good.substr(0, to) + replaced(worker, "QZXJWK92D30F205Y", "XQZWKJ85A01H501A") + good.substr(to);
  const auto report = registro.xml(two);
  BOOST_TEST(report.file_letti == 1);
  BOOST_TEST(report.denunce == 1);
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].file == "flusso.xml");
  BOOST_TEST(report.rifiuti[0].riga == 21);
  BOOST_TEST(report.rifiuti[0].codice == "uniemens.codice_fiscale");
  BOOST_TEST(report.rifiuti[0].motivo.find("CFLavoratore: ") == 0);
  BOOST_TEST(registro.count("SELECT count(*) FROM presenze") == 1);
  // What was refused once is not asked again: the file is known.
  BOOST_TEST(registro.xml(two).file_gia_noti == 1);
}

BOOST_AUTO_TEST_CASE(a_worker_with_two_denunce_counts_once_and_the_hours_of_a_day_add_up) {
  Registro registro;
  const std::string good = sample();
  const auto from = good.find("   <DenunciaIndividuale>");
  const auto to = good.find("   <DenunciaAziendale>");
  const auto report = registro.xml(good.substr(0, to) + replaced(good.substr(from, to - from), "<Qualifica1>1", "<Qualifica1>2") +
                                   good.substr(to));
  BOOST_TEST(report.denunce == 2);
  BOOST_TEST(report.lavoratori_nuovi == 1);
  BOOST_TEST(registro.count("SELECT count(*) FROM presenze") == 2);
  BOOST_TEST(registro.count("SELECT teste FROM organico") == 1);
  BOOST_TEST(registro.count("SELECT lavoratori FROM mesi_uniemens") == 1);
  BOOST_TEST(registro.text("SELECT lavoratori || ' ' || ore_centesimi FROM giorni_cig WHERE giorno = '2026-02-09'") == "1 800");
  BOOST_TEST(registro.text("SELECT qualifica FROM lavoratori") == "impiegato");
}

BOOST_AUTO_TEST_CASE(hiring_and_leaving_follow_the_worker) {
  Registro registro;
  registro.xml(replaced(sample(), "<OrarioContrattuale>",
                        "<Assunzione><GiornoAssunzione>3</GiornoAssunzione></Assunzione><OrarioContrattuale>"));
  auto march = replaced(replaced(sample(), "2026-02", "2026-03"), "<OrarioContrattuale>",
                        "<Cessazione><GiornoCessazione>31</GiornoCessazione></Cessazione><OrarioContrattuale>");
  registro.xml(march);
  BOOST_TEST(registro.text("SELECT assunzione || ' ' || cessazione FROM lavoratori") == "2026-02-03 2026-03-31");
  // Back in May: the leaving of March is past.
  registro.xml(replaced(replaced(sample(), "2026-02", "2026-05"), "<OrarioContrattuale>",
                        "<Assunzione><GiornoAssunzione>04</GiornoAssunzione></Assunzione><OrarioContrattuale>"));
  BOOST_TEST(registro.text("SELECT assunzione || ' ' || coalesce(cessazione, '-') || ' ' || ultimo_mese FROM lavoratori") ==
             "2026-05-04 - 2026-05");
}

BOOST_AUTO_TEST_CASE(unknown_sections_are_skipped_and_counted) {
  Registro registro;
  auto flow = replaced(sample(), "  <PosContributiva",
                       "  <ListaPosPA><PosPA><Matricola>1</Matricola></PosPA></ListaPosPA>\n  <PosContributiva");
  flow = replaced(flow, "</Azienda>", "<ListaCollaboratori/></Azienda><PosAgri><CIDA>1</CIDA></PosAgri>");
  const auto report = registro.xml(flow);
  BOOST_TEST(report.sezioni_saltate == 3);
  BOOST_TEST(report.denunce == 1);
  BOOST_TEST(report.rifiuti_totali == 0);
}

BOOST_AUTO_TEST_CASE(other_events_than_cig_are_not_read) {
  Registro registro;
  const auto report = registro.xml(replaced(sample(), "<CodiceEventoGiorn>COR<", "<CodiceEventoGiorn>MAL<"));
  BOOST_TEST(report.eventi == 3);
  BOOST_TEST(report.rifiuti_totali == 0);
}

BOOST_AUTO_TEST_CASE(an_upload_writes_only_the_matricole_of_its_sender) {
  Registro registro;
  uniemens::ImportOptions options;
  options.ammesse = std::set<std::string>{"1877777729"};
  const auto report = registro.xml(sample(), options);
  BOOST_TEST(report.file_rifiutati == 1);
  BOOST_TEST(report.denunce == 0);
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].codice == "uniemens.non_ammessa");
  BOOST_TEST(
      report.rifiuti[0].motivo ==
      "La matricola 4977777750 non è tra quelle per cui si può operare: invia il flusso con l’azienda o con la delega giusta.");
  BOOST_TEST(registro.count("SELECT count(*) FROM posizioni") == 0);
  // Who is entitled can send the very same file.
  BOOST_TEST(registro.xml(sample()).file_letti == 1);
}

BOOST_AUTO_TEST_CASE(a_matricola_of_another_company_is_refused) {
  Registro registro;
  registro.xml(sample());
  const auto report = registro.xml(replaced(sample(), "77777771005", "77777771203"));
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].codice == "uniemens.azienda_diversa");
  BOOST_TEST(report.rifiuti[0].motivo ==
             "La matricola 4977777750 risulta di un altro codice fiscale: correggi CFAzienda o aggiorna il registro con "
             "aziende.csv.");
}

BOOST_AUTO_TEST_CASE(a_folder_is_read_registry_first_and_goes_on_from_what_is_known) {
  Registro registro;
  test::Folder folder;
  folder.write("uniemens/2026-02/a.xml", sample());
  folder.write("uniemens/2026-01/a.XML", replaced(sample(), "2026-02", "2026-01"));
  folder.write("note.txt", "non si legge");
  folder.write("aziende.csv",
               "matricola;codice_fiscale;denominazione;csc\n4977777750;77777771005;Officine Immaginarie Srl;10604\n");
  std::vector<std::string> lines;
  uniemens::ImportOptions options;
  options.progresso = [&](const std::string& line) { lines.push_back(line); };
  const auto report = uniemens::import_paths(registro.db, {folder.path()}, options);
  BOOST_TEST(report.file_letti == 3);
  BOOST_TEST(report.righe_csv == 1);
  BOOST_REQUIRE(lines.size() == 3);
  BOOST_TEST(lines[0] == "[1/3] " + (folder / "aziende.csv") + ": letto");
  BOOST_TEST(lines[1] == "[2/3] " + (folder / "uniemens/2026-01/a.XML") + ": letto");
  folder.write("uniemens/2026-03/a.xml", replaced(sample(), "2026-02", "2026-03"));
  const auto again = uniemens::import_paths(registro.db, {folder.path()}, {});
  BOOST_TEST(again.file_gia_noti == 3);
  BOOST_TEST(again.file_letti == 1);
}

BOOST_AUTO_TEST_CASE(the_report_reads_as_text_and_as_json) {
  Registro registro;
  auto report = registro.file("elenco.txt", "x");
  BOOST_TEST(report.rifiuti_totali == 1);
  report.rifiuti[0].file = "elenco.txt";
  BOOST_TEST(report.testo() ==
             "File letti: 0, già noti: 0, rifiutati: 1.\n"
             "Aziende nei flussi: 0. Denunce individuali: 0. Lavoratori nuovi: 0. Eventi di integrazione salariale: 0. Righe del "
             "registro: 0.\n"
             "Rifiuti: 1.\n"
             "  elenco.txt [file.tipo] Il file non è un flusso .xml né un file del registro (aziende.csv, unita_produttive.csv, "
             "autorizzazioni.csv, deleghe.csv, identita.csv): indica il file giusto.\n");
  BOOST_TEST(report.json().find("\"rifiuti_totali\":1") != std::string::npos);
  BOOST_TEST(uniemens::ImportReport{}.json() ==
             "{\"aziende\":0,\"denunce\":0,\"eventi\":0,\"file_gia_noti\":0,\"file_letti\":0,\"file_rifiutati\":0,\"lavoratori_"
             "nuovi\":0,"
             "\"rifiuti\":[],\"rifiuti_totali\":0,\"righe_csv\":0,\"sezioni_saltate\":0}");
}

BOOST_AUTO_TEST_SUITE_END()
