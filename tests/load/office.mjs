// Bounded load on loopback: GET of a registry and POST of domande with their protocol, figures printed.
// Usage: node load/office.mjs [seconds] [clients]      (programs from OMNIA_BUILD, default build/native)
import { Agent, request } from 'node:http';
import { clientOf } from '../lib/client.mjs';
import { draft, molte, officine } from '../lib/office.mjs';
import { startServer } from '../lib/server.mjs';

const seconds = Number(process.argv[2] ?? 5);
const clients = Number(process.argv[3] ?? 64);
const server = await startServer({ args: ['--silenzioso'] });
const agent = new Agent({ keepAlive: true, maxSockets: clients });

function call(method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const call = request(server.url + path, { method, agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    call.on('error', reject).end(body);
  });
}

async function measure(name, expected, one) {
  const times = [];
  const end = Date.now() + seconds * 1000;
  let index = 0;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (Date.now() < end) {
      const begun = process.hrtime.bigint();
      const status = await one(index++);
      if (status === null) return;
      if (status !== expected) throw new Error(`${name}: stato ${status}`);
      times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    }
  }));
  times.sort((a, b) => a - b);
  const at = (q) => times[Math.min(times.length - 1, Math.floor(times.length * q))].toFixed(1);
  console.log(`${name}: ${Math.round(times.length / seconds)}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${times.length} in ${seconds} s, ${clients} client)`);
}

try {
  const employer = await clientOf(server, 'datore-1');
  await measure('GET  /api/v1/matricole/{matricola}/registro', 200, () => call('GET', `/api/v1/matricole/${officine.matricola}/registro`, { cookie: employer.cookie }));
  await measure('GET  /api/v1/domande', 200, () => call('GET', '/api/v1/domande', { cookie: employer.cookie }));
  const filer = await clientOf(server, 'intermediario-2');
  // Sixty positions, one domanda a week each, far enough apart to be all different.
  await measure('POST /api/v1/domande', 201, (i) => {
    const azienda = molte[i % molte.length];
    const lunedi = new Date(Date.parse('2026-11-23') + 7 * 86400000 * Math.floor(i / molte.length)).toISOString().slice(0, 10);
    if (i >= molte.length * 40) return Promise.resolve(null);
    const body = JSON.stringify({ bozza: draft(azienda, { lunedi, settimane: 1 }) });
    return call('POST', '/api/v1/domande', { cookie: filer.cookie, 'x-csrf-token': filer.csrf, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': `carico-${i}-${Date.now()}` }, body);
  });
  const metrics = (await filer.get('/metrics')).text;
  const groups = Number(metrics.match(/commit_gruppi_total (\d+)/)[1]);
  const jobs = Number(metrics.match(/commit_lavori_total (\d+)/)[1]);
  console.log(`scritture: ${jobs} in ${groups} gruppi (${(jobs / groups).toFixed(1)} per gruppo)`);
} finally {
  agent.destroy();
  await server.stop();
}
