#include "tools/demo/world.hpp"

#include <algorithm>
#include <array>

#include "shared/domain/ascii.hpp"

namespace omnia::demo {
namespace {

using domain::Date;
using domain::YearMonth;

constexpr std::array<std::string_view, 12> kStrade = {
    "Via dell'Esempio", "Viale delle Ipotesi", "Via Senza Fine", "Corso Immaginario", "Via del Forse",   "Piazza Utopia",
    "Via Altrove",      "Largo Chimera",       "Via del Quasi",  "Via Nessundove",    "Vicolo Miraggio", "Via delle Favole"};

// Matricola, company code: digits that say at a glance "demo" (77…), check digits by the rules.
std::string make_matricola(std::string_view sede, int numero) {
  const std::string first = std::string(sede.substr(0, 2)) + "77" + domain::ascii::padded(numero, 4);
  return first + domain::matricola_check(first);
}

std::string make_company_code(std::string_view sede, int numero) {
  const std::string first = "77" + domain::ascii::padded(numero, 5) + "0" + std::string(sede.substr(0, 2));
  return first + domain::partita_iva_check(first);
}

// "Šarić & C. Srl" -> "ari.c.srl": only plain letters stay.
std::string slug(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const char upper = domain::ascii::upper(c);
    if (domain::ascii::is_upper(upper)) {
      out.push_back(static_cast<char>(upper - 'A' + 'a'));
    } else if (!out.empty() && out.back() != '.') {
      out.push_back('.');
    }
  }
  while (!out.empty() && out.back() == '.') out.pop_back();
  return out;
}

domain::UnitaProduttiva make_unit(std::int64_t progressivo, domain::TipoUnita tipo, std::string nome, const Luogo& dove,
                                  Random& random, std::optional<Date> dal) {
  domain::UnitaProduttiva unit;
  unit.progressivo = progressivo;
  unit.tipo = tipo;
  unit.denominazione = std::move(nome);
  unit.indirizzo = std::string(random.pick(kStrade)) + " " + std::to_string(random.between(1, 120));
  unit.comune = dove.comune;
  unit.provincia = dove.provincia;
  unit.dal = dal;
  return unit;
}

void make_units(Azienda& azienda, const World& world, Random& random) {
  const Luogo& dove = luogo(azienda.modello.sede);
  const Date until = world.options.until.ultimo();
  azienda.unita.push_back(make_unit(0, domain::TipoUnita::sede, "Sede principale", dove, random, azienda.dal));
  if (azienda.modello.scena == Scena::grande) {
    azienda.unita.push_back(make_unit(1, domain::TipoUnita::stabilimento, "Stabilimento nord", dove, random, azienda.dal));
    azienda.unita.push_back(make_unit(2, domain::TipoUnita::filiale, "Filiale di prova", luogo("8100"), random, azienda.dal));
    azienda.unita[1].giorni_settimana = 6;
  }
  if (azienda.modello.scena == Scena::piu_unita) {
    azienda.unita.push_back(make_unit(1, domain::TipoUnita::stabilimento, "Deposito e officina", dove, random, azienda.dal));
    azienda.unita.push_back(make_unit(2, domain::TipoUnita::cantiere, "Cantiere Torre Senza Scale", dove, random,
                                      world.options.until.add(-8).primo()));
    azienda.unita.push_back(
        make_unit(3, domain::TipoUnita::cantiere, "Cantiere Ponte a Metà", dove, random, world.options.until.add(-20).primo()));
    azienda.unita[3].al = world.options.until.add(-9).ultimo();
    azienda.unita.push_back(make_unit(4, domain::TipoUnita::cantiere, "Cantiere Casa sull'Albero", dove, random, until - 20));
  }
}

bool steady(Scena scena) { return scena == Scena::media_5 || scena == Scena::media_15 || scena == Scena::terzo_31; }

// Some come and go, except where the scene wants exact figures.
void make_history(Addetto& addetto, const World& world, Random& random) {
  const Date first = world.primo_mese().primo();
  const int days = world.options.until.ultimo() - first;
  if (days < 200) return;
  if (random.percent(14)) addetto.assunto = first + random.between(20, days - 100);
  if (random.percent(9)) addetto.uscito = addetto.assunto.value_or(first) + random.between(60, days);
  if (addetto.uscito && *addetto.uscito >= world.options.until.primo()) addetto.uscito.reset();
}

std::int64_t place_of(const Azienda& azienda, int posto, Random& random) {
  if (azienda.modello.scena == Scena::grande) return posto % 10 < 5 ? 0 : posto % 10 < 8 ? 1 : 2;
  if (azienda.modello.scena == Scena::piu_unita) return posto % 4 == 0 ? 0 : posto % 4 == 1 ? 1 : random.percent(60) ? 2 : 3;
  return 0;
}

Addetto make_worker(const Azienda& azienda, const World& world, int posto, Random& random, std::set<std::string>& usati) {
  Addetto addetto;
  addetto.persona = make_person(random, world.options.until.ultimo(), usati);
  addetto.unita = addetto.unita_finale = place_of(azienda, posto, random);
  const bool office = azienda.modello.csc[0] == '6' || azienda.modello.csc.substr(0, 3) == "707";
  const int figure = random.below(100);
  addetto.qualifica1 = office ? (figure < 80 ? '2' : figure < 90 ? '5' : '1') : (figure < 72 ? '1' : figure < 90 ? '2' : '5');
  addetto.tempo_determinato = random.percent(12);
  if (steady(azienda.modello.scena)) return addetto;
  if (random.percent(15)) {
    constexpr std::array<std::int64_t, 4> kTempi = {5000, 6250, 7500, 8750};
    addetto.part_time_centesimi = random.pick(kTempi);
    addetto.qualifica2 = random.percent(80) ? 'P' : 'V';
  }
  make_history(addetto, world, random);
  if (addetto.unita == 3) {  // the building site that closed: its people moved to the open one
    addetto.trasferito = world.options.until.add(-8);
    addetto.unita_finale = 2;
  }
  return addetto;
}

Addetto fresh(Persona persona) {
  Addetto addetto;
  addetto.persona = std::move(persona);
  return addetto;
}

void make_workers(Azienda& azienda, const World& world, Random& random, std::set<std::string>& usati) {
  for (int i = 0; i < azienda.modello.addetti; ++i) azienda.addetti.push_back(make_worker(azienda, world, i, random, usati));
  const Date until = world.options.until.ultimo();
  auto& last = azienda.addetti.back();
  if (azienda.modello.scena == Scena::dirigente) {
    last = fresh(last.persona);
    last.qualifica1 = '3';
  }
  if (azienda.modello.scena == Scena::neoassunto) {
    last = fresh(last.persona);
    last.assunto = until - 4;
  }
  for (Addetto& addetto : azienda.addetti) {
    if (azienda.modello.scena == Scena::nuova && !addetto.assunto) addetto.assunto = azienda.dal;
    if (azienda.modello.scena == Scena::nuova) addetto.uscito.reset();
    if (azienda.al && azienda.stato == domain::StatoPosizione::cessata && addetto.in_forza(*azienda.al))
      addetto.uscito = azienda.al;
    if (azienda.al && addetto.assunto && *addetto.assunto > *azienda.al) addetto.assunto.reset();
    if (addetto.assunto && addetto.uscito && *addetto.uscito < *addetto.assunto) addetto.uscito.reset();
  }
}

Modello model_of(int numero, Random& random) {
  const auto& all = cast();
  if (numero < static_cast<int>(all.size())) return all[static_cast<std::size_t>(numero)];
  Modello modello = random.pick(all);
  if (modello.scena != Scena::ditta_individuale) modello.scena = Scena::normale;
  modello.addetti = random.between(5, 60);
  return modello;
}

Azienda make_company(const World& world, int numero, std::set<std::string>& usati) {
  Random random(world.options.seed, static_cast<std::uint64_t>(numero) + 1);
  Azienda azienda;
  azienda.modello = model_of(numero, random);
  azienda.denominazione = azienda.modello.nome;
  if (numero >= static_cast<int>(cast().size())) azienda.denominazione += " " + std::to_string(numero + 1);
  azienda.matricola = make_matricola(azienda.modello.sede, numero + 1);
  azienda.codice_fiscale = make_company_code(azienda.modello.sede, numero + 1);
  if (azienda.modello.scena == Scena::ditta_individuale) {
    const Date nascita = Date::of(1971, 5, 1) + numero;
    azienda.codice_fiscale = codice_fiscale("ESEMPIETTI", "ULISSE", nascita, domain::Sesso::maschio, "F205");
    usati.insert(azienda.codice_fiscale);
  }
  azienda.pec = slug(azienda.denominazione) + "@pec.example";
  azienda.dal = Date::of(random.between(1985, 2019), random.between(1, 12), random.between(1, 28));
  if (azienda.modello.scena == Scena::nuova) azienda.dal = world.options.until.add(-1).primo() + 6;
  if (azienda.modello.scena == Scena::cessata) {
    azienda.stato = domain::StatoPosizione::cessata;
    azienda.al = world.options.until.add(-3).ultimo();
  }
  if (azienda.modello.scena == Scena::sospesa) {
    azienda.stato = domain::StatoPosizione::sospesa;
    azienda.al = world.options.until.add(-1).primo();
  }
  if (azienda.modello.scena == Scena::mese_mancante) azienda.mese_mancante = world.options.until.add(-2);
  make_units(azienda, world, random);
  make_workers(azienda, world, random, usati);
  stage(azienda, world, random);
  return azienda;
}

// The delegations of the demo's consultant: companies of several benefits, one delegation over.
void make_people(World& world, std::set<std::string>& usati) {
  Random random(world.options.seed, 0);
  const Date until = world.options.until.ultimo();
  const auto person = [&] { return make_person(random, until, usati); };
  world.identita.push_back({"datore", person(), "datore", "", world.aziende.front().codice_fiscale});
  world.identita.push_back({"intermediario", person(), "intermediario", "", ""});
  world.identita.push_back({"operatore", person(), "operatore", "4900", "", "direttore"});
  world.identita.push_back({"advisor", person(), "advisor", "", ""});
  world.identita.push_back({"analista", person(), "analista", "", ""});
  const std::string consulente = world.identita[1].persona.codice_fiscale;
  constexpr std::array<std::size_t, 13> kAssistite = {1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 21, 30};
  for (const std::size_t n : kAssistite) {
    if (n >= world.aziende.size()) continue;
    Delega delega{"D" + domain::ascii::padded(static_cast<int>(n) + 1, 4), consulente, world.aziende[n].matricola,
                  until - random.between(500, 1800), std::nullopt};
    if (n == 30) delega.al = until - 25;
    world.deleghe.push_back(std::move(delega));
  }
  // The consultant has a company of his own: one person, two powers.
  if (world.aziende.size() > 9)
    world.identita.push_back({"consulente-azienda", world.identita[1].persona, "datore", "", world.aziende[9].codice_fiscale});
  world.identita.push_back({"direttore", person(), "direttore", "4900", ""});
  world.identita.push_back({"sicurezza", person(), "sicurezza", "", ""});
  world.identita.push_back({"amministratore", person(), "amministratore", "", ""});
}

}  // namespace

