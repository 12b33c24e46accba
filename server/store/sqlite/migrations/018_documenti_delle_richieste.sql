-- The letter of a request of missing elements, as it was registered. Requests of before have none.

CREATE TABLE documenti_richieste(
  protocollo TEXT NOT NULL PRIMARY KEY REFERENCES richieste_integrazione(protocollo),
  impronta TEXT NOT NULL REFERENCES contenuti(impronta)
) STRICT;
CREATE TRIGGER documenti_richieste_immutabili BEFORE UPDATE ON documenti_richieste
  BEGIN SELECT RAISE(ABORT, 'documento non modificabile'); END;
CREATE TRIGGER documenti_richieste_permanenti BEFORE DELETE ON documenti_richieste
  BEGIN SELECT RAISE(ABORT, 'documento non cancellabile'); END;
