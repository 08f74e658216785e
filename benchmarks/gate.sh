#!/usr/bin/env bash
# Builds Countersign and prints what `secret check` takes on a program with 300 libraries, beside
# listing it with `unzip -l` and the command's own start: some two minutes. The argument says how
# many rounds (10). Needs zip's `unzip`.
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
rounds=${1:-10}
work=$repository/benchmarks/target/gate
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cd "$repository"
mvn --quiet --batch-mode -Dstyle.color=never -Dmaven.test.skip=true -pl cli,processor --also-make package
rm -rf "$work"
mkdir -p "$work/source" "$work/home" "$work/.git"
cd "$work"
export XDG_CONFIG_HOME=$work/home XDG_STATE_HOME=$work/home XDG_CACHE_HOME=$work/home
secret=$repository/cli/target/countersign/bin/secret
library=$repository/cli/target/countersign/lib
processor=$(ls "$repository"/processor/target/countersign-processor-*.jar | grep -v -e original -e sources -e javadoc)
annotations=$(ls "$repository"/annotations/target/countersign-annotations-*.jar | grep -v -e sources -e javadoc)

"$secret" init --application payments >/dev/null 2>&1
"$secret" declare StripeKey >/dev/null
printf x | "$secret" set --type prod StripeKey >/dev/null
echo 'package com.acme; final class Client { @dev.countersign.Secret("StripeKey") private String key; }' \
  >source/Client.java
"${java}c" -Acountersign.missing=off -d classes -cp "$annotations:$library/countersign-runtime.jar" \
  -processorpath "$processor" source/Client.java
"$java" "$repository/benchmarks/src/main/java/dev/countersign/benchmarks/gate/FatJars.java" classes .

# Prints the least time of a command, in ms, of all rounds
least() {
  local best=999999 start took
  for ((i = 0; i < rounds; i++)); do
    start=$(date +%s%N)
    "$@" >/dev/null
    took=$((($(date +%s%N) - start) / 1000000))
    ((took < best)) && best=$took
  done
  echo "$best"
}

start=$(least "$secret" check --no-key --type prod)
printf '%-12s %8s %12s %10s %8s %10s\n' '' MB 'unzip -l' 'no path' check 'of which'
for archive in boot.jar app.war shaded.jar; do
  listed=$(least unzip -l "$archive")
  checked=$(least "$secret" check --no-key --type prod "$archive")
  size=$(($(stat -c %s "$archive") / 1000000))
  printf '%-12s %8d %9d ms %7d ms %5d ms %7d ms' "$archive" "$size" "$listed" "$start" "$checked" $((checked - start))
  if ((checked <= 2 * listed + start)); then echo '  goal met'; else echo "  goal missed: $((2 * listed + start)) ms"; fi
done
