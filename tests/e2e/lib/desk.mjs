// Ways to a section of the domanda without filling what comes before it.
import * as person from './journey.mjs';
import { officine } from '../../lib/office.mjs';

export async function open_desk(page, name = 'ADA XQZETTI', company = officine.denominazione) {
  await person.enter_as(page, name);
  await person.choose_company(page, company);
}

export async function open_section(page, name) {
  await person.step(page, name).click();
  await person.title(page, name).waitFor();
}

// The plan of three weeks, empty.
export async function open_plan(page) {
  await open_section(page, 'Periodo e settimane');
  await person.write(page, 'Primo giorno di sospensione o riduzione', '23/11/2026');
  await person.write(page, 'Domenica dell’ultima settimana', '13/12/2026');
  await page.getByRole('table', { name: /settiman/i }).waitFor();
}

// What the clipboard of a spreadsheet holds, pasted where the focus is.
export async function paste(page, text) {
  await page.evaluate((content) => {
    const data = new DataTransfer();
    data.setData('text/plain', content);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

export const focused_label = (page) => page.evaluate(() => document.activeElement?.labels?.[0]?.textContent?.trim() ?? document.activeElement?.textContent?.trim());
