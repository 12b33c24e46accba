// Drafts at hand without typing them: a whole one comes in as a file, as from a payroll program.
import { button, step, title } from './journey.mjs';
import { settled } from './checks.mjs';

export async function import_draft(page, draft) {
  await page.getByLabel('Importa una bozza').setInputFiles({ name: 'bozza.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(draft)) });
  await page.getByText(/La bozza di .* è stata importata/).waitFor();
  await settled(page);
}

export async function resume(page, name) {
  await button(page, `Riprendi ${name}`).click();
  await page.getByRole('navigation', { name: 'Sezioni della domanda' }).waitFor({ state: 'attached' });
  await settled(page);
}

export async function back_home(page) {
  await page.getByRole('link', { name: /^Chiudi e torna/ }).click();
  await title(page, /^Buon lavoro/).waitFor();
  await settled(page);
}

// On the summary, every warning read: one press away from the office.
export async function ready_to_send(page, name) {
  await resume(page, name);
  await step(page, 'Riepilogo e invio').click();
  await title(page, 'Riepilogo e invio').waitFor();
  await settled(page);
  for (const box of await page.getByRole('checkbox', { name: /^Ho letto/ }).all()) await box.check();
  await settled(page);
}
