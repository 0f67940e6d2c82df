# Installs what is missing and builds. Sourced by fixtures/demo.sh and tests/run.sh, which say what to build; a second run skips what is done.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8

# install_packages [LIST...]: what tests/packages.txt names, and further lists of that kind.
install_packages() {
  local wanted missing=() package root=()
  wanted=$(cat "$project/tests/packages.txt" "$@" | grep -v '^#')
  for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  echo "installing: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build TARGET...
build() {
  cmake -S "$project" -B "$project/build" -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
  ninja -C "$project/build" "$@"
}

# The npm package csv-spectrum, test data of CSV readers, unpacked in build/npm. Its test is skipped where npm or its registry is not there.
fetch_csv_spectrum() {
  if [ -d "$project/build/npm/package" ]; then return; fi
  if ! command -v npm >/dev/null; then
    echo "npm is not installed: the test CsvSpectrum will be skipped"
    return
  fi
  mkdir -p "$project/build/npm"
  (cd "$project/build/npm" && npm pack --silent csv-spectrum@2.0.0 >/dev/null && tar xzf csv-spectrum-2.0.0.tgz) ||
    echo "csv-spectrum cannot be fetched: the test CsvSpectrum will be skipped"
}
