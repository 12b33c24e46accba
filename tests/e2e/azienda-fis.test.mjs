// A company of commerce belongs to the FIS: the person is told which benefit is hers, why and by which rule, and may go on.
import assert from 'node:assert/strict';
import test from 'node:test';
import { negozio } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

// With the authorisation code of the FIS, as commerce has it.
const { matricola, codice_fiscale, denominazione, csc, sede, pec } = negozio;
const aziende = [{ matricola, codice_fiscale, denominazione, csc, sede, pec, stato: 'attiva', dal: '2015-01-01', ca: '0J:2015-01-01:' }];

for (const face of ['html', 'canvas']) {
  test(`a FIS company is warned (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'UGO XQZONI', { registry: { aziende } });
    await person.button(page, 'Nuova domanda').click();
    const card = page.getByRole('listitem').filter({ hasText: negozio.denominazione });
    await card.getByText('CIGO non compatibile').waitFor();
    await card.getByText(/Fonte: .*D\.Lgs\. 148\/2015/).waitFor();
    await card.getByRole('button', { name: /^Prosegui comunque/ }).click();
    await card.getByRole('textbox').fill('Il reparto produttivo è prevalente: variazione comunicata il 02/11/2026.');
    await card.getByRole('button', { name: 'Conferma e inizia la domanda' }).click();
    await person.title(page, 'Azienda').waitFor();
    await page.getByRole('main').getByText('Prestazione per questa posizione').waitFor();
    await on_screen('azienda-fis');
    const main = await page.getByRole('main').textContent();
    assert.match(main, /CIGO non compatibile/);
    assert.match(main, /Assegno di integrazione salariale, FIS/);
    assert.deepEqual(problems, []);
  });
}
