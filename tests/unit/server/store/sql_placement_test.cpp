// The rule of the house: SQL stands only in server/store/, so that tables change in one room.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Literal {
  std::size_t line = 0;
  std::string text;
};

// Walks over C++ source and keeps what stands in string literals; comments and characters are passed over.
class LiteralReader {
 public:
  explicit LiteralReader(std::string_view source) : source_(source) {}

  std::vector<Literal> read() {
    while (at_ < source_.size()) {
      if (starts("//")) {
        skip_to(source_.find('\n', at_));
      } else if (starts("/*")) {
        skip_past(source_.find("*/", at_ + 2), 2);
      } else if (starts("R\"")) {
        raw();
      } else if (source_[at_] == '"') {
        quoted('"', true);
      } else if (source_[at_] == '\'' && !is_digit_separator()) {
        quoted('\'', false);
      } else {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool starts(std::string_view what) const { return source_.substr(at_, what.size()) == what; }
  [[nodiscard]] bool is_digit_separator() const { return at_ > 0 && source_[at_ - 1] >= '0' && source_[at_ - 1] <= '9'; }
  void skip_to(std::size_t place) { at_ = std::min(place, source_.size()); }
  void skip_past(std::size_t place, std::size_t length) {
    at_ = place == std::string_view::npos ? source_.size() : place + length;
  }
  void keep(std::size_t from, std::size_t to) {
    const auto before = source_.substr(0, from);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    found_.push_back({lines + 1, std::string(source_.substr(from, to - from))});
  }
  void quoted(char end, bool wanted) {
    const std::size_t from = ++at_;
    while (at_ < source_.size() && source_[at_] != end) at_ += source_[at_] == '\\' ? 2 : 1;
    const std::size_t to = std::min(at_, source_.size());
    if (wanted) keep(from, to);
    at_ = to + 1;
  }
  void raw() {
    const std::size_t open = source_.find('(', at_);
    if (open == std::string_view::npos) return skip_to(open);
    const std::string close = ")" + std::string(source_.substr(at_ + 2, open - at_ - 2)) + "\"";
    const std::size_t end = source_.find(close, open);
    keep(open + 1, std::min(end, source_.size()));
    skip_past(end, close.size());
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Literal> found_;
};

std::vector<Literal> statements(std::string_view source) {
  static const std::regex kSql(
      R"((^|[^A-Za-z_])(SELECT|INSERT|UPDATE|DELETE|PRAGMA|SAVEPOINT|CREATE (TABLE|INDEX|TRIGGER|VIEW)|DROP TABLE|ALTER TABLE)\s)");
  std::vector<Literal> found;
  for (auto& literal : LiteralReader(source).read()) {
    if (std::regex_search(literal.text, kSql)) found.push_back(std::move(literal));
  }
  return found;
}

std::string whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_sql_placement)

BOOST_AUTO_TEST_CASE(statements_are_recognised_in_literals_only) {
  BOOST_TEST(statements(R"(query(db, "SELECT 1 FROM posizioni");)").size() == 1);
  BOOST_TEST(statements("f(R\"x(\n  INSERT INTO lavoratori\n)x\");").size() == 1);
  BOOST_TEST(statements("const char* a =\n    \"WITH t AS (SELECT 1)\";").front().line == 2);
  BOOST_TEST(statements(R"(exec("PRAGMA user_version"); exec("DELETE FROM sessioni");)").size() == 2);
  BOOST_TEST(statements("// SELECT 1 FROM posizioni\n/* DELETE FROM sessioni */ const char c = '\"';").empty());
  BOOST_TEST(statements(R"(route.metodo = "DELETE"; log("SELECTED rows"); say("\"SELECT\"");)").empty());
  BOOST_TEST(statements("constexpr int kN = 10'000; // \"SELECT 1\"").empty());
}

BOOST_AUTO_TEST_CASE(no_file_outside_the_store_holds_a_statement) {
  const fs::path root = OMNIA_SOURCE_DIR;
  std::size_t read = 0;
  for (const char* room : {"server", "tools"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      const fs::path& file = entry.path();
      if (!entry.is_regular_file() || (file.extension() != ".cpp" && file.extension() != ".hpp")) continue;
      const std::string name = file.lexically_relative(root).generic_string();
      if (name.rfind("server/store/", 0) == 0) continue;
      ++read;
      for (const auto& sql : statements(whole(file))) {
        BOOST_ERROR(name << ":" << sql.line << ": SQL belongs in server/store/. Move this statement to the store of its tables, "
                         << "behind a function that speaks of the field, and call that: " << sql.text.substr(0, 60));
      }
    }
  }
  BOOST_TEST(read > 40U);  // the rooms were found
}

BOOST_AUTO_TEST_CASE(words_that_only_sqlite_knows_stand_in_its_own_room) {
  const fs::path root = OMNIA_SOURCE_DIR;
  static const std::regex kOwn(R"(\b(PRAGMA|INSERT OR (IGNORE|REPLACE)|rowid|sqlite_schema|AUTOINCREMENT)\b)"
                               R"(|\b(instr|ifnull|strftime|julianday|group_concat|glob)\(|\b(max|min)\([^()]*,)");
  std::size_t read = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root / "server/store")) {
    const fs::path& file = entry.path();
    const std::string name = file.lexically_relative(root).generic_string();
    if (file.extension() != ".cpp" || name.rfind("server/store/sqlite/", 0) == 0) continue;
    ++read;
    for (const auto& literal : LiteralReader(whole(file)).read()) {
      if (std::regex_search(literal.text, kOwn))
        BOOST_ERROR(name << ":" << literal.line
                         << ": another engine will not take this: move it to server/store/sqlite/ or write it "
                         << "in standard SQL: " << literal.text.substr(0, 60));
    }
  }
  BOOST_TEST(read > 8U);
}

BOOST_AUTO_TEST_SUITE_END()
