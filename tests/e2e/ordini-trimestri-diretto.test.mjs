// Lack of orders told by quarters, pasted from a spreadsheet, and direct payment with the liquidity index on paper.
import assert from 'node:assert/strict';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

for (const face of ['html', 'canvas']) {
  test(`lack of orders with quarters and direct payment (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'ADA XQZETTI');
    await person.choose_company(page, officine.denominazione);
    await story.legal_representative(page);
    await story.unit(page);
    await story.causale(page, 'MANC_LAVORO');
    await story.period(page, '23/11/2026', '06/12/2026');
    await story.paste(page, 'Lavoratori, settimana del 23/11/2026', '1\t1\t40\n1\t1\t40');
    await story.at(page, 'Lavoratori', 'Lavoratori');
    await page.getByRole('table').getByRole('checkbox').first().check();
    await story.at(page, 'Relazione', 'Relazione tecnica');
    for (const [name, value] of Object.entries(person.REPORT)) await person.write(page, name, value);
    await page.getByRole('checkbox', { name: 'Rendo la relazione come dichiarazione sostitutiva' }).check();

    await story.at(page, 'Indicatori', 'Indicatori economici');
    await person.write(page, 'Fatturato, 2025', '800.000');
    await page.getByRole('radio', { name: 'Per trimestre' }).check();
    await story.paste(page, 'Fatturato, 4° trimestre 2024', '300.000\t280.000\t290.000\t270.000');
    await story.paste(page, 'Fatturato, 4° trimestre 2025', '240.000\t220.000\t210.000\t180.000');
    await person.write(page, 'Numero di ordini, 3° trimestre 2025', '40');
    await person.write(page, 'Numero di ordini, 3° trimestre 2026', '18');
    await page.getByRole('figure', { name: /Fatturato 3° trimestre 2026: -33,3 % sul 3° trimestre 2025, a sostegno/ }).waitFor({ state: 'attached' });  // over the canvas a figure has no box of its own
    await on_screen('trimestri');
    await page.getByRole('radio', { name: 'Per anno' }).check();
    assert.equal(await person.field(page, 'Fatturato, 2025').inputValue(), '800.000,00', 'the years waited');
    await page.getByRole('radio', { name: 'Per trimestre' }).check();
    assert.equal(await person.field(page, 'Fatturato, 4° trimestre 2024').inputValue(), '300.000,00', 'and so did the quarters');

    await story.at(page, 'Consultazione', 'Consultazione sindacale');
    await person.write(page, 'Data della comunicazione ai sindacati', '02/11/2026');
    await page.getByRole('checkbox', { name: /^Confermo di avere adempiuto/ }).check();
    await story.at(page, 'Pagamento', 'Pagamento');
    await page.getByRole('radio', { name: /pagamento diretto/ }).check();
    for (const [name, value] of [['Liquidità immediate', '10.000'], ['Liquidità differite', '5.000'], ['Rimanenze', '3.000'],
      ['Passività correnti', '17.000'], ['Data dei dati di bilancio', '31/10/2026']]) await person.write(page, name, value);
    await page.getByText('Difficoltà documentabile', { exact: true }).waitFor();
    await page.getByRole('table', { name: /la formula usata/ }).getByText('0,88').waitFor();
    await page.getByRole('table', { name: /Con le rimanenze/ }).getByText('1,05').waitFor();
    await on_screen('liquidita');
    await story.send(page);
    assert.deepEqual(problems, []);
  });
}
