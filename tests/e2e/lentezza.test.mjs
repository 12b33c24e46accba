// A slow computer, a slow line, a computer that slept: what the page says stays true, and nothing is lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import * as check from './lib/checks.mjs';
import { back_home, resume } from './lib/drafts.mjs';
import * as person from './lib/journey.mjs';
import { shared_office } from './lib/shared.mjs';

const office = shared_office();
const surname = 'Cognome del legale rappresentante';

async function begin(t, who = 'ADA XQZETTI') {
  const { page, problems, close } = await office.open({ face: 'html' });
  t.after(close);
  t.after(() => assert.deepEqual(problems, []));
  await person.enter_as(page, who);
  return page;
}

// The same with a clock that the test moves.
async function begin_at(t, time, problem = () => true) {
  const { page, problems, close } = await office.open({ face: 'html' });
  t.after(close);
  t.after(() => assert.deepEqual(problems.filter(problem), []));
  await page.clock.install(time ? { time } : undefined);
  await page.reload();
  await page.waitForFunction(() => window.__omnia?.tree);
  await person.enter_as(page, 'ADA XQZETTI');
  return page;
}

// Answers to an address wait for `let_go`; `come` is there when the first of them has been asked for.
async function held(page, address) {
  const waiting = [];
  let arrived;
  const come = new Promise((done) => { arrived = done; });
  await page.route(address, (route) => { waiting.push(route); arrived(); });
  return { come, async let_go() { await page.unroute(address); for (const route of waiting) await route.continue().catch(() => undefined); } };
}

test('a search answered late does not replace what was searched after it', { timeout: 60_000 }, async (t) => {
  const page = await begin(t, 'LEO XQZINI');
  await person.button(page, 'Nuova domanda').click();
  const box = page.getByRole('searchbox');
  const card = (name) => page.getByRole('listitem').filter({ hasText: name });
  await card('SERIE 001 SRL').waitFor();
  await check.settled(page);
  const slow = await held(page, (url) => url.searchParams.get('q') === 'SERIE 007');
  await box.fill('SERIE 007');
  await page.keyboard.press('Tab');
  await slow.come;
  await box.fill('SERIE 008');
  await page.keyboard.press('Tab');
  await card('SERIE 008 SRL').waitFor();
  await slow.let_go();
  // Whatever comes of the first question has come when a third one has been answered.
  await page.evaluate(() => fetch('/healthz').then((answer) => answer.text()));
  await check.settled(page);
  assert.equal(await card('SERIE 008 SRL').count(), 1);
  assert.equal(await card('SERIE 007 SRL').count(), 0);
  assert.equal(await page.getByText('La rete non risponde').count(), 0);
});

test('a computer that slept while an answer came reads it when it wakes', { timeout: 60_000 }, async (t) => {
  const page = await begin_at(t);
  const slow = await held(page, '**/api/v1/matricole?*');
  await person.button(page, 'Nuova domanda').click();
  await slow.come;
  await page.clock.fastForward(60_000);
  await slow.let_go();
  await page.getByRole('listitem').filter({ hasText: officine.denominazione }).getByRole('button').waitFor();
  assert.equal(await page.getByText('La rete non risponde').count(), 0);
});

test('what takes long to send on a slow line is waited for', { timeout: 60_000 }, async (t) => {
  const page = await begin_at(t, undefined, (line) => !/40\d|ERR_/.test(line));
  await person.button(page, 'Deleghe').click();
  await page.locator('summary').filter({ hasText: 'Concedi molte deleghe da un file CSV' }).click();
  const long = `intermediario_cf;matricola;dal;al;servizi\r\n${`XQZWKJ85A01H501M;${officine.matricola};24/11/2026;31/12/2027;\r\n`.repeat(7000)}`;
  await page.getByLabel(/^File CSV/).setInputFiles({ name: 'deleghe.csv', mimeType: 'text/csv', buffer: Buffer.from(long) });
  const slow = await held(page, (url) => url.pathname === '/api/v1/deleghe/elenco');
  await person.button(page, 'Concedi tutte le deleghe del file').click();
  await slow.come;
  await page.clock.runFor(30_000);
  await check.settled(page);
  assert.equal(await page.getByText('La rete non risponde').count(), 0, '380 kB take half a minute on a line of 100 kbit/s');
  await page.clock.runFor(60_000);
  await page.getByText('La rete non risponde').first().waitFor();
  await slow.let_go();
});

