// Who may act for whom, on the screen: an employer delegates, the intermediary works and passes the delegation on, a CSV brings many
// or none, the employer revokes and the company is gone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { personCode } from '../lib/codes.mjs';
import { identita, negozio, officine } from '../lib/office.mjs';
import * as check from './lib/checks.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

const code = (id) => identita.find((one) => one.id === id).codice_fiscale;
const intermediary = code('intermediario-3');  // holds nothing yet
const staff = code('intermediario-2');

const unfold = (page, name) => page.locator('summary').filter({ hasText: name }).click();
const table = (page, name) => page.getByRole('table', { name });
const done = (page, text) => page.getByRole('status').filter({ hasText: text }).waitFor();

async function enter_and_open(page, who, entry) {
  await person.leave(page);
  await person.enter_as(page, who);
  await person.button(page, entry).click();
  await person.title(page, entry).waitFor();
}

async function is_found(page, company, found) {
  await person.button(page, 'Nuova domanda').click();
  await person.title(page, 'Per quale azienda è la domanda?').waitFor();
  if (found) await page.getByRole('listitem').filter({ hasText: company }).getByRole('button').waitFor();
  else await page.getByText('Nessuna azienda trovata').waitFor();
  await page.getByRole('link', { name: 'Torna alle tue domande' }).click();
}

for (const face of ['html', 'canvas']) {
  test(`a delegation is granted, used, passed on and revoked (${face})`, { timeout: 240_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'ADA XQZETTI');
    await person.button(page, 'Deleghe').click();
    await table(page, 'Deleghe della vostra azienda').waitFor();
    await unfold(page, 'Concedi una delega');
    await person.button(page, 'Concedi la delega').click();
    await page.getByText('Manca: compila questo campo.').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await on_screen('deleghe-errore');
    await person.write(page, 'Codice fiscale dell’intermediario', code('datore-1'));
    await person.button(page, 'Concedi la delega').click();
    await page.getByText('La delega è a te stesso.').waitFor();
    await person.write(page, 'Codice fiscale dell’intermediario', intermediary);
    await person.write(page, 'Al', '31/12/2027');
    await person.button(page, 'Concedi la delega').click();
    await done(page, `Delega concessa a ${intermediary} per ${officine.matricola}: Consultazione, Domande, UniEmens.`);
    await table(page, 'Deleghe della vostra azienda').getByText(`RIO XQZUTTI · ${intermediary}`).waitFor();
    await table(page, 'Deleghe della vostra azienda').getByText(`${officine.denominazione} (${officine.matricola})`).first().waitFor();
    await check.settled(page);
    await on_screen('deleghe');

    await enter_and_open(page, 'RIO XQZUTTI', 'Deleghe');
    await person.button(page, `Passa a un dipendente ${officine.denominazione}`).click();
    await on_screen('deleghe-subdelega');
    await person.write(page, 'Codice fiscale del dipendente', staff);
    await person.button(page, 'Passa la delega').click();
    await done(page, `Delega di ${officine.denominazione} passata a ${staff}.`);
    await on_screen('deleghe-ricevute');
    await page.getByRole('link', { name: 'Torna alla pagina iniziale' }).click();
    await is_found(page, officine.denominazione, true);

    await enter_and_open(page, 'LEO XQZINI', 'Deleghe');
    await table(page, 'Subdeleghe').getByText(`LEO XQZINI · ${staff}`).waitFor();
    assert.equal(await person.button(page, `Revoca la subdelega a ${staff}`).count(), 0, 'a received one is not the staff’s to revoke');

    await enter_and_open(page, 'RIO XQZUTTI', 'Deleghe');
    await person.button(page, `Revoca la subdelega a ${staff}`).click();
    await person.button(page, 'Revoca da oggi').click();
    await done(page, `Subdelega a ${staff} revocata.`);

    await enter_and_open(page, 'ADA XQZETTI', 'Deleghe');
    await person.button(page, `Revoca la delega a ${intermediary}`).click();
    await page.getByText(`Da oggi ${intermediary} non vede più la posizione ${officine.matricola}`).waitFor();
    await on_screen('deleghe-revoca');
    await person.button(page, 'Annulla').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await person.button(page, `Revoca la delega a ${intermediary}`).click();
    await person.button(page, 'Revoca da oggi').click();
    await done(page, `Delega a ${intermediary} revocata.`);
    await table(page, 'Deleghe della vostra azienda').getByText('Revocata · 24/11/2026').waitFor();

    await person.leave(page);
    await person.enter_as(page, 'RIO XQZUTTI');
    await is_found(page, officine.denominazione, false);
    assert.deepEqual(problems, []);
  });

  test(`many delegations from a CSV, or none with what is wrong in each row (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'ADA XQZETTI');
    await person.button(page, 'Deleghe').click();
    const given = table(page, 'Deleghe della vostra azienda');
    await given.waitFor();
    const before = await given.getByRole('row').count();
    await unfold(page, 'Concedi molte deleghe da un file CSV');
    const file = (...rows) => ({ name: 'deleghe.csv', mimeType: 'text/csv', buffer: Buffer.from(['intermediario_cf;matricola;dal;al;servizi', ...rows, ''].join('\r\n')) });
    const row = (n, more = '') => `${personCode(700 + n)};${officine.matricola};24/11/2026;31/12/2027;${more}`;
    const choose = (...rows) => page.getByLabel(/^File CSV/).setInputFiles(file(...rows));
    await choose(row(1), `${personCode(702)};${negozio.matricola};24/11/2026;;`, row(3, 'tutto'));
    await person.button(page, 'Concedi tutte le deleghe del file').click();
    const wrong = table(page, 'Che cosa correggere nel file');
    await wrong.waitFor();
    assert.equal(await wrong.getByRole('row').count(), 3);
    await wrong.getByText('non è una posizione della tua azienda').waitFor();
    await wrong.getByText('non è tra i servizi delegabili').waitFor();
    assert.equal(await given.getByRole('row').count(), before, 'nothing half-imported');
    await on_screen('deleghe-csv');
    await choose(row(1), row(2, 'domande'));
    await person.button(page, 'Concedi tutte le deleghe del file').click();
    await done(page, 'Deleghe concesse dal file: 2.');
    await given.getByText(personCode(702)).first().waitFor();
    assert.equal(await given.getByRole('row').count(), before + 2);
    assert.deepEqual(problems, []);
  });
}
