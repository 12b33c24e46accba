// The style sheet's custom properties from assets/tokens/tokens.json, the one place of colours for both faces. Titles are of the size of
// the text that the person has chosen in the browser.

const name = (key) => `--${key.replaceAll('_', '-')}`;
const block = (colours) => Object.entries(colours).map(([key, value]) => `${name(key)}:${value}`).join(';');

export function token_css(tokens) {
  const { chiaro, scuro, contrasto } = tokens.temi;
  const sizes = [`--spazio:${tokens.spazio}px`, `--raggio:${tokens.raggio}px`, `--testo-px:${tokens.testo_px}px`,
    ...tokens.titoli_px.map((size, i) => `--titolo-${i + 1}:${size / 16}rem`)].join(';');
  // What the system asks for, unless the person has chosen (data-tema on the root); on paper always the light one.
  return `:root{color-scheme:light;${sizes};${block(chiaro)}}
@media (prefers-color-scheme:dark){:root:not([data-tema]){color-scheme:dark;${block(scuro)}}}
@media (prefers-contrast:more){:root:not([data-tema]){color-scheme:dark;${block(contrasto)}}}
:root[data-tema=scuro]{color-scheme:dark;${block(scuro)}}
:root[data-tema=contrasto]{color-scheme:dark;${block(contrasto)}}
@media print{:root:root{color-scheme:light;${block(chiaro)}}}
`;
}

// Bootstrap Italia's own colours, which its compiled style sheet repeats in several notations, as ours: so its components follow
// the theme (dark, high contrast) that it does not know.
const same_colour = new Map(Object.entries({
  '#06c': 'azione', 'hsl(210,100%,40%)': 'azione', 'hsl(210,100%,35%)': 'azione-scura', 'hsl(210,100%,30%)': 'azione-scura',
  'rgb(0,76.5,153)': 'azione-scura', 'rgb(0,86.7,173.4)': 'azione-scura', 'rgb(0,81.6,163.2)': 'azione-scura',
  'hsl(210,54%,20%)': 'testo', 'hsl(0,0%,10%)': 'testo', 'hsl(0,0%,15%)': 'testo', 'hsl(0,0%,32%)': 'testo-tenue', 'hsl(210,25%,35.2%)': 'testo-tenue',
  'hsl(210,17%,44%)': 'bordo', 'rgb(91.035,110.5425,130.05)': 'bordo', 'hsl(210,3%,85%)': 'bordo-tenue', 'hsl(0,0%,83%)': 'bordo-tenue',
  'hsl(0,0%,90%)': 'bordo-tenue', 'hsl(0,0%,96%)': 'fondo-tenue', 'hsl(0,0%,95%)': 'fondo-tenue', 'hsl(350,60%,50%)': 'errore', '#d9364f': 'errore',
  'rgb(204,51,76.5)': 'errore', 'hsl(36,100%,30%)': 'avviso', 'hsl(160,100%,25%)': 'successo', 'rgb(0,127.5,85)': 'successo',
}));

export function themed(declarations) {
  return declarations.replace(/#[0-9a-f]{3,8}\b|(?:hsl|rgb)\([^()]*\)/gi, (colour) => {
    const token = same_colour.get(colour.toLowerCase().replace(/\s+/g, ''));
    return token ? `var(--${token})` : colour;
  }).replace(/(^|;)(background|background-color):\s*(?:#fff|hsl\(0, ?0%, ?100%\))(?=;|$| !)/g, '$1$2:var(--fondo)')
    .replace(/(^|;)color:\s*(?:#fff|hsl\(0, ?0%, ?100%\))(?=;|$| !)/g, '$1color:var(--su-azione)');
}
