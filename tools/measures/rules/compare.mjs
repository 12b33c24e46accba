// Runs the same measures natively and as WebAssembly and prints the medians side by side, with their budgets.
import { execFileSync } from 'node:child_process';

const [native, wasm] = process.argv.slice(2);
if (!wasm) {
  console.error('Uso: node compare.mjs PROGRAMMA_NATIVO PROGRAMMA_WASM.js');
  process.exit(1);
}
// Microseconds: native, wasm.
const budgets = { review_20: [50, 150], review_1000_10_anni: [500, 1000], contatori_500_autorizzazioni: [50, Infinity] };
const smallest = 10;
const largest = 10000;

function measures(file, args) {
  const rows = new Map();
  for (const line of execFileSync(file, args, { encoding: 'utf8' }).split('\n')) {
    const found = /^(\S+)\s+([\d.]+)\s+([\d.]+) us/.exec(line);
    if (found) rows.set(found[1], { median: Number(found[2]), p95: Number(found[3]) });
  }
  return rows;
}

const row = (name, cells) => console.log(name.padEnd(30) + cells.map((cell) => String(cell).padStart(12)).join(''));
const growth = (rows) => (rows.get(`review_${largest}`).median / rows.get(`review_${smallest}`).median).toFixed(1);

const one = measures(native, []);
const two = measures(process.execPath, [wasm]);
row('microsecondi', ['nativo', '95º perc.', 'wasm', '95º perc.', 'rapporto', 'limiti']);
for (const [name, n] of one) {
  const w = two.get(name);
  const [most, most_wasm] = budgets[name] ?? [];
  const verdict = most === undefined ? '' : n.median <= most && w.median <= most_wasm ? 'rispettati' : 'SUPERATI';
  row(name, [n.median, n.p95, w.median, w.p95, (w.median / n.median).toFixed(2), verdict]);
}
console.log(`Da ${smallest} a ${largest} lavoratori (${largest / smallest} volte) il tempo cresce di ${growth(one)} volte nativo, ${growth(two)} in WebAssembly.`);
