// A registry for the load: 20,000 companies in 90 Sedi, of which 100 of one Sede have 200 workers each and send domande; one
// intermediary with a delegation for 1,000 companies, one operator of the Sede and 125 more who only listen.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codiceFiscale, matricola, partitaIva, personCode } from '../../../tests/lib/codes.mjs';
import { draft, flow, uniemens } from '../../../tests/lib/office.mjs';

export const WORKERS = 200;
const SENDERS = 100;
const COMPANIES = 20000;
const DELEGATED = 1000;
export const LISTENERS = 125;

// More people than tests/lib/codes.mjs has: the year of birth counts too.
function person(n) {
  const letter = (i) => 'BCDFGHJKLM'[Math.floor(n / 10 ** i) % 10];
  return codiceFiscale(`XZ${letter(0)}W${letter(1)}${letter(2)}8${Math.floor(n / 10000) % 10}A01H50${Math.floor(n / 1000) % 10}`);
}

const company = (n, province, workers) => ({
  matricola: matricola(province, 100000 + n),
  codice_fiscale: partitaIva(2000000 + n),
  denominazione: `CARICO ${String(n).padStart(6, '0')} SRL`,
  csc: '10601',
  sede: `${String(province).padStart(2, '0')}00`,
  pec: `carico${n}@pec.invalid.it`,
  lavoratori: Array.from({ length: workers }, (_, i) => ({ codice_fiscale: person(n * workers + i), cognome: 'XQZ', nome: `PROVA${i}` })),
});
export const senders = Array.from({ length: SENDERS }, (_, i) => company(i, 49, WORKERS));
const others = Array.from({ length: COMPANIES - SENDERS }, (_, i) => company(SENDERS + i, 1 + (i % 90), 0));
const all = [...senders, ...others];

const csv = (columns, rows) => [columns.join(';'), ...rows.map((row) => columns.map((c) => row[c] ?? '').join(';'))].join('\n') + '\n';
const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

export function writeRegistry(folder) {
  mkdirSync(folder, { recursive: true });
  const files = {
    'aziende.csv': csv(['matricola', 'codice_fiscale', 'denominazione', 'csc', 'stato', 'dal', 'sede', 'pec', 'indirizzo', 'comune', 'provincia'],
      all.map((a) => ({ ...a, stato: 'attiva', dal: '2015-01-01', indirizzo: 'VIA INVENTATA 1', comune: 'SAVONA', provincia: 'SV' }))),
    'unita_produttive.csv': csv(['matricola', 'progressivo', 'tipo', 'denominazione', 'indirizzo', 'comune', 'provincia', 'dal', 'giorni_settimana'],
      all.map((a) => ({ matricola: a.matricola, progressivo: 0, tipo: 'sede', denominazione: 'Sede', indirizzo: 'VIA INVENTATA 1', comune: 'SAVONA', provincia: 'SV', dal: '2015-01-01', giorni_settimana: 5 }))),
    'identita.csv': csv(['id', 'codice_fiscale', 'cognome', 'nome', 'ruolo', 'sede', 'azienda_cf', 'supervisore'], [
      { id: 'intermediario-2', codice_fiscale: personCode(904), cognome: 'XQZINI', nome: 'LEO', ruolo: 'intermediario' },
      { id: 'datore-1', codice_fiscale: personCode(901), cognome: 'XQZETTI', nome: 'ADA', ruolo: 'datore', azienda_cf: senders[0].codice_fiscale },
      { id: 'operatore-1', codice_fiscale: personCode(905), cognome: 'XQZELLI', nome: 'EVA', ruolo: 'operatore', sede: '4900' },
      ...Array.from({ length: LISTENERS }, (_, i) => ({ id: `ascolto-${i}`, codice_fiscale: person(90000 + i), cognome: 'XQZ', nome: `ASCOLTO${i}`, ruolo: 'operatore', sede: '4900' }))]),
    'deleghe.csv': csv(['id', 'intermediario_cf', 'matricola', 'dal', 'al', 'revocata_il'],
      all.slice(0, DELEGATED).map((a, i) => ({ id: `c${i}`, intermediario_cf: personCode(904), matricola: a.matricola, dal: '2025-01-01', al: '2027-12-31' }))),
  };
  for (const month of MONTHS) files[`uniemens-${month}.xml`] = flow(...senders.map((azienda) => uniemens(azienda, month)));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

// The nth domanda of 200 workers for one week, about 100 kB: no two overlap.
const PADDING = 400;  // spaces beside each worker: what other fields would weigh
export function domanda(n) {
  const azienda = senders[n % SENDERS];
  const lunedi = new Date(Date.parse('2026-11-23') + 7 * 86400000 * Math.floor(n / SENDERS)).toISOString().slice(0, 10);
  const bozza = draft(azienda, { lunedi, settimane: 1 });
  bozza.lavoratori.beneficiari = azienda.lavoratori.map((l) => ({ ...l, qualifica: 'operaio' }));
  bozza.periodo.settimane = [{ lunedi, lavoratori: WORKERS, zero_ore: WORKERS, ore_centesimi: WORKERS * 4000 }];
  return Buffer.from(JSON.stringify({ bozza }, null, 0).replaceAll('"qualifica":"operaio"', `"qualifica":"operaio"${' '.repeat(PADDING)}`));
}
