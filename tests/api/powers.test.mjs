// Every route with every role, on own and foreign objects: a second, independent copy of the table of powers. A route of the
// OpenAPI document without a row here fails.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, clientOf } from '../lib/client.mjs';
import { personCode } from '../lib/codes.mjs';
import { costruzioni, draft, flow, fonderia, negozio, officine, tessitura, uniemens } from '../lib/office.mjs';
import { allegatoPdf } from '../lib/pdf.mjs';
import { operations } from '../lib/schema.mjs';
import { startServer } from '../lib/server.mjs';

const CASES = ['datore-1', 'datore-2', 'intermediario-1', 'intermediario-2', 'operatore-1', 'operatore-2', 'direttore-1'];
const NO_CASES = ['advisor-1', 'analista-1', 'sicurezza-1', 'amministratore-1'];
const WHO = ['anonimo', ...CASES, ...NO_CASES];
const each = (names, status) => Object.fromEntries(names.map((who) => [who, status]));
const everybody = (status) => each(WHO, status);
const logged = (status) => ({ ...everybody(status), anonimo: 401 });
// What only those who work on cases may do, and of them those who file.
const cases = (status, differently = {}) => ({ ...logged(status), ...each(NO_CASES, 403), ...differently });
const filers = (status, differently = {}) => cases(status, { 'operatore-1': 403, 'operatore-2': 403, 'direttore-1': 403, ...differently });
const employers = (status, differently = {}) => filers(status, { 'intermediario-1': 403, 'intermediario-2': 403, ...differently });
const intermediaries = (status, differently = {}) => filers(status, { 'datore-1': 403, 'datore-2': 403, ...differently });
const only = (who, status) => ({ ...logged(403), [who]: status });
const readers = cases(200);
// Of the office of lib/office.mjs: datore-1 owns officine (Sede 4900), intermediario-1 acts for costruzioni (Sede 1800).
const ofOfficine = cases(404, { 'datore-1': 200, 'operatore-1': 200, 'direttore-1': 200 });
const ofCostruzioni = cases(404, { 'intermediario-1': 200, 'operatore-2': 200 });
const ofNobody = cases(404);
// What only the Sede of officine does with its domanda, and of it the director.
const sede = (operatore, direttore = operatore) => ({ ...logged(403), 'operatore-1': operatore, 'operatore-2': operatore === 403 ? 403 : 404, 'direttore-1': direttore });
const motivazione = { fatti: 'Fatti.', documenti: 'Documenti.', norma: 'Norma.', conclusione: 'Conclusione.' };

let server;
let clients;
const filed = {};
let signed;
let subdelega;
// A domanda of officine that was decided: its act is for who may read the domanda.
async function signedAct() {
  const { id } = (await clients['datore-1'].submit(draft(officine, { lunedi: '2027-06-07', settimane: 1 }))).body.ricevuta;
  const step = async (who, rest, json) => {
    const answer = await clients[who].request('POST', `/api/v1/domande/${id}/${rest}`, { json });
    assert.ok(answer.status < 300, `${rest}: ${answer.text}`);
  };
  await step('operatore-1', 'assegnazione', {});
  const { tipo, dal, al, ore_centesimi, esclusioni } = (await clients['operatore-1'].get(`/api/v1/domande/${id}/istruttoria`)).body.istruttoria.proposta;
  await step('operatore-1', 'provvedimenti', { tipo, dal, al, ore_centesimi, esclusioni, motivazione });
  await step('direttore-1', 'provvedimenti/1/firma', {});
  return id;
}
before(async () => {
  server = await startServer({ args: ['--contatto-sicurezza', 'mailto:sicurezza@omnia.invalid'] });
  clients = Object.fromEntries(await Promise.all(WHO.map(async (who) => [who, who === 'anonimo' ? new Client(server) : await clientOf(server, who)])));
  for (const [who, azienda] of [['datore-1', officine], ['intermediario-1', costruzioni]]) {
    const answer = await clients[who].submit(draft(azienda), { allegati: [allegatoPdf()] });
    assert.equal(answer.status, 201, answer.text);
    filed[azienda.matricola] = answer.body.ricevuta.id;
  }
  signed = await signedAct();
  const passed = await clients['intermediario-1'].request('POST', '/api/v1/deleghe/d1/subdeleghe', { json: { dipendente_cf: personCode(799), dal: '2026-11-24' } });
  subdelega = passed.body.subdelega.id;
});
after(async () => { await server.stop(); });

