// The border between the page and the program: C functions that the page calls, two callbacks that it gives (Module.onPatch and
// Module.onEffect). Every event goes through update; the patch leaves before the effects, so that a focus finds its field.
#include <emscripten.h>
#include <malloc.h>

#include <memory>
#include <string>
#include <utility>

#include "shared/wire/wire.hpp"
#include "wasm-client/app/app.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/faces/imgui/face.hpp"
#include "wasm-client/platform/messages.hpp"
#include "wasm-client/platform/stage.hpp"
#include "wasm-client/view/publisher.hpp"

// clang-format off
EM_JS(void, omnia_page_patch, (const char* json), { Module.onPatch(UTF8ToString(json)); })
EM_JS(void, omnia_page_effect, (const char* json), { Module.onEffect(UTF8ToString(json)); })
// clang-format on

namespace {

using namespace omnia;

struct Program {
  app::Model model;
  view::Publisher publisher;
  faces::Fonts fonts;
  std::unique_ptr<faces::ImGuiFace> face;
  platform::Stage stage;
  std::string review;
  std::string explanation;
  std::string draft;
};

Program& program() {
  static Program one;
  return one;
}

void dispatch(const app::Event& event) {
  Program& p = program();
  const app::Effects effects = app::update(p.model, event);
  const std::string patch = p.publisher.publish(app::render(p.model));
  if (!patch.empty()) omnia_page_patch(patch.c_str());
  for (const app::Effect& effect : effects) omnia_page_effect(platform::effect_json(effect).c_str());
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void omnia_start(const char* config) { dispatch(platform::start_of(config)); }

EMSCRIPTEN_KEEPALIVE void omnia_event(std::uint32_t id, int kind, const char* text) {
  if (const auto event = platform::event_of(program().publisher.find(id), kind, text)) dispatch(*event);
}

// The program copies the bytes; size is a double because files may be larger than 4 GB.
EMSCRIPTEN_KEEPALIVE void omnia_file(std::uint32_t id, const char* name, const char* type, double size, const char* bytes,
                                     int length) {
  app::FileChosen file{{}, name, type, static_cast<std::int64_t>(size), std::string(bytes, static_cast<std::size_t>(length))};
  if (const auto event = platform::file_of(program().publisher.find(id), std::move(file))) dispatch(*event);
}

EMSCRIPTEN_KEEPALIVE void omnia_effect_done(const char* json) {
  if (const auto event = platform::answer_of(json)) dispatch(*event);
}

// What the effect "salva_bozza" without a text means now; empty when that draft has gone. Valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* omnia_draft(const char* id) {
  program().draft = app::draft_text(program().model, id);
  return program().draft.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* omnia_review(const char* request) {
  program().review = wire::review_json(request);
  return program().review.c_str();
}

// `argomento`: a topic or the code of an alert; empty for all. Valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* omnia_explain(const char* request, const char* argomento) {
  program().explanation = wire::explain_json(request, argomento);
  return program().explanation.c_str();
}

// Copies the bytes: 0 regular and 1 semibold, before omnia_canvas_start; 2 figures, when the first of them is shown.
EMSCRIPTEN_KEEPALIVE void omnia_font(int which, const std::uint8_t* data, int length) {
  faces::Fonts& fonts = program().fonts;
  std::string& font = which == 0 ? fonts.regular : which == 1 ? fonts.bold : fonts.mono;
  font.assign(reinterpret_cast<const char*>(data), static_cast<std::size_t>(length));
  if (which == 2 && program().face) program().face->set_figures(font);
}

EMSCRIPTEN_KEEPALIVE int omnia_canvas_start(const char* selector) {
  Program& p = program();
  if (p.fonts.regular.empty() || p.fonts.bold.empty()) return 0;
  if (!p.face) p.face = std::make_unique<faces::ImGuiFace>(p.fonts);
  return p.stage.start(selector) ? 1 : 0;
}

// The page has already given the canvas its size in physical pixels.
EMSCRIPTEN_KEEPALIVE void omnia_canvas_resize(float, float, float dpr) { program().stage.resize(dpr); }

EMSCRIPTEN_KEEPALIVE void omnia_canvas_scroll(float top) {
  if (program().face) program().face->set_scroll(top);
}

EMSCRIPTEN_KEEPALIVE void omnia_canvas_pointer(float x, float y) {
  if (program().face) program().face->set_pointer(x, y);
}

// Scroll place of a table's own region; open or closed state of a disclosure.
EMSCRIPTEN_KEEPALIVE void omnia_canvas_region(std::uint32_t id, float top) {
  if (program().face) program().face->set_region_scroll(id, top);
}

EMSCRIPTEN_KEEPALIVE void omnia_canvas_open(std::uint32_t id, int open) {
  if (program().face) program().face->set_open(id, open != 0);
}

EMSCRIPTEN_KEEPALIVE void omnia_canvas_column(std::uint32_t header, float characters) {
  if (program().face) program().face->set_column(header, characters);
}

EMSCRIPTEN_KEEPALIVE void omnia_canvas_focus(std::uint32_t id) {
  if (program().face) program().face->set_focus(id);
}

EMSCRIPTEN_KEEPALIVE void omnia_canvas_theme(int theme) {
  if (program().face) program().face->set_theme(theme);
}

EMSCRIPTEN_KEEPALIVE void omnia_canvas_lost() { program().stage.lost(); }

EMSCRIPTEN_KEEPALIVE void omnia_canvas_restored() { program().stage.restored(); }

EMSCRIPTEN_KEEPALIVE void omnia_canvas_frame() {
  if (program().face) program().stage.frame(*program().face, program().publisher.tree());
}

EMSCRIPTEN_KEEPALIVE int omnia_canvas_again() { return program().face && program().face->wants_another_frame() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE float omnia_content_height() { return program().face ? program().face->content_height() : 0; }

EMSCRIPTEN_KEEPALIVE const std::uint8_t* omnia_rects() {
  return program().face ? reinterpret_cast<const std::uint8_t*>(program().face->rects().data()) : nullptr;
}

EMSCRIPTEN_KEEPALIVE int omnia_rect_count() { return program().face ? static_cast<int>(program().face->rects().size()) : 0; }

EMSCRIPTEN_KEEPALIVE const std::uint32_t* omnia_uncovered() {
  return program().face ? program().face->uncovered().data() : nullptr;
}

EMSCRIPTEN_KEEPALIVE int omnia_uncovered_count() {
  return program().face ? static_cast<int>(program().face->uncovered().size()) : 0;
}

// Bytes of the heap in use: the heap itself grows by steps of megabytes and never shrinks, so that a small leak would not show in
// it.
EMSCRIPTEN_KEEPALIVE double omnia_memory() { return static_cast<double>(mallinfo().uordblks); }

}  // extern "C"
