-- The roles of an office that governs itself, and several powers of one person: a row of `identita` is a power, the codice
-- fiscale is the person.

CREATE TABLE identita_nuova (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
  codice_fiscale TEXT NOT NULL CHECK (length(codice_fiscale) IN (11, 16)),
  cognome TEXT NOT NULL,
  nome TEXT NOT NULL,
  ruolo TEXT NOT NULL CHECK (ruolo IN ('datore', 'intermediario', 'operatore', 'direttore', 'advisor', 'analista', 'sicurezza',
                                       'amministratore')),
  sede TEXT NOT NULL DEFAULT '' CHECK (length(sede) IN (0, 4) AND (ruolo NOT IN ('operatore', 'direttore') OR sede <> '')),
  azienda_cf TEXT NOT NULL DEFAULT '' CHECK (ruolo <> 'datore' OR azienda_cf <> ''),
  supervisore TEXT NOT NULL DEFAULT '' CHECK (supervisore = '' OR ruolo = 'operatore'),  -- identita.id of the director
  UNIQUE (codice_fiscale, ruolo, sede, azienda_cf)
) STRICT, WITHOUT ROWID;
INSERT INTO identita_nuova(id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf)
  SELECT id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf FROM identita;
DROP TABLE identita;
ALTER TABLE identita_nuova RENAME TO identita;
