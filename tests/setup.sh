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
