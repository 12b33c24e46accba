// Real Chromium, watched: anything the page complains of is a failed test.
import { chromium } from 'playwright-core';

const flags = ['--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

// To look for what a test takes for granted: a page so many times slower, or a test that comes so many milliseconds late to each step.
const slower_page = Number(process.env.OMNIA_E2E_PAGINA ?? 1);
const later_test = Number(process.env.OMNIA_E2E_PROVA ?? 0);

export function launch(more = []) {
  return chromium.launch({ executablePath: process.env.OMNIA_CHROMIUM ?? '/usr/bin/chromium', args: [...flags, ...more], slowMo: later_test });
}

// Refusals that are answers: no session yet, a domanda sent back with its alerts. Chromium writes a line for each.
const answers = /Failed to load resource: the server responded with a status of (401|422)/;

// A page with the wanted face; `problems` fills with console errors, exceptions and violations of the content policy.
export async function open(browser, url, { face, width = 1440, height = 900, dpr = 1, scheme = 'light' }) {
  const context = await browser.newContext({
    viewport: { width, height }, deviceScaleFactor: dpr, colorScheme: scheme, locale: 'it-IT', timezoneId: 'Europe/Rome', acceptDownloads: true,
  });
  const page = await context.newPage();
  if (slower_page > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower_page });
  const problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !answers.test(message.text())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`eccezione: ${error.stack ?? error.message}`));
  await page.addInitScript((wanted) => {
    if (!localStorage.getItem('omnia.faccia')) localStorage.setItem('omnia.faccia', wanted);
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`));
  }, face);
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  await page.waitForFunction((wanted) => window.__omnia?.tree && window.__omnia.face === wanted, face);
  return { page, problems, close: () => context.close() };
}
