#!/usr/bin/env bash
# What action.yml runs: installs jmap from the action's own checkout, then calls it. Every input comes in the environment and
# stays data: nothing is evaluated. Bash 3.2 (macOS) is enough.
set -euo pipefail

root=${JMAP_ROOT:-$RUNNER_TEMP/jmap}
if ! [ -x "$root/bin/jmap" ]; then
  if command -v rustup > /dev/null; then
    rustup toolchain install stable --profile minimal --no-self-update
    export RUSTUP_TOOLCHAIN=stable
  fi
  cargo install --locked --path "$GITHUB_ACTION_PATH" --root "$root"
fi
(cd "$root/bin" && pwd) >> "$GITHUB_PATH"

call=("$root/bin/jmap")

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
  *)
    echo '::error::jmap: the input "command" is none of check, render, render --check, install' >&2
    exit 2
    ;;
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
