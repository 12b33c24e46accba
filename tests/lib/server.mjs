// Starts and stops the real server on a free port with a database of its own. Programs come from OMNIA_BUILD (default:
// build/native of the checkout); everything is ended by pid.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OGGI, writeOffice } from './office.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const build = resolve(root, process.env.OMNIA_BUILD ?? 'build/native');
export const serverProgram = join(build, 'server/omnia-server');
export const cliProgram = join(build, 'tools/omnia');

const folder = mkdtempSync(join(tmpdir(), 'omnia-prove-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let counter = 0;
export const scratch = (name) => join(folder, `${++counter}-${name}`);

export const cli = (...args) => execFileSync(cliProgram, args, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });

const templates = new Map();
function template(kind, make) {
  if (!templates.has(kind)) {
    const file = scratch(`${kind}.db`);
    make(file);
    templates.set(kind, file);
  }
  const copy = scratch('omnia.db');
  copyFileSync(templates.get(kind), copy);
  return copy;
}

// A fresh copy of the small office of office.mjs.
export const officeDatabase = () =>
  template('ufficio', (file) => {
    const files = scratch('ufficio');
    writeOffice(files);
    cli('import', '--db', file, files);
  });

// The small office with that many workers in its first company.
export const largeOfficeDatabase = (workers) =>
  template(`ufficio-${workers}`, (file) => {
    const files = scratch('ufficio');
    writeOffice(files, workers);
    cli('import', '--db', file, files);
  });

// A fresh copy of the database made of the files of `omnia demo`.
export const demoDatabase = (seed = 2026) =>
  template(`demo-${seed}`, (file) => {
    const files = scratch('demo');
    cli('demo', '--seed', String(seed), '--out', files);
    cli('import', '--db', file, files);
  });

// options: db (a file, default the small office), web (folder), oggi, demo (default true), limits (of requests; default none:
// tests ask faster than people), args (more options), wrap (a program, with its arguments, that starts the server in its place).
export async function startServer(options = {}) {
  const db = options.db ?? officeDatabase();
  const args = ['--db', db, '--port', String(options.port ?? 0)];
  if (options.demo ?? true) args.push('--demo');
  if (!options.limits) args.push(...['identita', 'indirizzo', 'accesso'].flatMap((what) => [`--richieste-${what}`, '0']));
  const oggi = options.oggi === undefined ? OGGI : options.oggi;
  if (oggi) args.push('--oggi', oggi);
  if (options.web) args.push('--web', options.web);
  args.push(...(options.args ?? []));
  const [program, ...all] = [...(options.wrap ?? []), serverProgram, ...args];
  const child = spawn(program, all, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } });
  const server = { child, pid: child.pid, db, log: '', url: '', port: 0, exited: null };
  child.stderr.setEncoding('utf8').on('data', (text) => { server.log += text; });
  server.exited = new Promise((done) => child.on('exit', (code, signal) => done({ code, signal })));
  const killer = () => child.kill('SIGKILL');
  process.on('exit', killer);
  server.exited.then(() => process.off('exit', killer));
  server.stop = async (signal = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return server.exited;
  };
  await new Promise((ready, failed) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
      const line = out.match(/in ascolto su (http:\/\/[^\s]+:(\d+))/);
      if (line) {
        server.url = line[1];
        server.port = Number(line[2]);
        ready();
      }
    });
    server.exited.then(({ code }) => failed(new Error(`il server non parte (${code}): ${server.log}`)));
  });
  return server;
}

export const hasPrograms = () => existsSync(serverProgram) && existsSync(cliProgram);
