// A small office for the API tests: registry CSV files and one UniEmens flow, written to a folder. Today is 24 November 2026.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { matricola, partitaIva, personCode } from './codes.mjs';

export const OGGI = '2026-11-24';
const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

const company = (n, province, name, csc, workers) => ({
  matricola: matricola(province, 770000 + n),
  codice_fiscale: partitaIva(1234500 + n),
  denominazione: name,
  csc,
  sede: `${String(province).padStart(2, '0')}00`,
  pec: `azienda${n}@pec.invalid.it`,
  lavoratori: Array.from({ length: workers }, (_, i) => ({
    codice_fiscale: personCode(n * 10 + i),
    cognome: 'XQZ',
    nome: `PROVA${i}`,
  })),
});

// csc 10601 is engineering (industry), 11301 building, 70101 commerce.
export const officine = company(1, 49, 'OFFICINE IMMAGINARIE SRL', '10601', 3);
export const costruzioni = company(2, 18, 'COSTRUZIONI FINTE SRL', '11301', 3);
export const fonderia = company(3, 51, 'FONDERIA INVENTATA SPA', '10601', 2);
export const negozio = company(4, 70, 'NEGOZIO DI FANTASIA SRL', '70101', 2);
export const tessitura = company(5, 49, 'TESSITURA MAI ESISTITA SNC', '10601', 2);
// Many positions of one Sede, all delegated to intermediario-2: for paging and for the protocol under load.
export const molte = Array.from({ length: 60 }, (_, i) => company(10 + i, 49, `SERIE ${String(i + 1).padStart(3, '0')} SRL`, '10601', 1));
export const tutte = [officine, costruzioni, fonderia, negozio, tessitura, ...molte];

const person = (n) => personCode(900 + n);
export const identita = [
  { id: 'datore-1', codice_fiscale: person(1), cognome: 'XQZETTI', nome: 'ADA', ruolo: 'datore', azienda_cf: officine.codice_fiscale },
  { id: 'datore-2', codice_fiscale: person(2), cognome: 'XQZONI', nome: 'UGO', ruolo: 'datore', azienda_cf: negozio.codice_fiscale },
  // One person with two powers.
  { id: 'datore-3', codice_fiscale: person(3), cognome: 'XQZARI', nome: 'IDA', ruolo: 'datore', azienda_cf: tessitura.codice_fiscale },
  { id: 'intermediario-1', codice_fiscale: person(3), cognome: 'XQZARI', nome: 'IDA', ruolo: 'intermediario' },
  { id: 'intermediario-2', codice_fiscale: person(4), cognome: 'XQZINI', nome: 'LEO', ruolo: 'intermediario' },
  { id: 'intermediario-3', codice_fiscale: person(12), cognome: 'XQZUTTI', nome: 'RIO', ruolo: 'intermediario' },  // no delegation
  { id: 'operatore-1', codice_fiscale: person(5), cognome: 'XQZELLI', nome: 'EVA', ruolo: 'operatore', sede: '4900', supervisore: 'direttore-1' },
  { id: 'operatore-2', codice_fiscale: person(6), cognome: 'XQZUCCI', nome: 'TEO', ruolo: 'operatore', sede: '1800' },
  { id: 'advisor-1', codice_fiscale: person(7), cognome: 'XQZIERI', nome: 'MIA', ruolo: 'advisor' },
  { id: 'analista-1', codice_fiscale: person(8), cognome: 'XQZANTE', nome: 'NEO', ruolo: 'analista' },
  { id: 'direttore-1', codice_fiscale: person(9), cognome: 'XQZOTTI', nome: 'ZOE', ruolo: 'direttore', sede: '4900' },
  { id: 'sicurezza-1', codice_fiscale: person(10), cognome: 'XQZURRA', nome: 'ELI', ruolo: 'sicurezza' },
  { id: 'amministratore-1', codice_fiscale: person(11), cognome: 'XQZALDI', nome: 'IVO', ruolo: 'amministratore' },
];
const deleghe = [
  { id: 'd1', chi: 3, matricola: costruzioni.matricola, dal: '2025-01-01', al: '', revocata_il: '' },
  { id: 'd2', chi: 3, matricola: fonderia.matricola, dal: '2024-01-01', al: '2026-10-31', revocata_il: '' },
  { id: 'd3', chi: 3, matricola: tessitura.matricola, dal: '2025-01-01', al: '', revocata_il: '2026-11-01' },
  { id: 'd4', chi: 3, matricola: officine.matricola, dal: '2026-12-01', al: '', revocata_il: '' },
  ...molte.map((azienda, i) => ({ id: `m${i}`, chi: 4, matricola: azienda.matricola, dal: '2025-01-01', al: '2027-12-31', revocata_il: '' })),
];

