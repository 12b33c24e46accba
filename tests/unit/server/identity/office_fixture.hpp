// An office of three positions, with people of every role.
#pragma once
#include <string>

#include "server/identity/powers.hpp"
#include "server/store/poteri_check.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace omnia::tests {

struct OfficeFixture {
  TemporaryFolder folder;
  store::Db db{folder.file("omnia.db")};

  OfficeFixture() {
    db.write([](SQLite::Database& c) {
      c.exec(R"(
        INSERT INTO posizioni(matricola, codice_fiscale, denominazione, ricerca, csc, sede) VALUES
          ('4977777750', '77777771005', 'OFFICINE IMMAGINARIE SRL', 'officine immaginarie srl', '10601', '4900'),
          ('1877777729', '87777770584', 'COSTRUZIONI FINTE SRL', 'costruzioni finte srl', '11301', '1800'),
          ('5177777762', '87777770584', 'FONDERIA INVENTATA SPA', 'fonderia inventata spa', '10601', '5100');
        INSERT INTO identita(id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf) VALUES
          ('datore-1', 'XQZWKJ85A01H501M', 'XQZ', 'ADA', 'datore', '', '77777771005'),
          ('intermediario-1', 'QZXJWK92D30F205Y', 'QZX', 'IDA', 'intermediario', '', ''),
          ('operatore-1', '12345678901', 'XQZ', 'EVA', 'operatore', '4900', ''),
          ('advisor-1', '12345678902', 'XQZ', 'MIA', 'advisor', '', ''),
          ('analista-1', '12345678903', 'XQZ', 'NEO', 'analista', '', '');
        INSERT INTO deleghe(id, intermediario_cf, matricola, dal, al, revocata_il) VALUES
          ('d1', 'QZXJWK92D30F205Y', '1877777729', '2026-01-01', '2026-11-24', NULL),
          ('d2', 'QZXJWK92D30F205Y', '5177777762', '2026-01-01', NULL, '2026-11-24');
      )");
      store::record_poteri_trovati(c, true);
    });
  }

  static identity::Identita who(identity::Ruolo ruolo) {
    identity::Identita chi;
    chi.id = std::string(identity::nome(ruolo)) + "-1";
    chi.ruolo = ruolo;
    if (ruolo == identity::Ruolo::datore) chi.azienda_cf = "77777771005";
    if (ruolo == identity::Ruolo::operatore || ruolo == identity::Ruolo::direttore) chi.sede = "4900";
    if (ruolo == identity::Ruolo::intermediario) chi.codice_fiscale = "QZXJWK92D30F205Y";
    return chi;
  }
};

}  // namespace omnia::tests
