#!/usr/bin/env bash
# Benchmarks of the release build: scripts/bench/run.sh [arguments of bench.py]
# The peer's python-docx comes from PyPI into a virtual environment of its own; without it only our own figures are shown.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
environment=${NABOR_PEER_ENV:-${TMPDIR:-/tmp}/nabor-peer}

if [ ! -x "$environment/bin/python" ]; then
    python3 -m venv "$environment"
fi
if ! "$environment/bin/python" -c 'import docx' 2>/dev/null; then
    "$environment/bin/python" -m pip install --quiet python-docx || true
fi
peer=()
if "$environment/bin/python" -c 'import docx' 2>/dev/null; then
    peer=(--peer-python "$environment/bin/python")
else
    echo 'python-docx is not available: no comparison with the Python peer.' >&2
fi
exec python3 "$here/bench.py" "${peer[@]}" "$@"
