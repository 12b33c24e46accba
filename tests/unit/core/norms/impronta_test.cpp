#include <boost/test/unit_test.hpp>

#include "assets/norms.hpp"
#include "shared/norms/norms.hpp"
#include "shared/norms/sha256.hpp"

namespace {

using omnia::norms::Norms;
using omnia::norms::sha256_hex;

const std::string kRow = R"({"chiave":"a","valore":1,"unita":"giorni","citazione":"Art. 1","mark":"confirmed"})";

std::string fingerprint(const std::string& parameters) {
  return Norms::parse({{"parametri.json", parameters}}).value().impronta();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(norms_impronta)

BOOST_AUTO_TEST_CASE(sha_256_gives_the_examples_of_its_standard) {
  BOOST_TEST(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  BOOST_TEST(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(the_fingerprint_is_of_the_content_not_of_its_layout) {
  const auto one = fingerprint(R"({"versione":"1","parametri":[)" + kRow + "]}");
  BOOST_TEST(one.size() == 64U);
  BOOST_TEST(fingerprint("{ \"parametri\": [ " + kRow + " ],\n \"versione\": \"1\" }") == one);
  BOOST_TEST(fingerprint(R"({"versione":"2","parametri":[)" + kRow + "]}") != one);
  auto other = kRow;
  other.replace(other.find(":1,"), 3, ":2,");
  BOOST_TEST(fingerprint(R"({"versione":"1","parametri":[)" + other + "]}") != one);
}

BOOST_AUTO_TEST_CASE(every_table_counts_in_the_fingerprint) {
  auto tables = omnia::assets::norms();
  auto& text = tables.at("causali.json");
  const auto at = text.find("Mancanza di lavoro");
  BOOST_REQUIRE(at != std::string::npos);
  text.replace(at, 8, "Carenza ");
  const auto changed = Norms::parse(tables);
  BOOST_REQUIRE(changed.ok());
  BOOST_TEST(changed.value().versione() == Norms::builtin().versione());
  BOOST_TEST(changed.value().impronta() != Norms::builtin().impronta());
}

BOOST_AUTO_TEST_SUITE_END()
