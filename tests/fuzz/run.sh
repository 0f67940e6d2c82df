# Sourced by tests/run.sh --fuzz: builds the fuzzers with clang in build-fuzz/ and runs each for SECONDS_EACH seconds on seeds from the fixtures and golden cases.
# A crash, a hang of 10 seconds, or 2 GB of memory ends it with an error; the input stands in build-fuzz/findings/.
install_packages "$project/tests/fuzz/packages.txt"
cmake -S "$project" -B "$project/build-fuzz" -G Ninja -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_BUILD_TYPE=None -DSRGCONV_FUZZ=ON -DSRGCONV_WERROR=OFF >/dev/null
cd "$project/build-fuzz"
ninja fuzzers >build.log || { tail -50 build.log; exit 1; }
mkdir -p findings
fuzz_seed=${FUZZ_SEED:-20260101}
fuzz_seconds=${SECONDS_EACH:-60}

# seed FUZZER CHOICE FILE...: copies of files; where CHOICE is not `-`, with the byte behind them by which the fuzzer chooses a dialect.
seed() {
  local fuzzer=$1 choice=$2 file
  shift 2
  mkdir -p "seeds/$fuzzer"
  for file in "$@"; do
    local copy
    copy="seeds/$fuzzer/$(sha256sum <<<"$choice $file" | head -c 16)"
    cp "$file" "$copy"
    if [ "$choice" != - ]; then printf "\\x$(printf %x "$choice")" >>"$copy"; fi
  done
}

rm -rf seeds
mapfile -t rule_files < <(find "$project/tests/golden/rules" "$project/fixtures" "$project/mappings" "$project/schemas" -type f -name '*.rules')
mapfile -t csv_files < <(find "$project/tests/golden" "$project/fixtures" -type f -name '*.csv' -size -20k)
mapfile -t fixed_files < <(find "$project/tests/golden" -type f -name '*.txt' -size -20k)
mapfile -t xml_files < <(find "$project/tests/golden" "$project/fixtures" -type f -name '*.xml' -size -20k)
seed parse_rules - "${rule_files[@]}"
for choice in 0 1 2 3 6 24 72; do seed read_csv "$choice" "${csv_files[@]}"; done
for choice in 0 1 7 12 13 19 67; do seed read_fixed_width "$choice" "${fixed_files[@]}"; done
for choice in 0 1; do seed read_xml "$choice" "${xml_files[@]}"; done
seed profile - "${csv_files[@]}" "${xml_files[@]}"
mapfile -t packed_files < <(find "$project/tests/golden" "$project/fixtures" -type f \( -name '*.gz' -o -name '*.zip' -o -name '*.xlsx' \) -size -20k)
seed read_packed - "${packed_files[@]}" "${csv_files[@]:0:40}"
mapfile -t workbooks < <(find "$project/tests/golden" "$project/fixtures" -type f -name '*.xlsx' -size -20k)
for choice in 0 4 20; do seed read_xlsx "$choice" "${workbooks[@]}"; done
sheet='<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>BSN</t></is></c></row><row r="2"><c r="A2" s="1"><v>44256.5</v></c><c t="e"><v>#N/A</v></c></row></sheetData>'
for choice in 1 5 21 69; do
  printf '%s\0<si><t>CLIENTNR</t></si>\0<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' "$sheet" >seeds/read_xlsx/"parts-$choice"
  printf "\\x$(printf %x "$choice")" >>seeds/read_xlsx/"parts-$choice"
done
mkdir -p seeds/date_pattern
printf 'dd-mm-yyyy\n01-03-2021' >seeds/date_pattern/whole
printf 'yyyymmdd\n20190400' >seeds/date_pattern/partial
printf 'd/m/yyyy\n1/3/2021' >seeds/date_pattern/short
printf 'yyyy-mm\n2021-03' >seeds/date_pattern/month

failed=0
while read -r program; do
  fuzzer=$(basename "$program")
  fuzzer=${fuzzer#fuzz_}
  mkdir -p "seeds/$fuzzer" "corpus/$fuzzer"
  words=()
  if [ -f "$project/tests/fuzz/$fuzzer.dict" ]; then words=("-dict=$project/tests/fuzz/$fuzzer.dict"); fi
  echo "fuzzing $fuzzer for $fuzz_seconds seconds, seed $fuzz_seed"
  if ! ASAN_OPTIONS=detect_leaks=1 "$program" -max_total_time="$fuzz_seconds" -timeout=10 -rss_limit_mb=2048 -seed="$fuzz_seed" -max_len=20000 -print_final_stats=1 \
    -artifact_prefix="findings/$fuzzer-" "${words[@]}" "corpus/$fuzzer" "seeds/$fuzzer" >"findings/$fuzzer.log" 2>&1; then
    tail -40 "findings/$fuzzer.log"
    failed=1
  fi
  grep -h 'number_of_executed_units\|peak_rss_mb' "findings/$fuzzer.log" || true
done < <(find "$project/build-fuzz/tests" -maxdepth 1 -name 'fuzz_*' -type f -perm -u+x | sort)
if [ "$failed" -ne 0 ]; then
  echo "a fuzzer found something; its input is in build-fuzz/findings/"
  exit 1
fi
echo "no findings"
