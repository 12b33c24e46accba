// What no peer can work out by itself, done once for all of them in plain JavaScript: dates as numbers, lists folded to
// counts, rows of the registry and of the norm tables looked up. The checks themselves are in each peer's own file.
import { readFileSync } from 'node:fs';
import { addMonths, day, endOfNextMonth, monday, rollForward, weekday } from './calendar.mjs';

const norms = (file) => JSON.parse(readFileSync(new URL(`../../../assets/norms/${file}`, import.meta.url), 'utf8'));
const CAUSALI = new Map(norms('causali.json').causali.map((c) => [c.id, c]));
const PARAMETRI = norms('parametri.json').parametri;
const FOREVER = 10 ** 6;

function norm(chiave) {
  const row = PARAMETRI.find((p) => p.chiave === chiave && p.valid_to === null);
  if (!row) throw new Error(`norma senza valore: ${chiave}`);
  return row.valore;
}
export const LIMITS = {
  giorni_termine: norm('deadlines.ordinary_days'),
  giorni_avviso: norm('deadlines.warning_days_left'),
  mesi_fine_cantiere: norm('causale.fine_cantiere_months'),
  mesi_bilancio: norm('liquidity.balance_max_months'),
  ore_settimana: norm('plan.weekly_hours') * 100,
  settimane_singola: norm('cigo.max_weeks_single'),
  soglia_liquidita: norm('liquidity.threshold_hundredths'),
};

// An entry is absent, a value, or {"testo": …} when what was typed does not parse: the parsers are ours, and a gift to the peers.
const state = (entry) => (entry === undefined ? 'vuoto' : typeof entry === 'object' ? 'errato' : 'valido');
const known = (entry) => state(entry) === 'valido';
const number = (entry) => (known(entry) ? entry : 0);
const date = (entry) => (known(entry) ? day(entry) : 0);
const blank = (text) => !/[^ \t\r\n]/.test(text);

// The most hours that n workers can be asked for in a week: the n longest contractual times.
function capacity(bozza, registro, up) {
  const organico = new Map();
  for (const w of up ? registro.lavoratori : []) {
    const cf = w.codice_fiscale;
    if (w.unita_produttiva === up.progressivo && cf && cf.length <= 16 && !organico.has(cf)) organico.set(cf, w);
  }
  const time = (w) => (w && w.ore_settimanali_centesimi > 0 ? w.ore_settimanali_centesimi : LIMITS.ore_settimana);
  const { beneficiari } = bozza.lavoratori;
  const people = beneficiari.length ? beneficiari.map((b) => organico.get(b.codice_fiscale)) : [...organico.values()];
  const sums = [0];
  for (const hours of people.map(time).sort((a, b) => b - a)) sums.push(sums.at(-1) + hours);
  return (n) => sums[Math.min(n, sums.length - 1)] + Math.max(0, n - sums.length + 1) * LIMITS.ore_settimana;
}

function plan(bozza, registro, up) {
  const rows = bozza.periodo.settimane;
  const most = capacity(bozza, registro, up);
  const none = (entry) => entry === undefined || entry === 0;
  return {
    settimane: rows.length,
    settimane_ferme: rows.filter((s) => none(s.lavoratori) && none(s.ore_centesimi)).length,
    righe_errate: rows.filter((s) => [s.lavoratori, s.zero_ore, s.ore_centesimi].some((e) => state(e) === 'errato')).length,
    righe_zero_ore_eccedenti: rows.filter((s) => known(s.zero_ore) && known(s.lavoratori) && s.zero_ore > s.lavoratori).length,
    righe_ore_eccedenti: rows.filter((s) => known(s.lavoratori) && known(s.ore_centesimi) && s.ore_centesimi > most(s.lavoratori)).length,
  };
}

function people(beneficiari) {
  const codes = beneficiari.map((b) => b.codice_fiscale).filter(known);
  return {
    beneficiari: beneficiari.length,
    beneficiari_senza_codice: beneficiari.length - codes.length,
    beneficiari_ripetuti: codes.length - new Set(codes).size,
  };
}

