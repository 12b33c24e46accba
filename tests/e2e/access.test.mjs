// The way in through a real identity provider, acting as another power, and the own sessions.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { identita, tessitura } from '../lib/office.mjs';
import { freePort, keyPair, providersFile, SPID, startProvider } from '../lib/provider.mjs';
import { officeDatabase, root, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import * as person from './lib/journey.mjs';

const web = process.env.OMNIA_WEB ?? join(root, 'web/dist');
let browser;
let server;
let provider;

before(async () => {
  browser = await launch();
  const port = await freePort();
  const client = keyPair('omnia-1');
  provider = await startProvider({ returnTo: `http://127.0.0.1:${port}/api/v1/ritorno`, client });
  const { codice_fiscale } = identita.find(({ id }) => id === 'intermediario-1');
  provider.person = { fiscalNumber: `TINIT-${codice_fiscale}`, given_name: 'Ida', family_name: 'Xqzari' };
  const file = providersFile(`http://127.0.0.1:${port}`, [{ id: 'spid', nome: 'SPID', issuer: provider.issuer, client }]);
  server = await startServer({ db: officeDatabase(), web, port, demo: false, args: ['--identita', file] });
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.stop();
});

for (const face of ['html', 'canvas']) {
  test(`a person comes in with SPID, acts for another and sees the own sessions (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, close } = await open(browser, server.url, { face });
    t.after(close);
    const on_screen = check.inspector(page, face);
    const enter = person.button(page, 'Entra con SPID');
    await enter.waitFor();
    await on_screen('accesso');

    provider.acr = SPID(1);
    await enter.click();
    await page.getByText('Il livello di sicurezza con cui sei entrato non basta.').first().waitFor();
    assert.equal(new URL(page.url()).search, '', 'a reload does not say it again');
    await on_screen('accesso-rifiutato');

    provider.acr = SPID(2);
    await enter.click();
    await page.getByText(/IDA XQZARI · agisci come Datore di lavoro · TESSITURA/).first().waitFor();
    await page.getByRole('link', { name: 'Cambia potere e sessioni' }).click();
    await person.title(page, 'Le tue sessioni').waitFor();
    await page.getByRole('table', { name: 'Sessioni aperte' }).getByText('Questa sessione').waitFor();
    await on_screen('sessioni');
    await person.button(page, /^Agisci come: Intermediario/).click();
    await page.getByText(/IDA XQZARI · agisci come Intermediario/).first().waitFor();
    await person.button(page, 'Nuova domanda').click();
    await page.getByText('COSTRUZIONI FINTE SRL').first().waitFor();
    assert.equal(await page.getByText(tessitura.denominazione).count(), 0, 'the other power sees its own companies');
    await page.getByRole('link', { name: 'Esci' }).click();
    await enter.waitFor();
    assert.deepEqual(problems, []);
  });
}
