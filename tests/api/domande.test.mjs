// Filing a domanda: receipt, review, idempotency, protocol numbers, lists, worklist, attachments.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { costruzioni, draft, molte, officine } from '../lib/office.mjs';
import { allegatoPdf, pdf } from '../lib/pdf.mjs';
import { cliProgram, officeDatabase, startServer } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

const monday = (n) => new Date(Date.parse('2026-11-23') + 7 * 86400000 * n).toISOString().slice(0, 10);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const codes = (alerts) => alerts.map(({ codice, campo }) => `${codice} ${campo}`);

test('a domanda without errors gets a receipt with the first number of the Sede', async () => {
  const client = await clientOf(server, 'datore-1');
  const { status, body } = await client.submit(draft(officine), { avvisi_accettati: ['A-TER-01', { codice: 'A-LAV-09', motivo: 'Verificato.' }] });
  assert.equal(status, 201);
  const { ricevuta } = body;
  assert.equal(ricevuta.protocollo, 'INPS.4900.24/11/2026.0000001');
  assert.match(ricevuta.data_invio, /^2026-11-24T\d\d:\d\d:\d\d\+01:00$/);
  assert.equal(ricevuta.denominazione, 'OFFICINE IMMAGINARIE SRL');
  assert.equal(ricevuta.nome_causale, 'Mancanza di lavoro o di commesse');
  assert.deepEqual([ricevuta.dal, ricevuta.al, ricevuta.settimane, ricevuta.lavoratori], ['2026-11-23', '2026-12-06', 2, 1]);
  assert.equal(ricevuta.prossimi_passi[0], 'Conserva il numero di protocollo: serve per ogni comunicazione su questa domanda.');
  const [anno, mese, giorno] = ricevuta.ultimo_giorno_decisione.split('-');
  assert.equal(ricevuta.prossimi_passi[1], `La Sede 4900 esamina la domanda: la decisione è attesa entro il ${giorno}/${mese}/${anno}.`);
  assert.match(ricevuta.prossimi_passi[3], /^Anticipa le integrazioni ai lavoratori e recuperale a conguaglio/);

  const { domanda } = (await client.get(`/api/v1/domande/${ricevuta.id}`)).body;
  assert.equal(domanda.stato, 'protocollata');
  assert.deepEqual(domanda.avvisi_accettati, ['A-TER-01', { codice: 'A-LAV-09', motivo: 'Verificato.' }]);
  assert.equal(domanda.esame.inviabile, true);
  assert.equal(domanda.norme_versione, domanda.esame.norme_versione);
  assert.deepEqual(domanda.inviata_da, { nome: 'ADA', cognome: 'XQZETTI', ruolo: 'datore' });
  assert.equal(domanda.bozza.lavoratori.beneficiari[0].codice_fiscale, officine.lavoratori[0].codice_fiscale);
  assert.equal(domanda.impronta, ricevuta.impronta);

  const registro = (await client.get(`/api/v1/matricole/${officine.matricola}/registro`)).body;
  assert.deepEqual(registro.domande.map((d) => d.protocollo), [ricevuta.protocollo]);
});

test('direct payment changes the next step', async () => {
  const client = await clientOf(server, 'intermediario-1');
  const bozza = draft(costruzioni);
  bozza.pagamento = { modalita: 'diretto', liquidita_immediate_cent: 100000, liquidita_differite_cent: 0, rimanenze_cent: 0, passivita_correnti_cent: 500000, data_bilancio: '2026-10-31' };
  const { status, body, text } = await client.submit(bozza);
  assert.equal(status, 201, text);
  assert.match(body.ricevuta.prossimi_passi[3], /^Hai chiesto il pagamento diretto: invia i dati dei lavoratori entro la fine del secondo mese/);
  assert.equal(body.ricevuta.protocollo, 'INPS.1800.24/11/2026.0000001');
});

test('errors of the review refuse the domanda with the same alerts as the command line', async () => {
  const client = await clientOf(server, 'datore-1');
  const bozza = draft(officine, { lunedi: monday(4) });
  bozza.azienda.pec = { testo: 'non una pec' };
  bozza.causale.id = '';
  bozza.invio.dichiarazioni = false;
  const answer = await client.submit(bozza);
  assert.equal(answer.status, 422);
  assert.equal(answer.body.codice, 'domanda.errori');
  assert.equal(answer.body.detail, 'La domanda contiene errori e non si può inviare.');
  assert.ok(answer.body.alerts.some((alert) => alert.gravita === 'errore'));

  const registro = (await client.get(`/api/v1/matricole/${officine.matricola}/registro`)).body;
  const input = JSON.stringify({ bozza, registro, oggi: '2026-11-24' }) + '\n';
  const review = JSON.parse(execFileSync(cliProgram, ['review-stream'], { input, encoding: 'utf8' }).split('\n')[0]);
  assert.deepEqual(answer.body.alerts, review.alerts);
  assert.ok(codes(review.alerts).some((code) => code.endsWith('azienda.pec')), codes(review.alerts).join('; '));
});

