#!/usr/bin/env node
// Checks docs/casi.md: every `suite/test` it names is a test of tests/unit, every row names one, and no case stands twice.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function testsIn(folder) {
  const names = new Set();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      for (const name of testsIn(path)) names.add(name);
    } else if (entry.name.endsWith('.cpp')) {
      let suite = '';
      for (const [, kind, name] of readFileSync(path, 'utf8').matchAll(/BOOST_AUTO_TEST_(SUITE|CASE)\((\w+)/g)) {
        if (kind === 'SUITE') suite = name;
        else names.add(`${suite}/${name}`);
      }
    }
  }
  return names;
}

const tests = testsIn(join(root, 'tests/unit'));
const defects = [];
const cases = new Map();
readFileSync(join(root, 'docs/casi.md'), 'utf8').split('\n').forEach((line, i) => {
  const cells = line.split('|').map((cell) => cell.trim());
  if (cells.length < 4 || cells[1] === 'caso' || /^-+$/.test(cells[1])) return;
  const where = `docs/casi.md, riga ${i + 1}`;
  const named = [...cells[2].matchAll(/`(\w+\/\w+)`/g)].map(([, name]) => name);
  if (named.length === 0) defects.push(`${where}: il caso «${cells[1]}» non nomina alcuna prova.`);
  for (const name of named) {
    if (!tests.has(name)) defects.push(`${where}: la prova «${name}» non esiste in tests/unit: correggi il nome.`);
  }
  if (cases.has(cells[1])) defects.push(`${where}: il caso «${cells[1]}» c’è già alla riga ${cases.get(cells[1])}.`);
  cases.set(cells[1], i + 1);
});
if (cases.size === 0) defects.push('docs/casi.md: nessun caso trovato.');
for (const defect of defects) console.error(defect);
console.log(`${cases.size} casi, ${tests.size} prove in tests/unit.`);
process.exitCode = defects.length > 0 ? 1 : 0;
