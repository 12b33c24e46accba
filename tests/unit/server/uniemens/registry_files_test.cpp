#include <boost/test/unit_test.hpp>

#include "tests/unit/server/uniemens/fixture.hpp"

using namespace omnia;
using test::Registro;
using test::replaced;

namespace {

const std::string kAziende =
    "matricola;codice_fiscale;denominazione;csc;ca;ateco2007;stato;dal;al;pec;capitale_pubblico;qualita\n"
    "4977777750;77777771005;\"Officine \"\"Immaginarie\"\"; "
    "Srl\";1.06.04;0J:2020-01-01:|7B:01/02/2021:2022-12-31;25.62.00;attiva;04/01/1999;;"
    "officine@pec.example;N;\n"
    "1877777729;77777771203;Šarić e figli;70201;;;cessata;2001-02-03;2026-03-31;;sì;PROV_TN AEREO\n";
const std::string kUnita = "matricola;progressivo;tipo;denominazione;giorni_settimana\n4977777750;1;cantiere;Torre;6\n";

std::string only_refusal(const uniemens::ImportReport& report, const std::string& codice, std::int64_t riga) {
  BOOST_TEST(report.file_rifiutati == 1);
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].codice == codice);
  BOOST_TEST(report.rifiuti[0].riga == riga);
  return report.rifiuti[0].motivo;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(registry_files)

BOOST_AUTO_TEST_CASE(companies_are_read_with_quotes_codes_and_dates) {
  Registro registro;
  const auto report = registro.file("aziende.csv", kAziende);
  BOOST_TEST(report.testo().find("Nessun rifiuto.") != std::string::npos);
  BOOST_TEST(report.righe_csv == 2);
  BOOST_TEST(
      registro.text(
          "SELECT denominazione || '|' || csc || '|' || ateco2007 || '|' || dal || '|' || sede || '|' || pec FROM posizioni "
          "WHERE matricola = '4977777750'") == "Officine \"Immaginarie\"; Srl|10604|256200|1999-01-04|4900|officine@pec.example");
  BOOST_TEST(registro.text("SELECT group_concat(codice || ' ' || dal || ' ' || coalesce(al, '-'), ', ') FROM posizioni_ca") ==
             "0J 2020-01-01 -, 7B 2021-02-01 2022-12-31");
  BOOST_TEST(
      registro.text(
          "SELECT ricerca || '|' || stato || '|' || al || '|' || capitale_interamente_pubblico || '|' || qualita FROM posizioni "
          "WHERE matricola = '1877777729'") == "saric e figli|cessata|2026-03-31|1|PROV_TN AEREO");
  // The main workplace comes with the position.
  BOOST_TEST(registro.count("SELECT count(*) FROM unita_produttive WHERE progressivo = 0") == 2);
}

BOOST_AUTO_TEST_CASE(a_newer_file_updates_and_an_older_one_read_again_counts_again) {
  Registro registro;
  registro.file("aziende.csv", kAziende);
  BOOST_TEST(registro.file("aziende.csv", kAziende).file_gia_noti == 1);
  BOOST_TEST(registro.file("aziende.csv", replaced(kAziende, "1.06.04", "10605")).file_letti == 1);
  BOOST_TEST(registro.text("SELECT csc FROM posizioni WHERE matricola = '4977777750'") == "10605");
  BOOST_TEST(registro.file("aziende.csv", kAziende).file_letti == 1);
  BOOST_TEST(registro.text("SELECT csc FROM posizioni WHERE matricola = '4977777750'") == "10604");
}

