// A clock of the machine that a test sets.
import { execFileSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratch } from './server.mjs';

// set(instant): what the server takes for now; env: how it is started to believe it.
export function falseClock(instant) {
  const library = scratch('clock.so');
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, join(dirname(fileURLToPath(import.meta.url)), 'clock.c'), '-ldl']);
  const clock = scratch('clock');
  const set = (wanted) => {
    writeFileSync(`${clock}.new`, String(Math.round((Date.parse(wanted) - Date.now()) / 1000)));
    renameSync(`${clock}.new`, clock);  // the server reads it at any moment, and never half
  };
  set(instant);
  return { set, env: { LD_PRELOAD: library, OMNIA_CLOCK: clock } };
}
