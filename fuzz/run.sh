#!/usr/bin/env bash
# Made-up input for the fuzz targets: `fuzz/run.sh long SECONDS TARGET…` one after another, `fuzz/run.sh smoke SECONDS TARGET…` all side by side.
#
# The sanitizer, which a long run has, makes jmap many times as slow, so its clock says nothing of jmap's. What is slow under it, and all that
# is kept for the next run, goes through a build without it, where no input may take more than two seconds or 512 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=$1 seconds=$2
shift 2
cargo=${CARGO:-cargo}
slow=(-timeout=300 -report_slow_units=5)
build=()
if [ "$kind" = smoke ]; then
  # A dozen side by side on two cores are many times as slow, and a minute is not worth the minutes that the sanitizer, or one large unit
  # of code, takes to build.
  slow=(-timeout=300 -report_slow_units=40)
  build=(--codegen-units 16 --sanitizer none)
fi
limits=(-max_total_time="$seconds" -max_len=16384 -rss_limit_mb=2048 "${slow[@]}" -dict=fuzz/jmap.dict -print_final_stats=1)

if ! "$cargo" +nightly fuzz --version > /dev/null 2>&1; then
  echo 'make fuzz needs: rustup toolchain install nightly; cargo install cargo-fuzz --locked' >&2
  exit 1
fi

# The program that some targets run: people's, else that of the tests.
if [ -z "${JMAP:-}" ]; then
  export JMAP="$PWD/target/debug/jmap"
  if [ "$kind" = long ] || ! [ -x "$JMAP" ]; then
    "$cargo" build --release
    JMAP="$PWD/target/release/jmap"
  fi
fi

fuzzed() {
  local target=$1
  mkdir -p "fuzz/found/$target" "fuzz/corpus/$target" "fuzz/artifacts/$target"
  "$cargo" +nightly fuzz run ${build[@]+"${build[@]}"} "$target" "fuzz/found/$target" "fuzz/corpus/$target" -- "${limits[@]}"
}

# Takes files through a target as it is built for people.
replayed() {
  local target=$1
  shift
  find "$@" -type f ! -name 'crash-*' ! -name 'oom-*' -print0 2> /dev/null |
    xargs -0 -r -n 200 "fuzz/target/release/$target" -timeout=2 -rss_limit_mb=512 > "fuzz/target/$target.replay" 2>&1 ||
    { tail -n 40 "fuzz/target/$target.replay"; echo "$target: more than two seconds or 512 MB, or a mistake: see above" >&2; return 1; }
  echo "$target: $(grep -c '^Executed' "fuzz/target/$target.replay" || true) inputs, none over two seconds"
}

wrong=()
"$cargo" +nightly fuzz build ${build[@]+"${build[@]}"}
if [ "$kind" = smoke ]; then
  declare -A jobs
  for target; do
    fuzzed "$target" > "fuzz/target/$target.log" 2>&1 &
    jobs[$target]=$!
  done
  for target; do
    wait "${jobs[$target]}" || { tail -n 40 "fuzz/target/$target.log"; wrong+=("$target"); }
    echo "$target: $(grep -o 'number_of_executed_units.*' "fuzz/target/$target.log" || echo 'ended early')"
  done
else
  for target; do
    fuzzed "$target" || wrong+=("$target")
  done
fi

slow_units() { find "fuzz/artifacts/$1" -name 'slow-unit-*' -o -name 'timeout-*' 2> /dev/null | grep -q .; }

built=
for target; do
  if [ "$kind" = long ] || slow_units "$target"; then
    # Built as people build it, without the sanitizer, the fuzzer's counters and debug assertions.
    [ -n "$built" ] || { "$cargo" build --release --manifest-path fuzz/Cargo.toml --bins && built=yes; }
    folders=("fuzz/artifacts/$target")
    [ "$kind" = smoke ] || folders+=("fuzz/found/$target" "fuzz/corpus/$target")
    replayed "$target" "${folders[@]}" || wrong+=("$target, without the sanitizer")
  fi
done

if [ ${#wrong[@]} -gt 0 ]; then
  printf 'wrong: %s\n' "${wrong[@]}" >&2
  exit 1
fi
