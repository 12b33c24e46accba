// From the domanda on the desk to the signed act, and the acts that change an act. Operator, director and applicant each see
// what is theirs.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { personCode } from '../lib/codes.mjs';
import { draft, molte, officine, twoWorkers, withDirigente } from '../lib/office.mjs';
import { inspect } from '../lib/pdf.mjs';
import { cli, scratch, startServer } from '../lib/server.mjs';

let server;
let datore;
let intermediario;
let operatore;
let direttore;
before(async () => {
  server = await startServer();
  [datore, intermediario, operatore, direttore] = await Promise.all(
    ['datore-1', 'intermediario-2', 'operatore-1', 'direttore-1'].map((who) => clientOf(server, who)));
});
after(async () => {
  await server.stop();
  assert.match(cli('verify', '--db', server.db), /^Archivio integro/);
});

const motivazione = { fatti: 'Calo delle commesse.', documenti: 'Domanda e relazione.', norma: 'Art. 11 D.Lgs. 148/2015.', conclusione: 'Si decide così.' };
let next = 0;
const azienda = () => molte[next++];
const path = (id, rest) => `/api/v1/domande/${id}/${rest}`;
const post = (who, id, rest, json = {}) => who.request('POST', path(id, rest), { json });
const desk = async (who, id) => (await who.get(path(id, 'istruttoria'))).body.istruttoria;
function refused(answer, status, codice, detail) {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.body.codice, codice);
  if (detail) assert.equal(answer.body.detail, detail);
  assert.ok(answer.body.rimedio.length > 0);
}
async function filed(options, of = azienda()) {
  const sent = await intermediario.submit(draft(of, options));
  assert.equal(sent.status, 201, sent.text);
  return { id: sent.body.ricevuta.id, protocollo: sent.body.ricevuta.protocollo, azienda: of };
}
async function taken(options) {
  const domanda = await filed(options);
  assert.equal((await post(operatore, domanda.id, 'assegnazione')).status, 200);
  return domanda;
}
const whole = (istruttoria) => {
  const { dal, al, ore_centesimi, esclusioni } = istruttoria.proposta;
  return { tipo: istruttoria.proposta.tipo, dal, al, ore_centesimi, esclusioni, motivazione: istruttoria.proposta.motivazione };
};
async function granted() {
  const domanda = await taken({ lunedi: '2026-12-07' });
  const proposed = await post(operatore, domanda.id, 'provvedimenti', whole(await desk(operatore, domanda.id)));
  assert.equal(proposed.status, 201, proposed.text);
  const signed = await post(direttore, domanda.id, 'provvedimenti/1/firma');
  assert.equal(signed.status, 200, signed.text);
  return { ...domanda, atto: signed.body.istruttoria.provvedimenti[0] };
}
const authorised = async ({ azienda: of }) => (await operatore.get(`/api/v1/matricole/${of.matricola}/registro`)).body.autorizzazioni;

