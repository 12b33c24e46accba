// The letters that a codice fiscale takes from a person's names (D.M. 23/12/1976 n. 13813, artt. 2 and 3).
#pragma once
#include <string>
#include <string_view>

namespace omnia::domain {

// Of upper-case ASCII letters; whatever else is written is left out. Three consonants, then vowels, then X.
std::string lettere_del_cognome(std::string_view cognome);
// The same, but of four consonants or more the second is left out.
std::string lettere_del_nome(std::string_view nome);

}  // namespace omnia::domain