bool Azienda::denuncia(YearMonth mese) const {
  if (mese_mancante && *mese_mancante == mese) return false;
  if (stato != domain::StatoPosizione::attiva && al && mese > YearMonth::of(*al)) return false;
  return !dal || mese >= YearMonth::of(*dal);
}

std::int64_t own_week(const Azienda& azienda, const Addetto& addetto) {
  return (azienda.orario_centesimi * addetto.part_time_centesimi + 5000) / 10000;
}

std::int64_t hours_in_cassa(const Azienda& azienda, const Cassa& cassa, const Addetto& addetto, std::size_t posto, Date giorno) {
  if (!cassa.periodo.contains(giorno) || domain::is_holiday(giorno)) return 0;
  if (static_cast<int>(giorno.weekday()) >= cassa.giorni_settimana) return 0;
  if (addetto.qualifica1 == '3' || !addetto.in_forza(giorno) || addetto.unita_nel(YearMonth::of(giorno)) != cassa.unita) return 0;
  if (static_cast<int>(posto * 37 % 100) >= cassa.percento_lavoratori) return 0;
  return std::min(cassa.ore_giorno_centesimi, own_week(azienda, addetto) / 5);
}

std::string make_ticket(Random& random) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  std::string ticket;
  int sum = 0;
  for (int i = 0; i < 15; ++i) {
    const int value = random.below(static_cast<int>(kAlphabet.size()));
    ticket.push_back(kAlphabet[static_cast<std::size_t>(value)]);
    sum += value * (i + 1);
  }
  ticket.push_back(kAlphabet[static_cast<std::size_t>(sum % static_cast<int>(kAlphabet.size()))]);
  return ticket;
}

World make_world(const Options& options) {
  World world;
  world.options = options;
  std::set<std::string> usati;
  for (int i = 0; i < options.companies; ++i) world.aziende.push_back(make_company(world, i, usati));
  make_people(world, usati);
  return world;
}

}  // namespace omnia::demo
