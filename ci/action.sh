#!/usr/bin/env bash
# What action.yml runs: installs jmap from the action's own checkout, then calls it. Every input comes in the environment and
# stays data: nothing is evaluated. Bash 3.2 (macOS) is enough.
set -euo pipefail

refuse() {
  echo "::error::jmap: $1" >&2
  exit 2
}

# Whoever opens a pull request decides what stands in the checkout, so nothing in it is run, and nothing is built in it: cargo and
# rustup would obey a .cargo/config.toml or a rust-toolchain.toml there.
root=${JMAP_ROOT:-$RUNNER_TEMP/jmap}
case $root in
  *$'\n'* | *$'\r'*) refuse 'the input "root" has more than one line' ;;
  /* | [A-Za-z]:[/\\]*) ;;
  *) refuse 'the input "root" is no absolute path, so jmap would be in the checkout; name a folder outside of it, such as one in runner.temp' ;;
esac
mkdir -p "$root/bin"
bin=$(cd -P "$root/bin" && pwd -P)
checkout=$(cd -P "${GITHUB_WORKSPACE:-.}" && pwd -P)
case $bin/ in
  "$checkout"/*) refuse 'the input "root" is a folder of the checkout, where a pull request can put a jmap of its own; name one outside of it, such as one in runner.temp' ;;
esac
jmap=$bin/jmap
if ! [ -x "$jmap" ]; then
  (
    cd "$GITHUB_ACTION_PATH"
    if command -v rustup > /dev/null; then
      rustup toolchain install stable --profile minimal --no-self-update
      export RUSTUP_TOOLCHAIN=stable
    fi
    cargo install --locked --path "$GITHUB_ACTION_PATH" --root "${bin%/bin}"
  )
fi
echo "$bin" >> "$GITHUB_PATH"

call=("$jmap")

# Gives each line of a text to jmap, after a prefix.
each_line() {
  local line
  while read -r line; do
    [ -z "$line" ] || call+=("$1$line")
  done <<< "$2"
}

case $JMAP_COMMAND in
  install)
    echo 'status=0' >> "$GITHUB_OUTPUT"
    exit 0
    ;;
  check) call+=(check) ;;
  render) call+=(render) ;;
  'render --check') call+=(render --check) ;;
  *) refuse 'the input "command" is none of check, render, render --check, install' ;;
esac
each_line --format= "$JMAP_FORMAT"
each_line --output= "$JMAP_OUTPUT"
each_line --deny= "$JMAP_DENY"
each_line '' "$JMAP_ARGS"
call+=(--)
while read -r line; do
  # A pattern becomes the files that it stands for, blanks in names stay.
  IFS=
  # shellcheck disable=SC2206
  [ -z "$line" ] || call+=($line)
  unset IFS
done <<< "$JMAP_MAPS"

status=0
"${call[@]}" || status=$?
echo "status=$status" >> "$GITHUB_OUTPUT"
exit "$status"