test('every check was made at the sending and says why', async () => {
  const { id } = await filed();
  const { controlli, contatori, proposta, termine, eventi } = await desk(operatore, id);
  assert.deepEqual(controlli.map((one) => one.codice), ['inquadramento', 'titolo', 'termini', 'unita_produttiva', 'causale', 'periodo', 'lavoratori',
    'relazione', 'consultazione', 'dichiarazioni', 'biennio', 'consecutive', 'quinquennio', 'terzo_ore', 'pagamento', 'altre_domande']);
  for (const one of controlli) {
    assert.ok(['ok', 'attenzione', 'bloccante'].includes(one.esito), one.codice);
    assert.ok(one.spiegazione.length > 10, one.codice);
  }
  const of = (codice) => controlli.find((one) => one.codice === codice);
  assert.equal(of('titolo').spiegazione, 'Presentata da un intermediario con delega valida quel giorno.');
  assert.equal(of('termini').esito, 'ok');
  assert.equal(of('altre_domande').spiegazione, 'Nessun lavoratore è in un’altra domanda per gli stessi giorni.');
  assert.deepEqual(contatori.map((one) => [one.codice, one.senza, one.con]), [['biennio', '0', '2'], ['consecutive', '0', '2'], ['quinquennio', '0', '2'], ['terzo_ore', '0,00', '80,00']]);
  assert.equal(proposta.tipo, 'accoglimento');
  assert.equal(proposta.settimane, 2);
  const { spiegazione } = proposta;
  assert.equal(spiegazione.codice, 'proposta');
  assert.match(spiegazione.affermazione, /^Si propone l’accoglimento: 2 settimane, dal /);
  const hours = spiegazione.passi.at(-1);
  assert.equal(hours.quantita.valore, proposta.ore_centesimi, 'the hours of the tree are those of the proposal');
  const codes = (step) => [step.codice, ...step.passi.flatMap(codes)].filter(Boolean);
  assert.deepEqual(codes(spiegazione), ['proposta', 'instradamento', 'scadenza', 'consecutive', 'biennio', 'quinquennio', 'terzo']);
  assert.match(proposta.motivazione.fatti, /^Con la domanda INPS\.4900\.24\/11\/2026\.\d{7} del 24\/11\/2026 SERIE \d{3} SRL \(matricola \d{10}\) ha chiesto 2 settimane/);
  assert.deepEqual(eventi, ['assegna']);
  assert.equal(termine.data, '2027-02-07');
});

test('a late domanda is proposed in part, without the days that come too late', async () => {
  const { id } = await filed({ lunedi: '2026-10-26', settimane: 4 });
  const { controlli, proposta } = await desk(operatore, id);
  const term = controlli.find((one) => one.codice === 'termini');
  assert.equal(term.esito, 'attenzione');
  assert.match(term.spiegazione, /^Tardiva: il termine era il 10\/11\/2026\. Si possono autorizzare solo le ore dal \d\d\/11\/2026\.$/);
  assert.equal(proposta.tipo, 'accoglimento_parziale');
  assert.ok(proposta.settimane < 4 && proposta.settimane > 0);
  assert.match(proposta.esclusioni[0], /^Sono escluse le ore prima del \d\d\/11\/2026: la domanda è stata presentata il 24\/11\/2026, dopo il termine del 10\/11\/2026/);
});

test('a worker who cannot be authorised is proposed as left out, with his hours; the act names his row and nothing of him', async () => {
  const sent = await datore.submit(twoWorkers(officine, { lunedi: '2026-12-14' }));
  assert.equal(sent.status, 201, sent.text);
  const { id } = sent.body.ricevuta;
  const second = officine.lavoratori[1];
  // The flow of November says what the domanda did not.
  const loaded = await datore.request('POST', '/api/v1/uniemens', { text: withDirigente(officine, '2026-11', second), type: 'application/xml' });
  assert.equal(loaded.status, 200, loaded.text);
  assert.equal((await post(operatore, id, 'assegnazione')).status, 200);
  const { proposta } = await desk(operatore, id);
  assert.equal(proposta.tipo, 'accoglimento_parziale');
  assert.equal(proposta.lavoratori, 1);
  assert.equal(proposta.ore_centesimi, 8000, 'half of what was asked');
  const citazione = 'art. 1 c. 1 D.Lgs. 148/2015';
  assert.deepEqual(proposta.lavoratori_esclusi, [{ riga: 2, codice_fiscale: second.codice_fiscale, codice: 'dirigente', testo: 'i dirigenti non possono essere beneficiari', citazione }]);
  assert.deepEqual(proposta.esclusioni, [`È escluso il lavoratore alla riga 2 dell’elenco: i dirigenti non possono essere beneficiari (${citazione}).`]);
  const lavoratori_esclusi = proposta.lavoratori_esclusi.map((one) => one.codice_fiscale);
  const proposed = await post(operatore, id, 'provvedimenti', { ...whole({ proposta }), lavoratori_esclusi });
  assert.equal(proposed.status, 201, proposed.text);
  const signed = await post(direttore, id, 'provvedimenti/1/firma');
  assert.equal(signed.status, 200, signed.text);
  assert.equal(signed.body.istruttoria.provvedimenti[0].lavoratori, 1);
  const answer = await datore.get(`/api/v1/domande/${id}`);
  assert.equal(JSON.stringify(answer.body.domanda.pratica).includes(second.codice_fiscale), false);
  const text = inspect((await datore.get(path(id, 'provvedimenti/1/atto.pdf'))).bytes).text.replaceAll(/\s+/g, ' ');
  assert.ok(text.includes('È escluso il lavoratore alla riga 2 dell’elenco: i dirigenti non possono essere beneficiari'), text);
  for (const secret of [second.codice_fiscale, second.nome]) assert.equal(text.includes(secret), false, secret);
});

