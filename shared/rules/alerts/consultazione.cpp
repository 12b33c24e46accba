// Section Consultazione: information and joint examination with the unions (art. 14 D.Lgs. 148/2015), as the duty of this
// request says.
#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using union_consultation::Dovere;
using union_consultation::Esito;

std::string n(std::int64_t value) { return std::to_string(value); }

void formal(const Context& c, Collector& out) {
  const auto& s = c.draft.consultazione;
  out.formal(s.data_comunicazione, "consultazione.data_comunicazione", "una data valida");
  out.formal(s.esame_richiesto_il, "consultazione.esame_richiesto_il", "una data valida");
  out.formal(s.esame_data, "consultazione.esame_data", "una data valida");
  out.formal(s.lavoratori_comunicati, "consultazione.lavoratori_comunicati", "un numero intero");
  out.formal(s.ore_comunicate, "consultazione.ore_comunicate", "un numero di ore");
}

void exempt(const Context& c, Collector& out) {
  if (c.edile()) out.add("A-SIN-07", "consultazione.data_comunicazione");
}

void preventive(const Context& c, const Esito& duty, Collector& out) {
  const auto& s = c.draft.consultazione;
  const std::string campo = "consultazione.data_comunicazione";
  const auto small = c.norma("union.size_threshold");
  const auto& employees = c.draft.azienda.dipendenti_medi;
  if (employees && employees->centesimi <= small * 100) {
    out.add("A-SIN-04", campo, {{"soglia", n(small)}, {"giorni", n(duty.giorni_procedura)}});
  }
  if (s.data_comunicazione.empty()) {
    if (c.edile()) return out.add("A-SIN-08", campo, {{"settimane", n(c.norma("union.building.weeks"))}});
    return out.add("A-SIN-01", campo);
  }
  if (!s.data_comunicazione || !c.inizio) return;
  if (*s.data_comunicazione > *c.inizio) {
    out.add("A-SIN-02", campo, {{"data", s.data_comunicazione->italiano()}, {"inizio", c.inizio->italiano()}});
  } else if (duty.inizio_anticipato && s.esito != "non_richiesto") {
    out.add("A-SIN-03", campo,
            {{"data", duty.fine_procedura->italiano()}, {"giorni", n(duty.giorni_procedura)}, {"inizio", c.inizio->italiano()}},
            {.lettura = duty.lettura});
  }
}

void unavoidable(const Context& c, const Esito& duty, Collector& out) {
  const auto& s = c.draft.consultazione;
  if (s.data_comunicazione.empty()) out.add("A-SIN-06", "consultazione.data_comunicazione");
  const bool dated = !s.esame_richiesto_il.empty() && !s.esame_data.empty();
  if (duty.dovere == Dovere::comunicazione_esame && s.esame_richiesto && !dated) {
    out.add("A-SIN-05", s.esame_richiesto_il.empty() ? "consultazione.esame_richiesto_il" : "consultazione.esame_data",
            {{"ore", n(c.norma("union.eone.hours_threshold"))},
             {"chiedere", n(c.norma("union.eone.exam_request_days"))},
             {"giorni", n(c.norma("union.eone.procedure_days"))}},
            {.lettura = duty.lettura});
  }
}

void notified(const Context& c, Collector& out) {
  const auto& s = c.draft.consultazione;
  if (s.rsu_presente && !s.comunicata_rsu && !s.data_comunicazione.empty()) {
    out.add("A-SIN-09", "consultazione.comunicata_rsu");
  }
  const auto asked = static_cast<std::int64_t>(c.draft.lavoratori.beneficiari.size());
  if (s.lavoratori_comunicati && asked > s.lavoratori_comunicati->n) {
    out.add("A-SIN-11", "consultazione.lavoratori_comunicati",
            {{"domanda", domain::format_integer(asked)}, {"comunicati", s.lavoratori_comunicati->italiano()}});
  }
  if (!s.dichiarazione) out.add("A-SIN-10", "consultazione.dichiarazione");
}

}  // namespace

void consultazione(const Context& c, Collector& out) {
  formal(c, out);
  if (!c.consultazione) return;
  const auto& duty = *c.consultazione;
  switch (duty.dovere) {
    case Dovere::nessuno:
      return exempt(c, out);
    case Dovere::preventiva:
      preventive(c, duty, out);
      break;
    case Dovere::comunicazione:
    case Dovere::comunicazione_esame:
      unavoidable(c, duty, out);
      break;
  }
  notified(c, out);
}

}  // namespace omnia::rules::alerts
