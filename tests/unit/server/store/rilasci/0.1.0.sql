-- The database of release 0.1.0 with a row of each thing, as sqlite3 writes it down. Never edited.
PRAGMA application_id=1330466377;
PRAGMA user_version=2;
PRAGMA journal_mode=WAL;
BEGIN TRANSACTION;
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
INSERT INTO "allegati" VALUES('d-1',1,'relazione.pdf','application/pdf',14,'c60ea1840ff6547e422ec5d81a5207c624a9acbf10fe2142e38d89f3b1835ab5',X'255044462D312E370A70726F7661');
INSERT INTO "allegati" VALUES('d-2',1,'relazione.pdf','application/pdf',14,'c60ea1840ff6547e422ec5d81a5207c624a9acbf10fe2142e38d89f3b1835ab5',X'255044462D312E370A70726F7661');
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
INSERT INTO "autorizzazioni" VALUES('490000000001','4977777750',0,'CIGO','MANC_LAVORO',0,'autorizzata','2026-01-05','2026-01-18',80000,'',0);
CREATE TABLE consultazioni(
  numero INTEGER PRIMARY KEY,
  identita TEXT NOT NULL,
  ruolo TEXT NOT NULL,
  azione TEXT NOT NULL,
  oggetto TEXT NOT NULL,
  quando INTEGER NOT NULL
);
INSERT INTO "consultazioni" VALUES(1,'operatore-1','operatore','domanda','d-1',1795500000);
CREATE TABLE contatori_protocollo(
  sede TEXT NOT NULL,
  anno INTEGER NOT NULL,
  ultimo INTEGER NOT NULL,
  PRIMARY KEY(sede, anno)
) WITHOUT ROWID;
INSERT INTO "contatori_protocollo" VALUES('4900',2026,2);
CREATE TABLE deleghe (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
  intermediario_cf TEXT NOT NULL CHECK (length(intermediario_cf) IN (11, 16)),
  matricola TEXT NOT NULL REFERENCES posizioni,
  dal TEXT NOT NULL CHECK (length(dal) = 10),
  al TEXT CHECK (al IS NULL OR al >= dal),
  revocata_il TEXT CHECK (revocata_il IS NULL OR revocata_il >= dal)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "domande" VALUES('d-1','INPS.4900.24/11/2026.0000001','4977777750','77777771005','OFFICINE IMMAGINARIE SRL',0,'MANC_LAVORO','Mancanza di lavoro o di commesse','2026-11-23','2026-12-06',2,8000,1,'2026-11-24','2026-11-24T10:00:00+01:00','4900','protocollata',0,0,'2027-02-08','{"id":"b-1","versione":1}','22bb629a8a699ca3cf10015ecac3bc9608ca1a919a9d8ac60852ad08ee99dafd','{}','2026.11.1','22bb629a8a699ca3cf10015ecac3bc9608ca1a919a9d8ac60852ad08ee99dafd','[]','datore-1','ADA','XQZ','datore');
INSERT INTO "domande" VALUES('d-2','INPS.4900.24/11/2026.0000002','4977777750','77777771005','OFFICINE IMMAGINARIE SRL',0,'MANC_LAVORO','Mancanza di lavoro o di commesse','2026-11-23','2026-12-06',2,8000,1,'2026-11-24','2026-11-24T10:00:00+01:00','4900','protocollata',0,0,'2027-02-08','{"id":"b-1","versione":1}','22bb629a8a699ca3cf10015ecac3bc9608ca1a919a9d8ac60852ad08ee99dafd','{}','2026.11.1','22bb629a8a699ca3cf10015ecac3bc9608ca1a919a9d8ac60852ad08ee99dafd','[]','datore-1','ADA','XQZ','datore');
CREATE TABLE domande_lavoratori(
  domanda_id TEXT NOT NULL REFERENCES domande(id) ON DELETE CASCADE,
  codice_fiscale TEXT NOT NULL,
  PRIMARY KEY(domanda_id, codice_fiscale)
) WITHOUT ROWID;
INSERT INTO "domande_lavoratori" VALUES('d-1','XQZWKJ85A01H501M');
INSERT INTO "domande_lavoratori" VALUES('d-2','XQZWKJ85A01H501M');
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
CREATE TABLE file_importati (
  impronta TEXT NOT NULL PRIMARY KEY CHECK (length(impronta) = 64),  -- SHA-256 of the content
  nome TEXT NOT NULL,
  tipo TEXT NOT NULL CHECK (tipo IN ('uniemens', 'aziende', 'unita_produttive', 'autorizzazioni', 'deleghe', 'identita')),
  righe INTEGER NOT NULL CHECK (righe >= 0),                         -- denunce or CSV rows written
  rifiuti INTEGER NOT NULL CHECK (rifiuti >= 0),
  importato_il TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT, WITHOUT ROWID;
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
CREATE TABLE idempotenza(
  identita TEXT NOT NULL,
  chiave TEXT NOT NULL,
  impronta_corpo TEXT NOT NULL,
  domanda_id TEXT NOT NULL,
  risposta TEXT NOT NULL,
  creata INTEGER NOT NULL,
  PRIMARY KEY(identita, chiave)
) WITHOUT ROWID;
INSERT INTO "idempotenza" VALUES('datore-1','chiave-1','x','d-1','{}',1795500000);
CREATE TABLE identita (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
  codice_fiscale TEXT NOT NULL UNIQUE CHECK (length(codice_fiscale) IN (11, 16)),
  cognome TEXT NOT NULL,
  nome TEXT NOT NULL,
  ruolo TEXT NOT NULL CHECK (ruolo IN ('datore', 'intermediario', 'operatore', 'advisor', 'analista')),
  sede TEXT NOT NULL DEFAULT '' CHECK (length(sede) IN (0, 4) AND (ruolo <> 'operatore' OR sede <> '')),
  azienda_cf TEXT NOT NULL DEFAULT '' CHECK (ruolo <> 'datore' OR azienda_cf <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO "identita" VALUES('datore-1','XQZWKJ85A01H501M','XQZ','ADA','datore','','77777771005');
INSERT INTO "identita" VALUES('operatore-1','12345678901','XQZ','EVA','operatore','4900','');
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
CREATE TABLE mesi_uniemens (
  matricola TEXT NOT NULL REFERENCES posizioni ON DELETE CASCADE,
  mese TEXT NOT NULL CHECK (mese GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  forza_centesimi INTEGER CHECK (forza_centesimi >= 0),  -- NULL: the flow had no ForzaAziendale
  lavoratori INTEGER NOT NULL DEFAULT 0 CHECK (lavoratori >= 0),
  impronta TEXT NOT NULL,                                -- of the file it came from
  PRIMARY KEY (matricola, mese)
) STRICT, WITHOUT ROWID;
CREATE TABLE migrazioni(numero INTEGER PRIMARY KEY, nome TEXT NOT NULL, applicata_il TEXT NOT NULL);
INSERT INTO "migrazioni" VALUES(1,'001_registro.sql','2026-11-24T06:00:00Z');
INSERT INTO "migrazioni" VALUES(2,'002_ufficio.sql','2026-11-24T06:00:00Z');
CREATE TABLE organico (
  matricola TEXT NOT NULL,
  unita_produttiva INTEGER NOT NULL,
  mese TEXT NOT NULL,
  ore_settimanali_centesimi INTEGER NOT NULL,
  teste INTEGER NOT NULL CHECK (teste > 0),
  PRIMARY KEY (matricola, unita_produttiva, mese, ore_settimanali_centesimi),
  FOREIGN KEY (matricola, mese) REFERENCES mesi_uniemens ON DELETE CASCADE
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
INSERT INTO "posizioni" VALUES('4977777750','77777771005','OFFICINE IMMAGINARIE SRL','officine immaginarie srl','10601','','','attiva',NULL,NULL,'4900','','','','',0,'');
CREATE TABLE posizioni_ca (
  matricola TEXT NOT NULL REFERENCES posizioni ON DELETE CASCADE,
  codice TEXT NOT NULL CHECK (length(codice) = 2),
  dal TEXT NOT NULL CHECK (length(dal) = 10),
  al TEXT CHECK (al IS NULL OR al >= dal),
  PRIMARY KEY (matricola, codice, dal)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "protocolli" VALUES('4900',2026,1,'INPS.4900.24/11/2026.0000001','2026-11-24T10:00:00+01:00','Domanda','22bb629a8a699ca3cf10015ecac3bc9608ca1a919a9d8ac60852ad08ee99dafd');
INSERT INTO "protocolli" VALUES('4900',2026,2,'INPS.4900.24/11/2026.0000002','2026-11-24T10:00:00+01:00','Domanda','22bb629a8a699ca3cf10015ecac3bc9608ca1a919a9d8ac60852ad08ee99dafd');
CREATE TABLE prova_di_scrittura(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  quando INTEGER NOT NULL
);
CREATE TABLE sessioni(
  impronta TEXT PRIMARY KEY,           -- SHA-256 of the cookie's value: the value itself is never stored
  identita TEXT NOT NULL,
  csrf TEXT NOT NULL,
  creata INTEGER NOT NULL,
  ultimo_uso INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "sessioni" VALUES('impronta-di-sessione','datore-1','csrf',1795500000,1795500000);
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
INSERT INTO "unita_produttive" VALUES('4977777750',0,'sede','','','','',NULL,NULL,5);
CREATE INDEX posizioni_nome ON posizioni (denominazione, matricola);
CREATE INDEX posizioni_codice_fiscale ON posizioni (codice_fiscale);
CREATE INDEX posizioni_sede ON posizioni (sede);
CREATE INDEX presenze_lavoratore ON presenze (matricola, codice_fiscale, unita_produttiva, mese);
CREATE INDEX presenze_unita ON presenze (matricola, unita_produttiva);
CREATE INDEX organico_mese ON organico (matricola, mese);
CREATE INDEX giorni_cig_mese ON giorni_cig (matricola, mese);
CREATE INDEX lavoratori_codice_fiscale ON lavoratori (matricola, codice_fiscale);
CREATE INDEX autorizzazioni_unita ON autorizzazioni (matricola, unita_produttiva, dal);
CREATE INDEX deleghe_intermediario ON deleghe (intermediario_cf, matricola);
CREATE INDEX deleghe_matricola ON deleghe (matricola);
CREATE INDEX sessioni_ultimo_uso ON sessioni(ultimo_uso);
CREATE TRIGGER protocolli_immutabili BEFORE UPDATE ON protocolli BEGIN SELECT RAISE(ABORT, 'protocollo non modificabile'); END;
CREATE TRIGGER protocolli_permanenti BEFORE DELETE ON protocolli BEGIN SELECT RAISE(ABORT, 'protocollo non cancellabile'); END;
CREATE INDEX domande_matricola ON domande(matricola, unita_produttiva);
CREATE INDEX domande_invio ON domande(inviata_il, id);
CREATE INDEX domande_sede ON domande(sede, ultimo_giorno_decisione, id);
CREATE INDEX domande_lavoratori_cf ON domande_lavoratori(codice_fiscale);
COMMIT;
