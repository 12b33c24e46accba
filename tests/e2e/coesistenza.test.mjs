// Beside the old procedures: what the administrator switches off, the notice at home, what came from there, what is not filed here.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import { cli, officeDatabase, root, scratch, startServer } from '../lib/server.mjs';
import { launch, open } from './lib/browser.mjs';
import * as check from './lib/checks.mjs';
import * as person from './lib/journey.mjs';

const csv = (name, ...lines) => {
  const file = scratch(name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

// An office that has imported one domanda, still open, of the old procedure.
async function begin(t, face, who) {
  const db = officeDatabase();
  cli('import-legacy', '--db', db, '--oggi', '2026-11-20', csv('domande.csv', 'protocollo;data_invio;matricola;unita_produttiva;causale;dal;al;ore;lavoratori',
    `VECCHIO-1;2026-10-30;${officine.matricola};0;MANC_LAVORO;2026-11-23;2026-12-06;80;1`));
  const browser = await launch();
  t.after(() => browser.close());
  const server = await startServer({ db, web: process.env.OMNIA_WEB ?? join(root, 'web/dist') });
  t.after(() => server.stop());
  const { page, problems } = await open(browser, server.url, { face });
  await person.enter_as(page, who);
  return { page, problems, on_screen: check.inspector(page, face) };
}

async function change(page, { funzione, sede = '', attiva, motivo }) {
  await page.getByRole('combobox', { name: 'Funzione' }).selectOption(funzione);
  await person.write(page, 'Sede', sede);
  await page.getByRole('combobox', { name: 'Da quel giorno è' }).selectOption(String(attiva));
  await person.write(page, 'Motivo', motivo);
  await person.button(page, 'Continua').click();
}

for (const face of ['html', 'canvas']) {
  test(`the administrator switches off, and who files is told at home and at the company (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, on_screen } = await begin(t, face, 'IVO XQZALDI');
    await person.button(page, 'Attivazioni').click();
    await page.getByText('Nessun cambio').waitFor();
    await page.locator('summary').filter({ hasText: 'Cambia un’attivazione' }).click();
    await change(page, { funzione: 'procedura_precedente', attiva: false, motivo: 'msg. di prova' });
    await page.getByText('Dal 24/11/2026, in ogni Sede, la procedura precedente per CIGO chiude: tutti vedono un avviso').waitFor();
    // The inspector turns the canvas into HTML and back, which nobody can do under a dialog, and this one opens far down the page.
    if (face === 'html') await on_screen('attivazioni-conferma');
    await person.button(page, 'Conferma il cambio').click();
    await page.getByRole('status').filter({ hasText: 'Cambio registrato: Procedura precedente, CIGO, in ogni Sede, dal 24/11/2026.' }).waitFor();
    await change(page, { funzione: 'invio_domanda', sede: '4900', attiva: false, motivo: 'prova di collaudo' });
    await page.getByText('Dal 24/11/2026, nella Sede 4900, datori e intermediari non possono iniziare').waitFor();
    await person.button(page, 'Conferma il cambio').click();
    const changes = page.getByRole('table', { name: 'Cambi, dal più recente' });
    await changes.getByText('l’invio delle domande di CIGO è sospeso nella Sede 4900').waitFor();
    assert.equal(await changes.getByText('amministratore-1').count(), 2, 'who changed it');
    await check.settled(page);
    await on_screen('attivazioni');

    await person.leave(page);
    await person.enter_as(page, 'ADA XQZETTI');
    await page.getByText('Dal 24/11/2026 la procedura precedente per le domande di CIGO è chiusa: presentale qui (msg. di prova).').waitFor();
    await on_screen('home-procedura-chiusa');
    await person.button(page, 'Nuova domanda').click();
    await page.getByText('La domanda di CIGO per la Sede 4900 non si presenta ancora da qui.').waitFor();
    const start = page.getByRole('listitem').filter({ hasText: officine.denominazione }).getByRole('button');
    assert.ok(await start.isDisabled(), 'not fileable for its Sede');
    await on_screen('azienda-non-inviabile');
    assert.deepEqual(problems, []);
  });

  test(`a domanda of the old procedure says where it comes from, to the company and to the Sede (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, on_screen } = await begin(t, face, 'ADA XQZETTI');
    const imported = page.getByRole('link', { name: /\(procedura precedente: VECCHIO-1\)$/ });
    await imported.waitFor();
    await on_screen('home-procedura-precedente');
    await imported.click();
    await person.title(page, new RegExp(officine.denominazione)).waitFor();
    await page.getByText('VECCHIO-1').first().waitFor();
    await page.getByText('30/10/2026', { exact: true }).first().waitFor();  // an hour nobody knows is not made up
    await page.getByText('Questa domanda viene dalla procedura precedente: qui non è stata controllata.').waitFor();
    await on_screen('dettaglio-procedura-precedente');
    await person.leave(page);
    await person.enter_as(page, 'EVA XQZELLI');
    await imported.waitFor();
    await check.settled(page);
    await imported.click();
    await person.title(page, new RegExp(officine.denominazione)).waitFor();
    await page.getByText('VECCHIO-1').first().waitFor();
    await on_screen('istruttoria-procedura-precedente');
    assert.deepEqual(problems, []);
  });
}
