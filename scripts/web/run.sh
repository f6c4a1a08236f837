#!/usr/bin/env bash
# Browser tests: makes a Python environment with selenium and axe-core, drives Debian's chromium. usage: run.sh PATH-OF-NABOR [--pictures DIR]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
environment=${NABOR_BROWSER_ENVIRONMENT:-${TMPDIR:-/tmp}/nabor-browser-environment}
command -v chromium >/dev/null && command -v chromedriver >/dev/null || {
  echo "These Debian packages are missing: chromium chromium-driver" >&2
  exit 1
}
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet selenium==4.51.0 axe-playwright-python==0.1.8
exec "$environment/bin/python" "$here/browser.py" "$@"
