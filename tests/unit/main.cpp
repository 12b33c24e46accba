// The one place that compiles Boost.Test itself; the test files include <boost/test/unit_test.hpp>.
#define BOOST_TEST_MODULE omnia
#include <boost/test/included/unit_test.hpp>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
// Fontconfig, under the PDF of receipts and acts, keeps what it read of the system's fonts until the process ends.
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the name is the sanitizer's
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
#endif
#endif
