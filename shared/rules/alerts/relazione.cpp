// Section Relazione: the relazione tecnica and what each causale asks of it (art. 2 D.M. 95442/2016). Weather thresholds only
// warn: the office weighs the place, the work and the hours before.
#include <algorithm>

#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::ModalitaRelazione;
using domain::SezioneRelazione;

bool asks(const Context& c, std::string_view path) {
  if (c.causale == nullptr) return false;
  const auto& asked = c.causale->richiede;
  return std::find(asked.begin(), asked.end(), path) != asked.end();
}

bool nothing_written(const SezioneRelazione& r) {
  return blank(r.attivita) && blank(r.cause) && blank(r.effetti) && blank(r.non_imputabilita) && blank(r.ripresa);
}

void common(const Context& c, Collector& out) {
  const auto& r = c.draft.relazione;
  if (nothing_written(r)) return out.add("A-REL-01", "relazione.cause");
  const auto least = c.norma("report.cause_min_chars");
  const std::size_t length = characters(r.cause);
  if (length < static_cast<std::size_t>(least)) {
    out.add("A-REL-03", "relazione.cause", {{"n", std::to_string(length)}, {"minimo", std::to_string(least)}});
  }
  if (blank(r.ripresa)) out.add("A-REL-04", "relazione.ripresa");
  if (blank(r.non_imputabilita)) out.add("A-REL-05", "relazione.non_imputabilita");
}

void rain(const Context& c, Collector& out) {
  const auto& r = c.draft.relazione;
  if (!asks(c, "relazione.lavorazione") || !r.pioggia_mm || (r.evento != "pioggia" && r.evento != "neve")) return;
  const auto* threshold = c.norms.find("weather.rain." + r.lavorazione, c.giorno());
  if (threshold == nullptr || r.pioggia_mm->centesimi >= threshold->intero) return;
  out.add("A-REL-08", "relazione.pioggia_mm",
          {{"mm", r.pioggia_mm->italiano()}, {"soglia", domain::format_hundredths(threshold->intero)}});
}

void temperature(const Context& c, Collector& out) {
  const auto& r = c.draft.relazione;
  if (!r.temperatura) return;
  const auto heat = c.norma("weather.heat");
  const auto frost = c.norma("weather.frost");
  const std::string degrees = r.temperatura->italiano();
  if (asks(c, "relazione.temperatura_percepita") && r.temperatura->centesimi <= heat && r.temperatura_percepita.empty()) {
    out.add("A-REL-09", "relazione.temperatura_percepita", {{"gradi", degrees}, {"soglia", domain::format_hundredths(heat)}});
  }
  if (asks(c, "relazione.evento") && r.evento == "gelo" && r.temperatura->centesimi > frost) {
    out.add("A-REL-10", "relazione.temperatura", {{"gradi", degrees}, {"soglia", domain::format_hundredths(frost)}});
  }
}

void weather(const Context& c, Collector& out) {
  const auto& r = c.draft.relazione;
  if (!asks(c, "relazione.fase_in_corso")) return;
  if (blank(r.fase_in_corso)) out.add("A-REL-06", "relazione.fase_in_corso");
  if (blank(r.conseguenze_evento)) out.add("A-REL-07", "relazione.conseguenze_evento");
  rain(c, out);
  temperature(c, out);
  out.formal(r.pioggia_mm, "relazione.pioggia_mm", "un numero di millimetri");
  out.formal(r.temperatura, "relazione.temperatura", "una temperatura");
  out.formal(r.temperatura_percepita, "relazione.temperatura_percepita", "una temperatura");
}

void materials(const Context& c, Collector& out) {
  const auto& r = c.draft.relazione;
  if (!asks(c, "relazione.ordine_materie_data")) return;
  out.formal(r.ordine_materie_data, "relazione.ordine_materie_data", "una data valida");
  if (r.ordine_materie_data.empty()) {
    out.add("A-REL-12", "relazione.ordine_materie_data");
  } else if (blank(r.scorte)) {
    out.add("A-REL-12", "relazione.scorte");
  } else if (blank(r.ricerca_alternative)) {
    out.add("A-REL-12", "relazione.ricerca_alternative");
  }
}

void attachment(const Context& c, Collector& out) {
  const auto& r = c.draft.relazione;
  if (blank(r.pdf_nome)) return out.add("A-REL-01", "relazione.pdf_nome");
  constexpr std::string_view kPdf = ".pdf";
  std::string name = r.pdf_nome;
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char ch) { return ch >= 'A' && ch <= 'Z' ? static_cast<char>(ch - 'A' + 'a') : ch; });
  const bool pdf = name.size() > kPdf.size() && name.compare(name.size() - kPdf.size(), kPdf.size(), kPdf) == 0;
  const auto most = c.norma("report.pdf_max_bytes");
  const bool fits = r.pdf_dimensione && r.pdf_dimensione->n > 0 && r.pdf_dimensione->n <= most;
  if (!pdf || !fits) out.add("A-REL-13", "relazione.pdf_nome", {{"massimo", domain::format_integer(most)}});
}

void signature(const Context& c, Collector& out) {
  const auto& r = c.draft.relazione;
  out.formal(r.dal, "relazione.dal", "una data valida");
  out.formal(r.al, "relazione.al", "una data valida");
  if (r.dal && r.al && c.periodo && (*r.dal != c.periodo->dal || *r.al != c.periodo->al)) {
    out.add("A-REL-14", "relazione.dal", {{"dal", r.dal->italiano()}, {"al", r.al->italiano()}});
  }
  out.formal(r.firmatario_codice_fiscale, "relazione.firmatario_codice_fiscale", "un codice fiscale");
  const auto& legal = c.draft.azienda.legale_rappresentante.codice_fiscale;
  const bool other = r.firmatario_codice_fiscale && legal && r.firmatario_codice_fiscale->str() != legal->str();
  if (other && !r.procura) out.add("A-REL-15", "relazione.firmatario_codice_fiscale");
  if (!r.dichiarazione) out.add("A-REL-02", "relazione.dichiarazione");
}

}  // namespace

void relazione(const Context& c, Collector& out) {
  const bool written = c.draft.relazione.modalita == ModalitaRelazione::testo;
  if (written) {
    common(c, out);
    weather(c, out);
    materials(c, out);
  } else {
    attachment(c, out);
  }
  if (c.causale != nullptr && c.causale->meteo) out.add("A-REL-11", written ? "relazione.fase_in_corso" : "relazione.pdf_nome");
  signature(c, out);
}

}  // namespace omnia::rules::alerts
