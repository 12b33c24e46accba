// Who may what, and who looked at what: delegations, grants of the security area, the log of accesses.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client, clientOf } from '../lib/client.mjs';
import { personCode } from '../lib/codes.mjs';
import { costruzioni, draft, flow, fonderia, identita, molte, negozio, officine, tessitura, uniemens } from '../lib/office.mjs';
import { cli, scratch, startServer } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

const code = (id) => identita.find((one) => one.id === id).codice_fiscale;
const post = (client, path, json) => client.request('POST', path, json === undefined ? {} : { json });
const registro = (client, azienda) => client.get(`/api/v1/matricole/${azienda.matricola}/registro`);

test('an employer delegates, the intermediary works, the employer revokes', async () => {
  const datore = await clientOf(server, 'datore-2');
  const intermediario = await clientOf(server, 'intermediario-2');
  assert.equal((await registro(intermediario, negozio)).status, 404);
  const given = await post(datore, '/api/v1/deleghe', { intermediario_cf: code('intermediario-2'), matricola: negozio.matricola, dal: '2026-11-24', al: '2027-12-31' });
  assert.equal(given.status, 201);
  assert.deepEqual(given.body.delega.servizi, ['consultazione', 'domande', 'uniemens']);
  assert.equal(given.body.delega.valida, true);
  assert.equal(given.body.delega.stato, 'attiva');
  assert.deepEqual([given.body.delega.intermediario, given.body.delega.denominazione], ['LEO XQZINI', negozio.denominazione]);
  assert.equal((await registro(intermediario, negozio)).status, 200);
  const again = await post(datore, '/api/v1/deleghe', { intermediario_cf: code('intermediario-2'), matricola: negozio.matricola, dal: '2027-01-01' });
  assert.equal(again.status, 409);
  assert.equal(again.body.codice, 'delega.gia_presente');
  const stranger = await clientOf(server, 'datore-1');
  assert.equal((await post(stranger, `/api/v1/deleghe/${given.body.delega.id}/revoca`)).body.codice, 'delega.non_trovata');
  assert.equal((await post(datore, `/api/v1/deleghe/${given.body.delega.id}/revoca`)).status, 204);
  assert.equal((await registro(intermediario, negozio)).status, 404, 'from the day of the revocation');
  assert.equal((await post(datore, `/api/v1/deleghe/${given.body.delega.id}/revoca`)).body.codice, 'delega.gia_revocata');
  const { deleghe } = (await datore.get('/api/v1/deleghe')).body;
  const revoked = deleghe.find((one) => one.id === given.body.delega.id);
  assert.deepEqual([revoked.revocata_il, revoked.stato], ['2026-11-24', 'revocata']);
  const held = (await (await clientOf(server, 'intermediario-1')).get('/api/v1/deleghe')).body.deleghe;
  assert.deepEqual([costruzioni, fonderia, tessitura, officine].map(({ matricola }) => held.find((one) => one.matricola === matricola).stato),
    ['attiva', 'scaduta', 'revocata', 'non_ancora']);
});

test('a revocation that another process imports holds from the next request, and so does its end', async () => {
  const intermediario = await clientOf(server, 'intermediario-2');
  const azienda = molte[0];
  const held = async () => {
    const { body } = await intermediario.get('/api/v1/sessione');
    return Number(/\d+/.exec(body.poteri.find((one) => one.id === 'intermediario-2').descrizione)[0]);
  };
  const seen = async () => [(await registro(intermediario, azienda)).status,
    (await intermediario.get(`/api/v1/matricole?q=${azienda.matricola}`)).body.righe.length, await held()];
  const imports = (day) => {
    const folder = scratch('deleghe');
    mkdirSync(folder);
    writeFileSync(join(folder, 'deleghe.csv'),
      `id;intermediario_cf;matricola;dal;al;revocata_il\nm0;${code('intermediario-2')};${azienda.matricola};2025-01-01;2027-12-31;${day}\n`);
    cli('import', '--db', server.db, folder);
  };
  const before = await seen();
  assert.deepEqual(before.slice(0, 2), [200, 1]);
  imports('2026-11-24');
  assert.deepEqual(await seen(), [404, 0, before[2] - 1]);
  assert.ok((await intermediario.get('/api/v1/domande')).body.righe.every((row) => row.matricola !== azienda.matricola));
  imports('');
  assert.deepEqual(await seen(), before);
});

