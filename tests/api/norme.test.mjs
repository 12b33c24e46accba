// A server with a folder of norm tables: it judges with them, every stored review names them, and a bad folder stops the start.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, officine } from '../lib/office.mjs';
import { root, scratch, startServer } from '../lib/server.mjs';

const builtin = () => JSON.parse(readFileSync(join(root, 'assets/norms/parametri.json'), 'utf8'));

function folderWith(text) {
  const folder = scratch('norme');
  mkdirSync(folder);
  writeFileSync(join(folder, 'parametri.json'), text);
  return folder;
}

async function filed(args) {
  const server = await startServer({ args });
  try {
    const client = await clientOf(server, 'datore-1');
    const { status, body, text } = await client.submit(draft(officine));
    assert.equal(status, 201, text);
    return (await client.get(`/api/v1/domande/${body.ricevuta.id}`)).body.domanda;
  } finally {
    await server.stop();
  }
}

test('the stored review names the tables that judged, those of the folder when there is one', async () => {
  const tables = builtin();
  tables.versione = 'prova.1';
  for (const row of tables.parametri) if (row.chiave === 'cigo.biennio.limit_weeks') row.valore = 1;
  const [ordinary, own] = [await filed([]), await filed(['--norme', folderWith(JSON.stringify(tables))])];
  assert.equal(ordinary.esame.norme_versione, builtin().versione);
  assert.equal(own.norme_versione, 'prova.1');
  assert.equal(own.esame.norme_versione, 'prova.1');
  assert.match(own.esame.norme_impronta, /^[0-9a-f]{64}$/);
  assert.notEqual(own.esame.norme_impronta, ordinary.esame.norme_impronta);
  assert.equal(ordinary.esame.contatori.biennio.superato, false);
  assert.equal(own.esame.contatori.biennio.superato, true);
});

test('a folder that cannot be used stops the start with a sentence', async () => {
  await assert.rejects(startServer({ args: ['--norme', folderWith('{')] }), /le norme della cartella «.*» non sono valide: parametri\.json: il testo non è un oggetto JSON valido\./);
  await assert.rejects(startServer({ args: ['--norme', scratch('assente')] }), /la cartella delle norme «.*» non si può leggere: verifica il percorso\./);
});
