// `omnia check` over many generated drafts, as a folder of files and as one stream: drafts a second and peak memory, which
// must not grow with the number of drafts.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { cliProgram } from '../../../tests/lib/server.mjs';

const all = Number(process.argv[2] ?? 100_000);
const tenth = Math.floor(all / 10);
const folder = mkdtempSync(join(tmpdir(), 'omnia-scale-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// The drafts of `omnia drafts`, one file each and one a line; the registry of each matricola as it first comes.
async function generate() {
  const child = spawn(cliProgram, ['drafts', '--seed', '20261124', '--count', String(all)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const streams = [tenth, all].map((most) => ({ most, out: createWriteStream(join(folder, `${most}.jsonl`)) }));
  const known = new Set();
  mkdirSync(join(folder, 'registri'));
  let n = 0;
  let bytes = 0;
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    const end = line.indexOf(',"oggi":"');
    const draft = line.slice('{"bozza":'.length, end);
    const registry = line.slice(line.indexOf(',"registro":', end) + ',"registro":'.length, -1);
    const matricola = /"posizione":\{.*?"matricola":"(\d+)"/.exec(registry)[1];
    if (!known.has(matricola)) {
      known.add(matricola);
      writeFileSync(join(folder, 'registri', `${matricola}.json`), registry);
    }
    for (const { most, out } of streams) if (n < most && !out.write(`${draft}\n`)) await once(out, 'drain');
    for (const { most } of streams.filter((s) => n < s.most)) {
      const place = join(folder, String(most), String(Math.floor(n / 1000)).padStart(4, '0'));
      if (n % 1000 === 0) mkdirSync(place, { recursive: true });
      writeFileSync(join(place, `${String(n).padStart(7, '0')}.json`), draft);
    }
    n += 1;
    bytes += Buffer.byteLength(draft);
  }
  for (const { out } of streams) {
    out.end();
    await once(out, 'close');
  }
  const [code] = await closed;
  if (code !== 0 || n !== all) throw new Error(`omnia drafts: ${n} bozze, esito ${code}`);
  return { registri: known.size, megabytes: bytes / 1e6 };
}

// VmHWM is the peak the kernel keeps for the process; it only grows, so the last look before the end is the answer.
async function run(args, bozze) {
  const start = performance.now();
  const child = spawn(cliProgram, ['check', '--registri', join(folder, 'registri'), '--oggi', '2026-11-24', '--silenzioso', ...args],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      clearInterval(look); // ended
    }
  }, 10);
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - start) / 1000;
  clearInterval(look);
  if (code !== 2 && code !== 1) throw new Error(`omnia check ${args.join(' ')}: esito ${code}`);
  return { seconds, rate: bozze / seconds, peak: peak / 1024 };
}

const italian = (value, digits = 0) => value.toLocaleString('it-IT', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const made = await generate();
console.log(`${italian(all)} bozze, ${italian(made.megabytes)} MB, ${made.registri} registri`);
for (const [what, args] of [['un file per bozza, riassunto', ['--riassunto']], ['jsonl, riassunto', ['--riassunto']], ['jsonl, testo', []], ['jsonl, JSON', ['--json']]]) {
  for (const bozze of [tenth, all]) {
    const source = join(folder, what.startsWith('jsonl') ? `${bozze}.jsonl` : String(bozze));
    const { seconds, rate, peak } = await run([...args, source], bozze);
    console.log(`${what.padEnd(30)} ${italian(bozze).padStart(8)} bozze: ${italian(seconds, 1).padStart(6)} s, ${italian(rate).padStart(7)} bozze/s, memoria massima ${italian(peak, 1)} MB`);
  }
}
