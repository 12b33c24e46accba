// The security area grants an analyst with the act that asked for it, reviews and revokes, reads the log and proves it whole; the
// employer sees who looked at the own data.
import assert from 'node:assert/strict';
import test from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { personCode } from '../lib/codes.mjs';
import { draft, officine } from '../lib/office.mjs';
import * as person from './lib/journey.mjs';
import * as story from './lib/story.mjs';

const analyst = personCode(750);
const done = (page, text) => page.getByRole('status').filter({ hasText: text }).waitFor();

for (const face of ['html', 'canvas']) {
  test(`an analyst is granted, reviewed and revoked (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, on_screen } = await story.begin(t, face, 'ELI XQZURRA');
    await person.button(page, 'Abilitazioni').waitFor();
    await on_screen('sicurezza-inizio');
    await person.button(page, 'Abilitazioni').click();
    await page.getByText('Nessuna abilitazione registrata').waitFor();
    await page.locator('summary').filter({ hasText: 'Abilita una persona' }).click();
    await person.write(page, 'Codice fiscale', analyst);
    await person.write(page, 'Cognome', 'XQZMINI');
    await person.write(page, 'Nome', 'LIA');
    await page.getByRole('combobox', { name: 'Ruolo' }).selectOption('analista');
    await person.write(page, 'Protocollo della PEC', 'PEC 2026/0001');
    await person.write(page, 'Data della richiesta', '20/11/2026');
    await person.write(page, 'Scade il', '25/11/2029');
    const grant = page.getByRole('main').getByRole('button', { name: 'Abilita', exact: true });
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Abilita', exact: true });
    await grant.click();
    await confirm.click();
    await page.getByText('un’abilitazione dura al massimo tre anni').waitFor();
    await on_screen('abilitazioni-errore');
    await person.write(page, 'Scade il', '24/11/2028');
    await grant.click();
    await page.getByText(`LIA XQZMINI (${analyst}) potrà entrare come Analista del Ministero dal 24/11/2026 al 24/11/2028.`).waitFor();
    await on_screen('abilitazioni-conferma');
    await confirm.click();
    await done(page, 'LIA XQZMINI può entrare come Analista del Ministero.');
    const granted = page.getByRole('table', { name: 'Abilitazioni' });
    await granted.getByText('AA07 PEC 2026/0001').waitFor();
    await granted.getByText('24/11/2027').waitFor();
    await on_screen('abilitazioni');
    await person.button(page, 'Rivedi LIA XQZMINI').click();
    await person.button(page, 'Conferma per un anno').click();
    await done(page, 'Abilitazione di LIA XQZMINI rivista.');
    await person.button(page, 'Revoca LIA XQZMINI').click();
    await person.button(page, 'Revoca subito').click();
    await page.getByText('Scrivi perché: resta con l’abilitazione.').waitFor();
    await person.write(page, 'Motivo', 'Cambio di ufficio');
    await person.button(page, 'Revoca subito').click();
    await done(page, 'Abilitazione di LIA XQZMINI revocata.');
    await granted.getByText('Revocata · Cambio di ufficio').waitFor();
    assert.deepEqual(problems, []);
  });

  test(`who looked at what is read, filtered and proved whole (${face})`, { timeout: 180_000 }, async (t) => {
    const { page, problems, on_screen, server } = await story.begin(t, face, 'ELI XQZURRA', { filed: { identita: 'datore-1', bozza: draft(officine) } });
    const operator = await clientOf(server, 'operatore-1');
    const [{ id }] = (await operator.get('/api/v1/domande')).body.righe;
    for (let i = 0; i < 30; i += 1) assert.equal((await operator.get(`/api/v1/domande/${id}`)).status, 200);
    await person.button(page, 'Registro degli accessi').click();
    const log = page.getByRole('table', { name: 'Accessi' });
    await log.getByText('Lettura di una domanda').first().waitFor();
    assert.equal(await log.getByRole('row').count(), 26);
    await on_screen('accessi');
    await person.button(page, 'Pagina successiva').click();
    await log.getByText('Ingresso').first().waitFor();
    await person.write(page, 'Chi', 'sicurezza-1');
    await person.button(page, 'Cerca').click();
    await log.getByText('sicurezza-1').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('table').textContent.includes('operatore-1'));
    await person.button(page, 'Verifica il registro').click();
    await done(page, /Il registro è intero: \d+ righe, ognuna al suo posto e come è stata scritta\./);
    await on_screen('accessi-verifica');

    await person.leave(page);
    await person.enter_as(page, 'ADA XQZETTI');
    await person.button(page, 'Registro degli accessi').click();
    const own = page.getByRole('table', { name: 'Accessi ai vostri dati' });
    await own.getByText('Operatore della Sede').first().waitFor();
    assert.equal(await own.getByText('operatore-1').count(), 0, 'the role, not the name');
    assert.equal(await person.button(page, 'Verifica il registro').count(), 0);
    await own.getByText(`${officine.denominazione} · ${officine.matricola}`).first().waitFor();
    await on_screen('accessi-azienda');

    await person.leave(page);
    await person.enter_as(page, 'EVA XQZELLI');
    await page.getByRole('link', { name: 'Le tue sessioni' }).click();
    await person.button(page, 'I tuoi accessi').click();
    const mine = page.getByRole('table', { name: 'Ingressi e consultazioni' });
    await mine.getByText('Ingresso').first().waitFor();
    assert.equal(await mine.getByRole('row').count(), 26);
    await mine.getByText(`${officine.denominazione} · ${officine.matricola}`).first().waitFor();
    await on_screen('accessi-propri');
    await person.write(page, 'Al', '23/11/2026');
    await person.button(page, 'Cerca').click();
    await page.getByText('Nessun accesso').waitFor();
    assert.deepEqual(problems, []);
  });
}