test('the worklist is filtered by operator, state and term, sorted, and tells what is new', async () => {
  const domanda = await filed();
  const rows = async (who, query) => (await who.get(`/api/v1/domande?limite=100&${query}`)).body.righe;
  const mine = (list) => list.find((row) => row.id === domanda.id);
  assert.equal(mine(await rows(operatore, 'assegnata_a=nessuno')).novita, 1);
  await desk(operatore, domanda.id);
  assert.equal(mine(await rows(operatore, 'aperte=1')).novita, 0);
  const given = await post(direttore, domanda.id, 'assegnazione', { a: 'operatore-1', motivo: 'Conosce l’azienda.' });
  assert.equal(given.status, 200, given.text);
  const row = mine(await rows(operatore, 'assegnata_a=io'));
  assert.equal(row.stato, 'in_istruttoria');
  assert.equal(row.assegnata_a_nome, 'EVA XQZELLI');
  assert.equal(row.novita, 1, 'the director gave it');
  assert.equal(mine(await rows(operatore, 'assegnata_a=nessuno')), undefined);
  assert.equal(mine(await rows(operatore, 'entro=7')), undefined);
  const names = (await rows(operatore, 'ordine=azienda')).map((one) => one.denominazione);
  assert.deepEqual(names, [...names].sort());
  const { operatori } = (await direttore.get('/api/v1/carichi')).body;
  assert.ok(operatori.find((one) => one.id === 'operatore-1').aperte >= 1);
  const { modifiche } = await desk(operatore, domanda.id);
  assert.deepEqual(modifiche.map((one) => [one.azione, one.motivo, one.nuova]), [['domanda.inviata', '', false], ['domanda.assegnata', 'Conosce l’azienda.', true]]);
  for (const bad of ['ordine=caso', 'entro=3']) refused(await operatore.get(`/api/v1/domande?${bad}`), 400, 'filtro.non_valido');
});

test('only who has the domanda in charge works on it, and an operator does not give it to another', async () => {
  const { id } = await filed();
  refused(await post(operatore, id, 'provvedimenti', { tipo: 'reiezione', motivi: ['altro'], motivazione }), 409, 'domanda.non_in_carico', 'La domanda non è ancora in carico a nessuno.');
  refused(await post(operatore, id, 'assegnazione', { a: 'operatore-2' }), 422, 'assegnazione.operatore', 'L’operatore scelto non è della tua Sede.');
  assert.equal((await post(operatore, id, 'assegnazione')).status, 200);
  refused(await post(operatore, id, 'assegnazione'), 409, 'assegnazione.uguale', 'La domanda è già in carico a EVA XQZELLI.');
  refused(await post(direttore, id, 'richieste', { elementi: ['Bilancio'], canale: 'pec' }), 409, 'domanda.non_in_carico', 'La domanda è in carico a EVA XQZELLI.');
});

