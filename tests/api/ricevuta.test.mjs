// The receipt as a PDF that a screen reader can walk through.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, officine } from '../lib/office.mjs';
import { allegatoPdf, inspect } from '../lib/pdf.mjs';
import { startServer } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

test('the receipt is a tagged PDF with title, language, segnatura and digests', async () => {
  const client = await clientOf(server, 'datore-1');
  const sent = await client.submit(draft(officine), { allegati: [allegatoPdf('relazione è utile.pdf')] });
  assert.equal(sent.status, 201, sent.text);
  const { ricevuta } = sent.body;
  const answer = await client.get(`/api/v1/domande/${ricevuta.id}/ricevuta.pdf`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.match(answer.headers.get('content-disposition'), /^attachment; filename="ricevuta-INPS\.4900\.24_11_2026\.0000001\.pdf"/);
  const read = inspect(answer.bytes);
  assert.match(read.check, /No syntax or stream encoding errors found/);
  assert.match(read.info, new RegExp(`Title: +Ricevuta della domanda ${ricevuta.protocollo.replaceAll('.', '\\.')}`));
  assert.match(read.info, /Tagged: +yes/);
  assert.match(read.info, /Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
  const headings = [...read.structure.matchAll(/\bH[12] \(block\)\s+"([^"]+)"/g)].map((found) => found[1]);
  assert.deepEqual(headings, ['Ricevuta della domanda CIGO', 'Segnatura di protocollo', 'Che cosa hai chiesto', 'Allegati', 'Che cosa succede ora']);
  assert.match(read.structure, /Table \(block\)\s+TR\s+TH:\s+\/Scope \/Row\s+"Protocollo"/);
  assert.match(read.structure, /"Codice fiscale"/);  // whole: a ligature would cut it
  for (const part of [ricevuta.protocollo, 'OFFICINE IMMAGINARIE SRL', officine.matricola, 'relazione è utile.pdf', 'Sede 4900', 'a conguaglio', 'pagina 1 di']) {
    assert.ok(read.text.replaceAll('\n', ' ').includes(part), part);
  }
  assert.ok(read.text.replaceAll('\n', '').includes(ricevuta.impronta), 'digest');
  assert.ok(!read.structure.includes('pagina 1 di'), 'the foot is no part of the text read aloud');
  const raw = execFileSync('qpdf', ['--qdf', '--object-streams=disable', read.file, '-'], { encoding: 'latin1' });
  assert.match(raw, /\/Lang \(it-IT\)/);
  assert.match(raw, /\/DisplayDocTitle true/);
  assert.match(raw, /\/Scope \/Row/);
  assert.match(raw, /\/Scope \/Column/);
  const again = await client.get(`/api/v1/domande/${ricevuta.id}/ricevuta.pdf`);
  assert.ok(again.bytes.equals(answer.bytes), 'the same receipt, byte for byte');
});
