// kill -9 in the middle of load, again and again on the same archive: every acknowledged domanda is there, no half one, no gap in
// the protocol, the chain of changes whole. OMNIA_KILLS: how many times (5; 200 on demand).
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import { test } from 'node:test';
import { clientOf } from '../lib/client.mjs';
import { draft, molte } from '../lib/office.mjs';
import { allegatoPdf } from '../lib/pdf.mjs';
import { cli, officeDatabase, startServer } from '../lib/server.mjs';

const kills = Number(process.env.OMNIA_KILLS ?? 5);
const at_once = 8;
const italian = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, '\\.');
let next = 0;
// A new week of a new position each time: no domanda overlaps another.
function fresh() {
  const azienda = molte[next % molte.length];
  const lunedi = new Date(Date.parse('2026-11-23') + 7 * 86400000 * Math.floor(next / molte.length)).toISOString().slice(0, 10);
  next += 1;
  return { bozza: draft(azienda, { lunedi, settimane: 1 }), chiave: randomUUID(), allegati: next % 3 === 0 ? [allegatoPdf('relazione.pdf', { pages: 1 + (next % 5) })] : undefined };
}

// Sends until the server dies. Answers what was acknowledged, and what was sent without an answer.
async function load(client) {
  const acknowledged = [];
  const unanswered = [];
  await Promise.all(Array.from({ length: at_once }, async () => {
    for (;;) {
      const one = fresh();
      let answer;
      try {
        answer = await client.submit(one.bozza, { chiave: one.chiave, ...(one.allegati ? { allegati: one.allegati } : {}) });
      } catch {
        unanswered.push(one);
        return;
      }
      assert.equal(answer.status, 201, answer.text);
      acknowledged.push(answer.body.ricevuta);
    }
  }));
  return { acknowledged, unanswered };
}

test(`${kills} times killed under load, nothing acknowledged is lost`, async () => {
  const db = officeDatabase();
  const kept = new Map();
  let replayed = 0;
  for (let round = 0; round < kills; ++round) {
    const server = await startServer({ db });
    const working = load(await clientOf(server, 'intermediario-2'));
    await new Promise((wait) => { setTimeout(wait, 20 + Math.random() * 180); });
    await server.stop('SIGKILL');
    const { acknowledged, unanswered } = await working;
    for (const one of acknowledged) kept.set(one.id, one.protocollo);
    // What a power cut may leave at the end of the log: pages half written.
    if (round % 2 === 1 && existsSync(`${db}-wal`)) appendFileSync(`${db}-wal`, randomBytes(3000));

    const again = await startServer({ db });
    const client = await clientOf(again, 'intermediario-2');
    for (const one of acknowledged) {
      const { status, body } = await client.get(`/api/v1/domande/${one.id}`);
      assert.equal(status, 200, `${one.protocollo} was acknowledged`);
      assert.equal(body.domanda.protocollo, one.protocollo);
      assert.equal(body.domanda.impronta, one.impronta);
    }
    // Sent again with its key, what had no answer is there once.
    for (const one of unanswered) {
      const answer = await client.submit(one.bozza, { chiave: one.chiave, ...(one.allegati ? { allegati: one.allegati } : {}) });
      assert.equal(answer.status, 201, answer.text);
      replayed += answer.headers.get('idempotency-replayed') === 'true' ? 1 : 0;
      kept.set(answer.body.ricevuta.id, answer.body.ricevuta.protocollo);
    }
    const { body } = await client.get('/api/v1/domande?limite=1');
    assert.equal(body.totale, kept.size, 'none more, none less');
    await again.stop('SIGKILL');
  }
  assert.equal(new Set(kept.values()).size, kept.size, 'no number given twice');
  const numbers = [...kept.values()].map((one) => Number(one.split('.').at(-1))).sort((a, b) => a - b);
  assert.deepEqual(numbers, Array.from({ length: kept.size }, (_, i) => i + 1), 'no gap');
  assert.match(cli('verify', '--db', db), new RegExp(`^Archivio integro: ${italian(kept.size)} domande, ${italian(kept.size)} protocolli`));
  console.log(`${kills} uccisioni, ${kept.size} domande, ${replayed} già scritte e senza risposta`);
});
