// The norm tables that the program judges with: those compiled in, with the files of a folder in the place of their namesakes.
#pragma once
#include <map>
#include <string>

#include "shared/norms/norms.hpp"

namespace omnia::services {

// File name -> text. An empty folder name: the tables compiled in. Throws std::runtime_error with an Italian sentence when the
// folder cannot be read, has no table, or has a file that is none of the tables.
std::map<std::string, std::string> norm_tables(const std::string& cartella);
// The same, parsed; throws when they do not parse.
norms::Norms load_norms(const std::string& cartella);

}  // namespace omnia::services
