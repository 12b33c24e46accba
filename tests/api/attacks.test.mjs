// Attacks on the service as a whole: each ends in a clear answer, the process lives, and another person notices nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { raw } from '../lib/raw.mjs';
import { root, startServer } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

const memory = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
async function servedWithin(ms) {
  const begun = Date.now();
  const client = await clientOf(server, 'datore-1');
  assert.equal((await client.get('/api/v1/matricole')).status, 200);
  assert.ok(Date.now() - begun < ms, `${Date.now() - begun} ms`);
}

test('100 MB of headers are cut off and not kept', async () => {
  const before_it = memory();
  const line = `X-Pieno: ${'x'.repeat(16000)}\r\n`.repeat(64);  // 1 MB
  const { status } = await raw(server, ['GET /healthz HTTP/1.1\r\nHost: x\r\n', ...Array.from({ length: 100 }, () => line)]);
  assert.ok(status === 400 || status === 0, `${status}`);
  assert.ok(memory() - before_it < 50, `${before_it} MB, then ${memory()} MB`);
  await servedWithin(2000);
});

test('a thousand idle connections of one address leave room for the others', async () => {
  const sockets = Array.from({ length: 1000 }, () => net.connect(server.port, '127.0.0.1').on('error', () => {}));
  try {
    await Promise.all(sockets.map((socket) => new Promise((done) => socket.on('connect', done).on('close', done))));
    // From another address of this machine: the one above has used up its share.
    const answer = await new Promise((done, failed) => {
      const begun = Date.now();
      const socket = net.connect({ port: server.port, host: '127.0.0.1', localAddress: '127.0.0.2' });
      socket.on('connect', () => socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'));
      socket.on('data', (bytes) => done({ text: bytes.toString(), ms: Date.now() - begun }));
      socket.on('error', failed);
    });
    assert.match(answer.text, /^HTTP\/1\.1 200/);
    assert.ok(answer.ms < 2000, `${answer.ms} ms`);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  await servedWithin(5000);
});

test('no path leads out of the folder of the pages', async () => {
  const outside = readFileSync(`${root}/LICENSE`, 'utf8').slice(0, 40);
  for (const path of ['/../../LICENSE', '/assets/../../LICENSE', '/..%2f..%2fLICENSE', '/%2e%2e/%2e%2e/LICENSE', '/assets/..%5c..%5cLICENSE', '//etc/passwd',
    '/....//....//etc/passwd', '/api/v1/../../../etc/passwd', '/%252e%252e/LICENSE', '/index.html%00.png']) {
    const answer = await raw(server, [`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`]);
    assert.ok(answer.status === 404 || answer.status === 400, `${path}: ${answer.status}`);
    assert.ok(!answer.text.includes(outside) && !answer.text.includes('root:'), path);
  }
});

test('strings that break other programs are only text', async () => {
  const client = await clientOf(server, 'datore-1');
  for (const text of ["' OR '1'='1", '"; DROP TABLE domande; --', '%', '_', '${jndi:ldap://x}', '{{7*7}}', '=cmd|calc!A1', '<script>alert(1)</script>', '../../etc/passwd', '😀\u202e']) {
    for (const path of ['/api/v1/matricole', '/api/v1/domande']) {
      const { status, body } = await client.get(`${path}?q=${encodeURIComponent(text)}`);
      assert.equal(status, 200, text);
      assert.deepEqual(body.righe, [], `${path} ${text}`);
    }
    assert.equal((await client.get(`/api/v1/domande/${encodeURIComponent(text)}`)).status, 404, text);
  }
  assert.ok((await client.get('/api/v1/matricole')).body.righe.length > 0);
});
