// The office refuses a domanda for what it alone knows: the person is brought to what it says, finds each thing said once, what was typed
// is kept, and from each line comes to its field. In both faces.
import assert from 'node:assert/strict';
import test from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, officine } from '../lib/office.mjs';
import { import_draft, ready_to_send } from './lib/drafts.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

const said = /Esiste già una domanda per la stessa unità produttiva, causale e settimane/;
const focus_in_sight = (page) => page.waitForFunction(() => {
  const box = document.activeElement.getBoundingClientRect();
  return document.activeElement.textContent.includes('Esiste già una domanda') && box.top >= 0 && box.bottom <= innerHeight;
});

for (const face of ['html', 'canvas']) {
  test(`a refusal of the office is the first thing in sight (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, server, on_screen } = await story.begin(t, face, 'ADA XQZETTI');
    await import_draft(page, draft(officine));
    await ready_to_send(page, officine.denominazione);
    await person.write(page, 'Note per la Sede', 'Chiamare Niccolò dopo le 15.');
    // The same weeks of the same worker, sent meanwhile by a colleague.
    const other = await (await clientOf(server, 'datore-1')).submit(draft(officine, { id: 'di-una-collega' }));
    assert.equal(other.status, 201, other.text);
    const read_again = page.waitForResponse((response) => response.url().endsWith('/registro'));
    await person.button(page, /^Invia/).click();
    await read_again;
    await focus_in_sight(page);
    await page.getByRole('complementary').getByText(said).first().waitFor();  // the new facts are here too
    await focus_in_sight(page);
    await on_screen('rifiuto');
    assert.equal(await page.getByRole('main').getByText(said).count(), 1, 'said once');
    assert.equal(await person.field(page, 'Note per la Sede').inputValue(), 'Chiamare Niccolò dopo le 15.');
    await page.getByRole('main').getByRole('button', { name: said }).press('Enter');
    await person.title(page, 'Periodo e settimane').waitFor();
    assert.deepEqual(problems, []);
  });
}
