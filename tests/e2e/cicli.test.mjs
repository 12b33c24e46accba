// A draft opened and left many times leaves nothing behind in the program’s memory, in both faces (a thousand: OMNIA_CYCLES=1000).
import assert from 'node:assert/strict';
import test from 'node:test';
import * as check from './lib/checks.mjs';
import { open_desk } from './lib/desk.mjs';
import { shared_office } from './lib/shared.mjs';

const office = shared_office();
const cycles = Number(process.env.OMNIA_CYCLES ?? 300);
// The program keeps nothing of a draft that was left; what the allocator rounds may differ by a little, in all.
const most_bytes_a_cycle = 32;

// Presses within the page, and after each waits for the frame that shows what it did: a thousand rounds take about a minute.
const open_and_leave = (page, times) => page.evaluate(async (count) => {
  const until = async (find) => {
    for (let frames = 0; frames < 600; frames += 1) {
      const found = find();
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
    throw new Error(`not on the page: ${find}`);
  };
  const pressed = (role, words) => [...document.querySelectorAll(role)].find((one) => words.test(one.textContent.trim()));
  for (let i = 0; i < count; i += 1) {
    (await until(() => pressed('main a', /torna alle tue domande/))).click();
    (await until(() => pressed('main button', /^Riprendi/))).click();
    await until(() => pressed('h1', /^Azienda$/) && document.querySelector('main input:not(:disabled)'));
  }
  return { memory: window.__omnia.memory, heap: window.__omnia.heap };
}, times);

for (const face of ['html', 'canvas']) {
  test(`drafts opened and left ${cycles} times take no memory (${face})`, { timeout: 300_000 }, async (t) => {
    const { page, problems, close } = await office.open({ face });
    t.after(close);
    await open_desk(page);
    await check.settled(page);
    const before = await open_and_leave(page, 50);
    const after = await open_and_leave(page, cycles);
    const grown = after.memory - before.memory;
    t.diagnostic(`${before.memory} -> ${after.memory} bytes in use, heap ${before.heap / 1048576} -> ${after.heap / 1048576} MiB`);
    assert.ok(grown <= cycles * most_bytes_a_cycle, `${grown} bytes more after ${cycles} rounds`);
    assert.equal(after.heap, before.heap);
    if (face === 'canvas') await check.leaves_are_drawn(page, 'after the rounds');
    assert.deepEqual(problems, []);
  });
}
