// What only the canvas face can get wrong: frames, density, editing over pixels, a lost context, switching.
import assert from 'node:assert/strict';
import test from 'node:test';
import { officine } from '../lib/office.mjs';
import * as check from './lib/checks.mjs';
import * as person from './lib/journey.mjs';
import { shared_office } from './lib/shared.mjs';

const office = shared_office();

async function at_the_desk(t, options = {}) {
  const opened = await office.open({ face: 'canvas', ...options });
  t.after(opened.close);
  await person.enter_as(opened.page, 'ADA XQZETTI');
  await person.choose_company(opened.page, officine.denominazione);
  return opened;
}

test('no event, no frame: three idle seconds draw nothing, also with a field focused', async (t) => {
  const { page, problems } = await at_the_desk(t);
  await person.field(page, 'PEC').focus();
  await check.idle_without_frames(page, 3);
  const frames = await page.evaluate(() => window.__omnia.frames);
  await page.keyboard.type('a');
  await check.settled(page);
  assert.ok(await page.evaluate((before) => window.__omnia.frames > before, frames), 'a key draws');
  // Over empty ground the pointer changes nothing.
  await check.settled(page);
  const still = await page.evaluate(() => window.__omnia.frames);
  for (let x = 0; x < 20; x += 1) await page.mouse.move(4 + x / 4, 890);
  await page.waitForTimeout(300);
  assert.ok((await page.evaluate(() => window.__omnia.frames)) - still <= 1, 'moves over nothing draw nothing');
  assert.deepEqual(problems, []);
});

test('one event draws one frame, and a key is on the screen soon after', async (t) => {
  const { page, problems } = await at_the_desk(t);
  const surname = person.field(page, 'Cognome del legale rappresentante');
  await surname.focus();
  await check.settled(page);
  await page.evaluate(() => {
    window.__keys = [];
    let pressed = 0;
    document.addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
    // Before the page hears of it: what it draws for it comes with the next frame.
    document.addEventListener('input', () => {
      const frames = window.__omnia.frames;
      requestAnimationFrame(() => requestAnimationFrame(() => window.__keys.push([performance.now() - pressed, window.__omnia.frames - frames])));
    }, true);
  });
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('a');
    await page.waitForFunction((count) => window.__keys.length > count, i);
  }
  // The word "salvata" comes back once after the pause: a patch of its own.
  const keys = await page.evaluate(() => window.__keys);
  const one = keys.filter(([, frames]) => frames === 1).length;
  assert.ok(one >= 17, `one frame a key: ${keys.map(([, frames]) => frames)}`);
  const times = keys.map(([time]) => time).sort((a, b) => a - b);
  t.diagnostic(`keydown to paint: median ${times[10].toFixed(0)} ms, worst ${times[19].toFixed(0)} ms`);
  assert.deepEqual(problems, []);
});

for (const [width, dpr] of [[1024, 1.25], [1920, 1], [2560, 1], [3840, 1]]) {
  test(`a window of ${width} px at density ${dpr}`, async (t) => {
    const { page, problems } = await at_the_desk(t, { width, height: Math.min(1400, Math.round(width * 0.62)), dpr });
    await check.leaves_are_drawn(page, `azienda ${width}`);
    await check.picture(page, `azienda-canvas-${width}`);
    assert.equal(await page.evaluate(() => document.getElementById('palco').scrollWidth - document.getElementById('palco').clientWidth), 0);
    assert.deepEqual(problems, []);
  });
}

test('on a dense screen the canvas has every physical pixel and the leaves stand where they are drawn', async (t) => {
  const { page, problems } = await at_the_desk(t, { dpr: 2 });
  const size = await page.evaluate(() => {
    const canvas = document.getElementById('tela');
    return { width: canvas.width, height: canvas.height, css: canvas.getBoundingClientRect().width };
  });
  assert.equal(size.width, Math.round(size.css * 2));
  await check.leaves_are_drawn(page, 'azienda at 2x');
  await check.picture(page, 'azienda-canvas-2x');
  assert.deepEqual(problems, []);
});

