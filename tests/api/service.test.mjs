// The server as a service: headers, static files, health, metrics, log, limits of connections, stop and restart.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { Client, clientOf } from '../lib/client.mjs';
import { draft, molte, officine } from '../lib/office.mjs';
import { raw } from '../lib/raw.mjs';
import { operations } from '../lib/schema.mjs';
import { cliProgram, officeDatabase, scratch, serverProgram, startServer } from '../lib/server.mjs';

const INDEX = '<!doctype html><html lang="it"><title>Prova</title></html>';
const SCRIPT = 'export const risposta = 42;\n'.repeat(200);

function webFolder() {
  const web = scratch('web');
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), INDEX);
  writeFileSync(join(web, 'assets/app-1234abcd.js'), SCRIPT);
  writeFileSync(join(web, 'assets/app-1234abcd.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(web, 'assets/app-1234abcd.js.gz'), gzipSync(SCRIPT));
  for (const name of ['client-1.wasm', 'testo-1.woff2', 'testo-1.ttf', 'modulo-1.mjs', 'stile-1.css', 'icona-1.svg']) writeFileSync(join(web, 'assets', name), name);
  writeFileSync(join(web, 'sw.js'), '// lavoro in assenza di rete');
  return web;
}

let server;
before(async () => { server = await startServer({ web: webFolder() }); });
after(async () => { await server.stop(); });

// node:http, because fetch decodes the body by itself.
const plain = (path, { method = 'GET', headers = {} } = {}) => new Promise((resolve, reject) => {
  http.request(server.url + path, { method, headers }, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }));
  }).on('error', reject).end();
});

test('every route, and what is no route, answers with the security headers', async () => {
  const paths = operations.map(({ method, path }) => [method, path.replace('{matricola}', officine.matricola).replace('{id}', 'x').replace('{n}', '1')]);
  paths.push(['GET', '/'], ['GET', '/assets/app-1234abcd.js'], ['GET', '/non-esiste'], ['PUT', '/api/v1/domande'], ['POST', '/index.html']);
  for (const [method, path] of paths) {
    const { headers } = await plain(path, { method });
    const what = `${method} ${path}`;
    assert.equal(headers['x-content-type-options'], 'nosniff', what);
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', what);
    assert.match(headers['x-request-id'], /^[0-9a-f-]{36}$/, what);
    assert.equal(headers.server, undefined, what);
    // A part of the program is never a document.
    if (/immutable/.test(headers['cache-control'])) {
      assert.equal(headers['content-security-policy'], undefined, what);
      continue;
    }
    assert.equal(headers['content-security-policy'],
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'", what);
    assert.equal(headers['referrer-policy'], 'no-referrer', what);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', what);
    assert.match(headers['permissions-policy'], /camera=\(\)/, what);
    if (path.startsWith('/api') || path === '/non-esiste') assert.equal(headers['cache-control'], 'no-store', what);
  }
});

test('personal answers are no-store also when they succeed', async () => {
  const client = await clientOf(server, 'datore-1');
  for (const path of ['/api/v1/sessione', '/api/v1/matricole', `/api/v1/matricole/${officine.matricola}/registro`, '/api/v1/domande']) {
    const answer = await client.get(path);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store', path);
  }
});

test('static files come in the coding that the browser takes, with a tag and their cache rule', async () => {
  const path = '/assets/app-1234abcd.js';
  for (const [accept, coding, decode] of [['gzip, deflate, br', 'br', brotliDecompressSync], ['gzip', 'gzip', gunzipSync], ['br;q=0, gzip', 'gzip', gunzipSync], ['identity', undefined, (b) => b]]) {
    const { status, headers, bytes } = await plain(path, { headers: { 'accept-encoding': accept } });
    assert.equal(status, 200);
    assert.equal(headers['content-encoding'], coding, accept);
    assert.equal(decode(bytes).toString(), SCRIPT);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(headers.vary, 'Accept-Encoding');
    assert.equal(Number(headers['content-length']), bytes.length);
    const again = await plain(path, { headers: { 'accept-encoding': accept, 'if-none-match': headers.etag } });
    assert.equal(again.status, 304);
    assert.equal(again.bytes.length, 0);
  }
  const tags = await Promise.all(['br', 'gzip', 'identity'].map((accept) => plain(path, { headers: { 'accept-encoding': accept } })));
  assert.equal(new Set(tags.map((answer) => answer.headers.etag)).size, 3, 'each coding has its own tag');
});

test('the page is never taken from a cache without asking', async () => {
  for (const path of ['/', '/index.html', '/sw.js']) assert.equal((await plain(path)).headers['cache-control'], 'no-cache', path);
  const page = await plain('/');
  assert.equal(page.bytes.toString(), INDEX);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
});

test('static files have the right MIME types', async () => {
  const types = { 'client-1.wasm': 'application/wasm', 'testo-1.woff2': 'font/woff2', 'testo-1.ttf': 'font/ttf', 'modulo-1.mjs': 'text/javascript; charset=utf-8', 'stile-1.css': 'text/css; charset=utf-8', 'icona-1.svg': 'image/svg+xml' };
  for (const [name, type] of Object.entries(types)) assert.equal((await plain(`/assets/${name}`)).headers['content-type'], type, name);
});

test('HEAD answers like GET without the body', async () => {
  for (const path of ['/', '/healthz', '/api/v1/openapi.json']) {
    const head = await plain(path, { method: 'HEAD' });
    const get = await plain(path);
    assert.equal(head.status, get.status, path);
    assert.equal(head.headers['content-type'], get.headers['content-type'], path);
    assert.equal(head.bytes.length, 0, path);
  }
});

test('a keep-alive connection survives a DELETE without body', async () => {
  const { cookie, csrf } = await clientOf(server, 'datore-1');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const call = (method, path) => new Promise((resolve, reject) => {
    const request = http.request(server.url + path, { method, agent, headers: { cookie, 'x-csrf-token': csrf } }, (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode, reused: request.reusedSocket }));
    }).on('error', reject);
    request.end();
  });
  assert.equal((await call('DELETE', '/api/v1/sessione')).status, 204);
  assert.deepEqual(await call('GET', '/healthz'), { status: 200, reused: true });
  agent.destroy();
});

