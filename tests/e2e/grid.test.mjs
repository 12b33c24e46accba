// The plan of the weeks works like a spreadsheet, in both faces.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as check from './lib/checks.mjs';
import { focused_label, open_desk, open_plan, paste } from './lib/desk.mjs';
import { field } from './lib/journey.mjs';
import { shared_office } from './lib/shared.mjs';

const office = shared_office();

const workers = (day) => `Lavoratori, settimana del ${day}/2026`;
const hours = (day) => `Ore chieste, settimana del ${day}/2026`;

for (const face of ['html', 'canvas']) {
  test(`arrows, Enter, fill-down and a block from a spreadsheet (${face})`, { timeout: 60_000 }, async (t) => {
    const { page, problems, close } = await office.open({ face });
    t.after(close);
    await open_desk(page);
    await open_plan(page);
    const value = (name) => field(page, name).inputValue();
    const at = async (name, what) => {
      await check.settled(page);
      assert.ok((await focused_label(page)).startsWith(name), `${what}: the focus is on ${await focused_label(page)}`);
    };

    await field(page, workers('23/11')).focus();
    await page.keyboard.type('12');
    await page.keyboard.press('Control+D');
    await check.settled(page);
    assert.equal(await value(workers('07/12')), '12', 'Ctrl+D goes to the last week');
    await page.keyboard.press('Enter');
    await at(workers('30/11'), 'Enter goes down');
    await page.keyboard.press('Shift+Enter');
    await at(workers('23/11'), 'Shift+Enter goes up');
    await page.keyboard.press('ArrowDown');
    await at(workers('30/11'), 'the arrow goes down');
    await page.keyboard.press('ArrowRight');
    await at('Di cui a zero ore', 'the whole value is selected: the arrow leaves it');
    await page.keyboard.type('123');
    await page.keyboard.press('ArrowLeft');
    await at('Di cui a zero ore', 'inside a text the arrow moves the caret');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await at(workers('30/11'), 'at its beginning the arrow leaves the field');

    await field(page, workers('23/11')).focus();
    await paste(page, '10\t2\t380,5\r\n11\t3\t400\r\n');
    await check.settled(page);
    assert.equal(await value(workers('23/11')), '10');
    assert.equal(await value(hours('23/11')), '380,50');
    assert.equal(await value(workers('30/11')), '11');
    assert.equal(await value(hours('30/11')), '400,00');
    assert.equal(await value(workers('07/12')), '12', 'the rest stays');
    await at(workers('23/11'), 'the focus stays');
    await check.picture(page, `griglia-${face}`);
    assert.deepEqual(problems, []);
  });
}
