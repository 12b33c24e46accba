#include "shared/wire/text_writer.hpp"

#include <algorithm>

#include "shared/wire/reader.hpp"

namespace omnia::wire {
namespace {

bool plain_character(char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\'; }

}  // namespace

// Nearly every text is plain ASCII; the rest goes through the one place that knows escapes and repairs what is not UTF-8.
void TextWriter::quote(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), plain_character)) {
    out_ += canonical(Json(text));
    return;
  }
  out_ += '"';
  out_ += text;
  out_ += '"';
}

}  // namespace omnia::wire
