// Takes from Bootstrap Italia's compiled style sheet only the rules whose classes, elements and attributes our pages have.

// Splits a style sheet into [prelude, body] pairs of its top level.
function* rules(css) {
  for (let at = 0; at < css.length;) {
    let open = at;
    while (open < css.length && css[open] !== '{' && css[open] !== ';') open += 1;
    if (open >= css.length) return;
    if (css[open] === ';') { at = open + 1; continue; }
    let close = open + 1;
    for (let depth = 1, quote = ''; depth > 0; close += 1) {
      const c = css[close];
      if (quote) { if (c === quote) quote = ''; }
      else if (c === '"' || c === "'") quote = c;
      else if (c === '{') depth += 1;
      else if (c === '}') depth -= 1;
    }
    yield [css.slice(at, open).trim(), css.slice(open + 1, close - 1)];
    at = close;
  }
}

// Commas inside :is(…) or [attr="a,b"] do not separate selectors.
function selectors(list) {
  const out = [''];
  let depth = 0;
  for (const c of list) {
    if (c === '(' || c === '[') depth += 1;
    if (c === ')' || c === ']') depth -= 1;
    if (c === ',' && depth === 0) out.push('');
    else out[out.length - 1] += c;
  }
  return out.map((s) => s.trim()).filter(Boolean);
}

// Controls of the browser that no field of ours opens.
const foreign = /datetime|date-and-time|color-swatch|spin-button|indeterminate|moz-focus-inner/;

function kept(selector, { classes, elements, attributes }) {
  const bare = selector.replace(/\[[^\]]*\]/g, '').replace(/::?[a-z-]+/g, '');
  for (const [, name] of bare.matchAll(/[.#]([\w-]+)/g)) if (!classes.has(name)) return false;
  for (const [, name] of bare.matchAll(/(?:^|[\s>+~(,])([a-z][a-z0-9]*)/g)) if (!elements.has(name)) return false;
  const wanted = selector.replace(/:not\([^)]*\)/g, '');
  for (const [, name, value] of wanted.matchAll(/\[([\w-]+)(?:[~|^$*]?="?([^"\]]*))?/g)) {
    if (!attributes.has(name) || (name === 'type' && value && !attributes.get(name).has(value))) return false;
  }
  if (wanted.includes('::placeholder') && !attributes.has('placeholder')) return false;
  // Its mark of focus by mouse is set by the script bundle, which we do not ship; the ring of focus is ours in both faces.
  return !foreign.test(wanted) && !selector.includes('data-focus-mouse');
}

// The face's class comes before each selector: the canvas face wants none of this.
function scoped(selector, scope) {
  if (/^(:root|html|body)\b/.test(selector)) return selector === 'body' ? scope : selector.replace(/^body/, scope);
  return `${scope} ${selector}`;
}

// used: { classes, elements, attributes } of our pages.
export function purge(css, { used, scope, themed }) {
  const text = css.replace(/^\uFEFF/, '').replace(/\/\*[\s\S]*?\*\//g, '');
  const walk = (sheet) => {
    let out = '';
    for (const [prelude, body] of rules(sheet)) {
      if (/^@(media|supports)/.test(prelude)) {
        const inner = walk(body);
        if (inner) out += `${prelude}{${inner}}`;
      } else if (!prelude.startsWith('@')) {
        const mine = selectors(prelude).filter((s) => kept(s, used)).map((s) => scoped(s, scope));
        if (mine.length) out += `${mine.join(',')}{${themed(body)}}`;
      }
    }
    return out;
  };
  return used_variables(walk(text));
}

// Drops the custom properties that no kept rule reads.
function used_variables(css) {
  for (let before = ''; before !== css;) {
    before = css;
    const used = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1]));
    css = css.replace(/(--bs-[\w-]+|--bootstrap-italia-[\w-]+)\s*:[^;{}]*(;|(?=\}))/g, (all, name) => (used.has(name) ? all : ''));
    css = css.replace(/[^{}]+\{\}/g, '');
  }
  return css;
}
