#include "tests/unit/client/driver.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>

#include "wasm-client/app/drafts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::test {

using view::Kind;
using view::Node;

namespace {

void walk(const Node& node, const std::function<void(const Node&)>& see) {
  see(node);
  for (const Node& child : node.children) walk(child, see);
}

bool interactive(Kind kind) {
  switch (kind) {
    case Kind::step:
    case Kind::field:
    case Kind::select:
    case Kind::radio_group:
    case Kind::radio:
    case Kind::checkbox:
    case Kind::button:
    case Kind::link:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Driver::start(const std::string& oggi) {
  send(app::Start{oggi, "html", "5eed"});
  if (last<app::LoadDrafts>() != nullptr) {
    std::vector<std::string> texts(stored_texts.rbegin(), stored_texts.rend());
    send(app::DraftsLoaded{texts});
  }
}

void Driver::send(const app::Event& event) {
  effects = app::update(model, event);
  const app::Effects news = effects;
  patch = publisher_.publish(app::render(model));
  check_tree();
  keep(news);
  effects = news;
}

void Driver::keep(const app::Effects& news) {
  for (const app::Effect& effect : news) {
    if (const auto* http = std::get_if<app::Http>(&effect)) requests.push_back(*http);
    if (const auto* text = std::get_if<app::StoreDraft>(&effect))
      store(text->id, text->testo ? *text->testo : app::draft_text(model, text->id));
    if (const auto* gone = std::get_if<app::DeleteDraft>(&effect)) {
      const auto place = std::find(stored_ids.begin(), stored_ids.end(), gone->id);
      if (place == stored_ids.end()) continue;
      stored_texts.erase(stored_texts.begin() + (place - stored_ids.begin()));
      stored_ids.erase(place);
    }
  }
}

void Driver::store(const std::string& id, const std::string& text) {
  const auto place = std::find(stored_ids.begin(), stored_ids.end(), id);
  if (place != stored_ids.end()) {
    stored_texts.erase(stored_texts.begin() + (place - stored_ids.begin()));
    stored_ids.erase(place);
  }
  stored_ids.push_back(id);
  stored_texts.push_back(text);
  if (browser_stores) send(app::DraftStored{id, true});
}

const Node& Driver::usable(const std::string& label, const std::vector<Kind>& kinds) const {
  for (const Kind kind : kinds) {
    if (const Node* node = find(kind, label)) {
      BOOST_REQUIRE_MESSAGE(!node->disabled, "disabled: " << label);
      return *node;
    }
  }
  BOOST_FAIL("nothing to use with the label: " << label);
  throw std::logic_error(label);
}

void Driver::type(const std::string& label, const std::string& text) {
  const std::string key = usable(label, {Kind::field}).key;
  std::string typed;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = i + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
    typed += text.substr(i, next - i);
    i = next;
    send(app::Input{key, typed});
  }
  if (text.empty()) send(app::Input{key, ""});
}

void Driver::leave(const std::string& label, const std::string& text) {
  send(app::Change{usable(label, {Kind::field}).key, text});
}

void Driver::choose(const std::string& label) {
  const Node& radio = usable(label, {Kind::radio});
  send(app::Change{radio.key, radio.value});
}

void Driver::select(const std::string& label, const std::string& option) {
  const Node& node = usable(label, {Kind::select});
  for (const view::Option& one : node.options) {
    if (one.label == option) return send(app::Change{node.key, one.value});
  }
  BOOST_FAIL("no option " << option << " in " << label);
}

void Driver::check(const std::string& label, bool on) { send(app::Change{usable(label, {Kind::checkbox}).key, on ? "1" : ""}); }

void Driver::click(const std::string& label) {
  send(app::Click{usable(label, {Kind::button, Kind::link, Kind::step, Kind::alert}).key});
}

void Driver::answer(const std::string& tag, int stato, const std::string& corpo) {
  const auto found =
      std::find_if(requests.begin(), requests.end(), [&tag](const app::Http& one) { return one.tag.rfind(tag, 0) == 0; });
  BOOST_REQUIRE_MESSAGE(found != requests.end(), "no request " << tag);
  const std::string full = found->tag;
  requests.erase(found);
  send(app::HttpAnswer{full, stato, corpo});
}

bool Driver::asked(const std::string& tag) const {
  return std::any_of(requests.begin(), requests.end(), [&tag](const app::Http& one) { return one.tag.rfind(tag, 0) == 0; });
}

const app::Http& Driver::pending(const std::string& tag) const {
  const auto found =
      std::find_if(requests.begin(), requests.end(), [&tag](const app::Http& one) { return one.tag.rfind(tag, 0) == 0; });
  BOOST_REQUIRE_MESSAGE(found != requests.end(), "no request " << tag);
  return *found;
}

const Node* Driver::find(Kind kind, const std::string& label) const {
  const Node* found = nullptr;
  walk(publisher_.tree(), [&](const Node& node) {
    if (found == nullptr && node.kind == kind && node.label == label) found = &node;
  });
  return found;
}

const Node& Driver::get(Kind kind, const std::string& label) const {
  const Node* node = find(kind, label);
  BOOST_REQUIRE_MESSAGE(node != nullptr, "not on the screen: " << label);
  return *node;
}

const Node* Driver::find_key(const std::string& key) const { return view::find_key(publisher_.tree(), key); }

bool Driver::shows(const std::string& text) const {
  bool found = false;
  walk(publisher_.tree(), [&](const Node& node) {
    for (const std::string* part : {&node.label, &node.value, &node.help, &node.error}) {
      found = found || part->find(text) != std::string::npos;
    }
  });
  return found;
}

std::size_t Driver::count(Kind kind) const {
  std::size_t n = 0;
  walk(publisher_.tree(), [&](const Node& node) { n += node.kind == kind ? 1 : 0; });
  return n;
}

const std::string& Driver::title() const {
  const Node* node = find_key("titolo");
  BOOST_REQUIRE(node != nullptr);
  return node->label;
}

void Driver::check_tree() const {
  int level = 0;
  int first_level = 0;
  walk(publisher_.tree(), [&](const Node& node) {
    if (interactive(node.kind)) BOOST_CHECK_MESSAGE(!node.label.empty(), "no label: " << node.key);
    if (node.kind == Kind::alert || node.kind == Kind::badge || node.kind == Kind::table) {
      BOOST_CHECK_MESSAGE(!node.label.empty(), "no text: " << node.key);
    }
    // A card's title stands as a heading of level 3.
    const int here = node.kind == Kind::heading ? node.level : node.kind == Kind::card && !node.label.empty() ? 3 : 0;
    if (here == 0) return;
    BOOST_CHECK_MESSAGE(here <= level + 1, "heading skips a level: " << node.label);
    level = here;
    first_level += here == 1 ? 1 : 0;
  });
  BOOST_CHECK_MESSAGE(first_level == 1, "one title a page, not " << first_level);
  BOOST_CHECK_EQUAL(view::find_key(publisher_.tree(), "titolo") != nullptr, true);
}

}  // namespace omnia::test
