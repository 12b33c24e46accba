// What a careless or hostile sender may send: each input gets its refusal, and after each the server still serves.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { after, afterEach, before, test } from 'node:test';
import { Client, clientOf } from '../lib/client.mjs';
import { costruzioni, draft, flow, fonderia, negozio, officine, uniemens } from '../lib/office.mjs';
import { pdf } from '../lib/pdf.mjs';
import { raw } from '../lib/raw.mjs';
import { startServer } from '../lib/server.mjs';

let server;
let datore;
let intermediario;
let foreignDomanda;
before(async () => {
  server = await startServer();
  datore = await clientOf(server, 'datore-1');
  intermediario = await clientOf(server, 'intermediario-1');
  foreignDomanda = (await intermediario.submit(draft(costruzioni))).body.ricevuta.id;
});
after(async () => { await server.stop(); });
afterEach(async () => {
  const health = await new Client(server).get('/healthz');
  assert.equal(health.status, 200, 'the server no longer serves');
  assert.equal((await datore.get('/api/v1/domande')).body.totale, 0, 'a refused input has left a domanda');
});

function refused(answer, status, codice) {
  assert.equal(`${answer.status} ${answer.body?.codice}`, `${status} ${codice}`, (answer.text ?? '').slice(0, 800));
  assert.ok(answer.body.detail.length > 10 && /[.!]$/.test(answer.body.detail), answer.body.detail);
  assert.doesNotMatch(answer.body.detail, /exception|std::|sqlite|nlohmann|parse_error|constraint/i);
}

