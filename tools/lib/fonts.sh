#!/usr/bin/env bash
# Makes the TTF files that the canvas draws with, from the woff2 files of the npm @fontsource packages: Titillium Web regular and
# semibold (latin and latin-ext merged: à, €, Šarić) and the figures of Roboto Mono. Same input, same bytes.
# Usage: fonts.sh OUTPUT_DIR [NODE_MODULES_DIR]      Prints nothing when all is there already.
set -euo pipefail

out=${1:?"uso: fonts.sh CARTELLA_DI_USCITA [NODE_MODULES]"}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
modules=${2:-$here/web/node_modules}

fail() { printf 'Errore: %s\n' "$*" >&2; exit 1; }

for tool in woff2_decompress pyftsubset pyftmerge; do
  command -v "$tool" >/dev/null || fail "manca $tool: eseguire «apt-get install woff2 fonttools python3-brotli» e riprovare."
done
titillium=$modules/@fontsource/titillium-web/files
mono=$modules/@fontsource/roboto-mono/files
[ -d "$titillium" ] && [ -d "$mono" ] || fail "mancano i caratteri in $modules: eseguire «npm ci» nella cartella web e riprovare."

mkdir -p "$out"
out=$(cd "$out" && pwd)
stamp=$(cat "${BASH_SOURCE[0]}" "$titillium"/titillium-web-latin{,-ext}-{400,600}-normal.woff2 "$mono/roboto-mono-latin-400-normal.woff2" |
  sha256sum | cut -d' ' -f1)
wanted=("$out/titillium-regular.ttf" "$out/titillium-semibold.ttf" "$out/roboto-mono.ttf")
if [ -f "$out/.fonts" ] && [ "$(cat "$out/.fonts")" = "$stamp" ] && [ -f "${wanted[0]}" ] && [ -f "${wanted[1]}" ] && [ -f "${wanted[2]}" ]; then
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=0 PYTHONHASHSEED=0

# ASCII, the letters of Latin-1, those of Croatian, Slovene, Czech, Polish, Hungarian, Romanian and Turkish names, typographic marks,
# the euro. What a name has beyond them the browser shows with a font of its own.
text=U+0020-007E,U+00A0,U+00A7,U+00AA-00AB,U+00B0,U+00B2-00B4,U+00B7,U+00BA-00BB,U+00BD,U+00C0-00FF,U+0102-0107,U+010C-0111,U+0118-011B,U+0141-0144,U+0147-0148,U+0150-0151,U+0158-015B,U+015E-0165,U+016E-0171,U+0179-017E,U+0218-021B,U+2010-2014,U+2018-2019,U+201C-201E,U+2022,U+2026,U+20AC,U+2212
figures='U+0020-0022,U+0025-003A,U+0041-005A,U+005F,U+0061-007A,U+00A0,U+00B0,U+2013,U+2014,U+20AC,U+2212'

ttf() {  # WOFF2 OUT_NAME: decompresses; woff2_decompress writes beside its input
  cp "$1" "$work/$2.woff2"
  woff2_decompress "$work/$2.woff2"
}
subset() {  # IN OUT UNICODES: no hinting, no layout tables: the canvas uses neither
  pyftsubset "$1" --output-file="$2" --unicodes="$3" --no-hinting --layout-features= --drop-tables+=GPOS,GSUB,GDEF,kern,DSIG \
    --name-IDs= --notdef-outline --no-recalc-timestamp
}
titillium() {  # WEIGHT OUT
  ttf "$titillium/titillium-web-latin-$1-normal.woff2" "latin-$1"
  ttf "$titillium/titillium-web-latin-ext-$1-normal.woff2" "ext-$1"
  subset "$work/latin-$1.ttf" "$work/latin-$1-s.ttf" "$text"
  subset "$work/ext-$1.ttf" "$work/ext-$1-s.ttf" "$text"
  pyftmerge --output-file="$work/merged-$1.ttf" "$work/latin-$1-s.ttf" "$work/ext-$1-s.ttf" >/dev/null 2>&1 ||
    fail "i due file di Titillium Web ($1) non si uniscono."
  subset "$work/merged-$1.ttf" "$2" "$text"
}
titillium 400 "${wanted[0]}"
titillium 600 "${wanted[1]}"
ttf "$mono/roboto-mono-latin-400-normal.woff2" mono
subset "$work/mono.ttf" "${wanted[2]}" "$figures"
printf '%s' "$stamp" >"$out/.fonts"
