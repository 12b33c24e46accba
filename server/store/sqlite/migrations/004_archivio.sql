-- The archive: contents of attachments kept once by their digest, and the chained record of every change.

CREATE TABLE contenuti(
  impronta TEXT NOT NULL PRIMARY KEY CHECK(length(impronta) = 64),  -- SHA-256 of the bytes
  dimensione INTEGER NOT NULL CHECK(dimensione = length(contenuto)),
  antivirus TEXT NOT NULL CHECK(antivirus IN ('pulito', 'non_attivo')),
  contenuto BLOB NOT NULL
) STRICT;
CREATE TRIGGER contenuti_immutabili BEFORE UPDATE ON contenuti BEGIN SELECT RAISE(ABORT, 'contenuto non modificabile'); END;

INSERT INTO contenuti(impronta, dimensione, antivirus, contenuto)
  SELECT impronta, length(contenuto), 'non_attivo', contenuto FROM allegati GROUP BY impronta;
CREATE TABLE allegati_per_impronta(
  domanda_id TEXT NOT NULL REFERENCES domande(id),
  n INTEGER NOT NULL CHECK(n > 0),
  nome TEXT NOT NULL CHECK(nome <> ''),
  tipo TEXT NOT NULL CHECK(tipo <> ''),
  impronta TEXT NOT NULL REFERENCES contenuti(impronta),
  PRIMARY KEY(domanda_id, n)
) STRICT, WITHOUT ROWID;
INSERT INTO allegati_per_impronta SELECT domanda_id, n, nome, tipo, impronta FROM allegati;
DROP TABLE allegati;
ALTER TABLE allegati_per_impronta RENAME TO allegati;
CREATE INDEX allegati_impronta ON allegati(impronta);

-- Who changed what, as whom, when and why. Each row holds the digest of the one before it: an edit, a deletion or a change
-- of order breaks the chain. `modifiche_testa` is the last row, so that a cut at the end shows too.
CREATE TABLE modifiche(
  numero INTEGER PRIMARY KEY CHECK(numero > 0),
  quando TEXT NOT NULL,
  chi TEXT NOT NULL CHECK(chi <> ''),
  ruolo TEXT NOT NULL CHECK(ruolo <> ''),
  per_conto TEXT NOT NULL,
  azione TEXT NOT NULL CHECK(azione <> ''),
  oggetto TEXT NOT NULL CHECK(oggetto <> ''),
  motivo TEXT NOT NULL,
  dettaglio TEXT NOT NULL,             -- JSON
  precedente TEXT NOT NULL CHECK(length(precedente) = 64),
  impronta TEXT NOT NULL UNIQUE CHECK(length(impronta) = 64)
) STRICT;
CREATE INDEX modifiche_oggetto ON modifiche(oggetto, numero);
CREATE TABLE modifiche_testa(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  numero INTEGER NOT NULL,
  impronta TEXT NOT NULL
) STRICT;
INSERT INTO modifiche_testa VALUES(1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
CREATE TRIGGER modifiche_in_fila BEFORE INSERT ON modifiche
  WHEN NOT EXISTS(SELECT 1 FROM modifiche_testa WHERE NEW.numero = numero + 1 AND NEW.precedente = impronta)
  BEGIN SELECT RAISE(ABORT, 'modifica fuori dalla catena'); END;
CREATE TRIGGER modifiche_ultima AFTER INSERT ON modifiche
  BEGIN UPDATE modifiche_testa SET numero = NEW.numero, impronta = NEW.impronta; END;
CREATE TRIGGER modifiche_immutabili BEFORE UPDATE ON modifiche BEGIN SELECT RAISE(ABORT, 'modifica non modificabile'); END;
CREATE TRIGGER modifiche_permanenti BEFORE DELETE ON modifiche BEGIN SELECT RAISE(ABORT, 'modifica non cancellabile'); END;

-- For how long each kind of object is kept. A change of the law or of the plan is a new row with its first day.
CREATE TABLE conservazione(
  oggetto TEXT NOT NULL CHECK(oggetto IN ('idempotenza', 'consultazioni')),
  dal TEXT NOT NULL CHECK(length(dal) = 10),
  giorni INTEGER NOT NULL CHECK(giorni > 0),
  fonte TEXT NOT NULL CHECK(fonte <> ''),
  PRIMARY KEY(oggetto, dal)
) STRICT, WITHOUT ROWID;
INSERT INTO conservazione VALUES
  ('idempotenza', '2026-01-01', 90, 'Scelta del progetto: un invio si ripete entro pochi giorni'),
  ('consultazioni', '2026-01-01', 731, 'DPCM 24/10/2014 art. 13: 24 mesi; provv. Garante 27/11/2008: almeno 6 mesi');
