// The acts that a citation names, and where each was read: assets/fonti/atti.json.
#pragma once
#include <string>
#include <vector>

namespace omnia::cli {

struct AttoCitato {
  std::string nome;   // "D.Lgs. 148/2015", "Circ. INPS 58/2009"
  std::string url;    // the page of the article, where the source has one for each; empty: no address is known
  bool noto = false;  // the act is in the list, with an address or without
};

// In the order of the citation, each once. "Art. 12, comma 3, D.Lgs. 148/2015; msg. INPS 4619/2023 e 4496/2023" names three.
std::vector<AttoCitato> acts_of(const std::string& citazione);

}  // namespace omnia::cli
