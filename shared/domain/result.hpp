// A value or the reason why there is none. The core never throws for bad input: it answers with a Result.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace omnia::domain {

// `codice` is stable and machine-readable (for example "cf.carattere_controllo"); `testo` is an Italian sentence that
// names the defect and the remedy.
struct Reason {
  std::string codice;
  std::string testo;
  bool operator==(const Reason&) const = default;
};

template <class T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Reason reason) : state_(std::in_place_index<1>, std::move(reason)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  // Precondition of value(): ok(). Precondition of reason(): !ok().
  [[nodiscard]] const T& value() const { return *std::get_if<0>(&state_); }
  [[nodiscard]] T& value() { return *std::get_if<0>(&state_); }
  [[nodiscard]] const Reason& reason() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Reason> state_;
};

}  // namespace omnia::domain
