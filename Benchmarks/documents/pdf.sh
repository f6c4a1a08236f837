#!/usr/bin/env bash
# PDFs of letters by `nabor render --pdf` beside one LibreOffice process a letter:
# Benchmarks/documents/pdf.sh [program] [letters]
# Uses the inputs that run.sh made. The single processes share a warm profile, which flatters them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:-$here/../../.build/release/nabor}")
count=${2:-100}
inputs=${NABOR_DOCUMENTS_BENCH:-${TMPDIR:-/tmp}/nabor-documents-bench}/in
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 - "$inputs/letters.json" "$count" > "$work/letters.json" <<'PY'
import json, sys
json.dump(json.load(open(sys.argv[1], encoding="utf-8"))[: int(sys.argv[2])], sys.stdout)
PY

export TIMEFORMAT='%R s wall, %U s user, %S s system'
echo "letters: $count"
echo -n 'nabor render --pdf:      '
time "$program" render "$inputs/letter_tpl.docx" --data "$work/letters.json" -o "$work/out" --pdf > /dev/null
single() {
    for file in "$work"/out/*.docx; do
        soffice "-env:UserInstallation=file://$work/profile" --headless --norestore \
            --convert-to pdf:writer_pdf_Export --outdir "$work/single" "$file" > /dev/null 2>&1
    done
}
echo -n 'a process for each:      '
time single
