// The checks in ajv: one schema a code, which says what is right; the code is raised when its schema refuses. Formal fields
// and lists are judged on the draft itself, dates and totals on the facts, with $data to compare one field with another.
import Ajv from 'ajv';
import { CODES } from './codes.mjs';
import { facts, LIMITS } from './facts.mjs';

const at = (path, schema) => path.split('.').reduceRight((inner, key) => ({ type: 'object', properties: { [key]: inner } }), schema);
const needs = (path, ...keys) => at(path, { type: 'object', required: keys });
const fact = (name, schema) => at(`fatti.${name}`, schema);
const has = (name, value) => fact(name, { const: value });
const yes = (name) => has(name, true);
const no = (name) => has(name, false);
const other = (name) => ({ $data: `1/${name}` });
const when = (condition, then) => ({ type: 'object', if: condition, then });
const all = (...schemas) => ({ type: 'object', allOf: schemas });
const any = (...schemas) => ({ type: 'object', anyOf: schemas });
const not = (schema) => ({ type: 'object', not: schema });

const typed = { not: { type: 'object', required: ['testo'] } }; // absent, or read by its parser
const text = { type: 'string', pattern: '[^ \\t\\r\\n]' };
const company = { type: 'string', format: 'codice-fiscale-azienda' };
const valid = (...names) => all(...names.map((name) => has(`${name}_stato`, 'valido')));
const rows = (schema) => at('bozza.periodo.settimane', { type: 'array', items: schema });
const idle = {
  type: 'object',
  properties: { lavoratori: { const: 0 }, ore_centesimi: { const: 0 } },
};
const people = 'bozza.lavoratori.beneficiari';
const amounts = ['liquidita_immediate_cent', 'liquidita_differite_cent', 'rimanenze_cent', 'passivita_correnti_cent'];
const direct = at('bozza.pagamento.modalita', { const: 'diretto' });
const payment = (schema) => at('bozza.pagamento', { type: 'object', ...schema });
const order = at('bozza.causale.id', { const: 'ORDINE_AUTORITA' });
const cause = (...ids) => at('bozza.causale.id', { enum: ids });

