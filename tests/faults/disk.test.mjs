// The disk refuses: full, read-only, a file that may not grow, an end of the log that a power cut has spoiled. Who sends is told
// that nothing was stored and to try again, who reads notices nothing, and with room again the office goes on without a gap.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, molte } from '../lib/office.mjs';
import { cli, cliProgram, officeDatabase, scratch, serverProgram, startServer } from '../lib/server.mjs';

const MB = 1024 * 1024;

// A disk of its own for one test, or nothing where the caller may not mount one.
function smallDisk(t, megabytes) {
  const folder = scratch('disco');
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) {
    t.skip('qui non si può montare un disco: serve root');
    return undefined;
  }
  t.after(() => execFileSync('umount', ['-l', folder]));
  return folder;
}

function refused(answer) {
  assert.equal(answer.status, 503, answer.text);
  assert.equal(answer.body.codice, 'archivio.non_scrivibile');
  assert.equal(answer.body.detail, 'L’archivio non riesce a scrivere: la richiesta non è stata registrata.');
  assert.equal(answer.body.rimedio, 'Riprova tra qualche minuto; se si ripete, segnalalo all’assistenza.');
  assert.notEqual(answer.headers.get('retry-after'), null);
}

const one = (i) => draft(molte[i % molte.length], { lunedi: new Date(Date.parse('2026-11-23') + 7 * 86400000 * Math.floor(i / molte.length)).toISOString().slice(0, 10), settimane: 1 });

// Eight at once until the archive refuses. Answers what was acknowledged and the first refusal, with its key.
async function sendUntilRefused(client, from) {
  const acknowledged = [];
  let next = from;
  let refusal;
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (!refusal && next < from + 5000) {
      const bozza = one(next++);
      const chiave = randomUUID();
      const answer = await client.submit(bozza, { chiave });
      if (answer.status === 201) acknowledged.push(answer.body.ricevuta);
      else refusal ??= { answer, bozza, chiave };
    }
  }));
  return { acknowledged, refusal, next };
}

async function othersNoticeNothing(server, reader) {
  const { status, body } = await reader.get('/api/v1/domande');
  assert.equal(status, 200);
  assert.ok(body.totale > 0);
  assert.equal((await reader.get('/api/v1/matricole')).status, 200);
  assert.equal((await reader.get('/healthz')).status, 200);
  assert.equal(server.child.exitCode, null);
}

async function goesOn(client, { acknowledged, refusal }, db, server) {
  const again = await client.submit(refusal.bozza, { chiave: refusal.chiave });
  assert.equal(again.status, 201, again.text);
  const { body } = await client.get('/api/v1/domande?limite=1');
  const numbers = [...acknowledged, again.body.ricevuta].map((r) => Number(r.protocollo.split('.').at(-1)));
  assert.equal(Math.max(...numbers), body.totale, 'no number was spent on what was refused');
  assert.ok(numbers.length <= body.totale);
  await server.stop();
  assert.match(cli('verify', '--db', db), /^Archivio integro/);
}

test('a full disk refuses what it cannot store, and forgets nothing', async (t) => {
  const folder = smallDisk(t, 24);
  if (!folder) return;
  const db = join(folder, 'omnia.db');
  copyFileSync(officeDatabase(), db);
  const server = await startServer({ db });
  t.after(() => server.stop());
  const sender = await clientOf(server, 'intermediario-2');
  const reader = await clientOf(server, 'operatore-1');
  const room = 24 * MB - statSync(db).size - (existsSync(`${db}-wal`) ? statSync(`${db}-wal`).size : 0);
  writeFileSync(join(folder, 'zavorra'), Buffer.alloc(room - 2 * MB));
  const full = await sendUntilRefused(sender, 0);
  assert.ok(full.acknowledged.length > 0 && full.refusal, `${full.acknowledged.length}`);
  refused(full.refusal.answer);
  writeFileSync(join(folder, 'resto'), '');
  try {
    writeFileSync(join(folder, 'resto'), Buffer.alloc(4 * MB));  // the last byte too
  } catch (error) {
    assert.equal(error.code, 'ENOSPC');
  }
  await othersNoticeNothing(server, reader);
  for (const name of ['zavorra', 'resto']) rmSync(join(folder, name));
  await goesOn(sender, full, db, server);
});

