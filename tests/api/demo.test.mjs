// The demo data, made and imported by the command line, as every identity sees it through the API.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, clientOf } from '../lib/client.mjs';
import { demoDatabase, startServer } from '../lib/server.mjs';

let server;
let identita;
before(async () => {
  server = await startServer({ db: demoDatabase() });
  identita = (await new Client(server).get('/api/v1/identita-demo')).body.identita;
});
after(async () => { await server.stop(); });

async function allMatricole(client) {
  const rows = [];
  let cursore = '';
  do {
    const { body } = await client.get(`/api/v1/matricole?limite=100&cursore=${cursore}`);
    rows.push(...body.righe);
    cursore = body.cursore;
  } while (cursore);
  return rows;
}

test('there is an identity of every role', () => {
  assert.deepEqual([...new Set(identita.map(({ ruolo }) => ruolo))].sort(), ['advisor', 'amministratore', 'analista', 'datore', 'direttore', 'intermediario', 'operatore', 'sicurezza']);
});

test('employers and intermediaries have positions, and every registry agrees with the OpenAPI document', async () => {
  const families = new Set();
  for (const { id } of identita.filter(({ ruolo }) => ['datore', 'intermediario', 'operatore', 'direttore'].includes(ruolo))) {
    const client = await clientOf(server, id);
    const rows = await allMatricole(client);
    assert.ok(rows.length > 0, id);
    for (const row of rows) {
      families.add(row.primaria);
      assert.equal(row.cigo_suggerita, row.primaria.startsWith('CIGO'), row.matricola);
      assert.ok(row.testo.length > 10, row.matricola);
      const { status, body } = await client.get(`/api/v1/matricole/${row.matricola}/registro`);
      assert.equal(status, 200);
      assert.equal(body.posizione.matricola, row.matricola);
    }
  }
  assert.ok(families.size >= 2, [...families].join());
});
