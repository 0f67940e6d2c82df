#!/usr/bin/env bash
# Every test, from nothing: installs the packages, builds Release in build/, runs all tests. With --fuzz: the fuzzers instead, 60 seconds each (fuzz/run.sh).
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
if [ "${1:-}" = --fuzz ]; then
  . "$project/tests/fuzz/run.sh"
  exit
fi
install_packages
build all
fetch_csv_spectrum
cd "$project/build"
ctest --output-on-failure
