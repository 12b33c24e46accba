-- The registry: positions, units, workers by month, days in CIG, authorisations, people and delegations, as imported.
-- Days are ISO text (2026-11-23), months are 2026-11, hours and percentages are integer hundredths.

CREATE TABLE file_importati (
  impronta TEXT NOT NULL PRIMARY KEY CHECK (length(impronta) = 64),  -- SHA-256 of the content
  nome TEXT NOT NULL,
  tipo TEXT NOT NULL CHECK (tipo IN ('uniemens', 'aziende', 'unita_produttive', 'autorizzazioni', 'deleghe', 'identita')),
  righe INTEGER NOT NULL CHECK (righe >= 0),                         -- denunce or CSV rows written
  rifiuti INTEGER NOT NULL CHECK (rifiuti >= 0),
  importato_il TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT, WITHOUT ROWID;

CREATE TABLE posizioni (
  matricola TEXT NOT NULL PRIMARY KEY CHECK (length(matricola) = 10 AND matricola NOT GLOB '*[^0-9]*'),
  codice_fiscale TEXT NOT NULL CHECK (length(codice_fiscale) IN (11, 16)),
  denominazione TEXT NOT NULL,
  ricerca TEXT NOT NULL,                       -- denominazione folded to plain lower case, for search
  csc TEXT NOT NULL DEFAULT '' CHECK (length(csc) IN (0, 5)),  -- empty: known from UniEmens only
  ateco2007 TEXT NOT NULL DEFAULT '',
  ateco2025 TEXT NOT NULL DEFAULT '',
  stato TEXT NOT NULL DEFAULT 'attiva' CHECK (stato IN ('attiva', 'sospesa', 'cessata')),
  dal TEXT CHECK (dal IS NULL OR length(dal) = 10),
  al TEXT CHECK (al IS NULL OR (length(al) = 10 AND (dal IS NULL OR al >= dal))),
  sede TEXT NOT NULL CHECK (length(sede) = 4),
  pec TEXT NOT NULL DEFAULT '',
  indirizzo TEXT NOT NULL DEFAULT '',
  comune TEXT NOT NULL DEFAULT '',
  provincia TEXT NOT NULL DEFAULT '',
  capitale_interamente_pubblico INTEGER NOT NULL DEFAULT 0 CHECK (capitale_interamente_pubblico IN (0, 1)),
  qualita TEXT NOT NULL DEFAULT ''             -- words separated by a blank: L240 AEREO MARITTIMO SOMM PROV_TN PROV_BZ
) STRICT, WITHOUT ROWID;
CREATE INDEX posizioni_nome ON posizioni (denominazione, matricola);
CREATE INDEX posizioni_codice_fiscale ON posizioni (codice_fiscale);
CREATE INDEX posizioni_sede ON posizioni (sede);

CREATE TABLE posizioni_ca (
  matricola TEXT NOT NULL REFERENCES posizioni ON DELETE CASCADE,
  codice TEXT NOT NULL CHECK (length(codice) = 2),
  dal TEXT NOT NULL CHECK (length(dal) = 10),
  al TEXT CHECK (al IS NULL OR al >= dal),
  PRIMARY KEY (matricola, codice, dal)
) STRICT, WITHOUT ROWID;

CREATE TABLE unita_produttive (
  matricola TEXT NOT NULL REFERENCES posizioni ON DELETE CASCADE,
  progressivo INTEGER NOT NULL CHECK (progressivo BETWEEN 0 AND 999999),
  tipo TEXT NOT NULL DEFAULT 'sede' CHECK (tipo IN ('sede', 'stabilimento', 'filiale', 'laboratorio', 'cantiere')),
  denominazione TEXT NOT NULL DEFAULT '',
  indirizzo TEXT NOT NULL DEFAULT '',
  comune TEXT NOT NULL DEFAULT '',
  provincia TEXT NOT NULL DEFAULT '',
  dal TEXT,
  al TEXT CHECK (al IS NULL OR dal IS NULL OR al >= dal),
  giorni_settimana INTEGER NOT NULL DEFAULT 5 CHECK (giorni_settimana IN (5, 6, 7)),
  PRIMARY KEY (matricola, progressivo)
) STRICT, WITHOUT ROWID;

-- One month of one position as last sent: a month sent again replaces its rows here and in the tables that refer to it.
CREATE TABLE mesi_uniemens (
  matricola TEXT NOT NULL REFERENCES posizioni ON DELETE CASCADE,
  mese TEXT NOT NULL CHECK (mese GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  forza_centesimi INTEGER CHECK (forza_centesimi >= 0),  -- NULL: the flow had no ForzaAziendale
  lavoratori INTEGER NOT NULL DEFAULT 0 CHECK (lavoratori >= 0),
  impronta TEXT NOT NULL,                                -- of the file it came from
  PRIMARY KEY (matricola, mese)
) STRICT, WITHOUT ROWID;

-- One DenunciaIndividuale. A worker with several in a month (change of qualifica, two contracts) keeps all the rows.
CREATE TABLE presenze (
  matricola TEXT NOT NULL,
  mese TEXT NOT NULL,
  progressivo INTEGER NOT NULL,                -- place in the flow
  unita_produttiva INTEGER NOT NULL,
  codice_fiscale TEXT NOT NULL CHECK (length(codice_fiscale) IN (11, 16)),
  cognome TEXT NOT NULL,
  nome TEXT NOT NULL,
  qualifica TEXT NOT NULL CHECK (qualifica IN ('operaio', 'impiegato', 'quadro', 'dirigente', 'apprendista', 'domicilio', 'altro')),
  orario_centesimi INTEGER NOT NULL CHECK (orario_centesimi BETWEEN 1 AND 16800),   -- full time of the contract
  part_time_centesimi INTEGER NOT NULL CHECK (part_time_centesimi BETWEEN 1 AND 10000),
  ore_settimanali_centesimi INTEGER NOT NULL CHECK (ore_settimanali_centesimi >= 0),  -- contract x part-time
  assunzione TEXT,
  cessazione TEXT,
  PRIMARY KEY (matricola, mese, progressivo),
  FOREIGN KEY (matricola, mese) REFERENCES mesi_uniemens ON DELETE CASCADE,
  FOREIGN KEY (matricola, unita_produttiva) REFERENCES unita_produttive (matricola, progressivo)
) STRICT, WITHOUT ROWID;
CREATE INDEX presenze_lavoratore ON presenze (matricola, codice_fiscale, unita_produttiva, mese);
CREATE INDEX presenze_unita ON presenze (matricola, unita_produttiva);

CREATE TABLE eventi_cig (
  matricola TEXT NOT NULL,
  mese TEXT NOT NULL,
  giorno TEXT NOT NULL CHECK (length(giorno) = 10),
  codice_fiscale TEXT NOT NULL,
  codice_evento TEXT NOT NULL CHECK (length(codice_evento) = 3),
  ticket TEXT NOT NULL DEFAULT '' CHECK (length(ticket) IN (0, 16)),  -- empty only for the codes of the time before the tickets
  unita_produttiva INTEGER NOT NULL,
  ore_centesimi INTEGER NOT NULL CHECK (ore_centesimi >= 0),
  PRIMARY KEY (matricola, mese, giorno, codice_fiscale, codice_evento, ticket, unita_produttiva),
  FOREIGN KEY (matricola, mese) REFERENCES mesi_uniemens ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Three summaries kept with each month, so that a position with a thousand workers loads in a few milliseconds.
CREATE TABLE organico (
  matricola TEXT NOT NULL,
  unita_produttiva INTEGER NOT NULL,
  mese TEXT NOT NULL,
  ore_settimanali_centesimi INTEGER NOT NULL,
  teste INTEGER NOT NULL CHECK (teste > 0),
  PRIMARY KEY (matricola, unita_produttiva, mese, ore_settimanali_centesimi),
  FOREIGN KEY (matricola, mese) REFERENCES mesi_uniemens ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX organico_mese ON organico (matricola, mese);

CREATE TABLE giorni_cig (
  matricola TEXT NOT NULL,
  unita_produttiva INTEGER NOT NULL,
  ticket TEXT NOT NULL,
  giorno TEXT NOT NULL,
  mese TEXT NOT NULL,
  lavoratori INTEGER NOT NULL CHECK (lavoratori > 0),
  ore_centesimi INTEGER NOT NULL CHECK (ore_centesimi > 0),
  PRIMARY KEY (matricola, unita_produttiva, ticket, giorno),
  FOREIGN KEY (matricola, mese) REFERENCES mesi_uniemens ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX giorni_cig_mese ON giorni_cig (matricola, mese);

CREATE TABLE lavoratori (
  matricola TEXT NOT NULL REFERENCES posizioni ON DELETE CASCADE,
  unita_produttiva INTEGER NOT NULL,
  codice_fiscale TEXT NOT NULL,
  cognome TEXT NOT NULL,
  nome TEXT NOT NULL,
  qualifica TEXT NOT NULL,
  ore_settimanali_centesimi INTEGER NOT NULL,
  part_time_centesimi INTEGER NOT NULL,
  assunzione TEXT,
  cessazione TEXT,
  primo_mese TEXT NOT NULL,
  ultimo_mese TEXT NOT NULL,
  PRIMARY KEY (matricola, unita_produttiva, codice_fiscale)
) STRICT, WITHOUT ROWID;
CREATE INDEX lavoratori_codice_fiscale ON lavoratori (matricola, codice_fiscale);

CREATE TABLE autorizzazioni (
  numero TEXT NOT NULL PRIMARY KEY CHECK (length(numero) BETWEEN 1 AND 20),
  matricola TEXT NOT NULL,
  unita_produttiva INTEGER NOT NULL,
  prestazione TEXT NOT NULL CHECK (prestazione IN ('CIGO', 'CIGS_RIORGANIZZAZIONE', 'CIGS_CRISI', 'CIGS_CDS', 'CIGS_22TER',
                                                   'CIGS_22BIS', 'CIGO_COVID', 'CIGO_44_11Q', 'FIS')),
  causale TEXT NOT NULL DEFAULT '',
  eone INTEGER NOT NULL DEFAULT 0 CHECK (eone IN (0, 1)),
  stato TEXT NOT NULL CHECK (stato IN ('autorizzata', 'in_istruttoria', 'respinta', 'annullata')),
  dal TEXT NOT NULL CHECK (length(dal) = 10),
  al TEXT NOT NULL CHECK (length(al) = 10 AND al >= dal),
  ore_centesimi INTEGER NOT NULL DEFAULT 0 CHECK (ore_centesimi >= 0),
  ticket TEXT NOT NULL DEFAULT '' CHECK (length(ticket) IN (0, 16)),
  fruito_dichiarato INTEGER NOT NULL DEFAULT 0 CHECK (fruito_dichiarato IN (0, 1)),
  FOREIGN KEY (matricola, unita_produttiva) REFERENCES unita_produttive (matricola, progressivo)
) STRICT, WITHOUT ROWID;
CREATE INDEX autorizzazioni_unita ON autorizzazioni (matricola, unita_produttiva, dal);

CREATE TABLE identita (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
  codice_fiscale TEXT NOT NULL UNIQUE CHECK (length(codice_fiscale) IN (11, 16)),
  cognome TEXT NOT NULL,
  nome TEXT NOT NULL,
  ruolo TEXT NOT NULL CHECK (ruolo IN ('datore', 'intermediario', 'operatore', 'advisor', 'analista')),
  sede TEXT NOT NULL DEFAULT '' CHECK (length(sede) IN (0, 4) AND (ruolo <> 'operatore' OR sede <> '')),
  azienda_cf TEXT NOT NULL DEFAULT '' CHECK (ruolo <> 'datore' OR azienda_cf <> '')
) STRICT, WITHOUT ROWID;

-- INPS ties a delegation to the position, not to the codice fiscale (circ. 28/2011).
CREATE TABLE deleghe (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
  intermediario_cf TEXT NOT NULL CHECK (length(intermediario_cf) IN (11, 16)),
  matricola TEXT NOT NULL REFERENCES posizioni,
  dal TEXT NOT NULL CHECK (length(dal) = 10),
  al TEXT CHECK (al IS NULL OR al >= dal),
  revocata_il TEXT CHECK (revocata_il IS NULL OR revocata_il >= dal)
) STRICT, WITHOUT ROWID;
CREATE INDEX deleghe_intermediario ON deleghe (intermediario_cf, matricola);
CREATE INDEX deleghe_matricola ON deleghe (matricola);
