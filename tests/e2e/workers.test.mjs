// Ten thousand workers in one table, in both faces: it scrolls, sorts, is searched and chosen from, with the keyboard too.
import assert from 'node:assert/strict';
import test from 'node:test';
import { largeOfficeDatabase } from '../lib/server.mjs';
import * as check from './lib/checks.mjs';
import { open_desk, open_section } from './lib/desk.mjs';
import { button } from './lib/journey.mjs';
import { shared_office } from './lib/shared.mjs';

const office = shared_office(() => largeOfficeDatabase(10_000));

const table = (page) => page.getByRole('table', { name: 'Lavoratori dell’unità produttiva' });
const region = (page) => page.locator('.scorre');

// Number and name of the row that stands at the top of the region.
function first_in_sight(page) {
  return page.evaluate(() => {
    const region = document.querySelector('.scorre');
    const box = region.getBoundingClientRect();
    const head = region.querySelector('thead th [data-f], thead th').getBoundingClientRect().bottom;
    const boxes = [...region.querySelectorAll('.righe [type="checkbox"]')];
    const first = boxes.find((one) => one.getBoundingClientRect().top >= Math.max(box.top, head) - 1);
    const row = first?.closest('tr');
    return { index: Number(row?.getAttribute('aria-rowindex')), name: first?.labels[0].textContent.trim(), inside: first && first.getBoundingClientRect().bottom <= box.bottom };
  });
}

async function scroll_to(page, share) {
  await region(page).evaluate(async (element, s) => {
    element.scrollTop = (element.scrollHeight - element.clientHeight) * s;
    for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);  // the event of it comes with a frame
  }, share);
  await check.settled(page);
}

const order_of = (page, column) => page.getByRole('columnheader', { name: column }).getAttribute('aria-sort');

