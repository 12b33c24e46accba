#include "server/http/router.hpp"

#include <stdexcept>

namespace omnia::http {
namespace {

std::string_view next_segment(std::string_view& path) {
  const auto slash = path.find('/', 1);
  const auto segment = path.substr(0, slash);
  path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
  return segment;
}

bool matches(std::string_view model, std::string_view path, std::vector<std::string>& values) {
  values.clear();
  while (!model.empty() && !path.empty()) {
    const auto wanted = next_segment(model);
    const auto given = next_segment(path);
    if (wanted.size() > 2 && wanted[1] == '{') {
      if (given.size() < 2) return false;
      values.emplace_back(given.substr(1));
    } else if (wanted != given) {
      return false;
    }
  }
  return model.empty() && path.empty();
}

}  // namespace

void Router::add(Route route) {
  if (route.sessione && identity::nome(route.azione).empty()) {
    throw std::logic_error("no power is named for " + route.metodo + " " + route.modello);
  }
  routes_.push_back(std::move(route));
}

std::optional<Router::Match> Router::match(std::string_view metodo, std::string_view percorso) const {
  if (percorso.empty() || percorso.front() != '/') return std::nullopt;
  const std::string_view wanted = metodo == "HEAD" ? "GET" : metodo;
  Match found;
  bool known = false;
  std::vector<std::string> values;
  for (const auto& route : routes_) {
    if (!matches(route.modello, percorso, values)) continue;
    known = true;
    found.ammessi += (found.ammessi.empty() ? "" : ", ") + route.metodo;
    if (route.metodo == "GET") found.ammessi += ", HEAD";
    if (route.metodo == wanted) {
      found.route = &route;
      found.segmenti = values;
    }
  }
  if (!known) return std::nullopt;
  return found;
}

}  // namespace omnia::http
