// Small PDF files written by hand, and what Debian's tools say of those that the server makes.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { scratch } from './server.mjs';

// A correct file of `pages` empty pages; `catalog` and `count` to make wrong ones.
export function pdf({ pages = 1, catalog = '', count = pages } = {}) {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(' ');
  const objects = [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>')];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

export const allegatoPdf = (nome = 'relazione.pdf', options = {}) => ({ nome, tipo: 'application/pdf', contenuto_base64: pdf(options).toString('base64') });

const tool = (name, ...args) => execFileSync(name, args, { encoding: 'utf8' });

export function encrypted(bytes, userPassword) {
  const [from, to] = [scratch('chiaro.pdf'), scratch('cifrato.pdf')];
  writeFileSync(from, bytes);
  tool('qpdf', '--encrypt', userPassword, 'proprietario', '256', '--', from, to);
  return readFileSync(to);
}

// What pdfinfo and qpdf read in a PDF of the server: properties, text in the order of the structure, defects.
export function inspect(bytes) {
  const file = scratch('letto.pdf');
  writeFileSync(file, bytes);
  const text = tool('pdftotext', file, '-');
  return { check: tool('qpdf', '--check', file), info: tool('pdfinfo', file), structure: tool('pdfinfo', '-struct-text', file), text, file };
}
