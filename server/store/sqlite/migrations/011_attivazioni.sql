-- What is switched on where and from when: by function, Sede and benefit. Rows are only added: each says who changed what and why.

CREATE TABLE attivazioni(
  numero INTEGER PRIMARY KEY,
  funzione TEXT NOT NULL CHECK(funzione IN ('invio_domanda', 'procedura_precedente')),
  sede TEXT NOT NULL CHECK(length(sede) IN (0, 4)),  -- empty: every Sede
  prestazione TEXT NOT NULL CHECK(prestazione IN ('CIGO', 'FIS', 'FONDI', 'CISOA')),
  dal TEXT NOT NULL CHECK(length(dal) = 10),
  attiva INTEGER NOT NULL CHECK(attiva IN (0, 1)),
  motivo TEXT NOT NULL CHECK(motivo <> ''),          -- the message or the order that wants it
  chi TEXT NOT NULL CHECK(chi <> ''),                -- identita.id, or "sistema"
  ruolo TEXT NOT NULL CHECK(ruolo <> ''),
  quando TEXT NOT NULL
) STRICT;
CREATE INDEX attivazioni_in_vigore ON attivazioni(funzione, prestazione, sede, dal);
CREATE TRIGGER attivazioni_immutabili BEFORE UPDATE ON attivazioni BEGIN SELECT RAISE(ABORT, 'attivazione non modificabile'); END;
CREATE TRIGGER attivazioni_permanenti BEFORE DELETE ON attivazioni BEGIN SELECT RAISE(ABORT, 'attivazione non cancellabile'); END;
