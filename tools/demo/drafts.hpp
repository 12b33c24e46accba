// Drafts of every kind for tests that compare two programs: good ones, half typed ones, wrong ones, at the edge of each rule.
#pragma once
#include <string>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "tools/demo/random.hpp"
#include "tools/demo/world.hpp"

namespace omnia::demo {

struct Caso {
  domain::Draft bozza;
  domain::Registry registro;
  domain::Date oggi;
};

// One unit, `lavoratori` people, 48 weeks of CIGO already used.
Azienda large_company(const World& world, int lavoratori);

Caso make_case(const domain::Registry& registro, Random& random, int numero);
// A company with `lavoratori` workers that asks 13 weeks for all of them: the heavy case of the measures.
Caso make_large_case(int lavoratori);
// {"bozza":…,"oggi":"…","registro":…} on one line.
std::string write(const Caso& caso);

}  // namespace omnia::demo
