// Fills an imported database with domande, through the store: omnia-bench-seed DB NUMBER. Each position of the registry gets its
// share, one after the other in time; workers, checks, register, chain of changes and keys as a sending leaves them, the draft
// cut to its head. Three in four are already accepted.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "server/store/audit_store.hpp"
#include "server/store/istruttoria_store.hpp"
#include "server/store/office_store.hpp"
#include "server/store/powers_store.hpp"
#include "server/store/registry_store.hpp"
#include "shared/norms/sha256.hpp"

namespace {

using namespace omnia;
constexpr int kWorkers = 5;
constexpr std::int64_t kGroup = 50;  // more in one savepoint only makes SQLite walk a longer journal at each statement

struct Place {
  std::string matricola, sede;
};

store::DomandaIntera build(std::int64_t n, const Place& place, domain::Date sent, std::int64_t round) {
  store::DomandaIntera domanda;
  auto& riga = domanda.riga;
  const domain::Date dal = domain::Date::of(2024, 1, 1) + static_cast<int>(7 * round);
  riga.id = fmt::format("00000000-0000-4000-8000-{:012}", n);
  riga.matricola = place.matricola;
  riga.codice_fiscale = "00000000000";
  riga.denominazione = fmt::format("AZIENDA DI PROVA {:06} SRL", n % 20000);
  riga.causale = "MANC_LAVORO";
  riga.nome_causale = "Mancanza di lavoro";
  riga.dal = dal.iso();
  riga.al = (dal + 6).iso();
  riga.settimane = 1;
  riga.ore_centesimi = 20000;
  riga.lavoratori = kWorkers;
  riga.data_invio = sent.iso();
  riga.inviata_il = sent.iso() + "T10:00:00+01:00";
  riga.sede = place.sede;
  riga.stato = "protocollata";
  riga.ultimo_giorno_decisione = (sent + 75).iso();
  domanda.bozza = R"({"versione":1,"id":"prova","prestazione":"CIGO","relazione":{"cause":")" + std::string(1500, 'a') + "\"}}";
  domanda.impronta = norms::sha256_hex(domanda.bozza);
  domanda.esame = R"({"inviabile":true,"alerts":[]})";
  domanda.norme_versione = "prova";
  domanda.impronta_registro = domanda.impronta;
  domanda.avvisi_accettati = "[]";
  domanda.inviata_da = "intermediario-2";
  domanda.inviata_da_nome = "LEO";
  domanda.inviata_da_cognome = "XQZINI";
  domanda.inviata_da_ruolo = "intermediario";
  return domanda;
}

void put(store::Connection& db, std::int64_t n, const Place& place, domain::Date sent, std::int64_t round) {
  store::DomandaIntera domanda = build(n, place, sent, round);
  auto& riga = domanda.riga;
  riga.protocollo = store::registra_protocollo(db, riga.sede, sent, riga.inviata_il, "Domanda di prova", domanda.impronta);
  std::vector<std::string> workers;
  for (int i = 0; i < kWorkers; ++i) workers.push_back(fmt::format("XQZ{:013}", n * kWorkers + i));
  store::insert_domanda(db, domanda, workers, {});
  store::insert_controlli(db, riga.id, {{"termine", "Termine", "ok", "La domanda è nei termini.", "art. 15 D.Lgs. 148/2015"}});
  store::append_modifica(db, {riga.inviata_il, "intermediario-2", "intermediario", riga.codice_fiscale, "domanda.inviata",
                              "domanda:" + riga.id, "", "{}"});
  store::insert_idempotenza(db, "intermediario-2", riga.id, domanda.impronta, riga.id, std::string(800, 'r'), 0);
  if (n % 4 == 0) return;
  store::set_assegnata(db, riga.id, "operatore-1");
  for (const char* state : {"in_istruttoria", "in_firma", "accolta"}) store::set_stato_domanda(db, riga.id, state);
}

int seed(const std::string& file, std::int64_t wanted) {
  store::Db db(file);
  std::vector<Place> places;
  std::string cursor;
  do {
    auto page = store::search_posizioni(db, "", std::nullopt, domain::Date::of(2026, 11, 24), cursor, 1000);
    for (const auto& row : page.righe) places.push_back({row.matricola, row.sede});
    cursor = std::move(page.cursore);
  } while (!cursor.empty());
  if (places.empty()) {
    std::fprintf(stderr, "Il database non ha posizioni: importa prima un registro.\n");
    return 1;
  }
  const auto start = std::chrono::steady_clock::now();
  const auto count = static_cast<std::int64_t>(places.size());
  const domain::Date first = domain::Date::of(2024, 1, 8);
  for (std::int64_t from = 0; from < wanted; from += kGroup) {
    db.write([&](store::Connection& w) {
      for (std::int64_t n = from; n < std::min(wanted, from + kGroup); ++n) {
        const int day = static_cast<int>(n * 1000 / wanted);  // up to October 2026
        put(w, n, places[static_cast<std::size_t>(n % count)], first + day, n / count);
      }
    });
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%lld domande di %lld posizioni in %.1f s\n", static_cast<long long>(wanted), static_cast<long long>(count),
              seconds);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const long long wanted = argc > 2 ? std::atoll(argv[2]) : 200000;
  if (argc < 2 || wanted < 1) {
    std::fprintf(stderr, "Uso: omnia-bench-seed DB [DOMANDE]\n");
    return 1;
  }
  try {
    return seed(argv[1], wanted);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "Errore: %s\n", e.what());
    return 1;
  }
}
