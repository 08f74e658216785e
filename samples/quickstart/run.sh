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
  (cd "$repository" && mvn --quiet --batch-mode -DskipTests -pl processor,cli --also-make package)
}

# says COMMAND… : prints the command, runs it, and expects it to succeed
says() { expect 0 "$@"; }

# expect STATUS COMMAND… : prints the command, runs it, and stops the story on any other status
expect() {
  local expected=$1 status=0
  shift
  echo "\$ $*"
  "$@" 2>&1 || status=$?
  if [ "$status" -ne "$expected" ]; then
    echo "run.sh: exit status $status where $expected was expected" >&2
    exit 1
  fi
  echo
}

# pipe VALUE COMMAND… : as says, with a value on standard input
pipe() {
  local value=$1
  shift
  printf '%s' "$value" | says "$@"
}

tell() { printf '# %s\n' "$*"; }

compile() { javac -d classes -cp "$libraries" -processorpath "$processor" src/*.java; }

start() { COUNTERSIGN_ENVIRONMENT=$1 java -cp "app.jar:$libraries" com.example.quickstart.Quickstart; }

misspell() { sed -i.bak 's/"GitHubAPIToken"/"GitHubApiTokn"/' src/AppSecrets.java; }

mend() { mv src/AppSecrets.java.bak src/AppSecrets.java; }

jar_up() { jar --create --file app.jar -C classes .; }

build
export PATH="$repository/cli/target/countersign/bin:$PATH"
export XDG_CONFIG_HOME="$story/home" # an identity of the story's own
unset "${!COUNTERSIGN_@}" GITHUB_API_TOKEN
libraries=$(ls "$repository"/runtime/target/countersign-runtime-*.jar | head -n 1)
libraries=$libraries:$(ls "$repository"/annotations/target/countersign-annotations-*.jar | head -n 1)
processor=$(ls "$repository"/processor/target/countersign-processor-*.jar | head -n 1)

rm -rf "$story"
mkdir -p "$story/src"
cp "$here"/src/main/java/com/example/quickstart/*.java "$story/src"
cd "$story"

tell "a new project"
says secret init --application quickstart
says secret declare GitHubAPIToken --description "Personal access token for deployments"
says secret declare WebhookKey --description "Signs what we send"

tell "somebody misspells a name: the program does not compile"
misspell
expect 1 compile

tell "mended, it compiles; that the values are not there yet is a warning"
mend
says compile

tell "values for this team's machines, and the program runs"
pipe "demo-token-1" secret set --type local GitHubAPIToken
pipe "demo-key-1" secret set --type local WebhookKey
says compile
says jar_up
says start local

tell "the deploy gate: prod lacks both"
expect 1 secret check --type prod app.jar
pipe "demo-token-1" secret set --type prod GitHubAPIToken
pipe "demo-key-1" secret set --type prod WebhookKey
says secret check --type prod app.jar
says secret list

tell "in prod, the sealed value reaches the server; a wrong one from outside is refused by it"
says start prod
export GITHUB_API_TOKEN=wrong
says start prod

echo "the story behaved"
