// What the stories share: an office of their own, a person logged in on a new domanda, moves by the steps.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientOf } from '../../lib/client.mjs';
import { cli, officeDatabase, root, scratch, startServer } from '../../lib/server.mjs';
import { launch, open } from './browser.mjs';
import * as check from './checks.mjs';
import * as person from './journey.mjs';

// More rows of the registry, imported into the office before it opens: { autorizzazioni: [...], aziende: [...] }.
export function database(registry = {}) {
  const db = officeDatabase();
  const files = Object.entries(registry);
  if (!files.length) return db;
  const folder = scratch('storia');
  mkdirSync(folder, { recursive: true });
  for (const [name, rows] of files) {
    const columns = Object.keys(rows[0]);
    const lines = rows.map((row) => columns.map((c) => row[c]).join(';'));
    writeFileSync(join(folder, `${name}.csv`), [columns.join(';'), ...lines, ''].join('\n'));
  }
  cli('import', '--db', db, folder);
  return db;
}

// A page of that face for a person already logged in; everything ends with the test.
export async function begin(t, face, who, options = {}) {
  const browser = await launch();
  t.after(() => browser.close());
  const server = await startServer({ db: database(options.registry), web: process.env.OMNIA_WEB ?? join(root, 'web/dist') });
  t.after(() => server.stop());
  if (options.filed) {
    const client = await clientOf(server, options.filed.identita);
    const sent = await client.submit(options.filed.bozza);
    if (sent.status !== 201) throw new Error(sent.text);
  }
  const { page, problems } = await open(browser, server.url, { face });
  await person.enter_as(page, who);
  return { page, problems, server, on_screen: check.inspector(page, face) };
}

export async function at(page, section, title) {
  await person.step(page, section).click();
  await person.title(page, title).waitFor();
}

export async function legal_representative(page) {
  await person.write(page, 'Cognome del legale rappresentante', 'XQZARI');
  await person.write(page, 'Nome del legale rappresentante', 'IDA');
  await person.write(page, 'Codice fiscale del legale rappresentante', 'XQZWKJ85A01H501M');
}

export async function unit(page) {
  await at(page, 'Unità produttiva', 'Unità produttiva');
  await page.getByRole('radio', { name: /^UP 0/ }).check();
  await page.getByRole('checkbox', { name: /^Confermo che l’unità produttiva/ }).check();
}

export async function causale(page, id) {
  await at(page, 'Causale', 'Causale');
  await page.getByRole('combobox', { name: 'Causale' }).selectOption(id);
}

export async function period(page, start, end) {
  await at(page, 'Periodo', 'Periodo e settimane');
  await person.write(page, 'Primo giorno di sospensione o riduzione', start);
  await person.write(page, 'Domenica dell’ultima settimana', end);
}

// A block from a spreadsheet, pasted into a field.
export async function paste(page, label, text) {
  const field = person.field(page, label);
  await field.focus();
  await field.evaluate((element, block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await check.settled(page);
}

export async function send(page) {
  await at(page, 'Riepilogo', 'Riepilogo e invio');
  return person.send(page);
}