test('an acceptance is signed by the director, numbered, registered, made a PDF, and the counters see it at once', async () => {
  const domanda = await taken();
  const body = whole(await desk(operatore, domanda.id));
  const proposed = await post(operatore, domanda.id, 'provvedimenti', body);
  assert.equal(proposed.status, 201, proposed.text);
  assert.equal(proposed.body.istruttoria.domanda.stato, 'in_firma');
  refused(await post(operatore, domanda.id, 'provvedimenti', body), 409, 'provvedimento.in_firma');
  refused(await post(operatore, domanda.id, 'provvedimenti/1/firma'), 403, 'potere.assente');
  assert.deepEqual((await intermediario.get(`/api/v1/domande/${domanda.id}`)).body.domanda.pratica.atti, [], 'not before the signature');
  assert.deepEqual(await authorised(domanda), []);

  const signed = await post(direttore, domanda.id, 'provvedimenti/1/firma');
  assert.equal(signed.status, 200, signed.text);
  const [atto] = signed.body.istruttoria.provvedimenti;
  assert.equal(signed.body.istruttoria.domanda.stato, 'accolta');
  assert.match(atto.numero, /^4900\d{8}$/);
  assert.match(atto.protocollo, /^INPS\.4900\.24\/11\/2026\.\d{7}$/);
  assert.equal(atto.firmato_da, 'ZOE XQZOTTI');
  refused(await post(direttore, domanda.id, 'provvedimenti/1/firma'), 409, 'provvedimento.stato');

  const [row] = await authorised(domanda);
  assert.deepEqual([row.numero, row.periodo.dal, row.periodo.al, row.ore_centesimi, row.stato], [atto.numero, '2026-11-23', '2026-12-06', 8000, 'autorizzata']);
  const second = await filed({ lunedi: '2026-12-07', settimane: 1 }, domanda.azienda);
  const { contatori, storia } = await desk(operatore, second.id);
  assert.deepEqual([contatori[0].senza, contatori[0].con], ['2', '3']);
  assert.equal(storia[0].numero, atto.numero);
  assert.equal(storia[0].stessa_unita, true);

  const { pratica } = (await intermediario.get(`/api/v1/domande/${domanda.id}`)).body.domanda;
  assert.deepEqual(pratica.tappe.map((one) => one.testo), ['Domanda ricevuta e protocollata', 'Domanda presa in carico', 'Provvedimento firmato']);
  assert.equal(pratica.atti[0].numero, atto.numero);
  const pdf = await intermediario.get(path(domanda.id, 'provvedimenti/1/atto.pdf'));
  assert.equal(pdf.status, 200);
  const read = inspect(pdf.bytes);
  assert.match(read.check, /No syntax or stream encoding errors found/);
  assert.match(read.info, /Tagged: +yes/);
  const text = read.text.replaceAll(/\s+/g, ' ');
  for (const part of [atto.numero, atto.protocollo, 'Provvedimento di accoglimento', 'dal 23/11/2026 al 06/12/2026', 'Responsabile del procedimento EVA XQZELLI', 'ZOE XQZOTTI, direttore della Sede',
    'Conguaglio, a pena di decadenza', 'entro 30 giorni dal ricevimento', 'entro 60 giorni dal ricevimento', 'Fatti. Con la domanda', 'Documenti considerati.', 'Conclusione. Ricorrono i presupposti']) {
    assert.ok(text.includes(part), `${part}\n${text}`);
  }
  refused(await intermediario.get(path(domanda.id, 'provvedimenti/2/atto.pdf')), 404, 'provvedimento.non_trovato');
});

