// Contents made to break the reader: each has its refusal, or is only text; the server goes on and its log keeps the secrets.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { clientOf } from '../lib/client.mjs';
import { draft, officine } from '../lib/office.mjs';
import { raw } from '../lib/raw.mjs';
import { cli, startServer } from '../lib/server.mjs';

let server;
let client;
before(async () => {
  server = await startServer();
  client = await clientOf(server, 'datore-1');
});
after(async () => { await server.stop(); });

const memory = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;

// A PDF of some kilobytes whose catalogue lies in a stream that grows to 700 MB, deflated twice.
function bomb() {
  const objects = '<< /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Kids [] /Count 0 >>';
  const index = `1 0 2 ${objects.indexOf('<< /Type /Pages')} `;
  const inner = Buffer.concat([Buffer.from(index + objects), Buffer.alloc(700 * 1024 * 1024, ' ')]);
  const packed = deflateSync(deflateSync(inner, { level: 1 }));
  const head = Buffer.from('%PDF-1.7\n');
  const stream = Buffer.concat([Buffer.from(`3 0 obj\n<< /Type /ObjStm /N 2 /First ${index.length} /Filter [/FlateDecode /FlateDecode] /Length ${packed.length} >>\nstream\n`),
    packed, Buffer.from('\nendstream\nendobj\n')]);
  const at = head.length + stream.length;
  const row = (type, where, n) => [type, where >>> 24, (where >>> 16) & 255, (where >>> 8) & 255, where & 255, n];
  const xref = Buffer.from([row(0, 0, 255), row(2, 3, 0), row(2, 3, 1), row(1, head.length, 0), row(1, at, 0)].flat());
  return Buffer.concat([head, stream, Buffer.from(`4 0 obj\n<< /Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R /Length ${xref.length} >>\nstream\n`), xref,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`)]);
}

test('a PDF that grows to 700 MB is refused, and the server does not grow with it', async () => {
  const bytes = bomb();
  assert.ok(bytes.length < 100000, `${bytes.length} bytes`);
  const before_it = memory();
  const other = await clientOf(server, 'operatore-1');
  const sending = client.submit(draft(officine), { allegati: [{ nome: 'bomba.pdf', tipo: 'application/pdf', contenuto_base64: bytes.toString('base64') }] });
  const begun = Date.now();
  assert.equal((await other.get('/api/v1/domande')).status, 200);
  assert.ok(Date.now() - begun < 2000, 'another user is served meanwhile');
  const answer = await sending;
  assert.equal(answer.status, 422, answer.text);
  assert.match(answer.body.codice, /^allegato\.pdf_(danneggiato|non_verificabile)$/);
  assert.equal(answer.body.campo, 'allegati[0]');
  assert.ok(memory() - before_it < 100, `${before_it} MB, then ${memory()} MB`);
});

test('multipart in whatever shape is refused before it is read', async () => {
  const shapes = {
    'without an end': '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nciao',
    'without a boundary': 'ciao',
    'of ten thousand parts': '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(10000) + '--x--',
    'with a name that never ends': `--x\r\nContent-Disposition: form-data; name="${'a'.repeat(100000)}`,
    'nested in itself': '--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n--x--\r\n--x--',
  };
  for (const [what, body] of Object.entries(shapes)) {
    for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data', `multipart/form-data; boundary=${'y'.repeat(5000)}`, 'multipart/form-data; boundary="']) {
      const answer = await raw(server, [`POST /api/v1/domande HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: ${client.cookie}\r\nX-CSRF-Token: ${client.csrf}\r\n` +
        `Idempotency-Key: multipart-1\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`, body]);
      assert.equal(answer.status, 415, `${what}, ${type.slice(0, 40)}: ${answer.text.slice(0, 300)}`);
      assert.equal(answer.body.codice, 'corpo.tipo');
      assert.equal(answer.body.detail, 'Il tipo di contenuto non è ammesso.');
    }
  }
});

test('strings for SQL, spreadsheets and pages are stored and come back as they were', async () => {
  const strings = ["'); DROP TABLE domande; --", "x' OR '1'='1", '=HYPERLINK("http://x.invalid","y")', '=cmd|\'/C calc\'!A1', '+1+1', '-2+3', '@SUM(A1:A9)', '\t=1+1',
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '${jndi:ldap://x.invalid/a}', '../../../etc/passwd', '%00%0d%0a', '\u202eotnemucod'];
  const bozza = draft(officine);
  bozza.causale.descrizione = `Manca lavoro. ${strings.join(' ')}`;
  bozza.relazione.ripresa = strings.join('\n');
  const sent = await client.submit(bozza);
  assert.equal(sent.status, 201, sent.text);
  const { body } = await client.get(`/api/v1/domande/${sent.body.ricevuta.id}`);
  assert.equal(body.domanda.bozza.causale.descrizione, bozza.causale.descrizione);
  assert.equal(body.domanda.bozza.relazione.ripresa, bozza.relazione.ripresa);
  assert.match(cli('verify', '--db', server.db), /^Archivio integro: 1 domande/);
});

test('the log of a whole session holds no secret and nobody’s code', async () => {
  const worker = officine.lavoratori[0].codice_fiscale;
  const { cookie, csrf } = client;
  await client.get(`/api/v1/matricole?q=${worker}`);
  await client.request('POST', '/api/v1/domande', { text: `{"bozza": "${worker} ${csrf}"`, headers: { 'idempotency-key': 'chiave-riservata-1' } });
  await client.submit(draft(officine, { lunedi: '2027-01-11' }), { chiave: 'chiave-riservata-2' });
  await raw(server, [`GET /api/v1/domande?segreto=${csrf} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nAuthorization: Bearer gettone-riservato\r\nConnection: close\r\n\r\n`]);
  await raw(server, [`ROTTA ${worker} ${csrf}\r\n\r\n`]);
  await client.request('DELETE', '/api/v1/sessione');
  await new Promise((done) => { setTimeout(done, 200); });
  assert.ok(server.log.split('\n').length > 20, 'something was logged');
  const secrets = { cookie: cookie.split('=')[1], csrf, chiave: 'chiave-riservata', gettone: 'gettone-riservato', lavoratore: worker, azienda: officine.codice_fiscale,
    matricola: officine.matricola, denominazione: officine.denominazione, nome: 'XQZ' };
  for (const [what, value] of Object.entries(secrets)) assert.ok(value && !server.log.includes(value), what);
});
