// Builds web/dist: index.html, offline.js and assets/NAME-HASH.ext, each with its .br and .gz beside.
// Usage: node build.mjs [--wasm DIR] [--fonts DIR] [--out DIR]
//   --wasm   folder of app.mjs and app.wasm (default build/wasm/wasm-client)
//   --fonts  folder of the canvas's TTF files made by tools/lib/fonts.sh (default build/fonts)
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, transform } from 'esbuild';
import { purge } from './lib/purge.mjs';
import { themed, token_css } from './lib/tokens.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const require = createRequire(import.meta.url);
const { values: options } = parseArgs({ options: {
  wasm: { type: 'string', default: join(root, 'build/wasm/wasm-client') },
  fonts: { type: 'string', default: join(root, 'build/fonts') },
  out: { type: 'string', default: join(here, 'dist') },
} });
const out = resolve(options.out);
const fresh = `${out}.new`;
const canvas_fonts = ['titillium-regular.ttf', 'titillium-semibold.ttf', 'roboto-mono.ttf'];
const targets = ['chrome109', 'firefox115', 'safari16'];

// Writes an asset under the hash of its content and returns its address from index.html.
async function asset(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 10);
  const file = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  await writeFile(join(fresh, 'assets', file), bytes);
  return `/assets/${file}`;
}

async function read(path, remedy) {
  try {
    return await readFile(path);
  } catch {
    throw new Error(`manca ${path}: ${remedy}`);
  }
}

// The same files for the page and for the canvas: the second face finds them in the cache, and a field being edited shows the very
// letters that the canvas draws. The ranges are those of tools/lib/fonts.sh; beyond them the browser has fonts of its own.
const families = [['Titillium Web', 400], ['Titillium Web', 600], ['Roboto Mono', 400]];
const ranges = 'U+20-7E,U+A0,U+A7,U+AA-AB,U+B0,U+B2-B4,U+B7,U+BA-BB,U+BD,U+C0-FF,U+102-107,U+10C-111,U+118-11B,U+141-144,U+147-148,U+150-151,U+158-15B,U+15E-165,U+16E-171,U+179-17E,U+218-21B,U+2010-2014,U+2018-2019,U+201C-201E,U+2022,U+2026,U+20AC,U+2212';

function font_css(fonts) {
  return families.map(([family, weight], i) =>
    `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;font-display:swap;src:url(${fonts[i]}) format("truetype");unicode-range:${ranges}}`).join('\n');
}

