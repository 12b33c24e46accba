// The estimate of a week plan as JSON.
#include "shared/wire/answers.hpp"
#include "shared/wire/writer.hpp"

namespace omnia::wire {

std::string write(const rules::outlook::Preventivo& p) {
  // Without the pay there is a ceiling on what the workers get, and nothing to say of what the employer does not pay.
  const auto money = [&](Json& json, const auto& sums) {
    json["lordo_cent"] = sums.lordo_cent;
    json["netto_cent"] = sums.netto_cent;
    if (p.al_massimo) return;
    json["retribuzione_persa_cent"] = sums.retribuzione_persa_cent;
    json["contributo_cent"] = sums.contributo_cent;
  };
  const auto& s = p.stima;
  Json json{{"completa", s.completa},
            {"al_massimo", p.al_massimo},
            {"aliquota", p.aliquota},
            {"testo_aliquota", p.testo_aliquota},
            {"citazione_aliquota", p.citazione_aliquota},
            {"citazione", s.citazione},
            {"lettura", s.lettura || p.lettura_aliquota}};
  money(json, s);
  json["settimane"] = list_of(s.settimane, [&](const rules::amounts::StimaSettimana& w) {
    Json week{{"lunedi", w.lunedi.iso()}, {"calcolabile", w.calcolabile}, {"al_tetto", w.al_tetto}};
    if (!w.calcolabile) week["testo"] = w.testo;
    money(week, w);
    return week;
  });
  return canonical(json);
}

}  // namespace omnia::wire