test('what was given, passed, reviewed, revoked and imported is in the record of changes, and the archive is whole', async () => {
  const archive = await startServer();
  try {
    const [datore, boss, security] = await Promise.all(['datore-2', 'intermediario-1', 'sicurezza-1'].map((id) => clientOf(archive, id)));
    const body = { intermediario_cf: code('intermediario-1'), matricola: negozio.matricola, dal: '2026-11-24' };
    const { delega } = (await post(datore, '/api/v1/deleghe', body)).body;
    const { subdelega } = (await post(boss, `/api/v1/deleghe/${delega.id}/subdeleghe`, { dipendente_cf: code('intermediario-3'), dal: '2026-11-24' })).body;
    assert.equal((await post(boss, `/api/v1/subdeleghe/${subdelega.id}/revoca`)).status, 204);
    assert.equal((await post(datore, `/api/v1/deleghe/${delega.id}/revoca`)).status, 204);
    const many = `intermediario_cf;matricola;dal\n${code('intermediario-2')};${negozio.matricola};2026-11-24\n`;
    assert.equal((await datore.request('POST', '/api/v1/deleghe/elenco', { text: many, type: 'text/csv' })).status, 201);
    const { abilitazione } = (await post(security, '/api/v1/abilitazioni', { codice_fiscale: personCode(761), cognome: 'XQZINO', nome: 'ZOE',
      ruolo: 'analista', protocollo: 'PEC-1', richiesta_il: '2026-11-20', dal: '2026-11-24', al: '2027-11-23' })).body;
    assert.equal((await post(security, `/api/v1/abilitazioni/${abilitazione.id}/revisione`)).status, 200);
    assert.equal((await post(security, `/api/v1/abilitazioni/${abilitazione.id}/revoca`, { motivo: 'Cambio di ufficio' })).status, 204);
  } finally {
    await archive.stop();
  }
  assert.match(cli('verify', '--db', archive.db), /^Archivio integro/);
});

test('what a delegation says wrong is refused with the field', async () => {
  const datore = await clientOf(server, 'datore-2');
  const good = { intermediario_cf: code('intermediario-2'), matricola: negozio.matricola, dal: '2026-11-24' };
  const cases = [
    [{ intermediario_cf: 'XQZ' }, 422, 'json.campo', 'intermediario_cf'],
    [{ intermediario_cf: code('datore-2') }, 422, 'delega.a_se_stessi', 'intermediario_cf'],
    [{ matricola: officine.matricola }, 404, 'matricola.non_trovata', 'azienda.matricola'],
    [{ al: '2026-11-23' }, 422, 'delega.date', 'al'],
    [{ dal: '2026-01-01', al: '2026-02-01' }, 422, 'delega.date', 'al'],
    [{ dal: '31/12' }, 422, 'json.campo', 'dal'],
    [{ servizi: ['tutto'] }, 422, 'json.campo', 'servizi'],
    [{ servizio: 'domande' }, 422, 'json.campo', 'servizio'],
  ];
  for (const [change, status, codice, campo] of cases) {
    const { status: got, body } = await post(datore, '/api/v1/deleghe', { ...good, ...change });
    assert.deepEqual([got, body.codice, body.campo], [status, codice, campo], JSON.stringify(change));
  }
});

test('a delegation covers its services and no other', async () => {
  const datore = await clientOf(server, 'datore-1');
  const intermediario = await clientOf(server, 'intermediario-2');
  const { body } = await post(datore, '/api/v1/deleghe', { intermediario_cf: code('intermediario-2'), matricola: officine.matricola, dal: '2026-11-24', servizi: ['uniemens'] });
  assert.deepEqual(body.delega.servizi, ['uniemens']);
  const xml = flow(uniemens(officine, '2026-03'));
  assert.equal((await intermediario.request('POST', '/api/v1/uniemens', { text: xml, type: 'application/xml' })).status, 200);
  assert.equal((await intermediario.submit(draft(officine))).body.codice, 'matricola.non_trovata');
  assert.ok(!(await intermediario.get('/api/v1/domande')).body.righe.some((row) => row.matricola === officine.matricola));
  await post(datore, `/api/v1/deleghe/${body.delega.id}/revoca`);
  const second = await post(datore, '/api/v1/deleghe', { intermediario_cf: code('intermediario-2'), matricola: officine.matricola, dal: '2026-11-24', servizi: ['domande'] });
  assert.deepEqual(second.body.delega.servizi, ['consultazione', 'domande']);
  assert.equal((await intermediario.submit(draft(officine, { settimane: 1 }))).status, 201);
  const refused = await intermediario.request('POST', '/api/v1/uniemens', { text: flow(uniemens(officine, '2026-02')), type: 'application/xml' });
  assert.equal(refused.body.codice, 'uniemens.non_ammessa');
});

