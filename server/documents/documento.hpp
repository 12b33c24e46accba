// A document of the office as a value, and as a tagged PDF: language, title, headings, lists and tables that a screen reader
// walks through (L. 4/2004 covers documents too).
#pragma once
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace omnia::documents {

struct Titolo {
  int livello = 1;
  std::string testo;
  bool nuova_pagina = false;
};
struct Paragrafo {
  std::string testo;
};
struct Elenco {
  std::vector<std::string> voci;
  bool numerato = false;
};
// What is typed or read as it stands.
struct Codice {
  std::vector<std::string> righe;
};
// Terms and values: a table whose first column heads the rows.
struct Dati {
  std::vector<std::pair<std::string, std::string>> voci;
};
struct Tabella {
  std::vector<std::string> colonne;
  std::vector<std::vector<std::string>> righe;
};
using Blocco = std::variant<Titolo, Paragrafo, Elenco, Codice, Dati, Tabella>;

struct Documento {
  std::string titolo;
  std::string piede;   // plain ASCII, at the foot of each page before its number
  std::string creato;  // instant with offset: the same document gives the same bytes
  std::vector<Blocco> blocchi;
};

// One document at a time: the font library is slow to start and not meant for many threads.
std::string write_pdf(const Documento& documento);

}  // namespace omnia::documents
