#!/usr/bin/env bash
# Builds the command `secret` and prints what it costs as a whole process, beside the hello-world of
# the same JDK, age, node and dotenvx where they are: half a minute, or as many rounds as the
# argument says (20). The JDK is the one that JAVA_HOME or the path names. For dotenvx, first:
# npm ci --ignore-scripts --prefix runtime/src/test/npm
# shellcheck disable=SC2016 # what is run is expanded when it is
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
rounds=${1:-20}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
secret=$repository/cli/target/countersign/bin/secret
dotenvx=$repository/runtime/src/test/npm/node_modules/.bin/dotenvx
labels=()
commands=()

(cd "$repository" && mvn --quiet --batch-mode -Dstyle.color=never -Dmaven.test.skip=true -pl cli --also-make package)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch/home CI=true
unset "${!COUNTERSIGN_@}" "${!XDG_@}"
mkdir "$HOME" "$scratch/payments"
cd "$scratch/payments"

# A line of the table: its label, and what is run, in a shell's words.
contender() {
  labels+=("$1")
  commands+=("$2")
  if ! eval "$2" >"$scratch/out" 2>&1; then
    cat "$scratch/out" >&2
    echo "$1 does not work" >&2
    exit 1
  fi
}

# Twenty secrets for each, of the same names and values.
prepare() {
  printf 'class Hello { public static void main(String[] none) { System.out.println("hello, world"); } }\n' >Hello.java
  "${java}c" -d "$scratch/hello" Hello.java
  "$secret" init >"$scratch/out"
  for number in {101..120}; do
    printf 'SERVICE_%s_KEY=value-%s\n' "$number" "$number"
  done >.env
  "$secret" import .env --type local >"$scratch/out"
  printf value-101 >value
}

prepare
contender "hello-world" '"$java" -cp "$scratch/hello" Hello'
contender "secret --version" '"$secret" --version'
contender "secret list" '"$secret" list'
contender "secret get" '"$secret" get --type local SERVICE_101_KEY'
contender "secret set" '"$secret" set --type local SERVICE_101_KEY <value'
if command -v age >"$scratch/out"; then
  age -R <(sed -n 's/.*public key: //p' "$HOME/.config/countersign/identity") -o sealed value
  contender "age --decrypt" 'age --decrypt -i "$HOME/.config/countersign/identity" sealed'
fi
command -v node >"$scratch/out" && contender "node -e 0" 'node -e 0'
if [ -x "$dotenvx" ]; then
  contender "dotenvx --version" '"$dotenvx" --version'
  cp .env plain.env
  "$dotenvx" encrypt >"$scratch/out" 2>&1
  contender "dotenvx get, plain" '"$dotenvx" get SERVICE_101_KEY -f plain.env'
  contender "dotenvx get" '"$dotenvx" get SERVICE_101_KEY'
  contender "dotenvx set" '"$dotenvx" set SERVICE_101_KEY value-101'
fi

"$java" -version 2>&1 | sed -n 's/.*(build \(.*\), mixed mode.*/Java \1/p'
ls "$repository"/cli/target/countersign/lib/*.jsa >"$scratch/out" 2>&1 || echo "without an archive of classes"
TIMEFORMAT='%3R %3U %3S'
for ((round = -1; round <= rounds; round++)); do
  printf 'round %s of %s\n' "$((round + 2))" "$((rounds + 2))" >&2
  for ((i = 0; i < ${#commands[@]}; i++)); do
    # shellcheck disable=SC2294 # the words are a shell's
    times=$({ time eval "${commands[i]}" >"$scratch/out" 2>&1; } 2>&1)
    [ "$round" -lt 1 ] || printf '%s\t%s\t%s\n' "$round" "$times" "${labels[i]}"
  done
done >"$scratch/times"

awk -F '\t' '
  function least(label) { return wall[label] / wall["hello-world"] }
  function goal(what, ratio, met) { printf "goal: %s: %.2f, %s\n", what, ratio, met ? "met" : "missed" }
  function at_most(label, limit) { goal(label " / hello-world <= " limit, least(label), least(label) <= limit) }
  function ahead(label, other,   ratio) { ratio = wall[other] / wall[label]; goal(other " / " label " >= 5", ratio, ratio >= 5) }
  function median(label,   all, count, i, j, kept) {
    count = split(ratios[label], all, " ")
    for (i = 2; i <= count; i++) for (j = i; j > 1 && all[j - 1] + 0 > all[j] + 0; j--) { kept = all[j]; all[j] = all[j - 1]; all[j - 1] = kept }
    return all[int((count + 1) / 2)]
  }
  {
    split($2, time, " ")
    cpu_now = time[2] + time[3]
    if ($3 == "hello-world") base = time[1]
    if (!($3 in wall)) { order[++lines] = $3; wall[$3] = time[1]; cpu[$3] = cpu_now }
    if (time[1] < wall[$3]) wall[$3] = time[1]
    if (cpu_now < cpu[$3]) cpu[$3] = cpu_now
    ratios[$3] = ratios[$3] " " time[1] / base
  }
  END {
    printf "\n  %-20s %8s %6s %6s %8s\n", "20 secrets", "wall ms", "ratio", "median", "CPU ms"
    for (i = 1; i <= lines; i++) {
      label = order[i]
      printf "  %-20s %8.0f %6.2f %6.2f %8.0f\n", label, 1000 * wall[label], least(label), median(label), 1000 * cpu[label]
    }
    at_most("secret list", 1.5); at_most("secret get", 2.2); at_most("secret set", 2.2)
    if ("dotenvx get" in wall) {
      ahead("secret list", "dotenvx get")
      ahead("secret get", "dotenvx get")
      ahead("secret set", "dotenvx set")
    }
  }' "$scratch/times"