test('an intermediary passes a delegation to the own staff, and it ends with either', async () => {
  const boss = await clientOf(server, 'intermediario-1');
  const staff = await clientOf(server, 'intermediario-3');
  const { deleghe } = (await boss.get('/api/v1/deleghe')).body;
  const living = deleghe.find((one) => one.matricola === costruzioni.matricola);
  const dead = deleghe.find((one) => one.matricola === fonderia.matricola);
  const body = { dipendente_cf: code('intermediario-3'), dal: '2026-11-24' };
  assert.equal((await registro(staff, costruzioni)).status, 404);
  const given = await post(boss, `/api/v1/deleghe/${living.id}/subdeleghe`, body);
  assert.equal(given.status, 201);
  assert.equal((await registro(staff, costruzioni)).status, 200);
  assert.equal((await post(boss, `/api/v1/deleghe/${dead.id}/subdeleghe`, body)).body.codice, 'delega.non_trovata');
  assert.equal((await post(staff, `/api/v1/deleghe/${living.id}/subdeleghe`, { ...body, dipendente_cf: code('datore-1') })).body.codice, 'delega.non_trovata', 'no second passing');
  assert.deepEqual([given.body.subdelega.dipendente, given.body.subdelega.denominazione], ['RIO XQZUTTI', costruzioni.denominazione]);
  assert.deepEqual((await staff.get('/api/v1/deleghe')).body.subdeleghe, [given.body.subdelega]);
  assert.deepEqual((await boss.get('/api/v1/deleghe')).body.subdeleghe, [given.body.subdelega]);
  assert.equal((await post(staff, `/api/v1/subdeleghe/${given.body.subdelega.id}/revoca`)).body.codice, 'subdelega.non_trovata');
  assert.equal((await post(boss, `/api/v1/subdeleghe/${given.body.subdelega.id}/revoca`)).status, 204);
  assert.equal((await registro(staff, costruzioni)).status, 404);
  await post(boss, `/api/v1/deleghe/${living.id}/subdeleghe`, body);
  assert.equal((await registro(staff, costruzioni)).status, 200);
  assert.equal((await post(boss, `/api/v1/deleghe/${living.id}/revoca`)).status, 204, 'the intermediary renounces');
  for (const client of [boss, staff]) assert.equal((await registro(client, costruzioni)).status, 404);
});

test('of a delegate only the name as an intermediary is told, and nothing of who has no such power', async () => {
  const datore = await clientOf(server, 'datore-2');
  for (const [cf, name] of [[code('intermediario-1'), 'IDA XQZARI'], [code('operatore-1'), ''], [personCode(760), '']]) {
    const { body } = await post(datore, '/api/v1/deleghe', { intermediario_cf: cf, matricola: negozio.matricola, dal: '2026-11-24' });
    assert.equal(body.delega.intermediario, name, cf);
    await post(datore, `/api/v1/deleghe/${body.delega.id}/revoca`);
  }
});

test('many delegations by CSV, all or none', async () => {
  const datore = await clientOf(server, 'datore-1');
  const send = (text) => datore.request('POST', '/api/v1/deleghe/elenco', { text, type: 'text/csv' });
  const head = 'intermediario_cf;matricola;dal;al;servizi';
  const row = (n, matricola = officine.matricola) => `${personCode(700 + n)};${matricola};2026-11-24;2027-12-31;domande uniemens`;
  const refused = await send([head, row(1), row(2, negozio.matricola), row(1), `XQZ;${officine.matricola};ieri;;`].join('\n'));
  assert.equal(refused.status, 422);
  assert.match(refused.body.detail, /^Riga 3: .*non è una posizione della tua azienda/);
  assert.deepEqual(refused.body.righe.map((one) => [one.riga, one.colonna, one.codice]), [
    [3, 'matricola', 'csv.valore'], [4, 'matricola', 'delega.gia_presente'], [5, 'intermediario_cf', 'csv.valore'], [5, 'dal', 'csv.valore']], 'all at once');
  const count = async () => (await datore.get('/api/v1/deleghe')).body.deleghe.length;
  const before = await count();
  const good = await send([head, row(1), row(2), row(3)].join('\n'));
  assert.deepEqual(good.body, { create: 3 });
  assert.equal(await count(), before + 3);
  assert.equal((await send([head, row(1)].join('\n'))).body.codice, 'delega.gia_presente');
  assert.equal((await send('a;b\n1;2')).status, 422);
  assert.match((await send([head, `${personCode(710)};${officine.matricola};2026-11-24;;=cmd`].join('\n'))).body.detail, /non è tra i servizi delegabili/);
});

