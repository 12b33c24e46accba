// The shipped wasm says of every draft what the native program says, byte for byte.
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import test from 'node:test';
import { generatedRequests, nativeReviews, shippedReview } from '../lib/reviews.mjs';

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
