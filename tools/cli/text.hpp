// Small readings that several commands share.
#pragma once
#include <istream>
#include <string>

#include "shared/domain/date.hpp"

namespace omnia::cli {

// Throws std::runtime_error with an Italian sentence.
std::string read_file(const std::string& path);
// A file, or `in` for "-".
std::string read_input(const std::string& path, std::istream& in);
// A command that answers a table of cases or one case told by options is asked one of the two, and JSON of one case alone.
void refuse_mixed(const std::string& casi, bool opzioni, bool json);
// The day written, or today in Europe/Rome when the text is empty.
// `opzione` names the option in the refusal.
domain::Date day_or_today(const std::string& text, const std::string& opzione = "--oggi");
// " (Art. 12 D.Lgs. 148/2015; lettura da confermare)"
std::string source_phrase(const std::string& citazione, bool lettura);

}  // namespace omnia::cli
