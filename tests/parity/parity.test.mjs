// The shipped wasm says of every draft what the native program says, and why, byte for byte.
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import test from 'node:test';
import { generatedRequests, nativeExplanations, nativeReviews, shippedExplanation, shippedReview } from '../lib/reviews.mjs';

const count = Number(process.env.OMNIA_DRAFTS ?? 5000);
const seed = 20261124;

test(`${count} generated requests give the same reviews natively and in the shipped wasm`, async (t) => {
  const lines = await generatedRequests(count, seed);
  assert.equal(lines.length, count);

  let start = performance.now();
  const expected = await nativeReviews(lines);
  const native_ms = performance.now() - start;
  assert.equal(expected.length, count);

  const review = await shippedReview();
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

// Every twentieth of them is asked why: each topic by its name, and all the alerts.
test('the explanations of every topic are the same natively and in the shipped wasm', async (t) => {
  const lines = (await generatedRequests(count, seed)).filter((_, i) => i % 20 === 0);
  const explain = await shippedExplanation();
  const unknown = JSON.parse(explain(lines[0], 'boh')).errore.testo;
  const topics = unknown.match(/scegli tra (.*), oppure/)[1].split(', ');
  assert.ok(topics.length >= 13 && topics.includes('biennio') && topics.includes('importi'), `topics: ${topics}`);
  const told = new Map();
  for (const topic of [...topics, 'tutto']) {
    const expected = await nativeExplanations(lines, topic);
    const got = lines.map((line) => explain(line, topic === 'tutto' ? '' : topic));
    const different = got.findIndex((text, i) => text !== expected[i]);
    if (different >= 0) assert.equal(got[different], expected[different], `${topic}, request ${different}`);
    told.set(topic, got.filter((text) => !text.startsWith('{"errore"')).length);
  }
  // A topic that no draft of the sample can be asked about would prove nothing.
  const everywhere = ['instradamento', 'organico', 'scadenza', 'biennio', 'quinquennio', 'importi', 'tutto'];
  for (const topic of everywhere) assert.ok(told.get(topic) > lines.length / 4, `${topic} was explained ${told.get(topic)} times`);
  t.diagnostic(`${lines.length} drafts: ${[...told].map(([topic, n]) => `${topic} ${n}`).join(', ')}`);
});
