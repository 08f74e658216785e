#!/usr/bin/env bash
# Builds Countersign and prints what sealing and opening cost, side by side: about two minutes, or
# with --long a quarter of an hour. The runtime is measured as it ships, with Bouncy Castle relocated
# into its jar; the primitives beside it are the same version's from its own jar.
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)

cd "$repository"
mvn --quiet --batch-mode -Dstyle.color=never -Dmaven.test.skip=true -Pbenchmarks -pl benchmarks --also-make package
java -cp "benchmarks/target/classes:benchmarks/target/lib/*" dev.countersign.benchmarks.Benchmarks "$@"