let key = 0;
const headers = (more = {}) => ({ 'idempotency-key': `malformata-${++key}`, ...more });
const send = (text, more) => datore.request('POST', '/api/v1/domande', { text, headers: headers(more) });
const sendDraft = (change, rest = {}) => {
  const bozza = draft(officine);
  change(bozza);
  return datore.submit(bozza, rest);
};
const sendXml = (text, type = 'application/xml') => datore.request('POST', '/api/v1/uniemens', { text, type });
const allegato = (more) => ({ nome: 'file.pdf', tipo: 'application/pdf', contenuto_base64: pdf().toString('base64'), ...more });
const head = (method, path, more = []) =>
  [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${server.port}`, `Cookie: ${datore.cookie}`, `X-CSRF-Token: ${datore.csrf}`, `Idempotency-Key: malformata-${++key}`,
    ...more, '', ''].join('\r\n');
const JSON_TYPE = 'Content-Type: application/json';
const alertCodes = (answer) => answer.body.alerts.filter((a) => a.gravita === 'errore').map((a) => a.campo);

// --- the text of the JSON
const JSON_INPUTS = {
  'truncated JSON': ['{"bozza":{"azienda":{"matri', 400, 'json.sintassi'],
  'no JSON at all': ['ciao', 400, 'json.sintassi'],
  'two JSON values': ['{"bozza":{}}{}', 400, 'json.sintassi'],
  'a body of one space': [' ', 400, 'json.sintassi'],
  'a number too large for any type': ['{"bozza":{"versione":1e999}}', 400, 'json.sintassi'],
  'invalid UTF-8': [Buffer.concat([Buffer.from('{"bozza":{"id":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}}')]), 400, 'json.sintassi'],
  'an overlong UTF-8 sequence': [Buffer.concat([Buffer.from('{"bozza":{"id":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}}')]), 400, 'json.sintassi'],
  'a NUL in a text': ['{"bozza":{"id":"a\\u0000b"}}', 400, 'json.carattere_nullo'],
  'a NUL byte': [Buffer.from('{"bozza":{}}\0'), 400, 'json.carattere_nullo'],
  'a lone surrogate': ['{"bozza":{"id":"\\ud800"}}', 400, 'json.sintassi'],
  'a duplicate key': ['{"bozza":{"id":"a","id":"b"}}', 400, 'json.chiave_doppia'],
  'a duplicate key at the top': ['{"bozza":{},"bozza":{}}', 400, 'json.chiave_doppia'],
  'JSON 100,000 levels deep': ['['.repeat(100000), 400, 'json.annidamento'],
  'objects 1,000 levels deep': ['{"a":'.repeat(1000) + '1' + '}'.repeat(1000), 400, 'json.annidamento'],
  'a list in place of the object': ['[]', 422, 'json.oggetto'],
  'no bozza': ['{"allegati":[]}', 422, 'json.campo'],
  'a bozza that is a text': ['{"bozza":"tutto"}', 422, 'json.campo'],
  'a number where a text belongs': ['{"bozza":{"azienda":{"denominazione":7}}}', 422, 'json.campo'],
  'a text where a number belongs': ['{"bozza":{"azienda":{"dipendenti_medi_centesimi":"molti"}}}', 422, 'json.campo'],
  'a huge number': [`{"bozza":{"pagamento":{"rimanenze_cent":${'9'.repeat(30)}}}}`, 422, 'json.campo'],
  'a fraction where an integer belongs': ['{"bozza":{"unita_produttiva":{"progressivo":1.5}}}', 422, 'json.campo'],
  'an unknown version': ['{"bozza":{"versione":99}}', 422, 'json.campo'],
  'a date that does not exist': ['{"bozza":{"periodo":{"giorni_evento":["2026-02-30"]}}}', 422, 'json.campo'],
  'avvisi_accettati of numbers': [JSON.stringify({ bozza: { azienda: { matricola: '4977000117' } }, avvisi_accettati: [1] }), 422, 'json.campo'],
  'avvisi_accettati without its reason': [JSON.stringify({ bozza: { azienda: { matricola: '4977000117' } }, avvisi_accettati: [{ codice: 'A-TER-01' }] }), 422, 'json.campo'],
};
for (const [what, [text, status, codice]] of Object.entries(JSON_INPUTS)) test(`POST /domande: ${what}`, async () => refused(await send(text), status, codice));

// --- the draft
test('a draft without matricola', async () => refused(await sendDraft((b) => { delete b.azienda.matricola; }), 422, 'matricola.assente'));
test('a bad matricola', async () => {
  const answer = await sendDraft((b) => { b.azienda.matricola = { testo: '49770001' }; });
  assert.equal(answer.status, 422);
  assert.match(answer.body.codice, /^matricola\./);
  assert.equal(answer.body.campo, 'azienda.matricola');
});
test("another company's matricola", async () => refused(await sendDraft((b) => { b.azienda.matricola = negozio.matricola; }), 404, 'matricola.non_trovata'));
test('SQL in the matricola', async () => {
  const answer = await sendDraft((b) => { b.azienda.matricola = "4977000117' OR '1'='1"; });
  assert.equal(answer.status, 422);
  assert.match(answer.body.codice, /^(matricola|json)\./);
});
test('a codice fiscale with a wrong check character', async () => {
  const good = officine.lavoratori[0].codice_fiscale;
  const bad = good.slice(0, 15) + (good[15] === 'A' ? 'B' : 'A');
  const answer = await sendDraft((b) => { b.lavoratori.beneficiari[0].codice_fiscale = { testo: bad }; });
  refused(answer, 422, 'domanda.errori');
  assert.ok(alertCodes(answer).some((campo) => campo.startsWith('lavoratori.beneficiari[0]')), alertCodes(answer).join());
});
test('a bad PEC, a bad date and no declarations together', async () => {
  const answer = await sendDraft((b) => {
    b.azienda.pec = { testo: 'nessuna' };
    b.periodo.data_inizio_effettivo = { testo: '31/02/2026' };
    b.invio.dichiarazioni = false;
  });
  refused(answer, 422, 'domanda.errori');
  const fields = alertCodes(answer);
  for (const campo of ['azienda.pec', 'periodo.data_inizio_effettivo', 'invio.dichiarazioni']) assert.ok(fields.includes(campo), `${campo} in ${fields}`);
});
test('an expired delegation', async () => refused(await intermediario.submit(draft(fonderia)), 404, 'matricola.non_trovata'));

// --- the key
test('no idempotency key', async () => refused(await datore.request('POST', '/api/v1/domande', { json: { bozza: draft(officine) } }), 400, 'idempotenza.chiave_assente'));
test('a short idempotency key', async () => refused(await datore.submit(draft(officine), { chiave: 'corta' }), 400, 'idempotenza.chiave_non_valida'));
test('a long idempotency key', async () => refused(await datore.submit(draft(officine), { chiave: 'x'.repeat(101) }), 400, 'idempotenza.chiave_non_valida'));
test('SQL in the idempotency key', async () => refused(await datore.submit(draft(officine), { chiave: "x'; DROP TABLE domande;--" }), 400, 'idempotenza.chiave_non_valida'));
test('a replayed key with another body', async () => {
  const chiave = 'gia-usata-prima';
  assert.equal((await intermediario.submit(draft(costruzioni, { lunedi: '2026-12-07' }), { chiave })).status, 201);
  refused(await intermediario.submit(draft(costruzioni, { lunedi: '2026-12-21' }), { chiave }), 409, 'idempotenza.corpo_diverso');
});

// --- attachments
const ATTACHMENTS = {
  'an attachment that is no PDF': [[allegato({ contenuto_base64: Buffer.from('MZ\x90\x00').toString('base64') })], 'allegato.tipo'],
  'a PDF that calls itself an image': [[allegato({ tipo: 'image/png' })], 'allegato.tipo'],
  'a page that calls itself a text': [[allegato({ tipo: 'text/html', contenuto_base64: Buffer.from('<script>').toString('base64') })], 'allegato.tipo'],
  'a text with control characters': [[allegato({ tipo: 'text/plain', contenuto_base64: Buffer.from('a\x00b').toString('base64') })], 'allegato.tipo'],
  'broken base64': [[allegato({ contenuto_base64: 'non è base64!' })], 'allegato.base64'],
  'base64 without padding': [[allegato({ contenuto_base64: 'JVBERi0xLjc' })], 'allegato.base64'],
  'an empty attachment': [[allegato({ contenuto_base64: '' })], 'allegato.dimensione'],
  'an attachment of 6 MiB': [[allegato({ contenuto_base64: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(6 * 1024 * 1024)]).toString('base64') })], 'allegato.dimensione'],
  'eleven attachments': [Array.from({ length: 11 }, () => allegato()), 'allegato.numero'],
  'an attachment with a path for a name': [[allegato({ nome: '../../etc/passwd' })], 'allegato.nome'],
  'an attachment whose name splits a header': [[allegato({ nome: 'a"\r\nX: b.pdf' })], 'allegato.nome'],
  'an attachment without content': [[{ nome: 'a.pdf', tipo: 'application/pdf' }], 'allegato.forma'],
  'attachments that are no list': [{}, 'allegato.forma'],
};
for (const [what, [allegati, codice]] of Object.entries(ATTACHMENTS)) {
  test(what, async () => {
    const answer = await datore.submit(draft(officine), { allegati });
    refused(answer, 422, codice);
    assert.match(answer.body.campo, /^allegati/);
  });
}

// --- UniEmens
test('XML that is not well formed', async () => refused(await sendXml('<DenunceMensili><Azienda></DenunceMensili>'), 422, 'xml.sintassi'));
test('XML cut in the middle', async () => refused(await sendXml(flow(uniemens(officine, '2026-11')).slice(0, 300)), 422, 'xml.sintassi'));
test('XML of something else', async () => refused(await sendXml('<fattura/>'), 422, 'xml.radice'));
test('an empty XML body', async () => {
  const answer = await sendXml(' ');
  assert.equal(answer.status, 422);
  assert.match(answer.body.codice, /^xml\./);
});
test('XML with a DTD', async () => refused(await sendXml('<?xml version="1.0"?><!DOCTYPE DenunceMensili [<!ELEMENT a ANY>]><DenunceMensili/>'), 422, 'xml.dtd'));
test('XML that reads a file of the server', async () => {
  const answer = await sendXml('<?xml version="1.0"?><!DOCTYPE D [<!ENTITY e SYSTEM "file:///etc/passwd">]><DenunceMensili>&e;</DenunceMensili>');
  refused(answer, 422, 'xml.dtd');
  assert.ok(!answer.text.includes('root:'));
});
test('billion laughs', async () => {
  const lines = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('');
  const begun = Date.now();
  refused(await sendXml(`<?xml version="1.0"?><!DOCTYPE D [<!ENTITY a0 "ha">${lines}]><DenunceMensili>&a9;</DenunceMensili>`), 422, 'xml.dtd');
  assert.ok(Date.now() - begun < 1000);
});
test('XML in another encoding than it says', async () => {
  const answer = await sendXml(Buffer.concat([Buffer.from('<?xml version="1.0" encoding="UTF-8"?><DenunceMensili><Azienda><RagSocAzienda>'), Buffer.from([0xe8, 0xff]), Buffer.from('</RagSocAzienda></Azienda></DenunceMensili>')]));
  assert.equal(answer.status, 422);
  assert.match(answer.body.codice, /^xml\./);
});
test("UniEmens of another company's matricola", async () => refused(await sendXml(flow(uniemens(negozio, '2026-11'))), 422, 'uniemens.non_ammessa'));
test('UniEmens sent as JSON', async () => refused(await sendXml('{}', 'application/json'), 415, 'corpo.tipo'));

// --- HTTP: types, sizes, framing
test('a domanda sent as a form', async () => refused(await send('bozza=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'corpo.tipo'));
test('a domanda sent as multipart', async () => refused(await send('--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }), 415, 'corpo.tipo'));
test('a compressed body', async () => refused(await send('x', { 'content-encoding': 'gzip' }), 415, 'corpo.codifica'));
test('a login body over 1 MiB', async () => refused(await new Client(server).request('POST', '/api/v1/sessione', { text: `"${'x'.repeat(1024 * 1024)}"` }), 413, 'corpo.troppo_grande'));

const residentMiB = () => Number(readFileSync(`/proc/${server.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
test('200 MB announced are refused before they are sent', async () => {
  const answer = await raw(server, [head('POST', '/api/v1/uniemens', ['Content-Type: application/xml', 'Content-Length: 200000000'])]);
  refused(answer, 413, 'corpo.troppo_grande');
});
test('200 MB sent all the same are neither kept nor waited for', async () => {
  const before = residentMiB();
  const block = Buffer.alloc(1024 * 1024, 'x');
  const answer = await raw(server, [head('POST', '/api/v1/uniemens', ['Content-Type: application/xml', 'Content-Length: 200000000']), ...Array.from({ length: 190 }, () => block)]);
  refused(answer, 413, 'corpo.troppo_grande');
  assert.ok(residentMiB() - before < 60, `${before} -> ${residentMiB()} MiB`);
});
test('200 MB in chunks are cut at the limit', async () => {
  const before = residentMiB();
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1024 * 1024, 'x'), Buffer.from('\r\n')]);
  const answer = await raw(server, [head('POST', '/api/v1/domande', [JSON_TYPE, 'Transfer-Encoding: chunked']), ...Array.from({ length: 200 }, () => chunk)]);
  refused(answer, 413, 'corpo.troppo_grande');
  assert.ok(residentMiB() - before < 120, `${before} -> ${residentMiB()} MiB`);
});
test('200 MB with Expect: 100-continue are not asked for', async () => {
  const answer = await raw(server, [head('POST', '/api/v1/uniemens', ['Content-Type: application/xml', 'Content-Length: 200000000', 'Expect: 100-continue'])]);
  refused(answer, 413, 'corpo.troppo_grande');
});
test('a length that is no number', async () => {
  const answer = await raw(server, [head('POST', '/api/v1/domande', [JSON_TYPE, 'Content-Length: molti'])]);
  refused(answer, 400, 'corpo.lunghezza');
});
test('a length beyond any number', async () => refused(await raw(server, [head('POST', '/api/v1/domande', [JSON_TYPE, `Content-Length: ${'9'.repeat(30)}`])]), 413, 'corpo.troppo_grande'));
test('two different lengths', async () => refused(await raw(server, [head('POST', '/api/v1/domande', [JSON_TYPE, 'Content-Length: 2', 'Content-Length: 5']), '{}']), 400, 'richiesta.malformata'));
test('length and chunks together', async () => refused(await raw(server, [head('POST', '/api/v1/domande', [JSON_TYPE, 'Content-Length: 2', 'Transfer-Encoding: chunked']), '{}']), 400, 'richiesta.malformata'));
test('no length at all', async () => refused(await raw(server, [head('POST', '/api/v1/domande', [JSON_TYPE])]), 411, 'corpo.lunghezza_assente'));
test('chunks that are no chunks', async () => refused(await raw(server, [head('POST', '/api/v1/domande', [JSON_TYPE, 'Transfer-Encoding: chunked']), 'zzz\r\nxx\r\n']), 408, 'richiesta.incompleta'));
test('a body shorter than announced', async () => refused(await raw(server, [head('POST', '/api/v1/domande', [JSON_TYPE, 'Content-Length: 1000']), '{"bozza"'], { end: true }), 408, 'richiesta.incompleta'));