const csv = (columns, rows) => [columns.join(';'), ...rows.map((row) => columns.map((c) => row[c] ?? '').join(';'))].join('\n') + '\n';

export function uniemens(azienda, month, lavoratori = azienda.lavoratori) {
  const people = lavoratori.map((l) =>
    `<DenunciaIndividuale><CFLavoratore>${l.codice_fiscale}</CFLavoratore><Cognome>${l.cognome}</Cognome><Nome>${l.nome}</Nome>` +
    '<Qualifica1>1</Qualifica1><Qualifica2>F</Qualifica2><Qualifica3>I</Qualifica3><UnitaProduttiva>0</UnitaProduttiva>' +
    '<OrarioContrattuale>4000</OrarioContrattuale></DenunciaIndividuale>').join('');
  return `<Azienda><AnnoMeseDenuncia>${month}</AnnoMeseDenuncia><CFAzienda>${azienda.codice_fiscale}</CFAzienda>` +
    `<RagSocAzienda>${azienda.denominazione}</RagSocAzienda><PosContributiva Composizione="CP"><Matricola>${azienda.matricola}</Matricola>` +
    `${people}<DenunciaAziendale><NumLavoratori>${lavoratori.length}</NumLavoratori><ForzaAziendale>${lavoratori.length}</ForzaAziendale>` +
    '</DenunciaAziendale></PosContributiva></Azienda>';
}
export const flow = (...parts) => `<?xml version="1.0" encoding="UTF-8"?>\n<DenunceMensili>${parts.join('')}</DenunceMensili>\n`;

