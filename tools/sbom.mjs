#!/usr/bin/env node
// Software bill of materials (CycloneDX 1.5, JSON) on standard output: what the server links, what the browser client is made
// of. From the machine's own package database and the lock file, so it says what was really built.
// Usage: node tools/sbom.mjs [--program FILE] [--deps FOLDER]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    program: { type: 'string', default: join(root, 'build/native/server/omnia-server') },
    deps: { type: 'string', default: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'omnia-is-aperta/deps') },
  },
});
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

// Debian packages of the shared libraries that the program loads. Merged /usr: dpkg may know a file by its old place.
function linked(program) {
  const files = [...run('ldd', program).matchAll(/=> (\/\S+)/g)].map(([, file]) => realpathSync(file));
  const owners = new Set();
  for (const file of files) {
    for (const name of [file, file.replace(/^\/usr/, '')]) {
      try {
        owners.add(run('dpkg-query', '-S', name).split(': ')[0].split(',')[0]);
        break;
      } catch { /* not under this name */ }
    }
  }
  return [...owners].map(debian);
}

// Header-only ones leave no trace in the program.
const HEADER_ONLY = ['nlohmann-json3-dev', 'libfmt-dev', 'libcli11-dev', 'libspdlog-dev', 'libsqlitecpp-dev'];

function debian(name) {
  const [pack, version, arch] = run('dpkg-query', '-W', '-f', '${Package} ${Version} ${Architecture}', name).split(' ');
  return { type: 'library', name: pack, version, purl: `pkg:deb/debian/${pack}@${encodeURIComponent(version)}?arch=${arch}&distro=debian-12` };
}

// Compiled from source: the version stands in the header itself.
function sources(deps) {
  const known = [['imgui', 'imgui/imgui.h', /IMGUI_VERSION\s+"([^"]+)"/], ['cpp-httplib', 'cpp-httplib/httplib.h', /CPPHTTPLIB_VERSION\s+"([^"]+)"/]];
  return known.filter(([, file]) => existsSync(join(deps, file))).map(([name, file, pattern]) => {
    const version = pattern.exec(readFileSync(join(deps, file), 'utf8'))?.[1] ?? 'sconosciuta';
    return { type: 'library', name, version, purl: `pkg:generic/${name}@${version}` };
  });
}

// What the bundle may contain: dependencies of web/, not its tools.
function npm(folder) {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages).filter(([path, one]) => path && !one.dev && !one.optional).map(([path, one]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const component = { type: 'library', name, version: one.version, purl: `pkg:npm/${name.replace('@', '%40')}@${one.version}` };
    if (one.license) component.licenses = [{ expression: one.license }];
    if (one.integrity) component.hashes = [{ alg: 'SHA-512', content: Buffer.from(one.integrity.split('-')[1], 'base64').toString('hex') }];
    return component;
  });
}

const version = /VERSION ([\d.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'))[1];
const all = [...linked(values.program), ...HEADER_ONLY.map(debian), ...sources(values.deps), ...npm(join(root, 'web'))];
const unique = new Map(all.map((one) => [one.purl, { 'bom-ref': one.purl, ...one }]));
process.stdout.write(`${JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: { type: 'application', 'bom-ref': 'omnia-is-aperta', name: 'omnia-is-aperta', version, licenses: [{ license: { id: 'EUPL-1.2' } }] },
  },
  components: [...unique.values()].sort((a, b) => a.purl.localeCompare(b.purl)),
}, null, 1)}\n`);
