// The summaries of a month of UniEmens, in words that SQLite alone understands.
// The index by worker is named because without statistics SQLite would read the whole company instead; a + before a column keeps
// it, for the same reason, from that index where the month decides.
#pragma once

namespace omnia::store::sqlite {

inline constexpr const char* kCloseMonth =
    "UPDATE mesi_uniemens SET forza_centesimi = ?3, lavoratori = (SELECT count(DISTINCT +codice_fiscale) FROM presenze "
    "WHERE matricola = ?1 AND mese = ?2) WHERE matricola = ?1 AND mese = ?2";
// Heads by own weekly time: a worker with several denunce in the unit counts once, with the last of them.
inline constexpr const char* kSummariseHeads =
    "INSERT INTO organico SELECT ?1, unita_produttiva, ?2, ore, count(*) FROM (SELECT unita_produttiva, codice_fiscale, "
    "ore_settimanali_centesimi AS ore, max(progressivo) FROM presenze WHERE matricola = ?1 AND mese = ?2 "
    "GROUP BY +unita_produttiva, +codice_fiscale) GROUP BY unita_produttiva, ore";
// One row a unit, as the last month shows the worker there (max() makes SQLite take the other columns from that row). A leaving
// counts only if it is in his last month at all and no later hiring follows it.
inline constexpr const char* kSummariseWorker = R"(
  INSERT INTO lavoratori
  SELECT matricola, unita_produttiva, codice_fiscale, cognome, nome, qualifica, ore_settimanali_centesimi, part_time_centesimi,
         assunto, CASE WHEN cessato >= coalesce(assunto, '') THEN cessato END,
         (SELECT min(mese) FROM presenze q INDEXED BY presenze_lavoratore
          WHERE q.matricola = ?1 AND q.codice_fiscale = ?2 AND q.unita_produttiva = r.unita_produttiva),
         mese
  FROM (SELECT *, max(mese || printf('%07d', progressivo)),
               (SELECT max(assunzione) FROM presenze q INDEXED BY presenze_lavoratore
                WHERE q.matricola = ?1 AND q.codice_fiscale = ?2) AS assunto,
               (SELECT max(cessazione) FROM presenze q INDEXED BY presenze_lavoratore
                WHERE q.matricola = ?1 AND q.codice_fiscale = ?2 AND q.mese =
                      (SELECT max(mese) FROM presenze u INDEXED BY presenze_lavoratore
                       WHERE u.matricola = ?1 AND u.codice_fiscale = ?2)) AS cessato
        FROM presenze WHERE matricola = ?1 AND codice_fiscale = ?2 GROUP BY unita_produttiva) r)";

}  // namespace omnia::store::sqlite
