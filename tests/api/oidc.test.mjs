// Login through a real OpenID Connect provider: the way in, and everything that must not lead in.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Client, set_cookies } from '../lib/client.mjs';
import { identita } from '../lib/office.mjs';
import { claimsOf, freePort, keyPair, providersFile, signed, SPID, startProvider, throughProvider, unsigned } from '../lib/provider.mjs';
import { officeDatabase, scratch, serverProgram, startServer } from '../lib/server.mjs';

const client = keyPair('omnia-1');
const code = (id) => identita.find((one) => one.id === id).codice_fiscale;
const person = (id, more = {}) => ({ fiscalNumber: `TINIT-${code(id)}`, given_name: 'Ada', family_name: 'Xqzetti', ...more });
let server;
let spid;
let cie;
before(async () => {
  const port = await freePort();
  const returnTo = `http://127.0.0.1:${port}/api/v1/ritorno`;
  spid = await startProvider({ returnTo, client });
  cie = await startProvider({ returnTo, client, inUserinfo: true });
  const file = providersFile(`http://127.0.0.1:${port}`, [
    { id: 'spid', nome: 'SPID', issuer: spid.issuer, client },
    { id: 'cie', nome: 'CIE', issuer: cie.issuer, client, at_hash: 'obbligatorio' },
    { id: 'interno', nome: 'Personale INPS', issuer: spid.issuer, client, ruoli: ['operatore', 'direttore'] },
    { id: 'estraneo', nome: 'Chiave sbagliata', issuer: spid.issuer, client: keyPair('omnia-1') },
    { id: 'spento', nome: 'Spento', issuer: 'http://127.0.0.1:9', client },
  ]);
  server = await startServer({ demo: false, port, args: ['--identita', file] });
});
after(async () => { await server.stop(); await spid.stop(); await cie.stop(); });

async function begin(id = 'spid') {
  const browser = new Client(server);
  const answer = await browser.get(`/api/v1/accesso/${id}`);
  assert.equal(answer.status, 303);
  return { browser, address: answer.headers.get('location'), cookie: answer.headers.get('set-cookie') };
}
// The whole way as a browser goes it. options: id of the provider, op, person, acr, tamper; change(url) of the return.
async function login({ id = 'spid', op = spid, who = person('datore-1'), acr = SPID(2), tamper = (token) => token, change = (url) => url } = {}) {
  Object.assign(op, { person: who, acr, tamper });
  const { browser, address } = await begin(id);
  const back = new URL(change(await throughProvider(address)));
  const answer = await browser.get(back.pathname + back.search);
  assert.equal(answer.status, 303);
  return { browser, answer, back, where: answer.headers.get('location'), cookies: set_cookies(answer.headers) };
}
const changed = (claims) => (token) => signed({ ...claimsOf(token), ...claims }, spid.key);
const seconds = () => Math.floor(Date.now() / 1000);

test('the request carries PKCE S256, state, nonce, the levels and a cookie that binds the browser', async () => {
  const { address, cookie } = await begin();
  const query = new URL(address).searchParams;
  assert.equal(query.get('code_challenge_method'), 'S256');
  for (const name of ['code_challenge', 'state', 'nonce']) assert.match(query.get(name), /^[A-Za-z0-9_-]{43}$/, name);
  assert.equal(query.get('acr_values'), `${SPID(2)} ${SPID(3)}`);
  assert.match(cookie, /^omnia_accesso=[A-Za-z0-9_-]{43}; Path=\/api\/v1\/ritorno; Max-Age=600; HttpOnly; SameSite=Lax$/);
});

test('a person comes in with SPID and with CIE, with the powers that the office knows', async () => {
  const { browser, where, cookies } = await login();
  assert.equal(where, '/');
  assert.match(cookies.find((one) => one.startsWith('omnia_sessione')), /; HttpOnly; SameSite=Strict$/);
  const { body } = await browser.get('/api/v1/sessione');
  assert.equal(body.identita.id, 'datore-1');
  assert.equal(body.identita.codice_fiscale, code('datore-1'));
  assert.equal((await login({ id: 'cie', op: cie, acr: SPID(3) })).where, '/');
});

test('a new login ends the session it replaces, also when it comes to nothing', async () => {
  const { browser } = await login();
  const old = browser.cookie;
  assert.equal((await browser.get('/api/v1/sessione')).status, 200);
  const answer = await browser.get('/api/v1/accesso/spid');
  assert.ok(set_cookies(answer.headers).some((one) => one.startsWith('omnia_sessione=; Path=/; Max-Age=0')));
  assert.equal((await new Client(server).get('/api/v1/sessione', { cookie: old })).status, 401);
});

