// The checks in publicodes: one engine, a new situation for each draft.
import { readFileSync } from 'node:fs';
import Engine from 'publicodes';
import { parse } from 'yaml';
import { CODES } from './codes.mjs';
import { facts, LIMITS } from './facts.mjs';

const spoken = (name) => name.replaceAll('_', ' ');
const value = (v) => (typeof v === 'boolean' ? (v ? 'oui' : 'non') : typeof v === 'string' ? `'${v}'` : v);
const situation = (values) => Object.fromEntries(Object.entries(values).map(([name, v]) => [spoken(name), value(v)]));

export function publicodes(sample) {
  const rules = parse(readFileSync(new URL('publicodes.yaml', import.meta.url), 'utf8'));
  for (const name of Object.keys(facts(sample))) rules[spoken(name)] = null;
  for (const [name, limit] of Object.entries(LIMITS)) rules[`limite ${spoken(name)}`] = limit;
  const engine = new Engine(rules, { logger: { log() {}, warn() {}, error: console.error } });
  return (request) => {
    engine.setSituation(situation(facts(request)));
    return CODES.filter((code) => engine.evaluate(code).nodeValue === true);
  };
}