function dates({ bozza, oggi }, causale) {
  const { dal, al, data_inizio_effettivo: effettivo, giorni_evento: eventi } = bozza.periodo;
  const periodo_noto = known(dal) && known(al) && dal <= al;
  const inizio = known(effettivo) ? day(effettivo) : known(dal) ? monday(day(dal)) : undefined;
  const eone = Boolean(causale?.eone);
  const termine = () => (eone ? endOfNextMonth(eventi.length ? day(eventi[0]) : inizio) : rollForward(inizio + LIMITS.giorni_termine));
  const termine_noto = causale !== undefined && inizio !== undefined;
  const periodo_dal = periodo_noto ? monday(day(dal)) : 0;
  const periodo_al = periodo_noto ? monday(day(al)) + 6 : 0;
  return {
    oggi: day(oggi),
    giorno: inizio ?? day(oggi),
    inizio_effettivo_stato: state(effettivo),
    inizio_effettivo: date(effettivo),
    dal_stato: state(dal),
    dal: date(dal),
    dal_giorno: known(dal) ? weekday(day(dal)) : 0,
    dal_lunedi: known(dal) ? monday(day(dal)) : 0,
    al_stato: state(al),
    al: date(al),
    al_giorno: known(al) ? weekday(day(al)) : 0,
    periodo_noto,
    periodo_dal,
    periodo_al,
    settimane_periodo: periodo_noto ? (periodo_al - periodo_dal + 1) / 7 : 0,
    fine_cantiere_entro: periodo_noto ? addMonths(periodo_dal, LIMITS.mesi_fine_cantiere) : 0,
    eone,
    termine_noto,
    termine: termine_noto ? termine() : 0,
  };
}

function company(azienda, { posizione }) {
  const rappresentante = azienda.legale_rappresentante;
  return {
    codice_fiscale_stato: state(azienda.codice_fiscale),
    codice_fiscale: known(azienda.codice_fiscale) ? azienda.codice_fiscale : '',
    matricola_stato: state(azienda.matricola),
    matricola: known(azienda.matricola) ? azienda.matricola : '',
    denominazione_vuota: blank(azienda.denominazione),
    pec_stato: state(azienda.pec),
    rappresentante_cognome_vuoto: blank(rappresentante.cognome),
    rappresentante_nome_vuoto: blank(rappresentante.nome),
    rappresentante_codice_stato: state(rappresentante.codice_fiscale),
    dipendenti_stato: state(azienda.dipendenti_medi_centesimi),
    attivita_stato: state(azienda.data_inizio_attivita),
    attivita: date(azienda.data_inizio_attivita),
    posizione_nota: posizione.matricola !== '',
    posizione_matricola: posizione.matricola,
    posizione_codice_fiscale: posizione.codice_fiscale,
  };
}

function cause(section, causale) {
  const { ordinanza } = section;
  return {
    causale_id: section.id,
    causale_nota: causale !== undefined,
    causale_selezionabile: Boolean(causale?.selezionabile),
    causale_dal: causale?.valid_from ? day(causale.valid_from) : -FOREVER,
    causale_al: causale?.valid_to ? day(causale.valid_to) : FOREVER,
    interruzione_programmata: section.interruzione_programmata,
    attestazione_ditta: section.attestazione_ditta,
    ordinanza_ente_vuoto: blank(ordinanza.ente),
    ordinanza_numero_vuoto: blank(ordinanza.numero),
    ordinanza_data_stato: state(ordinanza.data),
    ordinanza_ore_stato: state(ordinanza.ore_vietate_centesimi),
  };
}

function payment(p) {
  return {
    diretto: p.modalita === 'diretto',
    immediate_stato: state(p.liquidita_immediate_cent),
    immediate: number(p.liquidita_immediate_cent),
    differite_stato: state(p.liquidita_differite_cent),
    differite: number(p.liquidita_differite_cent),
    rimanenze_stato: state(p.rimanenze_cent),
    rimanenze: number(p.rimanenze_cent),
    passivita_stato: state(p.passivita_correnti_cent),
    passivita: number(p.passivita_correnti_cent),
    bilancio_stato: state(p.data_bilancio),
    bilancio_valido_fino: known(p.data_bilancio) ? addMonths(day(p.data_bilancio), LIMITS.mesi_bilancio) : 0,
    procedura_concorsuale: p.procedura_concorsuale,
    procedura_data_stato: state(p.procedura_data),
  };
}

export function facts(request) {
  const { bozza, registro } = request;
  const causale = CAUSALI.get(bozza.causale.id);
  const unita = bozza.unita_produttiva;
  const up = registro.unita_produttive.find((u) => u.progressivo === unita.progressivo);
  return {
    ...company(bozza.azienda, registro),
    unita_stato: state(unita.progressivo),
    unita_nota: up !== undefined,
    cantiere: up?.tipo === 'cantiere',
    contratto_vuoto: blank(unita.contratto_appalto),
    autocertificazione: unita.autocertificazione,
    appalto_dal_stato: state(unita.appalto_dal),
    appalto_al_stato: state(unita.appalto_al),
    ...cause(bozza.causale, causale),
    ...dates(request, causale),
    proroga: bozza.periodo.tipo === 'proroga',
    motivi_proroga_vuoti: blank(bozza.periodo.motivi_proroga),
    ...plan(bozza, registro, up),
    ...people(bozza.lavoratori.beneficiari),
    ...payment(bozza.pagamento),
    dichiarazioni: bozza.invio.dichiarazioni,
  };
}
