#include "tools/cli/draft_source.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "shared/domain/ascii.hpp"
#include "shared/wire/strict.hpp"
#include "tools/cli/draft_table.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{32} * 1024 * 1024;

bool is_lines(const fs::path& path) { return path.extension() == ".jsonl"; }

bool is_table(const fs::path& path) { return path.extension() == ".csv" || path.extension() == ".CSV"; }

bool is_between_objects(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == '[' || c == ']'; }

// Follows braces and quotes of one object.
class Braces {
 public:
  // true when `c` closes the object.
  bool take(char c) {
    if (text_) {
      text_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
      return false;
    }
    if (c == '"') text_ = true;
    if (c == '{') ++depth_;
    return c == '}' && --depth_ == 0;
  }

 private:
  int depth_ = 0;
  bool text_ = false;
  bool escaped_ = false;
};

// After a defect nobody knows where the next object starts.
void drain(std::istream& in) {
  while (in.rdbuf()->sbumpc() != std::istream::traits_type::eof()) {
  }
}

}  // namespace

std::optional<std::string> next_object(std::istream& in) {
  auto& buffer = *in.rdbuf();
  constexpr int kEnd = std::istream::traits_type::eof();
  int c = buffer.sbumpc();
  while (c != kEnd && is_between_objects(static_cast<char>(c))) c = buffer.sbumpc();
  if (c == kEnd) return std::nullopt;
  if (c != '{') throw std::runtime_error("ogni bozza deve essere un oggetto JSON: il resto non è stato letto.");
  std::string text;
  Braces braces;
  for (; c != kEnd; c = buffer.sbumpc()) {
    text.push_back(static_cast<char>(c));
    if (braces.take(static_cast<char>(c))) return text;
    if (text.size() > kMostBytes) throw std::runtime_error("una bozza supera 32 MiB: il resto non è stato letto.");
  }
  throw std::runtime_error("l’ultima bozza è incompleta: manca la parentesi graffa che la chiude.");
}

domain::Draft draft_of(const DraftInput& input) {
  if (!input.difetto.empty()) throw std::runtime_error(input.difetto);
  if (input.tabella) return *input.tabella;
  auto draft = wire::read_known_draft(input.letta ? input.testo : read_file(input.nome));
  if (!draft) throw std::runtime_error(draft.reason().testo);
  return std::move(draft.value());
}

DraftSource::DraftSource(const std::vector<std::string>& paths, std::istream& in) : in_(in) {
  for (const auto& path : paths) add(path);
  if (files_.empty()) throw std::runtime_error("nelle cartelle indicate non c’è nessuna bozza (.json o .jsonl).");
}

void DraftSource::add(const std::string& path) {
  if (path == "-") {
    files_.push_back(path);
    streams_ = true;
    return;
  }
  if (!fs::is_directory(path)) {
    if (!fs::exists(path)) throw std::runtime_error("il file «" + path + "» non esiste: verifica il percorso.");
    files_.push_back(path);
    streams_ = streams_ || is_lines(path) || is_table(path);
    return;
  }
  const auto first = static_cast<std::ptrdiff_t>(files_.size());
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (!entry.is_regular_file()) continue;
    const bool lines = is_lines(entry.path());
    if (!lines && entry.path().extension() != ".json") continue;
    files_.push_back(entry.path().string());
    streams_ = streams_ || lines;
  }
  std::sort(files_.begin() + first, files_.end());
}

std::optional<std::int64_t> DraftSource::total() const {
  if (streams_) return std::nullopt;
  return static_cast<std::int64_t>(files_.size());
}

std::optional<DraftInput> DraftSource::next() {
  while (stream_ != nullptr || at_ < files_.size()) {
    if (table_) {
      if (row_ < table_->rows().size()) return next_of_table();
      table_.reset();
      ++at_;
      continue;
    }
    if (stream_ == nullptr) {
      const auto& path = files_[at_];
      if (is_table(path)) {
        if (auto refused = open_table(path)) return refused;
        continue;
      }
      if (path != "-" && !is_lines(path)) {
        ++at_;
        return DraftInput{path, {}, false, {}, {}, {}};
      }
      number_ = 0;
      if (path == "-") {
        stream_ = &in_;
      } else {
        file_ = std::ifstream(path, std::ios::binary);
        stream_ = &file_;
      }
    }
    if (auto input = next_of_stream()) return input;
    stream_ = nullptr;
    ++at_;
  }
  return std::nullopt;
}

// The refusal of the whole file; nullopt when its rows are ready.
std::optional<DraftInput> DraftSource::open_table(const std::string& path) {
  auto read = csv::read_table(read_file(path), {kDraftTableColumn});
  if (auto* table = std::get_if<csv::Table>(&read)) {
    table_ = std::move(*table);
    row_ = 0;
    return std::nullopt;
  }
  ++at_;
  DraftInput refused;
  const auto& difetto = std::get<csv::Difetto>(read);
  refused.nome = path + ":" + std::to_string(difetto.riga);
  refused.letta = true;
  refused.difetto = difetto.motivo;
  return refused;
}

DraftInput DraftSource::next_of_table() {
  const auto& row = table_->rows()[row_++];
  DraftInput input;
  input.nome = files_[at_] + ":" + std::to_string(row.riga);
  input.letta = true;
  std::vector<csv::Difetto> difetti;
  input.tabella = draft_of_row(*table_, row, difetti);
  const auto pay = table_->column("retribuzione_oraria");
  if (pay != csv::Table::kNone && pay < row.celle.size()) input.retribuzione = domain::ascii::trim(row.celle[pay]);
  for (const auto& difetto : difetti) input.difetto += (input.difetto.empty() ? "" : " ") + difetto.motivo;
  return input;
}

std::optional<DraftInput> DraftSource::next_of_stream() {
  DraftInput input;
  input.letta = true;
  input.nome = files_[at_] + ":" + std::to_string(++number_);
  try {
    auto text = next_object(*stream_);
    if (!text) return std::nullopt;
    input.testo = std::move(*text);
  } catch (const std::runtime_error& e) {
    input.difetto = e.what();
    drain(*stream_);
  }
  return input;
}

}  // namespace omnia::cli
