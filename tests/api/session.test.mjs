// Login, logout, CSRF, origin and expiry of sessions.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clientOf, Client } from '../lib/client.mjs';
import { draft, officine } from '../lib/office.mjs';
import { startServer } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

test('the demo identities are listed with role and description', async () => {
  const { body } = await new Client(server).get('/api/v1/identita-demo');
  assert.equal(body.identita.length, 11);
  assert.deepEqual(body.identita[0], { id: 'datore-1', nome: 'ADA', cognome: 'XQZETTI', ruolo: 'datore', descrizione: 'Datore di lavoro di OFFICINE IMMAGINARIE SRL' });
  assert.equal(body.identita[2].descrizione, 'Intermediario con una delega valida oggi');
});

test('login gives an HttpOnly, SameSite=Strict cookie and the session can be read', async () => {
  const client = new Client(server);
  const answer = await client.request('POST', '/api/v1/sessione', { json: { identita: 'operatore-1' } });
  const cookie = answer.headers.get('set-cookie');
  assert.match(cookie, /^omnia_sessione=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/);
  const { body } = await client.get('/api/v1/sessione');
  assert.equal(body.identita.sede, '4900');
  assert.equal(body.csrf, answer.body.csrf);
  assert.equal(body.oggi, '2026-11-24');
});

test('an employer session names the company', async () => {
  const client = await clientOf(server, 'datore-1');
  const { body } = await client.get('/api/v1/sessione');
  assert.equal(body.identita.denominazione, 'OFFICINE IMMAGINARIE SRL');
});

test('an unknown identity is refused', async () => {
  const { status, body } = await new Client(server).request('POST', '/api/v1/sessione', { json: { identita: 'nessuno' } });
  assert.equal(status, 422);
  assert.equal(body.codice, 'identita.sconosciuta');
  assert.equal(body.detail, 'Questa identità non esiste.');
});

test('after logout the cookie is worth nothing', async () => {
  const client = await clientOf(server, 'datore-1');
  const cookie = client.cookie;
  const answer = await client.request('DELETE', '/api/v1/sessione');
  assert.equal(answer.status, 204);
  assert.match(answer.headers.get('set-cookie'), /^omnia_sessione=; Path=\/; Max-Age=0;/);
  const again = await client.get('/api/v1/sessione', { cookie });
  assert.equal(again.status, 401);
  assert.equal(again.body.codice, 'sessione.scaduta');
});

test('a new login ends the session it replaces', async () => {
  const client = await clientOf(server, 'datore-1');
  const old = client.cookie;
  client.csrf = '';
  await client.login('datore-2');
  assert.notEqual(client.cookie, old);
  assert.equal((await client.get('/api/v1/sessione', { cookie: old })).status, 401);
  assert.equal((await client.get('/api/v1/sessione')).body.identita.id, 'datore-2');
});

test('logout and submission need the CSRF token', async () => {
  const client = await clientOf(server, 'datore-1');
  for (const csrf of ['x', (await clientOf(server, 'datore-1')).csrf]) {
    const out = await client.request('DELETE', '/api/v1/sessione', { csrf });
    assert.equal(out.status, 403);
    assert.equal(out.body.codice, 'csrf.non_valido');
  }
  client.csrf = '';
  const sent = await client.submit(draft(officine));
  assert.equal(sent.status, 403);
  assert.equal(sent.body.codice, 'csrf.non_valido');
});

test('a request from another site is refused whatever it carries', async () => {
  const client = await clientOf(server, 'datore-1');
  for (const headers of [{ origin: 'https://altro.invalid' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    const { status, body } = await client.request('DELETE', '/api/v1/sessione', { headers });
    assert.equal(status, 403, JSON.stringify(headers));
    assert.equal(body.codice, 'origine.estranea');
  }
  const login = await new Client(server).request('POST', '/api/v1/sessione', { json: { identita: 'datore-1' }, headers: { origin: 'https://altro.invalid' } });
  assert.equal(login.body.codice, 'origine.estranea');
  const own = await client.request('DELETE', '/api/v1/sessione', { headers: { origin: server.url, 'sec-fetch-site': 'same-origin' } });
  assert.equal(own.status, 204);
});

test('sessions expire when idle and in any case', async () => {
  const short = await startServer({ args: ['--sessione-inattiva', '2', '--sessione-massima', '4'] });
  try {
    const idle = await clientOf(short, 'datore-1');
    const busy = await clientOf(short, 'datore-2');
    for (let i = 0; i < 3; ++i) {
      await sleep(900);
      assert.equal((await busy.get('/api/v1/sessione')).status, 200, `giro ${i}`);
    }
    const gone = await idle.get('/api/v1/sessione');
    assert.equal(gone.status, 401);
    assert.equal(gone.body.codice, 'sessione.scaduta');
    assert.equal(gone.body.rimedio, 'Accedi di nuovo: la bozza resta nel browser.');
    await sleep(1800);
    assert.equal((await busy.get('/api/v1/sessione')).status, 401);
  } finally {
    await short.stop();
  }
});

test('without --demo there is neither a list of identities nor a login', async () => {
  const closed = await startServer({ demo: false });
  try {
    const client = new Client(closed);
    const list = await client.get('/api/v1/identita-demo');
    assert.equal(list.status, 404);
    assert.equal(list.body.codice, 'percorso.sconosciuto');
    const login = await client.request('POST', '/api/v1/sessione', { json: { identita: 'datore-1' } });
    assert.equal(login.status, 405);
    assert.equal((await client.get('/api/v1/sessione')).status, 401);
  } finally {
    await closed.stop();
  }
});

test('behind a TLS proxy the cookie is Secure and origins are https', async () => {
  const tls = await startServer({ args: ['--https'] });
  try {
    const client = new Client(tls);
    const origin = tls.url.replace('http:', 'https:');
    const answer = await client.request('POST', '/api/v1/sessione', { json: { identita: 'datore-1' }, headers: { origin } });
    assert.match(answer.headers.get('set-cookie'), /; Secure$/);
    assert.match(answer.headers.get('strict-transport-security'), /^max-age=31536000/);
    assert.equal((await client.request('POST', '/api/v1/sessione', { json: { identita: 'datore-1' }, headers: { origin: tls.url } })).status, 403);
  } finally {
    await tls.stop();
  }
});
