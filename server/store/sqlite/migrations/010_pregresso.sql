-- Coexistence with the old procedures: domande and authorisations that they received or decided, imported from their files.
-- They are worked on like the others and always say where they come from.

CREATE TABLE file_importati_nuova (
  impronta TEXT NOT NULL PRIMARY KEY CHECK (length(impronta) = 64),  -- SHA-256 of the content
  nome TEXT NOT NULL,
  tipo TEXT NOT NULL CHECK (tipo IN ('uniemens', 'aziende', 'unita_produttive', 'autorizzazioni', 'deleghe', 'identita',
                                     'domande_pregresse', 'autorizzazioni_pregresse')),
  righe INTEGER NOT NULL CHECK (righe >= 0),
  rifiuti INTEGER NOT NULL CHECK (rifiuti >= 0),
  importato_il TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT, WITHOUT ROWID;
INSERT INTO file_importati_nuova SELECT impronta, nome, tipo, righe, rifiuti, importato_il FROM file_importati;
DROP TABLE file_importati;
ALTER TABLE file_importati_nuova RENAME TO file_importati;

-- D.P.R. 445/2000 art. 53 c. 1 lett. e: the registration of a received document keeps the protocol that it already had.
ALTER TABLE domande ADD COLUMN origine TEXT NOT NULL DEFAULT 'omnia' CHECK(origine IN ('omnia', 'procedura_precedente'));
ALTER TABLE domande ADD COLUMN protocollo_origine TEXT NOT NULL DEFAULT ''
  CHECK((origine = 'omnia') = (protocollo_origine = ''));
CREATE UNIQUE INDEX domande_protocollo_origine ON domande(protocollo_origine) WHERE protocollo_origine <> '';
CREATE TRIGGER domande_origine BEFORE UPDATE OF origine, protocollo_origine ON domande
  BEGIN SELECT RAISE(ABORT, 'domanda non modificabile'); END;

-- What the old procedure decided comes from outside, on a domanda that nobody here has taken in charge.
DROP TRIGGER domande_passaggi;
CREATE TRIGGER domande_passaggi BEFORE UPDATE OF stato ON domande WHEN NEW.stato <> OLD.stato
  AND NOT EXISTS(SELECT 1 FROM transizioni WHERE oggetto = 'domanda' AND da = OLD.stato AND a = NEW.stato)
  AND NOT (OLD.origine = 'procedura_precedente' AND OLD.stato = 'protocollata'
           AND NEW.stato IN ('accolta', 'accolta_in_parte', 'respinta') AND NEW.assegnata_a = 'procedura_precedente')
  BEGIN SELECT RAISE(ABORT, 'passaggio di stato non previsto'); END;

ALTER TABLE autorizzazioni ADD COLUMN origine TEXT NOT NULL DEFAULT '' CHECK(origine IN ('', 'procedura_precedente'));
