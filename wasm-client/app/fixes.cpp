#include "wasm-client/app/fixes.hpp"

#include <array>
#include <cstdlib>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

using domain::Date;
using rules::Alert;

constexpr const char* kFrom = "periodo.dal";
constexpr const char* kTo = "periodo.al";
constexpr const char* kStart = "periodo.data_inizio_effettivo";

struct Case {
  const Scrivania& desk;
  const Alert& alert;
  Date oggi;
  [[nodiscard]] const domain::SezionePeriodo& period() const { return desk.bozza.draft.periodo; }
};

Rimedio set_day(const char* text_key, const char* path, Date day) {
  return {t(text_key, {{"data", day.italiano()}}), {{path, day.italiano()}}, {}};
}

std::optional<Rimedio> whole_weeks(const Case& c) {
  const auto& period = c.period();
  if (c.alert.campo == kTo)
    return period.al ? std::optional(set_day("rimedio.domenica", kTo, period.al->lunedi() + 6)) : std::nullopt;
  return period.dal ? std::optional(set_day("rimedio.lunedi", kFrom, period.dal->lunedi())) : std::nullopt;
}

std::optional<Rimedio> end_after_start(const Case& c) {
  if (!c.period().dal) return std::nullopt;
  return set_day("rimedio.domenica", kTo, c.period().dal->lunedi() + 6);
}

std::optional<Rimedio> start_on_monday(const Case& c) {
  if (!c.period().dal) return std::nullopt;
  return set_day("rimedio.lunedi", kStart, c.period().dal->lunedi());
}

std::optional<Rimedio> weeks_from_start(const Case& c) {
  const auto& period = c.period();
  if (!period.data_inizio_effettivo) return std::nullopt;
  const Date monday = period.data_inizio_effettivo->lunedi();
  Rimedio out = set_day("rimedio.parti_da", kFrom, monday);
  if (period.al && *period.al < monday + 6) out.valori.emplace_back(kTo, (monday + 6).italiano());
  return out;
}

std::optional<Rimedio> only_weeks(const Case& c, std::int64_t weeks) {
  if (!c.period().dal || weeks <= 0) return std::nullopt;
  const Date last = c.period().dal->lunedi() + static_cast<std::int32_t>(7 * weeks - 1);
  return Rimedio{
      t("rimedio.settimane", {{"n", plural("conta.settimana", weeks)}, {"data", last.italiano()}}), {{kTo, last.italiano()}}, {}};
}

std::optional<Rimedio> single_request(const Case& c) {
  return only_weeks(c, norms::Norms::builtin().integer("cigo.max_weeks_single", c.oggi));
}

std::optional<Rimedio> weeks_left(const Case& c) { return only_weeks(c, c.desk.esame.contatori.biennio.settimane_ammesse); }

std::optional<Rimedio> other_weather(const Case& c) {
  const std::string& chosen = c.desk.bozza.draft.causale.id;
  const std::string other = chosen == "METEO_IND" ? "METEO_EDIL" : "METEO_IND";
  const norms::Causale* causale = norms::Norms::builtin().causale(other);
  if (causale == nullptr) return std::nullopt;
  return Rimedio{t("rimedio.causale", {{"nome", causale->nome}}), {{"causale.id", other}}, {}};
}

std::optional<Rimedio> from_registry(const Case& c) {
  if (!c.desk.registro) return std::nullopt;
  const auto value = proposal(*c.desk.registro, c.alert.campo, c.oggi);
  if (!value || value->testo == forms::get(c.desk.bozza.draft, c.alert.campo)) return std::nullopt;
  return Rimedio{t("rimedio.proposta", {{"valore", value->testo}, {"fonte", value->fonte}}), {{c.alert.campo, value->testo}}, {}};
}

// Index of "…[3]…"; nullopt without brackets.
std::optional<std::size_t> index_of(const std::string& path) {
  const auto open = path.find('[');
  if (open == std::string::npos) return std::nullopt;
  return static_cast<std::size_t>(std::strtoul(path.c_str() + open + 1, nullptr, 10));
}

std::optional<Rimedio> take_off(const Case& c) {
  const auto index = index_of(c.alert.campo);
  const auto& list = c.desk.bozza.draft.lavoratori.beneficiari;
  if (!index || *index >= list.size()) return std::nullopt;
  const std::string name = list[*index].cognome + " " + list[*index].nome;
  return Rimedio{t("rimedio.togli", {{"nome", name}}), {}, index};
}

std::optional<Rimedio> as_many_as_workers(const Case& c) {
  const auto index = index_of(c.alert.campo);
  const auto& weeks = c.period().settimane;
  if (!index || *index >= weeks.size() || !weeks[*index].lavoratori) return std::nullopt;
  const std::string count = weeks[*index].lavoratori->italiano();
  return Rimedio{
      t("rimedio.zero_ore", {{"n", count}}), {{"periodo.settimane[" + std::to_string(*index) + "].zero_ore", count}}, {}};
}

struct Row {
  std::string_view codice;
  std::optional<Rimedio> (*make)(const Case&);
};

constexpr std::array<Row, 18> kRemedies = {{{"A-AZI-06", from_registry},
                                            {"A-AZI-10", from_registry},
                                            {"A-AZI-11", from_registry},
                                            {"A-CAU-03", other_weather},
                                            {"A-TER-01", start_on_monday},
                                            {"A-TER-02", weeks_from_start},
                                            {"A-PER-01", end_after_start},
                                            {"A-PER-02", whole_weeks},
                                            {"A-PER-03", single_request},
                                            {"A-PER-06", weeks_left},
                                            {"A-PIA-02", as_many_as_workers},
                                            {"A-LAV-02", take_off},
                                            {"A-LAV-07", take_off},
                                            {"A-LAV-08", take_off},
                                            {"A-LAV-09", take_off},
                                            {"A-LAV-10", take_off},
                                            {"A-LAV-14", take_off},
                                            {"A-LAV-15", take_off}}};

}  // namespace

std::optional<Rimedio> remedy(const Scrivania& desk, const Alert& alert, Date oggi) {
  for (const Row& row : kRemedies) {
    if (row.codice == alert.codice) return row.make({desk, alert, oggi});
  }
  return std::nullopt;
}

void apply(domain::Draft& draft, const Rimedio& rimedio) {
  for (const auto& [path, text] : rimedio.valori) forms::set(draft, path, text);
  auto& list = draft.lavoratori.beneficiari;
  if (rimedio.togli && *rimedio.togli < list.size()) list.erase(list.begin() + static_cast<std::ptrdiff_t>(*rimedio.togli));
  forms::align_weeks(draft);
}

}  // namespace omnia::app
