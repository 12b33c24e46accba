#include "server/documents/markdown.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace omnia::documents {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool starts(std::string_view text, std::string_view what) { return text.substr(0, what.size()) == what; }

std::size_t skip_mark(std::string_view line) {
  if (starts(line, "- ") || starts(line, "* ")) return 2;
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && starts(line.substr(digits), ". ") ? digits + 2 : 0;
}

// "[words](address)" from `at`: its words, and where it ends; npos when it is none.
std::size_t read_link(std::string_view text, std::size_t at, std::string& out) {
  const auto close = text.find("](", at);
  const auto end = close == std::string_view::npos ? close : text.find(')', close);
  if (end == std::string_view::npos || text.substr(at, close - at).find('[', 1) != std::string_view::npos)
    return std::string_view::npos;
  out += text.substr(at + 1, close - at - 1);
  const auto address = text.substr(close + 2, end - close - 2);
  if (starts(address, "http")) out += " (" + std::string(address) + ")";
  return end + 1;
}

std::string plain(std::string_view text) {
  std::string out;
  bool code = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`') {
      code = !code;
    } else if (!code && starts(text.substr(i), "**")) {
      ++i;
    } else if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '|') {
      out += text[++i];
    } else if (!code && text[i] == '[') {
      const auto end = read_link(text, i, out);
      if (end == std::string_view::npos) {
        out += '[';
      } else {
        i = end - 1;
      }
    } else {
      out += text[i];
    }
  }
  return out;
}

std::vector<std::string> cells(std::string_view line) {
  line = line.substr(1, line.size() - (line.back() == '|' ? 2 : 1));
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && (line[i] != '|' || (i > 0 && line[i - 1] == '\\'))) continue;
    out.push_back(plain(trimmed(line.substr(from, i - from))));
    from = i + 1;
  }
  return out;
}

class Reader {
 public:
  explicit Reader(int livello) : livello_(livello) {}

  void line(std::string_view raw) {
    const std::string_view text = trimmed(raw);
    if (starts(text, "```")) {
      close();
      in_code_ = !in_code_;
      if (!in_code_) blocks_.emplace_back(std::exchange(code_, {}));
    } else if (in_code_) {
      code_.righe.emplace_back(raw);
    } else if (text.empty() || starts(text, "![")) {
      close();
    } else if (text.front() == '#') {
      close();
      const auto hashes = text.find_first_not_of('#');
      blocks_.emplace_back(Titolo{livello_ + static_cast<int>(hashes) - 1, plain(trimmed(text.substr(hashes)))});
    } else if (text.front() == '|') {
      table_row(text);
    } else {
      flowing(raw, text);
    }
  }

  std::vector<Blocco> finish() {
    close();
    return std::move(blocks_);
  }

 private:
  void table_row(std::string_view text) {
    if (!table_) {
      close();
      table_ = true;
      blocks_.emplace_back(Tabella{cells(text), {}});
    } else if (text.find_first_not_of("|-: ") != std::string_view::npos) {
      std::get<Tabella>(blocks_.back()).righe.push_back(cells(text));
    }
  }

  void flowing(std::string_view raw, std::string_view text) {
    const std::size_t mark = skip_mark(text);
    if (mark > 0) {
      if (!list_) {
        close();
        list_ = true;
        blocks_.emplace_back(Elenco{{}, text.front() >= '0' && text.front() <= '9'});
      } else {
        put_item();
      }
      text_ = text.substr(mark);
      return;
    }
    if (table_ || (list_ && raw.front() != ' ')) close();
    text_ += (text_.empty() ? "" : " ") + std::string(text);
  }

  void put_item() {
    auto& items = std::get<Elenco>(blocks_.back()).voci;
    items.push_back(plain(text_));
    text_.clear();
  }

  void close() {
    if (list_) {
      put_item();
    } else if (!text_.empty()) {
      blocks_.emplace_back(Paragrafo{plain(text_)});
    }
    text_.clear();
    list_ = table_ = false;
  }

  int livello_;
  std::vector<Blocco> blocks_;
  std::string text_;
  Codice code_;
  bool in_code_ = false, list_ = false, table_ = false;
};

}  // namespace

std::vector<Blocco> read_markdown(std::string_view testo, int livello) {
  Reader reader(livello);
  for (std::size_t at = 0; at < testo.size();) {
    const std::size_t end = std::min(testo.find('\n', at), testo.size());
    reader.line(testo.substr(at, end - at));
    at = end + 1;
  }
  return reader.finish();
}

}  // namespace omnia::documents