test('the list of providers names them without their secrets', async () => {
  const { body } = await new Client(server).get('/api/v1/accesso');
  assert.equal(body.demo, false);
  assert.deepEqual(body.fornitori[0], { id: 'spid', nome: 'SPID' });
});

test('what a wrong or hostile provider sends never leads in', async () => {
  let old = '';
  await login({ tamper: (token) => { old = token; return token; } });
  const stranger = keyPair('chiave-1');
  const cases = {
    aud: changed({ aud: 'altro' }),
    exp: changed({ exp: seconds() - 3600, iat: seconds() - 7200 }),
    iat: changed({ iat: seconds() + 3600, exp: seconds() + 7200 }),
    iss: changed({ iss: 'https://altro.invalid' }),
    nonce: () => old,
    at_hash: changed({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    alg: (token) => unsigned(claimsOf(token)),
    chiave: (token) => signed(claimsOf(token), spid.key, { kid: 'mai-vista' }),
    firma: (token) => signed(claimsOf(token), stranger),
    token: () => 'non.è.un-token',
  };
  for (const [reason, tamper] of Object.entries(cases)) {
    const { where, cookies } = await login({ tamper });
    assert.equal(where, `/?accesso=${reason}`);
    assert.ok(!cookies.some((one) => one.startsWith('omnia_sessione')), reason);
  }
  assert.equal((await login({ tamper: (token) => signed(claimsOf(token), spid.key, { alg: 'HS256' }) })).where, '/?accesso=alg');
});

test('the id_token without at_hash is taken from who may leave it out, and refused from who must send it', async () => {
  const left = (key) => (token) => { const { at_hash, ...rest } = claimsOf(token); assert.match(at_hash, /^[\w-]{22}$/); return signed(rest, key); };
  assert.equal((await login({ tamper: left(spid.key) })).where, '/');
  assert.equal((await login({ id: 'cie', op: cie, acr: SPID(3) })).where, '/', 'there and right');
  assert.equal((await login({ id: 'cie', op: cie, acr: SPID(3), tamper: left(cie.key) })).where, '/?accesso=at_hash');
  for (const at_hash of ['', 7, null]) assert.equal((await login({ tamper: changed({ at_hash }) })).where, '/?accesso=at_hash', String(at_hash));
});

test('a minute of clock skew is forgiven', async () => {
  assert.equal((await login({ tamper: changed({ exp: seconds() - 30, iat: seconds() - 300 }) })).where, '/');
  assert.equal((await login({ tamper: changed({ iat: seconds() + 30 }) })).where, '/');
});

test('a new key of the provider is fetched when it is first met', async () => {
  const fresh = keyPair('chiave-2');
  spid.keys = [fresh.open];
  assert.equal((await login({ tamper: (token) => signed(claimsOf(token), fresh) })).where, '/');
  assert.equal((await login()).where, '/?accesso=chiave', 'the key that was withdrawn');
  spid.keys = [spid.key.open];
});

test('a level below the one asked for is refused, and a higher one taken', async () => {
  assert.equal((await login({ acr: SPID(1) })).where, '/?accesso=acr');
  assert.equal((await login({ acr: SPID(3) })).where, '/');
});

test('state is used once, by the browser that began, with the provider that was chosen', async () => {
  const { browser, back } = await login();
  assert.equal((await browser.get(back.pathname + back.search)).headers.get('location'), '/?accesso=stato', 'again');
  assert.equal((await login({ change: (url) => url.replace(/state=[^&]+/, 'state=inventato') })).where, '/?accesso=stato');
  const { address } = await begin();
  const elsewhere = new URL(await throughProvider(address));
  assert.equal((await new Client(server).get(elsewhere.pathname + elsewhere.search)).headers.get('location'), '/?accesso=stato', 'another browser');
  assert.equal((await login({ change: (url) => url.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Faltro.invalid') })).where, '/?accesso=iss');
  assert.equal((await login({ change: (url) => url.replace(/code=[^&]+/, 'error=access_denied') })).where, '/?accesso=annullato');
  assert.equal((await login({ change: (url) => url.replace(/code=[^&]+/, 'code=inventato') })).where, '/?accesso=rete');
});

test('only a valid codice fiscale with powers, by a provider that gives them, comes in', async () => {
  const valid = code('datore-1');
  for (const fiscalNumber of [valid, `TINIT-TINIT-${valid}`, `VATIT-${valid}`, `TINIT-${valid.slice(0, 15)}${valid.endsWith('A') ? 'B' : 'A'}`, '']) {
    assert.equal((await login({ who: person('datore-1', { fiscalNumber }) })).where, '/?accesso=codice_fiscale', fiscalNumber);
  }
  assert.equal((await login({ who: person('datore-1', { fiscalNumber: 'TINIT-QZXJWK92D30F205Y' }) })).where, '/?accesso=senza_poteri');
  assert.equal((await login({ id: 'interno' })).where, '/?accesso=senza_poteri');
  assert.equal((await login({ id: 'interno', who: person('operatore-1') })).where, '/');
});

test('a provider that is off, unknown, or does not know our key', async () => {
  assert.equal((await new Client(server).get('/api/v1/accesso/spento')).headers.get('location'), '/?accesso=rete');
  assert.equal((await login({ id: 'estraneo' })).where, '/?accesso=rete');
  const unknown = await new Client(server).get('/api/v1/accesso/nessuno');
  assert.equal(unknown.status, 404);
  assert.equal(unknown.body.codice, 'accesso.fornitore_sconosciuto');
});

test('no secret of a login stands in the log', async () => {
  const seen = [];
  const { back, cookies } = await login({ tamper: (token) => { seen.push(token); return token; } });
  seen.push(back.searchParams.get('code'), back.searchParams.get('state'), code('datore-1'), client.jwk.d);
  seen.push(...cookies.map((one) => /=([^;]*)/.exec(one)[1]).filter(Boolean));
  for (const secret of seen) assert.ok(!server.log.includes(secret), secret);
  assert.match(server.log, /accesso non riuscito: nonce/);
});

async function refusedStart(args) {
  const child = spawn(serverProgram, ['--db', officeDatabase(), '--port', '0', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (more) => { text += more; });
  assert.equal(await new Promise((done) => child.on('exit', done)), 1, text);
  return text.trim();
}

test('without a provider and without --demo the server does not start, and says why', async () => {
  assert.equal(await refusedStart([]), 'Errore: Nessuno potrebbe accedere: non è configurato alcun fornitore di identità. Indica il file dei fornitori ' +
    'con --identita, oppure usa --demo per provare il servizio con identità inventate.');
});

test('a file of providers that is wrong is refused with the place and the remedy', async () => {
  const write = (text) => { const file = scratch('identita.json'); writeFileSync(file, text); return file; };
  const good = () => providersFile('https://omnia.invalid', [{ id: 'spid', nome: 'SPID', issuer: 'https://idp.invalid', client }]);
  assert.match(await refusedStart(['--identita', write('{')]), /il JSON non è leggibile/);
  assert.match(await refusedStart(['--identita', write('[]')]), /Nel file dei fornitori di identità «.*» il contenuto non è un oggetto\./);
  assert.match(await refusedStart(['--identita', write('{}')]), /manca «indirizzo»: aggiungilo, è un testo\./);
  assert.match(await refusedStart(['--identita', '/tmp']), /Il file «\/tmp» non si legge: controlla che esista e che il servizio possa leggerlo\./);
  const wrong = (change) => { const file = JSON.parse(readFileSync(good(), 'utf8')); change(file); return write(JSON.stringify(file)); };
  assert.match(await refusedStart(['--identita', wrong((f) => { delete f.fornitori[0].client_id; })]), /manca «fornitori\[0\]\.client_id»: aggiungilo/);
  assert.match(await refusedStart(['--identita', wrong((f) => { f.fornitori[0].issuer = 'http://idp.invalid'; })]), /«fornitori\[0\]\.issuer» deve cominciare con https/);
  assert.match(await refusedStart(['--identita', wrong((f) => { f.fornitori[0].algoritmi = ['none']; })]), /contiene «none», che non è ammesso/);
  assert.match(await refusedStart(['--identita', wrong((f) => { f.fornitori[0].at_hash = 'forse'; })]), /at_hash» è «obbligatorio» oppure «se_presente»: correggilo/);
  assert.match(await refusedStart(['--identita', wrong((f) => { f.fornitori[0].acr = []; })]), /«fornitori\[0\]\.acr» non è un elenco di testi/);
  assert.match(await refusedStart(['--identita', wrong((f) => { f.fornitori[0].isuer = 'x'; })]), /la voce «fornitori\[0\]\.isuer» non esiste/);
  assert.match(await refusedStart(['--identita', wrong((f) => chmodSync(f.fornitori[0].chiave, 0o644))]), /è leggibile da altri: esegui chmod 600/);
});
