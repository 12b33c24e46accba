// The terms of a domanda as a calendar file (RFC 5545), which every calendar program opens.
#pragma once
#include <string>
#include <vector>

#include "wasm-client/app/model.hpp"

namespace omnia::app {

struct Termine {
  std::string id;  // the same term has the same id in every file, so that a calendar replaces it
  domain::Date data;
  std::string titolo;
  std::string nota;
};

inline constexpr const char* kCalendarType = "text/calendar;charset=utf-8";

// All-day events, each with an alarm at nine of three days before and of the day before. Lines end in CRLF and are folded at 75
// octets; `oggi` is the stamp.
std::string calendar(const std::vector<Termine>& termini, domain::Date oggi);

// What the draft on the desk has to meet: the term for filing, the prudent one, those of the union consultation.
std::vector<Termine> terms_of(const Scrivania& desk);
std::vector<Termine> terms_of(const Ricevuta& ricevuta);
std::vector<Termine> terms_of(const DomandaRow& riga);

}  // namespace omnia::app
