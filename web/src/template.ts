// Node -> HTML, one function a kind. Both faces use it: the face is one class on the body, so that neither can drift from the
// other. It holds no rule and no text of the field: what a person reads comes with the tree.
import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { width_of } from './columns.js';
import { dom_id, find, part, type ChartShape, type FieldKind, type Kind, type ViewNode } from './tree.js';

type Html = TemplateResult | typeof nothing;
type Draw = (node: ViewNode) => Html;

// `data-f` marks a leaf: an element that the canvas gives a rectangle. `data-n` is the address of its events.
const id = (node: ViewNode, n: 0 | 1 | 2 | 3 = 0): string => dom_id(part(node, n));
const tone = (node: ViewNode): string => `tono-${node.tone ?? 'neutral'}`;
const children = (node: ViewNode): unknown => repeat(node.children ?? [], (child) => child.id, draw);
const given = (text: string | undefined, make: (text: string) => Html): Html => (text ? make(text) : nothing);

const label_text = (node: ViewNode): Html =>
  html`${node.label}${node.required ? html`<span class="obbligo" aria-hidden="true"> *</span>` : nothing}`;

// What stands under a field is an error unless the field says it is less.
const alert_tone = (node: ViewNode): string => (node.tone === 'warning' || node.tone === 'info' ? tone(node) : 'tono-error');
const trouble = (node: ViewNode): string => (node.error ? `con-errore ${alert_tone(node)}` : '');

const help = (node: ViewNode): Html =>
  given(node.help, (text) => html`<p id=${id(node, 2)} data-f class="form-text aiuto">${text}</p>`);
const error = (node: ViewNode): Html =>
  given(node.error, (text) => html`<p id=${id(node, 3)} data-f class="errore ${alert_tone(node)}">${text}</p>`);

function described_by(node: ViewNode): string | typeof nothing {
  const ids = [node.error && id(node, 3), node.help && id(node, 2)].filter(Boolean);
  return ids.length ? ids.join(' ') : nothing;
}

// The keyboard a phone shows. Never type=number or type=date: they refuse what a person pastes and hide what is wrong.
const input_modes: Readonly<Record<FieldKind, string>> = {
  text: 'text', date: 'numeric', money: 'decimal', hours: 'decimal', decimal: 'decimal', number: 'numeric',
  search: 'search', multiline: 'text', email: 'email', file: 'none', password: 'text',
};

// The browser's own control keeps keyboard, dropping and roles; its words, in the browser's language, are covered by ours.
const file = (node: ViewNode): Html => html`<span class="file"><input id=${id(node)} data-f data-n=${node.id} data-massimo=${node.max ?? nothing}
  class="form-control" type="file" accept=${node.options?.[0]?.value ?? nothing} ?required=${node.required} ?disabled=${node.disabled}
  aria-invalid=${node.error ? 'true' : nothing} aria-describedby=${described_by(node)}><span class="file-nome ${node.value ? '' : 'file-invito'}"
  >${node.value || node.options?.[0]?.label}</span></span>`;

function control(node: ViewNode): Html {
  const invalid = node.error ? 'true' : nothing;
  const kind = node.field ?? 'text';
  if (kind === 'file') return file(node);
  if (kind === 'multiline') {
    return html`<textarea id=${id(node)} data-f data-n=${node.id} class="form-control" rows="4" .value=${live(node.value ?? '')}
      ?required=${node.required} ?disabled=${node.disabled} aria-invalid=${invalid} aria-describedby=${described_by(node)}></textarea>`;
  }
  return html`<input id=${id(node)} data-f data-n=${node.id} class="form-control campo-${kind}" type=${kind === 'search' || kind === 'password' ? kind : 'text'}
    inputmode=${input_modes[kind]} autocomplete="off" spellcheck="false" .value=${live(node.value ?? '')}
    ?required=${node.required} ?disabled=${node.disabled} aria-invalid=${invalid} aria-describedby=${described_by(node)}>`;
}

const field: Draw = (node) => html`<div class="campo ${trouble(node)}">
  <label id=${id(node, 1)} data-f for=${id(node)}>${label_text(node)}</label>${control(node)}${help(node)}${error(node)}</div>`;