test('a page left open over midnight counts the days from the new one', { timeout: 60_000 }, async (t) => {
  const page = await begin_at(t, '2026-11-24T23:50:00+01:00', (line) => !/ERR_INTERNET/.test(line));
  await person.choose_company(page, officine.denominazione);
  await person.step(page, 'Causale').click();
  await page.getByRole('combobox').first().selectOption('MANC_LAVORO');
  await person.step(page, 'Periodo e settimane').click();
  await person.title(page, 'Periodo e settimane').waitFor();
  await person.write(page, 'Primo giorno di sospensione o riduzione', '23/11/2026');
  await check.settled(page);
  const left = async () => Number((await page.locator('#omnia').textContent()).match(/tra (\d+) giorni/)?.[1]);
  const before = await left();
  assert.ok(before > 1, `days left: ${before}`);
  await page.context().setOffline(true);
  await page.getByText(/Senza rete/).first().waitFor();
  await page.clock.fastForward(20 * 60_000);
  await page.waitForFunction((days) => document.getElementById('omnia').textContent.includes(`tra ${days} giorni`), before - 1);
  assert.equal(await left(), before - 1);
});

// What a page writes for the next one when it thinks that it goes is older than what it writes when it stays after all.
test('the last keys of a page that went and came back do not replace what was written after them', { timeout: 60_000 }, async (t) => {
  const page = await begin(t);
  await person.choose_company(page, officine.denominazione);
  await person.write(page, surname, 'Prima');
  await check.settled(page);
  await person.field(page, surname).fill('Seconda');
  const left = await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    return localStorage.getItem('omnia.bozze');
  });
  assert.match(left, /Seconda/, 'the page wrote what it had');
  await person.write(page, surname, 'Terza');
  await check.settled(page);
  await page.reload();
  await resume(page, officine.denominazione);
  assert.equal(await person.field(page, surname).inputValue(), 'Terza');
});

test('a draft left before it was known to be free is not kept from the other tabs', { timeout: 60_000 }, async (t) => {
  const page = await begin(t);
  await page.evaluate(() => {
    const request = window.__request = navigator.locks.request.bind(navigator.locks);
    window.__asked = [];
    window.__unanswered = 0;  // a lock that is kept is one of them
    const late = new Promise((go) => { window.__go = go; });
    navigator.locks.request = async (...all) => {
      window.__asked.push(all[0]);
      window.__unanswered += 1;
      await late;
      return request(...all).finally(() => { window.__unanswered -= 1; });
    };
  });
  await person.choose_company(page, officine.denominazione);
  await page.waitForFunction(() => window.__asked.length > 0);
  await back_home(page);
  await page.evaluate(() => window.__go());
  await page.waitForFunction(() => window.__unanswered === 0);
  const free = await page.evaluate(() => window.__request(window.__asked[0], { ifAvailable: true }, (lock) => lock !== null));
  assert.ok(free, 'the draft is free');
});

test('a file that a slow disk gives late goes where it was chosen, whatever was pressed meanwhile', { timeout: 60_000 }, async (t) => {
  const page = await begin(t);
  await person.choose_company(page, officine.denominazione);
  await person.step(page, 'Riepilogo e invio').click();
  await person.title(page, 'Riepilogo e invio').waitFor();
  await page.evaluate(() => {
    const read = Blob.prototype.arrayBuffer;
    const late = new Promise((go) => { window.__go = go; });
    Blob.prototype.arrayBuffer = async function () {
      await late;
      return read.call(this);
    };
  });
  await page.getByLabel('Aggiungi un documento').setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Una nota.') });
  await person.step(page, 'Causale').click();
  await page.evaluate(() => window.__go());
  await person.title(page, 'Causale').waitFor();
  await person.step(page, 'Riepilogo e invio').click();
  await page.getByRole('cell', { name: 'note.txt', exact: true }).waitFor();
});
