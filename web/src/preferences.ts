// What a person has chosen for this browser: kept as text, said to the program at its start. The theme is shown here, because the
// style sheet and the canvas must agree on it before the program has loaded.

const prefix = 'omnia.preferenza.';

export function preferences(): Readonly<Record<string, string>> {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? '']));
  } catch {
    return {};  // storage refused by the browser's settings
  }
}

export function remember(name: string, value: string): void {
  chosen[name] = value;
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}

const chosen: Record<string, string> = { ...preferences() };

// "" as the system asks, else "chiaro", "scuro" or "contrasto" as in assets/tokens.
export function show_theme(): void {
  const theme = chosen['tema'];
  if (theme) document.documentElement.dataset['tema'] = theme;
  else delete document.documentElement.dataset['tema'];
}

// As the program numbers them: 0 light, 1 dark, 2 high contrast.
export function theme_number(): number {
  const theme = chosen['tema'];
  if (theme) return ['chiaro', 'scuro', 'contrasto'].indexOf(theme);
  return matchMedia('(prefers-contrast: more)').matches ? 2 : matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0;
}
