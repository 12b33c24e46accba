// Clients of one process over loopback: closed loops (each client asks again when answered) and an open one (at a given rate).
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { closeSync, fsyncSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';

export class Caller {
  constructor(url, connections) {
    this.url = new URL(url);
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
    this.headers = {};
  }
  ask(method, path, { body, headers = {} } = {}) {
    return new Promise((resolve, reject) => {
      const request = http.request({ host: this.url.hostname, port: this.url.port, method, path, agent: this.agent,
        headers: { ...this.headers, ...headers, ...(body ? { 'content-length': body.length } : {}) } }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: () => Buffer.concat(chunks).toString() }));
      });
      request.on('error', reject);
      request.end(body);
    });
  }
  async login(identita) {
    const body = Buffer.from(JSON.stringify({ identita }));
    const answer = await this.ask('POST', '/api/v1/sessione', { body, headers: { 'content-type': 'application/json' } });
    if (answer.status !== 200) throw new Error(`accesso: ${answer.status} ${answer.text()}`);
    return { cookie: [].concat(answer.headers['set-cookie']).map((one) => one.split(';')[0]).join('; '), 'x-csrf-token': JSON.parse(answer.text()).csrf };
  }
  submit(body, session) {
    return this.ask('POST', '/api/v1/domande', { body, headers: { ...session, 'content-type': 'application/json', 'idempotency-key': randomUUID() } });
  }
  close() {
    this.agent.destroy();
  }
}

export function summary(times, seconds, errors = 0) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { n: times.length, rate: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), errors };
}

// `clients` at once for `ms`, or until `next` answers nothing. `next()`: one request's promise of a status.
export async function closedLoop(clients, ms, wanted, next) {
  const times = [];
  let errors = 0;
  let first;
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() - begun < ms) {
      const at = performance.now();
      const answer = next();
      if (!answer) return;
      const { status, text } = await answer;
      if (status === wanted) times.push(performance.now() - at);
      else {
        errors += 1;
        first ??= text();
      }
    }
  }));
  if (first) console.log(`   primo errore: ${first.slice(0, 300)}`);
  return summary(times, (performance.now() - begun) / 1000, errors);
}

// `rate` a second for `ms`, whether answered or not: a slow server does not slow the arrivals. Times count from the arrival. Who is
// told to come back later (503 with Retry-After) is neither served nor an error: `deferred`, with the time it took to be told.
export async function openLoop(rate, ms, wanted, next) {
  const times = [];
  const told = [];
  let errors = 0;
  const under_way = [];
  const begun = performance.now();
  for (let i = 0; i * 1000 / rate < ms; ++i) {
    const due = begun + i * 1000 / rate;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((done) => { setTimeout(done, wait); });
    under_way.push(next().then(({ status, headers }) => {
      if (status === wanted) times.push(performance.now() - due);
      else if (status === 503 && headers['retry-after']) told.push(performance.now() - due);
      else errors += 1;
    }, () => { errors += 1; }));
  }
  await Promise.all(under_way);
  const deferred = summary(told, ms / 1000);
  return { ...summary(times, ms / 1000, errors), deferred };
}

// How often a second this disk takes `bytes` and says that they are on it.
export function fsyncRate(folder, bytes, ms = 2000) {
  const file = `${folder}/fsync.prova`;
  const fd = openSync(file, 'w');
  const data = Buffer.alloc(bytes, 1);
  const begun = performance.now();
  let n = 0;
  for (; performance.now() - begun < ms; ++n) {
    writeSync(fd, data);
    fsyncSync(fd);
  }
  const seconds = (performance.now() - begun) / 1000;
  closeSync(fd);
  unlinkSync(file);
  return n / seconds;
}

export const memory = (pid, what = 'VmRSS') => Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

// Seconds of processor that a process has used.
export function processor(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
