// A new version of the client: the page at work goes on with its own, is told, and changes when the person says so. A second visit
// asks the office for no byte of the program.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { draft, officine } from '../lib/office.mjs';
import { officeDatabase, root, scratch, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import { import_draft, resume } from './lib/drafts.mjs';
import * as person from './lib/journey.mjs';

const web = process.env.OMNIA_WEB ?? join(root, 'web/dist');
let browser;

before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

// The same pages under another version: another page and another name in the service worker.
function release(folder, version) {
  for (const name of ['index.html', 'offline.js']) {
    const text = readFileSync(join(web, name), 'utf8');
    writeFileSync(join(folder, name), name === 'index.html' ? text.replace('<body ', `<body data-prova="${version}" `) : text.replace(/omnia-[0-9a-f]{16}/, `omnia-${version.padEnd(16, '0')}`));
    for (const packed of ['br', 'gz']) rmSync(join(folder, `${name}.${packed}`), { force: true });
  }
}

for (const face of ['html', 'canvas']) {
  test(`a new version waits for the person, and the draft is still there (${face})`, { timeout: 120_000 }, async (t) => {
    const folder = scratch('web');
    cpSync(web, folder, { recursive: true });
    let server = await startServer({ db: officeDatabase(), web: folder });
    t.after(() => server.stop());
    const { page, problems, close } = await open(browser, server.url, { face });
    t.after(close);
    await person.enter_as(page, 'ADA XQZETTI');
    await import_draft(page, draft(officine));
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller);

    const asked = [];
    page.on('response', (response) => { if (!response.fromServiceWorker()) asked.push(new URL(response.url()).pathname); });
    await page.reload();
    await page.waitForFunction((wanted) => window.__omnia?.tree && window.__omnia.face === wanted, face);
    await check.settled(page);
    assert.deepEqual(asked.filter((path) => path === '/' || path.startsWith('/assets/')), [], 'a second visit brings no program');

    await resume(page, officine.denominazione);
    await server.stop();
    release(folder, 'beef');
    server = await startServer({ db: server.db, web: folder, port: server.port });
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
    await page.getByText('È pronta una nuova versione del programma.').waitFor();
    await person.title(page, 'Azienda').waitFor();
    assert.equal(await page.evaluate(() => document.body.dataset.prova), undefined, 'nobody is interrupted');
    await check.inspector(page, face)('versione-nuova');
    await person.field(page, 'Nome del legale rappresentante').fill('Niccolò');
    await page.getByRole('link', { name: 'Aggiorna adesso' }).click();
    await page.waitForFunction(() => document.body.dataset.prova === 'beef' && window.__omnia?.tree);
    await resume(page, officine.denominazione);
    assert.equal(await person.field(page, 'Nome del legale rappresentante').inputValue(), 'Niccolò');
    assert.deepEqual(problems, []);
  });
}