test('many sub-delegations by CSV, only of what is held today, all or none', async () => {
  const boss = await clientOf(server, 'intermediario-2');
  const staff = await clientOf(server, 'intermediario-3');
  const send = (...rows) => boss.request('POST', '/api/v1/subdeleghe/elenco', { text: ['dipendente_cf;matricola;dal;al', ...rows].join('\n'), type: 'text/csv' });
  const row = (azienda, cf = code('intermediario-3'), al = '') => `${cf};${azienda.matricola};2026-11-24;${al}`;
  const refused = await send(row(molte[0]), row(fonderia), row(molte[1], code('intermediario-2')), row(molte[2], undefined, '2026-11-01'));
  assert.equal(refused.status, 422);
  assert.deepEqual(refused.body.righe.map((one) => [one.riga, one.colonna]), [[3, 'matricola'], [4, 'dipendente_cf'], [5, 'al']]);
  assert.match(refused.body.righe[0].testo, /non è tra le deleghe che hai oggi/);
  assert.equal((await registro(staff, molte[0])).status, 404);
  assert.deepEqual((await send(row(molte[0]), row(molte[1]))).body, { create: 2 });
  assert.equal((await registro(staff, molte[1])).status, 200);
});

const analyst = { codice_fiscale: personCode(750), cognome: 'XQZMINI', nome: 'LIA', ruolo: 'analista', protocollo: 'PEC 2026/0001', richiesta_il: '2026-11-20', dal: '2026-11-24', al: '2028-11-24' };

test('the security area grants, reviews and revokes; the person is out at once', async () => {
  const security = await clientOf(server, 'sicurezza-1');
  const operator = { ...analyst, codice_fiscale: personCode(751), ruolo: 'operatore', sede: '4900', supervisore: code('direttore-1') };
  const given = await post(security, '/api/v1/abilitazioni', operator);
  assert.equal(given.status, 201);
  const { abilitazione } = given.body;
  assert.deepEqual([abilitazione.atto, abilitazione.stato, abilitazione.revisione_entro, abilitazione.supervisore], ['incarico', 'attiva', '2027-11-24', 'direttore-1']);
  assert.equal((await post(security, '/api/v1/abilitazioni', analyst)).body.abilitazione.atto, 'AA07');
  const one = await clientOf(server, abilitazione.identita);
  assert.equal((await one.get('/api/v1/domande')).status, 200);
  assert.equal((await post(security, `/api/v1/abilitazioni/${abilitazione.id}/revisione`)).body.abilitazione.revisione_entro, '2027-11-24');
  assert.equal((await post(security, `/api/v1/abilitazioni/${abilitazione.id}/revoca`, { motivo: 'Cambio di ufficio' })).status, 204);
  assert.equal((await one.get('/api/v1/domande')).status, 401, 'its sessions are closed');
  const back = await clientOf(server, abilitazione.identita);
  const refused = await back.get('/api/v1/domande');
  assert.deepEqual([refused.status, refused.body.codice, refused.body.detail],
    [403, 'abilitazione.revocata', 'La tua abilitazione è stata revocata.']);
  const row = (await security.get('/api/v1/abilitazioni')).body.righe.find((r) => r.id === abilitazione.id);
  assert.deepEqual([row.stato, row.motivo_revoca, row.revocata_da], ['revocata', 'Cambio di ufficio', 'sicurezza-1']);
  assert.equal((await post(security, `/api/v1/abilitazioni/${abilitazione.id}/revoca`, { motivo: 'x' })).body.codice, 'abilitazione.gia_revocata');
});