// `workers`: so many in the last flow of the first company.
export function writeOffice(folder, workers = 0) {
  mkdirSync(folder, { recursive: true });
  const files = {
    'aziende.csv': csv(['matricola', 'codice_fiscale', 'denominazione', 'csc', 'stato', 'dal', 'sede', 'pec', 'indirizzo', 'comune', 'provincia'],
      tutte.map((a) => ({ ...a, stato: 'attiva', dal: '2015-01-01', indirizzo: 'VIA INVENTATA 1', comune: 'SAVONA', provincia: 'SV' }))),
    'unita_produttive.csv': csv(['matricola', 'progressivo', 'tipo', 'denominazione', 'indirizzo', 'comune', 'provincia', 'dal', 'giorni_settimana'],
      tutte.map((a) => ({ matricola: a.matricola, progressivo: 0, tipo: 'sede', denominazione: 'Sede', indirizzo: 'VIA INVENTATA 1', comune: 'SAVONA', provincia: 'SV', dal: '2015-01-01', giorni_settimana: 5 }))),
    'identita.csv': csv(['id', 'codice_fiscale', 'cognome', 'nome', 'ruolo', 'sede', 'azienda_cf', 'supervisore'], identita),
    'deleghe.csv': csv(['id', 'intermediario_cf', 'matricola', 'dal', 'al', 'revocata_il'], deleghe.map((d) => ({ ...d, intermediario_cf: person(d.chi) }))),
  };
  for (const month of MONTHS) files[`uniemens-${month}.xml`] = flow(...tutte.map((azienda) => uniemens(azienda, month)));
  if (workers > 0) {
    const people = Array.from({ length: workers }, (_, i) => ({ codice_fiscale: personCode(20_000 + i), cognome: 'XQZ', nome: `PROVA${String(i).padStart(4, '0')}` }));
    files[`uniemens-${MONTHS.at(-1)}.xml`] = flow(uniemens(officine, MONTHS.at(-1), people));
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

const addDays = (iso, days) => new Date(Date.parse(iso) + days * 86400000).toISOString().slice(0, 10);

// A draft of one worker for `settimane` weeks from the Monday `lunedi`, without errors.
export function draft(azienda, { lunedi = '2026-11-23', settimane = 2, id = 'bozza-di-prova' } = {}) {
  const worker = azienda.lavoratori[0];
  return {
    versione: 1,
    id,
    prestazione: 'CIGO',
    azienda: {
      matricola: azienda.matricola,
      codice_fiscale: azienda.codice_fiscale,
      denominazione: azienda.denominazione,
      pec: azienda.pec,
      legale_rappresentante: { cognome: 'XQZETTI', nome: 'ADA', codice_fiscale: person(1) },
      dipendenti_medi_centesimi: azienda.lavoratori.length * 100,
      data_inizio_attivita: '2015-01-01',
    },
    unita_produttiva: { progressivo: 0, autocertificazione: true },
    causale: { id: 'MANC_LAVORO', descrizione: 'Manca lavoro per il rinvio di una commessa; la ripresa è attesa a gennaio.' },
    periodo: {
      tipo: 'prima',
      data_inizio_effettivo: lunedi,
      dal: lunedi,
      al: addDays(lunedi, settimane * 7 - 1),
      settimane: Array.from({ length: settimane }, (_, i) => ({ lunedi: addDays(lunedi, i * 7), lavoratori: 1, zero_ore: 1, ore_centesimi: 4000 })),
    },
    lavoratori: { beneficiari: [{ ...worker, qualifica: 'operaio' }] },
    relazione: {
      cause: 'Dal 2 novembre 2026 il committente principale, che vale oltre metà del fatturato, ha rinviato due commesse per un ' +
        'blocco della sua produzione. Le altre commesse coprono meno di un turno al giorno: il reparto resta senza lavoro.',
      non_imputabilita: 'Il rinvio è stato deciso dal committente e non era prevedibile.',
      ripresa: 'Le commesse rinviate sono confermate per gennaio 2027.',
      dichiarazione: true,
    },
    indicatori: {
      modalita: 'annuale',
      periodi: [
        { anno: 2024, fatturato_cent: 100000000, ordini_numero: 120 },
        { anno: 2025, fatturato_cent: 80000000, ordini_numero: 90 },
      ],
    },
    consultazione: { data_comunicazione: addDays(lunedi, -21), comunicata_territorio: true, dichiarazione: true },
    pagamento: { modalita: 'conguaglio' },
    invio: { dichiarazioni: true, ticket: 'A1B2C3D4E5F6G7H8' },
  };
}

// The same for the first two workers, with the hours of both.
export function twoWorkers(azienda, options) {
  const one = draft(azienda, options);
  one.lavoratori.beneficiari = azienda.lavoratori.slice(0, 2).map((worker) => ({ ...worker, qualifica: 'operaio' }));
  for (const week of one.periodo.settimane) Object.assign(week, { lavoratori: 2, zero_ore: 2, ore_centesimi: 8000 });
  return one;
}

// The flow of a month in which one of them is a dirigente.
export function withDirigente(azienda, month, worker) {
  const [before, after] = uniemens(azienda, month).split(worker.codice_fiscale);
  return flow(`${before}${worker.codice_fiscale}${after.replace('<Qualifica1>1<', '<Qualifica1>3<')}`);
}
