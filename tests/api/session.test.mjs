// Login, logout, CSRF, origin and expiry of sessions.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clientOf, Client } from '../lib/client.mjs';
import { falseClock } from '../lib/clock.mjs';
import { draft, officine, tessitura } from '../lib/office.mjs';
import { keyPair, providersFile } from '../lib/provider.mjs';
import { startServer } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

test('the demo identities are listed with role and description', async () => {
  const { body } = await new Client(server).get('/api/v1/identita-demo');
  assert.equal(body.identita.length, 13);
  assert.deepEqual(body.identita[0], { id: 'datore-1', nome: 'ADA', cognome: 'XQZETTI', ruolo: 'datore', descrizione: 'Datore di lavoro di OFFICINE IMMAGINARIE SRL' });
  assert.equal(body.identita[3].descrizione, 'Intermediario con una delega valida oggi');
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

test('who shows no session is told so without an error; one that is over is refused', async () => {
  const nobody = await new Client(server).get('/api/v1/sessione');
  assert.equal(nobody.status, 204);
  assert.equal(nobody.text, '');
  assert.equal(nobody.headers.get('cache-control'), 'no-store');
  const invented = await new Client(server).get('/api/v1/sessione', { cookie: `omnia_sessione=${'x'.repeat(43)}` });
  assert.equal(invented.status, 401);
  assert.equal(invented.body.codice, 'sessione.scaduta');
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
  const { set, env } = falseClock('2026-11-24T10:00:00Z');
  const short = await startServer({ env, args: ['--sessione-inattiva', '1200', '--sessione-massima', '3600'] });
  try {
    const idle = await clientOf(short, 'datore-1');
    const busy = await clientOf(short, 'datore-2');
    for (const minute of [15, 30, 45]) {
      set(`2026-11-24T10:${minute}:00Z`);
      assert.equal((await busy.get('/api/v1/sessione')).status, 200, `minuto ${minute}`);
    }
    const gone = await idle.get('/api/v1/sessione');
    assert.equal(gone.status, 401);
    assert.equal(gone.body.codice, 'sessione.scaduta');
    assert.equal(gone.body.rimedio, 'Accedi di nuovo: la bozza resta nel browser.');
    set('2026-11-24T11:01:00Z');
    assert.equal((await busy.get('/api/v1/sessione')).status, 401);
  } finally {
    await short.stop();
  }
});

test('without --demo there is neither a list of identities nor a login', async () => {
  const idp = { id: 'spid', nome: 'SPID', issuer: 'https://idp.invalid', client: keyPair('omnia-1') };
  const closed = await startServer({ demo: false, args: ['--identita', providersFile('https://omnia.invalid', [idp])] });
  try {
    const client = new Client(closed);
    const list = await client.get('/api/v1/identita-demo');
    assert.equal(list.status, 404);
    assert.equal(list.body.codice, 'percorso.sconosciuto');
    const login = await client.request('POST', '/api/v1/sessione', { json: { identita: 'datore-1' } });
    assert.equal(login.status, 405);
    assert.equal((await client.get('/api/v1/sessione')).status, 204);
    assert.equal((await client.get('/api/v1/matricole')).status, 401);
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

test('the own sessions are listed with device and end, and one can be closed from another', async () => {
  const here = await clientOf(server, 'direttore-1');
  const there = new Client(server);
  await there.request('POST', '/api/v1/sessione', { json: { identita: 'direttore-1' }, headers: { 'user-agent': `Portatile ${'x'.repeat(300)}` } });
  const { righe } = (await here.get('/api/v1/sessioni')).body;
  assert.equal(righe.length, 2);
  const [mine] = righe.filter((row) => row.attuale);
  const [other] = righe.filter((row) => !row.attuale);
  assert.equal(mine.ruolo, 'direttore');
  assert.equal(other.dispositivo.length, 200);
  assert.equal(other.indirizzo, '127.0.0.1');
  assert.equal((await (await clientOf(server, 'datore-1')).request('DELETE', `/api/v1/sessioni/${other.id}`)).body.codice, 'sessione.non_trovata', 'a stranger');
  assert.equal((await there.get('/api/v1/sessione')).status, 200);
  assert.equal((await here.request('DELETE', `/api/v1/sessioni/${other.id}`)).status, 204);
  assert.equal((await there.get('/api/v1/sessione')).status, 401);
  assert.equal((await here.request('DELETE', `/api/v1/sessioni/${other.id}`)).status, 404);
});

test('a person with several powers changes the one in use: new cookie, new token, same absolute end', async () => {
  const client = await clientOf(server, 'intermediario-1');
  const { body: before } = await client.get('/api/v1/sessione');
  assert.deepEqual(before.poteri.map(({ id, descrizione }) => [id, descrizione]), [
    ['datore-3', 'Datore di lavoro di TESSITURA MAI ESISTITA SNC'], ['intermediario-1', 'Intermediario con una delega valida oggi']]);
  const old = client.cookie;
  const answer = await client.request('POST', '/api/v1/sessione/potere', { json: { identita: 'datore-3' } });
  assert.equal(answer.status, 200);
  assert.equal(answer.body.identita.ruolo, 'datore');
  assert.equal(answer.body.identita.denominazione, 'TESSITURA MAI ESISTITA SNC');
  assert.notEqual(answer.body.csrf, before.csrf);
  assert.ok(answer.body.secondi_massima <= before.secondi_massima);
  assert.equal((await client.get('/api/v1/sessione', { cookie: old })).status, 401);
  client.csrf = answer.body.csrf;
  for (const identita of ['datore-1', 'nessuno']) {
    const refused = await client.request('POST', '/api/v1/sessione/potere', { json: { identita } });
    assert.equal(refused.status, 422);
    assert.equal(refused.body.codice, 'identita.sconosciuta');
  }
  assert.deepEqual((await client.get('/api/v1/matricole')).body.righe.map((row) => row.matricola), [tessitura.matricola]);
});

test('too many requests of a person, of an address or at the door are told when to come back', async () => {
  const tight = await startServer({ limits: true, args: ['--richieste-identita', '5', '--richieste-indirizzo', '30', '--richieste-accesso', '4'] });
  try {
    const client = await clientOf(tight, 'datore-1');
    const other = await clientOf(tight, 'datore-2');
    const flood = async (call, most) => {
      for (let i = 0; i < most; ++i) {
        const answer = await call();
        if (answer.status === 429) return answer;
      }
      return assert.fail('never refused');
    };
    const mine = await flood(() => client.get('/api/v1/sessione'), 8);
    assert.equal(mine.body.codice, 'richieste.troppe');
    assert.equal(mine.body.detail, 'Hai inviato troppe richieste in poco tempo.');
    const wait = Number(mine.headers.get('retry-after'));
    assert.ok(wait >= 1 && wait <= 12, `${wait}`);
    assert.equal(mine.body.rimedio, `Riprova tra ${wait} secondi.`);
    assert.equal((await other.get('/api/v1/sessione')).status, 200, 'another person goes on');
    await flood(() => new Client(tight).request('POST', '/api/v1/sessione', { json: { identita: 'datore-1' } }), 4);
    await flood(() => new Client(tight).get('/api/v1/accesso'), 31);
    assert.equal((await new Client(tight).get('/healthz')).status, 200, 'health is no API');
  } finally {
    await tight.stop();
  }
});

test('behind the trusted proxy the address is the one that the proxy saw, from others the header is nothing', async () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
  for (const [proxy, expected] of [['127.0.0.1', '198.51.100.7'], ['192.0.2.1', '127.0.0.1']]) {
    const one = await startServer({ args: ['--proxy-fidato', proxy] });
    try {
      const client = new Client(one);
      await client.request('POST', '/api/v1/sessione', { json: { identita: 'datore-1' }, headers: forwarded });
      assert.equal((await client.get('/api/v1/sessioni')).body.righe[0].indirizzo, expected);
    } finally {
      await one.stop();
    }
  }
});
