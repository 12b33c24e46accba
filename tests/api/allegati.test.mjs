// What is taken as an attachment: PDF files read under limits, and the antivirus when there is one.
// The daemon here is a stand-in that speaks ClamAV's protocol: no signatures are at hand where the tests run.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, officine } from '../lib/office.mjs';
import { encrypted, pdf } from '../lib/pdf.mjs';
import { scratch, startServer } from '../lib/server.mjs';

let server;
let client;
before(async () => {
  server = await startServer();
  client = await clientOf(server, 'datore-1');
});
after(async () => { await server.stop(); });

let week = 0;
const monday = () => new Date(Date.parse('2026-11-23') + 7 * 86400000 * week++).toISOString().slice(0, 10);
const send = (who, ...files) => who.submit(draft(officine, { lunedi: monday(), settimane: 1 }), {
  allegati: files.map((bytes, i) => ({ nome: `documento${i + 1}.pdf`, tipo: 'application/pdf', contenuto_base64: bytes.toString('base64') })) });

const good = pdf();
const hostile = {
  'with a password': [encrypted(good, 'segreta'), 'allegato.pdf_cifrato', 'Il PDF «documento1.pdf» è protetto: la Sede non potrebbe leggerlo.'],
  'with restrictions only': [encrypted(good, ''), 'allegato.pdf_cifrato', 'Il PDF «documento1.pdf» è protetto: la Sede non potrebbe leggerlo.'],
  'cut in the middle': [good.subarray(0, good.length / 2), 'allegato.pdf_danneggiato', 'Il PDF «documento1.pdf» è danneggiato.'],
  'with a head alone': [Buffer.from('%PDF-1.7\n'), 'allegato.pdf_danneggiato', 'Il PDF «documento1.pdf» è danneggiato.'],
  'of 2,001 pages': [pdf({ pages: 2001 }), 'allegato.pdf_pagine', 'Il PDF «documento1.pdf» ha più di 2.000 pagine.'],
  'that declares a billion pages': [pdf({ count: 1000000000 }), 'allegato.pdf_pagine', 'Il PDF «documento1.pdf» ha più di 2.000 pagine.'],
  'that declares pages it has not': [pdf({ count: 7 }), 'allegato.pdf_danneggiato', 'Il PDF «documento1.pdf» è danneggiato.'],
  'that runs a program when opened': [pdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }), 'allegato.pdf_attivo', 'Il PDF «documento1.pdf» contiene programmi.'],
};
for (const [what, [bytes, codice, testo]] of Object.entries(hostile)) {
  test(`a PDF ${what} is refused with its reason`, async () => {
    const answer = await send(client, bytes);
    assert.equal(answer.status, 422, answer.text);
    assert.equal(answer.body.codice, codice);
    assert.equal(answer.body.detail, testo);
    assert.equal(answer.body.campo, 'allegati[0]');
    assert.notEqual(answer.body.rimedio, undefined);
  });
}

test('a PDF whose objects nest without end does not stop the server', async () => {
  const bomb = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n'), Buffer.alloc(1000000, '['), Buffer.from('\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer << /Size 2 /Root 1 0 R >>\nstartxref\n1000028\n%%EOF\n')]);
  const answer = await send(client, bomb);
  assert.equal(answer.status, 422, answer.text);
  assert.match(answer.body.codice, /^allegato\.pdf_(danneggiato|non_verificabile)$/);
  assert.equal((await send(client, good)).status, 201);
});

test('the same file sent twice is kept once and comes back from both domande', async () => {
  const bytes = pdf({ pages: 3 });
  const ids = [];
  for (let i = 0; i < 2; ++i) {
    const sent = await send(client, bytes);
    assert.equal(sent.status, 201, sent.text);
    ids.push(sent.body.ricevuta.id);
  }
  for (const id of ids) assert.ok((await client.get(`/api/v1/domande/${id}/allegati/1`)).bytes.equals(bytes));
});

// Reads the chunks of INSTREAM and answers what `verdict` says of the content.
function clamd(verdict) {
  const path = scratch('clamd.sock');
  const seen = [];
  const daemon = net.createServer((socket) => {
    let data = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      data = Buffer.concat([data, bytes]);
      if (data.length < 14 || data.subarray(0, 10).toString() !== 'zINSTREAM\0') return;
      const chunks = [];
      let at = 10;
      for (; at + 4 <= data.length; at += 4 + data.readUInt32BE(at)) {
        const length = data.readUInt32BE(at);
        if (length === 0) {
          const content = Buffer.concat(chunks);
          seen.push(content);
          socket.end(verdict(content));
          return;
        }
        chunks.push(data.subarray(at + 4, at + 4 + length));
      }
    });
  });
  return new Promise((ready) => { daemon.listen(path, () => ready({ path, seen, close: () => daemon.close() })); });
}

test('with an antivirus every attachment passes by it, and what it finds is refused', async () => {
  const daemon = await clamd((content) => (content.includes('cattivo') ? 'stream: Prova-Cattiva-1 FOUND\0' : 'stream: OK\0'));
  const guarded = await startServer({ args: ['--clamav', daemon.path] });
  try {
    const datore = await clientOf(guarded, 'datore-1');
    const clean = pdf({ pages: 900 });
    assert.equal((await send(datore, clean)).status, 201);
    assert.ok(daemon.seen.some((content) => content.equals(clean)), 'the whole content, in pieces');
    assert.doesNotMatch(guarded.log, /antivirus/);
    const answer = await send(datore, pdf({ catalog: '/Nota (cattivo)' }));
    assert.equal(answer.status, 422, answer.text);
    assert.equal(answer.body.codice, 'allegato.infetto');
    assert.equal(answer.body.detail, 'L’antivirus ha trovato «Prova-Cattiva-1» in «documento1.pdf».');
  } finally {
    await guarded.stop();
    daemon.close();
  }
});

test('when the antivirus does not answer nothing is taken, and the sender is told to try again', async () => {
  const daemon = await clamd(() => 'INSTREAM size limit exceeded. ERROR\0');
  for (const path of [daemon.path, scratch('nessuno.sock')]) {
    const guarded = await startServer({ args: ['--clamav', path] });
    try {
      assert.match(guarded.log, /l’antivirus di --clamav non risponde su «.*\.sock»: finché non risponde gli allegati sono rimandati/);
      const answer = await send(await clientOf(guarded, 'datore-1'), good);
      assert.equal(answer.status, 503, answer.text);
      assert.equal(answer.body.codice, 'allegato.antivirus');
      assert.equal(answer.headers.get('retry-after'), '2');
    } finally {
      await guarded.stop();
    }
  }
  daemon.close();
});
