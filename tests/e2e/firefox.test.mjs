// The HTML face in Firefox, driven over WebDriver BiDi. Without a graphics driver Firefox has no WebGL: who asks for the canvas there
// must get the HTML face and nothing else.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';
import { officine } from '../lib/office.mjs';
import { officeDatabase, root, startServer } from '../lib/server.mjs';

const program = process.env.OMNIA_FIREFOX ?? '/usr/bin/firefox-esr';
const skip = existsSync(program) ? false : `no ${program}`;
let browser;
let server;
before(async () => {
  if (skip) return;
  browser = await puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true, extraPrefsFirefox: { 'intl.accept_languages': 'it' } });
  server = await startServer({ db: officeDatabase(), web: process.env.OMNIA_WEB ?? join(root, 'web/dist') });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(face, width = 1440) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: 900 });
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error' && !/40[12]|422/.test(message.text())) problems.push(message.text()); });
  page.setDefaultTimeout(30_000);
  await page.evaluateOnNewDocument((wanted) => { if (location.protocol === 'http:' && !localStorage.getItem('omnia.faccia')) localStorage.setItem('omnia.faccia', wanted); }, face);
  await page.goto(server.url);
  const by = (role, name) => page.waitForSelector(`::-p-aria(${name}[role="${role}"])`);
  const title = (text) => page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, {}, text);
  const label = (text) => page.waitForFunction((wanted) => [...document.querySelectorAll('label')].find((l) => l.textContent.replace(' *', '').trim() === wanted)?.control, {}, text);
  const write = async (name, text) => {
    const field = await label(name);
    await field.focus();
    await field.evaluate((element) => element.select());
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  };
  return { page, problems, by, title, label, write };
}

test('a domanda is begun in Firefox: errors, sections, the plan and the workers', { skip, timeout: 90_000 }, async () => {
  const { page, problems, by, title, label, write } = await open('html');
  await (await by('button', 'Entra come ADA XQZETTI')).click();
  await (await by('button', 'Nuova domanda')).click();
  await page.waitForFunction((name) => document.body.textContent.includes(name), {}, officine.denominazione);
  await (await page.waitForSelector('li .card button')).click();
  await title('Azienda');
  await write('PEC', 'non è un indirizzo');
  const invalid = async () => (await label('PEC')).evaluate((element) => element.getAttribute('aria-invalid'));
  assert.equal(await invalid(), 'true');
  await write('PEC', 'azienda@pec.invalid.it');
  assert.equal(await invalid(), null);
  await write('Cognome del legale rappresentante', 'Šarić-Àncora');
  assert.equal(await (await label('Cognome del legale rappresentante')).evaluate((e) => e.value), 'Šarić-Àncora');

  const step = async (name) => {
    await page.evaluate((wanted) => [...document.querySelectorAll('nav .passo')].find((s) => s.textContent.trim().startsWith(wanted)).click(), name);
    await title(name);
  };
  await step('Unità produttiva');
  await (await page.waitForSelector('input[type="radio"]')).click();
  await step('Periodo e settimane');
  await write('Primo giorno di sospensione o riduzione', '23/11/2026');
  await page.waitForSelector('[data-griglia] input');
  await page.focus('[data-griglia] input');
  await page.keyboard.type('3');
  await page.keyboard.press('ArrowDown');
  await step('Lavoratori');
  await page.waitForSelector('.scorre [type="checkbox"]');
  await (await page.waitForSelector('.scorre [type="checkbox"]')).click();
  await page.waitForFunction(() => document.body.textContent.includes('1 lavoratore scelto'));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `nothing is wider than the window: ${wide}`);
  await page.setViewport({ width: 390, height: 844 });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, 'also on a phone');
  await page.reload();
  await (await page.waitForSelector('::-p-text(Riprendi)')).click();
  await title('Lavoratori');
  assert.deepEqual(problems, []);
});

test('the canvas where Firefox can draw it, else the HTML face without a complaint', { skip, timeout: 60_000 }, async (t) => {
  const { page, problems, by } = await open('canvas');
  await by('button', 'Entra come ADA XQZETTI');
  const able = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
  await page.waitForFunction((face) => window.__omnia.face === face, {}, able ? 'canvas' : 'html');
  t.diagnostic(able ? 'WebGL2: the canvas face was drawn' : 'no WebGL2 here: the HTML face was shown');
  assert.deepEqual(problems.filter((one) => !/webgl/i.test(one)), []);
});