test('a refused domanda spends neither a protocol number nor its key', async () => {
  const client = await clientOf(server, 'intermediario-2');
  const azienda = molte[59];
  const wrong = draft(azienda);
  wrong.invio.dichiarazioni = false;
  const chiave = 'chiave-usata-due-volte';
  assert.equal((await client.submit(wrong, { chiave })).status, 422);
  const before = (await client.submit(draft(azienda), { chiave })).body.ricevuta.protocollo;
  const next = (await client.submit(draft(molte[58]))).body.ricevuta.protocollo;
  assert.equal(Number(next.split('.').at(-1)), Number(before.split('.').at(-1)) + 1);
});

test('the same key and body give the same receipt; another body is a conflict', async () => {
  const client = await clientOf(server, 'intermediario-2');
  const bozza = draft(molte[0]);
  const first = await client.submit(bozza, { chiave: 'chiave-0001' });
  assert.equal(first.status, 201);
  assert.equal(first.headers.get('idempotency-replayed'), null);
  const again = await client.submit(bozza, { chiave: 'chiave-0001' });
  assert.equal(again.status, 201);
  assert.equal(again.headers.get('idempotency-replayed'), 'true');
  assert.equal(again.text, first.text);
  const other = await client.submit({ ...bozza, id: 'altra' }, { chiave: 'chiave-0001' });
  assert.equal(other.status, 409);
  assert.equal(other.body.codice, 'idempotenza.corpo_diverso');
  const rows = (await client.get(`/api/v1/domande?matricola=${molte[0].matricola}`)).body;
  assert.equal(rows.totale, 1);
  const stranger = await clientOf(server, 'datore-1');
  const own = await stranger.submit(draft(officine, { lunedi: monday(5) }), { chiave: 'chiave-0001' });
  assert.equal(own.status, 201, 'keys of different people do not meet');
});

test('twenty concurrent sendings of one domanda file it once', async () => {
  const client = await clientOf(server, 'intermediario-2');
  // Several rounds: the sendings meet at other points of the way each time (key looked up, judged, stored).
  for (let round = 0; round < 10; round += 1) {
    const body = draft(molte[1], { lunedi: monday(round), settimane: 1 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.submit(body, { chiave: `contemporanea-${round}` })));
    assert.deepEqual(answers.filter((a) => a.status !== 201).map((a) => a.text), []);
    assert.equal(new Set(answers.map((a) => a.text)).size, 1);
    assert.equal(answers.filter((a) => a.headers.get('idempotency-replayed') === null).length, 1);
    assert.equal((await client.get(`/api/v1/domande?matricola=${molte[1].matricola}`)).body.totale, round + 1);
  }
});

test('200 concurrent domande of one Sede get 200 numbers without a gap', async () => {
  const busy = await startServer();
  try {
    const client = await clientOf(busy, 'intermediario-2');
    const drafts = Array.from({ length: 200 }, (_, i) => draft(molte[i % 50], { lunedi: monday(Math.floor(i / 50)), settimane: 1 }));
    const answers = await Promise.all(drafts.map((bozza) => client.submit(bozza)));
    assert.deepEqual(answers.filter((a) => a.status !== 201).map((a) => a.text), []);
    const numbers = answers.map((a) => Number(a.body.ricevuta.protocollo.split('.').at(-1))).sort((a, b) => a - b);
    assert.deepEqual(numbers, Array.from({ length: 200 }, (_, i) => i + 1));
    const groups = (await client.get('/metrics')).text;
    assert.match(groups, /omnia_domande_invii_total\{esito="accolta"\} 200/);
    assert.ok(Number(groups.match(/omnia_db_commit_lavori_total (\d+)/)[1]) >= 200);
  } finally {
    await busy.stop();
  }
});

