// Fields of the draft by path: one table of paths that the form, the faces, the alerts and the command line share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::forms {

// Paths: "azienda.pec", "causale.ordinanza.data", "periodo.settimane[2].ore", "lavoratori.beneficiari[0].codice_fiscale".
// Text as a person would read or type it (dates 23/11/2026, money 1.234,56, booleans "1" or "").
std::string get(const domain::Draft& draft, std::string_view path);
// Parses `text` into the field; text that does not parse is kept in the Entry. false: no such path, or not one of the choices.
bool set(domain::Draft& draft, std::string_view path, std::string_view text);
// Is there such a field (for a list item: does the item exist)?
bool exists(const domain::Draft& draft, std::string_view path);
// Every scalar path of the draft without list items.
std::vector<std::string> paths();

// Keeps `periodo.settimane` one row per Monday of [dal, al] (at most 60), keeping what was typed for weeks that stay.
void align_weeks(domain::Draft& draft);
// Keeps `periodo.ore_giorni` one row per event day, with what was typed for days that stay.
void align_event_hours(domain::Draft& draft);
// Keeps `indicatori.periodi` as its mode wants on a day: three years up to the one running, or the eight quarters that are
// over; what was typed for a period that stays is kept, and what was typed in the other mode waits in `altri_periodi`.
void align_indicators(domain::Draft& draft, domain::Date oggi);

// Description of the form, from assets/forms/cigo.json.
struct Field {
  std::string path;
  std::string tipo;  // text, email, date, money, hours, decimal, number, temperature, checkbox, choice, multiline, file, lettura
                     // (only shown)
  std::string etichetta;
  std::string aiuto;
  bool obbligatorio = false;
  std::vector<std::pair<std::string, std::string>> scelte;  // value, label
  // "" always; else conditions joined by "&": "causale.richiede:causale.ordinanza", "causale.eone", "non_compatibile",
  // "causale.indicatori", "causale.ore_giorni", "consultazione_dovuta", "cigs_in_corso", "pagamento.modalita=diretto",
  // "unita_produttiva.tipo=cantiere".
  std::string visibile_se;
};
struct Section {
  std::string id;  // as in StatoSezione
  std::string titolo;
  std::string scopo;  // one sentence of purpose
  std::vector<Field> campi;
};
const std::vector<Section>& cigo();
// nullptr when the form has no such section.
const Section* section(std::string_view id);

// What visibility depends on beside the draft.
struct Context {
  const domain::UnitaProduttiva* unita = nullptr;  // the one chosen
  const norms::Causale* causale = nullptr;         // the one chosen
  bool compatibile = true;                         // CIGO is suggested for the position
  bool cigs_in_corso = false;                      // CIGS or a solidarity contract runs in the unit
  bool consultazione_dovuta = true;                // a duty towards the unions (art. 14)
};
bool visible(const Field& field, const domain::Draft& draft, const Context& context);
// The type of a unit as conditions and texts name it: "sede", "stabilimento", …
std::string_view unit_type_name(domain::TipoUnita type);

}  // namespace omnia::forms
