// What a hostile or broken file gets: the right refusal, and nothing written.
#include <boost/test/unit_test.hpp>

#include "tests/unit/server/uniemens/fixture.hpp"

using namespace omnia;
using test::Registro;
using test::replaced;
using test::sample;

namespace {

void refused_whole(const std::string& flow, std::int64_t riga, const std::string& codice, const std::string& motivo) {
  Registro registro;
  const auto report = registro.xml(flow);
  BOOST_TEST(report.file_rifiutati == 1);
  BOOST_TEST(report.file_letti == 0);
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].codice == codice);
  BOOST_TEST(report.rifiuti[0].riga == riga);
  BOOST_TEST(report.rifiuti[0].motivo == motivo);
  BOOST_TEST(registro.count("SELECT count(*) FROM posizioni") == 0);
  BOOST_TEST(registro.count("SELECT count(*) FROM file_importati") == 0);
}

// The denuncia (or the position) is refused, the file is not.
void refused_part(const std::string& flow, std::int64_t riga, const std::string& codice, const std::string& motivo) {
  Registro registro;
  const auto report = registro.xml(flow);
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].codice == codice);
  BOOST_TEST(report.rifiuti[0].riga == riga);
  BOOST_TEST(report.rifiuti[0].motivo == motivo);
  BOOST_TEST(report.denunce == 0);
  BOOST_TEST(registro.count("SELECT count(*) FROM presenze") == 0);
}

const std::string kDtd =
    "Il file contiene una dichiarazione DOCTYPE, che può nascondere entità dannose: eliminala e invia di nuovo il file.";
const std::string kRigenerare = " Rigenera il file con il programma paghe e invialo di nuovo.";

}  // namespace

BOOST_AUTO_TEST_SUITE(uniemens_hostile)

BOOST_AUTO_TEST_CASE(a_doctype_is_refused_before_any_expansion) {
  refused_whole(
      "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c "
      "\"&a;&a;&a;&a;\">]>\n<DenunceMensili>&c;</DenunceMensili>",
      2, "xml.dtd", kDtd);
  refused_whole("<!DOCTYPE DenunceMensili SYSTEM \"file:///etc/passwd\"><DenunceMensili/>", 1, "xml.dtd", kDtd);
}

BOOST_AUTO_TEST_CASE(the_limits_hold) {
  std::string deep, wide = "<DenunceMensili";
  for (int i = 0; i < 40; ++i) deep += "<DenunceMensili>";
  refused_whole(deep, 1, "xml.limite",
                "Gli elementi sono annidati oltre 32 livelli: un flusso UniEmens non ne ha bisogno. Rigenera il file.");
  for (int i = 0; i < 33; ++i) wide += " a" + std::to_string(i) + "=\"\"";
  refused_whole(wide + "/>", 1, "xml.limite",
                "Un elemento ha più di 32 attributi: un flusso UniEmens non ne ha bisogno. Rigenera il file.");
  refused_whole(replaced(sample(), "QZX<", std::string(70000, 'A') + "<"), 8, "xml.limite",
                "Un valore supera i 64 KiB: un flusso UniEmens non ne ha bisogno. Rigenera il file.");
  refused_whole("<DenunceMensili a=\"" + std::string(600000, 'x') + "\"/>", 1, "xml.limite",
                "Un elemento supera i 256 KiB: un flusso UniEmens non ne ha bisogno. Rigenera il file.");
}

BOOST_AUTO_TEST_CASE(a_file_beyond_the_limit_is_refused_without_being_kept) {
  Registro registro;
  uniemens::ImportOptions options;
  options.limite_byte = 1024 * 1024;
  const auto report = registro.xml(sample() + std::string(1100000, ' '), options);
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].codice == "file.dimensione");
  BOOST_TEST(report.rifiuti[0].motivo == "Il file supera 1 MiB: dividilo in più file e inviali uno alla volta.");
}

BOOST_AUTO_TEST_CASE(only_utf8_is_read) {
  const auto name = sample().find("QZX<");
  refused_whole(
      replaced(sample(), "QZX<", "Nicol\xF2<"), 8, "xml.codifica",
      "Il byte " + std::to_string(name + 5) + " del file non è UTF-8 valido: salva il file in UTF-8 e invialo di nuovo.");
  refused_whole(replaced(sample(), "QZX<", "\xC0\xAF<"), 8, "xml.codifica",
                "Il byte " + std::to_string(name) + " del file non è UTF-8 valido: salva il file in UTF-8 e invialo di nuovo.");
  refused_whole(replaced(sample(), "UTF-8", "windows-1252"), 1, "xml.codifica",
                "Il file dichiara la codifica «windows-1252»: salvalo in UTF-8 e invialo di nuovo.");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_accepted) {
  Registro registro;
  BOOST_TEST(registro.xml("\xEF\xBB\xBF" + sample()).denunce == 1);
}

