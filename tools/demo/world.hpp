// The demo's world: companies, workers, authorisations and who acts for whom, made from a seed. The files are only a way to
// write it down (flows.hpp, registry_csv.hpp).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/registry.hpp"
#include "tools/demo/blueprint.hpp"
#include "tools/demo/people.hpp"

namespace omnia::demo {

struct Options {
  std::uint64_t seed = 1;
  int companies = 40;
  int months = 26;                    // the mobile biennium and two months more
  domain::YearMonth until{2026, 10};  // last month of UniEmens
};

struct Addetto {
  Persona persona;
  std::int64_t unita = 0;
  std::int64_t unita_finale = 0;  // another unit from `trasferito` on
  std::optional<domain::YearMonth> trasferito;
  char qualifica1 = '1';
  char qualifica2 = 'F';
  bool tempo_determinato = false;
  std::int64_t part_time_centesimi = 10000;
  std::optional<domain::Date> assunto;  // empty: before the first month
  std::optional<domain::Date> uscito;

  [[nodiscard]] bool in_forza(domain::Date giorno) const {
    return (!assunto || *assunto <= giorno) && (!uscito || giorno <= *uscito);
  }
  [[nodiscard]] std::int64_t unita_nel(domain::YearMonth mese) const {
    return trasferito && *trasferito <= mese ? unita_finale : unita;
  }
};

// One authorisation with the days that were really used.
struct Cassa {
  std::string numero, prestazione, causale, ticket;
  std::int64_t unita = 0;
  bool eone = false;
  bool fruito_dichiarato = false;
  domain::StatoAutorizzazione stato = domain::StatoAutorizzazione::autorizzata;
  domain::Period periodo;
  int percento_lavoratori = 100;
  int giorni_settimana = 5;  // days used of each week, from Monday
  std::int64_t ore_giorno_centesimi = 800;
  std::int64_t ore_centesimi = 0;  // authorised
};

struct Azienda {
  Modello modello;
  std::string denominazione, matricola, codice_fiscale, pec;
  std::optional<domain::Date> dal, al;
  domain::StatoPosizione stato = domain::StatoPosizione::attiva;
  std::vector<domain::UnitaProduttiva> unita;
  std::vector<Addetto> addetti;
  std::vector<Cassa> casse;
  std::optional<domain::YearMonth> mese_mancante;
  std::int64_t orario_centesimi = 4000;

  [[nodiscard]] bool denuncia(domain::YearMonth mese) const;
};

struct Identita {
  std::string id;
  Persona persona;
  std::string ruolo, sede, azienda_cf;
  std::string supervisore{};
};
struct Delega {
  std::string id, intermediario_cf, matricola;
  domain::Date dal;
  std::optional<domain::Date> al;
};

struct World {
  Options options;
  std::vector<Azienda> aziende;
  std::vector<Identita> identita;
  std::vector<Delega> deleghe;
  [[nodiscard]] domain::YearMonth primo_mese() const { return options.until.add(1 - options.months); }
};

World make_world(const Options& options);

// Hours in CIG of a worker on a day under an authorisation; 0 when not concerned. `posto`: place of the worker in the company.
std::int64_t hours_in_cassa(const Azienda& azienda, const Cassa& cassa, const Addetto& addetto, std::size_t posto,
                            domain::Date giorno);
// Own weekly time: contract x part-time.
std::int64_t own_week(const Azienda& azienda, const Addetto& addetto);

// 16 characters without I and O, the last a check (rule of this project).
std::string make_ticket(Random& random);

// The authorisations of the company's scene (scenes.cpp).
void stage(Azienda& azienda, const World& world, Random& random);

}  // namespace omnia::demo
