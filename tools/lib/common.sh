# Shared by tools/run, tools/test and tools/omnia: installs what is missing, builds, and says what it is doing.
# Sourced, not run. Every step is idempotent and writes its whole output to build/log/.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/omnia-is-aperta
deps=$cache/deps
logs=$root/build/log
stamps=$root/build/stamps
jobs=$(nproc)
export NODE_PATH=/usr/share/nodejs  # Debian's Emscripten finds its own node modules here
mkdir -p "$logs" "$stamps" "$cache"

say() { printf '%s\n' "$*"; }
fail() {
  printf '\nErrore: %s\n' "$*" >&2
  exit 1
}

# step "what" command…: one line while it runs, the time it took, and on failure the end of its output.
step() {
  local what=$1 log status=0 started pid
  shift
  log=$logs/$(printf '%s' "$what" | tr -cs 'a-zA-Z0-9' '-').log
  started=$(date +%s)
  printf '   %-52s' "$what"
  ("$@") >"$log" 2>&1 &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    # A dot every ten seconds shows that a long step is alive.
    if [ $((($(date +%s) - started) / 10)) -gt "${dots:-0}" ]; then printf '.'; dots=$((${dots:-0} + 1)); fi
  done
  dots=0
  wait "$pid" || status=$?
  if [ "$status" -eq 0 ]; then
    printf ' fatto (%s s)\n' "$(($(date +%s) - started))"
    return 0
  fi
  printf ' NON RIUSCITO\n\n' >&2
  tail -n 60 "$log" >&2
  fail "il passo «$what» non è riuscito. Tutto il suo output è in $log"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    fail "servono pacchetti di sistema: esegui come root, oppure installa sudo."
  fi
}

base_packages=(ca-certificates build-essential cmake ninja-build pkg-config dpkg-dev ccache emscripten libsqlitecpp-dev
  libsqlite3-dev nlohmann-json3-dev libboost-dev libfmt-dev libspdlog-dev libcli11-dev libexpat1-dev libssl-dev
  libcairo2-dev libpango1.0-dev libqpdf-dev libxml2-dev libcurl4-openssl-dev libcjose-dev
  woff2 fonttools fonts-dejavu-core tzdata curl)
property_packages=(librapidcheck-dev)
test_packages=(chromium clang clang-format clang-tidy libclang-rt-14-dev llvm jq poppler-utils qpdf xmlsec1)

# install_packages name…: only what is missing, so that a second start needs neither network nor root.
install_packages() {
  local missing=() name
  [ -r /etc/debian_version ] || fail "questo programma si installa su Debian 12; qui non c'è /etc/debian_version."
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} -eq 0 ] && return 0
  step "indice dei pacchetti Debian" as_root apt-get update -q
  step "installo ${#missing[@]} pacchetti Debian" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}"
}

bring_sources() {
  [ -f "$deps/imgui/imgui.h" ] && [ -f "$deps/cpp-httplib/httplib.h" ] && return 0
  step "sorgenti di Dear ImGui e cpp-httplib" "$root/tools/lib/source-packages.sh" "$deps"
}

# changed NAME path…: true when the content of those files is not what it was at the last `remember NAME`.
fingerprint() { find "$@" -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum | sha256sum; }
changed() {
  local name=$1
  shift
  fingerprint "$@" >"$stamps/$name.new"
  ! cmp -s "$stamps/$name.new" "$stamps/$name"
}
remember() { mv "$stamps/$1.new" "$stamps/$1"; }

# build PRESET target…
build() {
  local preset=$1
  shift
  if [ ! -f "$root/build/$preset/build.ninja" ]; then
    step "configuro ($preset)" cmake -S "$root" --preset "$preset" -DOMNIA_DEPS="$deps"
  fi
  step "compilo ($preset): $*" cmake --build "$root/build/$preset" -j "$jobs" --target "$@"
}

# npm_packages FOLDER: exactly what its lock file says.
npm_packages() {
  local folder=$1 name
  name=npm-$(basename "$folder")
  if changed "$name" "$folder/package-lock.json" || [ ! -d "$folder/node_modules" ]; then
    step "pacchetti npm di $(basename "$folder")/" npm ci --prefix "$folder" --no-fund --no-audit --ignore-scripts=false
    remember "$name"
  fi
}

build_server() {
  install_packages "${base_packages[@]}"
  bring_sources
  build native omnia-server omnia
}

build_web() {
  build wasm omnia_app
  npm_packages "$root/web"
  if changed web "$root/web" "$root/assets/tokens" "$root/assets/screens" "$root/tools/lib/fonts.sh" "$root/build/wasm/wasm-client/app.wasm" \
    "$root/build/wasm/wasm-client/app.mjs" || [ ! -f "$root/web/dist/index.html" ]; then
    step "caratteri per il canvas" "$root/tools/lib/fonts.sh" "$root/build/fonts"
    step "pagine e compressione" node "$root/web/build.mjs" --wasm "$root/build/wasm/wasm-client" --fonts "$root/build/fonts"
    remember web
  fi
}

# make_demo FOLDER: demo files from a seed, imported into FOLDER/omnia.db; nothing to do when the database is there.
make_demo() {
  local data=$1
  [ -f "$data/omnia.db" ] && return 0
  mkdir -p "$data"
  step "dati dimostrativi (aziende inventate)" "$root/build/native/tools/omnia" demo --seed 2026 --out "$data/demo"
  rm -f "$data/omnia.db.new" "$data/omnia.db.new-wal" "$data/omnia.db.new-shm"
  step "importo UniEmens e anagrafica" "$root/build/native/tools/omnia" import --db "$data/omnia.db.new" "$data/demo"
  # Only a finished import becomes the database: an interrupted first start begins again.
  mv "$data/omnia.db.new" "$data/omnia.db"
  rm -f "$data/omnia.db.new-wal" "$data/omnia.db.new-shm"
}