BOOST_AUTO_TEST_CASE(broken_xml_is_refused_whole) {
  const std::string good = sample();
  refused_whole(good.substr(0, good.find("</DenunciaIndividuale>")), 20, "xml.sintassi",
                "Il file non è XML ben formato: il file è vuoto o interrotto." + kRigenerare);
  refused_whole("", 1, "xml.sintassi", "Il file non è XML ben formato: il file è vuoto o interrotto." + kRigenerare);
  refused_whole(replaced(good, "</Matricola>", "</Matricole>"), 6, "xml.sintassi",
                "Il file non è XML ben formato: un elemento è chiuso con un altro nome." + kRigenerare);
  refused_whole(good + "<DenunceMensili/>", 22, "xml.sintassi",
                "Il file non è XML ben formato: c’è del testo dopo la fine del documento." + kRigenerare);
  refused_whole(replaced(good, "QZX<", "&segreto;<"), 8, "xml.sintassi",
                "Il file non è XML ben formato: è richiamata un’entità che XML non prevede." + kRigenerare);
  refused_whole(std::string("PK\x03\x04", 4), 1, "xml.sintassi",
                "Il file non è XML ben formato: c’è un carattere non ammesso." + kRigenerare);
}

BOOST_AUTO_TEST_CASE(another_document_or_namespace_is_not_a_flow) {
  refused_whole(
      "<html><body/></html>", 1, "xml.radice",
      "Il file non è un flusso UniEmens: l’elemento iniziale è «html» invece di «DenunceMensili». Scegli il file prodotto dal "
      "programma paghe.");
  refused_whole("<DenunceMensili xmlns=\"urn:altro\"/>", 1, "xml.radice",
                "Il file non è un flusso UniEmens: l’elemento iniziale è «urn:altro|DenunceMensili» invece di «DenunceMensili». "
                "Scegli il "
                "file prodotto dal programma paghe.");
}

BOOST_AUTO_TEST_CASE(figures_are_plain_digits) {
  for (const std::string bad :
       {"+4000", "4e3", " 4000 ", "40,00", "4.000", "４０００", "1000000000000000000000000000000", "", "0", "16801"}) {
    refused_part(
        replaced(sample(), "<OrarioContrattuale>4000", "<OrarioContrattuale>" + bad), 10, "uniemens.orario",
        "OrarioContrattuale: «" + bad + "» non è un numero intero tra 1 e 16800, scritto con le sole cifre. Correggi il valore.");
  }
  refused_part(replaced(sample(), "<NumOreEvento>400<", "<NumOreEvento>-400<"), 14, "uniemens.ore_evento",
               "NumOreEvento: «-400» non è un numero intero tra 0 e 2400, scritto con le sole cifre. Correggi il valore.");
  refused_part(replaced(sample(), "<NumOreEvento>400<", "<NumOreEvento>2500<"), 14, "uniemens.ore_evento",
               "NumOreEvento: «2500» non è un numero intero tra 0 e 2400, scritto con le sole cifre. Correggi il valore.");
}

BOOST_AUTO_TEST_CASE(days_must_exist_and_occur_once) {
  refused_part(replaced(sample(), "GG=\"12\"", "GG=\"30\""), 17, "uniemens.giorno",
               "Giorno: il giorno «30» non esiste nel mese 02/2026. Correggi il giorno.");
  refused_part(replaced(sample(), "GG=\"12\"", "GG=\"0009\""), 17, "uniemens.giorno",
               "Giorno: il giorno «0009» non esiste nel mese 02/2026. Correggi il giorno.");
  refused_part(replaced(sample(), "GG=\"10\"", "GG=\"9\""), 15, "uniemens.giorno",
               "Giorno: il giorno «9» è indicato due volte. Lascia un solo elemento.");
}

