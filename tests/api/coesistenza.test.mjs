// The old procedures beside this one: what they received and decided, the day on which they close, and what is filed where.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, negozio, officine } from '../lib/office.mjs';
import { inspect } from '../lib/pdf.mjs';
import { cli, officeDatabase, scratch, startServer } from '../lib/server.mjs';

const csv = (name, ...lines) => {
  const file = scratch(name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};
const domande = csv('domande.csv', 'protocollo;data_invio;matricola;unita_produttiva;causale;dal;al;ore;lavoratori',
  `VECCHIO-1;2026-10-30;${officine.matricola};0;MANC_LAVORO;2026-11-23;2026-12-06;80;1`,
  `VECCHIO-2;2026-09-01;${officine.matricola};0;MANC_LAVORO;2026-09-07;2026-09-20;80;2`);
const atti = csv('atti.csv', 'numero,protocollo,data_decisione,matricola,unita_produttiva,dal,al,ore,lavoratori',
  `490000000777,VECCHIO-2,2026-10-05,${officine.matricola},0,2026-09-07,2026-09-20,80,2`);

let server;
const who = {};
before(async () => {
  const db = officeDatabase();
  const args = ['import-legacy', '--db', db, '--oggi', '2026-11-20'];
  assert.match(cli(...args, '--prova', domande, atti), /Prova riuscita: non è stato scritto nulla\.\n$/);
  const report = JSON.parse(cli(...args, '--json', atti, domande));
  assert.deepEqual(report.file.map((one) => [one.tipo, one.righe_nuove]), [['domande_pregresse', 2], ['autorizzazioni_pregresse', 1]]);
  assert.match(cli(...args, domande, atti), /già importato, non cambia nulla/);
  server = await startServer({ db });
  for (const name of ['datore-1', 'datore-2', 'operatore-1', 'direttore-1', 'amministratore-1']) who[name] = await clientOf(server, name);
});
after(async () => {
  await server.stop();
  assert.match(cli('verify', '--db', server.db), /^Archivio integro/);
});

const rows = async (name, query = '') => (await who[name].get(`/api/v1/domande?limite=100${query}`)).body.righe;
const old = async (protocollo) => (await rows('datore-1')).find((row) => row.protocollo_origine === protocollo);

test('what the old procedure has is in the lists of both sides, with where it comes from', async () => {
  const mine = await rows('datore-1');
  assert.deepEqual(mine.map((row) => [row.protocollo_origine, row.origine, row.stato]).sort(),
    [['VECCHIO-1', 'procedura_precedente', 'protocollata'], ['VECCHIO-2', 'procedura_precedente', 'accolta']]);
  assert.equal((await rows('operatore-1', '&q=VECCHIO-1')).length, 1);
  const { domanda } = (await who['datore-1'].get(`/api/v1/domande/${mine[0].id}`)).body;
  assert.equal(domanda.inviata_da.nome, 'Procedura');
  const receipt = await who['datore-1'].get(`/api/v1/domande/${mine[0].id}/ricevuta.pdf`);
  assert.match(inspect(receipt.bytes).text.replaceAll('\n', ' '), /viene dalla procedura precedente/);
});

test('its authorisations count, and a domanda on the same days is warned, not stopped', async () => {
  const { autorizzazioni, domande: filed } = (await who['datore-1'].get(`/api/v1/matricole/${officine.matricola}/registro`)).body;
  assert.deepEqual(autorizzazioni.map((one) => one.numero), ['490000000777 (procedura precedente)']);
  assert.deepEqual(filed.map((one) => one.protocollo), ['VECCHIO-1 (procedura precedente)']);
  const sent = await who['datore-1'].submit(draft(officine));
  assert.equal(sent.status, 201, sent.text);
  const { id } = sent.body.ricevuta;
  const { domanda } = (await who['datore-1'].get(`/api/v1/domande/${id}`)).body;
  const warned = domanda.esame.alerts.find((alert) => alert.codice === 'A-PER-14');
  assert.equal(warned.gravita, 'avviso');
  assert.equal(warned.testo, 'Per la stessa unità produttiva e giorni in comune c’è già una richiesta di un altro canale: VECCHIO-1 (procedura precedente), dal 23/11/2026 al 06/12/2026.');
  const { istruttoria } = (await who['operatore-1'].get(`/api/v1/domande/${id}/istruttoria`)).body;
  const check = istruttoria.controlli.find((one) => one.codice === 'altre_domande');
  assert.equal(check.esito, 'attenzione');
  assert.equal(check.spiegazione, 'Stessa unità produttiva e giorni in comune con una richiesta di un altro canale: VECCHIO-1 (procedura precedente).');
  assert.deepEqual(istruttoria.altre_domande.map((one) => [one.protocollo_origine, one.lavoratori]), [['VECCHIO-1', 0]]);
});

test('an act of the old procedure is shown, and can be the object of a linked act', async () => {
  const { id } = await old('VECCHIO-2');
  const step = (name, rest, json) => who[name].request('POST', `/api/v1/domande/${id}/${rest}`, { json });
  const sheet = await who['datore-1'].get(`/api/v1/domande/${id}/provvedimenti/1/atto.pdf`);
  assert.equal(sheet.status, 200);
  assert.match(inspect(sheet.bytes).text.replaceAll('\n', ' '), /riporta quel che l’elenco della procedura precedente dice/);
  assert.equal((await step('operatore-1', 'assegnazione', {})).status, 200);
  const motivazione = { fatti: 'Verifica.', documenti: 'Fascicolo.', norma: 'L. 241/1990.', conclusione: 'Si revoca.' };
  const proposed = await step('operatore-1', 'provvedimenti', { tipo: 'revoca', precedente: 1, decorrenza: '2026-09-14', motivazione });
  assert.equal(proposed.status, 201, proposed.text);
  const signed = await step('direttore-1', 'provvedimenti/2/firma', {});
  assert.equal(signed.status, 200, signed.text);
  assert.equal(signed.body.istruttoria.domanda.stato, 'revocata');
  const { autorizzazioni } = (await who['datore-1'].get(`/api/v1/matricole/${officine.matricola}/registro`)).body;
  assert.deepEqual(autorizzazioni.map((one) => [one.periodo.al, one.ore_centesimi]), [['2026-09-13', 4000]]);
});

test('the office decides a domanda that the old procedure left open', async () => {
  const { id } = await old('VECCHIO-1');
  assert.equal((await who['operatore-1'].request('POST', `/api/v1/domande/${id}/assegnazione`, { json: {} })).status, 200);
  const { istruttoria } = (await who['operatore-1'].get(`/api/v1/domande/${id}/istruttoria`)).body;
  assert.equal(istruttoria.controlli[0].codice, 'origine');
  const { tipo, dal, al, ore_centesimi, esclusioni, motivazione, motivi } = istruttoria.proposta;
  const proposed = await who['operatore-1'].request('POST', `/api/v1/domande/${id}/provvedimenti`,
    { json: { tipo, dal, al, ore_centesimi, esclusioni, motivazione, motivi: motivi.map((one) => one.codice) } });
  assert.equal(proposed.status, 201, proposed.text);
});

const change = (json) => who['amministratore-1'].request('POST', '/api/v1/attivazioni', { json });
const notices = async (name) => (await who[name].get('/api/v1/servizio')).body.avvisi.map((one) => one.testo);

test('the closing of the old channel is a dated setting that everybody is told', async () => {
  assert.deepEqual(await notices('datore-1'), []);
  const answer = await change({ funzione: 'procedura_precedente', prestazione: 'CIGO', dal: '2026-12-01', attiva: false, motivo: 'msg. di prova' });
  assert.equal(answer.status, 200, answer.text);
  const [row] = answer.body.righe;
  assert.deepEqual([row.chi, row.ruolo, row.in_vigore], ['amministratore-1', 'amministratore', false]);
  assert.equal(row.testo, 'Dal 01/12/2026 la procedura precedente per CIGO è chiusa in ogni Sede.');
  const text = 'Dal 01/12/2026 le domande di CIGO si presentano solo con OMNIA IS: la procedura precedente chiude (msg. di prova).';
  assert.deepEqual(await notices('datore-1'), [text]);
  assert.deepEqual(await notices('operatore-1'), [text]);
  assert.equal((await change({ funzione: 'procedura_precedente', prestazione: 'CIGO', dal: '2026-12-01', attiva: true, motivo: 'rinvio' })).status, 200);
  assert.deepEqual(await notices('datore-1'), []);
});

test('what is switched off in a Sede is not filed there, and the person is told why', async () => {
  const row = async (name, azienda) => (await who[name].get(`/api/v1/matricole?q=${azienda.matricola}`)).body.righe[0];
  assert.deepEqual([(await row('datore-1', officine)).invio_attivo, (await row('datore-1', officine)).nota_invio], [true, '']);
  assert.deepEqual([(await row('datore-2', negozio)).invio_attivo, (await row('datore-2', negozio)).nota_invio], [true, '']);  // its benefit is still to be found
  cli('features', 'set', '--db', server.db, '--funzione', 'invio_domanda', '--sede', '4900', '--prestazione', 'CIGO', '--dal', '2026-11-20', '--sospesa', '--motivo', 'prova di collaudo');
  assert.equal((await row('datore-1', officine)).invio_attivo, false);
  const refused = await who['datore-1'].submit(draft(officine, { lunedi: '2027-01-11' }));
  assert.equal(refused.status, 422);
  assert.equal(refused.body.codice, 'prestazione.non_attiva');
  assert.equal(refused.body.detail, 'La domanda di CIGO per la Sede 4900 non si presenta ancora da qui: usa la procedura precedente.');
  const list = cli('features', 'list', '--db', server.db, '--sede', '4900', '--oggi', '2026-11-24');
  assert.match(list, /Dal 20\/11\/2026 l’invio delle domande di CIGO è sospeso nella Sede 4900\. In vigore\. Motivo: prova di collaudo\. Cambiata da sistema/);
  assert.match(list, /FIS: invio non attivo, procedura precedente aperta\./);
  assert.equal((await change({ funzione: 'invio_domanda', sede: '4900', prestazione: 'CIGO', dal: '2026-11-24', attiva: true, motivo: 'collaudo finito' })).status, 200);
  assert.equal((await row('datore-1', officine)).invio_attivo, true);
});

test('a wrong change is refused with the field and the remedy', async () => {
  const good = { funzione: 'invio_domanda', prestazione: 'CIGO', dal: '2026-12-01', attiva: true, motivo: 'x' };
  for (const [wrong, codice, campo] of [[{ prestazione: 'FIS' }, 'attivazione.modulo_assente', 'prestazione'], [{ sede: 'x' }, 'attivazione.sede', 'sede'],
    [{ dal: 'ieri' }, 'attivazione.dal', 'dal'], [{ attiva: 'si' }, 'json.campo', 'attiva'], [{ motivo: '' }, 'json.campo', 'motivo'], [{ funzione: 'y' }, 'attivazione.funzione', 'funzione']]) {
    const answer = await change({ ...good, ...wrong });
    assert.equal(answer.status, 422, answer.text);
    assert.deepEqual([answer.body.codice, answer.body.campo], [codice, campo]);
    assert.ok(answer.body.rimedio.length > 0);
  }
});

test('the manual is a tagged PDF with all its chapters, for every role', async () => {
  const { documenti } = (await who['amministratore-1'].get('/api/v1/servizio')).body;
  assert.deepEqual(documenti, [{ titolo: 'Manuale d’uso', percorso: '/api/v1/documenti/manuale.pdf', tipo: 'application/pdf' }]);
  const answer = await who['operatore-1'].get(documenti[0].percorso);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  const read = inspect(answer.bytes);
  assert.match(read.check, /No syntax or stream encoding errors found/);
  assert.match(read.info, /Title: +Manuale di OMNIA IS aperta/);
  assert.match(read.info, /Tagged: +yes/);
  const chapters = [...read.structure.matchAll(/\bH2 \(block\)\s+"([^"]+)"/g)].map((found) => found[1]);
  for (const one of ['Compilare e inviare una domanda CIGO', 'Le bozze', 'L’istruttoria nella Sede', 'Custodire l’archivio', 'Convivere con le procedure precedenti', 'Riga di comando', 'API']) {
    assert.ok(chapters.some((title) => title.startsWith(one)), `${one}: ${chapters.join(', ')}`);
  }
});
