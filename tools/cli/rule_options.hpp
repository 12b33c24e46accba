// Options and help of the commands that judge: check, review-stream, norms, route, deadlines, liquidity, counters, whatif,
// estimate, explain.
#pragma once
#include <CLI/CLI.hpp>

#include "tools/cli/commands.hpp"

namespace omnia::cli {

class RuleOptions {
 public:
  void add(CLI::App& app);
  // Runs the command that was given, one of those added here.
  int run(const CLI::App& app, const Console& console) const;

 private:
  void add_check(CLI::App& app);
  void add_norms(CLI::App& app);
  void add_route(CLI::App& app);
  void add_deadlines(CLI::App& app);
  void add_liquidity(CLI::App& app);
  void add_counters(CLI::App& app, const char* name, const char* text, const char* examples);
  void add_estimate(CLI::App& app);
  void add_explain(CLI::App& app);

  CheckArgs check_;
  StreamArgs stream_;
  NormsArgs norms_;
  RouteArgs route_;
  DeadlinesArgs deadlines_;
  LiquidityArgs liquidity_;
  CountersArgs counters_;
  EstimateArgs estimate_;
  ExplainArgs explain_;
  bool json_ = false;
  bool sarif_ = false;
};

}  // namespace omnia::cli
