// Not a timed test: prints what a keystroke costs with a large registry, and checks only that the work was done.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <iostream>

#include "tests/unit/client/office.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/view/publisher.hpp"

using namespace omnia;
using Clock = std::chrono::steady_clock;

namespace {

long long micros(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration_cast<std::chrono::microseconds>(to - from).count();
}

struct Cost {
  std::vector<long long> update, render, publish, all;
  std::size_t bytes = 0;
};

long long median(std::vector<long long> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

Cost measure(app::Model& model, const std::string& key) {
  Cost cost;
  view::Publisher publisher;
  publisher.publish(app::render(model));
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += static_cast<char>('a' + i % 26);
    const auto start = Clock::now();
    app::update(model, app::Input{key, text});
    const auto updated = Clock::now();
    view::Node tree = app::render(model);
    const auto rendered = Clock::now();
    cost.bytes = publisher.publish(std::move(tree)).size();
    const auto published = Clock::now();
    cost.update.push_back(micros(start, updated));
    cost.render.push_back(micros(updated, rendered));
    cost.publish.push_back(micros(rendered, published));
    cost.all.push_back(micros(start, published));
  }
  return cost;
}

template <class Work>
long long median_of(Work work) {
  std::vector<long long> values;
  for (int i = 0; i < 20; ++i) {
    const auto start = Clock::now();
    work();
    values.push_back(micros(start, Clock::now()));
  }
  return median(values);
}

void print(const char* what, const Cost& c) {
  std::cout << what << ": update " << median(c.update) << " µs, render " << median(c.render) << " µs, publish "
            << median(c.publish) << " µs, in all " << median(c.all) << " µs, patch " << c.bytes << " bytes\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cost)

BOOST_AUTO_TEST_CASE(a_keystroke_with_a_thousand_workers) {
  test::Driver d;
  test::open_new(d, test::clean_registry(1000));
  print("keystroke, section azienda, nobody chosen", measure(d.model, "azienda.legale_rappresentante.cognome"));
  d.click("Lavoratori");
  d.click("Scegli tutti i 1.000 dell’elenco");
  print("keystroke in the search of 1,000 workers, all chosen", measure(d.model, "lavoratori.testo"));
  d.click("Azienda");
  const Cost chosen = measure(d.model, "azienda.legale_rappresentante.cognome");
  print("keystroke, section azienda, 1,000 chosen", chosen);
  const app::Scrivania& desk = *d.model.scrivania;
  std::size_t bytes = 0;
  std::cout << "  of which review "
            << median_of([&] { rules::review(desk.bozza.draft, *desk.registro, norms::Norms::builtin(), d.model.oggi); })
            << " µs, text of the stored draft " << median_of([&] { bytes = app::write_bozza(desk.bozza).size(); }) << " µs, "
            << bytes << " bytes\n";
  BOOST_TEST(d.model.scrivania->bozza.draft.azienda.legale_rappresentante.cognome.size() == 60U);
  BOOST_TEST(chosen.bytes > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