test('an act without its motivation, beyond what was asked, or that calls itself what it is not, is refused', async () => {
  const { id } = await taken();
  const body = whole(await desk(operatore, id));
  const propose = (change) => post(operatore, id, 'provvedimenti', { ...body, ...change });
  for (const part of ['fatti', 'documenti', 'norma', 'conclusione']) {
    refused(await propose({ motivazione: { ...motivazione, [part]: '  \n' } }), 422, 'provvedimento.motivazione', `Nella motivazione manca la parte «${part}».`);
  }
  refused(await propose({ motivazione: undefined }), 422, 'provvedimento.motivazione');
  refused(await propose({ tipo: 'condono' }), 422, 'provvedimento.tipo', 'Questo tipo di provvedimento non esiste.');
  refused(await propose({ dal: '2026-11-16' }), 422, 'provvedimento.periodo');
  refused(await propose({ al: '2026-12-05' }), 422, 'provvedimento.periodo');
  refused(await propose({ ore_centesimi: 8001 }), 422, 'provvedimento.ore', 'Le ore autorizzate superano quelle chieste per queste settimane (80,00).');
  refused(await propose({ ore_centesimi: 4000 }), 422, 'provvedimento.tipo', 'L’autorizzazione è minore di quanto chiesto: non è un accoglimento pieno.');
  refused(await propose({ tipo: 'accoglimento_parziale' }), 422, 'provvedimento.tipo', 'L’autorizzazione è pari a quanto chiesto: non è parziale.');
  refused(await propose({ tipo: 'accoglimento_parziale', ore_centesimi: 4000 }), 422, 'provvedimento.esclusioni');
  refused(await propose({ lavoratori_esclusi: ['XQZWKJ85A01H501M'] }), 422, 'provvedimento.lavoratori');
  refused(await propose({ tipo: 'reiezione', motivi: [] }), 422, 'provvedimento.motivi', 'Manca il motivo della reiezione.');
  refused(await propose({ tipo: 'reiezione', motivi: ['perche-si'] }), 422, 'provvedimento.motivi');
  refused(await propose({ tipo: 'revoca' }), 422, 'provvedimento.precedente', 'Manca l’atto da cambiare.');
  refused(await operatore.request('POST', path(id, 'provvedimenti'), { text: '[]' }), 422, 'json.oggetto');
  assert.equal((await desk(operatore, id)).domanda.stato, 'in_istruttoria', 'nothing moved');
  const part = await propose({ tipo: 'accoglimento_parziale', al: '2026-11-29', ore_centesimi: 4000, esclusioni: ['La seconda settimana: il lavoro riprende.'] });
  assert.equal(part.status, 201, part.text);
  const signed = await post(direttore, id, 'provvedimenti/1/firma');
  assert.equal(signed.body.istruttoria.domanda.stato, 'accolta_in_parte');
});

test('two pairs of eyes are of two people: one with both roles does not sign what he proposed', async () => {
  const { db } = server;
  await server.stop();
  const folder = scratch('due-ruoli');
  mkdirSync(folder);
  writeFileSync(join(folder, 'identita.csv'), 'id;codice_fiscale;cognome;nome;ruolo;sede;azienda_cf;supervisore\n' +
    `operatore-9;${personCode(790)};XQZ;IVA;operatore;4900;;\ndirettore-9;${personCode(790)};XQZ;IVA;direttore;4900;;\n`);
  cli('import', '--db', db, folder);
  server = await startServer({ db });
  [datore, intermediario, operatore, direttore] = await Promise.all(['datore-1', 'intermediario-2', 'operatore-1', 'direttore-1'].map((who) => clientOf(server, who)));
  const both = await clientOf(server, 'operatore-9');
  const { id } = await filed();
  assert.equal((await post(both, id, 'assegnazione')).status, 200);
  assert.equal((await post(both, id, 'provvedimenti', whole(await desk(both, id)))).status, 201);
  refused(await post(await clientOf(server, 'direttore-9'), id, 'provvedimenti/1/firma'), 409, 'provvedimento.stessa_persona', 'Chi propone un provvedimento non può firmarlo.');
  assert.equal((await post(direttore, id, 'provvedimenti/1/firma')).status, 200);
});

test('the director sends a proposal back with his reason and the operator makes another', async () => {
  const { id } = await taken();
  const body = whole(await desk(operatore, id));
  assert.equal((await post(operatore, id, 'provvedimenti', body)).status, 201);
  refused(await post(direttore, id, 'provvedimenti/1/rinvio', { motivo: ' ' }), 422, 'json.campo', 'Manca il campo «motivo».');
  const back = await post(direttore, id, 'provvedimenti/1/rinvio', { motivo: 'Manca il confronto con l’anno prima.' });
  assert.equal(back.status, 200, back.text);
  assert.equal(back.body.istruttoria.domanda.stato, 'in_istruttoria');
  assert.equal(back.body.istruttoria.provvedimenti[0].motivo_rinvio, 'Manca il confronto con l’anno prima.');
  assert.equal((await post(operatore, id, 'provvedimenti', body)).status, 201);
  assert.equal((await post(direttore, id, 'provvedimenti/2/firma')).status, 200);
});