test('health, readiness and metrics', async () => {
  assert.equal((await plain('/healthz')).bytes.toString(), 'vivo\n');
  assert.equal((await plain('/readyz')).bytes.toString(), 'pronto\n');
  await plain('/non-esiste');
  const { headers, bytes } = await plain('/metrics');
  assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
  const text = bytes.toString();
  assert.match(text, /omnia_http_requests_total\{method="GET",route="\/readyz",status="200"\} \d+/);
  assert.match(text, /omnia_http_requests_total\{method="GET",route="\(nessuna\)",status="404"\} \d+/);
  assert.match(text, /omnia_http_request_duration_seconds_bucket\{route="\/healthz",le="\+Inf"\} \d+/);
  assert.match(text, /omnia_db_commit_gruppi_total \d+/);
});

test('the log tells route, status and time, and no personal data', async () => {
  const client = await clientOf(server, 'datore-1');
  const worker = officine.lavoratori[0].codice_fiscale;
  await client.get(`/api/v1/matricole?q=${officine.codice_fiscale}`);
  await client.get(`/api/v1/domande?q=${worker}`);
  await client.get(`/api/v1/matricole/${officine.matricola}/registro`);
  await client.get(`/${worker}`);
  await new Promise((done) => setTimeout(done, 100));
  const lines = server.log.trim().split('\n').map((line) => JSON.parse(line));
  const last = lines.filter((line) => line.rotta === '/api/v1/matricole/{matricola}/registro').at(-1);
  assert.equal(last.metodo, 'GET');
  assert.equal(last.stato, 200);
  assert.equal(last.ruolo, 'datore');
  assert.ok(last.ms > 0 && last.byte > 100);
  for (const personal of [worker, officine.matricola, officine.codice_fiscale, 'XQZ', client.csrf]) assert.ok(!server.log.includes(personal), personal);
});

test('who finds a vulnerability knows whom to tell', async () => {
  const { status, body } = await new Client(server).get('/.well-known/security.txt');
  assert.deepEqual([status, body.codice], [404, 'percorso.sconosciuto'], 'nobody was named');
  const one = await startServer({ args: ['--contatto-sicurezza', 'mailto:sicurezza@omnia.invalid'] });
  try {
    const answer = await new Client(one).get('/.well-known/security.txt');
    assert.equal(answer.text, 'Contact: mailto:sicurezza@omnia.invalid\nExpires: 2027-05-23T00:00:00Z\nPreferred-Languages: it, en\n');
  } finally {
    await one.stop();
  }
});