test('editing over the canvas is the browser’s own: caret, selection, undo, clipboard, letters of any script', async (t) => {
  const { page } = await at_the_desk(t);
  const surname = person.field(page, 'Cognome del legale rappresentante');
  await surname.click();
  const box = await surname.boundingBox();  // after the click, which may have scrolled
  await page.keyboard.type('Kovač d’Àncora');
  assert.equal(await surname.inputValue(), 'Kovač d’Àncora');
  await page.mouse.dblclick(box.x + 25, box.y + box.height / 2);
  assert.equal(await page.evaluate(() => getSelection().toString().trim()), 'Kovač', 'a double click selects the word under it');
  await page.keyboard.type('Šarić');
  assert.equal((await surname.inputValue()).replace(/\s+/g, ' '), 'Šarić d’Àncora');
  // The browser counts two: the letters after the first, and the first with the word it replaced.
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  assert.equal(await surname.inputValue(), 'Kovač d’Àncora', 'undo survives the way through the model');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+V');
  assert.equal(await person.field(page, 'Nome del legale rappresentante').inputValue(), 'Kovač d’Àncora');
  await page.keyboard.press('Tab');
  await check.settled(page);
  assert.equal(await surname.evaluate((e) => getComputedStyle(e).color), 'rgba(0, 0, 0, 0)', 'what is not edited is drawn by the canvas');
  await surname.fill('日本');
  await page.keyboard.press('Tab');
  await check.settled(page);
  assert.notEqual(await surname.evaluate((e) => getComputedStyle(e).color), 'rgba(0, 0, 0, 0)', 'letters the canvas lacks are shown by the browser');
});

test('the focused field shows the same letters as the canvas', async (t) => {
  const { page } = await at_the_desk(t);
  const surname = person.field(page, 'Cognome del legale rappresentante');
  await surname.fill('Un cognome molto lungo, d’Àncora');
  const fits = await surname.evaluate((e) => {
    const measure = document.createElement('canvas').getContext('2d');
    measure.fontKerning = 'none';
    measure.font = getComputedStyle(e).font;
    return { css: parseFloat(getComputedStyle(e).fontSize), width: measure.measureText(e.value).width };
  });
  assert.ok(Math.abs(fits.css - Math.trunc(16 * 1.521) / 1.521) < 0.01, `font size ${fits.css}`);
  assert.ok(fits.width > 100);
});

test('typing goes on while the graphics context is lost, and the picture comes back', async (t) => {
  const { page, problems } = await at_the_desk(t);
  await page.evaluate(() => { window.__lose = document.getElementById('tela').getContext('webgl2').getExtension('WEBGL_lose_context'); window.__lose.loseContext(); });
  await page.waitForFunction(() => window.__omnia.face === 'html');
  await person.field(page, 'Nome del legale rappresentante').fill('Ada');
  await page.evaluate(() => window.__lose.restoreContext());
  await page.waitForFunction(() => window.__omnia.face === 'canvas');
  assert.equal(await person.field(page, 'Nome del legale rappresentante').inputValue(), 'Ada');
  // Key after key, while the context goes and comes back: each is there, and the caret stays where it was.
  const surname = person.field(page, 'Cognome del legale rappresentante');
  await surname.fill('');
  await surname.focus();
  for (const [i, letter] of [...'Qwertyuiopasdf'].entries()) {
    if (i === 4) await page.evaluate(() => window.__lose.loseContext());
    if (i === 9) {
      // Chromium gives back only a loss that the page has been told of.
      await page.waitForFunction(() => window.__omnia.face === 'html');
      await page.evaluate(() => window.__lose.restoreContext());
    }
    await page.keyboard.type(letter);
  }
  assert.equal(await surname.inputValue(), 'Qwertyuiopasdf');
  assert.ok(await surname.evaluate((element) => element === document.activeElement), 'the focus has not moved');
  await page.waitForFunction(() => window.__omnia.face === 'canvas');
  await check.leaves_are_drawn(page, 'after the context came back');
  assert.deepEqual(problems, []);
});

