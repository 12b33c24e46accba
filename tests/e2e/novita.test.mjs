// What others change is told on the screen, and nothing moves until the person looks again, in both faces.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, officine } from '../lib/office.mjs';
import { officeDatabase, root, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import * as person from './lib/journey.mjs';

const web = process.env.OMNIA_WEB ?? join(root, 'web/dist');
let browser;
const servers = [];
before(async () => { browser = await launch(); });
after(async () => {
  await browser?.close();
  for (const server of servers) await server.stop();
});

for (const face of ['html', 'canvas']) {
  test(`a new domanda and a step of the office are told as they happen (${face})`, { timeout: 180_000 }, async (t) => {
    const server = await startServer({ db: officeDatabase(), web });
    servers.push(server);
    const { page, problems, close } = await open(browser, server.url, { face });
    t.after(close);
    const on_screen = check.inspector(page, face);
    const connected = () => page.waitForResponse((response) => response.url().includes('/api/v1/novita') && response.status() === 200);

    let listening = connected();
    await person.enter_as(page, 'EVA XQZELLI');
    await listening;
    const sent = await (await clientOf(server, 'datore-1')).submit(draft(officine));
    assert.equal(sent.status, 201, sent.text);
    const { id, protocollo } = sent.body.ricevuta;
    await page.getByText('Qualcosa è cambiato nelle domande da quando hai letto l’elenco.').first().waitFor();
    assert.equal(await page.getByRole('link', { name: protocollo }).count(), 0);
    await on_screen('novita-elenco');
    await person.button(page, 'Aggiorna l’elenco').click();
    await page.getByRole('link', { name: protocollo }).first().waitFor();
    assert.equal(await page.getByText('Qualcosa è cambiato nelle domande').count(), 0);
    await person.leave(page);

    listening = connected();
    await person.enter_as(page, 'ADA XQZETTI');
    await listening;
    await page.getByRole('link', { name: protocollo }).first().click();
    await person.title(page, new RegExp(officine.denominazione)).waitFor();
    const taken = await (await clientOf(server, 'operatore-1')).request('POST', `/api/v1/domande/${id}/assegnazione`, { json: {} });
    assert.equal(taken.status, 200, taken.text);
    await page.getByText('Qualcun altro ha cambiato questa domanda da quando l’hai aperta.').first().waitFor();
    await on_screen('novita-domanda');
    await person.button(page, 'Rileggi la domanda').click();
    await page.getByText('Domanda presa in carico').first().waitFor();
    assert.deepEqual(problems, []);
  });
}

test('a stream that the office refused is asked for again a minute later, and the news come', { timeout: 90_000 }, async (t) => {
  const server = await startServer({ db: officeDatabase(), web });
  servers.push(server);
  const { page, problems, close } = await open(browser, server.url, { face: 'html' });
  t.after(close);
  let asked = 0;
  await page.route('**/api/v1/novita*', (route) => { asked += 1; return route.fulfill({ status: 503 }); });
  await page.clock.install();
  const refused = page.waitForResponse((response) => response.url().includes('/api/v1/novita') && response.status() === 503);
  await person.enter_as(page, 'EVA XQZELLI');
  await refused;
  await check.settled(page);
  await page.clock.fastForward(50_000);
  await check.settled(page);
  assert.equal(asked, 1, 'not before its minute');
  await page.unroute('**/api/v1/novita*');
  const listening = page.waitForResponse((response) => response.url().includes('/api/v1/novita') && response.status() === 200);
  await page.clock.fastForward(15_000);
  await listening;
  const sent = await (await clientOf(server, 'datore-1')).submit(draft(officine));
  assert.equal(sent.status, 201, sent.text);
  await page.getByText('Qualcosa è cambiato nelle domande da quando hai letto l’elenco.').first().waitFor();
  assert.deepEqual(problems.filter((line) => !/503/.test(line)), []);
});
