// The same 40 checks by publicodes, json-rules-engine and ajv, and by this program, on the same generated drafts. The codes
// must be the same on every draft before anything is timed; a run of each in turn, several times, and the medians.
import { join } from 'node:path';
import { generatedRequests, nativeReviews, piped, shippedReview } from '../../../tests/lib/reviews.mjs';
import { build } from '../../../tests/lib/server.mjs';
import { ajv } from './ajv.mjs';
import { CODES } from './codes.mjs';
import { facts } from './facts.mjs';
import { jsonRulesEngine } from './json-rules-engine.mjs';
import { publicodes } from './publicodes.mjs';

const count = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 5);
const seed = 20261124;

const watched = new Set(CODES);
const mine = (codes) => [...new Set(codes)].filter((code) => watched.has(code)).sort().join(' ');
const codesOf = (review) => mine(JSON.parse(review).alerts.map((alert) => alert.codice));
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const number = (value, digits = 0) => value.toLocaleString('it-IT', { minimumFractionDigits: digits, maximumFractionDigits: digits });

// Processor time, so that other work on the machine does not count.
async function timed(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function agree(name, check, requests, expected) {
  const different = [];
  for (const [i, request] of requests.entries()) {
    const got = mine(await check(request));
    if (got !== expected[i]) different.push(`  bozza ${i}: omnia [${expected[i]}], ${name} [${got}]`);
  }
  if (!different.length) return;
  console.error(`${name} non concorda su ${different.length} bozze di ${requests.length}:\n${different.slice(0, 10).join('\n')}`);
  process.exitCode = 1;
}

const lines = await generatedRequests(count, seed);
const requests = lines.map((line) => JSON.parse(line));
const wasm = await shippedReview();
const peers = { ajv: ajv(), 'json-rules-engine': jsonRulesEngine(), publicodes: publicodes(requests[0]) };

const expected = (await nativeReviews(lines)).map(codesOf);
await agree('wasm', (request) => codesOf(wasm(JSON.stringify(request))).split(' '), requests, expected);
for (const [name, check] of Object.entries(peers)) await agree(name, check, requests, expected);
if (process.exitCode) process.exit();
const raised = new Map(CODES.map((code) => [code, expected.filter((codes) => codes.split(' ').includes(code)).length]));
const never = CODES.filter((code) => raised.get(code) === 0);
if (never.length) throw new Error(`nessuna bozza solleva ${never.join(', ')}: il confronto non dice niente di questi controlli`);
const total = [...raised.values()].reduce((a, b) => a + b, 0);
console.log(`${CODES.length} controlli, ${number(count)} bozze, ${number(total)} segnalazioni: tutti concordano su ogni bozza.`);

const times = {};
const note = (name, ms) => (times[name] ??= []).push((ms * 1000) / count);
for (let round = 0; round < rounds; round += 1) {
  const native = JSON.parse((await piped(join(build, 'tools/omnia-bench-drafts'), [], lines))[0]);
  note('native.text', native.testo_ms);
  note('native.rules', native.regole_ms);
  note('native.alerts', native.avvisi_ms);
  note('wasm.text', await timed(() => lines.forEach(wasm)));
  note('json', await timed(() => lines.forEach((line) => JSON.parse(line))));
  note('facts', await timed(() => requests.forEach(facts)));
  for (const [name, check] of Object.entries(peers)) {
    note(name, await timed(async () => {
      for (const request of requests) await check(request);
    }));
  }
}
const us = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));

const row = (name, text, rules) => console.log([
  name.padEnd(28),
  `${number(1e6 / text).padStart(8)} bozze/s`,
  `${number(text / us['native.text'], 2).padStart(8)} x`,
  rules === undefined ? '' : `${number(rules, 1).padStart(12)} us`,
  rules === undefined ? '' : `${number(rules / us['native.rules'], 1).padStart(8)} x`,
].join('  '));
console.log(`${''.padEnd(28)}  ${'dal testo JSON'.padStart(16)}    rispetto  ${'sole regole'.padStart(15)}    rispetto`);
row('omnia nativo', us['native.text'], us['native.rules']);
row('omnia wasm (node)', us['wasm.text']);
for (const name of Object.keys(peers)) row(name, us.json + us[name], us[name]);
console.log(`Nelle «sole regole» di omnia, i soli avvisi, con testi e citazioni: ${number(us['native.alerts'], 1)} us; il resto sono instradamento, termine,
contatori e indice. In quelle degli altri, i fatti preparati in JavaScript: ${number(us.facts, 1)} us. Leggere il JSON: ${number(us.json, 1)} us.
omnia esegue tutti i suoi controlli e dal testo convalida i valori e scrive l'intero esame; gli altri eseguono i soli ${CODES.length} controlli e
danno i codici. Tempo di processore, mediana di ${rounds} giri alternati.`);
