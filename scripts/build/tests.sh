#!/usr/bin/env bash
# Runs the tests that are built, as many at once as the first argument says. What failed is named once more at the end,
# where one looks first; the exit code is that of the tests.
set -uo pipefail

log=$(mktemp)
trap 'rm -f "$log"' EXIT
"${SWIFT:-swift}" test --skip-build --parallel --num-workers "${1:-2}" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}
if [ "$code" -ne 0 ]; then
    printf '\nWhat failed:\n'
    grep -aE '^✘|error: ' "$log"
fi
exit "$code"