let week = 0;
const nextMonday = () => new Date(Date.parse('2026-11-23') + 7 * 86400000 * ++week).toISOString().slice(0, 10);
const of = (azienda) => filed[azienda.matricola];
const post = (path, body) => (client) => client.request('POST', path, body());
const step = (rest, body) => (client) => client.request('POST', `/api/v1/domande/${of(officine)}/${rest}`, { json: body });
const sendDraft = (azienda) => (client) => client.submit(draft(azienda, { lunedi: nextMonday(), settimane: 1 }));
// A comment makes each file new: a file that is already known is answered without reading it.
let copy = 0;
const sendXml = (azienda) => post('/api/v1/uniemens', () => ({ text: flow(uniemens(azienda, '2026-04'), `<!-- ${++copy} -->`), type: 'application/xml' }));

// "METHOD path": list of [what, call, expected status by who].
const TABLE = {
  'GET /.well-known/security.txt': [['', (c) => c.get('/.well-known/security.txt'), everybody(200)]],
  'GET /healthz': [['', (c) => c.get('/healthz'), everybody(200)]],
  'GET /readyz': [['', (c) => c.get('/readyz'), everybody(200)]],
  'GET /metrics': [['', (c) => c.get('/metrics'), everybody(200)]],
  'GET /api/v1/openapi.json': [['', (c) => c.get('/api/v1/openapi.json'), everybody(200)]],
  'GET /api/v1/identita-demo': [['', (c) => c.get('/api/v1/identita-demo'), everybody(200)]],
  'GET /api/v1/sessione': [['', (c) => c.get('/api/v1/sessione'), { ...everybody(200), anonimo: 204 }]],
  'POST /api/v1/sessione': [['', () => new Client(server).request('POST', '/api/v1/sessione', { json: { identita: 'datore-1' } }), everybody(200)]],
  'DELETE /api/v1/sessione': [['a session of its own', async (c) => {
    const who = WHO.find((name) => clients[name] === c);
    return (who === 'anonimo' ? c : await clientOf(server, who)).request('DELETE', '/api/v1/sessione');
  }, logged(204)]],
  'POST /api/v1/sessione/potere': [['its own', async (c) => {
    const who = WHO.find((name) => clients[name] === c);
    const own = who === 'anonimo' ? c : await clientOf(server, who);
    return own.request('POST', '/api/v1/sessione/potere', { json: { identita: who } });
  }, logged(200)]],
  'GET /api/v1/sessioni': [['', (c) => c.get('/api/v1/sessioni'), logged(200)]],
  'DELETE /api/v1/sessioni/{id}': [["nobody's", (c) => c.request('DELETE', '/api/v1/sessioni/x'), logged(404)]],
  'GET /api/v1/accesso': [['', (c) => c.get('/api/v1/accesso'), everybody(200)]],
  'GET /api/v1/accesso/{fornitore}': [['unknown', (c) => c.get('/api/v1/accesso/nessuno'), everybody(404)]],
  'GET /api/v1/ritorno': [['without a login', (c) => c.get('/api/v1/ritorno'), everybody(303)]],
  'GET /api/v1/matricole': [['', (c) => c.get('/api/v1/matricole'), readers]],
  'GET /api/v1/matricole/{matricola}/registro': [
    ['officine', (c) => c.get(`/api/v1/matricole/${officine.matricola}/registro`), ofOfficine],
    ['costruzioni', (c) => c.get(`/api/v1/matricole/${costruzioni.matricola}/registro`), ofCostruzioni],
    ['expired delegation', (c) => c.get(`/api/v1/matricole/${fonderia.matricola}/registro`), ofNobody],
    ['revoked delegation', (c) => c.get(`/api/v1/matricole/${tessitura.matricola}/registro`), cases(404, { 'operatore-1': 200, 'direttore-1': 200 })],
    ['unknown', (c) => c.get('/api/v1/matricole/0000000000/registro'), ofNobody],
  ],
  'GET /api/v1/domande': [['', (c) => c.get('/api/v1/domande'), readers]],
  'POST /api/v1/domande': [
    ['officine', sendDraft(officine), filers(404, { 'datore-1': 201 })],
    ['costruzioni', sendDraft(costruzioni), filers(404, { 'intermediario-1': 201 })],
    ['expired delegation', sendDraft(fonderia), filers(404)],
  ],
  'GET /api/v1/domande/{id}': [
    ['of officine', (c) => c.get(`/api/v1/domande/${of(officine)}`), ofOfficine],
    ['of costruzioni', (c) => c.get(`/api/v1/domande/${of(costruzioni)}`), ofCostruzioni],
    ['unknown', (c) => c.get('/api/v1/domande/00000000-0000-4000-8000-000000000000'), ofNobody],
  ],
  'GET /api/v1/domande/{id}/allegati/{n}': [
    ['of officine', (c) => c.get(`/api/v1/domande/${of(officine)}/allegati/1`), ofOfficine],
    ['of costruzioni', (c) => c.get(`/api/v1/domande/${of(costruzioni)}/allegati/1`), ofCostruzioni],
    ['absent', (c) => c.get(`/api/v1/domande/${of(officine)}/allegati/2`), ofNobody],
  ],
  'GET /api/v1/domande/{id}/ricevuta.pdf': [
    ['of officine', (c) => c.get(`/api/v1/domande/${of(officine)}/ricevuta.pdf`), ofOfficine],
    ['of costruzioni', (c) => c.get(`/api/v1/domande/${of(costruzioni)}/ricevuta.pdf`), ofCostruzioni],
  ],
  // In this order: the operator takes the domanda, the director takes it from him and works on it.
  'GET /api/v1/domande/{id}/istruttoria': [['of officine', (c) => c.get(`/api/v1/domande/${of(officine)}/istruttoria`), sede(200)]],
  'POST /api/v1/domande/{id}/assegnazione': [['of officine', step('assegnazione', {}), sede(200)]],
  'POST /api/v1/domande/{id}/richieste': [['of officine', step('richieste', { elementi: ['Bilancio'], canale: 'pec' }), sede(409, 201)]],
  'POST /api/v1/domande/{id}/richieste/{n}/consegna': [['of officine', step('richieste/1/consegna', { data: '2026-11-24', prova: 'PEC' }), sede(409, 200)]],
  'POST /api/v1/domande/{id}/richieste/{n}/risposta': [['of officine', step('richieste/1/risposta', { data: '2026-11-24', testo: 'Ecco.' }), sede(409, 200)]],
  'GET /api/v1/domande/{id}/richieste/{n}/richiesta.pdf': [
    ['of officine', (c) => c.get(`/api/v1/domande/${of(officine)}/richieste/1/richiesta.pdf`), ofOfficine],
    ['absent', (c) => c.get(`/api/v1/domande/${of(officine)}/richieste/9/richiesta.pdf`), ofNobody],
  ],
  'GET /api/v1/domande/{id}/richieste/{n}/segnatura.xml': [
    ['of officine', (c) => c.get(`/api/v1/domande/${of(officine)}/richieste/1/segnatura.xml`), ofOfficine],
    ['absent', (c) => c.get(`/api/v1/domande/${of(officine)}/richieste/9/segnatura.xml`), ofNobody],
  ],
  'POST /api/v1/domande/{id}/provvedimenti': [['of officine', step('provvedimenti', { tipo: 'reiezione', motivi: ['altro'], motivazione }), sede(409, 201)]],
  'POST /api/v1/domande/{id}/provvedimenti/{n}/firma': [['his own proposal', step('provvedimenti/1/firma', {}), sede(403, 409)]],
  'POST /api/v1/domande/{id}/provvedimenti/{n}/rinvio': [['of officine', step('provvedimenti/1/rinvio', { motivo: 'Da rivedere.' }), sede(403, 200)]],
  'GET /api/v1/domande/{id}/segnatura.xml': [
    ['of officine', (c) => c.get(`/api/v1/domande/${of(officine)}/segnatura.xml`), ofOfficine],
    ['of costruzioni', (c) => c.get(`/api/v1/domande/${of(costruzioni)}/segnatura.xml`), ofCostruzioni],
  ],
  'GET /api/v1/domande/{id}/domanda.json': [
    ['of officine', (c) => c.get(`/api/v1/domande/${of(officine)}/domanda.json`), ofOfficine],
    ['of costruzioni', (c) => c.get(`/api/v1/domande/${of(costruzioni)}/domanda.json`), ofCostruzioni],
  ],
  'GET /api/v1/domande/{id}/provvedimenti/{n}/segnatura.xml': [
    ['signed, of officine', (c) => c.get(`/api/v1/domande/${signed}/provvedimenti/1/segnatura.xml`), ofOfficine],
    ['never signed', (c) => c.get(`/api/v1/domande/${of(officine)}/provvedimenti/1/segnatura.xml`), ofNobody],
  ],
  'GET /api/v1/domande/{id}/provvedimenti/{n}/atto.pdf': [
    ['signed, of officine', (c) => c.get(`/api/v1/domande/${signed}/provvedimenti/1/atto.pdf`), ofOfficine],
    ['never signed', (c) => c.get(`/api/v1/domande/${of(officine)}/provvedimenti/1/atto.pdf`), ofNobody],
  ],
  'GET /api/v1/novita': [['', async (c) => { const stream = await c.listen('/api/v1/novita'); stream.close(); return stream; }, readers]],
  'GET /api/v1/carichi': [['', (c) => c.get('/api/v1/carichi'), { ...sede(200), 'operatore-2': 200 }]],
  'GET /api/v1/deleghe': [['', (c) => c.get('/api/v1/deleghe'), filers(200)]],
  'POST /api/v1/deleghe': [
    ['officine', post('/api/v1/deleghe', () => ({ json: { intermediario_cf: personCode(800 + ++copy), matricola: officine.matricola, dal: '2027-01-01' } })),
      employers(404, { 'datore-1': 201 })],
  ],
  'POST /api/v1/deleghe/elenco': [['empty', post('/api/v1/deleghe/elenco', () => ({ text: 'nessuna', type: 'text/csv' })), employers(422)]],
  'POST /api/v1/subdeleghe/elenco': [['empty', post('/api/v1/subdeleghe/elenco', () => ({ text: 'nessuna', type: 'text/csv' })), intermediaries(422)]],
  'POST /api/v1/deleghe/{id}/revoca': [
    ['of intermediario-2', (c) => c.request('POST', '/api/v1/deleghe/m59/revoca'), filers(404, { 'intermediario-2': 204 })],
  ],
  'POST /api/v1/deleghe/{id}/subdeleghe': [
    ['of intermediario-1', post('/api/v1/deleghe/d1/subdeleghe', () => ({ json: { dipendente_cf: personCode(800 + ++copy), dal: '2026-11-24' } })),
      intermediaries(404, { 'intermediario-1': 201 })],
  ],
  'POST /api/v1/subdeleghe/{id}/revoca': [
    ['unknown', (c) => c.request('POST', '/api/v1/subdeleghe/x/revoca'), intermediaries(404)],
    ['of intermediario-1', (c) => c.request('POST', `/api/v1/subdeleghe/${subdelega}/revoca`), intermediaries(404, { 'intermediario-1': 204 })],
  ],
  'GET /api/v1/abilitazioni': [['', (c) => c.get('/api/v1/abilitazioni'), only('sicurezza-1', 200)]],
  'POST /api/v1/abilitazioni': [['empty', post('/api/v1/abilitazioni', () => ({ json: {} })), only('sicurezza-1', 422)]],
  'POST /api/v1/abilitazioni/{id}/revisione': [['unknown', (c) => c.request('POST', '/api/v1/abilitazioni/x/revisione'), only('sicurezza-1', 404)]],
  'POST /api/v1/abilitazioni/{id}/revoca': [['unknown', post('/api/v1/abilitazioni/x/revoca', () => ({ json: { motivo: 'prova' } })), only('sicurezza-1', 404)]],
  'GET /api/v1/accessi': [['', (c) => c.get('/api/v1/accessi'), { ...only('sicurezza-1', 200), 'datore-1': 200, 'datore-2': 200 }]],
  'GET /api/v1/accessi/miei': [['', (c) => c.get('/api/v1/accessi/miei'), logged(200)]],
  'GET /api/v1/accessi/verifica': [['', (c) => c.get('/api/v1/accessi/verifica'), only('sicurezza-1', 200)]],
  'GET /api/v1/configurazione': [['', (c) => c.get('/api/v1/configurazione'), only('amministratore-1', 200)]],
  'GET /api/v1/servizio': [['', (c) => c.get('/api/v1/servizio'), logged(200)]],
  'GET /api/v1/documenti/manuale.pdf': [['', (c) => c.get('/api/v1/documenti/manuale.pdf'), logged(200)]],
  'GET /api/v1/attivazioni': [['', (c) => c.get('/api/v1/attivazioni'), { ...logged(403), 'amministratore-1': 200 }]],
  'POST /api/v1/attivazioni': [['', (c) => c.request('POST', '/api/v1/attivazioni', { json: { funzione: 'invio_domanda', prestazione: 'FIS', dal: '2027-01-01', attiva: false, motivo: 'Prova' } }), { ...logged(403), 'amministratore-1': 200 }]],
  'POST /api/v1/uniemens': [
    ['officine', sendXml(officine), filers(422, { 'datore-1': 200 })],
    ['negozio', sendXml(negozio), filers(422, { 'datore-2': 200 })],
  ],
};

