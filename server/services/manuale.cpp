#include "server/services/manuale.hpp"

#include <iterator>

#include "assets/manuale.hpp"
#include "server/documents/markdown.hpp"

namespace omnia::services {

std::vector<std::string> capitoli_manuale() {
  const std::string& index = assets::manuale().at("README.md");
  std::vector<std::string> names;
  for (std::size_t at = index.find("]("); at != std::string::npos; at = index.find("](", at + 2)) {
    const std::size_t end = index.find(')', at);
    if (end == std::string::npos) break;
    names.push_back(index.substr(at + 2, end - at - 2));
  }
  return names;
}

documents::Documento manuale_documento(const std::string& creato) {
  documents::Documento out;
  out.titolo = "Manuale di OMNIA IS aperta";
  out.piede = "Manuale di OMNIA IS aperta";
  out.creato = creato;
  out.blocchi = {documents::Titolo{1, "Manuale di OMNIA IS aperta"}};
  documents::Elenco chapters;
  std::vector<documents::Blocco> pages;
  for (const auto& name : capitoli_manuale()) {
    auto blocks = documents::read_markdown(assets::manuale().at(name), 2);
    auto& title = std::get<documents::Titolo>(blocks.at(0));
    title.nuova_pagina = true;
    chapters.voci.push_back(title.testo);
    pages.insert(pages.end(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
  }
  out.blocchi.emplace_back(documents::Paragrafo{"I capitoli:"});
  out.blocchi.emplace_back(std::move(chapters));
  out.blocchi.insert(out.blocchi.end(), std::make_move_iterator(pages.begin()), std::make_move_iterator(pages.end()));
  return out;
}

const std::string& manuale_pdf(const std::string& creato) {
  static const std::string pdf = documents::write_pdf(manuale_documento(creato));
  return pdf;
}

}  // namespace omnia::services
