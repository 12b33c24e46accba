// Upload of UniEmens files by who may: what it reads, what it refuses, and that the registry shows it at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { personCode } from '../lib/codes.mjs';
import { clientOf } from '../lib/client.mjs';
import { costruzioni, flow, officine, uniemens } from '../lib/office.mjs';
import { startServer } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

const upload = (client, text, type = 'application/xml') => client.request('POST', '/api/v1/uniemens', { text, type });
const newcomer = { codice_fiscale: personCode(777), cognome: 'XQZ', nome: 'NUOVO' };

test('a new month brings its workers into the registry, and the same file again changes nothing', async () => {
  const client = await clientOf(server, 'datore-1');
  const file = flow(uniemens(officine, '2026-11', [...officine.lavoratori, newcomer]));
  const first = await upload(client, file);
  assert.equal(first.status, 200, first.text);
  assert.equal(first.body.file_letti, 1);
  assert.equal(first.body.denunce, 4);
  assert.equal(first.body.lavoratori_nuovi, 1);
  const registro = (await client.get(`/api/v1/matricole/${officine.matricola}/registro`)).body;
  assert.equal(registro.ultimo_uniemens, '2026-11');
  assert.ok(registro.lavoratori.some((l) => l.codice_fiscale === newcomer.codice_fiscale));
  const again = await upload(client, file, 'text/xml');
  assert.equal(again.body.file_gia_noti, 1);
  assert.equal(again.body.denunce, 0);
});

test("another company's matricola is refused and nothing of it is written", async () => {
  const client = await clientOf(server, 'datore-1');
  const stranger = { codice_fiscale: personCode(778), cognome: 'XQZ', nome: 'ESTRANEO' };
  const answer = await upload(client, flow(uniemens(costruzioni, '2026-11', [stranger])));
  assert.equal(answer.status, 422);
  assert.equal(answer.body.codice, 'uniemens.non_ammessa');
  const registro = (await (await clientOf(server, 'intermediario-1')).get(`/api/v1/matricole/${costruzioni.matricola}/registro`)).body;
  assert.equal(registro.ultimo_uniemens, '2026-10');
});

test('a file with own and foreign matricole writes the own ones and reports the others', async () => {
  const client = await clientOf(server, 'intermediario-1');
  const answer = await upload(client, flow(uniemens(costruzioni, '2026-11'), uniemens(officine, '2026-12')));
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.body.denunce, 3);
  assert.deepEqual(answer.body.rifiuti.map((r) => r.codice), ['uniemens.non_ammessa']);
});

test('a large file is read while other requests are served', async () => {
  const client = await clientOf(server, 'datore-1');
  const people = Array.from({ length: 999 }, (_, i) => ({ codice_fiscale: personCode(i), cognome: 'XQZ', nome: `P${i}` }));
  const begun = Date.now();
  const padding = `<!-- ${'x'.repeat(20 * 1024)} -->`;
  const file = flow(uniemens(officine, '2026-03', people)).replaceAll('</DenunciaIndividuale>', `</DenunciaIndividuale>${padding}`);
  assert.ok(file.length > 20e6);
  const [big, ...others] = await Promise.all([
    upload(client, file),
    ...Array.from({ length: 20 }, () => client.get('/api/v1/sessione')),
  ]);
  assert.equal(big.status, 200, big.text);
  assert.equal(big.body.denunce, 999);
  assert.ok(others.every((answer) => answer.status === 200));
  assert.ok(Date.now() - begun < 30000);
});
