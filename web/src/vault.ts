// Drafts locked with a passphrase: what is stored is sealed with AES-GCM under a key derived with PBKDF2-SHA-256. The key lives in
// this page alone and cannot be taken out of it; neither it nor the passphrase is ever stored.

const rounds = 600_000;
const salt_bytes = 16;
const iv_bytes = 12;
const proof = 'OMNIA IS aperta';

export interface Sealed { readonly iv: Uint8Array<ArrayBuffer>; readonly cifra: ArrayBuffer }
// What opening needs, and nothing of what it opens.
export interface Lock { readonly sale: Uint8Array<ArrayBuffer>; readonly giri: number; readonly prova: Sealed; readonly minuti: number }

interface Keys { readonly seal: CryptoKey; readonly name: CryptoKey }

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

async function derive(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Keys> {
  const phrase = await crypto.subtle.importKey('raw', encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  const bits = new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, phrase, 512));
  const keys = {
    seal: await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']),
    name: await crypto.subtle.importKey('raw', bits.slice(32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  };
  bits.fill(0);
  return keys;
}

async function seal_with(key: CryptoKey, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(iv_bytes));
  return { iv, cifra: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encode(text)) };
}

export class Vault {
  private constructor(private readonly keys: Keys) {}

  static async make(passphrase: string, minutes: number): Promise<{ vault: Vault; lock: Lock }> {
    const sale = crypto.getRandomValues(new Uint8Array(salt_bytes));
    const keys = await derive(passphrase, sale, rounds);
    return { vault: new Vault(keys), lock: { sale, giri: rounds, prova: await seal_with(keys.seal, proof), minuti: minutes } };
  }

  // undefined when the passphrase is another one.
  static async open(lock: Lock, passphrase: string): Promise<Vault | undefined> {
    const vault = new Vault(await derive(passphrase, lock.sale, lock.giri));
    try {
      return (await vault.text(lock.prova)) === proof ? vault : undefined;
    } catch {
      return undefined;
    }
  }

  seal(text: string): Promise<Sealed> { return seal_with(this.keys.seal, text); }

  async text(sealed: Sealed): Promise<string> {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, this.keys.seal, sealed.cifra));
  }

  // Under which a record is stored: a name such as "registro.<matricola>" would say whose draft it is.
  async name(id: string): Promise<string> {
    const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', this.keys.name, encode(id)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
