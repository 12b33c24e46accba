-- Istruttoria and provvedimenti: states that only move as the table of transitions says, checks made at the sending,
-- requests of missing elements, acts with two pairs of eyes.

-- Filled from shared/workflow when the database opens: one table for program and database.
CREATE TABLE transizioni(
  oggetto TEXT NOT NULL,
  da TEXT NOT NULL,
  evento TEXT NOT NULL,
  a TEXT NOT NULL,
  PRIMARY KEY(oggetto, da, evento)
) STRICT, WITHOUT ROWID;

CREATE TABLE domande_nuova(
  numero INTEGER PRIMARY KEY,          -- order of arrival
  id TEXT NOT NULL UNIQUE CHECK(id <> ''),
  protocollo TEXT NOT NULL UNIQUE REFERENCES protocolli(protocollo),
  prestazione TEXT NOT NULL DEFAULT 'CIGO' CHECK(prestazione <> ''),
  matricola TEXT NOT NULL CHECK(length(matricola) = 10),
  codice_fiscale TEXT NOT NULL CHECK(length(codice_fiscale) IN (11, 16)),
  denominazione TEXT NOT NULL,
  unita_produttiva INTEGER NOT NULL CHECK(unita_produttiva BETWEEN 0 AND 999999),
  causale TEXT NOT NULL,
  nome_causale TEXT NOT NULL,
  dal TEXT NOT NULL CHECK(length(dal) = 10),
  al TEXT NOT NULL CHECK(length(al) = 10 AND al >= dal),
  settimane INTEGER NOT NULL CHECK(settimane >= 0),
  ore_centesimi INTEGER NOT NULL CHECK(ore_centesimi >= 0),
  lavoratori INTEGER NOT NULL CHECK(lavoratori >= 0),
  data_invio TEXT NOT NULL CHECK(length(data_invio) = 10),  -- day in Europe/Rome
  inviata_il TEXT NOT NULL CHECK(substr(inviata_il, 1, 10) = data_invio),
  sede TEXT NOT NULL CHECK(length(sede) = 4),
  stato TEXT NOT NULL CHECK(stato IN ('protocollata', 'in_istruttoria', 'in_attesa', 'in_firma', 'accolta', 'accolta_in_parte',
                                      'respinta', 'sospesa', 'revocata')),
  assegnata_a TEXT NOT NULL DEFAULT '',  -- identita.id of the operator who answers for it
  avvisi INTEGER NOT NULL CHECK(avvisi >= 0),
  forzata INTEGER NOT NULL CHECK(forzata IN (0, 1)),
  ultimo_giorno_decisione TEXT NOT NULL CHECK(length(ultimo_giorno_decisione) = 10),
  bozza TEXT NOT NULL,                 -- canonical JSON of the draft as sent
  impronta TEXT NOT NULL CHECK(length(impronta) = 64),
  esame TEXT NOT NULL,                 -- review snapshot
  norme_versione TEXT NOT NULL,
  impronta_registro TEXT NOT NULL,     -- SHA-256 of the registry that the review saw
  avvisi_accettati TEXT NOT NULL,      -- JSON list of the codes that the applicant had seen
  inviata_da TEXT NOT NULL,            -- identita.id, and who that was on the day
  inviata_da_nome TEXT NOT NULL,
  inviata_da_cognome TEXT NOT NULL,
  inviata_da_ruolo TEXT NOT NULL,
  CHECK(stato = 'protocollata' OR assegnata_a <> '')  -- nobody's domanda is only waiting
) STRICT;
INSERT INTO domande_nuova(numero, id, protocollo, matricola, codice_fiscale, denominazione, unita_produttiva, causale, nome_causale,
    dal, al, settimane, ore_centesimi, lavoratori, data_invio, inviata_il, sede, stato, avvisi, forzata, ultimo_giorno_decisione,
    bozza, impronta, esame, norme_versione, impronta_registro, avvisi_accettati, inviata_da, inviata_da_nome, inviata_da_cognome,
    inviata_da_ruolo)
  SELECT rowid, id, protocollo, matricola, codice_fiscale, denominazione, unita_produttiva, causale, nome_causale, dal, al,
    settimane, ore_centesimi, lavoratori, data_invio, inviata_il, sede, stato, avvisi, forzata, ultimo_giorno_decisione, bozza,
    impronta, esame, norme_versione, impronta_registro, avvisi_accettati, inviata_da, inviata_da_nome, inviata_da_cognome,
    inviata_da_ruolo FROM domande;
