// What must hold on every screen.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const axe_source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = join(dirname(fileURLToPath(import.meta.url)), '../../../build/screenshots');
await mkdir(pictures, { recursive: true });

// From the top of the page, which then goes back to where it was.
export async function picture(page, name) {
  const top = await page.evaluate(() => {
    const stage = document.getElementById('palco');
    const was = [scrollY, stage.scrollTop];
    scrollTo(0, 0);
    stage.scrollTo(0, 0);
    return was;
  });
  await settled(page);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: (await face_of(page)) === 'html' });
  await page.evaluate(([y, inner]) => {
    scrollTo(0, y);
    document.getElementById('palco').scrollTo(0, inner);
  }, top);
  await settled(page);
}

export const face_of = (page) => page.evaluate(() => window.__omnia.face);

// Requests answered, the draft written and the frames drawn: nothing on the page is about to move.
export async function settled(page) {
  // What has been asked for is drawn with the next frame, which on a busy machine may be long in coming; a page behind others has none.
  await page.evaluate(() => Promise.race([
    new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }), new Promise((late) => { setTimeout(late, 1000); }),
  ]));
  await page.waitForFunction(() => {
    const o = window.__omnia;
    const now = `${o.patches} ${o.frames}`;
    const still = window.__last_seen === now && o.figures !== 'asked' && !document.getElementById('omnia').textContent.includes('Salvo la bozza…');
    window.__last_seen = now;
    return still;
  }, undefined, { polling: 120 });
}

// A colour on its way from one theme to the other has a contrast that nobody reads.
function colours_at_rest(page) {
  return page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running' || a.effect.getComputedTiming().endTime === Infinity));
}

// The accessibility tree must be the same in both faces. Forced colours show the HTML face in the same state of the program.
export async function same_semantics(page, screen) {
  const snapshot = () => page.locator('#omnia').ariaSnapshot();
  const canvas = await snapshot();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.waitForFunction(() => window.__omnia.face === 'html');
  const html = await snapshot();
  await page.emulateMedia({ forcedColors: 'none' });
  await page.waitForFunction(() => window.__omnia.face === 'canvas');
  assert.equal(canvas, html, `${screen}: the accessibility trees of the two faces differ`);
  assert.ok(canvas.split('\n').length > 4, `${screen}: an accessibility tree with something in it`);
}

// Every visible leaf of the tree has a rectangle that the canvas drew, inside the content, and its element stands there.
export async function leaves_are_drawn(page, screen) {
  await settled(page);
  const faults = await page.evaluate(() => {
    const own = new Set(['heading', 'text', 'badge', 'status', 'step', 'button', 'link', 'alert', 'field', 'select', 'checkbox', 'radio', 'definition', 'meter', 'chart', 'disclosure']);
    const parts_after = { field: 1, select: 1, checkbox: 1, radio: 1, radio_group: 1, group: 1, definition: 1, meter: 1, table: 1, card: 1, dialog: 1, empty_state: 1, chart: 1 };
    const rects = new Map(window.__omnia.rects.map((rect) => [rect.id, rect]));
    const faults = [];
    let leaves = 0;
    const expect = (id, what, least = 1) => {
      leaves += 1;
      const rect = rects.get(id >>> 0);
      if (!rect) { faults.push(`${what}: no rectangle`); return; }
      if (!(rect.w >= least && rect.h >= least) || rect.x < -0.5 || rect.y < -0.5) faults.push(`${what}: bad rectangle ${JSON.stringify(rect)}`);
      const element = document.getElementById(`n${id >>> 0}`);
      if (!element || !('f' in element.dataset)) return;
      const stage = document.getElementById('palco');
      const box = element.getBoundingClientRect();
      const region = element.parentElement.closest('.scorre');
      const scrolled = stage.scrollTop + (region?.scrollTop ?? 0);
      const there = Math.abs(box.left - rect.x) < 1 && Math.abs(box.top + scrolled - rect.y) < 1;
      if (!there && !element.closest('dialog')) faults.push(`${what}: drawn at ${rect.x},${rect.y}, its element is at ${box.left},${box.top + stage.scrollTop}`);
    };
    const walk = (node) => {
      const name = `${node.k} «${node.label ?? node.value ?? ''}»`;
      const leaf_cell = (node.k === 'table_cell' || node.k === 'table_header') && !node.children?.length && node.label;
      if (leaf_cell || (own.has(node.k) && (node.label || ['field', 'select', 'definition', 'meter'].includes(node.k)))) expect(node.id, name);
      // In a cell a field's label is the column's header; a box's label is what the person chooses.
      if (parts_after[node.k] && node.label) expect(node.id + 1, `${name}, label`, node.k === 'checkbox' || node.k === 'radio' ? 12 : 1);
      if (node.help && !['alert', 'table'].includes(node.k)) expect(node.id + 2, `${name}, help`);
      if (node.error) expect(node.id + 3, `${name}, error`);
      if (node.k === 'disclosure' && !document.getElementById(`n${node.id}`).closest('details').open) return;
      for (const child of node.children ?? []) walk(child);
    };
    walk(window.__omnia.tree);
    if (leaves < 3) faults.push('no leaves');
    return faults;
  });
  assert.deepEqual(faults, [], screen);
}