// Told late of a return, the page finds the context gone again: to draw then would show a black canvas for the page.
test('a context that is gone again when its return is told is waited for once more', async (t) => {
  const { page, problems } = await at_the_desk(t);
  await page.evaluate(() => { window.__lose = document.getElementById('tela').getContext('webgl2').getExtension('WEBGL_lose_context'); window.__lose.loseContext(); });
  await page.waitForFunction(() => window.__omnia.face === 'html');
  const frames = await page.evaluate(async () => {
    const before = window.__omnia.frames;
    document.getElementById('tela').dispatchEvent(new Event('webglcontextrestored'));
    for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
    return window.__omnia.frames - before;
  });
  assert.equal(frames, 0, 'nothing is drawn in a context that is gone');
  assert.equal(await check.face_of(page), 'html');
  await person.field(page, 'Nome del legale rappresentante').fill('Ada');
  await page.evaluate(() => window.__lose.restoreContext());
  await page.waitForFunction(() => window.__omnia.face === 'canvas');
  assert.equal(await person.field(page, 'Nome del legale rappresentante').inputValue(), 'Ada');
  await check.leaves_are_drawn(page, 'after the second telling');
  assert.deepEqual(problems, []);
});

// The jump to the title of a new section waits for the frame that gives it its place.
test('who has gone to a field before the frame came stays there', async (t) => {
  const { page, problems } = await at_the_desk(t);
  await person.step(page, 'Causale').click();
  await person.title(page, 'Causale').waitFor();
  await check.settled(page);
  const focused = await page.evaluate(async () => {
    const step = [...document.querySelectorAll('nav button')].find((one) => one.textContent.trim().startsWith('Azienda'));
    step.click();
    await Promise.resolve();  // the jump has been asked for
    const field = document.querySelector('main input.form-control:enabled');
    field.focus();
    for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
    return document.activeElement === field;
  });
  assert.ok(focused);
  await person.step(page, 'Causale').click();
  await page.waitForFunction(() => document.activeElement?.matches('h1'));  // and who has not is taken to the title
  assert.deepEqual(problems, []);
});

test('switching the face keeps the place and the draft', async (t) => {
  const { page, problems } = await at_the_desk(t);
  await person.field(page, 'Cognome del legale rappresentante').fill('Verdi');
  await page.getByRole('link', { name: 'Versione accessibile' }).click();
  await page.waitForFunction(() => window.__omnia.face === 'html');
  assert.equal(await person.field(page, 'Cognome del legale rappresentante').inputValue(), 'Verdi');
  await check.axe_clean(page, 'after the switch');
  await page.getByRole('link', { name: 'Versione desktop' }).click();
  await page.waitForFunction(() => window.__omnia.face === 'canvas');
  await check.leaves_are_drawn(page, 'after two switches');
  assert.deepEqual(problems, []);
});

test('dark and high contrast themes draw, and the narrow window gets the HTML face', async (t) => {
  const { page, problems } = await at_the_desk(t, { scheme: 'dark' });
  await check.picture(page, 'azienda-canvas-scuro');
  await page.setViewportSize({ width: 900, height: 900 });
  await page.waitForFunction(() => window.__omnia.face === 'html');
  await check.axe_clean(page, 'dark 900');
  await page.emulateMedia({ contrast: 'more' });
  await check.axe_clean(page, 'high contrast 900');
  await check.picture(page, 'azienda-html-contrasto');
  await check.nothing_is_cut(page, 'dark 900');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForFunction(() => window.__omnia.face === 'canvas');
  await check.leaves_are_drawn(page, 'after the window grew');
  await check.picture(page, 'azienda-canvas-contrasto');
  assert.deepEqual(problems, []);
});

test('without network the person is told, and nothing typed is lost', async (t) => {
  const { page } = await at_the_desk(t);
  await page.context().setOffline(true);
  await page.getByText(/Senza rete/).waitFor();
  await person.field(page, 'Nome del legale rappresentante').fill('Ada');
  await page.getByText(/^Bozza salvata/).waitFor();
  await page.context().setOffline(false);
  await page.getByText(/Senza rete/).waitFor({ state: 'detached' });
  assert.equal(await person.field(page, 'Nome del legale rappresentante').inputValue(), 'Ada');
});
