// What is misspelt, doubled, of the wrong kind or beside the form is refused with its name: an API that guesses would do something
// else than what was asked, without a word.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { personCode } from '../lib/codes.mjs';
import { draft, flow, molte, officine, uniemens } from '../lib/office.mjs';
import { startServer } from '../lib/server.mjs';

let server;
const who = {};
before(async () => {
  server = await startServer();
  for (const one of ['datore-1', 'intermediario-1', 'intermediario-2', 'operatore-1', 'direttore-1', 'sicurezza-1', 'amministratore-1']) who[one] = await clientOf(server, one);
});
after(async () => { await server.stop(); });

function refused(answer, status, codice, detail, campo) {
  assert.equal(`${answer.status} ${answer.body?.codice}`, `${status} ${codice}`, answer.text);
  if (detail) assert.equal(answer.body.detail, detail);
  if (campo) assert.equal(answer.body.campo, campo);
  assert.ok(answer.body.rimedio.length > 0);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
}
const post = (one, path, json) => who[one].request('POST', `/api/v1/${path}`, { json });
let next = 0;
async function filed() {
  const sent = await who['intermediario-2'].submit(draft(molte[next++]));
  assert.equal(sent.status, 201, sent.text);
  return sent.body.ricevuta.id;
}

test('a parameter that the description of the API does not name is refused: a misspelt filter would give everything', async () => {
  refused(await who['operatore-1'].get('/api/v1/domande?statto=accolta'), 400, 'parametro.sconosciuto', 'Il parametro «statto» non è previsto.', 'statto');
  refused(await who['operatore-1'].get('/api/v1/carichi?limite=10'), 400, 'parametro.sconosciuto', 'Il parametro «limite» non è previsto.', 'limite');
  refused(await who['datore-1'].request('POST', '/api/v1/domande?prova=1', { json: { bozza: draft(officine) }, headers: { 'idempotency-key': 'chiave-di-prova' } }), 400, 'parametro.sconosciuto');
  refused(await who['operatore-1'].get('/api/v1/domande?limite=1&limite=2'), 400, 'parametro.ripetuto', 'Il parametro «limite» è scritto più volte.', 'limite');
  assert.equal((await who['operatore-1'].get('/api/v1/domande?stato=accolta&aperte=&limite=1')).status, 200);
});

test('a filter that takes a value of a list says which, with its name', async () => {
  for (const [query, detail, rimedio] of [
    ['stato=accoltaa', 'Il filtro «stato» non è valido.', 'Usa uno fra: protocollata, in_istruttoria, in_attesa, in_firma, accolta, accolta_in_parte, respinta, sospesa, revocata.'],
    ['aperte=si', 'Il filtro «aperte» non è valido.', 'Usa uno fra: 1.'], ['entro=domani', 'Il filtro «entro» non è valido.', 'Usa scadute, 7 o 30.'],
    ['ordine=caso', 'Il filtro «ordine» non è valido.', 'Usa scadenza, arrivo o azienda.'],
  ]) {
    const answer = await who['operatore-1'].get(`/api/v1/domande?${query}`);
    refused(answer, 400, 'filtro.non_valido', detail, query.split('=')[0]);
    assert.equal(answer.body.rimedio, rimedio);
  }
});

test('a domanda with a member beside its form is not sent without it', async () => {
  const answer = await who['datore-1'].submit(draft(officine), { allegato: [{ nome: 'relazione.pdf' }] });
  refused(answer, 422, 'json.campo', 'Il campo «allegato» non va bene: non è previsto.', 'allegato');
});

test('a member that a draft does not have is refused with the one that was meant: it would pass as missing', async () => {
  const { data_inizio_effettivo, ...periodo } = draft(officine).periodo;
  const answer = await who['datore-1'].submit({ ...draft(officine), periodo: { ...periodo, data_inizio_efettivo: data_inizio_effettivo } });
  refused(answer, 422, 'json.sconosciuto', 'Il campo «periodo.data_inizio_efettivo» non esiste: forse è «data_inizio_effettivo».', 'bozza');
});

