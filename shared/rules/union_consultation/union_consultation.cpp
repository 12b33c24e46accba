#include "shared/rules/union_consultation/union_consultation.hpp"

#include <algorithm>

#include "shared/domain/quantity.hpp"

namespace omnia::rules::union_consultation {
namespace {

using domain::Date;
using norms::Norms;

struct Tabella {  // the norms on one day, never before the D.Lgs. 148/2015
  const Norms& norms;
  Date giorno;
  [[nodiscard]] std::int64_t integer(std::string_view key) const { return norms.integer(key, giorno); }
  [[nodiscard]] std::string citation(std::string_view key) const {
    const auto* parameter = norms.find(key, giorno);
    return parameter == nullptr ? std::string() : parameter->citazione;
  }
};

std::string n(std::int64_t value) { return std::to_string(value); }

bool is_building(const Caso& caso) {
  return caso.settore == routing::Settore::edilizia || caso.settore == routing::Settore::lapidei;
}

Esito exempt(const Caso& caso, const Tabella& t) {
  Esito esito;
  if (caso.cisoa) {
    esito.testo = "Per la CISOA la consultazione sindacale non è prevista.";
    esito.citazione = t.citation("union.cisoa");
    return esito;
  }
  esito.citazione = t.citation("union.building.weeks");
  esito.testo = "Edilizia e lapidei: la procedura è dovuta solo per le proroghe con sospensione oltre " +
                n(t.integer("union.building.weeks")) + " settimane continuative. ";
  esito.testo += caso.proroga ? "Questa proroga arriva a " + n(caso.settimane_continuative) + " settimane."
                              : "Questa è una prima richiesta.";
  return esito;
}

// The notice first, the examination on request; ten days up to fifty employees, twenty-five beyond.
Esito preventive(const Caso& caso, const Tabella& t) {
  Esito esito;
  esito.dovere = Dovere::preventiva;
  const std::int64_t threshold = t.integer("union.size_threshold");
  const bool small = caso.dipendenti_centesimi.value_or(threshold * 100 + 1) <= threshold * 100;
  const std::string_view key = small ? "union.term_days.le50" : "union.term_days.gt50";
  esito.giorni_procedura = static_cast<int>(t.integer(key));
  esito.citazione = "Art. 14, comma 1, D.Lgs. 148/2015; " + t.citation(key);
  const std::string size = !caso.dipendenti_centesimi ? "Numero di dipendenti non noto: vale il termine più lungo, "
                           : small                    ? "Fino a " + n(threshold) + " dipendenti la procedura dura al massimo "
                                                      : "Oltre " + n(threshold) + " dipendenti la procedura dura al massimo ";
  esito.testo = "Prima di iniziare, comunica ai sindacati cause, entità, durata prevista e numero dei lavoratori. " + size +
                n(esito.giorni_procedura) + " giorni dalla comunicazione.";
  esito.passi.push_back(
      {"Comunicazione preventiva a RSA o RSU e alle sedi territoriali dei sindacati più rappresentativi", caso.inizio});
  if (caso.comunicazione) esito.fine_procedura = *caso.comunicazione + esito.giorni_procedura;
  esito.passi.push_back({"Esame congiunto, se una delle parti lo chiede", esito.fine_procedura});
  return esito;
}

// Suspensions that cannot be put off: the notice may follow the start.
Esito unavoidable(const Caso& caso, const Tabella& t) {
  Esito esito;
  const std::int64_t threshold = t.integer("union.eone.hours_threshold");
  const bool average = t.norms.choice("union.eone.hours_unit", t.giorno) == "average_worker_week";
  const std::int64_t hours = average ? caso.ore_medie_settimana_centesimi : caso.ore_massime_settimana_centesimi;
  const bool exam = hours > threshold * 100;
  esito.dovere = exam ? Dovere::comunicazione_esame : Dovere::comunicazione;
  esito.citazione = t.citation("union.eone.hours_threshold");
  // The two measures can disagree, and the law does not say which one it means.
  esito.lettura =
      (caso.ore_massime_settimana_centesimi > threshold * 100) != (caso.ore_medie_settimana_centesimi > threshold * 100);
  esito.passi.push_back({"Comunicazione di durata prevista e numero dei lavoratori, anche dopo l’inizio", std::nullopt});
  const std::string measure = domain::format_hundredths(hours) + " ore alla settimana " +
                              (average ? "in media per lavoratore" : "per il lavoratore più sospeso");
  if (!exam) {
    esito.testo = "Evento non evitabile: comunica ai sindacati la durata prevista e il numero dei lavoratori. Con " + measure +
                  " (soglia " + n(threshold) + ") l’esame congiunto non è dovuto.";
    return esito;
  }
  const auto ask = static_cast<std::int32_t>(t.integer("union.eone.exam_request_days"));
  esito.giorni_procedura = static_cast<int>(t.integer("union.eone.procedure_days"));
  esito.testo = "Evento non evitabile con " + measure + ", oltre " + n(threshold) + ": se lo chiedono entro " + n(ask) +
                " giorni dalla comunicazione si fa l’esame congiunto, da chiudere in " + n(esito.giorni_procedura) +
                " giorni dalla richiesta.";
  if (caso.comunicazione) esito.ultimo_giorno_richiesta = *caso.comunicazione + ask;
  if (caso.richiesta_esame) {
    esito.fine_procedura = *caso.richiesta_esame + esito.giorni_procedura;
  } else {
    esito.fine_procedura = esito.ultimo_giorno_richiesta;  // nobody asks: it ends there
  }
  esito.passi.push_back({"Richiesta di esame congiunto", esito.ultimo_giorno_richiesta});
  if (caso.richiesta_esame) esito.passi.push_back({"Esame congiunto", esito.fine_procedura});
  if (caso.richiesta_esame && esito.ultimo_giorno_richiesta && *caso.richiesta_esame > *esito.ultimo_giorno_richiesta) {
    esito.testo += " La richiesta del " + caso.richiesta_esame->italiano() + " è oltre il termine del " +
                   esito.ultimo_giorno_richiesta->italiano() + ".";
  }
  return esito;
}

void close_with_minutes(const Caso& caso, Esito& esito) {
  if (!caso.verbale || !esito.fine_procedura || *caso.verbale >= *esito.fine_procedura) return;
  esito.fine_procedura = caso.verbale;
  esito.lettura = true;  // that minutes close the procedure earlier is practice
  esito.testo += " Il verbale del " + caso.verbale->italiano() + " chiude prima la procedura.";
}

// A suspension not due to EONE that starts before the end of the procedure.
void early_start(const Caso& caso, Esito& esito) {
  if (esito.dovere != Dovere::preventiva || !caso.inizio) return;
  if (!esito.fine_procedura) {
    esito.testo += " Manca la data della comunicazione.";
    return;
  }
  esito.inizio_anticipato = *caso.inizio < *esito.fine_procedura;
  if (!esito.inizio_anticipato) return;
  esito.testo += " La sospensione inizia il " + caso.inizio->italiano() + ", prima della fine della procedura (" +
                 esito.fine_procedura->italiano() + "): serve un verbale, o che nessuno abbia chiesto l’esame.";
}

}  // namespace

Esito evaluate(const Caso& caso, Date giorno, const Norms& norms) {
  const Tabella t{norms, std::max(giorno, Date::of(2015, 9, 24))};
  if (caso.cisoa && t.integer("union.cisoa") == 0) return exempt(caso, t);
  if (is_building(caso) && !(caso.proroga && caso.settimane_continuative > t.integer("union.building.weeks")))
    return exempt(caso, t);
  Esito esito = caso.eone ? unavoidable(caso, t) : preventive(caso, t);
  close_with_minutes(caso, esito);
  early_start(caso, esito);
  return esito;
}

}  // namespace omnia::rules::union_consultation
