-- The log of consultations and logins becomes a chain. `consultazioni` keeps what was written before.

CREATE TABLE accessi(
  numero INTEGER PRIMARY KEY CHECK(numero > 0),
  quando TEXT NOT NULL,
  chi TEXT NOT NULL CHECK(chi <> ''),
  persona TEXT NOT NULL,
  ruolo TEXT NOT NULL CHECK(ruolo <> ''),
  per_conto TEXT NOT NULL,
  azione TEXT NOT NULL CHECK(azione <> ''),
  oggetto TEXT NOT NULL,
  matricola TEXT NOT NULL,
  motivo TEXT NOT NULL,
  indirizzo TEXT NOT NULL,
  precedente TEXT NOT NULL CHECK(length(precedente) = 64),
  impronta TEXT NOT NULL UNIQUE CHECK(length(impronta) = 64)
) STRICT;
CREATE INDEX accessi_matricola ON accessi(matricola, numero);
CREATE INDEX accessi_persona ON accessi(persona, numero);

CREATE TABLE accessi_catena(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  base_numero INTEGER NOT NULL,
  base_impronta TEXT NOT NULL,
  numero INTEGER NOT NULL,
  impronta TEXT NOT NULL
) STRICT;
INSERT INTO accessi_catena VALUES(1, 0, '0000000000000000000000000000000000000000000000000000000000000000',
                                  0, '0000000000000000000000000000000000000000000000000000000000000000');
CREATE TRIGGER accessi_in_fila BEFORE INSERT ON accessi
  WHEN NOT EXISTS(SELECT 1 FROM accessi_catena WHERE NEW.numero = numero + 1 AND NEW.precedente = impronta)
  BEGIN SELECT RAISE(ABORT, 'accesso fuori dalla catena'); END;
CREATE TRIGGER accessi_ultimo AFTER INSERT ON accessi
  BEGIN UPDATE accessi_catena SET numero = NEW.numero, impronta = NEW.impronta; END;
CREATE TRIGGER accessi_immutabili BEFORE UPDATE ON accessi BEGIN SELECT RAISE(ABORT, 'accesso non modificabile'); END;
-- Only what the retention has declared to lie before the chain may go.
CREATE TRIGGER accessi_permanenti BEFORE DELETE ON accessi
  WHEN OLD.numero > (SELECT base_numero FROM accessi_catena)
  BEGIN SELECT RAISE(ABORT, 'accesso non cancellabile'); END;

-- The record of changes is kept by the same code: its ends get the same names.
ALTER TABLE modifiche_testa RENAME TO modifiche_catena;
ALTER TABLE modifiche_catena ADD COLUMN base_numero INTEGER NOT NULL DEFAULT 0;
ALTER TABLE modifiche_catena ADD COLUMN base_impronta TEXT NOT NULL
  DEFAULT '0000000000000000000000000000000000000000000000000000000000000000';
