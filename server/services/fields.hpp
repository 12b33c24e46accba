// The members of a request's body, each of its kind: a wrong one is refused with its name, an unknown one too.
#pragma once
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/services/refusal.hpp"
#include "shared/domain/date.hpp"

namespace omnia::services {

class Fields {
 public:
  explicit Fields(const nlohmann::json& body);
  std::string text(const char* name, std::size_t massimo = 200);
  std::string optional_text(const char* name, std::size_t massimo = 200);
  domain::Date day(const char* name);
  std::optional<domain::Date> optional_day(const char* name);
  std::vector<std::string> texts(const char* name);
  // A value of the field, in its canonical form.
  template <class T>
  std::string identifier(const char* name) {
    const auto parsed = T::parse(text(name));
    if (!parsed) refuse(name, parsed.reason().testo);
    return parsed.value().str();
  }
  // To be called last: refuses what nobody asked for.
  void end() const;
  // The same for a body that is read otherwise: an object, with no member beside these.
  static void only(const nlohmann::json& body, std::initializer_list<std::string_view> names);
  [[noreturn]] static void refuse(const char* name, const std::string& why);

 private:
  const nlohmann::json* find(const char* name);
  const nlohmann::json& body_;
  std::vector<std::string> known_;
};

}  // namespace omnia::services