const select: Draw = (node) => html`<div class="campo ${trouble(node)}">
  <label id=${id(node, 1)} data-f for=${id(node)}>${label_text(node)}</label>
  <select id=${id(node)} data-f data-n=${node.id} class="form-control" ?required=${node.required} ?disabled=${node.disabled}
    aria-invalid=${node.error ? 'true' : nothing} aria-describedby=${described_by(node)}>
    ${node.options?.map((option) => html`<option value=${option.value} .selected=${live(option.value === (node.value ?? ''))}>${option.label}</option>`)}
  </select>${help(node)}${error(node)}</div>`;

const checkbox: Draw = (node) => html`<div class="scelta ${trouble(node)}">
  <input id=${id(node)} data-f data-n=${node.id} class="form-check-input" type="checkbox" .checked=${live(node.checked ?? false)}
    ?required=${node.required} ?disabled=${node.disabled} aria-invalid=${node.error ? 'true' : nothing} aria-describedby=${described_by(node)}>
  <label id=${id(node, 1)} data-f for=${id(node)}>${label_text(node)}</label>${help(node)}${error(node)}</div>`;

const radio = (node: ViewNode, group: ViewNode | undefined): Html => html`<div class="scelta">
  <input id=${id(node)} data-f data-n=${node.id} class="form-check-input" type="radio" name=${group ? id(group) : node.target ? dom_id(node.target) : nothing} value=${node.value ?? ''}
    .checked=${live(node.checked ?? false)} ?disabled=${node.disabled} aria-describedby=${described_by(node)}>
  <label id=${id(node, 1)} data-f for=${id(node)}>${node.label}</label>${help(node)}${error(node)}</div>`;

const fieldset = (node: ViewNode, inner: unknown): Html => html`<fieldset class="gruppo ${trouble(node)}"
  aria-describedby=${described_by(node)}>
  ${given(node.label, () => html`<legend id=${id(node, 1)} data-f>${label_text(node)}</legend>`)}${help(node)}${error(node)}${inner}</fieldset>`;

const radio_group: Draw = (node) =>
  fieldset(node, repeat(node.children ?? [], (child) => child.id, (child) => (child.k === 'radio' ? radio(child, node) : draw(child))));

function heading(node: ViewNode): Html {
  switch (node.level) {
    case 1: return html`<h1 id=${id(node)} data-f tabindex="-1">${node.label}</h1>`;
    case 3: return html`<h3 id=${id(node)} data-f>${node.label}</h3>`;
    case 4: return html`<h4 id=${id(node)} data-f>${node.label}</h4>`;
    default: return html`<h2 id=${id(node)} data-f>${node.label}</h2>`;
  }
}

function navigation(node: ViewNode): Html {
  const kids = node.children ?? [];
  const steps = kids.filter((child) => child.k === 'step');
  const item = (child: ViewNode): Html => html`<li>${draw(child)}</li>`;
  if (!steps.length) {
    return html`<nav class="menu" aria-label=${node.label ?? nothing}><ul>${repeat(kids, (child) => child.id, item)}</ul></nav>`;
  }
  // "Passo 4 di 7" on a phone is made by the style sheet from these two numbers.
  const current = steps.findIndex((child) => child.current) + 1;
  return html`<nav class="passi" aria-label=${node.label ?? nothing} data-passo=${current} data-passi=${steps.length}>
    <ol class="steppers-list">${repeat(kids, (child) => child.id, item)}</ol></nav>`;
}

// "Ctrl+Z" is "Control+Z" to ARIA.
const keys = (node: ViewNode): string | typeof nothing => node.shortcut?.replace('Ctrl', 'Control') || nothing;

const step: Draw = (node) => html`<button type="button" id=${id(node)} data-f data-n=${node.id} class="passo ${tone(node)}"
  aria-current=${node.current ? 'step' : nothing} aria-keyshortcuts=${keys(node)} ?disabled=${node.disabled}><span class="nome">${node.label}</span>
  ${given(node.value, (text) => html`<span class="stato">${text}</span>`)}</button>`;

const button: Draw = (node) => html`<button type="button" id=${id(node)} data-f data-n=${node.id} ?disabled=${node.disabled} aria-keyshortcuts=${keys(node)}
  class="btn ${node.primary ? 'btn-primary' : 'btn-outline-primary'} ${tone(node)}">${node.label}</button>`;

