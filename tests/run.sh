#!/usr/bin/env bash
# Every test, from nothing: installs the packages, builds Release in build/, runs all tests.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
install_packages
build all
cd "$project/build"
ctest --output-on-failure
