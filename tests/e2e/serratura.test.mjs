// Drafts under a passphrase, and the shared computer that keeps nothing. In both faces.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { draft, officine } from '../lib/office.mjs';
import { officeDatabase, root, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import { import_draft, resume } from './lib/drafts.mjs';
import * as person from './lib/journey.mjs';

const web = process.env.OMNIA_WEB ?? join(root, 'web/dist');
const company = officine.denominazione;
const passphrase = 'quattro parole a caso è';
let browser;

before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

async function visit(t, face) {
  const server = await startServer({ db: officeDatabase(), web });
  t.after(() => server.stop());
  const tab = await open(browser, server.url, { face });
  t.after(tab.close);
  return tab;
}

// Everything that this browser keeps for the site, as text.
const kept = (page) => page.evaluate(async () => {
  const rows = (name, table) => new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const all = request.result.transaction(table).objectStore(table).getAll();
      all.onsuccess = () => { request.result.close(); resolve(all.result); };
    };
  });
  const text = (value) => (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value)
    : value && typeof value === 'object' ? Object.entries(value).map(([k, v]) => k + text(v)).join() : String(value));
  return text([await rows('omnia', 'bozze'), await rows('omnia-file', 'file')]) + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage });
});

const secret = (page) => page.getByLabel(/^Frase segreta/);

for (const face of ['html', 'canvas']) {
  test(`drafts closed with a passphrase are unreadable until it is written again (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems } = await visit(t, face);
    const on_screen = check.inspector(page, face);
    await person.enter_as(page, 'ADA XQZETTI');
    await import_draft(page, draft(officine));
    // Written once the person pauses: before the passphrase, the draft can be read.
    while (!(await kept(page)).includes(company)) await page.waitForTimeout(100);
    await person.button(page, 'Proteggi con una frase segreta').click();
    await page.getByText(/Se dimentichi la frase/).waitFor();
    await secret(page).fill(passphrase);
    await page.getByLabel('Ripeti la frase segreta').fill(passphrase);
    await on_screen('serratura-frase');
    await person.button(page, 'Proteggi le bozze').click();
    await page.getByText('Protette con una frase segreta').waitFor();
    await check.settled(page);
    const sealed = await kept(page);
    for (const word of ['XQZETTI', company, officine.matricola, passphrase]) assert.ok(!sealed.includes(word), `${word} is not readable`);

    await person.button(page, 'Chiudi adesso').click();
    await person.title(page, 'Le bozze sono chiuse').waitFor();
    await on_screen('serratura-chiusa');
    await secret(page).fill('un’altra frase qualunque');
    await person.button(page, 'Apri le bozze').click();
    await page.getByText(/La frase non è quella giusta/).first().waitFor();
    await secret(page).fill(passphrase);
    await person.button(page, 'Apri le bozze').click();
    await person.button(page, `Riprendi ${company}`).click();
    await person.title(page, 'Azienda').waitFor();
    await person.write(page, 'Nome del legale rappresentante', 'Niccolò');
    await check.settled(page);
    assert.ok(!(await kept(page)).includes('Niccolò'), 'what is written after is sealed too');
    await page.reload();
    await person.title(page, 'Le bozze sono chiuse').waitFor();
    await secret(page).fill(passphrase);
    await person.button(page, 'Apri le bozze').click();
    await person.button(page, `Riprendi ${company}`).click();
    await person.title(page, 'Azienda').waitFor();
    assert.equal(await person.field(page, 'Nome del legale rappresentante').inputValue(), 'Niccolò');
    assert.deepEqual(problems, []);
  });
}

// The other tab hears of it, or writes before it has: a tab that was frozen, or a browser without channels between tabs.
for (const heard of [true, false]) {
  test(`a tab at work writes nothing readable once another has protected the drafts (${heard ? 'told' : 'not told'})`, { timeout: 90_000 }, async (t) => {
    const { page, problems } = await visit(t, 'html');
    await person.enter_as(page, 'ADA XQZETTI');
    await import_draft(page, draft(officine));
    const other = await page.context().newPage();
    if (!heard) await other.addInitScript(() => { delete window.BroadcastChannel; });
    await other.goto(page.url());
    await other.waitForFunction(() => window.__omnia?.tree);
    await resume(other, company);
    await person.write(other, 'Nome del legale rappresentante', 'Prima');
    await check.settled(other);
    await person.step(other, 'Riepilogo e invio').click();
    await person.title(other, 'Riepilogo e invio').waitFor();
    await person.button(page, 'Proteggi con una frase segreta').click();
    await secret(page).fill(passphrase);
    await page.getByLabel('Ripeti la frase segreta').fill(passphrase);
    await person.button(page, 'Proteggi le bozze').click();
    await page.getByText('Protette con una frase segreta').waitFor();
    if (!heard) await other.getByLabel('Aggiungi un documento').setInputFiles({ name: 'Seconda.txt', mimeType: 'text/plain', buffer: Buffer.from(officine.denominazione) });
    await person.title(other, 'Le bozze sono chiuse').waitFor();
    const sealed = await kept(other);
    for (const word of ['XQZETTI', company, officine.matricola, 'Prima', 'Seconda', btoa(company)]) assert.ok(!sealed.includes(word), `${word} is not readable`);
    await secret(other).fill(passphrase);
    await person.button(other, 'Apri le bozze').click();
    await resume(other, company);
    await person.step(other, 'Azienda').click();
    assert.equal(await person.field(other, 'Nome del legale rappresentante').inputValue(), 'Prima');
    assert.deepEqual(problems, []);
  });
}

test('on a shared computer nothing stays after the session', { timeout: 90_000 }, async (t) => {
  const { page, problems } = await visit(t, 'html');
  await page.getByRole('checkbox', { name: /^Questo computer è condiviso/ }).check();
  await person.enter_as(page, 'ADA XQZETTI');
  await page.getByText('Computer condiviso: qui non resta nulla').waitFor();
  await import_draft(page, draft(officine));
  await check.inspector(page, 'html')('computer-condiviso');
  assert.ok(!(await kept(page)).includes('XQZETTI'));
  const gone = page.waitForEvent('load');
  page.on('dialog', (dialog) => void dialog.accept());
  await person.leave(page).catch(() => undefined);
  await gone;
  await person.enter_as(page, 'ADA XQZETTI');
  await page.getByText('Nessuna bozza in questo browser').waitFor();
  assert.deepEqual(problems, []);
});
