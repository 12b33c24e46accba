// A sentence that is one of the constants of the program, or was made for its case. Rows say one of a few things hundreds of
// times at each question: a constant is only pointed at.
#pragma once
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace omnia::domain {

class Frase {
 public:
  Frase() = default;
  Frase(std::string testo) : propria_(std::move(testo)) {}
  Frase(const char* costante) : costante_(costante) {}
  // A view of a constant: it must outlive the program's questions.
  static Frase of_constant(std::string_view costante) {
    Frase f;
    f.costante_ = costante;
    return f;
  }

  [[nodiscard]] std::string_view view() const { return costante_.empty() ? std::string_view(propria_) : costante_; }
  [[nodiscard]] std::string str() const { return std::string(view()); }

  friend bool operator==(const Frase& a, const Frase& b) { return a.view() == b.view(); }
  friend std::ostream& operator<<(std::ostream& out, const Frase& f) { return out << f.view(); }

 private:
  std::string_view costante_;
  std::string propria_;
};

}  // namespace omnia::domain
