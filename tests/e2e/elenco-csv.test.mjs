// A list of workers from a payroll program: with errors nothing is imported and each is named; mended, it comes in whole.
import assert from 'node:assert/strict';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

const [first, second] = officine.lavoratori;
const file = (...rows) => ({ name: 'elenco.csv', mimeType: 'text/csv', buffer: Buffer.from(['codice_fiscale;qualifica', ...rows, ''].join('\r\n')) });

for (const face of ['html', 'canvas']) {
  test(`a CSV with errors, then without (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'ADA XQZETTI');
    await person.choose_company(page, officine.denominazione);
    await story.unit(page);
    await story.at(page, 'Lavoratori', 'Lavoratori');
    await page.locator('summary').filter({ hasText: 'Carica l’elenco da un file CSV' }).click();
    await page.getByLabel(/^File CSV/).setInputFiles(file(`${first.codice_fiscale};operaio`, 'XQZ;operaio', `${second.codice_fiscale};pilota`));
    await page.getByText('Non ho importato nulla: 2 valori da correggere.').waitFor();
    const wrong = page.getByRole('table', { name: 'Che cosa correggere nel file, riga per riga' });
    assert.equal(await wrong.getByRole('row').count(), 3);
    await page.getByText('0 lavoratori scelti').waitFor();
    await on_screen('csv-con-errori');
    await page.getByLabel(/^File CSV/).setInputFiles(file(`${first.codice_fiscale};operaio`, `${second.codice_fiscale};impiegato`));
    await page.getByText('Importati 2 lavoratori; già presenti: 0.').waitFor();
    await page.getByText('2 lavoratori scelti').waitFor();
    assert.equal(await wrong.count(), 0);
    assert.deepEqual(problems, []);
  });
}
