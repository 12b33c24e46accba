// Two tabs on one draft: the second reads, may take over, and no key is lost. In both faces.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { draft, officine } from '../lib/office.mjs';
import { officeDatabase, root, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import { import_draft, resume } from './lib/drafts.mjs';
import * as person from './lib/journey.mjs';

const web = process.env.OMNIA_WEB ?? join(root, 'web/dist');
const company = officine.denominazione;
const name = 'Nome del legale rappresentante';
let browser;

before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

for (const face of ['html', 'canvas']) {
  test(`a draft open in two tabs is written in one at a time (${face})`, { timeout: 120_000 }, async (t) => {
    const server = await startServer({ db: officeDatabase(), web });
    t.after(() => server.stop());
    const { page: first, problems, close } = await open(browser, server.url, { face });
    t.after(close);
    await person.enter_as(first, 'ADA XQZETTI');
    await import_draft(first, draft(officine));
    await resume(first, company);
    const second = await first.context().newPage();
    second.setDefaultTimeout(15_000);
    await second.goto(server.url);
    await second.waitForFunction((wanted) => window.__omnia?.tree && window.__omnia.face === wanted, face);
    await resume(second, company);
    await second.getByText('Questa bozza è aperta in un’altra scheda: qui puoi solo leggerla.').waitFor();
    assert.ok(await person.field(second, name).isDisabled());
    await check.inspector(second, face)('bozza-altrove');
    // The last key of the first tab is not written yet when the second takes over.
    await person.field(first, name).press('End');
    await person.field(first, name).pressSequentially(' Maria');
    await person.button(second, 'Lavora qui').click();
    await first.getByText(/Stai lavorando a questa bozza in un’altra scheda/).waitFor();
    await second.waitForFunction(() => !document.getElementById('omnia').textContent.includes('aperta in un’altra scheda'));
    assert.equal(await person.field(second, name).inputValue(), 'ADA Maria');
    assert.ok(await person.field(first, name).isDisabled());
    await person.write(second, name, 'Ada Maria Luisa');
    await check.settled(second);
    // And back again.
    await person.button(first, 'Lavora qui').click();
    await second.getByText(/Stai lavorando a questa bozza in un’altra scheda/).waitFor();
    await first.waitForFunction(() => !document.getElementById('omnia').textContent.includes('in un’altra scheda'));
    assert.equal(await person.field(first, name).inputValue(), 'Ada Maria Luisa');
    assert.deepEqual(problems, []);
  });
}
