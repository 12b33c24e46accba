// Measures of the server, on loopback with clients of one process on the same machine: ./tools/bench server [PART…].
// Parts: submit, read, streams, peer, profiles (all). OMNIA_STORED: domande in the archive (200,000); OMNIA_SECONDS: of each measure (5).
// OMNIA_ARCHIVE: an archive filled by an earlier run of omnia-bench-seed, copied instead of filling another.
import { spawn, execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, root, startServer } from '../../../tests/lib/server.mjs';
import { Caller, closedLoop, fsyncRate, memory, openLoop, processor } from './load.mjs';
import { domanda, senders, writeRegistry } from './registry.mjs';
import { streams } from './streams.mjs';

const parts = new Set(process.argv.length > 2 ? process.argv.slice(2) : ['submit', 'read', 'streams', 'peer', 'profiles']);
const stored = Number(process.env.OMNIA_STORED ?? 200000);
const ms = 1000 * Number(process.env.OMNIA_SECONDS ?? 5);
const here = dirname(fileURLToPath(import.meta.url));
// On the disk of the build tree: a folder in memory would not have to sync.
mkdirSync(join(root, 'build'), { recursive: true });
const folder = mkdtempSync(join(root, 'build/bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const n = (value, digits = 0) => value.toLocaleString('it-IT', { maximumFractionDigits: digits, minimumFractionDigits: digits, useGrouping: 'always' });
const line = (r) => `${n(r.rate)} al secondo, mediana ${n(r.p50, 1)} ms, p95 ${n(r.p95, 1)}, p99 ${n(r.p99, 1)}, errori ${r.errors}`;

function prepare() {
  const db = join(folder, 'archivio.db');
  if (process.env.OMNIA_ARCHIVE) {
    copyFileSync(process.env.OMNIA_ARCHIVE, db);
    return db;
  }
  const files = join(folder, 'registro');
  writeRegistry(files);
  execFileSync(join(build, 'tools/omnia'), ['import', '--db', db, files], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (stored > 0) execFileSync(join(build, 'tools/omnia-bench-seed'), [db, String(stored)], { stdio: ['ignore', 'inherit', 'inherit'] });
  return db;
}

let next = 0;
const made = Array.from({ length: 200 }, (_, i) => domanda(i));
const fresh = () => (next < made.length ? made[next++] : domanda(next++));

async function commits(caller) {
  const text = (await caller.ask('GET', '/metrics')).text();
  const of = (what) => Number(new RegExp(`omnia_db_commit_${what}_total (\\d+)`).exec(text)?.[1] ?? NaN);
  return { gruppi: of('gruppi'), lavori: of('lavori') };
}

async function submissions(url, session, clients, metrics = true) {
  const caller = new Caller(url, clients);
  const bodies = Array.from({ length: 400 }, fresh);  // made before the clock starts
  const before = metrics ? await commits(caller) : undefined;
  const r = await closedLoop(clients, ms, 201, () => (bodies.length > 0 ? caller.submit(bodies.pop(), session) : undefined));
  const after = metrics ? await commits(caller) : undefined;
  caller.close();
  return { ...r, shared: metrics ? (after.lavori - before.lavori) / (after.gruppi - before.gruppi) : 1 };
}

async function reads(url, session, clients, path) {
  const caller = new Caller(url, clients);
  const r = await closedLoop(clients, ms, 200, () => caller.ask('GET', path, { headers: session }));
  caller.close();
  return r;
}

const lists = { 'la lista di lavoro della Sede': ['operatore-1', '/api/v1/domande?aperte=1'], 'le tue domande (1.000 deleghe)': ['intermediario-2', '/api/v1/domande'],
  'le tue domande (un datore)': ['datore-1', '/api/v1/domande'] };

async function own(db) {
  const server = await startServer({ db, args: ['--silenzioso'] });
  const caller = new Caller(server.url, 64);
  const session = {};
  for (const who of ['intermediario-2', 'operatore-1', 'datore-1']) session[who] = await caller.login(who);
  const measured = { submit: {}, read: {} };
  if (parts.has('submit')) {
    console.log(`invii durevoli di ${senders[0].lavoratori.length} lavoratori, ${n(made[0].length / 1024)} KiB, con ${n(stored)} domande in archivio`);
    const small = fsyncRate(folder, 4096);
    const large = fsyncRate(folder, made[0].length);
    console.log(`  disco: ${n(small)} fsync al secondo di 4 KiB, ${n(large)} della grandezza di una domanda (un disco virtuale li tiene in memoria: uno vero ne fa molti meno)`);
    for (const clients of [1, 8, 64]) {
      const r = await submissions(server.url, session['intermediario-2'], clients);
      measured.submit[clients] = r;
      console.log(`  ${clients} clienti: ${line(r)}; ${n(r.shared, 1)} scritture ogni fsync, ${n(r.rate / large, 2)} volte gli fsync del disco`);
    }
  }
  if (parts.has('read')) {
    console.log(`letture con ${n(stored)} domande`);
    for (const [what, [who, path]] of Object.entries(lists)) {
      for (const clients of [1, 64]) {
        const r = await reads(server.url, session[who], clients, path);
        measured.read[`${who} ${clients}`] = r;
        console.log(`  ${what}, ${clients} clienti: ${line(r)}`);
      }
    }
  }
  console.log(`memoria del server con ${n(stored)} domande dopo 64 clienti: ${n(memory(server.pid))} MB (al massimo ${n(memory(server.pid, 'VmHWM'))}; limite 250)`);
  if (parts.has('streams')) {
    const r = await streams(server, caller, () => caller.submit(fresh(), session['intermediario-2']));
    console.log(`ascolti delle novità: ${n(r.streams)} aperti, ${n(r.megabytes, 1)} MB di memoria in più (senza quella del sistema per le connessioni); ` +
      `dalla ricevuta all’ultimo avvisato: mediana ${n(r.times[2], 0)} ms, al massimo ${n(r.times[4], 0)} (le novità si raccolgono per 100 ms)`);
  }
  if (parts.has('profiles')) await profiles(server, caller);
  caller.close();
  await server.stop();
  return measured;
}

// National profiles: sessions open, reads a second, submissions a second (900, 3,600 and 10,800 an hour of all kinds).
const NATIONAL = {
  'N, giorno normale': { sessions: 1000, reads: 30, submissions: 225 / 3600, limits: [1000, 3000] },
  'D, giorno di scadenza': { sessions: 3600, reads: 120, submissions: 900 / 3600, limits: [1000, 3000] },
  'C, crisi': { sessions: 16500, reads: 500, submissions: 3, limits: [2000, 5000] },
};

const CONNECTIONS = 2000;  // so that what waits, waits in the server and not in the generator

async function profiles(server, caller) {
  const seconds = Math.max(20, ms / 1000);
  console.log(`profili nazionali, ${seconds} secondi ciascuno, ${CONNECTIONS} connessioni, ${cpus().length} processori divisi con il generatore ` +
    `(carico della macchina prima: ${n(loadavg()[0], 1)})`);
  const sessions = [];
  const load = new Caller(server.url, CONNECTIONS);
  for (const [name, profile] of Object.entries(NATIONAL)) {
    while (sessions.length < profile.sessions) {
      const who = ['intermediario-2', 'datore-1', 'operatore-1'][sessions.length % 3];
      sessions.push(...(await Promise.all(Array.from({ length: 50 }, () => load.login(who)))).map((headers) => ({ who, headers })));
    }
    let i = 0;
    const read = () => {
      const { headers } = sessions[(i++ * 7919) % profile.sessions];
      const path = ['/api/v1/domande', '/api/v1/matricole', `/api/v1/matricole/${senders[0].matricola}/registro`, '/api/v1/sessione'][i % 4];
      return load.ask('GET', path, { headers });
    };
    const sender = sessions.find(({ who }) => who === 'intermediario-2').headers;
    const bodies = Array.from({ length: Math.ceil(profile.submissions * seconds) + 1 }, fresh);
    const used = { server: processor(server.pid), load: processor(process.pid) };
    const begun = performance.now();
    const [r, s] = await Promise.all([openLoop(profile.reads, seconds * 1000, 200, read),
      openLoop(profile.submissions, seconds * 1000, 201, () => load.submit(bodies.pop(), sender))]);
    const passed = (performance.now() - begun) / 1000;
    const share = (pid, before) => n((processor(pid) - before) / passed, 2);
    const kept = r.p95 < profile.limits[0] && s.p95 < profile.limits[1] && r.errors + s.errors + r.deferred.n + s.deferred.n === 0;
    console.log(`  ${name} (${n(profile.sessions)} sessioni): letture ${n(r.n)}, mediana ${n(r.p50, 1)} ms, p95 ${n(r.p95, 1)}, errori ${r.errors}, ` +
      `rinviate ${r.deferred.n}${r.deferred.n > 0 ? ` (avvisate in p95 ${n(r.deferred.p95, 1)} ms)` : ''}; invii ${n(s.n)}, p95 ${n(s.p95, 1)} ms, errori ${s.errors}, rinviati ${s.deferred.n}; ` +
      `processori: server ${share(server.pid, used.server)}, generatore ${share(process.pid, used.load)}; ` +
      `limiti ${profile.limits[0]} e ${profile.limits[1]} ms: ${kept ? 'rispettati' : 'NON rispettati'}`);
  }
  load.close();
}

async function peer(db, measured) {
  if (!existsSync(join(here, 'fastify/node_modules/better-sqlite3/build/Release/better_sqlite3.node'))) {
    console.log('Fastify + better-sqlite3: non installati (tools/measures/server/fastify: npm ci, poi node-gyp rebuild)');
    return;
  }
  const copy = join(folder, 'fastify.db');
  copyFileSync(db, copy);
  const child = spawn(process.execPath, [join(here, 'fastify/server.mjs'), copy], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill());
  const url = await new Promise((done, failed) => {
    child.stdout.on('data', (text) => done(String(text).trim()));
    child.on('exit', (code) => failed(new Error(`Fastify non parte (${code})`)));
  });
  console.log('le stesse due rotte con Fastify e better-sqlite3 (stessi dati e pragma; senza esame della domanda, sessioni, ricevuta)');
  const times = (own, r) => (own ? `; il nostro ${n(own.rate / r.rate, 2)} volte` : '');
  for (const clients of [1, 8, 64]) {
    const r = await submissions(url, {}, clients, false);
    console.log(`  invii, ${clients} clienti: ${line(r)}${times(measured.submit[clients], r)}`);
  }
  for (const [what, [who, path]] of Object.entries(lists)) {
    for (const clients of [1, 64]) {
      const r = await reads(url, { chi: who }, clients, path);
      console.log(`  ${what}, ${clients} clienti: ${line(r)}${times(measured.read[`${who} ${clients}`], r)}`);
    }
  }
  console.log(`  memoria: ${n(memory(child.pid))} MB`);
  child.kill();
}

const db = prepare();
const measured = await own(db);
if (parts.has('peer')) await peer(db, measured);
