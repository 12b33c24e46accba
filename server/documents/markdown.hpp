// Reads the Markdown in which the manual is written: titles, paragraphs, lists, tables, code. Of emphasis and links only the
// words stay, pictures are left out.
#pragma once
#include <string_view>
#include <vector>

#include "server/documents/documento.hpp"

namespace omnia::documents {

// `livello`: of the titles written with one `#`.
std::vector<Blocco> read_markdown(std::string_view testo, int livello);

}  // namespace omnia::documents