const link: Draw = (node) => html`<a href="#" id=${id(node)} data-f data-n=${node.id} class=${tone(node)} aria-keyshortcuts=${keys(node)}
  aria-current=${node.current ? 'page' : nothing}>${node.label}</a>`;

function alert(node: ViewNode): Html {
  const text = html`${given(node.value, (word) => html`<span class="gravita">${word}</span>`)} <span class="testo">${node.label}</span>
    ${given(node.help, (remedy) => html`<span class="rimedio">${remedy}</span>`)}`;
  const inner = node.children?.length ? html`<div class="riga">${children(node)}</div>` : nothing;
  if (!node.target) return html`<div class="alert avviso ${tone(node)}"><div id=${id(node)} data-f>${text}</div>${inner}</div>`;
  return html`<div class="alert avviso ${tone(node)}"><button type="button" id=${id(node)} data-f data-n=${node.id}>${text}</button>${inner}</div>`;
}

const definition: Draw = (node) => html`<div class="voce ${tone(node)}"><dt id=${id(node, 1)} data-f>${node.label}</dt>
  <dd id=${id(node)} data-f class=${node.numeric ? 'cifra' : ''}>${node.value}</dd>
  ${given(node.help, (text) => html`<dd id=${id(node, 2)} data-f class="fonte">${text}</dd>`)}</div>`;

// The bar is SVG because its geometry can stand in attributes: the content policy refuses style attributes.
function meter(node: ViewNode): Html {
  const low = node.min ?? 0;
  const high = Math.max(node.max ?? 100, low + 1);
  const at = (value: number): number => Math.min(1000, Math.max(0, Math.round(((value - low) * 1000) / (high - low))));
  return html`<div class="misura ${tone(node)}"><span id=${id(node, 1)} data-f class="nome">${node.label}</span>
    <span id=${id(node, 2)} data-f class="valore">${node.value}</span>
    <div id=${id(node)} data-f class="barra" role="meter" aria-labelledby=${id(node, 1)} aria-valuenow=${node.now ?? 0} aria-valuemin=${low}
      aria-valuemax=${high} aria-valuetext=${node.value ?? nothing}>
      <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="pieno" width=${at(node.now ?? 0)} height="10"></rect>
      ${node.limit ? svg`<rect class="limite" x=${Math.min(992, Math.max(0, at(node.limit) - 4))} width="8" height="10"></rect>` : nothing}</svg></div></div>`;
}

// `column`: the heading of the cell's column, which a phone shows beside the value. The roles are said aloud because on a phone the
// cells are laid out as blocks, and a browser then forgets that they were a table.
function cell(node: ViewNode, head: boolean, row_head: boolean, column?: string, grip: Html = nothing): Html {
  const numeric = node.numeric ? 'cifra' : '';
  const leaf = !node.children?.length;
  const inner = leaf ? node.label : children(node);
  if (node.k !== 'table_header')
    return html`<td role="cell" id=${id(node)} ?data-f=${leaf} class=${numeric} data-colonna=${column || nothing}>${inner}</td>`;
  const scope = head ? 'col' : row_head ? 'row' : nothing;
  const sorted = node.now ? (node.now > 0 ? 'ascending' : 'descending') : nothing;
  return html`<th role=${head ? 'columnheader' : 'rowheader'} aria-sort=${sorted} aria-label=${grip === nothing ? nothing : node.label} id=${id(node)} ?data-f=${leaf} class=${numeric} scope=${scope}>${inner}${grip}</th>`;
}

const table_row = (node: ViewNode, head: boolean, columns: readonly ViewNode[] = [], index?: number): Html =>
  html`<tr role="row" aria-rowindex=${index ?? nothing} class=${node.checked ? 'scelta-riga' : ''}>${repeat(
    node.children ?? [], (child) => child.id, (child, at) => cell(child, head, !head, columns[at]?.label))}</tr>`;

// Between two columns of fixed width: dragged, or moved with the arrows.
const grip = (header: ViewNode): Html => html`<span id=${id(header, 2)} data-f class="presa" data-presa=${header.id} role="separator" tabindex="0"
  aria-orientation="vertical" aria-label=${header.label ?? nothing} aria-valuenow=${width_of(header)} aria-valuemin="4" aria-valuemax="99"></span>`;