// What stands in our pages and templates: a rule of Bootstrap Italia about anything else is not used.
async function page_parts() {
  const sources = [join(here, 'index.html'), join(here, 'src/template.ts')];
  const text = (await Promise.all(sources.map((file) => readFile(file, 'utf8')))).join('\n');
  const all = (pattern) => [...text.matchAll(pattern)].map((m) => m[1]);
  const attributes = new Map();
  for (const [, name, value] of text.matchAll(/[\s?.]([a-z][\w-]*)=("[^"]*"|\$\{[^}]*\})/g)) {
    if (!attributes.has(name)) attributes.set(name, new Set());
    for (const word of value.match(/[\w-]+/g) ?? []) attributes.get(name).add(word);
  }
  return {
    classes: new Set(all(/\bclass="([^"]*)"/g).join(' ').match(/[\w-]+/g)),
    elements: new Set([...all(/<([a-z][a-z0-9]*)/g), 'html', 'body']), attributes,
  };
}

async function style(fonts) {
  const tokens = JSON.parse(await readFile(join(root, 'assets/tokens/tokens.json'), 'utf8'));
  const bootstrap = await readFile(require.resolve('bootstrap-italia/dist/css/bootstrap-italia.min.css'), 'utf8');
  const taken = purge(bootstrap, { used: await page_parts(), scope: '.html', themed });
  const own = await Promise.all(['base', 'html', 'canvas'].map((name) => readFile(join(here, `css/${name}.css`), 'utf8')));
  const sheet = `@layer bootstrap{${taken}}\n${font_css(fonts)}\n${token_css(tokens)}${own.join('\n')}`;
  const { code } = await transform(sheet, { loader: 'css', minify: true, target: targets });
  return asset('stile.css', code);
}

// Screens that are data, fetched when the first of them is opened: by the address that the program knows.
async function data() {
  const screens = JSON.parse(await readFile(join(root, 'assets/screens/ufficio.json'), 'utf8'));
  return { '/assets/ufficio.json': await asset('ufficio.json', JSON.stringify(screens)) };
}

async function script(name, source, assets) {
  const result = await build({
    entryPoints: [join(here, 'src', source)], bundle: true, format: 'esm', minify: true, write: false, target: targets,
    legalComments: 'none', define: { ASSETS: JSON.stringify(assets) }, conditions: ['production'],
  });
  return asset(name, result.outputFiles[0].contents);
}

// The service worker has no hash in its name: the browser asks for it again and compares.
async function service_worker() {
  const files = ['/', ...(await readdir(join(fresh, 'assets'))).sort().map((name) => `/assets/${name}`)];
  const page = await readFile(join(fresh, 'index.html'));
  const name = `omnia-${createHash('sha256').update(page).update(files.join()).digest('hex').slice(0, 16)}`;
  await build({
    entryPoints: [join(here, 'src/offline.ts')], bundle: true, format: 'iife', minify: true, target: targets, outfile: join(fresh, 'offline.js'),
    legalComments: 'none', define: { SHELL: JSON.stringify({ name, files }) },
  });
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

async function compress(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await compress(path);
    else if (!/\.(woff2|br|gz)$/.test(entry.name)) {
      const bytes = await readFile(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_NDIRECT]: 4 };
      await writeFile(`${path}.br`, await brotli(bytes, { params }));
      await writeFile(`${path}.gz`, await gzipped(bytes, { level: 9 }));
    }
  }
}

async function sizes(folder) {
  for (const name of (await readdir(folder)).sort()) {
    if (/\.(br|gz)$/.test(name) || !extname(name)) continue;
    const [plain, small] = [await readFile(join(folder, name)), await readFile(join(folder, `${name}.br`)).catch(() => undefined)];
    console.log(`${name.padEnd(52)} ${String(plain.length).padStart(9)} ${small ? `${String(small.length).padStart(9)} br` : ''}`);
  }
}

async function main() {
  await rm(fresh, { recursive: true, force: true });
  await mkdir(join(fresh, 'assets'), { recursive: true });
  const compile = 'compilare prima il client (cmake --build --preset wasm)';
  const loader = await transform(await read(join(options.wasm, 'app.mjs'), compile), { minify: true, format: 'esm', target: targets });
  const module = await asset('app.mjs', loader.code);
  const wasm = await asset('app.wasm', await read(join(options.wasm, 'app.wasm'), compile));
  const fonts = [];
  for (const name of canvas_fonts) fonts.push(await asset(name, await read(join(options.fonts, name), `eseguire prima tools/lib/fonts.sh ${options.fonts}`)));
  const program = await script('pagina.js', 'main.ts', { module, wasm, fonts, dati: await data() });
  const page = (await readFile(join(here, 'index.html'), 'utf8'))
    .replaceAll('{{stile}}', await style(fonts)).replaceAll('{{pagina}}', program)
    .replaceAll('{{avvio}}', await script('avvio.js', 'start.ts', { page: program }))
    .replaceAll('{{modulo}}', module).replaceAll('{{wasm}}', wasm)
    .replaceAll('{{icona}}', await asset('icona.svg', await readFile(join(here, 'icona.svg'))));
  await writeFile(join(fresh, 'index.html'), page);
  await service_worker();
  await compress(fresh);
  await rm(out, { recursive: true, force: true });
  await rename(fresh, out);
  await sizes(out);
  await sizes(join(out, 'assets'));
}

main().catch((error) => {
  console.error(`Errore: ${error.message}`);
  process.exitCode = 1;
});
