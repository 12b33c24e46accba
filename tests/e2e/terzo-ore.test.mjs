// More hours than a third of the workable ones: the request is cut to the weeks that fit with one click.
import assert from 'node:assert/strict';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

// Three workers of 40 hours: a third of 104 weeks is 4.160 hours.
const autorizzazioni = [{ numero: '490020260001', matricola: officine.matricola, unita_produttiva: 0, prestazione: 'CIGO', causale: 'MANC_LAVORO',
  stato: 'autorizzata', dal: '2026-01-05', al: '2026-03-29', ore: '4000' }];

for (const face of ['html', 'canvas']) {
  test(`a third of the hours exceeded, and cut (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'ADA XQZETTI', { registry: { autorizzazioni } });
    await person.choose_company(page, officine.denominazione);
    await story.unit(page);
    await story.causale(page, 'MANC_LAVORO');
    await story.period(page, '23/11/2026', '13/12/2026');
    await story.paste(page, 'Lavoratori, settimana del 23/11/2026', '3\t3\t120\n3\t3\t120\n3\t3\t120');
    const main = page.getByRole('main');
    await main.getByText(/Entra(no)? solo 1 settimana su 3, fino al 29\/11\/2026\. Limite raggiunto: Un terzo delle ore lavorabili/).waitFor();
    await on_screen('terzo-superato');
    await main.getByRole('button', { name: 'Riduci a 1 settimana, fino al 29/11/2026' }).click();
    await main.getByText('Questa richiesta entra tutta: 1 settimana.').waitFor();
    assert.equal(await person.field(page, 'Domenica dell’ultima settimana').inputValue(), '29/11/2026');
    assert.deepEqual(problems, []);
  });
}
