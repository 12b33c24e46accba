// What many would write first: Fastify and better-sqlite3 with the same tables, pragmas and rows for the sending of a domanda and
// for the lists. It neither examines the domanda nor knows sessions: less work than the server it stands beside.
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { createHash, randomUUID } from 'node:crypto';

const db = new Database(process.argv[2]);
for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'wal_autocheckpoint=4000', 'foreign_keys=ON', 'temp_store=MEMORY', 'cache_size=-16000']) db.pragma(pragma);
const OGGI = '2026-11-24';
const sha = (text) => createHash('sha256').update(text).digest('hex');

const sql = {
  known: db.prepare('SELECT impronta_corpo, risposta FROM idempotenza WHERE identita = ? AND chiave = ?'),
  position: db.prepare('SELECT codice_fiscale, denominazione, sede FROM posizioni WHERE matricola = ?'),
  number: db.prepare('INSERT INTO contatori_protocollo(sede, anno, ultimo) VALUES(?, ?, 1) ON CONFLICT(sede, anno) DO UPDATE SET ultimo = ultimo + 1 RETURNING ultimo'),
  register: db.prepare('INSERT INTO protocolli(sede, anno, numero, protocollo, registrato_il, oggetto, impronta) VALUES(?, ?, ?, ?, ?, ?, ?)'),
  domanda: db.prepare('INSERT INTO domande(id, protocollo, matricola, codice_fiscale, denominazione, unita_produttiva, causale, nome_causale, dal, al, settimane, ' +
    'ore_centesimi, lavoratori, data_invio, inviata_il, sede, stato, avvisi, forzata, ultimo_giorno_decisione, bozza, impronta, esame, norme_versione, ' +
    `impronta_registro, avvisi_accettati, inviata_da, inviata_da_nome, inviata_da_cognome, inviata_da_ruolo) VALUES(${Array(30).fill('?').join(', ')})`),
  worker: db.prepare('INSERT INTO domande_lavoratori(domanda_id, codice_fiscale) VALUES(?, ?) ON CONFLICT DO NOTHING'),
  head: db.prepare('SELECT numero, impronta FROM modifiche_catena'),
  change: db.prepare('INSERT INTO modifiche(numero, quando, chi, ruolo, per_conto, azione, oggetto, motivo, dettaglio, precedente, impronta) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  keep: db.prepare('INSERT INTO idempotenza(identita, chiave, impronta_corpo, domanda_id, risposta, creata) VALUES(?, ?, ?, ?, ?, ?)'),
};

const store = db.transaction((key, digest, bozza) => {
  const { matricola } = bozza.azienda;
  const position = sql.position.get(matricola);
  const { numero } = { numero: sql.number.get(position.sede, 2026).ultimo };
  const protocollo = `INPS.${position.sede}.24/11/2026.${String(numero).padStart(7, '0')}`;
  const now = `${OGGI}T10:00:00+01:00`;
  const text = JSON.stringify(bozza);
  const id = randomUUID();
  const workers = bozza.lavoratori.beneficiari;
  sql.register.run(position.sede, 2026, numero, protocollo, now, `Domanda, matricola ${matricola}`, sha(text));
  sql.domanda.run(id, protocollo, matricola, position.codice_fiscale, position.denominazione, bozza.unita_produttiva.progressivo, bozza.causale.id, bozza.causale.id,
    bozza.periodo.dal, bozza.periodo.al, bozza.periodo.settimane.length, bozza.periodo.settimane.reduce((sum, week) => sum + week.ore_centesimi, 0), workers.length,
    OGGI, now, position.sede, 'protocollata', 0, 0, '2027-02-07', text, sha(text), '{}', 'prova', sha(text), '[]', 'intermediario-2', 'LEO', 'XQZINI', 'intermediario');
  for (const worker of workers) sql.worker.run(id, worker.codice_fiscale);
  const head = sql.head.get();
  sql.change.run(head.numero + 1, now, 'intermediario-2', 'intermediario', position.codice_fiscale, 'domanda.inviata', `domanda:${id}`, '', '{}', head.impronta,
    sha(head.impronta + id));
  const answer = JSON.stringify({ ricevuta: { id, protocollo, data_invio: now, matricola } });
  sql.keep.run('intermediario-2', key, digest, id, answer, 0);
  return answer;
});

const COLUMNS = 'd.numero, d.id, d.protocollo, d.data_invio, d.matricola, d.denominazione, d.unita_produttiva, d.causale, d.nome_causale, d.dal, d.al, d.settimane, d.lavoratori, ' +
  "d.stato, d.sede, d.avvisi, d.forzata, d.ultimo_giorno_decisione, d.prestazione, d.assegnata_a, coalesce((SELECT o.nome || ' ' || o.cognome FROM identita o WHERE o.id = d.assegnata_a), '') AS nome";
const news = ", (SELECT count(*) FROM modifiche m WHERE m.oggetto = 'domanda:' || d.id AND m.chi <> 'operatore-1' AND m.numero > " +
  "coalesce((SELECT v.modifica FROM visite v WHERE v.identita = 'operatore-1' AND v.domanda_id = d.id), 0)) AS novita";
const list = (where, order, more = '') => ({
  total: db.prepare(`SELECT count(*) AS n FROM domande d WHERE ${where}`),
  rows: db.prepare(`SELECT ${COLUMNS}${more} FROM domande d WHERE ${where} ORDER BY ${order} LIMIT 26`),
});
const lists = {
  'operatore-1': list("d.sede = '4900' AND d.stato IN ('protocollata', 'in_istruttoria', 'in_attesa', 'in_firma')", 'd.ultimo_giorno_decisione, d.numero', news),
  'intermediario-2': list(`d.matricola IN (SELECT matricola FROM deleghe WHERE intermediario_cf = (SELECT codice_fiscale FROM identita WHERE id = 'intermediario-2') AND dal <= '${OGGI}' ` +
    `AND (al IS NULL OR al >= '${OGGI}') AND (revocata_il IS NULL OR revocata_il > '${OGGI}'))`, 'd.numero DESC'),
  'datore-1': list("d.matricola IN (SELECT matricola FROM posizioni WHERE codice_fiscale = (SELECT azienda_cf FROM identita WHERE id = 'datore-1'))", 'd.numero DESC'),
};

const app = Fastify({ bodyLimit: 20 * 1024 * 1024 });
app.post('/api/v1/domande', (request, reply) => {
  const key = request.headers['idempotency-key'];
  const digest = sha(JSON.stringify(request.body));
  const known = sql.known.get('intermediario-2', key);
  reply.code(201).type('application/json').send(known ? known.risposta : store.immediate(key, digest, request.body.bozza));
});
app.get('/api/v1/domande', (request, reply) => {
  const { total, rows } = lists[request.headers.chi];
  const found = rows.all();
  reply.send({ righe: found.slice(0, 25), cursore: found.length > 25 ? String(found[24].numero) : '', totale: total.get().n });
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