test('every route of the OpenAPI document has a row, and no row is without a route', () => {
  assert.deepEqual(Object.keys(TABLE).sort(), operations.map(({ method, path }) => `${method} ${path}`).sort());
});

for (const [route, rows] of Object.entries(TABLE)) {
  for (const [what, call, expected] of rows) {
    test(`${route} ${what}`, async () => {
      for (const who of WHO) {
        const answer = await call(clients[who]);
        assert.equal(answer.status, expected[who], `${who}: ${answer.text.slice(0, 500)}`);
        assert.equal(answer.headers.get('cache-control'), 'no-store', who);
        if (answer.status === 403) assert.equal(answer.body.codice, 'potere.assente', who);
        if (answer.status === 401) assert.equal(answer.body.codice, 'sessione.assente', who);
      }
    });
  }
}

test('a foreign matricola and an unknown one give the same answer', async () => {
  const foreign = await clients['datore-1'].get(`/api/v1/matricole/${costruzioni.matricola}/registro`);
  const unknown = await clients['datore-1'].get('/api/v1/matricole/0000000000/registro');
  assert.deepEqual(foreign.body, unknown.body);
  assert.equal(foreign.body.codice, 'matricola.non_trovata');
  assert.equal(foreign.body.detail, 'La matricola non risulta tra quelle per cui puoi operare.');
});

test('lists hold only what belongs to the caller', async () => {
  const matricole = async (who, path) => [...new Set((await clients[who].get(path)).body.righe.map((row) => row.matricola))];
  for (const path of ['/api/v1/matricole', '/api/v1/domande']) {
    assert.deepEqual(await matricole('datore-1', path), [officine.matricola]);
    assert.deepEqual(await matricole('intermediario-1', path), [costruzioni.matricola]);
  }
  assert.deepEqual(await matricole('datore-2', '/api/v1/matricole'), [negozio.matricola]);
  assert.deepEqual(await matricole('datore-2', '/api/v1/domande'), []);
  assert.deepEqual(await matricole('operatore-1', '/api/v1/domande'), [officine.matricola]);
  assert.deepEqual(await matricole('operatore-2', '/api/v1/matricole'), [costruzioni.matricola]);
  const sede = (await clients['operatore-1'].get('/api/v1/matricole?limite=100')).body.righe;
  assert.equal(sede.length, 62);
  assert.ok(sede.every((row) => row.sede === '4900'));
});
