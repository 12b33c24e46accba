// A real identity provider (oidc-provider) on a free port, and the file that makes the server trust it. `tamper` turns what it
// answers into what a broken or hostile provider would.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { set_cookies } from './client.mjs';
import { scratch } from './server.mjs';

export const SPID = (level) => `https://www.spid.gov.it/SpidL${level}`;

export function keyPair(kid) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  const { kty, n, e } = jwk;
  return { jwk, open: { kty, n, e, kid, alg: 'RS256', use: 'sig' }, privateKey };
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
export const claimsOf = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
export function signed(claims, key, header = {}) {
  const text = `${part({ alg: 'RS256', kid: key.jwk.kid, typ: 'JWT', ...header })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key.privateKey).toString('base64url')}`;
}
export const unsigned = (claims) => `${part({ alg: 'none' })}.${part(claims)}.`;

export async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

// options: returnTo (address of the callback), client (key pair of the server), inUserinfo (claims only there).
export async function startProvider({ returnTo, client, inUserinfo = false, issuerPort }) {
  const { info, warn } = console;
  console.info = console.warn = () => {};  // notices about development settings
  const { default: Provider } = await import('oidc-provider');
  const port = issuerPort ?? (await freePort());
  const issuer = `http://127.0.0.1:${port}`;
  const key = keyPair('chiave-1');
  const self = { issuer, key, keys: [key.open], person: {}, acr: SPID(2), tamper: (token) => token };
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'omnia', redirect_uris: [returnTo], response_types: ['code'], grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'RS256', id_token_signed_response_alg: 'RS256',
      jwks: { keys: [client.open] },
    }],
    jwks: { keys: [key.jwk] },
    acrValues: [1, 2, 3].map(SPID),
    pkce: { required: () => true },
    cookies: { keys: ['prova'] },
    claims: { openid: ['sub', 'acr'], profile: ['given_name', 'family_name', 'fiscalNumber'], acr: null },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: !inUserinfo } },
    interactions: { url: (ctx, interaction) => `/login/${interaction.uid}` },
    findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...self.person }) }),
  });
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/login/')) {
      ctx.respond = false;
      const { params, grantId } = await provider.interactionDetails(ctx.req, ctx.res);
      const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId: 'persona', clientId: params.client_id });
      grant.addOIDCScope(params.scope);
      grant.addOIDCClaims(['given_name', 'family_name', 'fiscalNumber', 'acr']);
      await provider.interactionFinished(ctx.req, ctx.res,
        { login: { accountId: 'persona', acr: self.acr }, consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: false });
      return;
    }
    await next();
    if (ctx.path === '/jwks') ctx.body = { keys: self.keys };
    if (ctx.path === '/token' && ctx.body?.id_token) ctx.body = { ...ctx.body, id_token: self.tamper(ctx.body.id_token) };
  });
  const listener = http.createServer(provider.callback()).listen(port, '127.0.0.1');
  await once(listener, 'listening');
  self.stop = () => new Promise((done) => {
    Object.assign(console, { info, warn });
    listener.close(done);
    listener.closeAllConnections();
  });
  return self;
}

// The configuration file of the server for these providers: [{ id, nome, issuer, client (key pair), …more fields }].
export function providersFile(indirizzo, list) {
  const fornitori = list.map(({ client, ...more }) => {
    const chiave = scratch('chiave.jwk');
    writeFileSync(chiave, JSON.stringify(client.jwk), { mode: 0o600 });
    return {
      client_id: 'omnia', chiave, acr: [SPID(2), SPID(3)], prefisso_codice_fiscale: 'TINIT-',
      attributi: { codice_fiscale: 'fiscalNumber', nome: 'given_name', cognome: 'family_name' }, ...more,
    };
  });
  const file = scratch('identita.json');
  writeFileSync(file, JSON.stringify({ indirizzo, fornitori }));
  return file;
}

// Follows the provider's pages like a browser, from its address to the return to the server. Answers that address.
export async function throughProvider(address) {
  const cookies = new Map();
  for (let hop = 0, url = address; hop < 10; hop += 1) {
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') } });
    for (const one of set_cookies(answer.headers)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one);
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    url = new URL(next, url).href;
    if (url.includes('/api/v1/ritorno')) return url;
  }
  throw new Error('the provider never came back');
}
