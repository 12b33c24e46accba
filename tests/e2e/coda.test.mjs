// A finished domanda without network: it waits, goes once when the network is back, and asks the person first when the office's
// facts have changed meanwhile. In both faces.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { draft, officine, writeOffice } from '../lib/office.mjs';
import { cli, officeDatabase, root, scratch, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import { import_draft, ready_to_send } from './lib/drafts.mjs';
import * as person from './lib/journey.mjs';

const web = process.env.OMNIA_WEB ?? join(root, 'web/dist');
const company = officine.denominazione;
let browser;

before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

async function at_work(t, face) {
  const server = await startServer({ db: officeDatabase(), web });
  t.after(() => server.stop());
  const tab = await open(browser, server.url, { face });
  t.after(tab.close);
  await person.enter_as(tab.page, 'ADA XQZETTI');
  await import_draft(tab.page, draft(officine));
  await ready_to_send(tab.page, company);
  return { ...tab, server };
}

async function cut(page, off) {
  await page.context().setOffline(off);
  await check.settled(page);
}

const filed = async (page) => (await (await page.request.get(new URL('/api/v1/domande', page.url()).href)).json()).totale;
// Chromium writes a line for every request that the missing network cuts.
const complaints = (problems) => problems.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line));

for (const face of ['html', 'canvas']) {
  test(`without network the domanda waits in the queue and goes once (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems } = await at_work(t, face);
    const on_screen = check.inspector(page, face);
    await cut(page, true);
    await person.button(page, /^Invia/).click();
    await page.getByText('La domanda è in coda: parte da sola quando torna la rete.').waitFor();
    await on_screen('coda');
    await cut(page, false);
    await page.getByText(/INPS\.\d{4}\.\d\d\/\d\d\/\d{4}\.\d{7}/).first().waitFor();
    await person.title(page, 'Domanda inviata').waitFor();
    assert.equal(await filed(page), 1);
    await cut(page, true);
    await cut(page, false);
    await check.settled(page);
    assert.equal(await filed(page), 1, 'once only');
    assert.deepEqual(complaints(problems), []);
  });

  test(`a registry that changed meanwhile is shown before the domanda goes (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, server } = await at_work(t, face);
    await cut(page, true);
    await person.button(page, /^Invia/).click();
    await page.getByText('La domanda è in coda: parte da sola quando torna la rete.').waitFor();
    const files = scratch('cambiato');
    writeOffice(files);
    const registry = join(files, 'aziende.csv');
    writeFileSync(registry, readFileSync(registry, 'utf8').replace(officine.pec, 'nuova@pec.invalid.it'));
    cli('import', '--db', server.db, files);
    await cut(page, false);
    await page.getByText(/i dati dell’ente sono cambiati/).first().waitFor();
    await page.getByText(`era ${officine.pec}; adesso nuova@pec.invalid.it`).waitFor();
    await check.inspector(page, face)('coda-dati-cambiati');
    assert.equal(await filed(page), 0, 'nothing goes before the person has looked');
    await person.button(page, 'Invia con i dati aggiornati').click();
    await person.title(page, 'Domanda inviata').waitFor();
    assert.equal(await filed(page), 1);
    assert.deepEqual(complaints(problems), []);
  });
}
