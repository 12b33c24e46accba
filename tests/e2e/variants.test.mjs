// Screens that the straight way does not show: an event with its days, direct payment with the liquidity index, a summary full of
// errors, dialogue with the office's lists. Each holds in both faces.
import assert from 'node:assert/strict';
import test from 'node:test';
import { costruzioni, officine } from '../lib/office.mjs';
import * as check from './lib/checks.mjs';
import * as person from './lib/journey.mjs';
import { shared_office } from './lib/shared.mjs';

const office = shared_office();

async function at(page, section, title) {
  await person.step(page, section).click();
  await person.title(page, title).waitFor();
}

for (const face of ['html', 'canvas']) {
  test(`weather, event days, direct payment and a refused sending (${face})`, { timeout: 240_000 }, async (t) => {
    const { page, problems, close } = await office.open({ face });
    t.after(close);
    const on_screen = check.inspector(page, face);
    await person.enter_as(page, 'IDA XQZARI (Intermediario)');
    await person.choose_company(page, costruzioni.denominazione);
    await at(page, 'Unità produttiva', 'Unità produttiva');
    await page.getByRole('radio', { name: /^UP 0/ }).check();

    await at(page, 'Causale', 'Causale');
    await page.getByRole('combobox').first().selectOption('METEO_EDIL');
    await on_screen('causale-meteo');

    await at(page, 'Periodo', 'Periodo e settimane');
    await person.write(page, 'Primo giorno di sospensione o riduzione', '26/10/2026');
    await person.write(page, 'Lunedì della prima settimana', '26/10/2026');
    await person.write(page, 'Domenica dell’ultima settimana', '08/11/2026');
    const day = page.getByRole('checkbox', { name: '28/10', exact: true });
    await day.check();
    // Its label is the day: a click on the word is a click on the box.
    await page.getByText('29/10', { exact: true }).click();
    assert.ok(await page.getByRole('checkbox', { name: '29/10', exact: true }).isChecked());
    await on_screen('periodo-giorni');

    await at(page, 'Relazione', 'Relazione tecnica');
    await page.getByRole('radio', { name: 'Pioggia' }).check();
    await page.getByRole('radio', { name: /^Scavi/ }).check();
    await person.write(page, 'Pioggia caduta, in millimetri', '1');
    await page.getByText(/Pioggia di 1,00 mm, sotto la soglia orientativa di 1,50 mm/).first().waitFor();
    await on_screen('relazione-meteo');
    await at(page, 'Indicatori', 'Indicatori economici');
    await page.getByText(/gli indicatori non sono richiesti/).waitFor();
    await at(page, 'Consultazione', 'Consultazione sindacale');
    await page.getByText(/Questa è una prima richiesta/).first().waitFor();
    await on_screen('consultazione-edilizia');

    await at(page, 'Pagamento', 'Pagamento');
    await page.getByRole('radio', { name: /diretto/ }).check();
    await person.write(page, 'Liquidità immediate', '1.234,50');
    await person.write(page, 'Liquidità differite', '10.000');
    await person.write(page, 'Passività correnti', '12.345,67');
    await page.getByText('Indice', { exact: false }).first().waitFor();
    await page.getByRole('checkbox', { name: 'È in corso una procedura concorsuale' }).check();
    await person.field(page, 'Tribunale').waitFor();
    await on_screen('pagamento-diretto');
    // Why: the explanation unfolds under its button, which keeps the focus and folds it again.
    for (const result of ['Indice di liquidità', 'Biennio mobile', 'Termine della domanda']) await person.button(page, `Perché? ${result}`).click();
    await page.getByText('L’indice è la somma delle liquidità', { exact: false }).first().waitFor();
    await on_screen('perche');
    for (const result of ['Indice di liquidità', 'Biennio mobile', 'Termine della domanda']) {
      await person.button(page, `Chiudi il perché: ${result}`).click();
      assert.match(await page.evaluate(() => document.activeElement.textContent), new RegExp(`^Perché. ${result}`));
    }

    await at(page, 'Riepilogo', 'Riepilogo e invio');
    await person.button(page, /^Invia/).click();
    await check.settled(page);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Errore/, 'a sending with errors leads to the first of them');
    await on_screen('riepilogo-con-errori');
    await page.getByRole('main').getByRole('button', { name: /^Errore/ }).first().click();
    await page.waitForFunction(() => document.activeElement?.matches('main input, main select, main textarea'));
    assert.deepEqual(problems, []);
  });
}

// Eight quarters are long on a phone: the second four begin folded, and what leads to one of their fields unfolds them.
async function one_year_at_a_time_on_a_phone(page) {
  await page.setViewportSize({ width: 390, height: 844 });
  await at(page, 'Consultazione', 'Consultazione sindacale');
  await at(page, 'Indicatori', 'Indicatori economici');
  await check.settled(page);
  const shown = (name) => person.field(page, name).isVisible();
  assert.ok(await shown('Fatturato, 3° trimestre 2025'));
  assert.ok(!(await shown('Fatturato, 3° trimestre 2026')), 'the last quarters are folded');
  await page.getByText('Gli ultimi quattro trimestri').click();
  await person.write(page, 'Fatturato, 3° trimestre 2026', 'molto');
  await page.getByText('Gli ultimi quattro trimestri').click();
  assert.ok(!(await shown('Fatturato, 3° trimestre 2026')));
  await page.getByRole('complementary').getByRole('button', { expanded: false }).click();
  await page.getByRole('complementary').getByRole('button', { name: /^Errore.*3° trimestre 2026|^Errore.*molto/ }).click();
  await page.waitForFunction(() => document.activeElement?.labels?.[0]?.textContent.trim() === 'Fatturato, 3° trimestre 2026');
  await person.write(page, 'Fatturato, 3° trimestre 2026', '190.000');
  await page.setViewportSize({ width: 1440, height: 900 });
  await check.settled(page);
}

for (const face of ['html', 'canvas']) {
  test(`indicators by quarter and the duty towards the unions (${face})`, { timeout: 120_000 }, async (t) => {
    const { page, problems, close } = await office.open({ face });
    t.after(close);
    const on_screen = check.inspector(page, face);
    await person.enter_as(page, 'ADA XQZETTI');
    await person.choose_company(page, officine.denominazione);
    await at(page, 'Causale', 'Causale');
    await page.getByRole('combobox').first().selectOption('MANC_LAVORO');
    await at(page, 'Indicatori', 'Indicatori economici');
    await page.getByRole('radio', { name: 'Per trimestre' }).check();
    await person.write(page, 'Fatturato, 3° trimestre 2025', '250.000');
    await person.write(page, 'Fatturato, 3° trimestre 2026', '190.000');
    await person.write(page, 'Numero di ordini, 3° trimestre 2026', '-4');
    await page.getByText('-24,0 % · a sostegno').waitFor();
    await on_screen('indicatori-trimestri');
    if (face === 'html') await one_year_at_a_time_on_a_phone(page);
    await at(page, 'Consultazione', 'Consultazione sindacale');
    await person.write(page, 'Data della comunicazione ai sindacati', '16/11/2026');
    await page.getByText(/Esame congiunto, se una delle parti lo chiede \(entro il 26\/11\/2026\)/).waitFor();
    await on_screen('consultazione-date');
    assert.deepEqual(problems, []);
  });
}
