// The commands of `omnia`; each returns the exit code of the program.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace omnia::cli {

struct DemoArgs {
  std::uint64_t seed = 1;
  int companies = 40;
  int months = 26;
  std::string until;  // empty: the generator's own last month
  std::string out;
};
int demo(const DemoArgs& args);

struct ImportArgs {
  std::string db;
  std::vector<std::string> paths;
  bool json = false;
  bool quiet = false;
};
// 1 when something was refused.
int import(const ImportArgs& args);

struct CheckArgs {
  std::string registro;
  std::string oggi;
  std::vector<std::string> bozze;
  bool testo = false;
};
// 0 every draft can be sent, 2 some has errors, 1 something cannot be read.
int check(const CheckArgs& args);

// One request a line on the standard input, one review a line on the standard output.
int review_stream();

struct RegistryArgs {
  std::string db;
  std::string matricola;
  std::string oggi;
};
int registry(const RegistryArgs& args);

struct DraftsArgs {
  std::uint64_t seed = 1;
  int count = 500;
  std::string db;  // empty: a demo registry made for the purpose
};
int drafts(const DraftsArgs& args);

}  // namespace omnia::cli
