#include "tests/unit/core/alerts/cases.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace omnia::test {
namespace {

const rules::Alert* find(const rules::Review& review, const Case& c) {
  for (const auto& alert : review.alerts) {
    if (alert.codice == c.codice && alert.campo == c.campo) return &alert;
  }
  return nullptr;
}

std::string codes(const rules::Review& review) {
  std::string all;
  for (const auto& alert : review.alerts) all += alert.codice + "@" + alert.campo + " ";
  return all;
}

}  // namespace

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.codice << " " << c.campo) {
      World broken;
      c.raises(broken);
      const auto review = broken.review();
      const auto* alert = find(review, c);
      BOOST_TEST((alert != nullptr), codes(review));
      if (alert != nullptr) {
        BOOST_TEST(alert->testo == c.testo);
        BOOST_TEST((alert->gravita == c.gravita));
        BOOST_TEST(alert->sezione == (c.campo.find('.') == std::string::npos ? "azienda" : c.campo.substr(0, c.campo.find('.'))));
        BOOST_TEST(!alert->rimedio.empty());
        BOOST_TEST(alert->rimedio.find('{') == std::string::npos);
        BOOST_TEST(!alert->citazione.empty());
      }
      BOOST_TEST(review.inviabile == (review.errori == 0));
      if (c.gravita == kErrore) BOOST_TEST(!review.inviabile);
      World near;
      if (c.spares) c.spares(near);
      const auto spared = near.review();
      BOOST_TEST((find(spared, c) == nullptr));
    }
  }
}

void ask(World& w, const char* monday, int weeks) {
  auto& p = w.d.periodo;
  const domain::Date first = day(monday);
  const auto week = p.settimane.at(0);
  p.data_inizio_effettivo = {first, {}};
  p.dal = {first, {}};
  p.al = {first + 7 * weeks - 1, {}};
  p.settimane.clear();
  for (int i = 0; i < weeks; ++i) {
    p.settimane.push_back(week);
    p.settimane.back().lunedi = first + 7 * i;
  }
}

void bad_weather(World& w) {
  w.d.causale.id = "METEO_IND";
  w.d.periodo.giorni_evento = {day("2026-11-16"), day("2026-11-17"), day("2026-11-23"), day("2026-11-24")};
}

void builder(World& w) {
  w.r.posizione.csc = "11301";
  w.r.posizione.ateco2007 = "412000";
  up(w).tipo = domain::TipoUnita::cantiere;
  w.d.unita_produttiva.contratto_appalto = "Rep. 12/2026";
  w.d.unita_produttiva.appalto_dal = {day("2026-01-01"), {}};
  w.d.unita_produttiva.appalto_al = {day("2026-12-31"), {}};
}

void trader(World& w) {
  w.r.posizione.csc = "70101";
  w.r.posizione.ateco2007 = "471110";
  w.r.posizione.ca = {{"0J", day("2016-01-01"), std::nullopt}};
}

domain::Autorizzazione authorised(const char* dal, const char* al, const char* prestazione, const char* causale) {
  domain::Autorizzazione a;
  a.numero = "700000000123";
  a.unita_produttiva = 1;
  a.prestazione = prestazione;
  a.causale = causale;
  a.periodo = {day(dal), day(al)};
  a.ore_centesimi = 10000;
  for (auto d = a.periodo.dal; d <= a.periodo.al; d = d + 1) {
    if (d.weekday() < domain::Weekday::sabato) a.giorni_fruiti.push_back(d);
  }
  return a;
}

domain::DomandaPresentata filed(const char* dal, const char* al, const char* causale, int n) {
  domain::DomandaPresentata d;
  d.id = "altra";
  d.protocollo = "INPS.7000.10/11/2026.0000007";
  d.unita_produttiva = 1;
  d.causale = causale;
  d.periodo = {day(dal), day(al)};
  d.data_invio = day("2026-11-10");
  for (int i = 0; i < n; ++i) d.lavoratori.push_back(codice_fiscale(i));
  std::sort(d.lavoratori.begin(), d.lavoratori.end());
  return d;
}

}  // namespace omnia::test
