// Generated review requests, and the two programs that answer them: the native command line and the shipped wasm.
import { execFile, spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { cliProgram, root } from './server.mjs';

const assets = join(process.env.OMNIA_WEB ?? join(root, 'web/dist'), 'assets');

export async function generatedRequests(count, seed) {
  const { stdout } = await promisify(execFile)(cliProgram, ['drafts', '--seed', String(seed), '--count', String(count)], { maxBuffer: 1 << 30 });
  return stdout.split('\n').filter(Boolean);
}

// What a program answers to the lines on its standard input.
export function piped(program, args, lines) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const out = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(Buffer.concat(out).toString('utf8').split('\n').filter(Boolean)) : reject(new Error(`${program}: ${code}`))));
    child.stdin.end(`${lines.join('\n')}\n`);
  });
}

// One request a line in, one review a line out.
export const nativeReviews = (lines) => piped(cliProgram, ['review-stream'], lines);
// One request a line in, one explanation a line out; "tutto" for every topic and alert.
export const nativeExplanations = (lines, topic) => piped(cliProgram, ['review-stream', '--spiega', topic], lines);

async function asset(extension) {
  const name = (await readdir(assets)).find((file) => file.startsWith('app-') && file.endsWith(extension));
  if (!name) throw new Error(`no app-*${extension} in ${assets}: build the web pages first`);
  return join(assets, name);
}

// The very files that the server ships: node only hands over the bytes that a browser would fetch.
async function shippedProgram() {
  const { default: create } = await import(pathToFileURL(await asset('.mjs')));
  const app = await create({ wasmBinary: await readFile(await asset('.wasm')), onPatch() {}, onEffect() {} });
  const copied = (text) => {
    const size = app.lengthBytesUTF8(text) + 1;
    const pointer = app._malloc(size);
    app.stringToUTF8(text, pointer, size);
    return pointer;
  };
  // What the C function of that name answers to those texts.
  return (name, ...texts) => {
    const pointers = texts.map(copied);
    const answer = app.UTF8ToString(app[name](...pointers));
    pointers.forEach(app._free);
    return answer;
  };
}

export async function shippedReview() {
  const call = await shippedProgram();
  return (text) => call('_omnia_review', text);
}

// An empty topic is every topic and alert.
export async function shippedExplanation() {
  const call = await shippedProgram();
  return (text, topic) => call('_omnia_explain', text, topic);
}