test('lists page through every row once, newest first, with filters', async () => {
  const db = officeDatabase();
  const office = await startServer({ db });
  try {
    const client = await clientOf(office, 'intermediario-2');
    for (let i = 0; i < 12; ++i) assert.equal((await client.submit(draft(molte[i]))).status, 201);
    const seen = [];
    let cursore = '';
    do {
      const { body } = await client.get(`/api/v1/domande?limite=5&cursore=${cursore}`);
      assert.equal(body.totale, 12);
      seen.push(...body.righe.map((row) => row.protocollo));
      cursore = body.cursore;
    } while (cursore);
    assert.deepEqual(seen, [...seen].sort().reverse());
    assert.equal(new Set(seen).size, 12);
    const total = async (query) => (await client.get(`/api/v1/domande?${query}`)).body.totale;
    assert.equal(await total('stato=protocollata'), 12);
    assert.equal(await total('stato=accolta'), 0);
    assert.equal(await total('causale=MANC_LAVORO'), 12);
    assert.equal(await total('causale=SCIOPERO'), 0);
    assert.equal(await total(`matricola=${molte[3].matricola}`), 1);
    assert.equal(await total('q=SERIE%20004'), 1);
    assert.equal(await total('q=serie'), 12);
    assert.equal(await total('q=%25'), 0, 'a percent sign is a character');
    assert.equal(await total(`q=${encodeURIComponent('.0000012')}`), 1);

    const operator = await clientOf(office, 'operatore-1');
    const work = [];
    do {
      const { body } = await operator.get(`/api/v1/domande?limite=7&cursore=${cursore}`);
      work.push(...body.righe);
      cursore = body.cursore;
    } while (cursore);
    assert.equal(work.length, 12);
    const order = work.map((row) => row.ultimo_giorno_decisione + row.protocollo.split('.').at(-1));
    assert.deepEqual(order, [...order].sort());
  } finally {
    await office.stop();
  }
});

test('positions page in order of name and are searched by name and matricola', async () => {
  const client = await clientOf(server, 'intermediario-2');
  const names = [];
  let cursore = '';
  do {
    const { body } = await client.get(`/api/v1/matricole?limite=25&cursore=${cursore}`);
    names.push(...body.righe.map((row) => row.denominazione));
    cursore = body.cursore;
  } while (cursore);
  assert.deepEqual(names, molte.map((azienda) => azienda.denominazione));
  const found = (await client.get('/api/v1/matricole?q=serie%20007')).body.righe;
  assert.deepEqual(found.map((row) => row.matricola), [molte[6].matricola]);
  assert.equal(found[0].cigo_suggerita, true);
  const shop = (await (await clientOf(server, 'datore-2')).get('/api/v1/matricole')).body.righe[0];
  assert.equal(shop.cigo_suggerita, false);
  assert.notEqual(shop.motivo, '');
  assert.equal(shop.citazione, 'Art. 49 L. 88/1989; msg. INPS 3206/2025');
  assert.equal(found[0].citazione, 'Art. 10, comma 1, lettere a)-l), D.Lgs. 148/2015');
  assert.ok(shop.testo.length > 20);
});

test('attachments come back byte for byte with their digest and name', async () => {
  const client = await clientOf(server, 'datore-1');
  const files = [
    ['relazione è utile.pdf', 'application/pdf', pdf()],
    ['foto.png', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])],
    ['foto.jpg', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 9])],
    ['elenco.csv', 'text/csv', Buffer.from('codice_fiscale;nome\nXQZ;Šarić\n')],
  ];
  const allegati = files.map(([nome, tipo, bytes]) => ({ nome, tipo, contenuto_base64: bytes.toString('base64') }));
  const sent = await client.submit(draft(officine, { lunedi: monday(7) }), { allegati });
  assert.equal(sent.status, 201, sent.text);
  const { domanda } = (await client.get(`/api/v1/domande/${sent.body.ricevuta.id}`)).body;
  assert.deepEqual(domanda.allegati, files.map(([nome, tipo, bytes], i) => ({ n: i + 1, nome, tipo, dimensione: bytes.length, impronta: sha256(bytes) })));
  for (const [i, [, tipo, bytes]] of files.entries()) {
    const answer = await client.get(`/api/v1/domande/${sent.body.ricevuta.id}/allegati/${i + 1}`);
    assert.deepEqual(answer.bytes, bytes);
    assert.equal(answer.headers.get('content-type'), tipo);
    assert.match(answer.headers.get('content-disposition'), /^attachment; filename="/);
  }
  const first = await client.get(`/api/v1/domande/${sent.body.ricevuta.id}/allegati/1`);
  assert.equal(first.headers.get('content-disposition'), "attachment; filename=\"relazione____utile.pdf\"; filename*=UTF-8''relazione%20%C3%A8%20utile.pdf");
});