const fixed_head = (row: ViewNode): Html => html`<tr role="row" aria-rowindex="1">${repeat(row.children ?? [], (header) => header.id,
  (header, at) => cell(header, true, false, undefined, at + 1 < (row.children ?? []).length ? grip(header) : nothing))}</tr>`;

// Of many rows only those about the visible ones are here. The region that scrolls is as long as all of them: two bodies without rows
// stand for the others, or on the canvas, where nothing has a height of its own, one thin box.
function scrolling_table(node: ViewNode, head: readonly ViewNode[], body: readonly ViewNode[]): Html {
  const columns = head[0]?.children ?? [];
  const first = node.now ?? 0;
  const all = columns.reduce((sum, column) => sum + width_of(column), 0) || 1;
  const space = html`<tbody class="spazio" role="presentation" aria-hidden="true"><tr role="presentation"><td role="presentation"></td></tr></tbody>`;
  return html`<p id=${id(node, 1)} data-f class="titolo-tabella">${node.label}</p>
    <div id=${id(node)} data-f data-n=${node.id} class="table-responsive tabella scorre" role="region" aria-labelledby=${id(node, 1)} tabindex="0"
      data-totale=${node.max ?? 0} data-prima=${first} data-ordine=${node.value ?? ''}><div id=${id(node, 3)} data-f class="lunghezza" aria-hidden="true"></div>
    <table role="table" class="table" aria-labelledby=${id(node, 1)} aria-rowcount=${(node.max ?? 0) + head.length}>
    <colgroup>${columns.map((column) => html`<col width="${(width_of(column) * 100) / all}%">`)}</colgroup>
    <thead role="rowgroup">${repeat(head, (row) => row.id, fixed_head)}</thead>${space}
    <tbody role="rowgroup" class="righe">${repeat(body, (row) => row.id, (row, at) => table_row(row, false, columns, first + at + 1 + head.length))}</tbody>
    ${space}</table></div>${help(node)}`;
}

function table(node: ViewNode): Html {
  const rows = node.children ?? [];
  const is_head = (row: ViewNode): boolean => (row.children ?? []).length > 0 && (row.children ?? []).every((c) => c.k === 'table_header');
  const head = rows.slice(0, 1).filter(is_head);
  const body = rows.slice(head.length);
  if (node.limit) return scrolling_table(node, head, body);
  const columns = head[0]?.children ?? [];
  const total = node.max && node.max > body.length ? node.max + head.length : nothing;
  return html`<div class="table-responsive tabella" role="region" aria-label=${node.label ?? nothing}><table role="table" class="table" aria-rowcount=${total} ?data-griglia=${node.grid}>
    ${given(node.label, (text) => html`<caption id=${id(node, 1)} data-f><span>${text}</span></caption>`)}
    <thead role="rowgroup">${repeat(head, (row) => row.id, (row) => table_row(row, true))}</thead>
    <tbody role="rowgroup">${repeat(body, (row) => row.id, (row) => table_row(row, false, columns))}</tbody></table></div>${help(node)}`;
}

// On a phone the aside is a panel at the bottom whose handle repeats its first heading, where the count is; elsewhere the handle is
// not displayed and so not in the accessibility tree.
function aside(node: ViewNode): Html {
  const title = find(node, (n) => n.k === 'heading')?.label ?? node.label;
  return html`<aside class="assistente" aria-label=${node.label ?? nothing}>
    <button type="button" class="maniglia" data-maniglia aria-expanded="false" aria-controls=${id(node, 3)}>${title}</button>
    <div id=${id(node, 3)} class="contenuto-assistente">${children(node)}</div></aside>`;
}

const card: Draw = (node) => html`<div class="card ${tone(node)}">
  ${given(node.label, (text) => html`<h3 id=${id(node, 1)} data-f class="card-title">${text}</h3>`)}${help(node)}${children(node)}</div>`;

const dialog: Draw = (node) => html`<dialog data-dialogo aria-labelledby=${node.label ? id(node, 1) : nothing}>
  ${given(node.label, (text) => html`<h2 id=${id(node, 1)} data-f class="titolo-dialogo">${text}</h2>`)}${help(node)}${children(node)}</dialog>`;

const empty_state: Draw = (node) => html`<div class="vuoto"><p id=${id(node, 1)} data-f class="titolo-vuoto">${node.label}</p>${help(node)}${children(node)}</div>`;

