#include "tools/demo/registry_of.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "tools/demo/month.hpp"

namespace omnia::demo {
namespace {

using domain::Date;
using domain::YearMonth;

const char* qualifica(char qualifica1) {
  switch (qualifica1) {
    case '1':
      return "operaio";
    case '2':
      return "impiegato";
    case '3':
      return "dirigente";
    default:
      return "apprendista";
  }
}

domain::Posizione posizione_of(const Azienda& azienda) {
  domain::Posizione out;
  const auto& main = azienda.unita.front();
  out.matricola = azienda.matricola;
  out.codice_fiscale = azienda.codice_fiscale;
  out.denominazione = azienda.denominazione;
  out.csc = azienda.modello.csc;
  for (std::size_t at = 0; at + 2 <= azienda.modello.ca.size(); at += 3) {
    out.ca.push_back({std::string(azienda.modello.ca.substr(at, 2)), Date::of(2016, 1, 1), std::nullopt});
  }
  out.ateco2007 = azienda.modello.ateco2007;
  out.ateco2025 = azienda.modello.ateco2025;
  out.stato = azienda.stato;
  out.dal = azienda.dal;
  out.al = azienda.al;
  out.sede = azienda.modello.sede;
  out.pec = azienda.pec;
  out.indirizzo = main.indirizzo;
  out.comune = main.comune;
  out.provincia = main.provincia;
  if (!azienda.modello.qualita.empty()) out.qualita.emplace_back(azienda.modello.qualita);
  return out;
}

// What the flows of one month add to the registry.
class Months {
 public:
  Months(const Azienda& azienda, domain::Registry& out) : azienda_(azienda), out_(out) {}

  void add(YearMonth mese) {
    out_.ultimo_uniemens = mese;
    out_.posizione.forza.push_back({mese, headcount(azienda_, mese)});
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> heads;  // unit, own hours -> heads
    for (std::size_t i = 0; i < azienda_.addetti.size(); ++i) {
      const Addetto& addetto = azienda_.addetti[i];
      if (!present(addetto, mese)) continue;
      ++heads[{addetto.unita_nel(mese), own_week(azienda_, addetto)}];
      see(addetto, mese);
      for (const auto& [day, hours] : month_of(azienda_, addetto, i, mese).cassa) days_[hours.cassa].insert(day);
    }
    for (const auto& [key, count] : heads) {
      for (auto& unit : out_.unita_produttive) {
        if (unit.progressivo == key.first) unit.organico.push_back({mese, key.second, count});
      }
    }
  }

  void finish() {
    for (auto& [key, worker] : workers_) out_.lavoratori.push_back(std::move(worker));
    std::sort(out_.lavoratori.begin(), out_.lavoratori.end(), [](const auto& a, const auto& b) {
      return std::tie(a.unita_produttiva, a.cognome, a.nome, a.codice_fiscale) <
             std::tie(b.unita_produttiva, b.cognome, b.nome, b.codice_fiscale);
    });
    for (const Cassa& cassa : azienda_.casse) add_authorisation(cassa);
    std::sort(out_.autorizzazioni.begin(), out_.autorizzazioni.end(),
              [](const auto& a, const auto& b) { return std::tie(a.periodo.dal, a.numero) < std::tie(b.periodo.dal, b.numero); });
  }

 private:
  void see(const Addetto& addetto, YearMonth mese) {
    const auto unita = addetto.unita_nel(mese);
    auto [found, fresh] = workers_.try_emplace({addetto.persona.codice_fiscale, unita});
    auto& worker = found->second;
    if (fresh) worker.primo_mese = mese;
    worker.ultimo_mese = mese;
    worker.codice_fiscale = addetto.persona.codice_fiscale;
    worker.cognome = addetto.persona.cognome;
    worker.nome = addetto.persona.nome;
    worker.unita_produttiva = unita;
    worker.qualifica = qualifica(addetto.qualifica1);
    worker.ore_settimanali_centesimi = own_week(azienda_, addetto);
    worker.part_time_centesimi = addetto.part_time_centesimi;
    // Movements are known only from the flow of their month, and hold for the worker in every unit.
    for (auto it = workers_.lower_bound({addetto.persona.codice_fiscale, 0});
         it != workers_.end() && it->first.first == addetto.persona.codice_fiscale; ++it) {
      if (addetto.assunto && YearMonth::of(*addetto.assunto) == mese) hired_[it->first.first] = *addetto.assunto;
      if (addetto.uscito && YearMonth::of(*addetto.uscito) == mese) it->second.cessazione = addetto.uscito;
      const auto hired = hired_.find(it->first.first);
      if (hired != hired_.end()) it->second.assunzione = hired->second;
    }
  }

  void add_authorisation(const Cassa& cassa) {
    domain::Autorizzazione item;
    item.numero = cassa.numero;
    item.unita_produttiva = cassa.unita;
    item.prestazione = cassa.prestazione;
    item.causale = cassa.causale;
    item.eone = cassa.eone;
    item.stato = cassa.stato;
    item.periodo = cassa.periodo;
    item.ore_centesimi = cassa.ore_centesimi;
    item.ticket = cassa.ticket;
    item.fruito_dichiarato = cassa.fruito_dichiarato;
    for (const auto& unit : azienda_.unita) {
      if (unit.progressivo == cassa.unita) item.giorni_settimana = unit.giorni_settimana;
    }
    const auto used = days_.find(&cassa);
    if (used != days_.end()) item.giorni_fruiti.assign(used->second.begin(), used->second.end());
    out_.autorizzazioni.push_back(std::move(item));
  }

  const Azienda& azienda_;
  domain::Registry& out_;
  std::map<std::pair<std::string, std::int64_t>, domain::Lavoratore> workers_;
  std::map<std::string, Date> hired_;
  std::map<const Cassa*, std::set<Date>> days_;
};

}  // namespace

domain::Registry registry_of(const World& world, const Azienda& azienda, Date oggi) {
  domain::Registry out;
  out.aggiornato_al = oggi;
  out.posizione = posizione_of(azienda);
  out.unita_produttive = azienda.unita;
  Months months(azienda, out);
  for (YearMonth mese = world.primo_mese(); mese <= world.options.until; mese = mese.add(1)) {
    if (azienda.denuncia(mese)) months.add(mese);
  }
  months.finish();
  return out;
}

}  // namespace omnia::demo
