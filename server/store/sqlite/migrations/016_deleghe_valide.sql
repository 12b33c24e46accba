-- The positions delegated to somebody are asked at every request: what says whether a delegation holds today stands in the index, so
-- that a studio's thousand are read one after the other and not each looked up by its id.

DROP INDEX deleghe_intermediario;
CREATE INDEX deleghe_intermediario ON deleghe (intermediario_cf, matricola, dal, al, revocata_il, servizi);
DROP INDEX subdeleghe_dipendente;
CREATE INDEX subdeleghe_dipendente ON subdeleghe (dipendente_cf, delega, dal, al, revocata_il);