// SVG with places in attributes only: the content policy refuses style attributes. Percentages across, so that the words keep their size.
function shape(s: ChartShape): Html {
  const x = `${(s.x ?? 0) / 100}%`;
  const x2 = `${(s.x2 ?? 0) / 100}%`;
  const [y, y2, indent] = [s.y ?? 0, s.y2 ?? 0, s.indent ?? 0];
  const look = `inchiostro-${s.ink} ${s.strong ? 'forte' : ''} ${s.fine ? 'fine' : ''}`;
  switch (s.what) {
    case 'box': return svg`<rect class=${look} x=${x} y=${y} width="${((s.x2 ?? 0) - (s.x ?? 0)) / 100}%" height=${y2 - y} rx="2"></rect>`;
    case 'line': return svg`<line class=${look} x1=${x} y1=${y} x2=${x2} y2=${y2}></line>`;
    case 'dot': return svg`<svg x=${x} y=${y} overflow="visible"><circle class=${look} cx=${indent} r="4"></circle></svg>`;
    case 'text': {
      const anchor = s.align === 2 ? 'end' : s.align === 1 ? 'middle' : 'start';
      return svg`<text class=${look} x=${x} dx=${indent} y=${y} dy="17" text-anchor=${anchor}>${s.text}</text>`;
    }
  }
}

const chart: Draw = (node) => html`<figure class="grafico" aria-labelledby=${id(node, 1)}>
  <figcaption id=${id(node, 1)} data-f class="titolo-grafico">${node.label}</figcaption>${help(node)}
  <svg id=${id(node)} data-f role="img" aria-labelledby=${id(node, 1)} width="100%" height=${node.chart?.height ?? 0}>
    <g aria-hidden="true">${node.chart?.shapes.map(shape)}</g></svg>
  ${children(node)}</figure>`;

// On a phone what is long begins closed, but for the first of it.
const narrow = matchMedia('(max-width: 575.98px)');
const opened = (node: ViewNode): boolean => (node.checked ?? false) && !(node.current && narrow.matches);

const disclosure: Draw = (node) => html`<details class="piega" data-piega=${node.id} ?open=${opened(node)}><summary id=${id(node)} data-f>${node.label}</summary>
  ${children(node)}</details>`;

function page(node: ViewNode): Html {
  const has = (kind: Kind): boolean => (node.children ?? []).some((child) => child.k === kind);
  return html`<div class="pagina ${has('navigation') ? 'con-passi' : ''} ${has('aside') ? 'con-assistente' : ''}">${children(node)}</div>`;
}

const kinds: Readonly<Record<Kind, Draw>> = {
  page,
  header: (node) => html`<header class="testata it-header-slim-wrapper"><div class="it-header-slim-wrapper-content">${children(node)}</div></header>`,
  navigation,
  step,
  main: (node) => html`<main id="contenuto" tabindex="-1">${children(node)}</main>`,
  aside,
  section: (node) => html`<section aria-label=${node.label ?? nothing}>${children(node)}</section>`,
  group: (node) => fieldset(node, children(node)),
  row: (node) => html`<div class="riga">${children(node)}</div>`,
  card,
  heading,
  text: (node) => html`<p id=${id(node)} data-f class="testo ${tone(node)}">${node.label}</p>`,
  alert,
  badge: (node) => html`<span id=${id(node)} data-f class="badge ${tone(node)}">${node.label}</span>`,
  definition_list: (node) => html`<dl class="voci">${children(node)}</dl>`,
  definition,
  list: (node) => html`<ul class="elenco">${children(node)}</ul>`,
  list_item: (node) => html`<li>${children(node)}</li>`,
  field,
  select,
  radio_group,
  radio: (node) => radio(node, undefined),
  checkbox,
  button,
  link,
  meter,
  table,
  table_row: (node) => table_row(node, false),
  table_header: (node) => cell(node, true, false),
  table_cell: (node) => cell(node, false, false),
  status: (node) => html`<p id=${id(node)} data-f role="status" aria-live="polite" class="notizia ${tone(node)}">${node.label}</p>`,
  empty_state,
  dialog,
  chart,
  disclosure,
};

export function draw(node: ViewNode): Html {
  return kinds[node.k](node);
}
