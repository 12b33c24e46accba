// What the client is measured beside, and with: a minimal page of React and Bootstrap Italia, and Lighthouse. Fetched when asked for.
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

const run = promisify(execFile);

async function install(folder, packages) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd: folder, maxBuffer: 1 << 26 });
}

// The same first screen: the header and the list of demo identities, each with its button.
const source = `
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import { createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
function App() {
  const [people, set] = useState([]);
  useEffect(() => { fetch('/api/v1/identita-demo').then((r) => r.json()).then((r) => set(r.identita)); }, []);
  return h('div', null,
    h('div', { className: 'it-header-slim-wrapper' }, h('div', { className: 'container' }, h('div', { className: 'it-header-slim-wrapper-content' }, 'OMNIA IS aperta'))),
    h('main', { className: 'container my-4' }, h('h1', null, 'Chi sei?'),
      h('div', { className: 'row' }, people.map((p) => h('div', { className: 'col-lg-4', key: p.id }, h('div', { className: 'card-wrapper card-space' },
        h('div', { className: 'card card-bg' }, h('div', { className: 'card-body' }, h('h3', { className: 'card-title h5' }, p.nome + ' ' + p.cognome),
          h('p', { className: 'card-text' }, p.descrizione), h('button', { className: 'btn btn-primary entra' }, 'Entra come ' + p.nome)))))))));
}
createRoot(document.getElementById('app')).render(h(App));
`;

export async function react_page(work, api) {
  const folder = join(work, 'react');
  await install(folder, ['react@19', 'react-dom@19', 'bootstrap-italia@2', 'esbuild@0.25']);
  await run('node', [join(folder, 'node_modules/esbuild/install.js')], { cwd: folder });
  await writeFile(join(folder, 'main.jsx'), source);
  await run(join(folder, 'node_modules/.bin/esbuild'), ['main.jsx', '--bundle', '--minify', '--format=esm', '--outfile=dist/app.js', '--define:process.env.NODE_ENV="production"',
    '--loader:.woff2=dataurl', '--loader:.woff=empty', '--loader:.ttf=empty', '--loader:.eot=empty', '--loader:.svg=dataurl', '--external:*.woff2', '--external:*.woff', '--external:*.ttf', '--external:*.eot'], { cwd: folder });
  const html = '<!doctype html><html lang="it"><meta charset="utf-8"><title>React</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/app.css"><div id="app"></div><script type="module" src="/app.js"></script></html>';
  const pack = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const files = {
    '/': ['text/html', pack(Buffer.from(html))],
    '/app.js': ['text/javascript', pack(await readFile(join(folder, 'dist/app.js')))],
    '/app.css': ['text/css', pack(await readFile(join(folder, 'dist/app.css')))],
  };
  const server = createServer(async (request, response) => {
    const file = files[request.url];
    if (file) {
      response.writeHead(200, { 'Content-Type': file[0], 'Content-Encoding': 'br', 'Content-Length': file[1].length });
      response.end(file[1]);
    } else if (request.url.startsWith('/api/')) {
      const answer = await fetch(new URL(request.url, api));
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) };
}

// Scores out of 100, on a desktop's line and processor, in a window just narrow enough for the HTML face; and on a slow telephone.
export async function lighthouse(work, url) {
  const folder = join(work, 'lighthouse');
  await install(folder, ['lighthouse@13']);
  const audit = async (name, options) => {
    const report = join(folder, `${name}.json`);
    await run(join(folder, 'node_modules/.bin/lighthouse'), [url, '--quiet', '--output=json', `--output-path=${report}`, '--only-categories=performance,accessibility,best-practices',
      '--chrome-flags=--headless=new --no-sandbox --disable-quic --disable-background-networking', ...options], {
      cwd: folder, maxBuffer: 1 << 26, env: { ...process.env, CHROME_PATH: process.env.OMNIA_CHROMIUM ?? '/usr/bin/chromium' },
    });
    const { categories, audits } = JSON.parse(await readFile(report, 'utf8'));
    const weak = Object.values(audits).filter((one) => one.score !== null && one.score < 0.9 && one.scoreDisplayMode !== 'informative');
    return { scores: Object.fromEntries(Object.entries(categories).map(([key, category]) => [key, Math.round(category.score * 100)])), weak: weak.map((one) => `${one.id} ${one.displayValue ?? ''}`.trim()) };
  };
  return { desktop: await audit('desktop', ['--preset=desktop', '--screenEmulation.width=1000']), telephone: await audit('telephone', ['--form-factor=mobile']) };
}
