// The same 40 checks by publicodes, json-rules-engine and ajv, and by this program, on the same generated drafts. The codes
// must be the same on every draft before anything is timed; a run of each in turn, several times, and the medians.
import { join } from 'node:path';
import { generatedRequests, nativeReviews, piped, shippedReview } from '../../../../tests/lib/reviews.mjs';
import { build } from '../../../../tests/lib/server.mjs';
import { ajv } from './ajv.mjs';
import { CODES, isCompared } from './codes.mjs';
import { facts } from './facts.mjs';
import { jsonRulesEngine } from './json-rules-engine.mjs';
import { publicodes } from './publicodes.mjs';

const count = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 5);
const seed = 20261124;

const watched = new Set(CODES);
const mine = (codes) => [...new Set(codes)].filter((code) => watched.has(code)).sort().join(' ');
const codesOf = (review) => mine(JSON.parse(review).alerts.filter(isCompared).map((alert) => alert.codice));
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

// Three comparisons: from JSON text to the answer; the rules on objects already read; the checks alone, with the facts given.
const cell = (value, base) => `${number(value, 1).padStart(11)} us ${number(value / base, 1).padStart(6)} x`;
const row = (name, text, rules, checks) => console.log([
  name.padEnd(18),
  cell(text, us['native.text']),
  ...(rules === undefined ? [] : [cell(rules, us['native.rules']), cell(checks, us['native.alerts'])]),
].join('  '));
console.log(`${''.padEnd(18)}  ${['dal testo JSON', 'regole, oggetti letti', 'soli controlli'].map((title) => title.padStart(23)).join('  ')}`);
row('omnia nativo', us['native.text'], us['native.rules'], us['native.alerts']);
row('omnia wasm (node)', us['wasm.text']);
for (const name of Object.keys(peers)) row(name, us.json + us[name], us[name], us[name] - us.facts);
console.log(`omnia esegue ogni volta tutti i suoi avvisi, con testi e citazioni, e nelle prime due colonne anche instradamento, termine,
contatori e indice; dal testo convalida ogni valore e scrive l'intero esame. Gli altri eseguono i soli ${CODES.length} controlli e danno i
codici; nella seconda colonna sono compresi i fatti preparati in JavaScript (${number(us.facts, 1)} us), nella prima la lettura del JSON (${number(us.json, 1)} us).
Tempo di processore per bozza, mediana di ${rounds} giri alternati.`);
