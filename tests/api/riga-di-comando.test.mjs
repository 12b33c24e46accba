// Every command of `omnia` says in its --help what it does, with an example that can be copied.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { build } from '../lib/server.mjs';

const help = (...words) => execFileSync(join(build, 'tools/omnia'), [...words, '--help'], { encoding: 'utf8' });

const COMMANDS = ['check', 'counters', 'route', 'liquidity', 'deadlines', 'whatif', 'explain', 'estimate', 'norms check', 'norms explain', 'norms list'];

for (const command of COMMANDS) {
  test(`omnia ${command} --help has an example`, () => {
    const text = help(...command.split(' '));
    assert.match(text, /Esemp(io|i):/);
    assert.ok(text.includes(`\n  omnia ${command} `) || text.includes(`\n  omnia ${command}\n`), `no example of omnia ${command}`);
  });
}

test('the help names every command that judges by the rules', () => {
  const text = help();
  for (const command of COMMANDS) assert.ok(text.includes(command.split(' ')[0]), command);
});
