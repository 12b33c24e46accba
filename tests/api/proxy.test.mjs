// The example of a TLS proxy as it is shipped, in a real nginx in front of a real server; only ports and certificate are of the test.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, scratch, startServer } from '../lib/server.mjs';

const nginx = ['/usr/sbin/nginx', 'nginx'].find((program) => spawnSync(program, ['-v']).error === undefined);

const freePort = () => new Promise((resolve) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

const ask = (library, options, body) => new Promise((resolve, reject) => {
  const request = library.request({ host: '127.0.0.1', rejectUnauthorized: false, ...options }, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
  }).on('error', reject);
  request.end(body);
});

function configured(folder, { plain, tls, server }) {
  const certificate = join(folder, 'fullchain.pem');
  const key = join(folder, 'key.pem');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=omnia.example.it', '-keyout', key, '-out', certificate],
    { stdio: 'ignore' });
  const shipped = readFileSync(join(root, 'tools/deploy/nginx.conf'), 'utf8').replaceAll(/^\s*listen \[::\].*$/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`).replace('listen 443 ', `listen 127.0.0.1:${tls} `)
    .replace('/etc/ssl/omnia/fullchain.pem', certificate).replace('/etc/ssl/omnia/key.pem', key)
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${server.port}`);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, `daemon off;\nworker_processes 1;\npid ${folder}/pid;\nerror_log stderr warn;\nevents {}\nhttp {\n` +
    ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};\n`).join('') + `${shipped}\n}\n`);
  return file;
}

async function listening(port, child) {
  for (let i = 0; i < 200 && child.exitCode === null; i += 1) {
    const open = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); }).on('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  throw new Error('nginx does not listen');
}

test('behind the example of nginx: TLS for everybody, the address nobody can invent, large bodies refused', { skip: !nginx && 'no nginx here' }, async () => {
  const folder = scratch('nginx');
  mkdirSync(folder);
  const server = await startServer({ args: ['--https', '--proxy-fidato', '127.0.0.1'] });
  const [plain, tls] = [await freePort(), await freePort()];
  const file = configured(folder, { plain, tls, server });
  const judged = spawnSync(nginx, ['-t', '-c', file, '-p', folder], { encoding: 'utf8' });
  assert.equal(judged.status, 0, judged.stderr);
  const child = spawn(nginx, ['-c', file, '-p', folder], { stdio: 'ignore' });
  try {
    await listening(tls, child);
    const host = 'omnia.example.it';
    const moved = await ask(http, { port: plain, path: '/x?y=1', headers: { host } });
    assert.deepEqual([moved.status, moved.headers.location], [301, `https://${host}/x?y=1`]);

    const invented = { host, origin: `https://${host}`, 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' };
    const login = await ask(https, { port: tls, path: '/api/v1/sessione', method: 'POST', headers: invented }, JSON.stringify({ identita: 'datore-1' }));
    assert.equal(login.status, 200, login.text);
    assert.match(login.headers['set-cookie'][0], /; Secure$/);
    assert.match(login.headers['strict-transport-security'], /^max-age=31536000/);
    assert.equal(login.headers.server, 'nginx');
    const cookie = login.headers['set-cookie'].map((one) => one.split(';')[0]).join('; ');
    const sessions = await ask(https, { port: tls, path: '/api/v1/sessioni', headers: { host, cookie, 'x-forwarded-for': '203.0.113.9' } });
    assert.deepEqual(JSON.parse(sessions.text).righe.map((row) => row.indirizzo), ['127.0.0.1']);

    const large = await ask(https, { port: tls, path: '/api/v1/domande', method: 'POST', headers: { host, 'content-length': 60 * 1024 * 1024 } });
    assert.equal(large.status, 413);
    await assert.rejects(ask(https, { port: tls, path: '/', headers: { host }, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }));
  } finally {
    child.kill('SIGQUIT');
    await server.stop();
  }
});
