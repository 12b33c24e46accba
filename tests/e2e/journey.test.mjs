// The way through, in both faces: an employer files a CIGO domanda, an operator reads it. And what a person may do on the way.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { negozio, officine } from '../lib/office.mjs';
import { officeDatabase, root, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import * as person from './lib/journey.mjs';

const web = process.env.OMNIA_WEB ?? join(root, 'web/dist');
const employer = 'ADA XQZETTI';
const operator = 'EVA XQZELLI';
const company = officine.denominazione;
let browser;
const servers = [];

before(async () => { browser = await launch(); });
after(async () => {
  await browser?.close();
  for (const server of servers) await server.stop();
});

async function office() {
  const server = await startServer({ db: officeDatabase(), web });
  servers.push(server);
  return server;
}

async function stored(page) {
  const get = async (path) => (await page.request.get(new URL(path, page.url()).href)).json();
  const { righe } = await get('/api/v1/domande');
  return (await get(`/api/v1/domande/${righe[0].id}`)).domanda;
}

// Ids and times are each filing's own; nothing else may differ.
function without_ids_and_times(value) {
  if (Array.isArray(value)) return value.map(without_ids_and_times);
  if (value === null || typeof value !== 'object') return value;
  const own = new Set(['id', 'protocollo', 'data_invio', 'ora_invio', 'impronta', 'inviata_il', 'quando']);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !own.has(key)).map(([key, one]) => [key, without_ids_and_times(one)]));
}

const filed = {};

for (const face of ['html', 'canvas']) {
  test(`an employer files a domanda and an operator reads it (${face})`, { timeout: 420_000 }, async (t) => {
    const server = await office();
    const { page, problems, close } = await open(browser, server.url, { face });
    t.after(close);
    const on_screen = check.inspector(page, face);

    await person.button(page, `Entra come ${employer}`).waitFor();
    await on_screen('identita');
    await person.enter_as(page, employer);
    await on_screen('home');
    const manual = await person.download(page, page.getByRole('link', { name: 'Manuale d’uso (PDF)' }));
    assert.deepEqual([manual.name, manual.begins, manual.size > 20_000], ['manuale-omnia-is.pdf', '%PDF-', true]);
    const protocol = await person.file_domanda(page, company, on_screen);
    filed[face] = await stored(page);
    assert.equal(filed[face].protocollo, protocol);
    const receipt = await person.download(page, person.button(page, 'Scarica la ricevuta (PDF)'));
    assert.deepEqual([receipt.begins, receipt.size > 5_000], ['%PDF-', true], receipt.name);
    assert.equal(filed[face].bozza.azienda.legale_rappresentante.cognome, 'Šarić-Àncora');

    await person.leave(page);
    await person.enter_as(page, operator);
    await page.getByRole('table').getByText(protocol).waitFor();
    await on_screen('elenco-sede');
    await page.getByRole('link', { name: protocol }).click();
    await person.title(page, new RegExp(company)).waitFor();
    assert.match(await page.getByRole('main').textContent(), new RegExp(protocol.replaceAll('.', '\\.')));
    await on_screen('dettaglio');
    assert.deepEqual(problems, []);
  });
}

test('both faces store the same domanda, but for ids and times', () => {
  assert.ok(filed.html && filed.canvas, 'both journeys reached the receipt');
  assert.deepEqual(without_ids_and_times(filed.canvas), without_ids_and_times(filed.html));
});

for (const face of ['html', 'canvas']) {
  test(`a reload keeps the draft, also right after a key (${face})`, { timeout: 90_000 }, async (t) => {
    const { page, problems, close } = await open(browser, (await office()).url, { face });
    t.after(close);
    await person.enter_as(page, employer);
    await person.choose_company(page, company);
    await person.company_section(page);
    await person.unit_section(page);
    await page.getByRole('combobox').first().selectOption('MANC_LAVORO');
    await person.field(page, 'Che cosa è successo').pressSequentially('Commessa rinviata: 日本');
    await page.reload();
    await person.button(page, new RegExp(`^Riprendi ${company}`)).click();
    await person.title(page, 'Causale').waitFor();
    assert.equal(await person.field(page, 'Che cosa è successo').inputValue(), 'Commessa rinviata: 日本');
    assert.equal(await page.getByRole('combobox').first().inputValue(), 'MANC_LAVORO');
    assert.deepEqual(problems, []);
  });
}

test('a position that CIGO does not fit can be forced with a note, and is stored as forced', { timeout: 120_000 }, async (t) => {
  const { page, problems, close } = await open(browser, (await office()).url, { face: 'html' });
  t.after(close);
  await person.enter_as(page, 'UGO XQZONI');
  await person.button(page, 'Nuova domanda').click();
  const card = page.getByRole('listitem').filter({ hasText: negozio.denominazione });
  await card.getByText(/Non compatibile/i).waitFor();
  await check.inspector(page, 'html')('azienda-non-compatibile');
  await card.getByRole('button').click();
  await card.getByRole('textbox').waitFor();
  await card.getByRole('button').first().click();
  assert.equal(await card.getByRole('textbox').getAttribute('aria-invalid'), 'true', 'going on without a note is refused');
  await card.getByRole('textbox').fill('Variazione di attività comunicata il 02/11/2026, non ancora registrata.');
  await card.getByRole('button').first().click();
  await person.title(page, 'Azienda').waitFor();
  await person.company_section(page);
  await person.unit_section(page);
  await person.reason_section(page);
  await person.dates(page);
  await person.weeks(page);
  await person.workers_section(page);
  await person.report_section(page);
  await person.indicators_section(page);
  await person.consultation_section(page);
  await person.payment_section(page);
  await person.send(page);
  const domanda = await stored(page);
  assert.equal(domanda.forzata, true);
  assert.equal(domanda.bozza.nota_forzatura, 'Variazione di attività comunicata il 02/11/2026, non ancora registrata.');
  assert.deepEqual(problems, []);
});