BOOST_AUTO_TEST_CASE(separators_encodings_and_line_ends_are_found) {
  const std::string rows =
      "matricola,codice_fiscale,denominazione,csc\r\n4977777750,77777771005,Caff\xE8 Nicol\xF2 \x80,10604\r\n,,,\r\n";
  Registro registro;
  BOOST_TEST(registro.file("AZIENDE.CSV", rows).righe_csv == 1);
  BOOST_TEST(registro.text("SELECT denominazione FROM posizioni") == "Caffè Nicolò €");
  BOOST_TEST(registro.text("SELECT ricerca FROM posizioni") == "caffe nicolo €");
  Registro tab;
  BOOST_TEST(tab.file("aziende.csv",
                      "\xEF\xBB\xBFmatricola\tcodice_fiscale\tdenominazione\tcsc\n4977777750\t77777771005\tA;B,C\t10604\n")
                 .righe_csv == 1);
  Registro hint;
  BOOST_TEST(
      hint.file("aziende.csv", "sep=,\nMatricola,Codice Fiscale,Denominazione,CSC\n4977777750,77777771005,A,10604").righe_csv ==
      1);
}

BOOST_AUTO_TEST_CASE(a_wrong_row_names_line_column_value_and_remedy_and_nothing_is_written) {
  Registro registro;
  auto file = replaced(kAziende, "04/01/1999", "31/02/1999");
  file = replaced(file, "PROV_TN AEREO", "MARTE");
  const auto report = registro.file("aziende.csv", file);
  BOOST_TEST(report.file_rifiutati == 1);
  BOOST_REQUIRE(report.rifiuti.size() == 2);
  BOOST_TEST(report.rifiuti[0].riga == 2);
  BOOST_TEST(report.rifiuti[0].codice == "csv.valore");
  BOOST_TEST(report.rifiuti[0].motivo ==
             "Colonna «dal», valore «31/02/1999»: non è una data. Scrivila come 2026-11-23 o 23/11/2026.");
  BOOST_TEST(report.rifiuti[1].riga == 3);
  BOOST_TEST(report.rifiuti[1].motivo ==
             "Colonna «qualita», valore «MARTE»: la parola «MARTE» non è tra AEREO, BCC, DPR602, GRUPPO_FS, GRUPPO_POSTE, L240, "
             "LABORATORIO, MARITTIMO, ORMEGGIATORI, PARTITO, PROV_BZ, PROV_TN, RISCOSSIONE, SOMM, TPL. Correggila.");
  BOOST_TEST(registro.count("SELECT count(*) FROM posizioni") == 0);
  BOOST_TEST(registro.count("SELECT count(*) FROM file_importati") == 0);
}

