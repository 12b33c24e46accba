// What only the HTML face can get wrong: reflow at 320 px, a page without its fonts, things that move while one reads, paper.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Client } from '../lib/client.mjs';
import { draft, officine } from '../lib/office.mjs';
import { launch } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import { open_desk, open_plan, open_section } from './lib/desk.mjs';
import * as person from './lib/journey.mjs';
import { shared_office } from './lib/shared.mjs';

const office = shared_office();

const sections = ['Azienda', 'Unità produttiva', 'Causale', 'Lavoratori', 'Relazione tecnica', 'Indicatori economici', 'Consultazione sindacale', 'Pagamento', 'Riepilogo e invio'];

test('at 320 px every section is one column and nothing is cut', { timeout: 120_000 }, async (t) => {
  const { page, problems, close } = await office.open({ face: 'html', width: 320, height: 640 });
  t.after(close);
  await check.nothing_is_cut(page, 'identità');
  await open_desk(page);
  await check.nothing_is_cut(page, 'Azienda');
  await open_section(page, 'Unità produttiva');
  await page.getByRole('radio', { name: /^UP 0/ }).check();
  await open_plan(page);
  await check.nothing_is_cut(page, 'Periodo e settimane');
  await check.picture(page, 'periodo-320');
  for (const name of sections) {
    await open_section(page, name);
    await check.settled(page);
    await check.nothing_is_cut(page, name);
  }
  await page.getByRole('link', { name: 'Aspetto e tasti' }).click();
  await check.settled(page);
  await check.nothing_is_cut(page, 'aspetto');
  await check.picture(page, 'aspetto-320');
  assert.deepEqual(problems, []);
});

test('a table that has no place becomes cards, and its actions stay in sight at every zoom', { timeout: 60_000 }, async (t) => {
  const { page, problems, close } = await office.open({ face: 'html' });
  t.after(close);
  await person.enter_as(page, 'ADA XQZETTI');
  await person.button(page, 'Deleghe').click();
  const given = page.getByRole('table', { name: 'Deleghe della vostra azienda' });
  const revoke = person.button(page, /^Revoca la delega/).first();
  await revoke.waitFor();
  for (const [width, cards] of [[1440, false], [960, true], [720, true], [390, true], [1440, false]]) {
    await page.setViewportSize({ width, height: Math.round(width * 0.625) });
    await check.settled(page);
    assert.equal(await page.locator('.schede').count() > 0, cards, `cards at ${width} px`);
    await check.rows_in_reach(page, 'deleghe');
    await check.nothing_is_cut(page, 'deleghe');
    assert.equal(await given.getByRole('columnheader').count(), 7, 'a table for who listens to it');
    assert.equal(await page.locator('.tabella[tabindex]').count(), 0, 'what fits is no stop for the Tab key');
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'Torna alla pagina iniziale' }).click();
  await person.choose_company(page, officine.denominazione);
  await open_plan(page);
  await check.settled(page);
  assert.equal(await page.locator('.schede [data-griglia]').count(), 0, 'the plan of the weeks stays a grid on a small screen');
  await check.rows_in_reach(page, 'piano 1280');
  assert.deepEqual(problems, []);
});

