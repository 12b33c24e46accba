// Whether a PDF can be taken: asked of a program of its own with limits of memory, processor and time.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

namespace omnia::services {

enum class EsitoPdf { buono, cifrato, danneggiato, troppe_pagine, attivo, non_verificabile };

class PdfCheck {
 public:
  // The program `omnia-pdf-check`; empty: the one beside the running program. Throws std::runtime_error when it cannot be run.
  explicit PdfCheck(std::string programma = {}, std::chrono::milliseconds tempo = std::chrono::seconds(10));
  // `non_verificabile`: the file exhausted its limits, or the check itself failed.
  [[nodiscard]] EsitoPdf examine(std::string_view pdf) const;

 private:
  std::string programma_;
  std::chrono::milliseconds tempo_;
};

}  // namespace omnia::services
