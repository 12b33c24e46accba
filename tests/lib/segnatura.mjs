// The sealed segnatura as others see it: the signature is judged by xmlsec1, whose code is not ours; keys and certificates of
// the tests are made by the openssl command.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { scratch } from './server.mjs';

const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });

// A self-signed seal. options: algorithm (of `openssl req -newkey`), days; expired: it was over yesterday; usage: its keyUsage.
export function makeSeal({ algorithm = ['rsa:3072'], expired = false, usage = 'digitalSignature,nonRepudiation' } = {}) {
  const chiave = scratch('sigillo.key');
  const certificato = scratch('sigillo.crt');
  const request = scratch('sigillo.csr');
  openssl('req', '-newkey', ...algorithm, '-nodes', '-keyout', chiave, '-out', request, '-subj', '/C=IT/O=Ente inventato & figli/CN=Sigillo di prova');
  const extensions = scratch('estensioni.cnf');
  writeFileSync(extensions, `keyUsage=critical,${usage}\n`);
  openssl('x509', '-req', '-in', request, '-signkey', chiave, '-days', expired ? '-1' : '3650', '-extfile', extensions, '-out', certificato);
  execFileSync('chmod', ['600', chiave]);
  return { chiave, certificato, args: ['--sigillo-chiave', chiave, '--sigillo-certificato', certificato] };
}

// { ok, said }: what xmlsec1 says of the XML when it trusts that certificate alone.
export function verify(xml, certificato) {
  const file = scratch('segnatura.xml');
  writeFileSync(file, xml);
  const { status, stderr } = spawnSync('xmlsec1', ['--verify', '--trusted-pem', certificato, '--enabled-reference-uris', 'empty,same-doc',
    '--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties', file], { encoding: 'utf8' });
  return { ok: status === 0 && /SignedInfo References \(ok\/all\): 2\/2/.test(stderr), said: stderr };
}

// The names and digests of the documents, in their order: [tag, nomeFile, mimeType, digest as hexadecimal].
export const documents = (xml) =>
  [...xml.matchAll(/<prot:(DocumentoPrimario|Allegato) prot:nomeFile="([^"]*)" prot:mimeType="([^"]*)">.*?<prot:Impronta prot:algoritmo="SHA-256">([^<]+)</gs)]
    .map(([, tag, name, type, digest]) => [tag, name, type, Buffer.from(digest, 'base64').toString('hex')]);

// The text of an element, by the names of those above it: 'Mittente/PersonaFisica/Cognome'.
export function text(xml, path) {
  return path.split('/').reduce((inside, name) => new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>(.*?)</(?:\\w+:)?${name}>`, 's').exec(inside ?? '')?.[1], xml);
}