BOOST_AUTO_TEST_CASE(each_wrong_value_has_its_own_sentence) {
  const auto refusal = [](const std::string& what, const std::string& with) {
    Registro registro;
    return only_refusal(registro.file("aziende.csv", replaced(kAziende, what, with)), "csv.valore", 2);
  };
  BOOST_TEST(refusal("0J:2020-01-01:|", "0J|") ==
             "Colonna «ca», valore «0J|7B:01/02/2021:2022-12-31»: «0J» non è un codice con le sue date. Scrivilo come "
             "0J:2020-01-01: oppure "
             "0J:2020-01-01:2023-12-31, separando più codici con |.");
  BOOST_TEST(refusal("25.62.00", "25.62") ==
             "Colonna «ateco2007», valore «25.62»: non è un codice ATECO di sei cifre. Scrivilo come 41.20.00.");
  BOOST_TEST(refusal("attiva", "aperta") ==
             "Colonna «stato», valore «aperta»: non è tra i valori ammessi (attiva, sospesa, cessata). Correggilo.");
  BOOST_TEST(refusal(";N;\n", ";forse;\n") == "Colonna «capitale_pubblico», valore «forse»: non è S o N. Correggilo.");
  BOOST_TEST(refusal("1999;;", "1999;2020-01-01;") ==
             "Colonna «al», valore «2020-01-01»: una posizione attiva non ha data di fine. Toglila o correggi lo stato.");
  BOOST_TEST(refusal("\"Officine \"\"Immaginarie\"\"; Srl\"", "") ==
             "Colonna «denominazione», è vuota: il valore è obbligatorio. Indicalo.");
  // A spreadsheet ate the leading zero.
  BOOST_TEST(refusal("4977777750", "497777775")
                 .find("Un foglio di calcolo può aver tolto gli zeri iniziali: formatta la colonna come testo.") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_shape_of_the_file_is_checked) {
  Registro registro;
  BOOST_TEST(only_refusal(registro.file("aziende.csv", replaced(kAziende, "csc;", "cssc;")), "csv.intestazione", 1) ==
             "Manca la colonna «csc»: aggiungila alla prima riga del file.");
  BOOST_TEST(only_refusal(registro.file("aziende.csv", ""), "csv.intestazione", 1) ==
             "Il file è vuoto: la prima riga deve portare i nomi delle colonne.");
  BOOST_TEST(only_refusal(registro.file("aziende.csv", replaced(kAziende, "ateco2007", "csc")), "csv.intestazione", 1) ==
             "La colonna «csc» compare due volte: lasciane una sola.");
  BOOST_TEST(only_refusal(registro.file("aziende.csv", replaced(kAziende, "Srl\"", "Srl")), "csv.virgolette", 2) ==
             "Una virgoletta non è chiusa: correggi la riga.");
  BOOST_TEST(only_refusal(registro.file("aziende.csv", "\xFF\xFEm\0"), "csv.codifica", 1) ==
             "Il file è in UTF-16 («Testo Unicode» di Excel): salvalo come «CSV UTF-8».");
  BOOST_TEST(only_refusal(registro.file("unita_produttive.csv", "matricola;progressivo;tipo\n4977777750;1;sede;forse;altro\n"),
                          "csv.celle", 2) ==
             "La riga ha 5 celle e l’intestazione 3: metti tra virgolette i testi che contengono il separatore.");
  BOOST_TEST(only_refusal(registro.file("aziende.csv", kAziende + std::string(70000, 'x')), "csv.limite", 4) ==
             "La riga supera 64 KiB o 256 colonne: forse manca una virgoletta di chiusura. Correggi la riga.");
}

BOOST_AUTO_TEST_CASE(a_repeated_key_is_refused) {
  Registro registro;
  BOOST_TEST(only_refusal(registro.file("aziende.csv", replaced(kAziende, "1877777729", "4977777750")), "csv.doppio", 3) ==
             "La riga ripete «4977777750» della riga 2: lasciane una sola.");
}

BOOST_AUTO_TEST_CASE(units_authorisations_and_delegations_want_what_they_refer_to) {
  Registro registro;
  const std::string autorizzazioni =
      "numero;matricola;unita_produttiva;prestazione;causale;eone;stato;dal;al;ore;ticket;fruito_dichiarato\n"
      "490000000001;4977777750;1;CIGO;METEO_EDIL;S;autorizzata;2026-02-09;2026-02-15;16,50;TESTCIGO00000001;S\n";
  const std::string deleghe = "id;intermediario_cf;matricola;dal;al;revocata_il\nD1;QZXJWK92D30F205Y;4977777750;2026-01-01;;\n";
  BOOST_TEST(only_refusal(registro.file("unita_produttive.csv", kUnita), "csv.valore", 2) ==
             "Colonna «matricola», valore «4977777750»: la matricola non è nel registro. Importa prima aziende.csv.");
  registro.file("aziende.csv", kAziende);
  BOOST_TEST(
      only_refusal(registro.file("autorizzazioni.csv", autorizzazioni), "csv.valore", 2) ==
      "Colonna «unita_produttiva», valore «1»: l’unità produttiva non è nel registro. Importa prima unita_produttive.csv.");
  BOOST_TEST(registro.file("unita_produttive.csv", kUnita).file_letti == 1);
  BOOST_TEST(registro.file("autorizzazioni.csv", autorizzazioni).file_letti == 1);
  BOOST_TEST(registro.file("deleghe.csv", deleghe).file_letti == 1);
  BOOST_TEST(registro.count("SELECT ore_centesimi FROM autorizzazioni WHERE eone = 1 AND fruito_dichiarato = 1") == 1650);
  BOOST_TEST(registro.count("SELECT giorni_settimana FROM unita_produttive WHERE tipo = 'cantiere'") == 6);
  BOOST_TEST(registro.count("SELECT giorni_settimana FROM autorizzazioni") == 6);
  BOOST_TEST(only_refusal(registro.file("autorizzazioni.csv", replaced(autorizzazioni, "METEO_EDIL", "METEO_LUNARE")),
                          "csv.valore", 2) ==
             "Colonna «causale», valore «METEO_LUNARE»: la causale non è tra quelle del D.M. 95442/2016. Correggila.");
  // Every benefit that the counters know can come in, and no other (CIGS_DL73_40 once stopped the whole import).
  for (const char* known : {"CIGS_DL73_40", "CIGS_DL73_40BIS", "F_PROF", "FSBA", "FIS_COVID", "F_AMB_44_11S", "CIGD_COVID"}) {
    BOOST_TEST(registro
                   .file("autorizzazioni.csv",
                         replaced(replaced(autorizzazioni, ";CIGO;", ";" + std::string(known) + ";"), "16,50", "17,50"))
                   .rifiuti.empty(),
               known);
    BOOST_TEST(registro.count("SELECT count(*) FROM autorizzazioni WHERE prestazione = '" + std::string(known) + "'") == 1,
               known);
  }
  for (const char* wrong : {"CIGX", "cigo", "F_NULLA", "CISOA", "CIGS_COVID", "_COVID", "FIS_COVID_COVID"}) {
    const auto refusal = only_refusal(
        registro.file("autorizzazioni.csv", replaced(autorizzazioni, ";CIGO;", ";" + std::string(wrong) + ";")), "csv.valore", 2);
    BOOST_TEST(
        refusal.rfind("Colonna «prestazione», valore «" + std::string(wrong) + "»: non è tra i valori ammessi (CIGO, CIGS_", 0) ==
            0U,
        refusal);
  }
  BOOST_TEST(only_refusal(registro.file("autorizzazioni.csv", replaced(autorizzazioni, "2026-02-15", "2026-02-08")), "csv.valore",
                          2) == "Colonna «al», valore «2026-02-08»: la fine viene prima dell’inizio. Correggi le date.");
  // The unit goes to five days: what was authorised before stays of six, unless a file says otherwise.
  registro.file("unita_produttive.csv", replaced(kUnita, ";6", ";5"));
  registro.file("autorizzazioni.csv", replaced(autorizzazioni, "16,50", "17,50"));
  BOOST_TEST(registro.count("SELECT giorni_settimana FROM autorizzazioni WHERE ore_centesimi = 1750") == 6);
  const std::string with_week = replaced(replaced(autorizzazioni, "fruito_dichiarato\n", "fruito_dichiarato;giorni_settimana\n"),
                                         "00001;S\n", "00001;S;7\n");
  registro.file("autorizzazioni.csv", with_week);
  BOOST_TEST(registro.count("SELECT giorni_settimana FROM autorizzazioni") == 7);
  BOOST_TEST(only_refusal(registro.file("deleghe.csv", replaced(deleghe, ";;\n", ";;2025-01-01\n")), "csv.valore", 2) ==
             "Colonna «revocata_il», valore «2025-01-01»: la revoca viene prima dell’inizio. Correggi le date.");
}

BOOST_AUTO_TEST_CASE(identities_say_for_whom_they_act) {
  Registro registro;
  const std::string file =
      "id;codice_fiscale;cognome;nome;ruolo;sede;azienda_cf\n"
      "op;QZXJWK92D30F205Y;D'Ambrosio;Nicolò;operatore;4900;\n";
  BOOST_TEST(registro.file("identita.csv", file).file_letti == 1);
  BOOST_TEST(registro.text("SELECT cognome || ' ' || nome || ' ' || sede FROM identita") == "D'Ambrosio Nicolò 4900");
  BOOST_TEST(only_refusal(registro.file("identita.csv", replaced(file, ";4900;", ";;")), "csv.valore", 2) ==
             "Colonna «sede», è vuota: operatori e direttori appartengono a una Sede. Indicane il codice di quattro cifre.");
  BOOST_TEST(only_refusal(registro.file("identita.csv", replaced(file, "operatore;4900", "datore;")), "csv.valore", 2) ==
             "Colonna «azienda_cf», è vuota: il datore opera per un’azienda. Indicane il codice fiscale.");
}

BOOST_AUTO_TEST_SUITE_END()
