// What no peer can work out by itself, done once for all of them in plain JavaScript: dates as numbers, lists folded to
// counts, rows of the registry and of the norm tables looked up. The checks themselves are in each peer's own file. One
// property after the other on one object: spreads of this size cost as much as all the rest.
import { readFileSync } from 'node:fs';
import { addMonths, day, endOfNextMonth, monday, rollForward, weekday } from './calendar.mjs';

const norms = (file) => JSON.parse(readFileSync(new URL(`../../../../assets/norms/${file}`, import.meta.url), 'utf8'));
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

function plan(f, bozza, registro, up) {
  const rows = bozza.periodo.settimane;
  const most = capacity(bozza, registro, up);
  const none = (entry) => entry === undefined || entry === 0;
  f.settimane = rows.length;
  f.settimane_ferme = rows.filter((s) => none(s.lavoratori) && none(s.ore_centesimi)).length;
  f.righe_errate = rows.filter((s) => [s.lavoratori, s.zero_ore, s.ore_centesimi].some((e) => state(e) === 'errato')).length;
  f.righe_zero_ore_eccedenti = rows.filter((s) => known(s.zero_ore) && known(s.lavoratori) && s.zero_ore > s.lavoratori).length;
  f.righe_ore_eccedenti = rows.filter((s) => known(s.lavoratori) && known(s.ore_centesimi) && s.ore_centesimi > most(s.lavoratori)).length;
}

function people(f, beneficiari) {
  const codes = beneficiari.map((b) => b.codice_fiscale).filter(known);
  f.beneficiari = beneficiari.length;
  f.beneficiari_senza_codice = beneficiari.length - codes.length;
  f.beneficiari_ripetuti = codes.length - new Set(codes).size;
}

function dates(f, { bozza, oggi }, causale) {
  const { dal, al, data_inizio_effettivo: effettivo, giorni_evento: eventi } = bozza.periodo;
  const periodo_noto = known(dal) && known(al) && dal <= al;
  const inizio = known(effettivo) ? day(effettivo) : known(dal) ? monday(day(dal)) : undefined;
  const eone = Boolean(causale?.eone);
  const termine = () => (eone ? endOfNextMonth(eventi.length ? day(eventi[0]) : inizio) : rollForward(inizio + LIMITS.giorni_termine));
  const termine_noto = causale !== undefined && inizio !== undefined;
  const periodo_dal = periodo_noto ? monday(day(dal)) : 0;
  const periodo_al = periodo_noto ? monday(day(al)) + 6 : 0;
  f.oggi = day(oggi);
  f.giorno = inizio ?? day(oggi);
  f.inizio_effettivo_stato = state(effettivo);
  f.inizio_effettivo = date(effettivo);
  f.dal_stato = state(dal);
  f.dal = date(dal);
  f.dal_giorno = known(dal) ? weekday(day(dal)) : 0;
  f.dal_lunedi = known(dal) ? monday(day(dal)) : 0;
  f.al_stato = state(al);
  f.al = date(al);
  f.al_giorno = known(al) ? weekday(day(al)) : 0;
  f.periodo_noto = periodo_noto;
  f.periodo_dal = periodo_dal;
  f.periodo_al = periodo_al;
  f.settimane_periodo = periodo_noto ? (periodo_al - periodo_dal + 1) / 7 : 0;
  f.fine_cantiere_entro = periodo_noto ? addMonths(periodo_dal, LIMITS.mesi_fine_cantiere) : 0;
  f.eone = eone;
  f.termine_noto = termine_noto;
  f.termine = termine_noto ? termine() : 0;
}

function company(f, azienda, { posizione }) {
  const rappresentante = azienda.legale_rappresentante;
  f.codice_fiscale_stato = state(azienda.codice_fiscale);
  f.codice_fiscale = known(azienda.codice_fiscale) ? azienda.codice_fiscale : '';
  f.matricola_stato = state(azienda.matricola);
  f.matricola = known(azienda.matricola) ? azienda.matricola : '';
  f.denominazione_vuota = blank(azienda.denominazione);
  f.pec_stato = state(azienda.pec);
  f.rappresentante_cognome_vuoto = blank(rappresentante.cognome);
  f.rappresentante_nome_vuoto = blank(rappresentante.nome);
  f.rappresentante_codice_stato = state(rappresentante.codice_fiscale);
  f.dipendenti_stato = state(azienda.dipendenti_medi_centesimi);
  f.attivita_stato = state(azienda.data_inizio_attivita);
  f.attivita = date(azienda.data_inizio_attivita);
  f.posizione_nota = posizione.matricola !== '';
  f.posizione_matricola = posizione.matricola;
  f.posizione_codice_fiscale = posizione.codice_fiscale;
}

function cause(f, section, causale) {
  const { ordinanza } = section;
  f.causale_id = section.id;
  f.causale_nota = causale !== undefined;
  f.causale_selezionabile = Boolean(causale?.selezionabile);
  f.causale_dal = causale?.valid_from ? day(causale.valid_from) : -FOREVER;
  f.causale_al = causale?.valid_to ? day(causale.valid_to) : FOREVER;
  f.interruzione_programmata = section.interruzione_programmata;
  f.attestazione_ditta = section.attestazione_ditta;
  f.ordinanza_ente_vuoto = blank(ordinanza.ente);
  f.ordinanza_numero_vuoto = blank(ordinanza.numero);
  f.ordinanza_data_stato = state(ordinanza.data);
  f.ordinanza_ore_stato = state(ordinanza.ore_vietate_centesimi);
}

function payment(f, p) {
  f.diretto = p.modalita === 'diretto';
  f.immediate_stato = state(p.liquidita_immediate_cent);
  f.immediate = number(p.liquidita_immediate_cent);
  f.differite_stato = state(p.liquidita_differite_cent);
  f.differite = number(p.liquidita_differite_cent);
  f.rimanenze_stato = state(p.rimanenze_cent);
  f.rimanenze = number(p.rimanenze_cent);
  f.passivita_stato = state(p.passivita_correnti_cent);
  f.passivita = number(p.passivita_correnti_cent);
  f.bilancio_stato = state(p.data_bilancio);
  f.bilancio_valido_fino = known(p.data_bilancio) ? addMonths(day(p.data_bilancio), LIMITS.mesi_bilancio) : 0;
  f.procedura_concorsuale = p.procedura_concorsuale;
  f.procedura_data_stato = state(p.procedura_data);
}

export function facts(request) {
  const { bozza, registro } = request;
  const causale = CAUSALI.get(bozza.causale.id);
  const unita = bozza.unita_produttiva;
  const up = registro.unita_produttive.find((u) => u.progressivo === unita.progressivo);
  const f = {};
  company(f, bozza.azienda, registro);
  f.unita_stato = state(unita.progressivo);
  f.unita_nota = up !== undefined;
  f.cantiere = up?.tipo === 'cantiere';
  f.contratto_vuoto = blank(unita.contratto_appalto);
  f.autocertificazione = unita.autocertificazione;
  f.appalto_dal_stato = state(unita.appalto_dal);
  f.appalto_al_stato = state(unita.appalto_al);
  cause(f, bozza.causale, causale);
  dates(f, request, causale);
  f.proroga = bozza.periodo.tipo === 'proroga';
  f.motivi_proroga_vuoti = blank(bozza.periodo.motivi_proroga);
  plan(f, bozza, registro, up);
  people(f, bozza.lavoratori.beneficiari);
  payment(f, bozza.pagamento);
  f.dichiarazioni = bozza.invio.dichiarazioni;
  return f;
}
