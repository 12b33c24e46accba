#include "server/http/static_files.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::http;

Request get(const std::string& path, Pairs headers = {}) {
  Request request;
  request.metodo = "GET";
  request.percorso = path;
  request.intestazioni = std::move(headers);
  return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_static_files)

BOOST_AUTO_TEST_CASE(a_coding_is_taken_only_where_it_is_accepted) {
  BOOST_TEST(accepts_encoding("gzip, deflate, br", "br"));
  BOOST_TEST(accepts_encoding("GZIP;q=0.5", "gzip"));
  BOOST_TEST(accepts_encoding("*", "br"));
  BOOST_TEST(!accepts_encoding("*;q=0", "br"));
  BOOST_TEST(!accepts_encoding("br;q=0, *", "br"));
  BOOST_TEST(!accepts_encoding("br; q=0.000", "br"));
  BOOST_TEST(!accepts_encoding("brotli", "br"));
  BOOST_TEST(!accepts_encoding("", "br"));
}

BOOST_AUTO_TEST_CASE(only_files_of_the_folder_exist) {
  const omnia::tests::TemporaryFolder folder;
  std::filesystem::create_directories(folder.file("web/assets"));
  std::ofstream(folder.file("web/index.html")) << "<p>";
  std::ofstream(folder.file("web/assets/a-1.js")) << "1";
  std::ofstream(folder.file("web/assets/a-1.js.br")) << "b";
  std::ofstream(folder.file("segreto.txt")) << "no";
  const StaticFiles files(folder.file("web"));
  for (const char* path : {"/segreto.txt", "/../segreto.txt", "/assets/../../segreto.txt", "/assets", "/assets/",
                           "/assets/a-1.js.br", "", "index.html"}) {
    BOOST_TEST(!files.find(get(path)).has_value(), path);
  }
  BOOST_TEST(*files.find(get("/"))->corpo_condiviso == "<p>");
  BOOST_TEST(*files.find(get("/assets/a-1.js"))->corpo_condiviso == "1");
  const auto compressed = files.find(get("/assets/a-1.js", {{"Accept-Encoding", "br"}}));
  BOOST_TEST(*compressed->corpo_condiviso == "b");
}

BOOST_AUTO_TEST_CASE(a_known_tag_is_answered_without_the_body) {
  const omnia::tests::TemporaryFolder folder;
  std::ofstream(folder.file("index.html")) << "<p>";
  const StaticFiles files(folder.file(""));
  std::string tag;
  const auto page = files.find(get("/"));
  for (const auto& [key, value] : page->intestazioni) tag += key == "ETag" ? value : "";
  BOOST_TEST(tag.size() == 34U);
  for (const std::string& header : {tag, "W/" + tag, "\"altro\", " + tag, std::string("*")}) {
    BOOST_TEST(files.find(get("/", {{"If-None-Match", header}}))->stato == 304, header);
  }
  BOOST_TEST(files.find(get("/", {{"If-None-Match", "\"altro\""}}))->stato == 200);
}

BOOST_AUTO_TEST_CASE(a_folder_without_the_page_is_refused_with_what_to_do) {
  const omnia::tests::TemporaryFolder folder;
  BOOST_CHECK_EXCEPTION(StaticFiles(folder.file("vuota")), std::runtime_error, [&](const std::runtime_error& e) {
    return std::string(e.what()) ==
           "Nella cartella «" + folder.file("vuota") +
               "» manca index.html: costruisci il programma per il browser oppure indica un’altra cartella con --web.";
  });
}

BOOST_AUTO_TEST_SUITE_END()