// From the region the Tab key comes to the first header; Enter and Space sort, and the focus stays where it is to turn the order round.
async function sort_with_the_keyboard(page) {
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  await region(page).focus();
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Lavoratore');
  await page.keyboard.press('Enter');
  await check.settled(page);
  assert.equal(await order_of(page, 'Lavoratore'), 'ascending');
  const first = (await first_in_sight(page)).name;
  assert.notEqual(first, 'XQZ PROVA9999');
  assert.equal(await focused(), 'Lavoratore', 'the focus has not moved');
  for (let i = 0; i < 3 && (await focused()) !== 'Codice fiscale'; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await check.settled(page);
  assert.equal(await order_of(page, 'Codice fiscale'), 'ascending');
  assert.equal(await order_of(page, 'Lavoratore'), null);
  const codes = () => page.evaluate(() => [...document.querySelectorAll('.scorre .righe tr')].map((row) => row.children[1].textContent.trim()));
  const up = await codes();
  assert.deepEqual(up, [...up].sort());
  await page.keyboard.press('Space');
  await check.settled(page);
  assert.equal(await order_of(page, 'Codice fiscale'), 'descending');
  const down = await codes();
  assert.deepEqual(down, [...down].sort().reverse());
  assert.ok(down[0] > up[0], 'the last code comes first');
}

for (const face of ['html', 'canvas']) {
  test(`ten thousand workers (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, close } = await office.open({ face });
    t.after(close);
    await open_desk(page);
    await open_section(page, 'Unità produttiva');
    await page.getByRole('radio', { name: /^UP 0/ }).check();
    await open_section(page, 'Lavoratori');
    await table(page).waitFor();
    await check.settled(page);
    assert.equal(await table(page).getAttribute('aria-rowcount'), '10001');
    assert.ok((await table(page).getByRole('row').count()) < 60, 'only the rows about the visible ones are on the page');

    await scroll_to(page, 0.5);
    const middle = await first_in_sight(page);
    assert.ok(middle.inside && middle.index > 4900 && middle.index < 5100, `after a jump row ${JSON.stringify(middle)}`);
    await check.picture(page, `lavoratori-${face}`);
    await scroll_to(page, 1);
    assert.equal(await table(page).getByRole('row').last().getAttribute('aria-rowindex'), '10001');
    await page.getByRole('checkbox', { name: 'XQZ PROVA9999' }).check();
    await page.getByText('1 lavoratore scelto').waitFor();

    // The keyboard: the focus stays in the table while rows come and go.
    const focus_inside = () => region(page).evaluate((element) => element.contains(document.activeElement));
    await page.getByRole('checkbox', { name: 'XQZ PROVA9999' }).focus();
    await page.keyboard.press('Home');
    await table(page).getByRole('checkbox', { name: 'XQZ PROVA0000' }).waitFor();
    assert.ok(await focus_inside(), 'the row with the focus has gone, the focus has not left the region');
    await scroll_to(page, 1);
    await page.getByRole('checkbox', { name: 'XQZ PROVA9999' }).focus();
    // What changes the page before the scrolling is told, as the word of the office does on a slow machine, does not take it away either.
    await region(page).evaluate((element) => {
      element.scrollTop = 0;
      document.activeElement.closest('tr').previousElementSibling.querySelector('input').click();
    });
    await page.getByText('2 lavoratori scelti').waitFor();
    await check.settled(page);
    assert.ok(await focus_inside(), 'a row replaced early does not take the focus away');
    const told = page.evaluate(() => new Promise((done) => { document.querySelector('.scorre').addEventListener('scrollend', done, { once: true }); }));
    await page.keyboard.press('PageDown');
    await told;
    await check.settled(page);
    assert.ok(await region(page).evaluate((element) => element.scrollTop > 0 && element.contains(document.activeElement)), 'nor does a key');

    await button(page, 'Lavoratore').click();
    await check.settled(page);
    assert.equal(await page.getByRole('columnheader', { name: 'Lavoratore' }).getAttribute('aria-sort'), 'descending');
    assert.equal((await first_in_sight(page)).name, 'XQZ PROVA9999');
    await sort_with_the_keyboard(page);
    const grip = page.getByRole('separator', { name: 'Lavoratore' });
    const before = await grip.boundingBox();
    await grip.focus();
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
    await check.settled(page);
    const wider = (await grip.boundingBox()).x - before.x;
    assert.ok(wider > 20, `five characters wider: ${wider} px`);
    await page.mouse.move(before.x + wider + 5, before.y + 10);
    await page.mouse.down();
    await page.mouse.move(before.x + wider - 45, before.y + 10, { steps: 4 });
    await page.mouse.up();
    await check.settled(page);
    const dragged = (await grip.boundingBox()).x - before.x;
    assert.ok(Math.abs(dragged - wider + 50) < 14, `dragged 50 px back: ${dragged - wider} px`);

    await page.getByRole('searchbox').fill('prova77');
    await check.settled(page);
    assert.equal(await table(page).getAttribute('aria-rowcount'), '101');
    assert.equal((await first_in_sight(page)).index, 2, 'a new search begins at the top');
    await button(page, /^Scegli tutti i 100/).click();
    await page.getByText('102 lavoratori scelti').waitFor();

    await page.getByRole('searchbox').fill('');
    await check.settled(page);
    const slow = await page.evaluate(async () => {
      const region = document.querySelector('.scorre');
      const times = [];
      for (let i = 0; i < 60; i += 1) {
        const start = performance.now();
        region.scrollTop += 132;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - start);
      }
      times.sort((a, b) => a - b);
      return { median: times[30], worst: times[59] };
    });
    t.diagnostic(`a step of the wheel: median ${slow.median.toFixed(0)} ms, worst ${slow.worst.toFixed(0)} ms`);
    if (face === 'canvas') await check.leaves_are_drawn(page, 'lavoratori');
    else {
      await check.axe_clean(page, 'lavoratori');
      await page.setViewportSize({ width: 390, height: 844 });
      await check.settled(page);
      await check.nothing_is_cut(page, 'lavoratori 390');
      await check.axe_clean(page, 'lavoratori 390');
      await scroll_to(page, 0.3);
      assert.ok((await first_in_sight(page)).index > 2000, 'it scrolls on a phone');
      await region(page).scrollIntoViewIfNeeded();
      await check.picture(page, 'lavoratori-telefono');
    }
    assert.deepEqual(problems, []);
  });
}