test('who proposes does not sign, not even the director', async () => {
  const { id } = await filed();
  assert.equal((await post(direttore, id, 'assegnazione')).status, 200);
  const body = whole(await desk(direttore, id));
  assert.equal((await post(direttore, id, 'provvedimenti', body)).status, 201);
  refused(await post(direttore, id, 'provvedimenti/1/firma'), 409, 'provvedimento.stessa_persona', 'Chi propone un provvedimento non può firmarlo.');
});

test('a domanda is refused for missing elements only after a request that was delivered and is over; the silence enters the act', async () => {
  const db = server.db;
  const { id, protocollo } = await taken();
  const reject = { tipo: 'reiezione', motivi: ['carenza_elementi'], motivazione };
  const never = 'Una domanda si respinge per mancanza di elementi solo dopo una richiesta di integrazione consegnata e scaduta.';
  refused(await post(operatore, id, 'provvedimenti', reject), 422, 'provvedimento.richiesta_assente', never);
  refused(await post(operatore, id, 'richieste', { elementi: [], canale: 'pec' }), 422, 'richiesta.elementi');
  refused(await post(operatore, id, 'richieste', { elementi: ['Bilancio'], canale: 'piccione' }), 422, 'richiesta.canale');
  const asked = await post(operatore, id, 'richieste', { elementi: ['Bilancio 2025', 'Ordini rinviati'], testo: 'Serve il confronto.', canale: 'pec', sospende: true });
  assert.equal(asked.status, 201, asked.text);
  assert.equal(asked.body.istruttoria.domanda.stato, 'in_attesa');
  const [richiesta] = asked.body.istruttoria.richieste;
  assert.match(richiesta.protocollo, /^INPS\.4900\.24\/11\/2026\.\d{7}$/);
  refused(await post(operatore, id, 'richieste', { elementi: ['Altro'], canale: 'pec', sospende: true }), 422, 'richiesta.sospensione', 'Il termine della decisione è già stato sospeso una volta.');
  refused(await post(operatore, id, 'provvedimenti', reject), 422, 'provvedimento.richiesta_assente', never);
  refused(await post(operatore, id, 'richieste/9/consegna', { data: '2026-11-24', prova: 'x' }), 404, 'richiesta.non_trovata');
  refused(await post(operatore, id, 'richieste/1/consegna', { data: '2026-11-25', prova: 'x' }), 422, 'richiesta.data', 'La data è nel futuro.');
  refused(await post(operatore, id, 'richieste/1/risposta', { data: '2026-11-24', testo: 'x' }), 409, 'richiesta.stato');
  const delivered = await post(operatore, id, 'richieste/1/consegna', { data: '2026-11-24', prova: 'Ricevuta di avvenuta consegna PEC' });
  assert.equal(delivered.status, 200, delivered.text);
  assert.equal(delivered.body.istruttoria.richieste[0].scadenza, '2026-12-09');
  refused(await post(operatore, id, 'provvedimenti', reject), 422, 'provvedimento.richiesta_assente', never);
  assert.equal((await intermediario.get(`/api/v1/domande/${id}`)).body.domanda.pratica.richieste[0].scadenza, '2026-12-09', 'the applicant sees it');

  await server.stop();
  server = await startServer({ db, oggi: '2026-12-10' });
  [datore, intermediario, operatore, direttore] = await Promise.all(['datore-1', 'intermediario-2', 'operatore-1', 'direttore-1'].map((who) => clientOf(server, who)));
  const late = await desk(operatore, id);
  assert.equal(late.richieste[0].scaduta, true);
  assert.ok(late.termine.data > '2027-02-08', 'the clock stood still');
  const proposed = await post(operatore, id, 'provvedimenti', reject);
  assert.equal(proposed.status, 201, proposed.text);
  const silence = `Alla richiesta di integrazione ${richiesta.protocollo}, consegnata il 24/11/2026 con termine il 09/12/2026, non è pervenuta risposta.`;
  assert.equal(proposed.body.istruttoria.provvedimenti[0].mancata_risposta, silence);
  const signed = await post(direttore, id, 'provvedimenti/1/firma');
  assert.equal(signed.body.istruttoria.domanda.stato, 'respinta');
  assert.equal(signed.body.istruttoria.richieste[0].stato, 'chiusa');
  const text = inspect((await intermediario.get(path(id, 'provvedimenti/1/atto.pdf'))).bytes).text.replaceAll(/\s+/g, ' ');
  assert.ok(text.includes(silence), text);
  assert.ok(text.includes(protocollo));
});

