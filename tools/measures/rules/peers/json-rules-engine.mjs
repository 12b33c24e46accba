// The checks in json-rules-engine: one rule a code; sums and differences are dynamic facts.
import { Engine } from 'json-rules-engine';
import { facts, LIMITS } from './facts.mjs';

const is = (fact, value) => ({ fact, operator: 'equal', value });
const not = (fact, value) => ({ fact, operator: 'notEqual', value });
const compare = (operator) => (fact, value) => ({ fact, operator, value: typeof value === 'string' ? { fact: value } : value });
const less = compare('lessThan');
const most = compare('lessThanInclusive');
const more = compare('greaterThan');
const least = compare('greaterThanInclusive');
const all = (...conditions) => ({ all: conditions });
const any = (...conditions) => ({ any: conditions });
const wrong = (...fields) => any(...fields.map((field) => is(`${field}_stato`, 'errato')));
const empty = (field) => is(`${field}_stato`, 'vuoto');
const valid = (...fields) => all(...fields.map((field) => is(`${field}_stato`, 'valido')));
const yes = (fact) => is(fact, true);
const no = (fact) => is(fact, false);

const RULES = {
  'A-AZI-01': wrong('codice_fiscale'),
  'A-AZI-02': wrong('matricola'),
  'A-AZI-06': all(not('pec_stato', 'valido')),
  'A-AZI-07': any(yes('rappresentante_cognome_vuoto'), yes('rappresentante_nome_vuoto'), empty('rappresentante_codice')),
  'A-AZI-10': all(empty('dipendenti')),
  'A-AZI-11': all(valid('attivita'), any(more('attivita', 'giorno'), more('attivita', 'oggi'))),
  'A-FRM-01': any(
    wrong('rappresentante_codice', 'dipendenti', 'attivita', 'unita', 'inizio_effettivo', 'dal', 'al'),
    more('righe_errate', 0),
    all(yes('cantiere'), wrong('appalto_dal', 'appalto_al')),
    all(is('causale_id', 'ORDINE_AUTORITA'), wrong('ordinanza_data', 'ordinanza_ore')),
    all(yes('diretto'), any(wrong('immediate', 'differite', 'rimanenze', 'passivita', 'bilancio'),
      all(yes('procedura_concorsuale'), wrong('procedura_data')))),
  ),
  'A-FRM-02': any(empty('codice_fiscale'), empty('matricola'), yes('denominazione_vuota'), empty('dal'), empty('al')),
  'A-FRM-04': all(yes('posizione_nota'), valid('matricola', 'codice_fiscale'),
    any(not('matricola', { fact: 'posizione_matricola' }), not('codice_fiscale', { fact: 'posizione_codice_fiscale' }))),
  'A-FRM-10': all(is('settimane_ferme', { fact: 'settimane' })),
  'A-UP-01': all(empty('unita')),
  'A-UP-02': all(valid('unita'), no('unita_nota'), yes('posizione_nota')),
  'A-UP-05': all(yes('cantiere'), yes('contratto_vuoto')),
  'A-UP-06': all(no('autocertificazione')),
  'A-CAU-01': all(no('causale_nota')),
  'A-CAU-04': all(yes('causale_nota'), any(no('causale_selezionabile'),
    all(yes('periodo_noto'), any(less('causale_al', 'periodo_dal'), less('periodo_al', 'causale_dal'))))),
  'A-CAU-06': all({ fact: 'causale_id', operator: 'in', value: ['FINE_CANTIERE', 'FINE_FASE'] }, yes('periodo_noto'),
    least('periodo_al', 'fine_cantiere_entro')),
  'A-CAU-07': all(is('causale_id', 'MANC_ENERGIA'), yes('interruzione_programmata')),
  'A-CAU-08': all(is('causale_id', 'GUASTO_MACCHINARI'), no('attestazione_ditta')),
  'A-CAU-11': all(is('causale_id', 'ORDINE_AUTORITA'), any(yes('ordinanza_ente_vuoto'), yes('ordinanza_numero_vuoto'), empty('ordinanza_data'))),
  'A-CAU-14': all(yes('eone')),
  'A-TER-01': all(empty('inizio_effettivo')),
  'A-TER-02': all(valid('inizio_effettivo', 'dal'), any(less('inizio_effettivo', 'dal_lunedi'), more('inizio_effettivo', 'dal_domenica'))),
  'A-TER-03': all(yes('termine_noto'), no('eone'), least('giorni_rimasti', 0), most('giorni_rimasti', LIMITS.giorni_avviso)),
  'A-TER-13': all(yes('termine_noto'), less('giorni_rimasti', 0)),
  'A-PER-01': all(valid('dal', 'al'), less('al', 'dal')),
  'A-PER-02': all(any(not('dal_stato', 'valido'), not('al_stato', 'valido'), least('al', 'dal')),
    any(all(valid('dal'), not('dal_giorno', 0)), all(valid('al'), not('al_giorno', 6)))),
  'A-PER-03': all(yes('periodo_noto'), no('proroga'), more('settimane_periodo', LIMITS.settimane_singola), most('settimane_periodo', 60)),
  'A-PER-05': all(yes('proroga'), yes('motivi_proroga_vuoti')),
  'A-PIA-01': all(more('settimane_ferme', 0), less('settimane_ferme', 'settimane')),
  'A-PIA-02': all(more('righe_zero_ore_eccedenti', 0)),
  'A-PIA-03': all(more('righe_ore_eccedenti', 0)),
  'A-LAV-06': all(is('beneficiari', 0)),
  'A-LAV-07': all(more('beneficiari_senza_codice', 0)),
  'A-LAV-08': all(more('beneficiari_ripetuti', 0)),
  'A-LIQ-02': all(yes('diretto'), any(
    all(any(...['immediate', 'differite', 'rimanenze', 'passivita'].map((v) => not(`${v}_stato`, 'vuoto'))),
      any(empty('immediate'), empty('differite'), empty('passivita'))),
    ...['immediate', 'differite', 'rimanenze', 'passivita'].map((v) => less(v, 0)))),
  'A-LIQ-03': all(yes('diretto'), valid('passivita'), is('passivita', 0)),
  'A-LIQ-04': all(yes('diretto'), valid('immediate', 'differite', 'passivita'), least('immediate', 0), least('differite', 0), more('passivita', 0),
    less('liquidita_per_cento', 'soglia_delle_passivita')),
  'A-LIQ-07': all(yes('diretto'), valid('bilancio'), less('bilancio_valido_fino', 'oggi')),
  'A-DIC-01': all(no('dichiarazioni')),
};

const DYNAMIC = {
  dal_domenica: async (f) => (await f('dal_lunedi')) + 6,
  giorni_rimasti: async (f) => (await f('termine')) - (await f('oggi')),
  liquidita_per_cento: async (f) => ((await f('immediate')) + (await f('differite'))) * 100,
  soglia_delle_passivita: async (f) => (await f('passivita')) * LIMITS.soglia_liquidita,
};

export function jsonRulesEngine() {
  const engine = new Engine();
  for (const [name, compute] of Object.entries(DYNAMIC)) {
    engine.addFact(name, (params, almanac) => compute((fact) => almanac.factValue(fact)));
  }
  for (const [code, conditions] of Object.entries(RULES)) engine.addRule({ conditions, event: { type: code } });
  return async (request) => {
    const { events } = await engine.run(facts(request));
    return events.map((event) => event.type);
  };
}