// --- HTTP: lines and headers
test('a request line that is none', async () => refused(await raw(server, ['CIAO\r\n\r\n']), 400, 'richiesta.malformata'));
test('a TLS hello on the plain port', async () => {
  const answer = await raw(server, [Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x0d, 0x0a, 0x0d, 0x0a])]);
  assert.ok(answer.status === 400 || answer.text === '', answer.text);
});
test('CR and LF in the path', async () => refused(await raw(server, [head('GET', '/api/v1/domande%0d%0aX-Finta:%20si')]), 400, 'richiesta.caratteri'));
test('CR and LF in a parameter', async () => refused(await raw(server, [head('GET', '/api/v1/domande?q=a%0d%0aSet-Cookie:%20x=y')]), 400, 'richiesta.caratteri'));
test('CR and LF encoded in a header', async () => refused(await raw(server, [head('GET', '/api/v1/domande', ['X-Prova: a%0d%0aSet-Cookie: x=y'])]), 400, 'richiesta.caratteri'));
test('bytes that are not UTF-8 in a parameter', async () => refused(await raw(server, [head('GET', '/api/v1/domande?q=a%ff')]), 400, 'richiesta.caratteri'));
test('NUL in the path', async () => refused(await raw(server, [head('GET', '/api/v1/domande/%00')]), 400, 'richiesta.caratteri'));
test('a header without a name', async () => refused(await raw(server, [head('GET', '/healthz', [': vuoto'])]), 400, 'richiesta.malformata'));
test('a hundred headers', async () => refused(await raw(server, [head('GET', '/healthz', Array.from({ length: 100 }, (_, i) => `X-${i}: 1`))]), 400, 'richiesta.malformata'));
test('a header of 20,000 characters', async () => refused(await raw(server, [head('GET', '/healthz', [`X-Lunga: ${'x'.repeat(20000)}`])]), 400, 'richiesta.malformata'));
test('an address of 5,000 characters', async () => refused(await raw(server, [head('GET', `/api/v1/domande?q=${'x'.repeat(5000)}`)]), 414, 'indirizzo.troppo_lungo'));
test('a REMOTE_ADDR header changes nothing', async () => {
  const answer = await raw(server, [head('GET', '/api/v1/sessione', ['REMOTE_ADDR: 6.6.6.6', 'X-Forwarded-For: 6.6.6.6'])]);
  assert.equal(answer.status, 200);
  assert.ok(!server.log.includes('6.6.6.6'));
});
test('an unknown method', async () => refused(await raw(server, [head('ROTTURA', '/healthz')]), 400, 'richiesta.malformata'));
test('TRACE', async () => refused(await raw(server, [head('TRACE', '/healthz')]), 405, 'metodo.non_ammesso'));

