-- Authorisations of every benefit that the counters know: the Fondi, FSBA, the derogations of 2021 and 2022. Which names there are
-- is asked by the program, which grows with the table of routing; a list kept here too had fallen behind it.
CREATE TABLE autorizzazioni_nuove (
  numero TEXT NOT NULL PRIMARY KEY CHECK (length(numero) BETWEEN 1 AND 20),
  matricola TEXT NOT NULL,
  unita_produttiva INTEGER NOT NULL,
  prestazione TEXT NOT NULL CHECK (length(prestazione) BETWEEN 1 AND 40),
  causale TEXT NOT NULL DEFAULT '',
  eone INTEGER NOT NULL DEFAULT 0 CHECK (eone IN (0, 1)),
  stato TEXT NOT NULL CHECK (stato IN ('autorizzata', 'in_istruttoria', 'respinta', 'annullata')),
  dal TEXT NOT NULL CHECK (length(dal) = 10),
  al TEXT NOT NULL CHECK (length(al) = 10 AND al >= dal),
  ore_centesimi INTEGER NOT NULL DEFAULT 0 CHECK (ore_centesimi >= 0),
  ticket TEXT NOT NULL DEFAULT '' CHECK (length(ticket) IN (0, 16)),
  fruito_dichiarato INTEGER NOT NULL DEFAULT 0 CHECK (fruito_dichiarato IN (0, 1)),
  origine TEXT NOT NULL DEFAULT '' CHECK (origine IN ('', 'procedura_precedente')),
  giorni_settimana INTEGER NOT NULL DEFAULT 5 CHECK (giorni_settimana IN (5, 6, 7)),
  FOREIGN KEY (matricola, unita_produttiva) REFERENCES unita_produttive (matricola, progressivo)
) STRICT, WITHOUT ROWID;
INSERT INTO autorizzazioni_nuove(numero, matricola, unita_produttiva, prestazione, causale, eone, stato, dal, al, ore_centesimi,
                                 ticket, fruito_dichiarato, origine, giorni_settimana)
  SELECT numero, matricola, unita_produttiva, prestazione, causale, eone, stato, dal, al, ore_centesimi, ticket,
         fruito_dichiarato, origine, giorni_settimana FROM autorizzazioni;
DROP TABLE autorizzazioni;
ALTER TABLE autorizzazioni_nuove RENAME TO autorizzazioni;
CREATE INDEX autorizzazioni_unita ON autorizzazioni (matricola, unita_produttiva, dal);
