// No mouse: Tab, arrows, Space and Enter take a person from the identity to the protocol number.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { officine } from '../lib/office.mjs';
import { officeDatabase, root, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import { settled } from './lib/checks.mjs';
import { REPORT } from './lib/journey.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

// Each test has an office of its own: two domande for the same days would get in each other's way.
async function office(t) {
  const server = await startServer({ db: officeDatabase(), web: process.env.OMNIA_WEB ?? join(root, 'web/dist') });
  t.after(() => server.stop());
  return server.url;
}

// Presses Tab until the wanted element has the focus, as a person would; never sets it.
async function tab_to(page, locator, what) {
  await locator.waitFor();
  await settled(page);
  for (let i = 0; i < 150; i += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`the Tab key does not reach ${what ?? locator}`);
}

for (const face of ['html', 'canvas']) {
  test(`the keyboard alone sends a domanda (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, close } = await open(browser, await office(t), { face });
    t.after(close);
    const press = async (role, name) => {
      await tab_to(page, page.getByRole(role, { name, exact: typeof name === 'string' }).first(), `${role} ${name}`);
      await page.keyboard.press('Enter');
    };
    const type = async (name, text) => {
      await tab_to(page, page.getByRole('textbox', { name, exact: true }), name);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    };
    const tick = async (role, name) => {
      const box = page.getByRole(role, { name }).first();
      if (await box.isChecked()) return;
      // A radio group is one stop: the arrows choose in it.
      await tab_to(page, box, `${role} ${name}`);
      await page.keyboard.press('Space');
      assert.ok(await box.isChecked(), `${role} ${name} is chosen`);
    };
    const on = (name) => page.getByRole('heading', { level: 1, name }).waitFor();

    await press('button', 'Entra come ADA XQZETTI');
    await press('button', 'Nuova domanda');
    await tab_to(page, page.getByRole('listitem').filter({ hasText: officine.denominazione }).getByRole('button'), 'the company');
    await page.keyboard.press('Enter');
    await on('Azienda');
    await type('Cognome del legale rappresentante', 'Xqzini');
    await type('Nome del legale rappresentante', 'Wikja');
    await type('Codice fiscale del legale rappresentante', 'XQZWKJ85A01H501M');
    await press('button', 'Continua');
    await on('Unità produttiva');
    await tick('radio', /^UP 0/);
    await tick('checkbox', /^Confermo che l’unità produttiva/);
    await press('button', 'Continua');
    await on('Causale');
    const reason = page.getByRole('combobox').first();
    await tab_to(page, reason);
    for (let i = 0; i < 40 && (await reason.inputValue()) !== 'MANC_LAVORO'; i += 1) await page.keyboard.press('ArrowDown');
    assert.equal(await reason.inputValue(), 'MANC_LAVORO');
    await type('Che cosa è successo', 'Manca lavoro per il rinvio di una commessa; la ripresa è attesa a gennaio.');
    await press('button', 'Continua');
    await on('Periodo e settimane');
    await type('Primo giorno di sospensione o riduzione', '23/11/2026');
    await type('Lunedì della prima settimana', '23/11/2026');
    await type('Domenica dell’ultima settimana', '29/11/2026');
    await page.keyboard.press('Tab');
    const row = page.getByRole('row').filter({ hasText: '23/11/2026' }).last();
    for (const [i, value] of ['1', '1', '40'].entries()) {
      await tab_to(page, row.getByRole('textbox').nth(i), `box ${i} of the week`);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(value);
    }
    await press('button', 'Continua');
    await on('Lavoratori');
    await tab_to(page, page.getByRole('table').getByRole('checkbox').first(), 'the first worker');
    await page.keyboard.press('Space');
    await press('button', 'Continua');
    await on('Relazione tecnica');
    for (const [name, value] of Object.entries(REPORT)) await type(name, value);
    await tick('checkbox', 'Rendo la relazione come dichiarazione sostitutiva');
    await press('button', 'Continua');
    await on('Indicatori economici');
    await type('Fatturato, 2024', '1.000.000');
    await type('Fatturato, 2025', '800.000');
    await type('Numero di ordini, 2025', '90');
    await press('button', 'Continua');
    await on('Consultazione sindacale');
    await type('Data della comunicazione ai sindacati', '02/11/2026');
    await tick('checkbox', /^Confermo di avere adempiuto/);
    await press('button', 'Continua');
    await on('Pagamento');
    await tick('radio', /conguaglio/);
    await press('button', 'Continua');
    await on('Riepilogo e invio');
    await type('Ticket UniEmens', 'A1B2C3D4E5F6G7H8');
    await page.keyboard.press('Tab');
    await settled(page);  // the warning on the ticket leaves the list above
    for (const box of await page.getByRole('group').getByRole('checkbox').all()) {
      await tab_to(page, box, 'a warning to accept');
      await page.keyboard.press('Space');
    }
    await tick('checkbox', 'Rendo le dichiarazioni qui sopra');
    await press('button', /^Invia/);
    await page.getByText(/INPS\.\d{4}\.\d\d\/\d\d\/\d{4}\.\d{7}/).first().waitFor();
    assert.deepEqual(problems, []);
  });
}

test('the first stops of the Tab key lead to the content and to the accessible version', async (t) => {
  const { page, close } = await open(browser, await office(t), { face: 'canvas' });
  t.after(close);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Vai al contenuto');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Versione accessibile');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.__omnia.face === 'html');
  assert.equal(await page.getByRole('link', { name: 'Versione desktop' }).count(), 1, 'the program knows its face');
  await page.reload();
  await page.waitForFunction(() => window.__omnia?.tree);
  assert.equal(await page.evaluate(() => window.__omnia.face), 'html', 'the choice is remembered');
});
