// The shipped wasm says of every draft what the native program says, byte for byte.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { cliProgram, root } from '../lib/server.mjs';

const assets = join(process.env.OMNIA_WEB ?? join(root, 'web/dist'), 'assets');
const count = 500;
const seed = 20261124;

async function requests() {
  const { stdout } = await promisify(execFile)(cliProgram, ['drafts', '--seed', String(seed), '--count', String(count)], { maxBuffer: 1 << 30 });
  return stdout.split('\n').filter(Boolean);
}

// One request a line in, one review a line out.
function native(lines) {
  return new Promise((resolve, reject) => {
    const child = spawn(cliProgram, ['review-stream'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const out = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(Buffer.concat(out).toString('utf8').split('\n').filter(Boolean)) : reject(new Error(`omnia review-stream: ${code}`))));
    child.stdin.end(`${lines.join('\n')}\n`);
  });
}

async function asset(extension) {
  const name = (await readdir(assets)).find((file) => file.startsWith('app-') && file.endsWith(extension));
  assert.ok(name, `no app-*${extension} in ${assets}: build the web pages first`);
  return join(assets, name);
}

// The very files that the server ships: node only hands over the bytes that a browser would fetch.
async function shipped() {
  const { default: create } = await import(pathToFileURL(await asset('.mjs')));
  const app = await create({ wasmBinary: await readFile(await asset('.wasm')), onPatch() {}, onEffect() {} });
  return (text) => {
    const size = app.lengthBytesUTF8(text) + 1;
    const pointer = app._malloc(size);
    app.stringToUTF8(text, pointer, size);
    const review = app.UTF8ToString(app._omnia_review(pointer));
    app._free(pointer);
    return review;
  };
}

test(`${count} generated requests give the same reviews natively and in the shipped wasm`, async (t) => {
  const lines = await requests();
  assert.equal(lines.length, count);

  let start = performance.now();
  const expected = await native(lines);
  const native_ms = performance.now() - start;
  assert.equal(expected.length, count);

  const review = await shipped();
  start = performance.now();
  const got = lines.map(review);
  const wasm_ms = performance.now() - start;

  const different = got.flatMap((text, i) => (text === expected[i] ? [] : [i]));
  if (different.length) assert.equal(got[different[0]], expected[different[0]], `request ${different[0]} of ${different.length} that differ`);
  // A generator whose drafts are all alike would prove nothing.
  const codes = new Set(expected.flatMap((text) => [...text.matchAll(/"codice":"([^"]+)"/g)].map((m) => m[1])));
  assert.ok(new Set(expected).size > count / 2, 'the reviews are of many kinds');
  assert.ok(codes.size >= 10, `the requests raise many alerts, not ${codes.size}`);
  t.diagnostic(`${count} reviews byte-identical, ${codes.size} alert codes; native process ${native_ms.toFixed(0)} ms, wasm ${wasm_ms.toFixed(0)} ms`);
});
