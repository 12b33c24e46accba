// Rain stops a building site: event days with their hours, the report by the causale, nothing due to the unions.
import assert from 'node:assert/strict';
import test from 'node:test';
import { costruzioni } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

for (const face of ['html', 'canvas']) {
  test(`a building site stopped by rain (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'IDA XQZARI (Intermediario)');
    await person.choose_company(page, costruzioni.denominazione);
    await page.getByText('Codice statistico contributivo (CSC)', { exact: true }).waitFor();
    await story.legal_representative(page);
    await story.unit(page);
    await story.causale(page, 'METEO_EDIL');
    await page.getByText('Evento oggettivamente non evitabile (EONE)', { exact: true }).and(page.locator(':visible')).first().waitFor();
    await story.period(page, '16/11/2026', '22/11/2026');
    await person.button(page, 'Segna lun-ven dal 16/11').click();
    await person.write(page, 'Ore di fermo del 16/11/2026', '8');
    await story.paste(page, 'Lavoratori, settimana del 16/11/2026', '1\t1\t40');
    assert.equal(await person.field(page, 'Ore chieste, settimana del 16/11/2026').inputValue(), '40,00');
    await page.getByText('Questa richiesta entra tutta: 1 settimana.').first().waitFor();
    await on_screen('maltempo-periodo');
    await story.at(page, 'Lavoratori', 'Lavoratori');
    await page.getByRole('table').getByRole('checkbox').first().check();
    await story.at(page, 'Relazione', 'Relazione tecnica');
    await page.getByRole('radio', { name: 'Pioggia' }).check();
    await page.getByRole('radio', { name: /^Scavi/ }).check();
    await person.write(page, 'Fase di lavoro in corso', 'Scavo delle fondazioni del lotto 2.');
    await person.write(page, 'Effetti dell’evento sul lavoro', 'Lo scavo era allagato e le pareti cedevano.');
    for (const [name, value] of Object.entries(person.REPORT)) await person.write(page, name, value);
    await page.getByRole('checkbox', { name: 'Rendo la relazione come dichiarazione sostitutiva' }).check();
    await story.at(page, 'Consultazione', 'Consultazione sindacale');
    await page.getByText(/Questa è una prima richiesta/).waitFor();
    await story.at(page, 'Pagamento', 'Pagamento');
    await page.getByRole('status').getByText(/Ai lavoratori possono andare al massimo/).waitFor();
    await on_screen('maltempo-pagamento');
    const protocol = await story.send(page);
    assert.match(protocol, /^INPS\.1800\.24\/11\/2026\./);
    assert.deepEqual(problems, []);
  });
}
