#!/usr/bin/env bash
# clang-tidy over the C++ sources, one process a core. Prints only what was found, and at the end the files concerned.
# Usage: tidy.sh BUILD_DIR PATHSPEC…      BUILD_DIR has compile_commands.json and the embedded texts (target omnia_assets)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:?"uso: tidy.sh CARTELLA_DI_COMPILAZIONE PERCORSO…"}
shift
failed=$(mktemp)
trap 'rm -f "$failed"' EXIT
export build failed

one() {
  local out
  out=$(clang-tidy -p "$build" --quiet "$1" 2>&1) && return 0
  # One write a file, so that parallel findings do not mix.
  printf '%s\n\n' "$(grep -v ' warnings\? generated\.$' <<<"$out")"
  printf '%s\n' "$1" >>"$failed"
}
export -f one

# *_web.cpp is read by Emscripten's compiler only.
# shellcheck disable=SC2016  # "$1" is for the inner shell
git ls-files -z -- "$@" | grep -z '\.cpp$' | grep -zv '_web\.cpp$' | xargs -0 -r -n 1 -P "$(nproc)" bash -c 'one "$1"' one
if [ -s "$failed" ]; then
  printf 'clang-tidy ha trovato difetti in:\n'
  sort "$failed"
  exit 1
fi
