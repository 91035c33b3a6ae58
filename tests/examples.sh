#!/bin/sh
# Repeats what documents promise, in a scratch folder that holds the reports of corpus/example.
#   examples.sh document PROGRAM SOURCE SCRATCH FILE   every "$ command" of a ```console block, whole output compared
#   examples.sh help PROGRAM SOURCE SCRATCH COMMAND... every example that `gainsay COMMAND... --help` shows
# With UPDATE_EXPECTED=1 the document is rewritten.
set -eu
kind=$1 program=$2 source=$3 scratch=$4
shift 4
rm -rf "$scratch"
mkdir -p "$scratch"
cp -r "$source/corpus/example" "$scratch/example"
PATH=$(dirname "$program"):$PATH
export PATH
unset NO_COLOR FORCE_COLOR CLICOLOR_FORCE GAINSAY_DATA

if [ "$kind" = document ]; then
  cd "$scratch"
  awk '
    /^```console$/ { inside = 1; print; next }
    inside && /^```$/ { inside = 0 }
    !inside { print; next }
    /^\$ / {
      print
      command = "{ " substr($0, 3) "\n} 2>&1"
      while ((command | getline line) > 0) print line
      close(command)
      ran++
    }
    END { if (ran == 0) { print "no example was run"; exit 1 } }' "$source/$1" >"$scratch/now"
  if [ -n "${UPDATE_EXPECTED:-}" ]; then
    cat "$scratch/now" >"$source/$1"
  else
    diff -u "$source/$1" "$scratch/now" || { echo "$1 does not say what the program says" >&2; exit 1; }
  fi
else
  for folder in reports wire drafts; do cp -r "$scratch/example" "$scratch/$folder"; done
  "$program" "$@" --help | sed -n 's/^  \(gainsay .*\)/\1/p' | sed 's/  .*//' |
    sort -u >"$scratch/examples"
  "$program" ingest -q --db "$scratch/news.db" "$source/corpus/example"
  for day in yesterday today; do
    "$program" report "$source/corpus/example" --format json -o "$scratch/$day.json"
  done
  [ -s "$scratch/examples" ] || { echo "no example in gainsay $* --help" >&2; exit 1; }
  cd "$scratch"
  while read -r line; do
    code=0
    sh -c "$line" </dev/null >"$scratch/out" 2>&1 || code=$?
    [ "$code" -lt 2 ] || { echo "$line: exit status $code" >&2; cat "$scratch/out" >&2; exit 1; }
  done <"$scratch/examples"
fi