test('a grant needs its act, its days and two people', async () => {
  const security = await clientOf(server, 'sicurezza-1');
  const cases = [
    [{ protocollo: '' }, 422, 'protocollo'], [{ ruolo: 'datore' }, 422, 'ruolo'], [{ ruolo: 'operatore' }, 422, 'sede'], [{ sede: '4900' }, 422, 'sede'],
    [{ ruolo: 'operatore', sede: '1800', supervisore: code('direttore-1') }, 422, 'supervisore'], [{ ruolo: 'operatore', sede: '4900', supervisore: 'operatore-1' }, 422, 'supervisore'],
    [{ supervisore: 'direttore-1' }, 422, 'supervisore'],
    [{ al: '2029-11-25' }, 422, 'al'], [{ al: '2026-11-01' }, 422, 'al'], [{ richiesta_il: '2026-11-25' }, 422, 'richiesta_il'],
  ];
  for (const [change, status, campo] of cases) {
    const { status: got, body } = await post(security, '/api/v1/abilitazioni', { ...analyst, codice_fiscale: personCode(752), ...change });
    assert.deepEqual([got, body.campo], [status, campo], JSON.stringify(change));
  }
  const own = await post(security, '/api/v1/abilitazioni', { ...analyst, codice_fiscale: code('sicurezza-1'), ruolo: 'sicurezza' });
  assert.deepEqual([own.status, own.body.codice], [403, 'abilitazione.propria']);
  assert.equal((await post(security, '/api/v1/abilitazioni/nessuna/revoca', { motivo: 'x' })).body.codice, 'abilitazione.non_trovata');
});

test('every consultation is in the log, with who, as whom, what, when and why', async () => {
  const datore = await clientOf(server, 'datore-1');
  const sent = await datore.submit(draft(officine, { lunedi: '2027-01-04' }));
  const { id } = sent.body.ricevuta;
  const operatore = await clientOf(server, 'operatore-1');
  await operatore.get(`/api/v1/domande/${id}`);
  await operatore.get(`/api/v1/domande?q=${officine.lavoratori[0].codice_fiscale}`);
  await operatore.get('/api/v1/domande/00000000-0000-4000-8000-000000000000');
  await operatore.get('/api/v1/domande?aperte=1');
  await operatore.get(`/api/v1/domande?matricola=${officine.matricola}`);
  const security = await clientOf(server, 'sicurezza-1');
  const { righe } = (await security.get('/api/v1/accessi?chi=operatore-1')).body;
  const [narrowed, search, read, entered] = righe;
  assert.deepEqual([narrowed.azione, narrowed.oggetto], ['elenca_domande', `ricerca: ${officine.matricola}`]);
  assert.deepEqual([search.azione, search.oggetto], ['elenca_domande', `ricerca: ${officine.lavoratori[0].codice_fiscale}`]);
  assert.deepEqual({ ...read, numero: 0, quando: '' }, {
    numero: 0, quando: '', chi: 'operatore-1', codice_fiscale: code('operatore-1'), ruolo: 'operatore', per_conto: '4900', azione: 'legge_domanda',
    oggetto: `/api/v1/domande/${id}`, matricola: officine.matricola, denominazione: officine.denominazione, motivo: 'competenza della Sede', indirizzo: '127.0.0.1',
  });
  assert.match(read.quando, /^2026-11-24T\d\d:\d\d:\d\d\+01:00$/);
  assert.equal(entered.azione, 'accesso');
  const ofCompany = (await datore.get('/api/v1/accessi')).body.righe;
  assert.ok(ofCompany.length > 0 && ofCompany.every((row) => row.matricola === officine.matricola && row.chi === undefined && row.codice_fiscale === undefined));
  const mine = (await operatore.get('/api/v1/accessi/miei?limite=2')).body;
  assert.equal(mine.righe.length, 2);
  assert.equal((await operatore.get(`/api/v1/accessi/miei?limite=1&cursore=${mine.cursore}`)).body.righe[0].oggetto, `/api/v1/domande/${id}`);
  assert.equal((await security.get(`/api/v1/accessi?matricola=${officine.matricola}&dal=2026-11-25`)).body.righe.length, 0);
  assert.equal((await security.get('/api/v1/accessi?dal=ieri')).body.codice, 'data.non_valida');
  const whole = (await security.get('/api/v1/accessi/verifica')).body;
  assert.ok(whole.righe >= 3);
  assert.deepEqual(whole.difetti, []);
});

test('who runs the machines sees the settings and no secret', async () => {
  const { body } = await (await clientOf(server, 'amministratore-1')).get('/api/v1/configurazione');
  assert.equal(body.demo, true);
  assert.equal(body.sessione_inattiva_secondi, 1800);
  assert.equal((await new Client(server).get('/api/v1/configurazione')).status, 401);
});
