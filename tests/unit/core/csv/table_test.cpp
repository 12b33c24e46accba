#include "shared/csv/table.hpp"

#include <boost/test/unit_test.hpp>

#include "shared/csv/cells.hpp"
#include "shared/csv/encoding.hpp"

using namespace omnia;

namespace {

csv::Table table(const std::string& bytes, const std::vector<std::string_view>& columns = {"nome"}) {
  auto read = csv::read_table(bytes, columns);
  BOOST_REQUIRE(std::holds_alternative<csv::Table>(read));
  return std::move(std::get<csv::Table>(read));
}

void refused(const std::string& bytes, const csv::Difetto& expected) {
  const auto read = csv::read_table(bytes, {"nome"});
  BOOST_REQUIRE(std::holds_alternative<csv::Difetto>(read));
  const auto& difetto = std::get<csv::Difetto>(read);
  BOOST_TEST(difetto.riga == expected.riga);
  BOOST_TEST(difetto.colonna == expected.colonna);
  BOOST_TEST(difetto.codice == expected.codice);
  BOOST_TEST(difetto.motivo == expected.motivo);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_table)

BOOST_AUTO_TEST_CASE(the_separator_and_the_encoding_are_found) {
  const std::string utf8 = "nome;età\nNicolò €;40\n";
  const std::string expected = "Nicolò €";
  for (const auto& bytes :
       {utf8, "\xEF\xBB\xBF" + utf8, std::string("nome,et\xE0\r\nNicol\xF2 \x80,40\r\n"), std::string("nome\tetà\nNicolò €\t40"),
        std::string("sep=|\nnome|età\nNicolò €|40\n"), std::string("nome;età\rNicolò €;40\r")}) {
    const auto t = table(bytes);
    BOOST_TEST(t.columns() == 2u);
    BOOST_REQUIRE(t.rows().size() == 1u);
    BOOST_TEST(t.rows()[0].celle[0] == expected);
    BOOST_TEST(t.rows()[0].celle[t.column("età")] == "40");
  }
}

BOOST_AUTO_TEST_CASE(quoted_cells_hold_separators_quotes_and_lines) {
  const auto t = table("Nome ;\"Nota di lavoro\"\n\"A;B\";\"detto \"\"il lungo\"\"\nseconda riga\"\n\n;;\nC;\n");
  BOOST_REQUIRE(t.rows().size() == 2u);
  BOOST_TEST(t.rows()[0].celle[0] == "A;B");
  BOOST_TEST(t.rows()[0].celle[t.column("nota_di_lavoro")] == "detto \"il lungo\"\nseconda riga");
  BOOST_TEST(t.rows()[0].riga == 2);
  BOOST_TEST(t.rows()[1].riga == 6);  // blank lines count
  BOOST_TEST(t.column("altra") == csv::Table::kNone);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_table_says_why_and_where) {
  refused("", {1, {}, "csv.intestazione", "Il file è vuoto: la prima riga deve portare i nomi delle colonne."});
  refused("età;sede\n1;2\n", {1, "nome", "csv.intestazione", "Manca la colonna «nome»: aggiungila alla prima riga del file."});
  refused("nome;Nome\n", {1, "nome", "csv.intestazione", "La colonna «nome» compare due volte: lasciane una sola."});
  refused("nome\n\"aperta\n", {2, {}, "csv.virgolette", "Una virgoletta non è chiusa: correggi la riga."});
  refused(std::string("\xFF\xFEn\0o\0", 6),
          {1, {}, "csv.codifica", "Il file è in UTF-16 («Testo Unicode» di Excel): salvalo come «CSV UTF-8»."});
  refused(std::string("no\0me", 5),
          {1, {}, "csv.codifica", "Il file contiene byte nulli: non è un testo CSV. Salvalo come «CSV UTF-8»."});
  refused(
      "nome\n\"" + std::string(70000, 'x') + "\"\n",
      {2, {}, "csv.limite", "La riga supera 64 KiB o 256 colonne: forse manca una virgoletta di chiusura. Correggi la riga."});
}

BOOST_AUTO_TEST_CASE(cells_name_line_column_value_and_remedy) {
  const auto t = table("nome;nato;ore;capo;n\nA;30/02/2026;x;forse;12a\nB;2026-02-28;7,5;S;12\nC;;;;;di troppo\n");
  std::vector<csv::Difetto> difetti;
  csv::Cells wrong(t, t.rows()[0], difetti);
  wrong.date("nato");
  wrong.hours("ore");
  wrong.flag("capo");
  wrong.integer("n", 0, 99, 0);
  wrong.required("manca");
  BOOST_TEST(!wrong.ok());
  BOOST_REQUIRE(difetti.size() == 5u);
  BOOST_TEST(difetti[0].riga == 2);
  BOOST_TEST(difetti[0].colonna == "nato");
  BOOST_TEST(difetti[0].motivo == "Colonna «nato», valore «30/02/2026»: non è una data. Scrivila come 2026-11-23 o 23/11/2026.");
  BOOST_TEST(difetti[1].motivo == "Colonna «ore», valore «x»: non è un numero di ore. Scrivilo come 1234,50.");
  BOOST_TEST(difetti[2].motivo == "Colonna «capo», valore «forse»: non è S o N. Correggilo.");
  BOOST_TEST(difetti[3].motivo == "Colonna «n», valore «12a»: non è un numero intero tra 0 e 99. Correggilo.");
  BOOST_TEST(difetti[4].motivo == "Colonna «manca», è vuota: il valore è obbligatorio. Indicalo.");
  csv::Cells good(t, t.rows()[1], difetti);
  BOOST_TEST(good.date("nato")->iso() == "2026-02-28");
  BOOST_TEST(good.hours("ore") == 750);
  BOOST_TEST(good.flag("capo"));
  BOOST_TEST(good.integer("n", 0, 99, 0) == 12);
  BOOST_TEST(good.ok());
  const csv::Cells long_row(t, t.rows()[2], difetti);
  BOOST_TEST(!long_row.ok());
  BOOST_TEST(difetti.back().motivo ==
             "La riga ha 6 celle e l’intestazione 5: metti tra virgolette i testi che contengono il separatore.");
}

// A spreadsheet leaves columns without a name: their cells are not "too many".
BOOST_AUTO_TEST_CASE(a_column_without_a_name_is_a_column) {
  const auto t = table("nome;;età\nA;appunto;40\n");
  std::vector<csv::Difetto> difetti;
  BOOST_TEST(csv::Cells(t, t.rows()[0], difetti).ok());
}

BOOST_AUTO_TEST_CASE(utf8_is_recognised_strictly) {
  BOOST_TEST(csv::is_utf8("però Šarić €"));
  BOOST_TEST(!csv::is_utf8("Nicol\xF2"));
  BOOST_TEST(!csv::is_utf8("\xC0\xAF"));
  BOOST_TEST(!csv::is_utf8("\xED\xA0\x80"));
  BOOST_TEST(!csv::is_utf8("\xE2\x82"));
  BOOST_TEST(!csv::is_utf8("\xF4\x90\x80\x80"));
}

BOOST_AUTO_TEST_SUITE_END()
