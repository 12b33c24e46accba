#include "server/identity/secrets.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace omnia::identity;

BOOST_AUTO_TEST_SUITE(identity_secrets)

BOOST_AUTO_TEST_CASE(sha256_gives_the_published_vectors) {
  BOOST_TEST(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(tokens_have_256_bits_and_never_repeat) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string token = random_token();
    BOOST_REQUIRE(token.size() == 43U);
    BOOST_REQUIRE(from_base64url(token)->size() == 32U);
    seen.insert(token);
  }
  BOOST_TEST(seen.size() == 1000U);
}

BOOST_AUTO_TEST_CASE(uuids_are_of_version_4) {
  const std::string uuid = random_uuid();
  BOOST_TEST(uuid.size() == 36U);
  BOOST_TEST(uuid[14] == '4');
  BOOST_TEST(std::string("89ab").find(uuid[19]) != std::string::npos);
  BOOST_TEST(random_uuid() != uuid);
}

BOOST_AUTO_TEST_CASE(base64url_goes_and_comes_back_for_every_length) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    BOOST_REQUIRE(from_base64url(base64url(bytes)) == bytes);
    bytes += static_cast<char>(i * 37);
  }
}

BOOST_AUTO_TEST_CASE(base64_is_strict) {
  BOOST_TEST(from_base64("JVBERi0xLjc=").value() == "%PDF-1.7");
  BOOST_TEST(from_base64("").value() == "");
  for (const char* bad :
       {"JVBERi0xLjc", "JVBERi0xLjc==", "JVBE Ri0xLjc=", "JVBERi0xLjd=", "====", "A", "AA=A", "-_==", "JVBE\n"}) {
    BOOST_TEST(!from_base64(bad).has_value(), bad);
  }
}

BOOST_AUTO_TEST_CASE(secrets_are_equal_only_when_they_are) {
  BOOST_TEST(same_secret("abc", "abc"));
  BOOST_TEST(!same_secret("abc", "abd"));
  BOOST_TEST(!same_secret("abc", "abcd"));
  BOOST_TEST(!same_secret("", "a"));
}

BOOST_AUTO_TEST_SUITE_END()
