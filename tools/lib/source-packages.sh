#!/usr/bin/env bash
# Brings the two libraries that Debian 12 has not in a usable form, as Debian *source* packages, into a cache outside the
# checkout: Dear ImGui (to compile to WebAssembly) and cpp-httplib (a version with the security fixes that 0.11.4 lacks).
# Uses a private apt configuration made from the machine's own sources; apt checks the signatures and checksums.
# Usage: source-packages.sh DEPS_DIR      Prints nothing when all is there.
set -euo pipefail

deps=$1
imgui_version=1.90.1+ds-1
httplib_minimum=0.41.0

say() { printf '   %s\n' "$*"; }
fail() { printf 'Errore: %s\n' "$*" >&2; exit 1; }

mkdir -p "$deps"
if [ -f "$deps/imgui/imgui.h" ] && [ -f "$deps/cpp-httplib/httplib.h" ]; then exit 0; fi
command -v dpkg-source >/dev/null || fail "manca dpkg-dev: esegui «apt-get install dpkg-dev» e riprova."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/src"
chmod -R a+rX "$work"

# The machine's own mirror and keys, with other suites and deb-src: no host is named here.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(SIGNED_BY)' 2>/dev/null | awk '$2=="bookworm"{print $1; exit}')
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | head -n 1)
[ -n "$mirror" ] || fail "apt non ha alcuna sorgente: esegui «apt-get update» e riprova."
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
for suite in trixie trixie-backports; do
  printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite"
done >"$work/sources.list"

apt_private=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
             -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work" -o APT::Get::List-Cleanup=0
             -o Debug::NoLocking=1 -o APT::Sandbox::User=root)
say "indice dei pacchetti sorgente…"
apt-get "${apt_private[@]}" update -qq >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "l'indice dei sorgenti non si scarica: verifica la rete e riprova."; }

cd "$work/src"
if [ ! -f "$deps/imgui/imgui.h" ]; then
  say "Dear ImGui $imgui_version…"
  apt-get "${apt_private[@]}" source -qq "imgui=$imgui_version" >>"$work/log" 2>&1 || { cat "$work/log" >&2; fail "il sorgente di Dear ImGui non si scarica."; }
  rm -rf "$deps/imgui"
  mv imgui-*/ "$deps/imgui"
fi
if [ ! -f "$deps/cpp-httplib/httplib.h" ]; then
  version=$(apt-cache "${apt_private[@]}" showsrc cpp-httplib 2>/dev/null | awk '/^Version:/{print $2}' | sort -V | tail -n 1)
  dpkg --compare-versions "$version" ge "$httplib_minimum" || fail "cpp-httplib disponibile è $version: serve almeno la $httplib_minimum."
  say "cpp-httplib $version…"
  # --tar-only: the checksum of the tarball is in the signed index; the rest of that source package may be missing.
  apt-get "${apt_private[@]}" source -qq --tar-only "cpp-httplib=$version" >>"$work/log" 2>&1 || { cat "$work/log" >&2; fail "il sorgente di cpp-httplib non si scarica."; }
  mkdir -p tar && tar -xf cpp-httplib_*.orig.tar.* -C tar
  rm -rf "$deps/cpp-httplib"
  mv tar/*/ "$deps/cpp-httplib"
fi
