#!/usr/bin/env bash
# Builds Countersign and prints what processors add to javac, side by side: some ten minutes, or
# as many rounds as the argument says (12). The JDK is the one that JAVA_HOME or the path names.
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)

cd "$repository"
mvn --quiet --batch-mode -Dstyle.color=never -Dmaven.test.skip=true -Pbenchmarks -pl benchmarks --also-make package
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx4g -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
  dev.countersign.benchmarks.compile.CompileBenchmarks "$@"
