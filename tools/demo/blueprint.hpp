// The cast of the demo: what each company is for.
#pragma once
#include <string_view>
#include <vector>

namespace omnia::demo {

// The situation that a company shows.
enum class Scena {
  normale,
  pulita,         // a CIGO industry company with nothing wrong: the employer of the demo
  settimane_48,   // 48 of 52 weeks of the mobile biennium
  terzo_31,       // 31% of the workable hours
  mesi_23,        // 23 of 24 months of the quinquennium, CIGO and CIGS
  media_5,        // average headcount of exactly 5.00
  media_15,       // exactly 15.00
  mese_mancante,  // a month without UniEmens, and a request under examination
  cessata,
  neoassunto,         // a worker hired less than 30 days before the day of the demo
  dirigente,          // a dirigente, and a refused request
  piu_unita,          // several units, building sites included
  grande,             // about 250 workers, with the days really used declared
  ditta_individuale,  // the employer is a person
  meteo,              // building company with weather events
  in_cassa_fis,       // FIS in the past
  nuova,              // opened two months ago
  sospesa
};

struct Modello {
  std::string_view nome;
  std::string_view csc;
  std::string_view ca;  // codes separated by a blank
  std::string_view ateco2007;
  std::string_view ateco2025;
  std::string_view qualita;
  std::string_view sede;
  int addetti;
  Scena scena;
  std::string_view ccnl;
};

const std::vector<Modello>& cast();

struct Luogo {
  std::string_view sede, comune, provincia, belfiore;
};
const Luogo& luogo(std::string_view sede);

}  // namespace omnia::demo
