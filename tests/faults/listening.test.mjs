// The port stays open whatever the system refuses: descriptors that run out, connections that break off before they are taken.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { clientOf } from '../lib/client.mjs';
import { scratch, startServer } from '../lib/server.mjs';

const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });
// From several addresses, so that no limit of one address helps.
const connect = (server, i) => new Promise((done) => {
  const socket = net.connect({ port: server.port, host: '127.0.0.1', localAddress: `127.0.2.${1 + (i % 8)}` });
  socket.on('connect', () => done(socket)).on('error', () => done(socket));
});
async function served(server) {
  const begun = Date.now();
  const client = await clientOf(server, 'datore-1');
  assert.equal((await client.get('/api/v1/matricole')).status, 200);
  assert.ok(Date.now() - begun < 5000, `${Date.now() - begun} ms`);
  assert.equal(server.child.exitCode, null);
}

test('with 256 descriptors, 600 idle connections make room for who asks something', async (t) => {
  const server = await startServer({ wrap: ['prlimit', '--nofile=256:256'] });
  t.after(() => server.stop());
  const sockets = [];
  t.after(() => sockets.forEach((socket) => socket.destroy()));
  let closed = 0;
  for (let i = 0; i < 600; ++i) {
    const socket = await connect(server, i);
    socket.on('close', () => { closed += 1; });
    socket.resume();
    sockets.push(socket);
  }
  await served(server);
  await served(server);
  assert.ok(closed >= 600 - 192, `${closed} sent away`);
});

test('a limit too low to work with is said at the start', async () => {
  await assert.rejects(startServer({ wrap: ['prlimit', '--nofile=64:64'] }), /Il sistema concede solo 64 file aperti: ne servono almeno 256/);
});

test('with no descriptor left at all the server waits without burning a processor, and goes on when there are some again', async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  await served(server);
  const limits = (soft) => execFileSync('prlimit', [`--pid=${server.pid}`, `--nofile=${soft}:`]);
  const before_it = /Max open files\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/limits`, 'utf8'))[1];
  const ticks = () => readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, n) => sum + Number(n), 0);
  limits(8);
  const waiting = await Promise.all(Array.from({ length: 20 }, (_, i) => connect(server, i)));
  t.after(() => waiting.forEach((socket) => socket.destroy()));
  const begun = ticks();
  await sleep(1500);
  assert.ok(ticks() - begun < 50, `${ticks() - begun} hundredths of a second of processor in 1.5 s`);
  assert.equal(server.child.exitCode, null);
  limits(before_it);
  await served(server);
});

test('connections that break off before they are taken, and moments of need, do not close the port', async (t) => {
  const library = scratch('accept.so');
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, join(dirname(fileURLToPath(import.meta.url)), 'accept.c'), '-ldl']);
  const server = await startServer({ env: { LD_PRELOAD: library } });
  t.after(() => server.stop());
  for (let i = 0; i < 30; ++i) {
    const socket = await connect(server, i);
    socket.destroy();
  }
  await served(server);
  assert.deepEqual(await server.stop(), { code: 0, signal: null });
});
