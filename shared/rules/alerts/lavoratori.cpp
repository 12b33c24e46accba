// Section Lavoratori: who may be a beneficiary (D.Lgs. 148/2015 artt. 1, 2 and 8; L. 234/2021).
#include <algorithm>

#include "shared/domain/order.hpp"
#include "shared/rules/alerts/sections.hpp"
#include "shared/rules/workers/workers.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Beneficiario;

constexpr std::string_view kQualifiche[] = {"operaio", "impiegato", "quadro", "dirigente", "apprendista", "domicilio", "altro"};

std::string row(std::size_t index, std::string_view field) {
  return "lavoratori.beneficiari[" + std::to_string(index) + "]." + std::string(field);
}
std::string number(std::size_t index) { return std::to_string(index + 1); }

void contract(const Beneficiario& b, Collector& out, std::size_t i) {
  out.formal(b.ore_settimanali, row(i, "ore_settimanali"), "un numero di ore");
  out.formal(b.part_time, row(i, "part_time"), "una percentuale");
  out.formal(b.assunzione, row(i, "assunzione"), "una data valida");
}

void codes(const Context& c, Collector& out) {
  const auto& people = c.draft.lavoratori.beneficiari;
  if (people.empty()) out.add("A-LAV-06", "lavoratori.beneficiari");
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& cf = people[i].codice_fiscale;
    if (!people[i].ore_settimanali.empty() || !people[i].part_time.empty() || !people[i].assunzione.empty()) {
      contract(people[i], out, i);
    }
    if (!cf) out.add("A-LAV-07", row(i, "codice_fiscale"), {{"n", number(i)}}, {.rimedio = Collector::reason_of(cf)});
  }
  // Equal people are neighbours in the index, in the order of the list.
  std::vector<std::pair<std::size_t, std::size_t>> repeated;
  const auto& keys = c.beneficiari.keys();
  for (std::size_t i = 1, first = 0; i < keys.size(); ++i) {
    if (!keys[i].same_person(keys[first])) {
      first = i;
    } else {
      repeated.emplace_back(keys[i].at, keys[first].at);
    }
  }
  std::sort(repeated.begin(), repeated.end());
  for (const auto& [again, before] : repeated) {
    out.add("A-LAV-08", row(again, "codice_fiscale"), {{"n", number(again)}, {"altra", number(before)}});
  }
}

void categories(const Context& c, Collector& out) {
  const auto& people = c.draft.lavoratori.beneficiari;
  bool apprentice = false;
  bool home_worker = false;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& qualifica = people[i].qualifica;
    if (std::find(std::begin(kQualifiche), std::end(kQualifiche), qualifica) == std::end(kQualifiche)) {
      out.add("A-FRM-07", row(i, "qualifica"), {{"n", number(i)}});
    }
    if (workers::is_of(people[i], c.in_registro[i], "dirigente")) {
      out.add("A-LAV-02", row(i, "qualifica"), {{"n", number(i)}});
    }
    if (qualifica == "apprendista" && !apprentice) out.add("A-LAV-03", row(i, "qualifica"));
    if (qualifica == "domicilio" && !home_worker) out.add("A-LAV-04", row(i, "qualifica"));
    apprentice = apprentice || qualifica == "apprendista";
    home_worker = home_worker || qualifica == "domicilio";
  }
}

void against_registry(const Context& c, Collector& out) {
  const auto& people = c.draft.lavoratori.beneficiari;
  const workers::Seniority seniority(c.registry.posizione, c.norms, c.giorno(), c.oggi, c.eone);
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i].cambio_appalto) out.add("A-LAV-12", row(i, "cambio_appalto"), {{"n", number(i)}});
    if (!people[i].codice_fiscale || c.up == nullptr) continue;
    const auto* worker = c.in_registro[i];
    if (worker == nullptr) {
      out.add("A-LAV-09", row(i, "codice_fiscale"), {{"n", number(i)}});
      continue;
    }
    if (seniority.is_short(people[i], *worker)) {
      out.add(seniority.exempt() ? "A-LAV-11" : "A-LAV-10", row(i, "codice_fiscale"),
              {{"n", number(i)}, {"giorni", std::to_string(seniority.days())}});
    }
    if (c.inizio && worker->assunzione && *worker->assunzione > *c.inizio) {
      out.add("A-LAV-13", row(i, "codice_fiscale"), {{"n", number(i)}, {"data", worker->assunzione->italiano()}});
    }
    if (c.periodo && worker->cessazione && *worker->cessazione < c.periodo->al) {
      out.add("A-LAV-14", row(i, "codice_fiscale"), {{"n", number(i)}, {"data", worker->cessazione->italiano()}});
    }
  }
}

void other_requests(const Context& c, Collector& out) {
  if (!c.periodo) return;
  std::vector<std::pair<std::size_t, const std::string*>> taken;
  for (const auto& d : c.registry.domande) {
    if (d.id == c.draft.id || !d.periodo.overlaps(*c.periodo)) continue;
    for (std::size_t i = 0; i < d.lavoratori.size(); ++i) {
      const auto key = person_key(d.lavoratori[i]);
      const auto ours = key ? c.beneficiari.find(*key) : std::nullopt;
      if (ours) taken.emplace_back(*ours, &d.protocollo);
    }
  }
  domain::stable_sort(taken, [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [i, protocollo] : taken) {
    out.add("A-LAV-15", row(i, "codice_fiscale"), {{"n", number(i)}, {"protocollo", *protocollo}});
  }
}

// Art. 8 c. 2-bis (L. 182/2025 art. 22): the duty to tell the employer holds from the day of the norm table.
void other_jobs(const Context& c, Collector& out) {
  if (!c.draft.lavoratori.altra_attivita) return;
  out.add("A-LAV-16", "lavoratori.altra_attivita");
  if (c.periodo && c.norms.integer("workers.other_job.employer_notice", c.periodo->al) != 0)
    out.add("A-LAV-17", "lavoratori.altra_attivita");
}

// The people in force by category, if the total is given with at least one of them.
void workforce(const Context& c, Collector& out) {
  const auto& o = c.draft.lavoratori.organico;
  const std::pair<const char*, const domain::Entry<domain::Count>*> all[] = {
      {"operai", &o.operai},           {"impiegati", &o.impiegati}, {"quadri", &o.quadri},
      {"apprendisti", &o.apprendisti}, {"domicilio", &o.domicilio}, {"dirigenti", &o.dirigenti}};
  std::int64_t sum = 0;
  bool given = false;
  bool readable = true;
  for (const auto& [field, entry] : all) {
    out.formal(*entry, std::string("lavoratori.organico.") + field, "un numero intero");
    sum += *entry ? (*entry)->n : 0;
    given = given || *entry;
    readable = readable && !entry->invalid();
  }
  out.formal(o.totale, "lavoratori.organico.totale", "un numero intero");
  out.formal(o.part_time, "lavoratori.organico.part_time", "un numero intero");
  if (given && readable && o.totale && o.totale->n != sum) {
    out.add("A-LAV-01", "lavoratori.organico.totale", {{"somma", domain::format_integer(sum)}, {"totale", o.totale->italiano()}});
  }
}

}  // namespace

void lavoratori(const Context& c, Collector& out) {
  codes(c, out);
  categories(c, out);
  against_registry(c, out);
  other_requests(c, out);
  other_jobs(c, out);
  workforce(c, out);
  if (c.contatori.calcolati && !c.contatori.terzo.calcolabile) out.add("A-LAV-05", "lavoratori.beneficiari");
}

}  // namespace omnia::rules::alerts
