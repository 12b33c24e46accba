// The history of authorisations that brings each company of the cast where its scene wants it.
#include <string>

#include "shared/domain/ascii.hpp"
#include "tools/demo/world.hpp"

namespace omnia::demo {
namespace {

using domain::Date;
using domain::Period;
using domain::StatoAutorizzazione;

// What scenes add authorisations with: numbers and tickets follow each other.
class Stage {
 public:
  Stage(Azienda& azienda, const World& world, Random& random) : azienda_(azienda), random_(random) {
    ultimo_lunedi_ = world.options.until.ultimo().lunedi();
  }

  // `indietro`: weeks between the first Monday and the week of the last day of UniEmens.
  Cassa& weeks(const char* prestazione, const char* causale, int indietro, int settimane, std::int64_t unita = 0) {
    const Date monday = ultimo_lunedi_ - 7 * indietro;
    return period(prestazione, causale, {monday, monday + (7 * settimane - 1)}, unita);
  }

  Cassa& period(const char* prestazione, const char* causale, Period periodo, std::int64_t unita) {
    Cassa cassa;
    cassa.numero = std::string(azienda_.modello.sede) + azienda_.matricola.substr(4, 4) +
                   domain::ascii::padded(static_cast<int>(azienda_.casse.size()) + 1, 4);
    cassa.prestazione = prestazione;
    cassa.causale = causale;
    cassa.ticket = make_ticket(random_);
    cassa.unita = unita;
    cassa.periodo = periodo;
    azienda_.casse.push_back(std::move(cassa));
    return azienda_.casse.back();
  }

 private:
  Azienda& azienda_;
  Random& random_;
  Date ultimo_lunedi_;
};

void quarantotto(Stage& stage) {
  for (const int indietro : {84, 62, 40, 18}) {
    Cassa& cassa = stage.weeks("CIGO", "MANC_LAVORO", indietro, 12);
    cassa.percento_lavoratori = 60;
    cassa.ore_giorno_centesimi = 600;
  }
}

// 104 weeks x 20 workers x 40 hours = 83,200 workable hours; 31% is 25,792.
void terzo(Stage& stage) {
  struct Parte {
    int indietro, percento;
    std::int64_t ore;
  };
  for (const Parte& parte : {Parte{92, 85, 1000000}, Parte{62, 85, 1000000}, Parte{30, 45, 579200}}) {
    Cassa& cassa = stage.weeks("CIGO", "CRISI_MERCATO", parte.indietro, 13);
    cassa.percento_lavoratori = parte.percento;
    cassa.ore_centesimi = parte.ore;
  }
}

// 14 months of CIGS and 39 weeks of CIGO, that is 9 months: 23 of 24.
void ventitre(Stage& stage, const World& world) {
  const auto first = world.options.until.add(-54);
  stage.period("CIGS_RIORGANIZZAZIONE", "", {first.primo(), first.add(13).ultimo()}, 0).percento_lavoratori = 50;
  for (const int indietro : {95, 64, 33}) stage.weeks("CIGO", "MANC_LAVORO", indietro, 13).percento_lavoratori = 40;
}

void piu_unita(Stage& stage) {
  stage.weeks("CIGO", "FINE_CANTIERE", 60, 8, 3).percento_lavoratori = 80;
  Cassa& pioggia = stage.weeks("CIGO", "METEO_EDIL", 36, 4, 2);
  pioggia.eone = true;
  pioggia.giorni_settimana = 2;
  Cassa& caldo = stage.weeks("CIGO", "METEO_CALDO", 14, 3, 2);
  caldo.eone = true;
  caldo.giorni_settimana = 3;
  caldo.ore_giorno_centesimi = 400;
  stage.weeks("CIGO", "MANC_LAVORO", 70, 6, 1).percento_lavoratori = 50;
}

void meteo(Stage& stage) {
  for (const int indietro : {90, 88, 41, 38, 36}) {
    Cassa& cassa = stage.weeks("CIGO", "METEO_EDIL", indietro, indietro == 41 ? 3 : 2);
    cassa.eone = true;
    cassa.giorni_settimana = 2;
  }
  Cassa& caldo = stage.weeks("CIGO", "METEO_CALDO", 15, 4);
  caldo.eone = true;
  caldo.giorni_settimana = 2;
  caldo.ore_giorno_centesimi = 400;
}

void grande(Stage& stage) {
  for (const int indietro : {80, 50}) {
    Cassa& cassa = stage.weeks("CIGO", "MANC_MATERIE", indietro, 10);
    cassa.percento_lavoratori = 35;
    cassa.giorni_settimana = 3;
    cassa.fruito_dichiarato = true;
  }
  Cassa& nord = stage.weeks("CIGO", "CRISI_MERCATO", 30, 13, 1);
  nord.percento_lavoratori = 50;
  nord.ore_giorno_centesimi = 400;
}

void mese_mancante(Stage& stage) {
  stage.weeks("CIGO", "MANC_LAVORO", 45, 6).percento_lavoratori = 70;
  stage.weeks("CIGO", "MANC_LAVORO", 2, 6).stato = StatoAutorizzazione::in_istruttoria;
}

void dirigente(Stage& stage) {
  stage.weeks("CIGO", "CRISI_MERCATO", 70, 8).percento_lavoratori = 40;
  stage.weeks("CIGO", "MANC_LAVORO", 44, 4).stato = StatoAutorizzazione::respinta;
  Cassa& guasto = stage.weeks("CIGO", "GUASTO_MACCHINARI", 26, 1);
  guasto.eone = true;
  guasto.giorni_settimana = 3;
}

bool has_cigo(const Modello& modello) {
  return modello.csc[0] == '1' && modello.ca.empty() && modello.qualita.empty() && modello.csc != "11502";
}

void play(Stage& stage, const Azienda& azienda, const World& world) {
  switch (azienda.modello.scena) {
    case Scena::settimane_48:
      return quarantotto(stage);
    case Scena::terzo_31:
      return terzo(stage);
    case Scena::mesi_23:
      return ventitre(stage, world);
    case Scena::piu_unita:
      return piu_unita(stage);
    case Scena::meteo:
      return meteo(stage);
    case Scena::grande:
      return grande(stage);
    case Scena::mese_mancante:
      return mese_mancante(stage);
    case Scena::dirigente:
      return dirigente(stage);
    case Scena::in_cassa_fis:
      stage.weeks("FIS", "", 55, 9).percento_lavoratori = 60;
      return;
    case Scena::nuova:
      return;
    default:
      if (has_cigo(azienda.modello)) stage.weeks("CIGO", "MANC_LAVORO", 58, 6).percento_lavoratori = 50;
  }
}

// Authorised hours: those used, rounded up to ten, where the scene gives no figure of its own.
void authorise_hours(Azienda& azienda, Cassa& cassa) {
  if (cassa.ore_centesimi > 0) return;
  std::int64_t total = 0;
  for (Date day = cassa.periodo.dal; day <= cassa.periodo.al; day = day + 1) {
    for (std::size_t i = 0; i < azienda.addetti.size(); ++i) total += hours_in_cassa(azienda, cassa, azienda.addetti[i], i, day);
  }
  cassa.ore_centesimi = (total + 999) / 1000 * 1000;
}

}  // namespace

void stage(Azienda& azienda, const World& world, Random& random) {
  Stage scene(azienda, world, random);
  play(scene, azienda, world);
  for (Cassa& cassa : azienda.casse) authorise_hours(azienda, cassa);
}

}  // namespace omnia::demo
