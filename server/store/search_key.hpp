// The form of a name under which people look for it: lower case, no accents ("Šarić" -> "saric").
#pragma once
#include <string>
#include <string_view>

namespace omnia::store {

// Latin letters (Latin-1 and Latin Extended-A) lose case and accents, any other white space becomes one blank; the rest stays.
std::string search_key(std::string_view utf8);

}  // namespace omnia::store
