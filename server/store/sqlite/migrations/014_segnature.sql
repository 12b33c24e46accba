-- The segnatura informatica of a protocol entry, sealed once: a second seal would bear another time.

CREATE TABLE segnature(
  protocollo TEXT NOT NULL PRIMARY KEY REFERENCES protocolli(protocollo),
  apposta_il TEXT NOT NULL,
  impronta TEXT NOT NULL CHECK(length(impronta) = 64),  -- SHA-256 of the XML
  contenuto TEXT NOT NULL CHECK(contenuto <> '')
) STRICT;
CREATE TRIGGER segnature_immutabili BEFORE UPDATE ON segnature BEGIN SELECT RAISE(ABORT, 'segnatura non modificabile'); END;
CREATE TRIGGER segnature_permanenti BEFORE DELETE ON segnature BEGIN SELECT RAISE(ABORT, 'segnatura non cancellabile'); END;
