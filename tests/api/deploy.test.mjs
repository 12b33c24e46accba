// What is needed around the server: the bill of materials, the systemd unit, the TLS proxy.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, scratch, serverProgram } from '../lib/server.mjs';

const has = (program) => spawnSync(program, ['--version']).error === undefined;

test('the bill of materials names every library once, with its version', { skip: !has('dpkg-query') && 'no dpkg here' }, () => {
  const bom = JSON.parse(execFileSync('node', [join(root, 'tools/sbom.mjs'), '--program', serverProgram], { encoding: 'utf8' }));
  assert.deepEqual([bom.bomFormat, bom.specVersion, bom.metadata.component.name], ['CycloneDX', '1.5', 'omnia-is-aperta']);
  const names = new Set(bom.components.map(({ name }) => name));
  for (const name of ['libsqlite3-0', 'libexpat1', 'libssl3', 'libcurl4', 'libcjose0', 'nlohmann-json3-dev', 'lit', 'bootstrap-italia']) assert.ok(names.has(name), name);
  assert.ok(!names.has('typescript'), 'a tool is not part of the product');
  assert.equal(new Set(bom.components.map((one) => one['bom-ref'])).size, bom.components.length);
  for (const one of bom.components) assert.ok(one.version && one.purl.includes('@'), one.name);
});

test('systemd takes the unit and finds little exposed', { skip: !has('systemd-analyze') && 'no systemd here' }, () => {
  const folder = scratch('systemd');
  mkdirSync(folder);
  const unit = join(folder, 'omnia-server.service');
  // The program is where the tests have it; everything else as shipped.
  writeFileSync(unit, readFileSync(join(root, 'tools/deploy/omnia-server.service'), 'utf8').replace('/opt/omnia/omnia-server', serverProgram));
  const verified = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  assert.equal(verified.stderr.split('\n').filter((line) => line.includes('omnia-server')).join('\n'), '');
  const judged = spawnSync('systemd-analyze', ['security', '--offline=true', unit], { encoding: 'utf8' }).stdout;
  assert.ok(Number(/exposure level for \S+: ([\d.]+)/.exec(judged)[1]) < 2, judged.slice(-200));
});

test('the proxy speaks modern TLS, keeps no log of addresses and overwrites what a client says of itself', () => {
  const conf = readFileSync(join(root, 'tools/deploy/nginx.conf'), 'utf8').replaceAll(/^\s*#.*$/gm, '');
  assert.match(conf, /ssl_protocols TLSv1\.2 TLSv1\.3;/);
  assert.match(conf, /access_log off;/);
  assert.match(conf, /proxy_set_header X-Forwarded-For \$remote_addr;/);
  assert.doesNotMatch(conf, /proxy_cache\b|\$proxy_add_x_forwarded_for/);
});
