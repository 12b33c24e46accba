-- The lists of an office with hundreds of thousands of domande: what is open in a Sede is counted and put in order of its last
-- day from an index that holds only that, and so is what each operator has in hand.

CREATE INDEX domande_aperte ON domande(sede, ultimo_giorno_decisione)
  WHERE stato IN ('protocollata', 'in_istruttoria', 'in_attesa', 'in_firma');
CREATE INDEX domande_sede_stato ON domande(sede, stato, ultimo_giorno_decisione);
DROP INDEX domande_matricola;
CREATE INDEX domande_matricola ON domande(matricola, unita_produttiva, stato);
DROP INDEX domande_assegnata;
CREATE INDEX domande_assegnata ON domande(assegnata_a, stato, ultimo_giorno_decisione);
CREATE INDEX identita_sede ON identita(sede, ruolo);
