// Many connections that want nothing, or very slowly: another user is served all the same. OMNIA_IDLE: how many idle ones (2,000;
// 10,000 on demand, as many as the limit of open files of both processes allows).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { startServer } from '../lib/server.mjs';

const idle = Number(process.env.OMNIA_IDLE ?? 2000);
const of_one = 100;  // from each address of this machine's network
let server;
before(async () => { server = await startServer({ args: ['--https'] }); });
after(async () => { await server.stop(); });

const status = (what) => Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]);
const connect = (i, begin = '') => new Promise((done) => {
  const socket = net.connect({ port: server.port, host: '127.0.0.1', localAddress: `127.0.1.${1 + Math.floor(i / of_one)}` });
  socket.on('connect', () => {
    if (begin) socket.write(begin);
    done(socket);
  }).on('error', () => done(socket));
});
async function served() {
  const begun = Date.now();
  const client = await clientOf(server, 'datore-1');
  assert.equal((await client.get('/api/v1/matricole')).status, 200);
  return Date.now() - begun;
}

test(`${idle} idle connections hold no thread, and another user is served at once`, async () => {
  const before_it = { rss: status('VmRSS'), threads: status('Threads') };
  const sockets = [];
  for (let i = 0; i < idle; i += 500) sockets.push(...await Promise.all(Array.from({ length: Math.min(500, idle - i) }, (_, k) => connect(i + k))));
  try {
    const open = sockets.filter((socket) => !socket.destroyed).length;
    const times = [await served(), await served(), await served()];
    assert.ok(Math.max(...times) < 2000, `${times} ms`);
    console.log(`${open} connessioni inattive di ${idle}: un altro utente accede e legge in ${Math.max(...times)} ms; ` +
      `fili ${before_it.threads} -> ${status('Threads')}, memoria ${Math.round(before_it.rss / 1024)} -> ${Math.round(status('VmRSS') / 1024)} MB`);
    assert.ok(open > idle * 0.9, `${open} kept`);
    assert.ok(status('Threads') < before_it.threads + 100, `${status('Threads')} threads`);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
});

test('600 clients that send their head byte by byte hold no thread either', async () => {
  const threads = status('Threads');
  const sockets = await Promise.all(Array.from({ length: 600 }, (_, i) => connect(i, 'GET /healthz HTTP/1.1\r\nX-')));
  const drip = setInterval(() => sockets.forEach((socket) => { if (!socket.destroyed) socket.write('a'); }), 200);
  try {
    for (let i = 0; i < 5; ++i) {
      const ms = await served();
      assert.ok(ms < 2000, `${ms} ms`);
      await new Promise((done) => { setTimeout(done, 300); });
    }
    assert.ok(status('Threads') < threads + 100, `${threads} threads, then ${status('Threads')}`);
  } finally {
    clearInterval(drip);
    for (const socket of sockets) socket.destroy();
  }
  assert.equal(server.child.exitCode, null);
});

const post = (path, client, length) => `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n` +
  (client ? `Cookie: ${client.cookie}\r\nX-CSRF-Token: ${client.csrf}\r\nIdempotency-Key: lento-lento-1\r\n` : '') +
  `Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n{`;
// What every answer says to a browser, whoever writes it.
const told = ['Cache-Control', 'Content-Security-Policy', 'Content-Type', 'Cross-Origin-Opener-Policy', 'Cross-Origin-Resource-Policy', 'Permissions-Policy',
  'Referrer-Policy', 'Strict-Transport-Security', 'X-Content-Type-Options', 'X-Frame-Options'];
// What came back on each: status and code of the refusal.
function answers(sockets) {
  const texts = sockets.map(() => '');
  sockets.forEach((socket, i) => socket.on('data', (bytes) => { texts[i] += bytes; }));
  return () => texts.filter(Boolean).map((text) => {
    assert.match(text, /\r\nContent-Type: application\/problem\+json\r\n/);
    const body = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4));
    for (const name of told) assert.ok(text.includes(`\r\n${name}: `), `${name} lacks in ${text}`);
    if (body.status === 503) assert.match(text, /\r\nRetry-After: \d+\r\n/);
    return `${body.status} ${body.codice}`;
  });
}
const until = async (what, ms) => {
  for (const end = Date.now() + ms; Date.now() < end && !what();) await new Promise((done) => { setTimeout(done, 100); });
};

test('500 clients that post their body byte by byte, to open and to logged routes, are cut off; another user is served', async () => {
  const client = await clientOf(server, 'datore-1');
  const kinds = [() => post('/api/v1/sessione', undefined, 100), () => post('/api/v1/domande', client, 100000)];
  const sockets = await Promise.all(Array.from({ length: 500 }, (_, i) => connect(i, kinds[i % 2]())));
  const got = answers(sockets);
  const drip = setInterval(() => sockets.forEach((socket) => { if (!socket.destroyed && socket.writable) socket.write(' '); }), 500);
  try {
    for (let i = 0; i < 5; ++i) {
      const ms = await served();
      assert.ok(ms < 2000, `${ms} ms`);
      await new Promise((done) => { setTimeout(done, 300); });
    }
    await until(() => got().length === 500, 20000);
    const counts = {};
    for (const one of got()) counts[one] = (counts[one] ?? 0) + 1;
    assert.deepEqual(Object.keys(counts).sort(), ['408 richiesta.incompleta', '503 server.occupato'], JSON.stringify(counts));
    assert.equal(got().length, 500, 'nobody is held for ever, and everybody is told');
  } finally {
    clearInterval(drip);
    for (const socket of sockets) socket.destroy();
  }
});

test('one address that has too many requests in hand is told to wait, and others are served', async () => {
  const client = await clientOf(server, 'datore-1');
  const sockets = await Promise.all(Array.from({ length: 500 }, () => connect(10000, post('/api/v1/domande', client, 100000))));
  const got = answers(sockets);
  try {
    const ms = await served();
    assert.ok(ms < 2000, `${ms} ms`);
    await until(() => got().some((one) => one === '503 server.troppe_insieme'), 5000);
    assert.ok(got().includes('503 server.troppe_insieme'), [...new Set(got())].join());
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  assert.equal(server.child.exitCode, null);
});
