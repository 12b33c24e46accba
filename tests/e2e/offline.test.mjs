// No network at all: the pages start from their own copy and the draft is there to go on with.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import { officeDatabase, root, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import { settled } from './lib/checks.mjs';
import * as person from './lib/journey.mjs';

test('with the server gone a reload starts the program, and the draft is gone on with', { timeout: 90_000 }, async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const server = await startServer({ db: officeDatabase(), web: process.env.OMNIA_WEB ?? join(root, 'web/dist') });
  t.after(() => server.stop());
  const { page } = await open(browser, server.url, { face: 'html' });
  await person.enter_as(page, 'ADA XQZETTI');
  await person.choose_company(page, officine.denominazione);
  await person.write(page, 'Nome del legale rappresentante', 'Niccolò');
  await settled(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await server.stop();
  await page.reload();
  await page.getByText(/Senza rete/).waitFor();
  await person.button(page, new RegExp(`^Riprendi ${officine.denominazione}`)).click();
  await person.title(page, 'Azienda').waitFor();
  assert.equal(await person.field(page, 'Nome del legale rappresentante').inputValue(), 'Niccolò');
  // The rules are in the browser: an alert needs no network.
  await person.write(page, 'PEC', 'non è un indirizzo');
  await page.waitForFunction(() => document.querySelector('main [aria-invalid="true"]'));
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => new URL(r.url).pathname)))).flat();
  });
  assert.ok(kept.includes('/') && kept.every((path) => path === '/' || path.startsWith('/assets/')), 'nothing personal is in the copy');
});
