// A request and its answer as values: what routes see, with no socket and no HTTP library.
#pragma once
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace omnia::http {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string metodo;
  std::string percorso;  // decoded
  Pairs parametri;       // of the query, decoded
  Pairs intestazioni;
  std::string indirizzo;  // of the peer's socket, never from a header
  std::string corpo;
  std::shared_ptr<std::FILE> corpo_su_file;  // large bodies, rewound
  std::vector<std::string> segmenti;         // values of {…} in the route, in order

  // Empty when absent. Names of headers ignore case.
  [[nodiscard]] std::string_view intestazione(std::string_view nome) const;
  [[nodiscard]] std::string_view parametro(std::string_view nome) const;
  [[nodiscard]] std::string_view cookie(std::string_view nome) const;
};

struct Ascolto;

struct Answer {
  int stato = 200;
  std::string tipo = "application/json";
  std::string corpo;
  std::shared_ptr<const std::string> corpo_condiviso;  // static files: sent without a copy
  Pairs intestazioni;
  std::shared_ptr<const Ascolto> ascolto;  // the body is only the beginning: the connection stays open for the news
};

bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace omnia::http
