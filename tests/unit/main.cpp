// The one place that compiles Boost.Test itself; the test files include <boost/test/unit_test.hpp>.
#define BOOST_TEST_MODULE omnia
#include <boost/test/included/unit_test.hpp>
