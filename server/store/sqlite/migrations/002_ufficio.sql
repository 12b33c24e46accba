-- The office: sessions, protocol register, domande with their attachments and review snapshot, idempotency keys.
-- Days are ISO dates; instants are ISO with offset (inviata_il, registrato_il) or Unix seconds (sessions).

CREATE TABLE sessioni(
  impronta TEXT PRIMARY KEY,           -- SHA-256 of the cookie's value: the value itself is never stored
  identita TEXT NOT NULL,
  csrf TEXT NOT NULL,
  creata INTEGER NOT NULL,
  ultimo_uso INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessioni_ultimo_uso ON sessioni(ultimo_uso);

-- Last number given by each Sede in each year. It moves in the same transaction that stores the act, so there is no gap.
CREATE TABLE contatori_protocollo(
  sede TEXT NOT NULL,
  anno INTEGER NOT NULL,
  ultimo INTEGER NOT NULL,
  PRIMARY KEY(sede, anno)
) WITHOUT ROWID;

CREATE TABLE protocolli(
  sede TEXT NOT NULL,
  anno INTEGER NOT NULL,
  numero INTEGER NOT NULL,
  protocollo TEXT NOT NULL UNIQUE,     -- INPS.<sede>.<dd/mm/yyyy>.<7 digits>
  registrato_il TEXT NOT NULL,
  oggetto TEXT NOT NULL,
  impronta TEXT NOT NULL,              -- SHA-256 of the registered document
  PRIMARY KEY(sede, anno, numero)
) WITHOUT ROWID;
-- D.P.R. 445/2000 art. 53: the elements of a registration cannot be changed.
CREATE TRIGGER protocolli_immutabili BEFORE UPDATE ON protocolli BEGIN SELECT RAISE(ABORT, 'protocollo non modificabile'); END;
CREATE TRIGGER protocolli_permanenti BEFORE DELETE ON protocolli BEGIN SELECT RAISE(ABORT, 'protocollo non cancellabile'); END;

CREATE TABLE domande(
  id TEXT PRIMARY KEY,
  protocollo TEXT NOT NULL UNIQUE REFERENCES protocolli(protocollo),
  matricola TEXT NOT NULL,
  codice_fiscale TEXT NOT NULL,
  denominazione TEXT NOT NULL,
  unita_produttiva INTEGER NOT NULL,
  causale TEXT NOT NULL,
  nome_causale TEXT NOT NULL,
  dal TEXT NOT NULL,
  al TEXT NOT NULL,
  settimane INTEGER NOT NULL,
  ore_centesimi INTEGER NOT NULL,
  lavoratori INTEGER NOT NULL,
  data_invio TEXT NOT NULL,            -- day in Europe/Rome
  inviata_il TEXT NOT NULL,            -- instant with the offset of Europe/Rome
  sede TEXT NOT NULL,
  stato TEXT NOT NULL,
  avvisi INTEGER NOT NULL,
  forzata INTEGER NOT NULL,
  ultimo_giorno_decisione TEXT NOT NULL,
  bozza TEXT NOT NULL,                 -- canonical JSON of the draft as sent
  impronta TEXT NOT NULL,              -- SHA-256 of bozza
  esame TEXT NOT NULL,                 -- review snapshot
  norme_versione TEXT NOT NULL,
  impronta_registro TEXT NOT NULL,     -- SHA-256 of the registry that the review saw
  avvisi_accettati TEXT NOT NULL,      -- JSON list of the codes that the applicant had seen
  inviata_da TEXT NOT NULL,            -- identita.id, and who that was on the day
  inviata_da_nome TEXT NOT NULL,
  inviata_da_cognome TEXT NOT NULL,
  inviata_da_ruolo TEXT NOT NULL
);
CREATE INDEX domande_matricola ON domande(matricola, unita_produttiva);
CREATE INDEX domande_invio ON domande(inviata_il, id);
CREATE INDEX domande_sede ON domande(sede, ultimo_giorno_decisione, id);

CREATE TABLE domande_lavoratori(
  domanda_id TEXT NOT NULL REFERENCES domande(id) ON DELETE CASCADE,
  codice_fiscale TEXT NOT NULL,
  PRIMARY KEY(domanda_id, codice_fiscale)
) WITHOUT ROWID;
CREATE INDEX domande_lavoratori_cf ON domande_lavoratori(codice_fiscale);

CREATE TABLE allegati(
  domanda_id TEXT NOT NULL REFERENCES domande(id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  nome TEXT NOT NULL,
  tipo TEXT NOT NULL,
  dimensione INTEGER NOT NULL,
  impronta TEXT NOT NULL,
  contenuto BLOB NOT NULL,
  PRIMARY KEY(domanda_id, n)
);

CREATE TABLE idempotenza(
  identita TEXT NOT NULL,
  chiave TEXT NOT NULL,
  impronta_corpo TEXT NOT NULL,
  domanda_id TEXT NOT NULL,
  risposta TEXT NOT NULL,
  creata INTEGER NOT NULL,
  PRIMARY KEY(identita, chiave)
) WITHOUT ROWID;

-- Who consulted which personal data, as whom, when (platform rule: every consultation is recorded).
CREATE TABLE consultazioni(
  numero INTEGER PRIMARY KEY,
  identita TEXT NOT NULL,
  ruolo TEXT NOT NULL,
  azione TEXT NOT NULL,
  oggetto TEXT NOT NULL,
  quando INTEGER NOT NULL
);

-- One row that /readyz rewrites, to prove that the disk takes writes.
CREATE TABLE prova_di_scrittura(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  quando INTEGER NOT NULL
);
