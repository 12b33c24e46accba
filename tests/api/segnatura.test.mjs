// The segnatura informatica: XML with a seal that others verify, made once, of documents that are in the archive.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Client, clientOf } from '../lib/client.mjs';
import { matricola, personCode } from '../lib/codes.mjs';
import { draft, flow, identita, officine, uniemens } from '../lib/office.mjs';
import { allegatoPdf, inspect } from '../lib/pdf.mjs';
import { freePort, keyPair, providersFile, startProvider, throughProvider } from '../lib/provider.mjs';
import { documents, makeSeal, text, verify } from '../lib/segnatura.mjs';
import { cli, officeDatabase, scratch, serverProgram, startServer } from '../lib/server.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const demoSeal = (server) => `${server.db}.sigillo-dimostrativo.pem`;

async function withServer(options, work) {
  const server = await startServer(options);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function file(client, azienda, options) {
  const answer = await client.submit(draft(azienda, options), { allegati: [allegatoPdf('relazione & «note».pdf')] });
  assert.equal(answer.status, 201, answer.text);
  return answer.body.ricevuta;
}
// A provider of identities through which datore-1 comes in to a server that is no demonstration.
async function ownProvider() {
  const returnTo = `http://127.0.0.1:${await freePort()}/api/v1/ritorno`;
  const client = keyPair('omnia-1');
  const provider = await startProvider({ returnTo, client });
  const { codice_fiscale } = identita.find((one) => one.id === 'datore-1');
  provider.person = { fiscalNumber: `TINIT-${codice_fiscale}`, given_name: 'Ada', family_name: 'Xqzetti' };
  const providers = providersFile(new URL(returnTo).origin, [{ id: 'spid', nome: 'SPID', issuer: provider.issuer, client }]);
  return { returnTo, stop: provider.stop, args: ['--identita', providers] };
}
const seal = async (client, id, rest = 'segnatura.xml') => {
  const answer = await client.get(`/api/v1/domande/${id}/${rest}`);
  assert.equal(answer.status, 200, answer.text);
  return answer;
};

for (const [name, algorithm, uri] of [
  ['RSA', ['rsa:3072'], 'rsa-sha256'],
  ['EC on P-256', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'ecdsa-sha256'],
  ['EC on P-521', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-521'], 'ecdsa-sha256'],
]) {
  test(`a domanda has a segnatura that xmlsec1 verifies with the certificate of the seal: ${name}`, async () => {
    const { certificato, args } = makeSeal({ algorithm });
    await withServer({ args }, async (server) => {
      const client = await clientOf(server, 'datore-1');
      const { id, impronta } = await file(client, officine);
      assert.equal((await client.get(`/api/v1/domande/${id}`)).body.domanda.segnatura, true);
      const answer = await seal(client, id);
      assert.equal(answer.headers.get('content-type'), 'application/xml');
      assert.match(answer.headers.get('content-disposition'), /^attachment; filename="segnatura-INPS\.4900\.24-11-2026\.0000001\.xml"/);
      const verdict = verify(answer.bytes, certificato);
      assert.ok(verdict.ok, verdict.said);
      assert.match(answer.text, new RegExp(`SignatureMethod Algorithm="http://www\\.w3\\.org/2001/04/xmldsig-more#${uri}"`));
      assert.ok(!verify(answer.bytes, makeSeal().certificato).ok, 'another certificate is not that of the seal');
      // What was registered: its bytes are to be had, and every digest is that of the bytes.
      const registered = await client.get(`/api/v1/domande/${id}/domanda.json`);
      const attached = await client.get(`/api/v1/domande/${id}/allegati/1`);
      assert.equal(sha256(registered.bytes), impronta);
      assert.deepEqual(documents(answer.text), [
        ['DocumentoPrimario', 'domanda-INPS.4900.24-11-2026.0000001.json', 'application/json', impronta],
        ['Allegato', 'relazione &amp; «note».pdf', 'application/pdf', sha256(attached.bytes)],
      ]);
      for (const [path, wanted] of [
        ['Intestazione/Identificatore/CodiceAmministrazione', 'inps'], ['Intestazione/Identificatore/CodiceAOO', '4900'],
        ['Intestazione/Identificatore/NumeroRegistrazione', '0000001'], ['Intestazione/Identificatore/DataRegistrazione', '2026-11-24'],
        ['Intestazione/Oggetto', `Domanda di integrazione salariale ordinaria, matricola ${officine.matricola}`],
        ['Mittente/PersonaGiuridica/Denominazione', 'OFFICINE IMMAGINARIE SRL'], ['Mittente/PersonaGiuridica/PIVAoCF', officine.codice_fiscale],
        ['Destinatario/Amministrazione/CodiceIPAAOO', '4900'],
      ]) assert.equal(text(answer.text, path), wanted, path);
      assert.match(text(answer.text, 'Intestazione/Identificatore/OraRegistrazione'), /^\d\d:\d\d:\d\d\+01:00$/);
      assert.match(text(answer.text, 'SigningTime'), /^2026-11-24T\d\d:\d\d:\d\d\+01:00$/);
      assert.ok(!answer.text.includes('CollocazioneTelematica') && !answer.text.includes('<prot:CAP>'));
    });
  });
}

test('a changed byte breaks the seal, wherever it is', async () => {
  const { certificato, args } = makeSeal();
  await withServer({ args }, async (server) => {
    const client = await clientOf(server, 'datore-1');
    const xml = (await seal(client, (await file(client, officine)).id)).text;
    const digest = /algoritmo="SHA-256">([^<]+)</.exec(xml)[1];
    const time = text(xml, 'SigningTime');
    const serial = text(xml, 'IssuerSerialV2');
    for (const [from, to] of [
      ['0000001</prot:Numero', '0000002</prot:Numero'], ['IMMAGINARIE', 'IMMAGINARIA'], [digest, `${digest.startsWith('A') ? 'B' : 'A'}${digest.slice(1)}`],
      [time, time.replace('2026', '2025')], [serial, `${serial.slice(0, -5)}AAAA=`], ['prot:lang="it"', 'prot:lang="de"'], ['</prot:Descrizione>', ' </prot:Descrizione>'],
    ]) {
      const changed = xml.replace(from, to);
      assert.notEqual(changed, xml, from);
      assert.ok(!verify(changed, certificato).ok, `${from} -> ${to}`);
    }
    assert.ok(verify(xml, certificato).ok);
  });
});

test('an act has its own, which refers to the domanda and holds the digest of the PDF', async () => {
  const { certificato, args } = makeSeal();
  await withServer({ args }, async (server) => {
    const [datore, operatore, direttore] = await Promise.all(['datore-1', 'operatore-1', 'direttore-1'].map((who) => clientOf(server, who)));
    const { id } = await file(datore, officine, { lunedi: '2027-06-07', settimane: 1 });
    const step = async (who, rest, json) => {
      const answer = await who.request('POST', `/api/v1/domande/${id}/${rest}`, { json });
      assert.ok(answer.status < 300, answer.text);
    };
    await step(operatore, 'assegnazione', {});
    const { tipo, dal, al, ore_centesimi, esclusioni } = (await operatore.get(`/api/v1/domande/${id}/istruttoria`)).body.istruttoria.proposta;
    const motivazione = { fatti: 'Fatti.', documenti: 'Documenti.', norma: 'Norma.', conclusione: 'Conclusione.' };
    await step(operatore, 'provvedimenti', { tipo, dal, al, ore_centesimi, esclusioni, motivazione });
    await step(direttore, 'provvedimenti/1/firma', {});
    const answer = await seal(datore, id, 'provvedimenti/1/segnatura.xml');
    const pdf = await datore.get(`/api/v1/domande/${id}/provvedimenti/1/atto.pdf`);
    assert.ok(verify(answer.bytes, certificato).ok);
    assert.deepEqual(documents(answer.text).map(([tag, , type, digest]) => [tag, type, digest]), [['DocumentoPrimario', 'application/pdf', sha256(pdf.bytes)]]);
    assert.equal(text(answer.text, 'Intestazione/Identificatore/NumeroRegistrazione'), '0000002');
    assert.equal(text(answer.text, 'Riferimenti/Identificatore/NumeroRegistrazione'), '0000001');
    assert.equal(text(answer.text, 'Mittente/Amministrazione/CodiceIPAAOO'), '4900');
    assert.equal(text(answer.text, 'Destinatario/PersonaGiuridica/PIVAoCF'), officine.codice_fiscale);
  });
});

test('a request of missing elements is a letter with its own segnatura, for the office and for the applicant', async () => {
  const { certificato, args } = makeSeal();
  await withServer({ args }, async (server) => {
    const [datore, operatore] = await Promise.all(['datore-1', 'operatore-1'].map((who) => clientOf(server, who)));
    const { id } = await file(datore, officine, { lunedi: '2027-06-07', settimane: 1 });
    const step = async (rest, json) => {
      const answer = await operatore.request('POST', `/api/v1/domande/${id}/${rest}`, { json });
      assert.ok(answer.status < 300, answer.text);
      return answer.body.istruttoria;
    };
    await step('assegnazione', {});
    const [richiesta] = (await step('richieste', { elementi: ['Bilancio 2025', 'Ordini <rinviati> & «disdetti»'], testo: 'Serve il confronto.', canale: 'pec', sospende: true })).richieste;
    assert.equal(richiesta.segnatura, true);
    const pdf = await datore.get(`/api/v1/domande/${id}/richieste/1/richiesta.pdf`);
    assert.equal(pdf.status, 200, pdf.text);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
    assert.equal(pdf.headers.get('content-disposition'), 'attachment; filename="richiesta-INPS.4900.24-11-2026.0000002.pdf"');
    assert.equal(sha256(pdf.bytes), richiesta.documento);
    const read = inspect(pdf.bytes);
    assert.match(read.info, /^Title: +Richiesta di integrazione INPS\.4900\.24\/11\/2026\.0000002$/m);
    assert.match(read.info, /^Tagged: +yes$/m);
    const words = read.text.replaceAll(/\s+/g, ' ');
    for (const one of ['Protocollo INPS.4900.24/11/2026.0000002', 'Data 24/11/2026', `OFFICINE IMMAGINARIE SRL (codice fiscale ${officine.codice_fiscale})`, 'INPS.4900.24/11/2026.0000001 del 24/11/2026',
      'Bilancio 2025', 'Ordini <rinviati> & «disdetti»', 'Serve il confronto.', 'Il termine per rispondere è di 15 giorni dalla consegna (art. 11 c. 2 D.M. 95442/2016).',
      'la domanda può essere respinta per mancanza di elementi', 'Una risposta tardiva vale ancora', 'per 30 giorni al massimo', 'Responsabile del procedimento EVA XQZELLI']) assert.ok(words.includes(one), `${one} in ${words}`);
    const answer = await seal(datore, id, 'richieste/1/segnatura.xml');
    assert.equal((await seal(operatore, id, 'richieste/1/segnatura.xml')).text, answer.text);
    const verdict = verify(answer.bytes, certificato);
    assert.ok(verdict.ok, verdict.said);
    assert.deepEqual(documents(answer.text), [['DocumentoPrimario', 'richiesta-INPS.4900.24-11-2026.0000002.pdf', 'application/pdf', sha256(pdf.bytes)]]);
    for (const [path, wanted] of [
      ['Intestazione/Identificatore/NumeroRegistrazione', '0000002'], ['Intestazione/Oggetto', 'Richiesta di integrazione per la domanda INPS.4900.24/11/2026.0000001'],
      ['Riferimenti/Identificatore/NumeroRegistrazione', '0000001'], ['Mittente/Amministrazione/CodiceIPAAOO', '4900'], ['Destinatario/PersonaGiuridica/PIVAoCF', officine.codice_fiscale],
    ]) assert.equal(text(answer.text, path), wanted, path);
    assert.equal((await datore.get(`/api/v1/domande/${id}`)).body.domanda.pratica.richieste[0].documento, richiesta.documento);
    // An e-mail does not start the term: its letter speaks of none.
    await step('richieste', { elementi: ['Altro'], canale: 'email' });
    const mail = inspect((await operatore.get(`/api/v1/domande/${id}/richieste/2/richiesta.pdf`)).bytes).text.replaceAll(/\s+/g, ' ');
    assert.ok(mail.includes('La posta elettronica non prova la consegna: il termine per rispondere non parte.') && !mail.includes('15 giorni') && !mail.includes('respinta') && !mail.includes('sospende'), mail);
    assert.match(cli('verify', '--db', server.db), /^Archivio integro: 1 domande, 3 protocolli, 3 contenuti\.\nUltima/);
  });
});

test('a sole trader is a PersonaFisica, with the names that the codice fiscale has in it', async () => {
  const trader = { ...officine, matricola: matricola(49, 770500), codice_fiscale: personCode(555), denominazione: 'OFFICINA XQUHI DI XQUHI WEHAHO', lavoratori: [{ codice_fiscale: personCode(5), cognome: 'XQZ', nome: 'PROVA' }] };
  const folder = scratch('ditta');
  mkdirSync(folder);
  const db = officeDatabase();
  const write = (name, ...lines) => writeFileSync(join(folder, name), lines.join('\n') + '\n');
  write('aziende.csv', 'matricola;codice_fiscale;denominazione;csc;stato;dal;sede;pec', [trader.matricola, trader.codice_fiscale, trader.denominazione, '10601', 'attiva', '2015-01-01', '4900', trader.pec].join(';'));
  write('unita_produttive.csv', 'matricola;progressivo;tipo;denominazione;comune;provincia;dal;giorni_settimana', [trader.matricola, 0, 'sede', 'Sede', 'SAVONA', 'SV', '2015-01-01', 5].join(';'));
  write('identita.csv', 'id;codice_fiscale;cognome;nome;ruolo;sede;azienda_cf;supervisore',
    `datore-9;${personCode(799)};XQZ;ADA;datore;;${trader.codice_fiscale};`, `datore-10;${trader.codice_fiscale};XQUHI;WEHAHO MARIA;datore;;${trader.codice_fiscale};`);
  for (const month of ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']) write(`uniemens-${month}.xml`, flow(uniemens(trader, month)));
  cli('import', '--db', db, folder);
  await withServer({ db }, async (server) => {
    const client = await clientOf(server, 'datore-9');
    const xml = (await seal(client, (await file(client, trader)).id)).text;
    assert.equal(text(xml, 'Mittente/PersonaFisica/Cognome'), 'XQUHI');
    assert.equal(text(xml, 'Mittente/PersonaFisica/Nome'), 'WEHAHO');
    assert.equal(text(xml, 'Mittente/PersonaFisica/CodiceFiscale'), trader.codice_fiscale);
    assert.ok(!xml.includes('PersonaGiuridica'));
    // Who files for his own firm has the names of his login.
    const owner = await clientOf(server, 'datore-10');
    const own = (await seal(owner, (await file(owner, trader, { lunedi: '2026-12-14' })).id)).text;
    assert.equal(text(own, 'Mittente/PersonaFisica/Nome'), 'WEHAHO MARIA');
  });
});

test('the demonstration has a seal of its own, which says so, for the owner alone; it is the same after a restart, and so is what it sealed', async () => {
  const db = officeDatabase();
  let id;
  const first = await withServer({ db }, async (server) => {
    assert.equal(statSync(demoSeal(server)).mode & 0o777, 0o600);
    const client = await clientOf(server, 'datore-1');
    ({ id } = await file(client, officine));
    return (await seal(client, id)).text;
  });
  assert.ok(verify(first, `${db}.sigillo-dimostrativo.pem`).ok);
  const before = readFileSync(`${db}.sigillo-dimostrativo.pem`, 'utf8');
  await withServer({ db, oggi: '2026-11-25' }, async (server) => {
    assert.match(server.log, /sigillo elettronico: CN=Sigillo dimostrativo\\\\?, senza valore legale/);
    assert.equal(readFileSync(demoSeal(server), 'utf8'), before);
    assert.equal((await seal(await clientOf(server, 'datore-1'), id)).text, first);
  });
  // Nor does another seal seal it again.
  await withServer({ db, oggi: '2026-11-25', args: makeSeal().args }, async (server) => {
    assert.equal((await seal(await clientOf(server, 'datore-1'), id)).text, first);
  });
  assert.match(cli('verify', '--db', db), /^Archivio integro: 1 domande, 1 protocolli/);
});

test('without a seal the answer says why there is no XML; with one, what came before it is sealed once', async () => {
  const db = officeDatabase();
  const list = scratch('domande.csv');
  writeFileSync(list, 'protocollo;data_invio;matricola;unita_produttiva;causale;dal;al;ore;lavoratori\n' +
    `INPS.4900.30/10/2026.0001234;2026-10-30;${officine.matricola};0;MANC_LAVORO;2026-11-23;2026-12-06;80;1\n`);
  cli('import-legacy', '--db', db, '--oggi', '2026-11-20', list);
  const { stop, returnTo, args } = await ownProvider();
  const port = Number(new URL(returnTo).port);
  let id;
  let filed;
  const then = ['--codice-ipa', 'ente_prima', '--codice-registro', 'PROT-{sede}', '--classifica', '07.02'];
  await withServer({ db, demo: false, port, args: [...args, ...then] }, async (server) => {
    assert.match(server.log, /nessun sigillo elettronico/);
    assert.ok(!existsSync(demoSeal(server)));
    const client = new Client(server);
    const there = (await client.get('/api/v1/accesso/spid')).headers.get('location');
    const back = new URL(await throughProvider(there));
    await client.get(back.pathname + back.search);
    client.csrf = (await client.get('/api/v1/sessione')).body.csrf;
    id = (await client.get('/api/v1/domande')).body.righe[0].id;
    filed = (await file(client, officine, { lunedi: '2027-01-11' })).id;
    for (const one of [id, filed]) {
      const answer = await client.get(`/api/v1/domande/${one}/segnatura.xml`);
      assert.equal(answer.status, 409, answer.text);
      assert.equal(answer.body.codice, 'segnatura.sigillo_assente');
      assert.equal((await client.get(`/api/v1/domande/${one}`)).body.domanda.segnatura, false);
      assert.equal(answer.body.detail, 'Il servizio non ha un sigillo elettronico: la segnatura informatica non si può fare.');
      assert.equal((await client.get(`/api/v1/domande/${one}/ricevuta.pdf`)).status, 200);
    }
  });
  await stop();
  assert.match(cli('verify', '--db', db), /^Archivio integro: .*\nSenza segnatura informatica: 2 fra domande, richieste di integrazione e provvedimenti firmati; con un sigillo si fa quando qualcuno la chiede, tranne/);
  await withServer({ db }, async (server) => {
    assert.match(server.log, /"evento":"domande, richieste e provvedimenti senza segnatura informatica: 2"/);
    const clients = await Promise.all(['datore-1', 'operatore-1', 'direttore-1'].map((who) => clientOf(server, who)));
    const seals = await Promise.all(clients.map(async (client) => (await seal(client, id)).text));
    assert.equal(new Set(seals).size, 1, 'three at once, one seal');
    assert.ok(verify(seals[0], demoSeal(server)).ok);
    assert.equal(text(seals[0], 'PrimaRegistrazione/NumeroRegistrazione'), '0001234');
    assert.equal(text(seals[0], 'PrimaRegistrazione/DataRegistrazione'), '2026-10-30');
    assert.equal(text(seals[0], 'Intestazione/Identificatore/CodiceAmministrazione'), 'inps', 'registered before any codes were said: those of today');
    const late = await seal(clients[0], filed);
    assert.ok(verify(late.bytes, demoSeal(server)).ok);
    assert.deepEqual(['Intestazione/Identificatore/CodiceAmministrazione', 'Intestazione/Identificatore/CodiceRegistro', 'Intestazione/Classifica/CodiceFlat']
      .map((path) => text(late.text, path)), ['ente_prima', 'PROT-4900', '07.02'], 'the codes of the day of the registration');
  });
  assert.match(cli('verify', '--db', db), /^Archivio integro: 2 domande, 2 protocolli.*\nUltima modifica/);
});

test('the codes of the office are settings; what was sealed keeps those of its day, and who refers to it gives the same', async () => {
  const db = officeDatabase();
  let id;
  await withServer({ db }, async (server) => {
    ({ id } = await file(await clientOf(server, 'datore-1'), officine, { lunedi: '2027-06-07', settimane: 1 }));
  });
  const args = ['--codice-ipa', 'ente_prova', '--codice-aoo', 'AOO1', '--codice-registro', 'PROT-{sede}', '--classifica', '07.02', '--classifica-voce', 'Integrazioni & sussidi'];
  await withServer({ db, args }, async (server) => {
    const [datore, operatore, direttore] = await Promise.all(['datore-1', 'operatore-1', 'direttore-1'].map((who) => clientOf(server, who)));
    const before = (await seal(datore, id)).text;
    assert.equal(text(before, 'Intestazione/Identificatore/CodiceAmministrazione'), 'inps');
    for (const [who, rest, json] of [[operatore, 'assegnazione', {}], [operatore, 'provvedimenti', undefined], [direttore, 'provvedimenti/1/firma', {}]]) {
      let body = json;
      if (!body) {
        const { tipo, dal, al, ore_centesimi, esclusioni } = (await operatore.get(`/api/v1/domande/${id}/istruttoria`)).body.istruttoria.proposta;
        body = { tipo, dal, al, ore_centesimi, esclusioni, motivazione: { fatti: 'Fatti.', documenti: 'Documenti.', norma: 'Norma.', conclusione: 'Conclusione.' } };
      }
      const answer = await who.request('POST', `/api/v1/domande/${id}/${rest}`, { json: body });
      assert.ok(answer.status < 300, answer.text);
    }
    const xml = (await seal(datore, id, 'provvedimenti/1/segnatura.xml')).text;
    assert.ok(verify(xml, demoSeal(server)).ok);
    for (const [path, wanted] of [
      ['Intestazione/Identificatore/CodiceAmministrazione', 'ente_prova'], ['Intestazione/Identificatore/CodiceAOO', 'AOO1'],
      ['Intestazione/Identificatore/CodiceRegistro', 'PROT-4900'], ['Intestazione/Classifica/CodiceFlat', '07.02'],
      ['Intestazione/Classifica/Denominazione', 'Integrazioni &amp; sussidi'], ['Mittente/Amministrazione/CodiceIPAAOO', 'AOO1'],
      ['Mittente/Amministrazione/CodiceIPAAmministrazione', 'ente_prova'],
      ['Riferimenti/Identificatore/CodiceAmministrazione', 'inps'], ['Riferimenti/Identificatore/CodiceAOO', '4900'],
      ['Riferimenti/Identificatore/CodiceRegistro', 'PROTOCOLLO'], ['Riferimenti/Classifica/CodiceFlat', 'CIGO'],
    ]) assert.equal(text(xml, path), wanted, path);
  });
  const refused = spawnSync(serverProgram, ['--db', db, '--port', '0', '--demo', '--codice-aoo', 'AOO1'], { encoding: 'utf8', timeout: 20_000 });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /Né --codice-aoo né --codice-registro contengono \{sede\}/);
});

test('a seal that cannot seal is told at the start, with what to do', () => {
  const good = makeSeal();
  const start = (args) => spawnSync(serverProgram, ['--db', officeDatabase(), '--port', '0', '--demo', ...args], { encoding: 'utf8', timeout: 20_000 });
  const refused = (args, message) => {
    const { status, stderr } = start(args);
    assert.equal(status, 1, stderr);
    assert.match(stderr, message);
  };
  const pair = (chiave, certificato) => ['--sigillo-chiave', chiave, '--sigillo-certificato', certificato];
  refused(['--sigillo-chiave', good.chiave], /Il sigillo vuole due file: indica insieme --sigillo-chiave e --sigillo-certificato\./);
  refused(pair(good.chiave, makeSeal().certificato), /La chiave «.*» non è quella del certificato «.*»: indica i due file dello stesso sigillo\./);
  refused(makeSeal({ expired: true }).args, /Il certificato del sigillo «.*» è scaduto: rinnovalo\./);
  refused(makeSeal({ usage: 'keyEncipherment' }).args, /non è per firmare \(keyUsage\): indica quello del sigillo\./);
  refused(makeSeal({ algorithm: ['rsa:1024'] }).args, /non è RSA di almeno 2048 bit né EC: indica un’altra chiave\./);
  refused(makeSeal({ algorithm: ['ed25519'] }).args, /non è RSA di almeno 2048 bit né EC: indica un’altra chiave\./);
  refused(pair(good.certificato, good.certificato), /La chiave del sigillo «.*» (non è una chiave privata PEM senza frase segreta|è leggibile da altri)/);
  refused(pair('/non/esiste', good.certificato), /La chiave del sigillo «\/non\/esiste» non si legge: controlla che il file esista/);
  refused(pair(good.chiave, good.chiave), /Nel file «.*» non c’è un certificato PEM: indica quello del sigillo\./);
  chmodSync(good.chiave, 0o640);
  refused(good.args, /La chiave del sigillo «.*» è leggibile da altri: esegui chmod 600 sul file\./);
});
