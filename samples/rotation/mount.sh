#!/bin/sh
# Writes files into a directory as the kubelet fills the volume of a Secret: into a new directory,
# which one link, ..data, then names instead of the old one.
#   ./mount.sh VOLUME NAME=VALUE…
set -eu
volume=$1
shift
mkdir -p "$volume"
new=$(cd "$volume" && mktemp -d ..XXXXXXXX)
for file in "$@"; do
  printf %s "${file#*=}" > "$volume/$new/${file%%=*}"
  ln -sfn "..data/${file%%=*}" "$volume/${file%%=*}"
done
old=$(readlink "$volume/..data" || true)
ln -sfn "$new" "$volume/..data_tmp"
mv -T "$volume/..data_tmp" "$volume/..data" 2> /dev/null || mv -fh "$volume/..data_tmp" "$volume/..data"
[ -z "$old" ] || rm -r "${volume:?}/$old"
