// Every answer of the server is held against its own OpenAPI document.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { root } from './server.mjs';

export const openapi = JSON.parse(readFileSync(join(root, 'assets/api/openapi.json'), 'utf8'));

const ajv = new Ajv2020.default({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(openapi, 'openapi');
const compiled = new Map();
function validator(pointer) {
  if (!compiled.has(pointer)) compiled.set(pointer, ajv.compile({ $ref: `openapi#${pointer}` }));
  return compiled.get(pointer);
}
const escape = (part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

// [method, template, operation] of every route.
export const operations = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));

const templates = Object.keys(openapi.paths).map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`) }));
export const templateOf = (url) => templates.find(({ pattern }) => pattern.test(url.split('?')[0]))?.path;

function assertValid(pointer, value, what) {
  const validate = validator(pointer);
  assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors, { separator: '\n  ' })}\n${JSON.stringify(value).slice(0, 2000)}`);
}

export function checkAnswer(method, url, answer) {
  const what = `${method} ${url} -> ${answer.status}`;
  const path = templateOf(url);
  const operation = path && openapi.paths[path][method.toLowerCase()];
  const type = (answer.headers.get('content-type') ?? '').split(';')[0];
  if (answer.status >= 400) {
    assert.equal(type, 'application/problem+json', what);
    assertValid('/components/schemas/Problema', answer.body, what);
    assert.equal(answer.body.status, answer.status, what);
    return;
  }
  if (!operation) return;
  const documented = operation.responses[String(answer.status)];
  assert.ok(documented, `${what}: stato non documentato`);
  if (!documented.content) {
    assert.equal(answer.text, '', what);
    return;
  }
  assert.ok(documented.content[type], `${what}: tipo ${type} non documentato`);
  if (type !== 'application/json') return;
  assertValid(['', 'paths', path, method.toLowerCase(), 'responses', String(answer.status), 'content', type, 'schema'].map(escape).join('/'), answer.body, what);
}
