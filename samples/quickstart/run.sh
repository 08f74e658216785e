#!/usr/bin/env bash
# Plays the whole story on a copy of this sample: a misspelt secret does not compile, a missing one
# is not deployed, and a set one reaches the server. Prints each command and what it really said;
# exits 0 only if every step behaved.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
story=$here/target/story

build() {
  echo "building Countersign (the first time takes a few minutes)"
  cd "$repository"
  mvn --quiet --batch-mode -Dstyle.color=never -Dmaven.test.skip=true -pl processor,cli --also-make package
}

# A new project with the sample's sources, the libraries in lib/, and an identity of its own
prepare() {
  rm -rf "$story"
  mkdir -p "$story/src" "$story/lib/processor"
  cd "$story"
  git init --quiet # where the search for secrets.toml ends
  cp "$here"/src/main/java/com/example/quickstart/*.java src
  cp "$repository"/{runtime,annotations}/target/countersign-*.jar lib
  cp "$repository"/processor/target/countersign-processor-*.jar lib/processor/countersign-processor.jar
  export PATH="$repository/cli/target/countersign/bin:$PATH" XDG_CONFIG_HOME="$story/home" XDG_STATE_HOME="$story/state"
  unset "${!COUNTERSIGN_@}" GITHUB_API_TOKEN WEBHOOK_KEY
}

# step STATUS LINE: prints a line as typed, runs it, and stops the story on any other exit status
step() {
  local status=0
  printf '$ %s\n' "$2"
  eval "$2" 2>&1 || status=$?
  if [ "$status" -ne "$1" ]; then
    echo "run.sh: exit status $status where $1 was expected" >&2
    exit 1
  fi
  echo
}

# sees LINE TEXT: a step that must succeed and whose output must hold a text
sees() {
  local output
  output=$(step 0 "$1")
  printf '%s\n\n' "$output"
  if [[ $output != *"$2"* ]]; then
    echo "run.sh: the output lacks: $2" >&2
    exit 1
  fi
}

tell() { printf '# %s\n' "$*"; }

compile="javac -d classes -cp 'lib/*' -processorpath lib/processor/countersign-processor.jar src/*.java"
start="java -cp 'app.jar:lib/*' com.example.quickstart.Quickstart"

build
prepare

tell "a new project"
step 0 "secret init --application quickstart"
step 0 "secret declare GitHubAPIToken --description 'Personal access token for deployments'"
step 0 "secret declare WebhookKey --description 'Signs what we send'"

tell "somebody misspells a name: the program does not compile"
step 0 "sed -i.bak 's/\"GitHubAPIToken\"/\"GitHubApiTokn\"/' src/AppSecrets.java"
step 1 "$compile"

tell "mended, it compiles; that the values are not there yet is a warning"
step 0 "mv src/AppSecrets.java.bak src/AppSecrets.java"
step 0 "$compile"

tell "values for the team's own machines, and the program runs"
step 0 "printf demo-token-1 | secret set --type local GitHubAPIToken"
step 0 "printf demo-key-1 | secret set --type local WebhookKey"
step 0 "$compile"
step 0 "jar --create --file app.jar -C classes ."
sees "$start" "200 deployed quickstart"

tell "the deploy gate: prod lacks both, and refuses to start as well"
step 1 "secret check --type prod app.jar"
step 1 "COUNTERSIGN_ENVIRONMENT=prod $start"

tell "once they are set, the gate is open and the sealed token reaches the server"
step 0 "printf demo-token-1 | secret set --type prod GitHubAPIToken"
step 0 "printf demo-key-1 | secret set --type prod WebhookKey"
step 0 "secret check --type prod app.jar"
step 0 "secret list"
sees "COUNTERSIGN_ENVIRONMENT=prod $start" "200 deployed quickstart"

tell "a variable comes before the store; the server refuses a wrong token"
sees "GITHUB_API_TOKEN=wrong COUNTERSIGN_ENVIRONMENT=prod $start" "401 wrong token"

echo "the story behaved"