const SCHEMAS = {
  'A-AZI-01': at('bozza.azienda.codice_fiscale', company),
  'A-AZI-02': at('bozza.azienda.matricola', { type: 'string', pattern: '^[0-9]{10}$' }),
  'A-AZI-06': all(needs('bozza.azienda', 'pec'), at('bozza.azienda.pec', { type: 'string', format: 'pec' })),
  'A-AZI-07': at('bozza.azienda.legale_rappresentante', {
    type: 'object', required: ['codice_fiscale'], properties: { cognome: text, nome: text },
  }),
  'A-AZI-10': needs('bozza.azienda', 'dipendenti_medi_centesimi'),
  'A-AZI-11': when(valid('attivita'), at('fatti.attivita', { type: 'number', maximum: other('giorno'), allOf: [{ maximum: other('oggi') }] })),
  'A-FRM-01': all(
    at('bozza.azienda', { type: 'object', properties: { dipendenti_medi_centesimi: typed, data_inizio_attivita: typed } }),
    at('bozza.azienda.legale_rappresentante.codice_fiscale', typed),
    at('bozza.unita_produttiva.progressivo', typed),
    at('bozza.periodo', { type: 'object', properties: { data_inizio_effettivo: typed, dal: typed, al: typed } }),
    rows({ type: 'object', properties: { lavoratori: typed, zero_ore: typed, ore_centesimi: typed } }),
    when(yes('cantiere'), at('bozza.unita_produttiva', { type: 'object', properties: { appalto_dal: typed, appalto_al: typed } })),
    when(order, at('bozza.causale.ordinanza', { type: 'object', properties: { data: typed, ore_vietate_centesimi: typed } })),
    when(direct, payment({ properties: Object.fromEntries([...amounts, 'data_bilancio'].map((name) => [name, typed])) })),
    when(all(direct, at('bozza.pagamento.procedura_concorsuale', { const: true })), payment({ properties: { procedura_data: typed } })),
  ),
  'A-FRM-02': all(
    needs('bozza.azienda', 'codice_fiscale', 'matricola'),
    at('bozza.azienda.denominazione', text),
    needs('bozza.periodo', 'dal', 'al'),
  ),
  'A-FRM-04': when(all(yes('posizione_nota'), valid('matricola', 'codice_fiscale')),
    all(fact('matricola', { const: other('posizione_matricola') }), fact('codice_fiscale', { const: other('posizione_codice_fiscale') }))),
  'A-FRM-10': at('bozza.periodo.settimane', { type: 'array', not: { type: 'array', items: idle } }),
  'A-UP-01': needs('bozza.unita_produttiva', 'progressivo'),
  'A-UP-02': when(all(valid('unita'), yes('posizione_nota')), yes('unita_nota')),
  'A-UP-05': when(yes('cantiere'), at('bozza.unita_produttiva.contratto_appalto', text)),
  'A-UP-06': at('bozza.unita_produttiva.autocertificazione', { const: true }),
  'A-CAU-01': yes('causale_nota'),
  'A-CAU-04': when(yes('causale_nota'), all(yes('causale_selezionabile'), when(yes('periodo_noto'), all(
    fact('causale_al', { type: 'number', minimum: other('periodo_dal') }), fact('causale_dal', { type: 'number', maximum: other('periodo_al') }))))),
  'A-CAU-06': when(all(cause('FINE_CANTIERE', 'FINE_FASE'), yes('periodo_noto')),
    fact('periodo_al', { type: 'number', exclusiveMaximum: other('fine_cantiere_entro') })),
  'A-CAU-07': when(cause('MANC_ENERGIA'), at('bozza.causale.interruzione_programmata', { const: false })),
  'A-CAU-08': when(cause('GUASTO_MACCHINARI'), at('bozza.causale.attestazione_ditta', { const: true })),
  'A-CAU-11': when(order, at('bozza.causale.ordinanza', {
    type: 'object', required: ['data'], properties: { ente: text, numero: text },
  })),
  'A-CAU-14': no('eone'),
  'A-TER-01': needs('bozza.periodo', 'data_inizio_effettivo'),
  'A-TER-02': when(valid('inizio_effettivo', 'dal'), at('fatti.inizio_effettivo', { type: 'number', minimum: other('dal_lunedi'), within: ['dal_lunedi', 6] })),
  'A-TER-03': when(all(yes('termine_noto'), no('eone'), fact('oggi', { type: 'number', maximum: other('termine') })),
    not(fact('termine', { type: 'number', within: ['oggi', LIMITS.giorni_avviso] }))),
  'A-TER-13': when(yes('termine_noto'), fact('oggi', { type: 'number', maximum: other('termine') })),
  'A-PER-01': when(valid('dal', 'al'), fact('al', { type: 'number', minimum: other('dal') })),
  'A-PER-02': any(
    all(valid('dal', 'al'), fact('al', { type: 'number', exclusiveMaximum: other('dal') })),
    all(when(valid('dal'), has('dal_giorno', 0)), when(valid('al'), has('al_giorno', 6))),
  ),
  'A-PER-03': when(all(yes('periodo_noto'), fact('settimane_periodo', { type: 'number', maximum: 60 }), at('bozza.periodo.tipo', { const: 'prima' })),
    fact('settimane_periodo', { type: 'number', maximum: LIMITS.settimane_singola })),
  'A-PER-05': when(at('bozza.periodo.tipo', { const: 'proroga' }), at('bozza.periodo.motivi_proroga', text)),
  'A-PIA-01': any(rows(idle), rows(not(idle))),
  'A-PIA-02': rows({
    type: 'object',
    if: { required: ['lavoratori', 'zero_ore'], properties: { lavoratori: { type: 'integer' }, zero_ore: { type: 'integer' } } },
    then: { properties: { zero_ore: { type: 'integer', maximum: { $data: '1/lavoratori' } } } },
  }),
  'A-PIA-03': has('righe_ore_eccedenti', 0),
  'A-LAV-06': at(people, { type: 'array', minItems: 1 }),
  'A-LAV-07': at(people, { type: 'array', items: { type: 'object', required: ['codice_fiscale'], properties: { codice_fiscale: { type: 'string' } } } }),
  'A-LAV-08': at(people, { type: 'array', distinct: 'codice_fiscale' }),
  'A-LIQ-02': when(direct, payment({
    properties: Object.fromEntries(amounts.map((name) => [name, { anyOf: [{ type: 'object' }, { type: 'integer', minimum: 0 }] }])),
    if: { anyOf: amounts.map((name) => ({ required: [name] })) },
    then: { required: amounts.filter((name) => name !== 'rimanenze_cent') },
  })),
  'A-LIQ-03': when(direct, at('bozza.pagamento.passivita_correnti_cent', { not: { const: 0 } })),
  'A-LIQ-04': when(direct, payment({ ratio: { sum: amounts.slice(0, 2), by: amounts[3], least: LIMITS.soglia_liquidita } })),
  'A-LIQ-07': when(all(direct, valid('bilancio')), fact('bilancio_valido_fino', { type: 'number', minimum: other('oggi') })),
  'A-DIC-01': at('bozza.invio.dichiarazioni', { const: true }),
};

const amount = (value) => Number.isInteger(value) && value >= 0;

function keywords(ajv) {
  // What JSON Schema does not say: a distance between two fields, one property distinct in a list, a ratio.
  ajv.addKeyword({ keyword: 'within', type: 'number', errors: false,
    validate: ([name, days], data, schema, { parentData }) => data - parentData[name] <= days });
  ajv.addKeyword({ keyword: 'distinct', type: 'array', errors: false,
    validate(key, list) {
      const values = list.map((item) => item[key]).filter((value) => typeof value === 'string');
      return new Set(values).size === values.length;
    } });
  ajv.addKeyword({ keyword: 'ratio', type: 'object', errors: false,
    validate({ sum, by, least }, data) {
      const ready = [...sum, by].every((name) => amount(data[name])) && data[by] > 0;
      return !ready || sum.reduce((total, name) => total + data[name], 0) * 100 >= data[by] * least;
    } });
}

export function ajv() {
  const validator = new Ajv({ $data: true, strictTypes: false, strictRequired: false });
  validator.addFormat('codice-fiscale-azienda', /^(?:\d{11}|[A-Z0-9]{16})$/);
  validator.addFormat('pec', /^[^@\s]+@[^@\s]+\.[a-z]{2,63}$/i);
  keywords(validator);
  const checks = CODES.map((code) => [code, validator.compile(SCHEMAS[code])]);
  return (request) => {
    const document = { bozza: request.bozza, fatti: facts(request) };
    return checks.filter(([, right]) => !right(document)).map(([code]) => code);
  };
}