// Who cannot see the canvas finds on the mirror every control, table, chart, meter, dialog and alert of the tree, by role and name.
export async function mirror_is_complete(page, screen) {
  const wanted = await page.evaluate(() => {
    const roles = { button: 'button', link: 'link', step: 'button', select: 'combobox', checkbox: 'checkbox', radio: 'radio', table: 'table', chart: 'img', meter: 'meter', heading: 'heading', dialog: 'dialog' };
    const all = [];
    const walk = (node) => {
      const role = node.k === 'field' ? (node.field === 'search' ? 'searchbox' : node.field === 'file' ? 'button' : 'textbox') : roles[node.k];
      if (role && node.label) all.push([role, node.label]);
      if (node.k === 'alert') all.push(['', node.label]);
      if (node.k === 'disclosure') return;  // closed, it is in neither face
      for (const child of node.children ?? []) walk(child);
    };
    const dialog = window.__omnia.tree.children.find((child) => child.k === 'dialog');
    walk(dialog ?? window.__omnia.tree);
    return all;
  });
  const said = (await page.locator('#omnia').ariaSnapshot()).replaceAll(/\\(["\\])/g, '$1').replaceAll(/\s+/g, ' ');
  const plain = (text) => text.replaceAll(/\s+/g, ' ').trim();
  const missing = wanted.filter(([role, label]) => !said.includes(role ? `${role} "${plain(label)}` : plain(label)));
  assert.deepEqual(missing, [], `${screen}: not on the mirror`);
  assert.ok(wanted.length > 2, `${screen}: controls to look for`);
}

export async function axe_clean(page, screen) {
  await colours_at_rest(page);
  // Evaluated by the protocol, which the page's content policy does not concern.
  await page.evaluate(`${axe_source};0`);
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} — ${[...n.any, ...n.all].map((c) => c.message).join('; ')}`));
  });
  assert.deepEqual(violations, [], `${screen}: axe`);
}

export async function nothing_is_cut(page, screen) {
  const wide = await page.evaluate(() => {
    // Within its column's padding, not only within the window; what scrolls by itself may be wider.
    const inside = (e) => e.closest('.tabella, .passi ol');
    const edge = (e) => (e.matches('main *') ? innerWidth - 15 : innerWidth + 1);
    const over = [...document.querySelectorAll('#omnia *')].filter((e) => !inside(e) && e.getBoundingClientRect().right > edge(e));
    return { page: document.documentElement.scrollWidth - innerWidth, elements: over.slice(0, 5).map((e) => `${e.tagName} ${e.textContent.slice(0, 40)}`) };
  });
  assert.deepEqual(wide, { page: 0, elements: [] }, `${screen}: overflow at ${await page.evaluate(() => innerWidth)} px`);
}

// What is done on a row of a table is never scrolled out of sight to the right.
export async function rows_in_reach(page, screen) {
  const far = await page.evaluate(() => [...document.querySelectorAll('.tabella :is(button, a, input, select)')].filter((one) => {
    const edge = Math.min(innerWidth, one.closest('.tabella').getBoundingClientRect().right) + 1;
    return one.getClientRects().length > 0 && one.getBoundingClientRect().right > edge;
  }).map((one) => one.textContent.trim() || one.labels?.[0]?.textContent.trim()));
  assert.deepEqual(far, [], `${screen}: out of sight at ${await page.evaluate(() => innerWidth)} px`);
}

export async function idle_without_frames(page, seconds) {
  await settled(page);
  const before = await page.evaluate(() => window.__omnia.frames);
  await page.waitForTimeout(seconds * 1000);
  assert.equal(await page.evaluate(() => window.__omnia.frames), before, `frames drawn in ${seconds} idle seconds`);
}

// What is asked of each screen, in the face that shows it.
export function inspector(page, face) {
  return async (screen) => {
    await settled(page);
    await picture(page, `${screen}-${face}`);
    if (face === 'canvas') {
      await leaves_are_drawn(page, screen);
      await mirror_is_complete(page, screen);
      await same_semantics(page, screen);
      return;
    }
    await axe_clean(page, `${screen} 1440`);
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page);
    await nothing_is_cut(page, screen);
    await axe_clean(page, `${screen} 390`);
    await picture(page, `${screen}-telefono`);
    // 320 px is what WCAG 1.4.10 asks for; 720 is a window of 1440 px at twice the zoom.
    for (const [width, height] of [[320, 640], [720, 450]]) {
      await page.setViewportSize({ width, height });
      await settled(page);
      await nothing_is_cut(page, screen);
      await rows_in_reach(page, screen);
    }
    await picture(page, `${screen}-zoom`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await settled(page);
  };
}
