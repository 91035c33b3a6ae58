. ./gainsay.bash
compopt() { echo "(no files)"; }  # bash knows it inside a completion only
try() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _gainsay
  echo "$*_ ${COMPREPLY[*]}"
}
try gainsay com
try gainsay decisions ''
try gainsay decisions import --
try gainsay check --fail
try gainsay check --fail-level ''
try gainsay check --fail-level = w
try gainsay check --db news.db --format s
try gainsay check --max-warnings ''
try gainsay check --db ''
try gainsay completions ''
try gainsay rules validate --r
