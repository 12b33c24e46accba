// A person at work, by role and name only: the same steps in both faces.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { settled } from './checks.mjs';

export const field = (page, name) => page.getByRole('textbox', { name, exact: true });
export const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' });
export const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' });
export const step = (page, name) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });

export async function enter_as(page, name) {
  await button(page, `Entra come ${name}`).click();
  await page.getByRole('link', { name: 'Esci' }).waitFor();
}

export async function leave(page) {
  await page.getByRole('link', { name: 'Esci' }).click();
  await page.getByRole('button', { name: /^Entra come/ }).first().waitFor();
}

// Presses what gives a document, and answers its first bytes and its size.
export async function download(page, control) {
  const [coming] = await Promise.all([page.waitForEvent('download'), control.click()]);
  const bytes = await readFile(await coming.path());
  return { name: coming.suggestedFilename(), size: bytes.length, begins: bytes.subarray(0, 5).toString() };
}

// Types a value and leaves the field, as a person does.
export async function write(page, name, value) {
  await field(page, name).fill(value);
  await page.keyboard.press('Tab');
}

export async function go_on(page, next) {
  await button(page, 'Continua').click();
  await title(page, next).waitFor();
}

const nothing = async () => undefined;

export async function choose_company(page, company, on_screen = nothing) {
  await button(page, 'Nuova domanda').click();
  await button(page, new RegExp(`^Scegli .*${company}|${company}.*`)).first().waitFor();
  await settled(page);
  await on_screen('azienda-scelta');
  await page.getByRole('listitem').filter({ hasText: company }).getByRole('button').click();
  await title(page, 'Azienda').waitFor();
}

export async function company_section(page, on_screen = nothing) {
  await write(page, 'Cognome del legale rappresentante', 'Šarić-Àncora');
  await write(page, 'Nome del legale rappresentante', 'Niccolò');
  await write(page, 'Codice fiscale del legale rappresentante', 'XQZWKJ85A01H501M');
  await see_and_clear_an_error(page, on_screen);
  await on_screen('azienda');
  await go_on(page, 'Unità produttiva');
}

export async function unit_section(page, on_screen = nothing) {
  await page.getByRole('radio', { name: /^UP 0/ }).check();
  await page.getByRole('checkbox', { name: /^Confermo che l’unità produttiva/ }).check();
  await on_screen('unita');
  await go_on(page, 'Causale');
}

export async function reason_section(page, on_screen = nothing) {
  await page.getByRole('combobox', { name: /Causale|Fattispecie|Motivo/ }).first().selectOption('MANC_LAVORO');
  await write(page, 'Che cosa è successo', 'Manca lavoro per il rinvio di una commessa; la ripresa è attesa a gennaio.');
  await on_screen('causale');
  await go_on(page, 'Periodo e settimane');
}

const focused = (page, name) =>
  page.waitForFunction((label) => document.activeElement?.labels?.[0]?.textContent?.trim().startsWith(label), name);

