#include "wasm-client/app/calendar.hpp"

#include <algorithm>

#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

constexpr std::size_t kLineOctets = 75;  // RFC 5545 §3.1

std::string basic(domain::Date day) {
  std::string out = day.iso();
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return out;
}

// §3.3.11: backslash, semicolon and comma are escaped, a new line is written \n.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

// A folded line goes on after CRLF and a space; never in the middle of a UTF-8 character.
void add_line(std::string& out, const std::string& line) {
  std::size_t room = kLineOctets;
  std::size_t from = 0;
  while (line.size() - from > room) {
    std::size_t to = from + room;
    while ((static_cast<unsigned char>(line[to]) & 0xC0U) == 0x80U) --to;
    out += line.substr(from, to - from) + "\r\n ";
    from = to;
    room = kLineOctets - 1;
  }
  out += line.substr(from) + "\r\n";
}

void add_alarm(std::string& out, const char* trigger, const std::string& title) {
  add_line(out, "BEGIN:VALARM");
  add_line(out, "ACTION:DISPLAY");
  add_line(out, std::string("TRIGGER:") + trigger);
  add_line(out, "DESCRIPTION:" + escaped(title));
  add_line(out, "END:VALARM");
}

void add_event(std::string& out, const Termine& term, domain::Date oggi) {
  add_line(out, "BEGIN:VEVENT");
  add_line(out, "UID:" + escaped(term.id) + "@omnia-is-aperta");
  add_line(out, "DTSTAMP:" + basic(oggi) + "T000000Z");
  add_line(out, "DTSTART;VALUE=DATE:" + basic(term.data));
  add_line(out, "DTEND;VALUE=DATE:" + basic(term.data + 1));
  add_line(out, "SUMMARY:" + escaped(term.titolo));
  if (!term.nota.empty()) add_line(out, "DESCRIPTION:" + escaped(term.nota));
  add_line(out, "TRANSP:TRANSPARENT");
  add_alarm(out, "-P2DT15H", term.titolo);  // the day begins at midnight: nine of three days before
  add_alarm(out, "-PT15H", term.titolo);
  add_line(out, "END:VEVENT");
}

}  // namespace

std::string calendar(const std::vector<Termine>& termini, domain::Date oggi) {
  std::string out;
  for (const char* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OMNIA IS aperta//IT", "CALSCALE:GREGORIAN"}) {
    add_line(out, line);
  }
  for (const Termine& term : termini) add_event(out, term, oggi);
  add_line(out, "END:VCALENDAR");
  return out;
}

std::vector<Termine> terms_of(const Scrivania& desk) {
  std::vector<Termine> out;
  const std::string& id = desk.bozza.draft.id;
  const std::string name = draft_name(desk.bozza);
  if (const auto& term = desk.esame.scadenza) {
    out.push_back({id + "-invio", term->data, t("home.scadenza.invio", {{"nome", name}}), term->regola + "\n" + term->citazione});
    if (term->prudenziale && *term->prudenziale != term->data) {
      out.push_back({id + "-prudenziale", *term->prudenziale, t("calendario.prudenziale", {{"nome", name}}), term->citazione});
    }
  }
  if (const auto& unions = desk.esame.consultazione) {
    std::size_t n = 0;
    for (const auto& step : unions->passi) {
      ++n;
      if (!step.entro) continue;
      out.push_back({id + "-consultazione-" + std::to_string(n), *step.entro, t("calendario.consultazione", {{"nome", name}}),
                     step.testo + "\n" + unions->citazione});
    }
  }
  return out;
}

std::vector<Termine> terms_of(const DomandaRow& row) {
  if (row.ultimo_giorno_decisione == domain::Date()) return {};
  return {{row.protocollo + "-decisione",
           row.ultimo_giorno_decisione,
           t("home.scadenza.decisione", {{"protocollo", row.protocollo}}),
           {}}};
}

std::vector<Termine> terms_of(const Ricevuta& ricevuta) {
  std::vector<Termine> out = terms_of(ricevuta.riga);
  for (Termine& term : out) {
    for (const std::string& step : ricevuta.prossimi_passi) term.nota += (term.nota.empty() ? "" : "\n") + step;
  }
  return out;
}

}  // namespace omnia::app
