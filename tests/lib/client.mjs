// A caller of the API: keeps the session cookie and the CSRF token like the browser does, and holds every answer against
// the OpenAPI document.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { checkAnswer } from './schema.mjs';

// What a browser sends back after these Set-Cookie headers: an empty value is a cookie that went.
function kept(cookie, set) {
  const jar = new Map(cookie.split('; ').filter(Boolean).map((one) => one.split(/=(.*)/)));
  for (const one of set) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(one);
    if (value) jar.set(name, value);
    else jar.delete(name);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

export class Client {
  constructor(server) {
    this.base = server.url;
    this.cookie = '';
    this.csrf = '';
  }

  async login(identita) {
    const answer = await this.request('POST', '/api/v1/sessione', { json: { identita } });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    this.csrf = answer.body.csrf;
    return answer.body;
  }

  // options: json or text (body), type, headers, cookie and csrf to override. Answer: status, headers, text, body (JSON or undefined).
  async request(method, path, options = {}) {
    const headers = { ...options.headers };
    const cookie = options.cookie ?? this.cookie;
    const csrf = options.csrf ?? this.csrf;
    if (cookie) headers.cookie = cookie;
    if (csrf && method !== 'GET') headers['x-csrf-token'] = csrf;
    let body;
    if (options.json !== undefined) body = JSON.stringify(options.json);
    if (options.text !== undefined) body = options.text;
    if (body !== undefined && !headers['content-type']) headers['content-type'] = options.type ?? 'application/json';
    const response = await fetch(this.base + path, { method, headers, body, redirect: 'manual' });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (options.cookie === undefined) this.cookie = kept(this.cookie, set_cookies(response.headers));
    const answer = { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8'), body: undefined };
    if ((response.headers.get('content-type') ?? '').includes('json')) answer.body = JSON.parse(answer.text);
    if (method !== 'HEAD') checkAnswer(method, path, answer);
    return answer;
  }

  // A stream of events. Answer as of request(), and until(n): the first n events that came, as {id, event, data}; close().
  async listen(path, headers = {}) {
    const cancel = new AbortController();
    const response = await fetch(this.base + path, { headers: { ...headers, cookie: this.cookie }, signal: cancel.signal });
    const answer = { status: response.status, headers: response.headers, text: '', body: undefined, close: () => cancel.abort() };
    if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) {
      answer.text = await response.text();
      answer.body = JSON.parse(answer.text);
    }
    checkAnswer('GET', path, answer);
    const reader = answer.text ? undefined : response.body.getReader();
    const events = () => answer.text.split('\n\n').slice(0, -1).map((block) => Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/).slice(0, 2)))).filter((one) => one.event);
    answer.until = async (n) => {
      while (events().length < n) {
        const { value, done } = await reader.read();
        if (done) return [...events(), 'fine'];
        answer.text += Buffer.from(value).toString('utf8');
      }
      return events();
    };
    return answer;
  }

  get(path, options) {
    return this.request('GET', path, options);
  }

  // POST /domande with a new key unless given.
  submit(bozza, { chiave = randomUUID(), ...rest } = {}) {
    return this.request('POST', '/api/v1/domande', { json: { bozza, ...rest }, headers: { 'idempotency-key': chiave } });
  }
}

export async function clientOf(server, identita) {
  const client = new Client(server);
  if (identita) await client.login(identita);
  return client;
}

// Each Set-Cookie of an answer. Debian's node 18 has no getSetCookie: there they come joined by commas, as the days of dates are.
export function set_cookies(headers) {
  if (headers.getSetCookie) return headers.getSetCookie();
  return (headers.get('set-cookie') ?? '').split(/,\s*(?=[^;,\s]+=)/).filter(Boolean);
}
