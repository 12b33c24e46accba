// What changes is told as it changes, to those who may read it and to nobody else.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { costruzioni, draft, officine } from '../lib/office.mjs';
import { startServer } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

let week = 0;
const nextMonday = () => new Date(Date.parse('2026-11-23') + 7 * 86400000 * ++week).toISOString().slice(0, 10);
async function file(datore) {
  const answer = await datore.submit(draft(officine, { lunedi: nextMonday(), settimane: 1 }));
  assert.equal(answer.status, 201, answer.text);
  return answer.body.ricevuta.id;
}
const listen = async (who, path = '/api/v1/novita', headers = {}) => (await clientOf(server, who)).listen(path, headers);
const told = (events) => events.map((one) => (one === 'fine' ? one : one.event === 'domanda' ? JSON.parse(one.data).id : one.event));

test('the Sede and the company hear of a domanda, others and who sent it do not', { timeout: 60_000 }, async (t) => {
  const datore = await clientOf(server, 'datore-1');
  const own = await datore.listen('/api/v1/novita');
  const streams = Object.fromEntries(await Promise.all(['operatore-1', 'direttore-1', 'datore-1', 'operatore-2', 'datore-2', 'intermediario-1'].map(async (who) => [who, await listen(who)])));
  t.after(() => [own, ...Object.values(streams)].forEach((one) => one.close()));
  assert.equal(streams['operatore-1'].headers.get('cache-control'), 'no-store');
  const first = await file(datore);
  for (const who of ['operatore-1', 'direttore-1', 'datore-1']) assert.deepEqual(told(await streams[who].until(2)), ['inizio', first], who);
  // What is told can be read at once.
  assert.equal((await (await clientOf(server, 'operatore-1')).get(`/api/v1/domande/${first}`)).status, 200);

  // Of the second change the sender is told too, because the office made it; and the others still hear nothing.
  const operatore = await clientOf(server, 'operatore-1');
  assert.equal((await operatore.request('POST', `/api/v1/domande/${first}/assegnazione`, { json: {} })).status, 200);
  assert.deepEqual(told(await own.until(2)), ['inizio', first]);
  for (const who of ['operatore-2', 'datore-2', 'intermediario-1']) assert.deepEqual(told(await streams[who].until(1)), ['inizio'], who);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  assert.match(metrics, /^omnia_flussi_aperti 7$/m);
});

test('who holds a delegation hears, and no longer when it is revoked', { timeout: 60_000 }, async (t) => {
  const intermediario = await clientOf(server, 'intermediario-1');
  const [other, operatore, stranger] = await Promise.all(['intermediario-1', 'operatore-2', 'intermediario-2'].map((who) => listen(who)));
  t.after(() => [other, operatore, stranger].forEach((one) => one.close()));
  const send = async () => {
    const answer = await intermediario.submit(draft(costruzioni, { lunedi: nextMonday(), settimane: 1 }));
    assert.equal(answer.status, 201, answer.text);
    return answer.body.ricevuta.id;
  };
  const first = await send();
  for (const one of [other, operatore]) assert.deepEqual(told(await one.until(2)), ['inizio', first]);
  const taken = () => clientOf(server, 'operatore-2').then((c) => c.request('POST', `/api/v1/domande/${first}/assegnazione`, { json: {} }));
  const delega = (await intermediario.get('/api/v1/deleghe')).body.deleghe.find((one) => one.matricola === costruzioni.matricola);
  assert.equal((await intermediario.request('POST', `/api/v1/deleghe/${delega.id}/revoca`)).status, 204);
  const direct = await listen('operatore-2');
  t.after(() => direct.close());
  assert.equal((await taken()).status, 200);
  assert.deepEqual(told(await direct.until(2)), ['inizio', first]);
  assert.deepEqual(told(await other.until(2)), ['inizio', first]);
  assert.deepEqual(told(await stranger.until(1)), ['inizio']);
});

test('who comes back is told what was missed, or to begin again', { timeout: 60_000 }, async (t) => {
  const datore = await clientOf(server, 'datore-1');
  const before = await listen('operatore-1');
  const [{ id }] = await before.until(1);
  before.close();
  const missed = [await file(datore), await file(datore)];
  for (const [path, headers] of [['/api/v1/novita', { 'last-event-id': id }], [`/api/v1/novita?da=${id}`, {}]]) {
    const back = await listen('operatore-1', path, headers);
    t.after(() => back.close());
    assert.deepEqual(told(await back.until(3)), ['inizio', ...missed]);
  }
  const stranger = await listen('operatore-1', '/api/v1/novita', { 'last-event-id': 'di-un-altro-processo.7' });
  t.after(() => stranger.close());
  assert.deepEqual(told(await stranger.until(2)), ['inizio', 'da_capo']);
});

test('a ninth stream of one person closes the first, and the others of the office go on', { timeout: 60_000 }, async (t) => {
  const other = await listen('operatore-1');
  const client = await clientOf(server, 'direttore-1');
  const streams = [];
  for (let i = 0; i < 9; ++i) streams.push(await client.listen('/api/v1/novita'));
  t.after(() => [other, ...streams].forEach((one) => one.close()));
  assert.deepEqual(told(await streams[0].until(9)), ['inizio', 'fine']);
  const id = await file(await clientOf(server, 'datore-1'));
  for (const one of [other, streams[1], streams[8]]) assert.deepEqual(told(await one.until(2)), ['inizio', id]);
});

test('who announces no further request listens too', { timeout: 60_000 }, async (t) => {
  const { cookie } = await clientOf(server, 'operatore-1');
  let text = '';
  const request = http.get(`${server.url}/api/v1/novita`, { agent: false, headers: { cookie, connection: 'close' } });
  t.after(() => request.destroy());
  const [response] = await once(request, 'response');
  response.setEncoding('utf8').on('data', (more) => { text += more; });
  const id = await file(await clientOf(server, 'datore-1'));
  while (!text.includes(id)) await once(response, 'data');
  assert.ok(!response.complete);
});

test('a HEAD ends at once, a body is refused', { timeout: 20_000 }, async () => {
  const client = await clientOf(server, 'operatore-1');
  assert.equal((await client.request('HEAD', '/api/v1/novita')).status, 200);
  assert.equal((await client.request('POST', '/api/v1/novita', { json: {} })).status, 405);
});

test('a server that stops ends every stream in order', { timeout: 60_000 }, async () => {
  const own = await startServer();
  const stream = await (await clientOf(own, 'operatore-1')).listen('/api/v1/novita');
  await stream.until(1);
  await own.stop();
  assert.deepEqual(told(await stream.until(2)), ['inizio', 'fine']);
});
