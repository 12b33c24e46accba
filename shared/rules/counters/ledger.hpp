// The ledger of one UP by Monday weeks, and the entries that the law lets into it: what T2, T3 and T5 share.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/counters/counters.hpp"

namespace omnia::rules::counters {

// A climate window in which EONE of letters m), n), o) are outside art. 12 cc. 2-3; `lettura` when its act is not confirmed.
struct Finestra {
  domain::Period periodo;
  bool lettura = false;
};

// No counter of artt. 4 and 12 looks further back from the first week asked: 52 weeks, their pause and the CIGS that may lie
// between them; a quinquennio is shorter.
constexpr int kMemoryWeeks = 312;

// The question and the norms it needs, looked up once.
struct Caso {
  const domain::Registry& registry;
  const norms::Norms& norms;
  Richiesta richiesta;  // `settimane` clipped to what can matter, `primo_lunedi` on a Monday
  domain::Date giorno;  // day of the norms: the first day asked
  bool edile_lapideo = false;
  bool edilizia = false;
  int divisore = 5;  // D of the UP today: a used day is worth 630 / D
  std::vector<Finestra> clima = {};
  bool eone_fuori_art12 = false;     // art. 12 c. 4 leaves EONE out of T2 and T3
  bool eone_fuori_art4 = false;      // reading art4.eone
  bool art4_autorizzato = false;     // reading art4.cigo_measure: authorised weeks, not the days used
  bool meteo_senza_fruito = false;   // reading fruito.building_weather: no declared days for building weather
  bool festivi_esclusi = false;      // reading fruito.holidays: a declared day on a public holiday is not a day used
  bool eone_fuori_terzo = false;     // reading cigo.third.eone
  std::string_view ore_di = "CIGO";  // benefit whose hours T4 adds

  [[nodiscard]] domain::Date lunedi(int k) const { return richiesta.primo_lunedi + 7 * k; }
  [[nodiscard]] domain::Date ultima_domenica() const { return lunedi(richiesta.settimane) - 1; }
};

Caso open_case(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore, const norms::Norms& norms);

// EONE weeks asked that art. 12 c. 4 or a climate window leaves out of T2 and T3.
bool week_is_exempt(const Caso& caso, domain::Date lunedi);
// The climate window that holds the whole period, or nullptr.
const Finestra* climate_window(const Caso& caso, const domain::Period& periodo);

// One authorisation or pending request seen by one counter. The number is a view of the registry and the reason one of the
// constants: histories hold hundreds of entries, and only the rows of a window become sentences.
struct Voce {
  std::string_view numero;
  domain::Period periodo;
  bool conta = false;                                 // in the official figure
  bool prudente = false;                              // only in the prudent one
  bool deroga = false;                                // days in a climate window are left out
  bool cds = false;                                   // contratto di solidarietà
  bool cigs = false;                                  // counted by months
  const std::vector<domain::Date>* giorni = nullptr;  // days used; nullptr: whole weeks
  bool noti = false;                                  // the days are known, not declared
  int divisore = 5;                                   // D of its own time
  std::int64_t ore = 0;                               // hundredths, of the whole period
  std::string_view motivo;                            // empty: told by the days used
};

enum class Regola { art12, art4, terzo };

// Working days of the week of the UP when it was authorised: its own, or those of the UP today.
int week_of(const Caso& caso, const domain::Autorizzazione& a);

// A domanda of this office that no authorisation has answered yet.
bool still_pending(const Caso& caso, const domain::DomandaPresentata& domanda);

// The entries of the UP that a counter can reach, in the order of the registry: authorisations, then requests filed and not yet
// decided. With `entro`, only those that touch it.
std::vector<Voce> entries(const Caso& caso, Regola regola, const domain::Period* entro = nullptr);

// Weeks from a first Monday on. Marks are a union: a week is never worth more than 630 U, a day counts once, for the most that
// one of its marks makes it worth.
class Ledger {
 public:
  Ledger(domain::Date primo_lunedi, int settimane) : primo_(primo_lunedi), celle_(static_cast<std::size_t>(settimane)) {}

  [[nodiscard]] int size() const { return static_cast<int>(celle_.size()); }
  [[nodiscard]] domain::Date lunedi(int i) const { return primo_ + 7 * i; }
  [[nodiscard]] domain::Period arco() const { return {primo_, lunedi(size()) - 1}; }
  // Of the week of that day; may fall outside.
  [[nodiscard]] int index(domain::Date giorno) const {
    const std::int32_t days = giorno - primo_;
    return days >= 0 ? days / 7 : -((6 - days) / 7);
  }
  [[nodiscard]] std::int64_t units(int i) const {  // 0 outside
    return i < 0 || i >= size() ? 0 : celle_[static_cast<std::size_t>(i)].unita;
  }
  [[nodiscard]] std::int64_t sum(int from, int to) const;
  // Units that the mark added to its week; nothing outside.
  std::int64_t mark_week(int i);
  std::int64_t mark_day(domain::Date giorno, int divisore);

 private:
  struct Cella {
    std::int16_t unita = 0;
    std::uint16_t giorni = 0;  // two bits a day, Monday first: 0 free, else 8 - D
  };
  domain::Date primo_;
  std::vector<Cella> celle_;
};

// Marks the entry and answers the units it added in the weeks `from` to `to`.
std::int64_t record(const Caso& caso, const Voce& voce, Ledger& ledger, int from, int to);

struct Registri {
  Ledger ufficiale;
  Ledger prudente;
  std::vector<RigaContatore> righe;  // entries that touch the weeks `from` to `to` given to fill()
  bool lettura = false;              // a climate window not confirmed took something out
  bool pendenti = false;             // requests not yet decided: without them the two ledgers are the same
};
// Ledgers of `weeks` weeks from `primo`, with the entries of the rule; rows for the weeks of `finestra`.
Registri fill(const Caso& caso, const std::vector<Voce>& voci, domain::Date primo, int weeks, const domain::Period& finestra);

// Units of the entry in a window, as the row that the person reads.
RigaContatore row(const Voce& voce, const domain::Period& finestra, std::int64_t unita);

// "1 settimana", "5 settimane": a number of weeks, not of units.
std::string weeks_words(int n);
// "1 settimana", "5 settimane", "0,4 settimane".
std::string weeks_phrase(std::int64_t units);
// "Delle 13 settimane richieste ne entrano 2 nel limite di 52 settimane del biennio mobile."
std::string admitted_phrase(int richieste, int ammesse, std::string_view limite);
// "Restano 5 settimane": the rest of the sentence follows.
std::string left_phrase(std::int64_t units);

}  // namespace omnia::rules::counters
