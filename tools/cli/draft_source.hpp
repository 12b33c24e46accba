// The drafts to check, one at a time: files, folders read to the bottom, JSON Lines, spreadsheets and the standard input.
#pragma once
#include <cstdint>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "shared/csv/table.hpp"
#include "shared/domain/draft.hpp"

namespace omnia::cli {

struct DraftInput {
  std::string nome;   // "bozze/a.json", "bozze.jsonl:3", "-:1", "clienti.csv:12" (the line of the file)
  std::string testo;  // read already; otherwise whoever works on it reads the file `nome`
  bool letta = false;
  std::string difetto;                   // why it cannot be read
  std::optional<domain::Draft> tabella;  // the row of a spreadsheet: the registry fills what it leaves out
  std::string retribuzione;              // of that row, for the estimate: no part of a domanda
};

// The draft, read from the file when it has not been. Throws std::runtime_error with an Italian sentence.
domain::Draft draft_of(const DraftInput& input);

class DraftSource {
 public:
  // `paths`: files (.json, .jsonl, .csv), folders (every .json and .jsonl inside, by name) and "-". Throws when one does not
  // exist.
  DraftSource(const std::vector<std::string>& paths, std::istream& in);
  std::optional<DraftInput> next();
  // How many drafts there will be; nullopt when some come from a stream.
  [[nodiscard]] std::optional<std::int64_t> total() const;

 private:
  void add(const std::string& path);
  std::optional<DraftInput> next_of_stream();
  std::optional<DraftInput> open_table(const std::string& path);
  DraftInput next_of_table();

  std::vector<std::string> files_;
  std::size_t at_ = 0;
  std::istream& in_;
  std::ifstream file_;
  std::istream* stream_ = nullptr;
  std::int64_t number_ = 0;
  bool streams_ = false;
  std::optional<csv::Table> table_;
  std::size_t row_ = 0;
};

// The next JSON object of a stream of them (one after the other, on lines or inside a list); nullopt at the end.
// Throws std::runtime_error for anything else.
std::optional<std::string> next_object(std::istream& in);

}  // namespace omnia::cli
