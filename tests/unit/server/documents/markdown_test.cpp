#include "server/documents/markdown.hpp"

#include <boost/test/unit_test.hpp>

#include "assets/manuale.hpp"
#include "server/services/manuale.hpp"

namespace {
using namespace omnia::documents;
}  // namespace

BOOST_AUTO_TEST_SUITE(documents_markdown)

BOOST_AUTO_TEST_CASE(titles_paragraphs_lists_tables_and_code_become_blocks) {
  const auto blocks = read_markdown(
      "# Uno\nPrima riga\nseconda, **forte** e `codice`.\n\n## Due\n- voce [una](altra.md)\n  continua\n- due\n\n1. primo\n2. "
      "secondo\n"
      "\n| a | b \\| c |\n|---|---|\n| `x` | y |\n\n![figura](x.png)\n\n```\nomnia  verify\n```\nVedi "
      "[sito](https://esempio.invalid).\n",
      2);
  BOOST_REQUIRE(blocks.size() == 8U);
  BOOST_TEST(std::get<Titolo>(blocks[0]).livello == 2);
  BOOST_TEST(std::get<Titolo>(blocks[0]).testo == "Uno");
  BOOST_TEST(std::get<Paragrafo>(blocks[1]).testo == "Prima riga seconda, forte e codice.");
  BOOST_TEST(std::get<Titolo>(blocks[2]).livello == 3);
  BOOST_TEST((std::get<Elenco>(blocks[3]).voci == std::vector<std::string>{"voce una continua", "due"}));
  BOOST_TEST(!std::get<Elenco>(blocks[3]).numerato);
  BOOST_TEST(std::get<Elenco>(blocks[4]).numerato);
  BOOST_TEST((std::get<Tabella>(blocks[5]).colonne == std::vector<std::string>{"a", "b | c"}));
  BOOST_TEST((std::get<Tabella>(blocks[5]).righe == std::vector<std::vector<std::string>>{{"x", "y"}}));
  BOOST_TEST((std::get<Codice>(blocks[6]).righe == std::vector<std::string>{"omnia  verify"}));
  BOOST_TEST(std::get<Paragrafo>(blocks[7]).testo == "Vedi sito (https://esempio.invalid).");
}

BOOST_AUTO_TEST_CASE(every_page_of_the_manual_is_a_chapter_once) {
  auto chapters = omnia::services::capitoli_manuale();
  BOOST_TEST(chapters.size() + 1 == omnia::assets::manuale().size());
  std::size_t found = 0;
  for (const auto& block : omnia::services::manuale_documento("2026-11-24T10:00:00+01:00").blocchi) {
    const auto* title = std::get_if<Titolo>(&block);
    if (title != nullptr && title->nuova_pagina) ++found;
  }
  BOOST_TEST(found == chapters.size());
}

BOOST_AUTO_TEST_SUITE_END()
