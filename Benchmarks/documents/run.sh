#!/usr/bin/env bash
# Compares `nabor render` with docxtpl and docx-mailmerge2, all in one run: Benchmarks/documents/run.sh [program] [repeat]
# The peers come from PyPI into a virtual environment of their own.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:-$here/../../.build/release/nabor}")
repeat=${2:-3}
work=${NABOR_DOCUMENTS_BENCH:-${TMPDIR:-/tmp}/nabor-documents-bench}
python=$work/venv/bin/python

mkdir -p "$work"
[ -x "$python" ] || python3 -m venv "$work/venv"
"$python" -c 'import docxtpl, mailmerge, docx' 2>/dev/null \
    || "$python" -m pip install --quiet docxtpl docx-mailmerge2 python-docx docxcompose
[ -e "$work/in/letters.json" ] || "$python" "$here/make_inputs.py" "$work/in"

"$python" "$here/bench_peers.py" "$work/in" --repeat "$repeat" --json "$work/figures.json" \
    --only docxtpl_memory,docxtpl_reload,docxtpl_once,mailmerge_memory,mailmerge_letters,docxtpl_att5000,mailmerge_att5000,docxtpl_book,mailmerge_book \
    --external "nabor_letters=$program render {in}/letter_tpl.docx --data {in}/letters.json -o {out}" \
    --external "nabor_mailmerge=$program render {in}/letter_mf.docx --data {in}/letters_flat.json -o {out}" \
    --external "nabor_att5000=$program render {in}/attendance_tpl.docx --data {in}/attendance_5000.json -o {out}/list.docx" \
    --external "nabor_book=$program render {in}/letter_tpl.docx --data {in}/letters.json -o {out}/book.docx --book"
"$python" "$here/ratios.py" "$work/figures.json"
# Swift brings clang; a C compiler of the system is not needed.
clang -O2 -o "$work/floor" "$here/floor.c" -lz
"$python" "$here/floor.py" "$work/in" "$work/floor"
engine=$(dirname "$program")/documents-benchmark
if [ -x "$engine" ]; then
    "$engine" "$work/in" --json "$work/engine.json"
    "$python" "$here/ratios.py" "$work/figures.json" "$work/engine.json"
fi