test('nothing of the worklist is to be scrolled sideways, whatever the window', { timeout: 60_000 }, async (t) => {
  const employer = new Client(office.server);
  await employer.login('datore-1');
  const sent = await employer.submit(draft(officine), { avvisi_accettati: ['A-TER-01', { codice: 'A-LAV-09', motivo: 'Verificato.' }] });
  assert.equal(sent.status, 201);
  const { page, problems, close } = await office.open({ face: 'html' });
  t.after(close);
  await person.enter_as(page, 'EVA XQZELLI');
  await page.getByRole('link', { name: /^INPS\.4900/ }).first().waitFor();
  for (const width of [1440, 1366, 1280, 1152, 1024, 720, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await check.settled(page);
    const hidden = await page.evaluate(() => [...document.querySelectorAll('.tabella')].map((one) => one.scrollWidth - one.clientWidth));
    assert.deepEqual(hidden, [0], `at ${width} px`);
    await check.nothing_is_cut(page, 'elenco');
    if (width === 1152) assert.equal(await page.locator('.schede').count(), 0, 'a table where there is a place for it');
  }
  assert.deepEqual(problems, []);
});

// WCAG 1.4.4: the size of letters that a person has set in the browser, not its zoom.
test('letters twice as large as usual are shown so, titles too, and nothing is cut', { timeout: 90_000 }, async (t) => {
  const browser = await launch(['--blink-settings=defaultFontSize=32']);
  t.after(() => browser.close());
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'it-IT' })).newPage();
  await page.goto(office.server.url);
  await page.waitForFunction(() => window.__omnia?.tree);
  await open_desk(page);
  assert.equal(await check.face_of(page), 'html', 'the canvas has letters of its own size');
  await person.write(page, 'PEC', 'non è un indirizzo');
  const sizes = await page.evaluate(() => ['h1', 'main p', '.btn', '.avviso'].map((one) => getComputedStyle(document.querySelector(one)).fontSize));
  assert.deepEqual(sizes, ['56px', '32px', '32px', '32px']);
  for (const width of [1440, 720, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const name of ['Azienda', 'Lavoratori', 'Riepilogo e invio']) {
      await open_section(page, name);
      await check.settled(page);
      await check.nothing_is_cut(page, `${name}, large letters`);
    }
  }
  await check.picture(page, 'riepilogo-lettere-grandi');
});

// A mask cuts the sign of a tone out of a ground, and forced colours take the ground away: without more, no sign and no current step.
test('in forced colours the signs of the steps stay, and the current step is told from the others', { timeout: 60_000 }, async (t) => {
  const { page, problems, close } = await office.open({ face: 'html' });
  t.after(close);
  await page.emulateMedia({ forcedColors: 'active' });
  await open_desk(page);
  await person.write(page, 'PEC', 'non è un indirizzo');
  await check.settled(page);
  const seen = await page.evaluate(() => {
    const of = (element, pseudo) => getComputedStyle(element, pseudo);
    const error = document.querySelector('.errore');
    const [current, other] = ['.passo[aria-current]', '.passo:not([aria-current])'].map((one) => of(document.querySelector(one)).borderLeftColor);
    return { sign: of(error, '::before').backgroundColor, ground: of(document.body).backgroundColor, current, other };
  });
  assert.notEqual(seen.sign, seen.ground, 'the sign of the error is seen');
  assert.equal(seen.other, seen.ground, 'a step that is not the current one has no mark');
  assert.notEqual(seen.current, seen.other);
  await check.picture(page, 'azienda-colori-forzati');
  assert.deepEqual(problems, []);
});

// The soft line of the other themes is white here: a bar of that colour would look full, whatever it measures.
test('in high contrast a bar is told from what it has not yet reached, and a badge has an edge', { timeout: 60_000 }, async (t) => {
  const { page, problems, close } = await office.open({ face: 'html' });
  t.after(close);
  await page.emulateMedia({ contrast: 'more' });
  await open_desk(page);
  await page.getByRole('meter').first().waitFor();
  await check.settled(page);
  const seen = await page.evaluate(() => {
    const of = (element) => getComputedStyle(element);
    const track = of(document.querySelector('.barra'));
    return { track: track.backgroundColor, edge: track.outlineColor, ground: of(document.body).backgroundColor,
      badge: [...document.querySelectorAll('.badge')].map((one) => of(one).outlineColor), fill: of(document.querySelector('.pieno')).fill };
  });
  assert.equal(seen.track, seen.ground, 'what is not reached is empty');
  assert.equal(seen.edge, 'rgb(255, 255, 255)', 'and has an edge');
  assert.equal(seen.fill, 'rgb(255, 255, 0)');
  for (const edge of seen.badge) assert.equal(edge, 'rgb(255, 255, 255)');
  assert.deepEqual(problems, []);
});