// --- addresses
test('an unknown route', async () => refused(await datore.get('/api/v1/segreti'), 404, 'percorso.sconosciuto'));
test('a wrong method, with those admitted', async () => {
  const answer = await datore.request('PUT', '/api/v1/domande', { json: {} });
  refused(answer, 405, 'metodo.non_ammesso');
  assert.equal(answer.headers.get('allow'), 'GET, HEAD, POST');
});
const TRAVERSALS = ['/../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fetc/passwd', '/assets/....//etc/passwd', '//etc/passwd', '/assets/%5c..%5c..%5cetc'];
for (const path of TRAVERSALS) {
  test(`path traversal ${path}`, async () => {
    const answer = await new Promise((done, failed) => {
      http.get({ host: '127.0.0.1', port: server.port, path }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => done({ status: response.statusCode, text, body: JSON.parse(text) }));
      }).on('error', failed);
    });
    refused(answer, 404, 'percorso.sconosciuto');
  });
}
test("a foreign domanda's id", async () => refused(await datore.get(`/api/v1/domande/${foreignDomanda}`), 404, 'domanda.non_trovata'));
test('an id with SQL', async () => refused(await datore.get(`/api/v1/domande/${encodeURIComponent("x' OR 1=1 --")}`), 404, 'domanda.non_trovata'));
test('an attachment number that is none', async () => refused(await intermediario.get(`/api/v1/domande/${foreignDomanda}/allegati/uno`), 404, 'allegato.non_trovato'));
test('a matricola with letters', async () => refused(await datore.get('/api/v1/matricole/ABCDEFGHIJ/registro'), 404, 'matricola.non_trovata'));
test('SQL in q finds nothing and breaks nothing', async () => {
  for (const path of ['/api/v1/domande', '/api/v1/matricole']) {
    const { status, body } = await datore.get(`${path}?q=${encodeURIComponent("' OR 1=1; DROP TABLE domande; --")}`);
    assert.equal(status, 200);
    assert.deepEqual(body.righe, []);
  }
});
for (const limite of ['-1', '0', '101', '9999999999999999999', 'tanti', '1e3']) {
  test(`limite=${limite}`, async () => refused(await datore.get(`/api/v1/domande?limite=${limite}`), 400, 'limite.non_valido'));
}
for (const cursore of ['xxx', '....', 'YQ', Buffer.from('a|b').toString('base64url'), 'a'.repeat(1000)]) {
  test(`cursore=${cursore.slice(0, 20)}`, async () => {
    refused(await datore.get(`/api/v1/domande?cursore=${cursore}`), 400, 'cursore.non_valido');
    refused(await datore.get(`/api/v1/matricole?cursore=${cursore}`), 400, 'cursore.non_valido');
  });
}
test('a search text of 200 characters', async () => refused(await datore.get(`/api/v1/matricole?q=${'x'.repeat(200)}`), 400, 'ricerca.troppo_lunga'));

