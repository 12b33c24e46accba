-- Which services a delegation covers, sub-delegations to the intermediary's own staff (circ. INPS 28/2011), and the grants of
-- the security area with their act, end and yearly review.

ALTER TABLE deleghe ADD COLUMN servizi TEXT NOT NULL DEFAULT 'consultazione domande uniemens' CHECK (servizi <> '');
ALTER TABLE deleghe ADD COLUMN creata_da TEXT NOT NULL DEFAULT '';  -- identita.id; empty: imported

-- Never wider or longer than the delegation it comes from: both must be valid.
CREATE TABLE subdeleghe (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
  delega TEXT NOT NULL REFERENCES deleghe,
  dipendente_cf TEXT NOT NULL CHECK (length(dipendente_cf) IN (11, 16)),
  dal TEXT NOT NULL CHECK (length(dal) = 10),
  al TEXT CHECK (al IS NULL OR al >= dal),
  revocata_il TEXT CHECK (revocata_il IS NULL OR revocata_il >= dal),
  creata_da TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX subdeleghe_dipendente ON subdeleghe (dipendente_cf, delega);
CREATE INDEX subdeleghe_delega ON subdeleghe (delega);

CREATE TABLE abilitazioni (
  id TEXT NOT NULL PRIMARY KEY,
  identita TEXT NOT NULL,
  atto TEXT NOT NULL CHECK (atto IN ('AA07', 'incarico')),  -- AA07: request of a Ministry
  protocollo TEXT NOT NULL CHECK (protocollo <> ''),        -- of the PEC that brought it
  richiesta_il TEXT NOT NULL CHECK (length(richiesta_il) = 10),
  dal TEXT NOT NULL CHECK (length(dal) = 10),
  al TEXT NOT NULL CHECK (al >= dal),
  revisione_entro TEXT NOT NULL CHECK (length(revisione_entro) = 10),
  concessa_da TEXT NOT NULL,
  concessa_il TEXT NOT NULL,
  revocata_da TEXT NOT NULL DEFAULT '',
  revocata_il TEXT,
  motivo_revoca TEXT NOT NULL DEFAULT '',
  CHECK ((revocata_il IS NULL) = (revocata_da = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX abilitazioni_identita ON abilitazioni (identita, al);
