// A company with two units: the unit is changed with the draft half filled. Who was chosen is listed apart, the counters are those of
// the new unit, and going back finds everything as it was. UniEmens knows nobody of the new building site. In both faces.
import assert from 'node:assert/strict';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

const site = {
  matricola: officine.matricola, progressivo: 1, tipo: 'cantiere', denominazione: 'Cantiere ponte sul Letimbro', indirizzo: 'VIA DEL PORTO 22',
  comune: 'VADO LIGURE', provincia: 'SV', dal: '2026-03-02', giorni_settimana: 5,
};
// Two weeks of the seat, spent in January.
const spent = {
  numero: '490020260001', matricola: officine.matricola, unita_produttiva: 0, prestazione: 'CIGO', causale: 'MANC_LAVORO', stato: 'autorizzata',
  dal: '2026-01-05', al: '2026-01-18', ore: '80',
};

async function choose_unit(page, name) {
  await story.at(page, 'Unità produttiva', 'Unità produttiva');
  await page.getByRole('radio', { name }).check();
}

for (const face of ['html', 'canvas']) {
  test(`the unit is changed with the draft half filled, and changed back (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'ADA XQZETTI', {
      registry: { unita_produttive: [site], autorizzazioni: [spent] },
    });
    await person.choose_company(page, officine.denominazione);
    await story.unit(page);
    await on_screen('cambio-unita-scelta');
    await story.causale(page, 'MANC_LAVORO');
    await story.period(page, '23/11/2026', '06/12/2026');
    await story.at(page, 'Lavoratori', 'Lavoratori');
    const first = page.getByRole('table', { name: 'Lavoratori dell’unità produttiva' }).getByRole('checkbox').first();
    await first.check();
    await person.button(page, 'Continua').click();
    await person.title(page, 'Relazione tecnica').waitFor();
    const counters = page.getByRole('complementary');
    await counters.getByText('2 settimane usate, 2 chieste, limite 52').first().waitFor();

    await choose_unit(page, /^UP 1/);
    await counters.getByText('0 settimane usate, 2 chieste, limite 52').first().waitFor();
    await story.at(page, 'Lavoratori', 'Lavoratori');
    await page.getByRole('table', { name: 'Scelti che UniEmens non mostra in questa unità, o ripetuti' }).getByText('XQZ PROVA0').first().waitFor();
    const missing = page.getByRole('main').getByText(/^Manca l’organico medio del semestre precedente/);
    assert.equal(await missing.count(), 1, 'said once');
    await on_screen('cambio-unita-lavoratori');
    await story.at(page, 'Periodo', 'Periodo e settimane');
    assert.equal(await person.field(page, 'Domenica dell’ultima settimana').inputValue(), '06/12/2026');

    await choose_unit(page, /^UP 0/);
    await counters.getByText('2 settimane usate, 2 chieste, limite 52').first().waitFor();
    await story.at(page, 'Lavoratori', 'Lavoratori');
    assert.ok(await first.isChecked());
    assert.deepEqual(problems, []);
  });
}