// Chromium draws the page at every blink; with the caret still it draws nothing.
test('the caret blinks while somebody writes and stands still in a page left open', { timeout: 60_000 }, async (t) => {
  const { page, problems, close } = await office.open({ face: 'html' });
  t.after(close);
  await open_desk(page);
  await person.field(page, 'PEC').focus();
  const caret = (wanted) => page.waitForFunction((state) => getComputedStyle(document.activeElement).caretAnimation === state, wanted, { polling: 250 });
  await caret('auto');
  await caret('manual');
  await page.keyboard.press('a');
  await caret('auto');
  assert.deepEqual(problems, []);
});

test('without fonts and images the page is whole', { timeout: 60_000 }, async (t) => {
  const context = await office.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'it-IT' });
  t.after(() => context.close());
  await context.route(/\.(woff2|ttf|svg|png)$/, (route) => route.abort());
  await context.addInitScript(() => localStorage.setItem('omnia.faccia', 'html'));
  const page = await context.newPage();
  await page.goto(office.server.url);
  await open_desk(page);
  await person.write(page, 'PEC', 'non è un indirizzo');
  await page.getByRole('complementary').getByText(/PEC/).first().waitFor({ state: 'attached' });
  await check.nothing_is_cut(page, 'without fonts');
  await check.picture(page, 'azienda-senza-caratteri');
});

test('nothing moves by itself: neither while the page loads nor when the fonts arrive', { timeout: 60_000 }, async (t) => {
  const { page, close } = await office.open({ face: 'html' });
  t.after(close);
  await page.addInitScript(() => {
    window.__shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload();
  await person.button(page, 'Entra come ADA XQZETTI').waitFor();
  await check.settled(page);
  const loading = await page.evaluate(() => window.__shift);
  assert.ok(loading < 0.1, `layout shift while loading: ${loading}`);
  await open_desk(page);
  await page.evaluate(() => { window.__shift = 0; });
  await person.field(page, 'Cognome del legale rappresentante').pressSequentially('Verdi');
  await page.waitForTimeout(700);
  assert.ok((await page.evaluate(() => window.__shift)) < 0.01, 'nor while one types');
});

// The program's first act is to ask how the window is (web/src/face.ts): by then the shell must have been painted.
test('the shell is on the screen before the program runs, and says so when the program does not come', { timeout: 60_000 }, async (t) => {
  const { page, close } = await office.open({ face: 'html' });
  t.after(close);
  await page.addInitScript(() => {
    const ask = window.matchMedia.bind(window);
    window.matchMedia = (query) => {
      window.__painted ??= performance.getEntriesByName('first-contentful-paint').length;
      return ask(query);
    };
  });
  await page.reload();
  await person.button(page, 'Entra come ADA XQZETTI').waitFor();
  assert.equal(await page.evaluate(() => window.__painted), 1);
  await page.evaluate(async () => { for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister(); });
  await page.route(/\/assets\/pagina-/, (route) => route.abort());
  await page.reload();
  await page.getByText('Il programma non si è caricato. Controlla la rete e ricarica la pagina.').waitFor();
  assert.equal(await page.locator('.ossatura').isVisible(), false);
  assert.equal(await page.getByText('Caricamento in corso').isVisible(), false);
});

test('on paper: the domanda without buttons and steps, in the light colours, from either face', { timeout: 60_000 }, async (t) => {
  const { page, problems, close } = await office.open({ face: 'canvas', scheme: 'dark' });
  t.after(close);
  await open_desk(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(() => window.__omnia.face === 'html');
  const paper = await page.evaluate(() => ({
    ground: getComputedStyle(document.body).backgroundColor,
    shown: [...document.querySelectorAll('.passi, .btn, .salti, .testata a, main > a, .assistente')].filter((e) => e.getClientRects().length > 0).length,
    words: document.querySelector('main').innerText,
  }));
  assert.equal(paper.ground, 'rgb(255, 255, 255)');
  assert.equal(paper.shown, 0, 'what can only be pressed is not printed');
  assert.match(paper.words, /Cognome del legale rappresentante/);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(() => window.__omnia.face === 'canvas');
  assert.deepEqual(problems, []);
});