test('a report that is a PDF must be among the attachments', async () => {
  const client = await clientOf(server, 'datore-1');
  const bozza = draft(officine, { lunedi: monday(11) });
  bozza.relazione = { modalita: 'pdf', pdf_nome: 'relazione.pdf', pdf_dimensione: 9, dichiarazione: true };
  bozza.indicatori = undefined;
  const report = allegatoPdf();
  for (const allegati of [undefined, [{ ...report, nome: 'altro.pdf' }]]) {
    const refused = await client.submit(bozza, { allegati });
    assert.equal(refused.status, 422);
    assert.equal(refused.body.codice, 'relazione.allegato_mancante');
    assert.equal(refused.body.detail, 'Fra gli allegati manca il PDF della relazione tecnica.');
    assert.equal(refused.body.campo, 'relazione.pdf_nome');
  }
  assert.equal((await client.submit(bozza, { allegati: [report] })).status, 201);
});

test('a document that the domanda names must come with it, byte for byte', async () => {
  const client = await clientOf(server, 'datore-1');
  const bytes = pdf();
  const bozza = draft(officine, { lunedi: monday(13) });
  bozza.allegati = [{ nome: 'verbale.pdf', tipo: 'application/pdf', categoria: 'consultazione', dimensione: bytes.length, impronta: sha256(bytes) }];
  const file = { nome: 'verbale.pdf', tipo: 'application/pdf', contenuto_base64: bytes.toString('base64') };
  const changed = { ...file, contenuto_base64: pdf({ pages: 2 }).toString('base64') };
  for (const allegati of [undefined, [changed]]) {
    const refused = await client.submit(bozza, { allegati });
    assert.equal(refused.status, 422);
    assert.equal(refused.body.codice, 'allegato.mancante');
    assert.equal(refused.body.detail, 'Fra gli allegati manca «verbale.pdf», o il suo contenuto è cambiato.');
    assert.equal(refused.body.campo, 'allegati[0].nome');
  }
  const sent = await client.submit(bozza, { allegati: [file] });
  assert.equal(sent.status, 201, sent.text);
  const { domanda } = (await client.get(`/api/v1/domande/${sent.body.ricevuta.id}`)).body;
  assert.deepEqual(domanda.bozza.allegati, bozza.allegati);
});

test('the fields of the whole form are stored as they were sent', async () => {
  const client = await clientOf(server, 'datore-1');
  const bozza = draft(officine, { lunedi: monday(16) });
  bozza.periodo.settimane[0].ore_impiegati_centesimi = 800;
  bozza.periodo.ore_giorni = [{ giorno: monday(16), ore_centesimi: 650 }];
  bozza.lavoratori.organico = { operai: 3, part_time: 1, totale: 3 };
  Object.assign(bozza.lavoratori.beneficiari[0], { ore_settimanali_centesimi: 2400, part_time_centesimi: 6000, assunzione: '2020-03-01' });
  bozza.indicatori.periodi.at(-1).ore_lavorate_centesimi = 1250000;
  bozza.indicatori.altri_periodi = [{ anno: 2026, trimestre: 3, fatturato_cent: 100 }];
  Object.assign(bozza.consultazione, { esame_richiesto: true, esame_richiesto_da: 'rsu', esame_richiesto_il: '2026-11-03' });
  const sent = await client.submit(bozza);
  assert.equal(sent.status, 201, sent.text);
  const stored = (await client.get(`/api/v1/domande/${sent.body.ricevuta.id}`)).body.domanda.bozza;
  assert.equal(stored.periodo.settimane[0].ore_impiegati_centesimi, 800);
  assert.deepEqual(stored.periodo.ore_giorni, bozza.periodo.ore_giorni);
  assert.equal(stored.lavoratori.organico.part_time, 1);
  assert.equal(stored.lavoratori.beneficiari[0].assunzione, '2020-03-01');
  assert.equal(stored.indicatori.periodi.at(-1).ore_lavorate_centesimi, 1250000);
  assert.equal(stored.indicatori.altri_periodi[0].trimestre, 3);
  assert.equal(stored.consultazione.esame_richiesto_da, 'rsu');
});

test('the same domanda sent twice with two keys is judged again with the first one on record', async () => {
  const client = await clientOf(server, 'intermediario-2');
  const bozza = draft(molte[20]);
  assert.equal((await client.submit(bozza)).status, 201);
  const second = await client.submit({ ...bozza, id: 'un-altra-bozza' });
  const alerts = second.status === 201
    ? (await client.get(`/api/v1/domande/${second.body.ricevuta.id}`)).body.domanda.esame.alerts
    : second.body.alerts;
  assert.ok(alerts.length > 0, 'the overlap is pointed out');
});