test('a step of the desk takes an object with its own members, and nothing else', async () => {
  const id = await filed();
  // {"operatore": …} once took the domanda in charge for whoever wrote it.
  refused(await post('operatore-1', `domande/${id}/assegnazione`, { operatore: 'direttore-1' }), 422, 'json.campo', 'Il campo «operatore» non va bene: non è previsto.', 'operatore');
  for (const body of [null, [], 1, 'x']) refused(await post('operatore-1', `domande/${id}/assegnazione`, body), 422, 'json.oggetto', 'Il contenuto non è un oggetto JSON.');
  assert.equal((await post('operatore-1', `domande/${id}/assegnazione`, {})).status, 200);
  refused(await post('operatore-1', `domande/${id}/richieste`, { elementi: ['Bilancio'], canale: 'pec', sospende: 'true' }), 422, 'json.campo', 'Il campo «sospende» non è un sì o un no.', 'sospende');
  refused(await post('operatore-1', `domande/${id}/richieste/1/consegna`, []), 422, 'json.oggetto');
  refused(await post('operatore-1', `domande/${id}/richieste/1/risposta`, { data: '2026-11-24', testo: 'x', allegati: [] }), 422, 'json.campo', 'Il campo «allegati» non va bene: non è previsto.');
  const { tipo, dal, al, ore_centesimi, esclusioni, motivazione } = (await who['operatore-1'].get(`/api/v1/domande/${id}/istruttoria`)).body.istruttoria.proposta;
  const act = { tipo, dal, al, ore_centesimi, esclusioni, motivazione };
  refused(await post('operatore-1', `domande/${id}/provvedimenti`, { ...act, ore: 1 }), 422, 'json.campo', 'Il campo «ore» non va bene: non è previsto.', 'ore');
  for (const hours of ['80', -1, 1.5, null]) {
    refused(await post('operatore-1', `domande/${id}/provvedimenti`, { ...act, ore_centesimi: hours }), 422, 'provvedimento.ore',
      'Le ore da autorizzare mancano, oppure non sono centesimi interi di ora.', 'ore_centesimi');
  }
  assert.equal((await post('operatore-1', `domande/${id}/provvedimenti`, act)).status, 201);
  // What cannot be read is no signature.
  const sign = (text) => who['direttore-1'].request('POST', `/api/v1/domande/${id}/provvedimenti/1/firma`, { text });
  refused(await sign('{'), 400, 'json.sintassi');
  refused(await sign('{"nota":"no"}'), 422, 'json.campo', 'Il campo «nota» non va bene: non è previsto.');
  refused(await post('direttore-1', `domande/${id}/provvedimenti/1/rinvio`, 1), 422, 'json.oggetto');
  assert.equal((await sign('{}')).status, 200);
  refused(await post('amministratore-1', 'attivazioni', { funzione: 'invio_domanda', prestazione: 'CIGO', dal: '2026-12-01', attiva: true, motivo: 'x', sedi: ['4900'] }), 422, 'json.campo',
    'Il campo «sedi» non va bene: non è previsto.');
});

test('a power has a Sede when it is of a Sede, is given once, and not for reasons made of blanks', async () => {
  const grant = { codice_fiscale: personCode(777), cognome: 'XQZ', nome: 'ADA', ruolo: 'analista', protocollo: 'PEC-1', richiesta_il: '2026-11-20', dal: '2026-11-24', al: '2027-11-23' };
  const of_sede = 'Il campo «sede» non va bene: operatori e direttori, e solo loro, hanno una Sede di quattro cifre.';
  for (const sede of ['x', '49', 'abcd', '4900']) refused(await post('sicurezza-1', 'abilitazioni', { ...grant, sede }), 422, 'json.campo', of_sede, 'sede');
  refused(await post('sicurezza-1', 'abilitazioni', { ...grant, ruolo: 'operatore', sede: 'abcd' }), 422, 'json.campo', of_sede, 'sede');
  for (const campo of ['protocollo', 'nome', 'cognome'])
    refused(await post('sicurezza-1', 'abilitazioni', { ...grant, [campo]: ' \t' }), 422, 'json.campo', `Il campo «${campo}» non va bene: manca.`, campo);
  const given = await post('sicurezza-1', 'abilitazioni', grant);
  assert.equal(given.status, 201, given.text);
  refused(await post('sicurezza-1', 'abilitazioni', { ...grant, dal: '2027-11-23', al: '2028-11-22' }), 409, 'abilitazione.gia_presente', 'Questa persona ha già l’abilitazione in questi giorni.');
  assert.equal((await post('sicurezza-1', 'abilitazioni', { ...grant, dal: '2027-11-24', al: '2028-11-22' })).status, 201, 'the next one begins when it ends');
  const { id } = given.body.abilitazione;
  refused(await post('sicurezza-1', `abilitazioni/${id}/revoca`, { motivo: ' ' }), 422, 'json.campo', 'Il campo «motivo» non va bene: manca.', 'motivo');
  assert.equal((await post('sicurezza-1', `abilitazioni/${id}/revoca`, { motivo: 'Cambio di ufficio.' })).status, 204);
  assert.equal((await post('sicurezza-1', 'abilitazioni', { ...grant, al: '2027-10-31' })).status, 201, 'revoked, it can be given again');
});

test('a subdelegation is given once for the same days, one by one or by list', async () => {
  const dipendente_cf = personCode(778);
  const give = (days) => post('intermediario-1', 'deleghe/d1/subdeleghe', { dipendente_cf, ...days });
  assert.equal((await give({ dal: '2026-12-01', al: '2026-12-31' })).status, 201);
  refused(await give({ dal: '2026-12-31' }), 409, 'delega.gia_presente', 'Il dipendente ha già la subdelega in questi giorni.');
  assert.equal((await give({ dal: '2027-01-01' })).status, 201);
  const { deleghe } = (await who['intermediario-1'].get('/api/v1/deleghe')).body;
  const { matricola } = deleghe.find((one) => one.id === 'd1');
  const list = await who['intermediario-1'].request('POST', '/api/v1/subdeleghe/elenco', { text: `dipendente_cf;matricola;dal\n${dipendente_cf};${matricola};2027-05-01\n`, type: 'text/csv' });
  refused(list, 422, 'delega.gia_presente');
  assert.match(list.body.detail, /^Riga 2: Colonna «dipendente_cf», valore «.*»: ha già la subdelega in questi giorni\./);
});

test('a flow of a month to come would stand as the latest for years', async () => {
  const upload = (month) => who['datore-1'].request('POST', '/api/v1/uniemens', { text: flow(uniemens(officine, month)), type: 'application/xml' });
  const answer = await upload('2030-01');
  refused(answer, 422, 'uniemens.mese_futuro');
  assert.match(answer.body.detail, /^Riga \d+: Il mese 01\/2030 deve ancora venire: correggi AnnoMeseDenuncia\.$/);
  assert.equal((await upload('2026-12')).status, 422);
  assert.equal((await upload('2026-11')).status, 200);
});