DROP TABLE domande;
ALTER TABLE domande_nuova RENAME TO domande;
CREATE INDEX domande_matricola ON domande(matricola, unita_produttiva);
CREATE INDEX domande_sede ON domande(sede, ultimo_giorno_decisione, numero);
CREATE INDEX domande_assegnata ON domande(assegnata_a, stato);

CREATE TRIGGER domande_nascono BEFORE INSERT ON domande WHEN NEW.stato <> 'protocollata'
  BEGIN SELECT RAISE(ABORT, 'una domanda nasce protocollata'); END;
CREATE TRIGGER domande_passaggi BEFORE UPDATE OF stato ON domande WHEN NEW.stato <> OLD.stato
  AND NOT EXISTS(SELECT 1 FROM transizioni WHERE oggetto = 'domanda' AND da = OLD.stato AND a = NEW.stato)
  BEGIN SELECT RAISE(ABORT, 'passaggio di stato non previsto'); END;
CREATE TRIGGER domande_immutabili BEFORE UPDATE OF id, protocollo, prestazione, matricola, codice_fiscale, unita_produttiva, causale,
  dal, al, settimane, ore_centesimi, lavoratori, data_invio, inviata_il, sede, bozza, impronta, esame, norme_versione,
  impronta_registro, avvisi_accettati, inviata_da ON domande
  BEGIN SELECT RAISE(ABORT, 'domanda non modificabile'); END;
CREATE TRIGGER domande_permanenti BEFORE DELETE ON domande BEGIN SELECT RAISE(ABORT, 'domanda non cancellabile'); END;

CREATE TABLE controlli(
  domanda_id TEXT NOT NULL REFERENCES domande(id),
  n INTEGER NOT NULL CHECK(n > 0),
  codice TEXT NOT NULL CHECK(codice <> ''),
  nome TEXT NOT NULL CHECK(nome <> ''),
  esito TEXT NOT NULL CHECK(esito IN ('ok', 'attenzione', 'bloccante')),
  spiegazione TEXT NOT NULL CHECK(spiegazione <> ''),
  citazione TEXT NOT NULL,
  PRIMARY KEY(domanda_id, n),
  UNIQUE(domanda_id, codice)
) STRICT, WITHOUT ROWID;