test('an answer that comes late but before the decision counts, and the domanda goes on', async () => {
  const { id } = await taken({ lunedi: '2026-12-07' });
  assert.equal((await post(operatore, id, 'richieste', { elementi: ['Bilancio'], canale: 'email' })).status, 201);
  refused(await post(operatore, id, 'richieste/1/consegna', { data: '2026-12-10', prova: 'x' }), 422, 'richiesta.canale', 'La posta elettronica non prova la consegna: il termine non parte.');
  assert.equal((await post(operatore, id, 'richieste', { elementi: ['Bilancio'], canale: 'cassetto' })).status, 201);
  assert.equal((await post(operatore, id, 'richieste/2/consegna', { data: '2026-12-10', prova: 'Letta nel cassetto' })).status, 200);
  const answered = await post(operatore, id, 'richieste/2/risposta', { data: '2026-12-10', testo: 'Ecco il bilancio.' });
  assert.equal(answered.status, 200, answered.text);
  assert.equal(answered.body.istruttoria.richieste[1].stato, 'risposta');
  assert.equal(answered.body.istruttoria.domanda.stato, 'in_attesa', 'the e-mail is still open');
  // Only its answer proves that an e-mail came.
  const mailed = await post(operatore, id, 'richieste/1/risposta', { data: '2026-12-10', testo: 'Ecco il bilancio, anche per e-mail.' });
  assert.equal(mailed.status, 200, mailed.text);
  const { stato, consegnata_il } = mailed.body.istruttoria.richieste[0];
  assert.deepEqual([stato, consegnata_il, mailed.body.istruttoria.domanda.stato], ['risposta', '2026-12-10', 'in_istruttoria']);
  const proposed = await post(operatore, id, 'provvedimenti', whole(mailed.body.istruttoria));
  assert.equal(proposed.status, 201, proposed.text);
});

test('an e-mail, whose delivery is never proved, does not spend the one suspension', async () => {
  const { id } = await taken();
  refused(await post(operatore, id, 'richieste', { elementi: ['Bilancio'], canale: 'email', sospende: true }), 422, 'richiesta.sospensione',
    'La posta elettronica non prova la consegna: la richiesta non può sospendere il termine.');
  assert.equal((await post(operatore, id, 'richieste', { elementi: ['Bilancio'], canale: 'email' })).status, 201);
  assert.equal((await post(operatore, id, 'richieste', { elementi: ['Bilancio'], canale: 'pec', sospende: true })).status, 201);
});

async function changed(domanda, body) {
  const proposed = await post(operatore, domanda.id, 'provvedimenti', { motivazione, ...body });
  assert.equal(proposed.status, 201, proposed.text);
  const n = proposed.body.istruttoria.provvedimenti.at(-1).n;
  const signed = await post(direttore, domanda.id, `provvedimenti/${n}/firma`);
  assert.equal(signed.status, 200, signed.text);
  return signed.body.istruttoria;
}

test('a signed act is corrected by another, and the counters follow', async () => {
  const domanda = await granted();
  const after = await changed(domanda, { tipo: 'rettifica', precedente: 1, dal: '2026-12-07', al: '2026-12-13', ore_centesimi: 4000 });
  assert.equal(after.domanda.stato, 'accolta_in_parte');
  assert.deepEqual(after.provvedimenti.map((one) => one.stato), ['rettificato', 'firmato']);
  const rows = await authorised(domanda);
  assert.deepEqual(rows.map((one) => [one.numero, one.stato, one.periodo.al]).sort(), [[domanda.atto.numero, 'annullata', '2026-12-20'], [after.provvedimenti[1].numero, 'autorizzata', '2026-12-13']].sort());
  refused(await post(operatore, domanda.id, 'provvedimenti', { tipo: 'annullamento', precedente: 1, motivazione }), 409, 'provvedimento.stato');
});

