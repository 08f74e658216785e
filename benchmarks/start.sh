#!/usr/bin/env bash
# Builds Countersign and prints what reading twenty secrets costs a whole process, beside libraries
# for configuration: some three minutes, or as many rounds as the argument says (20). The JDK is
# the one that JAVA_HOME or the path names.
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)

cd "$repository"
mvn --quiet --batch-mode -Dstyle.color=never -Dmaven.test.skip=true -Pbenchmarks -pl benchmarks --also-make package
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
  "-Dcountersign.benchmarks=$(echo benchmarks/target/countersign-benchmarks-*.jar)" \
  dev.countersign.benchmarks.start.StartBenchmarks "$@"
