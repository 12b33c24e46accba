// The calendar that the peers lack: days as numbers since 1970-01-01, the holidays of L. 260/1949 and the months of a term.
const MS = 86_400_000;
const FIXED = new Map([[101, 0], [106, 0], [425, 0], [501, 0], [602, 0], [815, 0], [1004, 2026], [1101, 0], [1208, 0], [1225, 0], [1226, 0]]);

export const day = (iso) => Date.parse(iso) / MS;
const parts = (n) => {
  const d = new Date(n * MS);
  return [d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()];
};
export const weekday = (n) => (((n + 3) % 7) + 7) % 7; // Monday is 0
export const monday = (n) => n - weekday(n);

// 31 August + 6 months is the last day of February.
export function addMonths(n, months) {
  const [year, month, date] = parts(n);
  const last = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
  return Date.UTC(year, month + months, Math.min(date, last)) / MS;
}

export function endOfNextMonth(n) {
  const [year, month] = parts(n);
  return Date.UTC(year, month + 2, 0) / MS;
}

function easter(year) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / MS;
}

function holiday(n) {
  if (weekday(n) === 6) return true;
  const [year, month, date] = parts(n);
  const since = FIXED.get((month + 1) * 100 + date);
  return (since !== undefined && year >= since) || n === easter(year) + 1;
}

export function rollForward(n) {
  while (holiday(n)) n += 1;
  return n;
}
