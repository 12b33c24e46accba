// The clock of the machine jumps under a running server: numbers of the protocol still follow the days, sessions end by themselves,
// and nothing that was stored changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, clientOf } from '../lib/client.mjs';
import { falseClock } from '../lib/clock.mjs';
import { draft, molte, officine } from '../lib/office.mjs';
import { makeSeal } from '../lib/segnatura.mjs';
import { cli, startServer } from '../lib/server.mjs';

test('the clock jumps ahead and back, and the register stays in order', async (t) => {
  const { set, env } = falseClock('2026-11-24T10:00:00Z');
  const server = await startServer({ oggi: '', env });
  t.after(() => server.stop());
  const client = await clientOf(server, 'intermediario-2');
  const submit = (i, lunedi = '2026-11-23') => client.submit(draft(molte[i], { lunedi, settimane: 1 }));
  const given = async (answer, protocollo) => {
    assert.equal(answer.status, 201, answer.text);
    assert.equal(answer.body.ricevuta.protocollo, protocollo);
  };
  const refused = (answer) => {
    assert.equal(answer.status, 503, answer.text);
    assert.equal(answer.body.codice, 'orologio.indietro');
    assert.equal(answer.body.detail, 'La data del server precede quella dell’ultimo protocollo: la domanda non si può protocollare.');
  };
  await given(await submit(0), 'INPS.4900.24/11/2026.0000001');
  set('2026-11-24T09:30:00Z');  // half an hour back, the same day
  await given(await submit(1), 'INPS.4900.24/11/2026.0000002');
  set('2026-11-22T10:00:00Z');
  refused(await submit(2));
  assert.equal((await client.get('/api/v1/domande')).body.totale, 2, 'who reads notices nothing');

  set('2027-01-05T10:00:00Z');
  const over = await client.get('/api/v1/domande');
  assert.equal(over.status, 401);
  assert.equal(over.body.codice, 'sessione.scaduta');
  await client.login('intermediario-2');
  await given(await submit(2, '2027-01-04'), 'INPS.4900.05/01/2027.0000001');
  set('2026-11-25T10:00:00Z');
  refused(await submit(3));
  set('2027-01-05T11:00:00Z');
  await client.login('intermediario-2');
  await given(await submit(3, '2027-01-04'), 'INPS.4900.05/01/2027.0000002');
  await server.stop();
  assert.match(cli('verify', '--db', server.db), /^Archivio integro: 4 domande, 4 protocolli/);
});

test('with a clock that went back neither a request nor an act gets a number behind those of the day after', async (t) => {
  const { set, env } = falseClock('2026-11-24T10:00:00Z');
  const server = await startServer({ oggi: '', env });
  t.after(() => server.stop());
  const step = async (who, id, rest, json) => (await clientOf(server, who)).request('POST', `/api/v1/domande/${id}/${rest}`, { json });
  const filed = async (i) => (await (await clientOf(server, 'intermediario-2')).submit(draft(molte[i], { settimane: 1 }))).body.ricevuta.id;
  const id = await filed(0);
  assert.equal((await step('operatore-1', id, 'assegnazione', {})).status, 200);
  const { tipo, dal, al, ore_centesimi, esclusioni, motivazione } = (await (await clientOf(server, 'operatore-1')).get(`/api/v1/domande/${id}/istruttoria`)).body.istruttoria.proposta;
  set('2026-11-25T10:00:00Z');
  await filed(1);
  set('2026-11-24T11:00:00Z');
  const request = await step('operatore-1', id, 'richieste', { elementi: ['Bilancio'], canale: 'pec' });
  assert.deepEqual([request.status, request.body.codice], [503, 'orologio.indietro']);
  assert.equal(request.body.detail, 'La data del server precede quella dell’ultimo protocollo: la richiesta non si può protocollare.');
  assert.equal((await step('operatore-1', id, 'provvedimenti', { tipo, dal, al, ore_centesimi, esclusioni, motivazione })).status, 201);
  const sign = () => step('direttore-1', id, 'provvedimenti/1/firma', {});
  assert.equal((await sign()).body.detail, 'La data del server precede quella dell’ultimo protocollo: il provvedimento non si può protocollare.');
  set('2026-11-25T11:00:00Z');
  assert.equal((await sign()).status, 200);
  assert.match(cli('verify', '--db', server.db), /^Archivio integro: 2 domande, 3 protocolli/);
});

test('a seal that runs out while the server runs: the domanda is registered, and log and metrics tell that it has no seal', async (t) => {
  const { set, env } = falseClock(new Date().toISOString());
  const server = await startServer({ env, args: ['--silenzioso', ...makeSeal().args] });
  t.after(() => server.stop());
  const metrics = async () => /omnia_registrazioni_senza_sigillo_total\{registrato="domanda"\} (\d+)/.exec((await new Client(server).get('/metrics')).text)[1];
  const file = async (lunedi) => {
    const answer = await (await clientOf(server, 'datore-1')).submit(draft(officine, { lunedi, settimane: 1 }));
    assert.equal(answer.status, 201, answer.text);
  };
  await file('2026-11-23');
  assert.equal(await metrics(), '0');
  assert.equal(server.log, '');
  set('2050-01-01T00:00:00Z');
  await file('2026-12-14');
  assert.equal(await metrics(), '1');
  const lines = server.log.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ livello, errore, registrato, motivo }) => [livello, errore, registrato, motivo]),
    [['error', 'registrazione senza sigillo', 'domanda', 'il certificato del sigillo non è valido']]);
  assert.ok(!server.log.includes(officine.codice_fiscale) && !server.log.includes('INPS.'));
  assert.match(cli('verify', '--db', server.db), /Senza segnatura informatica: 1 fra domande, richieste di integrazione e provvedimenti firmati/);
});
