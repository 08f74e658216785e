#!/bin/sh
# Installs the command `secret` from the directory that this script is in, or takes it away again.
# See the usage below. Needs no root where you may write, and no network.
#
# A copy gets a directory of its own below PREFIX/lib/countersign, and is tried there. Then links to
# it are put in place of those to an older one, each in a single step, and that one is removed:
# whoever starts `secret` meanwhile has the old one or the new one, whole.

umask 022
unset CDPATH
origin=$(cd "$(dirname "$0")" && pwd)

usage() {
  cat <<USAGE
usage: install.sh [--prefix DIR] [--uninstall]

  --prefix DIR   where to install: DIR/bin/secret, and what belongs to it in
                 DIR/lib/countersign and DIR/share; ~/.local unless given
  --uninstall    remove from there what was installed, and nothing else
USAGE
}

fail() {
  printf 'install.sh: %s\n  fix: %s\n' "$1" "$2" >&2
  exit "${3:-1}"
}

# Calls $1 with each place below the prefix that is a link, and what of the copy it leads to.
for_each_link() {
  "$1" bin/secret bin/secret
  "$1" share/man/man1/secret.1 man/man1/secret.1
  "$1" share/bash-completion/completions/secret completions/secret.bash
  "$1" share/zsh/site-functions/_secret completions/secret.zsh
  "$1" share/fish/vendor_completions.d/secret.fish completions/secret.fish
}

is_there() { [ -e "$1" ] || [ -L "$1" ]; }

is_ours() {
  [ -L "$1" ] || return 1
  case $(readlink "$1") in
    */lib/countersign/[0-9]*) return 0 ;;
    *) return 1 ;;
  esac
}

refuse_incomplete() {
  for part in "$@"; do
    [ -f "$origin/$part" ] || fail "there is no $part beside install.sh in $origin" \
      "unpack the archive again, and run install.sh in what comes out"
  done
}

refuse_foreign() {
  if is_there "$prefix/$1" && ! is_ours "$prefix/$1"; then
    fail "$prefix/$1 is there, and was not installed by this" \
      "move it away, or choose another place: --prefix DIR"
  fi
}

prepare_link() {
  place=$prefix/$1
  if ! mkdir -p "${place%/*}" || ! ln -s "$copy/$2" "$place.$stamp"; then
    fail "nothing can be written to ${place%/*}" "choose another place: --prefix DIR"
  fi
}

put_link() {
  mv -f "$prefix/$1.$stamp" "$prefix/$1" ||
    fail "$prefix/$1 could not be put in place" "run install.sh again"
}

drop_link() { rm -f "$prefix/$1.$stamp"; }

remove_link() {
  if is_ours "$prefix/$1"; then
    rm -f "$prefix/$1" ||
      fail "$prefix/$1 could not be removed" "run install.sh --uninstall as who may do that"
  fi
}

# Removes every copy but the one that is named.
remove_copies() {
  for old in "$library"/[0-9]*-[0-9]*; do
    if [ "$old" != "$1" ] && [ -d "$old" ]; then
      rm -rf "$old" || fail "$old could not be removed" "remove it as who may do that"
    fi
  done
}

# What is left of an installation that did not come to its end.
clean_up() {
  if [ -z "$finished" ]; then
    for_each_link drop_link
    rm -rf "$copy"
    rmdir "$library" 2>/dev/null
  fi
}

copy_files() {
  mkdir -p "$copy" 2>/dev/null ||
    fail "nothing can be written to $prefix" "choose another place: --prefix DIR"
  for part in LICENSE NOTICE install.sh bin completions lib man; do
    cp -R "$origin/$part" "$copy/" || fail "$part could not be copied to $copy" "see above"
  done
  rm -f "$copy"/lib/*.jsa # which is for where it was
  chmod -R u+rwX,go+rX,go-w "$copy" && chmod 755 "$copy/bin/secret" "$copy/install.sh"
}

tell_path() {
  case :$PATH: in
    *":$prefix/bin:"*)
      first=$(command -v secret)
      [ "$first" = "$prefix/bin/secret" ] ||
        printf 'note: another one comes first on your PATH: %s\n' "$first"
      ;;
    *)
      quoted=$(printf '%s\n' "$prefix" | sed "s/'/'\\\\''/g")
      echo "it is not on your PATH yet: add this line to ~/.profile, or to what your shell reads"
      printf "  export PATH='%s/bin':\"\$PATH\"\n" "$quoted"
      ;;
  esac
}

install() {
  refuse_incomplete LICENSE NOTICE install.sh bin/secret man/man1/secret.1 \
    completions/secret.bash completions/secret.fish completions/secret.zsh \
    lib/countersign-cli.jar lib/countersign-runtime.jar lib/snakeyaml-engine.jar lib/tomlj.jar
  for_each_link refuse_foreign
  finished=
  trap clean_up EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  copy_files
  version=$(COUNTERSIGN_CACHE=off "$copy/bin/secret" --version)
  case $version in
    "secret "*) ;;
    *)
      fail "secret does not run, and nothing was installed" \
        "have JAVA_HOME or the PATH lead to a JDK of 17 or later"
      ;;
  esac
  # With an archive of classes for the Java at hand starts are faster; without it, that is all.
  "$copy/bin/secret" make-archive >/dev/null 2>&1
  for_each_link prepare_link
  before=
  is_there "$prefix/bin/secret" && before=", in place of the one that was there"
  for_each_link put_link
  finished=yes
  remove_copies "$copy"
  printf 'installed %s as %s%s\n' "$version" "$prefix/bin/secret" "$before"
  printf 'its manual page and completions are in %s\n' "$prefix/share"
  tell_path
}

uninstall() {
  is_there "$library" || is_ours "$prefix/bin/secret" || {
    printf 'there is nothing of Countersign in %s\n' "$prefix"
    return
  }
  for_each_link remove_link
  remove_copies none
  rmdir "$library" 2>/dev/null
  printf 'removed secret from %s\n' "$prefix"
  printf 'your identity stays where it is, in %s\n' "${XDG_CONFIG_HOME:-$HOME/.config}/countersign"
}

main() {
  action=install
  prefix=${HOME:+$HOME/.local}
  while [ $# -gt 0 ]; do
    case $1 in
      --prefix)
        [ $# -gt 1 ] || fail "--prefix needs a directory" "install.sh --prefix DIR" 2
        prefix=$2
        shift
        ;;
      --prefix=*) prefix=${1#*=} ;;
      --uninstall) action=uninstall ;;
      -h | --help) usage && exit ;;
      *) fail "$1 is not known" "install.sh --help" 2 ;;
    esac
    shift
  done
  [ -n "$prefix" ] || fail "there is no HOME to install in" "install.sh --prefix DIR" 2
  case $prefix in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
  esac
  prefix=${prefix%/}
  library=$prefix/lib/countersign
  stamp=$(date -u +%Y%m%d%H%M%S)-$$
  copy=$library/$stamp
  "$action"
}

main "$@"