// An error comes when the field is left, is said under it and in the list, leads back to it, and goes when it is mended.
export async function see_and_clear_an_error(page, on_screen = nothing) {
  await write(page, 'PEC', 'non è un indirizzo');
  await page.waitForFunction(() => document.activeElement !== document.body && document.querySelector('main [aria-invalid="true"]'));
  assert.equal(await field(page, 'PEC').getAttribute('aria-invalid'), 'true');
  const ids = (await field(page, 'PEC').getAttribute('aria-describedby')).split(' ');
  const said = await page.evaluate((all) => all.map((id) => document.getElementById(id)?.textContent ?? '').join(' '), ids);
  assert.match(said, /PEC/, 'the error stands under its field');
  const alert = page.getByRole('complementary').getByRole('button', { name: /^Errore.*PEC/ });
  assert.equal(await page.getByRole('heading', { name: /Da sistemare \(1 errore/ }).count(), 1);
  await on_screen('azienda-con-errore');
  await field(page, 'Nome del legale rappresentante').focus();
  await alert.click();
  await focused(page, 'PEC');
  await write(page, 'PEC', 'azienda@pec.invalid.it');
  await alert.waitFor({ state: 'detached' });
  assert.equal(await field(page, 'PEC').getAttribute('aria-invalid'), null);
}

// A Wednesday where a Monday is wanted is a warning with its remedy one click away.
export async function dates(page, on_screen = nothing) {
  const monday = 'Lunedì della prima settimana';
  await write(page, 'Primo giorno di sospensione o riduzione', '23/11/2026');
  await write(page, monday, '25/11/2026');
  const warning = page.getByRole('complementary').getByRole('button', { name: /^Avviso La data di inizio cade di mercoledì/ });
  await warning.waitFor();
  await on_screen('periodo-con-avviso');
  await button(page, 'Usa lunedì 23/11/2026').click();
  await warning.waitFor({ state: 'detached' });
  assert.equal(await field(page, monday).inputValue(), '23/11/2026');
  await write(page, 'Domenica dell’ultima settimana', '06/12/2026');
}

export async function weeks(page, workers = 1, on_screen = nothing) {
  for (const monday of ['23/11/2026', '30/11/2026']) {
    const row = page.getByRole('table', { name: /settiman/i }).getByRole('row').filter({ hasText: monday });
    const boxes = row.getByRole('textbox');
    for (const [i, value] of [String(workers), String(workers), `${workers * 40},00`].entries()) {
      await boxes.nth(i).fill(value);
      await page.keyboard.press('Tab');
    }
  }
  await on_screen('periodo');
  await go_on(page, 'Lavoratori');
}

export async function workers_section(page, count = 1, on_screen = nothing) {
  const boxes = page.getByRole('table').getByRole('checkbox');
  for (let i = 0; i < count; i += 1) await boxes.nth(i).check();
  await on_screen('lavoratori');
  await go_on(page, 'Relazione tecnica');
}

export const REPORT = {
  'Perché il lavoro si ferma o si riduce':
    'Dal 2 novembre 2026 il committente principale, che vale oltre metà del fatturato, ha rinviato due commesse per un blocco della ' +
    'sua produzione. Le altre commesse coprono meno di un turno al giorno: il reparto resta senza lavoro.',
  'Perché non dipende dall’azienda o dai lavoratori': 'Il rinvio è stato deciso dal committente e non era prevedibile.',
  'Quando e perché il lavoro riprenderà': 'Le commesse rinviate sono confermate per gennaio 2027.',
};

export async function report_section(page, on_screen = nothing) {
  for (const [name, value] of Object.entries(REPORT)) await write(page, name, value);
  await page.getByRole('checkbox', { name: 'Rendo la relazione come dichiarazione sostitutiva' }).check();
  await on_screen('relazione');
  await go_on(page, 'Indicatori economici');
}

export async function indicators_section(page, on_screen = nothing) {
  for (const [year, turnover, orders] of [['2024', '1.000.000', '120'], ['2025', '800.000', '90']]) {
    await write(page, `Fatturato, ${year}`, turnover);
    await write(page, `Numero di ordini, ${year}`, orders);
  }
  await page.getByText(/andamento è negativo e sostiene la richiesta: 3 a sostegno, 0 contro/).first().waitFor();
  await on_screen('indicatori');
  await go_on(page, 'Consultazione sindacale');
}

export async function consultation_section(page, on_screen = nothing) {
  await write(page, 'Data della comunicazione ai sindacati', '02/11/2026');
  await page.getByRole('checkbox', { name: /^Confermo di avere adempiuto/ }).check();
  await on_screen('consultazione');
  await go_on(page, 'Pagamento');
}

export async function payment_section(page, on_screen = nothing) {
  await page.getByRole('radio', { name: /conguaglio/ }).check();
  await on_screen('pagamento');
  await go_on(page, 'Riepilogo e invio');
}

export async function send(page, on_screen = nothing) {
  await write(page, 'Ticket UniEmens', 'A1B2C3D4E5F6G7H8');
  await settled(page);  // the error on the ticket leaves the list above
  for (const box of await page.getByRole('group').getByRole('checkbox').all()) await box.check();
  await page.getByRole('checkbox', { name: 'Rendo le dichiarazioni qui sopra' }).check();
  await on_screen('riepilogo');
  await button(page, /^Invia/).click();
  await title(page, 'Domanda inviata').waitFor();  // the summary of an extension names a protocol too
  await on_screen('ricevuta');
  const text = await page.getByRole('main').textContent();
  return /INPS\.\d{4}\.\d\d\/\d\d\/\d{4}\.\d{7}/.exec(text)[0];
}

// From the home to the receipt. Answers the protocol number.
export async function file_domanda(page, company, on_screen = nothing) {
  await choose_company(page, company, on_screen);
  await company_section(page, on_screen);
  await unit_section(page, on_screen);
  await reason_section(page, on_screen);
  await dates(page, on_screen);
  await weeks(page, 1, on_screen);
  await workers_section(page, 1, on_screen);
  await report_section(page, on_screen);
  await indicators_section(page, on_screen);
  await consultation_section(page, on_screen);
  await payment_section(page, on_screen);
  return send(page, on_screen);
}