test('two servers cannot share a port', async () => {
  const child = spawn(serverProgram, ['--db', officeDatabase(), '--port', String(server.port), '--demo'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text) => { error += text; });
  assert.equal(await new Promise((done) => child.on('exit', done)), 1);
  assert.match(error, new RegExp(`Errore: La porta ${server.port} su 127\\.0\\.0\\.1 non si può aprire`));
});

test('what cannot start says why and what to do', async () => {
  const fails = async (...args) => {
    const child = spawn(serverProgram, ['--demo', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (text) => { error += text; });
    assert.equal(await new Promise((done) => child.on('exit', done)), 1);
    return error;
  };
  assert.match(await fails('--db', officeDatabase(), '--port', '0', '--web', '/non/esiste'), /Nella cartella «\/non\/esiste» manca index\.html/);
  assert.match(await fails('--db', officeDatabase(), '--port', '0', '--oggi', '2026-02-30'), /La data di --oggi non è valida/);
  assert.match(await fails('--db', '/proc/omnia.db', '--port', '0'), /non si può aprire in scrittura/);
  const text = scratch('testo.db');
  writeFileSync(text, 'questo non è un database'.repeat(100));
  assert.match(await fails('--db', text, '--port', '0'), /non è un database SQLite: indica un altro file/);
  assert.match(await fails('--db', '', '--port', '0'), /Il file di --db non ha nome/);
  // Values that would be taken, and mean something else.
  const with_one = (...args) => fails('--db', officeDatabase(), '--port', '0', ...args);
  assert.match(await with_one('--host', ''), /L’indirizzo di --host è vuoto: indica 127\.0\.0\.1/);
  assert.match(await with_one('--host', '999.1.1.1'), /o l’indirizzo non è di questo computer\. Indicane un’altra con --port, o un altro con --host\./);
  assert.match(await with_one('--proxy-fidato', 'proxy.example'), /L’indirizzo di --proxy-fidato \(«proxy\.example»\) non è IPv4 né IPv6/);
  assert.match(await with_one('--sessione-inattiva', '500', '--sessione-massima', '100'), /--sessione-inattiva supera --sessione-massima/);
  assert.match(await with_one('--sigillo-chiave', '/tmp', '--sigillo-certificato', '/tmp'), /La chiave del sigillo «\/tmp» (non si legge|è leggibile da altri)/);
});

test('a wrong line of options is told in Italian, as the command line does', () => {
  const line = (...args) => {
    const { status, stderr } = spawnSync(serverProgram, args, { encoding: 'utf8', timeout: 20_000 });
    return [status, stderr];
  };
  const help = 'Per l’elenco delle opzioni: omnia-server --help\n';
  assert.deepEqual(line(), [1, `Comando non valido: manca --db.\n${help}`]);
  assert.deepEqual(line('--db', 'x', '--port', '99999'), [1, `Comando non valido: valore non ammesso per --port: indica un numero da 0 a 65535.\n${help}`]);
  assert.deepEqual(line('--db', 'x', '--porta'), [1, `Comando non valido: argomento non previsto: --porta.\n${help}`]);
  assert.deepEqual(line('--db'), [1, `Comando non valido: manca il valore di --db.\n${help}`]);
});

test('who takes care of the archive is told what the file is, and makes none by a slip of the pen', () => {
  const omnia = (...args) => {
    const { status, stdout, stderr } = spawnSync(cliProgram, args, { encoding: 'utf8', timeout: 20_000 });
    return `${status} ${stdout}${stderr}`.trim();
  };
  const none = scratch('nessuno.db');
  assert.equal(omnia('features', 'list', '--db', none), `1 Comando non valido: valore non ammesso per --db: «${none}» non esiste.\nPer l’elenco dei comandi: omnia --help`);
  for (const command of [['retention'], ['verify'], ['audit', 'verify']])
    assert.equal(omnia(...command, '--db', none), `1 omnia: Il database «${none}» non esiste: indica un altro file.`);
  assert.ok(!existsSync(none));
  const text = scratch('testo.db');
  writeFileSync(text, 'questo non è un database'.repeat(100));
  const other = `Il file «${text}» non è un database SQLite: indica un altro file.`;
  assert.equal(omnia('audit', 'verify', '--db', text), `1 omnia: ${other}`);
  assert.equal(omnia('verify', '--db', text), `2 Il file non si legge fino in fondo: ${other}`);
  const empty = scratch('vuoto.db');
  writeFileSync(empty, '');
  assert.equal(omnia('verify', '--db', empty), '2 Il file non è un archivio di OMNIA IS aperta: indica un altro file.');
});

test('SIGTERM lets the request under way finish and stops with status 0', async () => {
  const one = await startServer();
  const client = await clientOf(one, 'datore-1');
  const body = JSON.stringify({ bozza: draft(officine) });
  const head = `POST /api/v1/domande HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\nCookie: ${client.cookie}\r\nX-CSRF-Token: ${client.csrf}\r\n` +
    `Idempotency-Key: durante-arresto\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  let stopped;
  const answer = await raw(one, [head, body.slice(0, 200), async () => {
    await sleep(200);
    stopped = one.stop();
    await sleep(300);
  }, body.slice(200)]);
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual(await stopped, { code: 0, signal: null });
  assert.match(one.log, /"evento":"arresto richiesto"/);
  assert.match(one.log, /"evento":"fermato"/);
  const again = await startServer({ db: one.db });
  const kept = await (await clientOf(again, 'datore-1')).get('/api/v1/domande');
  assert.equal(kept.body.righe[0].protocollo, answer.body.ricevuta.protocollo);
  await again.stop();
});

test('idle keep-alive clients do not hold the stop back', async () => {
  const one = await startServer();
  const agent = new http.Agent({ keepAlive: true });
  await new Promise((done) => http.get(one.url + '/healthz', { agent }, (response) => response.resume().on('end', done)));
  const begun = Date.now();
  assert.deepEqual(await one.stop('SIGINT'), { code: 0, signal: null });
  assert.ok(Date.now() - begun < 3000, `${Date.now() - begun} ms`);
  agent.destroy();
});

test('a restart keeps domande, sessions, keys and the protocol', async () => {
  const one = await startServer();
  const client = await clientOf(one, 'intermediario-2');
  const first = await client.submit(draft(molte[0]), { chiave: 'prima-del-riavvio' });
  await one.stop();
  const two = await startServer({ db: one.db });
  try {
    client.base = two.url;
    assert.equal((await client.get('/api/v1/sessione')).body.identita.id, 'intermediario-2');
    const again = await client.submit(draft(molte[0]), { chiave: 'prima-del-riavvio' });
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.equal(again.text, first.text);
    assert.equal((await client.submit(draft(molte[1]))).body.ricevuta.protocollo, 'INPS.4900.24/11/2026.0000002');
  } finally {
    await two.stop();
  }
});

test('a killed server has lost nothing that it had acknowledged', async () => {
  const one = await startServer();
  const client = await clientOf(one, 'intermediario-2');
  const kept = [];
  const work = Promise.all(Array.from({ length: 40 }, async (_, i) => {
    try {
      const answer = await client.submit(draft(molte[i]));
      if (answer.status === 201) {
        kept.push(answer.body.ricevuta.id);
        if (kept.length === 10) one.child.kill('SIGKILL');
      }
    } catch { /* the connection died with the server */ }
  }));
  await work;
  await one.stop('SIGKILL');
  const two = await startServer({ db: one.db });
  try {
    const reader = await clientOf(two, 'intermediario-2');
    for (const id of kept) assert.equal((await reader.get(`/api/v1/domande/${id}`)).status, 200, id);
    const { righe } = (await reader.get('/api/v1/domande?limite=100')).body;
    const numbers = righe.map((row) => Number(row.protocollo.split('.').at(-1))).sort((a, b) => a - b);
    assert.deepEqual(numbers, Array.from({ length: numbers.length }, (_, i) => i + 1), 'no gap after the kill');
  } finally {
    await two.stop();
  }
});

test('the document that the server gives is the one in the repository', async () => {
  const answer = await new Client(server).get('/api/v1/openapi.json');
  assert.equal(answer.body.openapi, '3.1.0');
  assert.deepEqual(Object.keys(answer.body.paths), [...new Set(operations.map(({ path }) => path))]);
});
