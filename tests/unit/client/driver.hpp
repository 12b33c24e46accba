// Drives the client as a person does: finds nodes by role and label, types, leaves, clicks, and answers the requests that the
// program makes. After every event the tree must be whole: unique ids, labels on what can be used, headings in order.
#pragma once
#include <deque>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "wasm-client/app/app.hpp"
#include "wasm-client/view/publisher.hpp"

namespace omnia::test {

class Driver {
 public:
  void start(const std::string& oggi = "2026-11-24");
  void send(const app::Event& event);

  void type(const std::string& label, const std::string& text);   // keystrokes, the field keeps the focus
  void leave(const std::string& label, const std::string& text);  // the field is left with that text
  void fill(const std::string& label, const std::string& text) {
    type(label, text);
    leave(label, text);
  }
  void choose(const std::string& label);                             // radio
  void select(const std::string& label, const std::string& option);  // option by its label
  void check(const std::string& label, bool on = true);
  void click(const std::string& label);  // button, link, step or alert
  void click_key(const std::string& key) { send(app::Click{key}); }

  // Answers the oldest request whose tag starts so; fails the test when there is none.
  void answer(const std::string& tag, int stato, const std::string& corpo);
  [[nodiscard]] const app::Http& pending(const std::string& tag) const;
  [[nodiscard]] bool asked(const std::string& tag) const;

  [[nodiscard]] const view::Node* find(view::Kind kind, const std::string& label) const;
  [[nodiscard]] const view::Node& get(view::Kind kind, const std::string& label) const;
  [[nodiscard]] const view::Node* find_key(const std::string& key) const;
  [[nodiscard]] const view::Node& field(const std::string& label) const { return get(view::Kind::field, label); }
  // Is that text shown anywhere (label, value, help or error)?
  [[nodiscard]] bool shows(const std::string& text) const;
  [[nodiscard]] std::size_t count(view::Kind kind) const;
  [[nodiscard]] const std::string& title() const;

  // The last effect of that kind since the last event; nullptr when there was none.
  template <class Effect>
  const Effect* last() const {
    const Effect* found = nullptr;
    for (const app::Effect& effect : effects) {
      if (const auto* one = std::get_if<Effect>(&effect)) found = one;
    }
    return found;
  }

  app::Model model;
  app::Effects effects;  // of the last event
  std::deque<app::Http> requests;
  std::vector<std::string> stored_ids;
  std::vector<std::string> stored_texts;  // what the browser holds, by place of stored_ids
  std::string patch;                      // of the last event
  bool browser_stores = true;             // answers StoreDraft at once

 private:
  void keep(const app::Effects& news);
  void store(const std::string& id, const std::string& text);
  [[nodiscard]] const view::Node& usable(const std::string& label, const std::vector<view::Kind>& kinds) const;
  void check_tree() const;
  view::Publisher publisher_;
};

}  // namespace omnia::test
