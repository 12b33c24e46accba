// Identifiers that pass every check digit and belong to nobody: surnames such as XQZ do not exist.
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const value = (c) => (c >= '0' && c <= '9' ? c.charCodeAt(0) - 48 : c.charCodeAt(0) - 65);
const pad = (n, width) => String(n).padStart(width, '0');

export function codiceFiscale(first15) {
  const sum = [...first15].reduce((total, c, i) => total + (i % 2 === 0 ? ODD[value(c)] : value(c)), 0);
  return first15 + String.fromCharCode(65 + (sum % 26));
}

// The nth person: letters carry n, birth on 1 January 1980 in H501.
export function personCode(n) {
  const letter = (i) => 'BCDFGHJKLM'[Math.floor(n / 10 ** i) % 10];
  return codiceFiscale(`XQ${letter(0)}W${letter(1)}${letter(2)}80A01H50${Math.floor(n / 1000) % 10}`);
}

export function partitaIva(n) {
  const first10 = pad(n, 7) + '058';
  const sum = [...first10].reduce((total, c, i) => {
    const doubled = (i % 2 === 0 ? 1 : 2) * Number(c);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return first10 + ((10 - (sum % 10)) % 10);
}

export function matricola(province, n) {
  const first8 = pad(province, 2) + pad(n, 6);
  const sum = (parity) => [...first8].reduce((total, c, i) => total + (i % 2 === parity ? Number(c) : 0), 0) % 10;
  return first8 + sum(0) + sum(1);
}