-- Art. 11 c. 2 D.M. 95442/2016: the term runs from the delivery, and no other clock is stopped twice.
CREATE TABLE richieste_integrazione(
  domanda_id TEXT NOT NULL REFERENCES domande(id),
  n INTEGER NOT NULL CHECK(n > 0),
  stato TEXT NOT NULL CHECK(stato IN ('inviata', 'consegnata', 'risposta', 'annullata', 'chiusa')),
  protocollo TEXT NOT NULL UNIQUE REFERENCES protocolli(protocollo),
  elementi TEXT NOT NULL CHECK(elementi NOT IN ('', '[]')),  -- JSON list: what is missing
  testo TEXT NOT NULL,
  canale TEXT NOT NULL CHECK(canale IN ('cassetto', 'pec', 'raccomandata', 'email')),
  sospende INTEGER NOT NULL CHECK(sospende IN (0, 1)),
  inviata_da TEXT NOT NULL CHECK(inviata_da <> ''),
  inviata_il TEXT NOT NULL CHECK(length(inviata_il) = 10),
  consegnata_il TEXT CHECK(consegnata_il >= inviata_il),
  prova_consegna TEXT NOT NULL DEFAULT '',
  scadenza TEXT CHECK(scadenza > consegnata_il),
  risposta_il TEXT CHECK(risposta_il >= inviata_il),
  risposta TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(domanda_id, n),
  CHECK((consegnata_il IS NULL) = (scadenza IS NULL)),
  CHECK(consegnata_il IS NULL OR prova_consegna <> ''),
  CHECK((stato = 'risposta') = (risposta_il IS NOT NULL)),
  CHECK(stato <> 'inviata' OR consegnata_il IS NULL),
  CHECK(stato NOT IN ('consegnata', 'risposta') OR consegnata_il IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX una_sola_sospensione ON richieste_integrazione(domanda_id) WHERE sospende = 1;
CREATE TRIGGER richieste_passaggi BEFORE UPDATE OF stato ON richieste_integrazione WHEN NEW.stato <> OLD.stato
  AND NOT EXISTS(SELECT 1 FROM transizioni WHERE oggetto = 'richiesta' AND da = OLD.stato AND a = NEW.stato)
  BEGIN SELECT RAISE(ABORT, 'passaggio di stato non previsto'); END;

CREATE TABLE provvedimenti(
  domanda_id TEXT NOT NULL REFERENCES domande(id),
  n INTEGER NOT NULL CHECK(n > 0),
  tipo TEXT NOT NULL CHECK(tipo IN ('accoglimento', 'accoglimento_parziale', 'reiezione', 'rettifica', 'annullamento', 'revoca',
                                    'sospensione', 'ripresa')),
  stato TEXT NOT NULL CHECK(stato IN ('in_firma', 'rinviato', 'firmato', 'rettificato', 'annullato', 'revocato', 'sospeso')),
  precedente INTEGER,                  -- the act that this one changes
  dal TEXT, al TEXT, settimane INTEGER NOT NULL, ore_centesimi INTEGER NOT NULL, lavoratori INTEGER NOT NULL,
  contenuto TEXT NOT NULL,             -- JSON: exclusions, reasons, motivation, payment, terms, as proposed
  proposto_da TEXT NOT NULL CHECK(proposto_da <> ''),
  proposto_da_nome TEXT NOT NULL,
  proposto_il TEXT NOT NULL,
  rinviato_da TEXT NOT NULL DEFAULT '',
  motivo_rinvio TEXT NOT NULL DEFAULT '',
  firmato_da TEXT,
  firmato_da_nome TEXT NOT NULL DEFAULT '',
  firmato_il TEXT,
  numero TEXT UNIQUE,                  -- of the authorisation, or of the act that gives none
  protocollo TEXT UNIQUE REFERENCES protocolli(protocollo),
  documento TEXT REFERENCES contenuti(impronta),
  PRIMARY KEY(domanda_id, n),
  FOREIGN KEY(domanda_id, precedente) REFERENCES provvedimenti(domanda_id, n),
  CHECK((tipo IN ('accoglimento', 'accoglimento_parziale', 'reiezione')) = (precedente IS NULL)),
  CHECK((dal IS NULL) = (al IS NULL) AND (dal IS NULL OR al >= dal)),
  CHECK(tipo NOT IN ('accoglimento', 'accoglimento_parziale', 'rettifica') OR (dal IS NOT NULL AND settimane > 0 AND lavoratori > 0)),
  CHECK(firmato_da IS NULL OR firmato_da <> proposto_da),  -- two pairs of eyes
  CHECK((stato = 'rinviato') = (motivo_rinvio <> '')),
  CHECK((stato IN ('in_firma', 'rinviato')) = (firmato_da IS NULL)),
  CHECK((firmato_da IS NULL) = (numero IS NULL) AND (firmato_da IS NULL) = (protocollo IS NULL)
        AND (firmato_da IS NULL) = (documento IS NULL) AND (firmato_da IS NULL) = (firmato_il IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX un_solo_atto_in_firma ON provvedimenti(domanda_id) WHERE stato = 'in_firma';
CREATE TRIGGER provvedimenti_passaggi BEFORE UPDATE OF stato ON provvedimenti WHEN NEW.stato <> OLD.stato
  AND NOT EXISTS(SELECT 1 FROM transizioni WHERE oggetto = 'provvedimento' AND da = OLD.stato AND a = NEW.stato)
  BEGIN SELECT RAISE(ABORT, 'passaggio di stato non previsto'); END;
CREATE TRIGGER provvedimenti_immutabili BEFORE UPDATE OF tipo, precedente, dal, al, settimane, ore_centesimi, lavoratori, contenuto,
  proposto_da, proposto_il ON provvedimenti BEGIN SELECT RAISE(ABORT, 'atto non modificabile'); END;
CREATE TRIGGER provvedimenti_firmati BEFORE UPDATE OF firmato_da, firmato_il, numero, protocollo, documento ON provvedimenti
  WHEN OLD.firmato_da IS NOT NULL BEGIN SELECT RAISE(ABORT, 'atto firmato'); END;
CREATE TRIGGER provvedimenti_permanenti BEFORE DELETE ON provvedimenti BEGIN SELECT RAISE(ABORT, 'atto non cancellabile'); END;

-- Progressive number of the acts of each Sede.
CREATE TABLE contatori_provvedimenti(
  sede TEXT NOT NULL PRIMARY KEY,
  ultimo INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Up to which change each operator has seen a domanda.
CREATE TABLE visite(
  identita TEXT NOT NULL,
  domanda_id TEXT NOT NULL REFERENCES domande(id),
  modifica INTEGER NOT NULL,
  PRIMARY KEY(identita, domanda_id)
) STRICT, WITHOUT ROWID;