BOOST_AUTO_TEST_CASE(elements_occur_once_and_hold_one_plain_value) {
  refused_part(replaced(sample(), "<UnitaProduttiva>1</UnitaProduttiva>",
                        "<UnitaProduttiva>1</UnitaProduttiva><UnitaProduttiva>2</UnitaProduttiva>"),
               9, "uniemens.doppio", "UnitaProduttiva è indicato più volte. Lascia un solo elemento.");
  refused_part(replaced(sample(), "<UnitaProduttiva>1</UnitaProduttiva>", ""), 7, "uniemens.manca",
               "Manca UnitaProduttiva. Aggiungi l’elemento.");
  refused_part(replaced(sample(), ">4000<", ">4<!-- -->000<"), 10, "uniemens.testo",
               "OrarioContrattuale contiene commenti o altri elementi. Scrivi il solo valore.");
  refused_part(replaced(sample(), "QZXJWK92D30F205Y", "<![CDATA[QZXJWK92D30F205Y]]>"), 7, "uniemens.testo",
               "CFLavoratore contiene commenti o altri elementi. Scrivi il solo valore.");
  Registro registro;
  BOOST_TEST(registro.xml(replaced(sample(), "QZX<", "<![CDATA[D'Utopia & C.]]><")).denunce == 1);
  BOOST_TEST(registro.text("SELECT cognome FROM lavoratori") == "D'Utopia & C.");
}

BOOST_AUTO_TEST_CASE(working_time_must_be_coherent) {
  refused_part(replaced(sample(), "<Qualifica2>P", "<Qualifica2>F"), 8, "uniemens.part_time",
               "Qualifica2 è «F» (tempo pieno), ma PercPartTime è indicato. Togli la percentuale o correggi Qualifica2.");
  refused_part(replaced(sample(), "<PercPartTime>5000</PercPartTime>", ""), 8, "uniemens.part_time",
               "Qualifica2 è «P» (tempo parziale), ma manca PercPartTime. Indica la percentuale.");
  refused_part(replaced(sample(), "<Qualifica2>P", "<Qualifica2>Z"), 8, "uniemens.qualifica",
               "Qualifica2: «Z» non è F, P, V o M. Correggi il valore.");
}

BOOST_AUTO_TEST_CASE(tickets_are_sixteen_characters) {
  Registro registro;
  const auto report = registro.xml(replaced(sample(), "TESTCIGO00000001", "TESTCIGO1"));
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].codice == "uniemens.ticket");
  BOOST_TEST(report.rifiuti[0].riga == 14);
  refused_part(replaced(sample(), "<IdentEventoCIG>TESTCIGO00000001</IdentEventoCIG>", ""), 14, "uniemens.manca",
               "Manca IdentEventoCIG. Aggiungi l’elemento.");
}

BOOST_AUTO_TEST_CASE(a_wrong_head_refuses_the_position) {
  refused_part(replaced(sample(), "<AnnoMeseDenuncia>2026-02", "<AnnoMeseDenuncia>2026-13"), 4, "uniemens.mese",
               "AnnoMeseDenuncia: «2026-13» non è un mese nella forma AAAA-MM. Correggi il valore.");
  refused_part(replaced(sample(), "<Matricola>4977777750</Matricola>", ""), 6, "uniemens.manca",
               "Manca Matricola. Aggiungi l’elemento.");
  Registro registro;
  const std::string twice =
      replaced(sample(), "</Azienda>", "<PosContributiva><Matricola>4977777750</Matricola></PosContributiva></Azienda>");
  const auto report = registro.xml(twice);
  BOOST_REQUIRE(report.rifiuti.size() == 1);
  BOOST_TEST(report.rifiuti[0].codice == "uniemens.posizione_doppia");
  BOOST_TEST(report.rifiuti[0].motivo ==
             "La matricola 4977777750 compare due volte per il mese 02/2026 nello stesso file: unisci le denunce in una "
             "sola posizione.");
  BOOST_TEST(report.denunce == 1);
}

BOOST_AUTO_TEST_CASE(only_the_first_200_refusals_are_kept_and_all_are_counted) {
  Registro registro;
  const std::string good = sample();
  const auto from = good.find("   <DenunciaIndividuale>");
  const auto to = good.find("   <DenunciaAziendale>");
  std::string flow = good.substr(0, from);
  for (int i = 0; i < 250; ++i) flow += replaced(good.substr(from, to - from), "4000", "x");
  const auto report = registro.xml(flow + good.substr(to));
  BOOST_TEST(report.rifiuti.size() == 200);
  BOOST_TEST(report.rifiuti_totali == 250);
  BOOST_TEST(report.testo().find("  … e altri 50.\n") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
