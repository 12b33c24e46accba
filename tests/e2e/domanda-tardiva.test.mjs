// A domanda after the term: what is lost is said while there is time to mend it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

for (const face of ['html', 'canvas']) {
  test(`late filing (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'ADA XQZETTI');
    await person.choose_company(page, officine.denominazione);
    await story.unit(page);
    await story.causale(page, 'MANC_LAVORO');
    await story.period(page, '26/10/2026', '29/11/2026');
    await person.button(page, 'Continua').click();
    const said = page.getByRole('complementary');
    await said.getByText(/Domanda tardiva/).first().waitFor();
    await said.getByText('lunedì 16 novembre 2026').waitFor();
    await on_screen('tardiva');
    // Everything asked lies before the first day that can be paid: it would have no effect.
    await person.write(page, 'Domenica dell’ultima settimana', '08/11/2026');
    await said.getByText(/L’intero periodo richiesto è anteriore al/).first().waitFor();
    assert.deepEqual(problems, []);
  });
}
