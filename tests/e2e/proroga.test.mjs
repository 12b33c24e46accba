// An extension in two clicks from the list of one's domande: only what changes is left to fill.
import assert from 'node:assert/strict';
import test from 'node:test';
import { draft, officine } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

for (const face of ['html', 'canvas']) {
  test(`the extension of a filed domanda (${face})`, { timeout: 180_000 }, async (t) => {
    const filed = { identita: 'datore-1', bozza: draft(officine, { lunedi: '2026-11-16', settimane: 1 }) };
    const { page, problems, on_screen } = await story.begin(t, face, 'ADA XQZETTI', { filed });
    const protocol = await page.getByRole('table').getByRole('link').first().textContent();
    await page.getByRole('table').getByRole('link').first().click();
    await person.title(page, new RegExp(officine.denominazione)).waitFor();
    await on_screen('dettaglio-datore');
    await person.button(page, 'Chiedi la proroga').click();
    await person.title(page, 'Periodo e settimane').waitFor();
    assert.equal(await person.field(page, 'Protocollo della domanda da prorogare').inputValue(), protocol);
    assert.equal(await person.field(page, 'Lunedì della prima settimana').inputValue(), '23/11/2026');
    await person.write(page, 'Perché la situazione continua', 'Il committente non ha ancora ripreso gli ordini.');
    await story.paste(page, 'Lavoratori, settimana del 23/11/2026', '1\t1\t40');
    await on_screen('proroga-periodo');
    await story.at(page, 'Unità', 'Unità produttiva');
    await page.getByRole('checkbox', { name: /^Confermo che l’unità produttiva/ }).check();
    await story.at(page, 'Relazione', 'Relazione tecnica');
    await page.getByRole('checkbox', { name: 'Rendo la relazione come dichiarazione sostitutiva' }).check();
    await story.at(page, 'Consultazione', 'Consultazione sindacale');
    await person.write(page, 'Data della comunicazione ai sindacati', '02/11/2026');
    await page.getByRole('checkbox', { name: /^Confermo di avere adempiuto/ }).check();
    assert.notEqual(await story.send(page), protocol);
    assert.deepEqual(problems, []);
  });
}
