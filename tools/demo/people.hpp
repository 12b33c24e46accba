// People who do not exist: invented names with a codice fiscale that follows every rule (D.M. 23/12/1976).
#pragma once
#include <set>
#include <string>

#include "shared/domain/date.hpp"
#include "shared/domain/identifiers.hpp"
#include "tools/demo/random.hpp"

namespace omnia::demo {

struct Persona {
  std::string codice_fiscale, cognome, nome;
};

// `cognome` and `nome` in plain capital letters.
std::string codice_fiscale(const std::string& cognome, const std::string& nome, domain::Date nascita, domain::Sesso sesso,
                           const std::string& belfiore);

// A new person between 20 and 62 years old on `giorno`, whose code is not in `usati` (and joins it). Rarely an omocodia form.
Persona make_person(Random& random, domain::Date giorno, std::set<std::string>& usati);

}  // namespace omnia::demo