test('a suspended authorisation does not count until it goes on, and a revocation leaves what came before it', async () => {
  const domanda = await granted();
  const state = async () => (await authorised(domanda)).map((one) => [one.stato, one.periodo.al, one.ore_centesimi]);
  assert.equal((await changed(domanda, { tipo: 'sospensione', precedente: 1 })).domanda.stato, 'sospesa');
  assert.deepEqual(await state(), [['in_istruttoria', '2026-12-20', 8000]]);
  assert.equal((await changed(domanda, { tipo: 'ripresa', precedente: 1 })).domanda.stato, 'accolta');
  assert.deepEqual(await state(), [['autorizzata', '2026-12-20', 8000]]);
  refused(await post(operatore, domanda.id, 'provvedimenti', { tipo: 'revoca', precedente: 1, decorrenza: '2026-12-15', motivazione }), 422, 'provvedimento.decorrenza');
  assert.equal((await changed(domanda, { tipo: 'revoca', precedente: 1, decorrenza: '2026-12-14' })).domanda.stato, 'revocata');
  assert.deepEqual(await state(), [['autorizzata', '2026-12-13', 4000]]);
});

test('an annulled act takes the domanda back to the desk', async () => {
  const domanda = await granted();
  const after = await changed(domanda, { tipo: 'annullamento', precedente: 1 });
  assert.equal(after.domanda.stato, 'in_istruttoria');
  assert.equal((await authorised(domanda))[0].stato, 'annullata');
  const { pratica } = (await intermediario.get(`/api/v1/domande/${domanda.id}`)).body.domanda;
  assert.deepEqual(pratica.atti.map((one) => [one.tipo, one.stato]), [['accoglimento', 'annullato'], ['annullamento', 'firmato']]);
});

test('the applicant reaches neither desk nor steps', async () => {
  const sent = await datore.submit(draft(officine, { lunedi: '2027-01-11' }));
  const { id } = sent.body.ricevuta;
  refused(await datore.get(path(id, 'istruttoria')), 403, 'potere.assente');
  refused(await post(datore, id, 'assegnazione'), 403, 'potere.assente');
});

test('an act that says that nobody answered is not signed once somebody has', async () => {
  const { id } = await taken({ lunedi: '2026-12-07' });
  const asked = await post(operatore, id, 'richieste', { elementi: ['Bilancio'], canale: 'pec' });
  const [{ protocollo }] = asked.body.istruttoria.richieste;
  assert.equal((await post(operatore, id, 'richieste/1/consegna', { data: '2026-12-10', prova: 'Ricevuta PEC' })).status, 200);
  const { db } = server;
  await server.stop();
  server = await startServer({ db, oggi: '2026-12-29' });
  [datore, intermediario, operatore, direttore] = await Promise.all(['datore-1', 'intermediario-2', 'operatore-1', 'direttore-1'].map((who) => clientOf(server, who)));
  assert.equal((await post(operatore, id, 'provvedimenti', { tipo: 'reiezione', motivi: ['carenza_elementi'], motivazione })).status, 201);
  assert.equal((await post(operatore, id, 'richieste/1/risposta', { data: '2026-12-29', testo: 'Ecco il bilancio.' })).status, 200);
  refused(await post(direttore, id, 'provvedimenti/1/firma'), 409, 'provvedimento.superato',
    `Dopo la proposta è arrivata la risposta alla richiesta ${protocollo}: l’atto dice che non è pervenuta.`);
  assert.equal((await post(direttore, id, 'provvedimenti/1/rinvio', { motivo: 'È arrivato il bilancio.' })).status, 200);
  refused(await post(operatore, id, 'provvedimenti', { tipo: 'reiezione', motivi: ['carenza_elementi'], motivazione }), 422, 'provvedimento.richiesta_assente');
  assert.equal((await post(operatore, id, 'provvedimenti', whole(await desk(operatore, id)))).status, 201);
  assert.equal((await post(direttore, id, 'provvedimenti/2/firma')).status, 200);
});