test('a file that may not grow is a refusal, not the end of the process', async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  const sender = await clientOf(server, 'intermediario-2');
  const reader = await clientOf(server, 'operatore-1');
  assert.equal((await sender.submit(one(4999))).status, 201);
  const limit = (bytes) => execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:`]);
  limit(statSync(`${server.db}-wal`).size + 100000);
  const full = await sendUntilRefused(sender, 0);
  assert.ok(full.refusal, 'refused');
  refused(full.refusal.answer);
  limit(0);
  await othersNoticeNothing(server, reader);
  refused(await reader.get('/readyz'));
  limit('unlimited');
  full.acknowledged.push({ protocollo: 'x.1' });
  await goesOn(sender, full, server.db, server);
});

test('on a read-only disk the server does not start, and says what to do', async (t) => {
  const folder = smallDisk(t, 24);
  if (!folder) return;
  const db = join(folder, 'omnia.db');
  copyFileSync(officeDatabase(), db);
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  const child = spawn(serverProgram, ['--db', db, '--port', '0', '--demo'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text) => { error += text; });
  assert.equal(await new Promise((done) => child.on('exit', done)), 1);
  assert.match(error, /Errore: Il database «[^»]+omnia\.db» non si può aprire in scrittura: verifica che la cartella esista e che sia scrivibile/);
});

// A log whose last acknowledged pages are spoiled loses them: no program can bring them back. What remains is whole, the head of
// the chain noted elsewhere shows that something is missing, and what is sent again with its key is stored once.
for (const [what, spoil] of Object.entries({
  'spoiled at its end': (wal, size) => {
    const file = openSync(wal, 'r+');
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, size - 2000);
    writeSync(file, Buffer.from([byte[0] ^ 0xff]), 0, 1, size - 2000);
    closeSync(file);
  },
  'cut in the middle of a page': (wal, size) => truncateSync(wal, size - 2000),
})) {
  test(`a log ${what} leaves a whole archive`, async (t) => {
    const server = await startServer();
    t.after(() => server.stop());
    const client = await clientOf(server, 'intermediario-2');
    const sent = Array.from({ length: 6 }, (_, i) => ({ bozza: one(i), chiave: randomUUID() }));
    for (const { bozza, chiave } of sent) assert.equal((await client.submit(bozza, { chiave })).status, 201);
    const head = cli('audit', 'head', '--db', server.db).trim();
    await server.stop('SIGKILL');
    spoil(`${server.db}-wal`, statSync(`${server.db}-wal`).size);
    const again = await startServer({ db: server.db });
    t.after(() => again.stop());
    const after = await clientOf(again, 'intermediario-2');
    const { body } = await after.get('/api/v1/domande');
    assert.equal(body.totale, 5, 'all but the last');
    assert.match(cli('verify', '--db', server.db), /^Archivio integro: 5 domande, 5 protocolli/);
    const verdict = spawnSync(cliProgram, ['audit', 'verify', '--db', server.db, '--testa', head], { encoding: 'utf8' });
    assert.equal(verdict.status, 2, verdict.stdout);
    assert.match(verdict.stdout, /non è quella annotata a suo tempo\./);
    const answers = [];
    for (const { bozza, chiave } of sent) answers.push(await after.submit(bozza, { chiave }));
    assert.deepEqual(answers.map((a) => [a.status, a.headers.get('idempotency-replayed')]), [...Array(5).fill([201, 'true']), [201, null]]);
    assert.match(answers.at(-1).body.ricevuta.protocollo, /\.0000006$/);
  });
}
