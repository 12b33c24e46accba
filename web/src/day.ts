// The day in Rome, and the word that it has become another one: a page is left open over midnight, and a computer sleeps.

const look_ms = 30_000;

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });

// "2026-11-24"
export const today_in_rome = (): string => calendar.format(new Date());

export function watch_day(changed: (today: string) => void): void {
  let known = today_in_rome();
  const look = (): void => {
    const today = today_in_rome();
    if (today === known) return;
    known = today;
    changed(today);
  };
  setInterval(look, look_ms);
  for (const event of ['focus', 'visibilitychange']) addEventListener(event, look, true);
}
