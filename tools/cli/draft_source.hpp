// The drafts to check, one at a time: files, folders read to the bottom, JSON Lines and the standard input.
#pragma once
#include <cstdint>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace omnia::cli {

struct DraftInput {
  std::string nome;   // "bozze/a.json", "bozze.jsonl:3", "-:1"
  std::string testo;  // read already; otherwise whoever works on it reads the file `nome`
  bool letta = false;
  std::string difetto;  // why it cannot be read
};

class DraftSource {
 public:
  // `paths`: files, folders (every .json and .jsonl inside, by name) and "-". Throws when one does not exist.
  DraftSource(const std::vector<std::string>& paths, std::istream& in);
  std::optional<DraftInput> next();
  // How many drafts there will be; nullopt when some come from a stream.
  [[nodiscard]] std::optional<std::int64_t> total() const;

 private:
  void add(const std::string& path);
  std::optional<DraftInput> next_of_stream();

  std::vector<std::string> files_;
  std::size_t at_ = 0;
  std::istream& in_;
  std::ifstream file_;
  std::istream* stream_ = nullptr;
  std::int64_t number_ = 0;
  bool streams_ = false;
};

// The next JSON object of a stream of them (one after the other, on lines or inside a list); nullopt at the end.
// Throws std::runtime_error for anything else.
std::optional<std::string> next_object(std::istream& in);

}  // namespace omnia::cli
