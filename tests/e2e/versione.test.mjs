// A new version of the client: the page at work goes on with its own, is told, and changes when the person says so. A second visit
// asks the office for no byte of the program.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

// The same pages under another version: another page and another name in the service worker. `gone`: files that it has no more.
function release(folder, version, gone = []) {
  for (const name of ['index.html', 'offline.js']) {
    const text = readFileSync(join(web, name), 'utf8');
    const kept = gone.reduce((files, path) => files.replace(`,"${path}"`, ''), text.replace(/omnia-[0-9a-f]{16}/, `omnia-${version.padEnd(16, '0')}`));
    writeFileSync(join(folder, name), name === 'index.html' ? text.replace('<body ', `<body data-prova="${version}" `) : kept);
    for (const packed of ['br', 'gz']) rmSync(join(folder, `${name}.${packed}`), { force: true });
  }
  for (const path of late) for (const packed of ['', '.br', '.gz']) rmSync(join(folder, `${path}${packed}`), { force: true });
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

const copies = (page) => page.evaluate(async () => (await caches.keys()).length);

// The letters of the canvas and the screens of the office: what a page asks for when it comes to need it.
const late = readdirSync(join(web, 'assets')).filter((name) => /^(titillium|roboto|ufficio).*\.(ttf|json)$/.test(name)).map((name) => `/assets/${name}`);

test('a tab that goes on with the old version still gets the parts of it that come late', { timeout: 120_000 }, async (t) => {
  const folder = scratch('web');
  cpSync(web, folder, { recursive: true });
  let server = await startServer({ db: officeDatabase(), web: folder });
  t.after(() => server.stop());
  const { page: old, problems, close } = await open(browser, server.url, { face: 'html' });
  t.after(close);
  await old.evaluate(() => navigator.serviceWorker.ready);
  await old.waitForFunction(() => navigator.serviceWorker.controller);
  const other = await old.context().newPage();
  await other.goto(server.url);
  await other.waitForFunction(() => window.__omnia?.tree);

  assert.equal(late.length, 4, late.join());
  const bring = async (version) => {
    await server.stop();
    release(folder, version, late);
    server = await startServer({ db: server.db, web: folder, port: server.port });
    await other.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
    await other.getByRole('link', { name: 'Aggiorna adesso' }).click();
    await other.waitForFunction((wanted) => document.body.dataset.prova === wanted && window.__omnia?.tree, version);
  };

  await bring('beef');
  await old.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  // As the program asks for a screen: what the browser itself still remembers does not count.
  const status = (path) => old.evaluate(async (wanted) => (await fetch(wanted, { cache: 'no-store' })).status, path);
  for (const path of late) assert.equal(await status(path), 200, path);
  await old.getByRole('link', { name: 'Versione desktop' }).click();
  await old.waitForFunction(() => window.__omnia.face === 'canvas');
  assert.equal(await old.evaluate(() => document.body.dataset.prova), undefined);

  // With no page left that needs them, the older copies go.
  await old.close();
  assert.equal(await copies(other), 2);
  await bring('cafe');
  assert.equal(await copies(other), 1);
  assert.deepEqual(problems, []);
});