// --- who
test('no session', async () => refused(await new Client(server).get('/api/v1/domande'), 401, 'sessione.assente'));
test('an invented session', async () => refused(await datore.get('/api/v1/domande', { cookie: `omnia_sessione=${'x'.repeat(43)}` }), 401, 'sessione.scaduta'));
test('no CSRF token', async () => {
  const answer = await raw(server, [`POST /api/v1/domande HTTP/1.1\r\nHost: x\r\nCookie: ${datore.cookie}\r\n${JSON_TYPE}\r\nContent-Length: 2\r\n\r\n{}`]);
  refused(answer, 403, 'csrf.non_valido');
});
test('a cross-site origin', async () => refused(await send('{}', { origin: 'https://altro.invalid' }), 403, 'origine.estranea'));

// --- slow and many
test('a client that sends nothing does not keep others waiting', async () => {
  const silent = raw(server, [], { timeout: 1500 });
  const begun = Date.now();
  assert.equal((await new Client(server).get('/healthz')).status, 200);
  assert.ok(Date.now() - begun < 1000);
  await silent;
});
test('a hundred clients that send a byte now and then do not stop the service', async () => {
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  const slow = Array.from({ length: 100 }, () => raw(server, ['GET /healthz HTTP/1.1\r\nX-', async () => sleep(500), 'a', async () => sleep(500), 'b'], { timeout: 1500 }));
  await sleep(300);
  const begun = Date.now();
  assert.equal((await datore.get('/api/v1/sessione')).status, 200);
  assert.ok(Date.now() - begun < 2000, `${Date.now() - begun} ms`);
  await Promise.all(slow);
});
