#!/usr/bin/env bash
# Makes the two labelled sets of scans and judges how they are read: scripts/scans/run.sh NABOR [arguments of score.py]
# Same seeds, same sets; they stay in $NABOR_SCANS (a temporary folder unless told) for the next run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
nabor=$(realpath "$1")
shift
folder=${NABOR_SCANS:-${TMPDIR:-/tmp}/nabor-scans}
python=$folder/venv/bin/python
mkdir -p "$folder"

if [ ! -x "$python" ]; then
    python3 -m venv "$folder/venv"
    "$python" -m pip install --quiet pillow numpy fonttools
fi
make_set() {
    if [ ! -e "$folder/$1/manifest.jsonl" ]; then
        "$python" "$here/make_scans.py" "$folder/$1" --nabor "$nabor" --pages "$2" --seed "$3"
    fi
}
make_set tuned 360 20231214
make_set held-out 200 777
exec "$python" "$here/score.py" "$folder/tuned" "$folder/held-out" --nabor "$nabor" "$@"
