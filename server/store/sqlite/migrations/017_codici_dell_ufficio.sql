-- How the office named itself when it registered an entry: a segnatura sealed later says the codes of then, not those of its own
-- day. One row for each change of the settings; the entry refers to the one in force.

CREATE TABLE codici_ufficio(
  numero INTEGER PRIMARY KEY,
  contenuto TEXT NOT NULL  -- JSON
) STRICT;
CREATE TRIGGER codici_ufficio_immutabili BEFORE UPDATE ON codici_ufficio BEGIN SELECT RAISE(ABORT, 'codici non modificabili'); END;
CREATE TRIGGER codici_ufficio_permanenti BEFORE DELETE ON codici_ufficio BEGIN SELECT RAISE(ABORT, 'codici non cancellabili'); END;
ALTER TABLE protocolli ADD COLUMN codici INTEGER REFERENCES codici_ufficio(numero);  -- NULL: nobody had said them yet
