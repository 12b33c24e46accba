// The archive in use: copies made under load, put back, verified; a clock that goes back.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, molte, officine } from '../lib/office.mjs';
import { allegatoPdf } from '../lib/pdf.mjs';
import { cli, cliProgram, officeDatabase, scratch, startServer } from '../lib/server.mjs';

const attempt = (...args) => spawnSync(cliProgram, args, { encoding: 'utf8' });

test('a copy made while domande arrive is whole, and put back it holds what had been acknowledged', async () => {
  const server = await startServer();
  const client = await clientOf(server, 'intermediario-2');
  const before = await client.submit(draft(molte[0]), { allegati: [allegatoPdf()] });
  assert.equal(before.status, 201, before.text);
  const load = Promise.all(molte.slice(1, 40).map((azienda) => client.submit(draft(azienda))));
  const copia = scratch('copia.db');
  assert.match(cli('backup', '--db', server.db, copia), /^Copia fatta e controllata: /);
  for (const answer of await load) assert.equal(answer.status, 201, answer.text);
  assert.match(cli('verify', '--db', server.db), /^Archivio integro: 40 domande, 40 protocolli, 1 contenuti\.\nUltima modifica: \d+:[0-9a-f]{64}\n$/);

  const busy = attempt('restore', copia, '--db', server.db, '--sostituisci');
  assert.equal(busy.status, 1);
  assert.match(busy.stderr, /è in uso: ferma il server e riprova\./);
  await server.stop();
  assert.match(attempt('restore', copia, '--db', server.db).stderr, /esiste già: per sostituirlo aggiungi --sostituisci\./);
  cli('restore', copia, '--db', server.db, '--sostituisci');

  const again = await startServer({ db: server.db });
  try {
    const reader = await clientOf(again, 'intermediario-2');
    const { domanda } = (await reader.get(`/api/v1/domande/${before.body.ricevuta.id}`)).body;
    assert.equal(domanda.protocollo, before.body.ricevuta.protocollo);
    assert.equal((await reader.get(`/api/v1/domande/${domanda.id}/allegati/1`)).status, 200);
  } finally {
    await again.stop();
  }
  assert.match(attempt('backup', '--db', server.db, copia).stderr, /esiste già: indica un altro nome\./);
});

test('a head noted earlier is found again in the chain, and another is not', async () => {
  const server = await startServer();
  const head = cli('audit', 'head', '--db', server.db).trim();
  const client = await clientOf(server, 'datore-1');
  assert.equal((await client.submit(draft(officine))).status, 201);
  await server.stop();
  assert.match(cli('audit', 'verify', '--db', server.db, '--testa', head), /^Registro delle modifiche integro\./);
  const wrong = attempt('audit', 'verify', '--db', server.db, '--testa', head.replace(/.$/, (c) => (c === '0' ? '1' : '0')));
  assert.equal(wrong.status, 2);
  assert.match(wrong.stdout, /non è quella annotata a suo tempo\./);
  assert.match(attempt('audit', 'verify', '--db', server.db, '--testa', 'x').stderr, /copiala come la scrive omnia audit head\./);
});

test('with a clock that went back no number is given, and the refusal says to wait', async () => {
  const db = officeDatabase();
  const today = await startServer({ db });
  assert.equal((await (await clientOf(today, 'datore-1')).submit(draft(officine))).status, 201);
  await today.stop();
  const yesterday = await startServer({ db, oggi: '2026-11-23' });
  try {
    const client = await clientOf(yesterday, 'datore-1');
    const answer = await client.submit(draft(officine, { lunedi: '2026-12-14' }));
    assert.equal(answer.status, 503, answer.text);
    assert.equal(answer.body.codice, 'orologio.indietro');
    assert.equal(answer.body.detail, 'La data del server precede quella dell’ultimo protocollo: la domanda non si può protocollare.');
  } finally {
    await yesterday.stop();
  }
  assert.match(execFileSync(cliProgram, ['verify', '--db', db], { encoding: 'utf8' }), /1 domande, 1 protocolli/);
});

test('retention says what it would take, takes it, and records that it did', () => {
  const db = officeDatabase();
  assert.match(cli('retention', '--db', db, '--oggi', '2029-01-01', '--prova'), /^consultazioni: 0 righe da togliere, prima del 01\/01\/2027 \(.*\)\nidempotenza: 0 righe da togliere/);
});
