-- The working week of a unit changes: the days used of an authorisation make weeks by the week of its own time, not by that of
-- today. Those already here take the week of their unit; later ones the week that the unit has when they come, or their file's.
ALTER TABLE autorizzazioni ADD COLUMN giorni_settimana INTEGER NOT NULL DEFAULT 5 CHECK (giorni_settimana IN (5, 6, 7));
UPDATE autorizzazioni SET giorni_settimana = COALESCE(
  (SELECT u.giorni_settimana FROM unita_produttive u
   WHERE u.matricola = autorizzazioni.matricola AND u.progressivo = autorizzazioni.unita_produttiva), 5);
