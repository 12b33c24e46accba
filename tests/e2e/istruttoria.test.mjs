// From the worklist to the signed act, in both faces: the operator takes a domanda, reads its checks, proposes; the director signs;
// the company finds the act and its PDF.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, officine, twoWorkers, withDirigente } from '../lib/office.mjs';
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

async function open_domanda(page, protocol) {
  await page.getByRole('link', { name: protocol }).first().click();
  await person.title(page, new RegExp(officine.denominazione)).waitFor();
}

for (const face of ['html', 'canvas']) {
  test(`a domanda is taken, proposed, signed and read (${face})`, { timeout: 240_000 }, async (t) => {
    const server = await startServer({ db: officeDatabase(), web });
    servers.push(server);
    const datore = await clientOf(server, 'datore-1');
    const sent = await datore.submit(draft(officine));
    assert.equal(sent.status, 201, sent.text);
    const { protocollo } = sent.body.ricevuta;

    const { page, problems, close } = await open(browser, server.url, { face });
    t.after(close);
    const on_screen = check.inspector(page, face);
    await person.enter_as(page, 'EVA XQZELLI');
    await page.getByText('1 novità').first().waitFor();
    await on_screen('lavoro');
    await open_domanda(page, protocollo);
    await person.button(page, 'Prendi in carico').click();
    await page.getByText('In carico a EVA XQZELLI.').waitFor();
    await page.getByText('Presentata dal datore di lavoro.').first().waitFor();
    await on_screen('istruttoria');
    await person.write(page, 'Conclusione', 'Ricorrono i presupposti: si autorizzano le settimane chieste.');
    await person.button(page, 'Proponi al direttore').click();
    await page.getByText('Il provvedimento attende la firma del direttore.').waitFor();
    await person.leave(page);

    await person.enter_as(page, 'ZOE XQZOTTI');
    await open_domanda(page, protocollo);
    await person.button(page, 'Firma il provvedimento').waitFor();
    await on_screen('firma');
    await person.button(page, 'Firma il provvedimento').click();
    await page.getByText('In vigore').first().waitFor();
    await person.leave(page);

    await person.enter_as(page, 'ADA XQZETTI');
    await open_domanda(page, protocollo);
    await page.getByText('Domanda presa in carico').first().waitFor();
    await on_screen('pratica');
    const arriving = page.waitForEvent('download');
    await person.button(page, /^Scarica il provvedimento \d{12} \(PDF\)$/).click();
    const file = await (await arriving).path();
    assert.equal((await readFile(file)).subarray(0, 5).toString(), '%PDF-');
    const sealing = page.waitForEvent('download');
    await person.button(page, /^Scarica la segnatura del provvedimento \d{12} \(XML\)$/).click();
    const sealed = await readFile(await (await sealing).path(), 'utf8');
    assert.match(sealed.split('\n')[1].slice(0, 40), /^<prot:SegnaturaInformatica /);
    assert.equal(sealed.split('<ds:SignatureValue>').length, 2);
    assert.deepEqual(problems, []);
  });

  test(`a worker who cannot be authorised is already in the decision, with the reason (${face})`, { timeout: 240_000 }, async (t) => {
    const server = await startServer({ db: officeDatabase(), web });
    servers.push(server);
    const datore = await clientOf(server, 'datore-1');
    const sent = await datore.submit(twoWorkers(officine));
    assert.equal(sent.status, 201, sent.text);
    const second = officine.lavoratori[1];
    const loaded = await datore.request('POST', '/api/v1/uniemens', { text: withDirigente(officine, '2026-11', second), type: 'application/xml' });
    assert.equal(loaded.status, 200, loaded.text);

    const { page, problems, close } = await open(browser, server.url, { face });
    t.after(close);
    const on_screen = check.inspector(page, face);
    await person.enter_as(page, 'EVA XQZELLI');
    await open_domanda(page, sent.body.ricevuta.protocollo);
    await person.button(page, 'Prendi in carico').click();
    const excluded = person.field(page, 'Lavoratori esclusi');
    await excluded.waitFor();
    assert.equal(await excluded.inputValue(), second.codice_fiscale);
    const reasons = person.field(page, 'Che cosa non è autorizzato, e perché');
    assert.match(await reasons.inputValue(), /^È escluso il lavoratore alla riga 2 dell’elenco: i dirigenti non possono essere beneficiari/);
    await on_screen('decisione_esclusi');
    await page.locator('summary').filter({ hasText: /^Perché\? .*[Pp]roposta/ }).click();
    await page.getByText(/^Si propone l’accoglimento parziale/).first().waitFor();
    await on_screen('perche_proposta');
    await person.button(page, 'Proponi al direttore').click();
    await page.getByText('Il provvedimento attende la firma del direttore.').waitFor();
    const desk = (await (await clientOf(server, 'operatore-1')).get(`/api/v1/domande/${sent.body.ricevuta.id}/istruttoria`)).body.istruttoria;
    assert.equal(desk.provvedimenti[0].lavoratori, 1);
    assert.deepEqual(problems, []);
  });
}
