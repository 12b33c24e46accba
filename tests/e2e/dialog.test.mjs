// The dialog of theme and keys, in both faces: it holds the focus, Escape closes it, the focus goes back; what is chosen stays chosen.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as check from './lib/checks.mjs';
import { open_desk } from './lib/desk.mjs';
import { field, title } from './lib/journey.mjs';
import { shared_office } from './lib/shared.mjs';

const office = shared_office();

for (const face of ['html', 'canvas']) {
  test(`theme and keys (${face})`, { timeout: 60_000 }, async (t) => {
    const { page, problems, close } = await office.open({ face });
    t.after(close);
    await open_desk(page);
    const dialog = page.getByRole('dialog', { name: 'Aspetto e tasti' });
    const opener = page.getByRole('link', { name: 'Aspetto e tasti' });

    await opener.focus();
    await page.keyboard.press('?');
    await dialog.waitFor({ state: 'attached' });  // on the canvas it has no box of its own
    await check.settled(page);
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => (document.activeElement === document.body ? 'browser' : document.activeElement.closest('dialog') ? 'dialog' : 'page'));
      assert.notEqual(where, 'page', 'the Tab key stays in the dialog');
    }
    if (face === 'canvas') await check.leaves_are_drawn(page, 'aspetto');
    await check.mirror_is_complete(page, 'aspetto');
    await check.axe_clean(page, 'aspetto');
    await check.picture(page, `aspetto-${face}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.ok(await opener.evaluate((element) => element === document.activeElement), 'the focus goes back to what opened it');

    // Keys: in a field they are letters, elsewhere they press the buttons.
    await field(page, 'PEC').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('n');
    assert.match(await field(page, 'PEC').inputValue(), /n$/);
    assert.equal(await title(page, 'Azienda').count(), 1);
    await page.keyboard.press('Backspace');
    await title(page, 'Azienda').focus();
    await page.keyboard.press('2');
    await title(page, 'Unità produttiva').waitFor();
    await page.keyboard.press('p');
    await title(page, 'Azienda').waitFor();

    await page.keyboard.press('?');
    await dialog.getByRole('radio', { name: 'Scuro' }).check();
    await check.settled(page);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(15, 30, 45)');
    await check.picture(page, `aspetto-${face}-scuro`);
    await dialog.getByRole('checkbox', { name: 'Usa i tasti di scelta rapida' }).uncheck();
    await dialog.getByRole('button', { name: 'Chiudi' }).click();
    await check.picture(page, `azienda-${face}-scelto-scuro`);
    await title(page, 'Azienda').focus();
    await page.keyboard.press('2');
    await page.reload();
    await page.waitForFunction(() => window.__omnia?.tree);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(15, 30, 45)', 'the theme is remembered');
    assert.equal(await title(page, 'Unità produttiva').count(), 0, 'who turned the keys off has none');
    assert.deepEqual(problems, []);
  });
}
