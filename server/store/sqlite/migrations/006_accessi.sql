-- Logins through an identity provider, and sessions that their owner can tell one from the other. Who was logged in logs in again.

CREATE TABLE accessi_in_corso(
  stato TEXT NOT NULL PRIMARY KEY CHECK(length(stato) = 64),   -- SHA-256 of `state`
  fornitore TEXT NOT NULL,
  nonce TEXT NOT NULL,
  verificatore TEXT NOT NULL,                                  -- PKCE
  legame TEXT NOT NULL CHECK(length(legame) = 64),             -- SHA-256 of the cookie of the browser that began
  creato INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

DROP TABLE sessioni;
CREATE TABLE sessioni(
  impronta TEXT NOT NULL PRIMARY KEY CHECK(length(impronta) = 64),  -- SHA-256 of the cookie's value, which is kept nowhere
  identita TEXT NOT NULL,
  csrf TEXT NOT NULL,
  creata INTEGER NOT NULL,
  ultimo_uso INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,                                     -- public, for the list and the revocation
  codice_fiscale TEXT NOT NULL,
  fornitore TEXT NOT NULL,                                     -- empty: demo
  indirizzo TEXT NOT NULL,
  agente TEXT NOT NULL                                         -- User-Agent, shortened
) STRICT, WITHOUT ROWID;
CREATE INDEX sessioni_ultimo_uso ON sessioni(ultimo_uso);
CREATE INDEX sessioni_persona ON sessioni(codice_fiscale);
CREATE INDEX sessioni_identita ON sessioni(identita);
