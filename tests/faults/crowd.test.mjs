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
before(async () => { server = await startServer(); });
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
