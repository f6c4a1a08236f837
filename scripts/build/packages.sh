#!/usr/bin/env bash
# Makes sure the Debian packages are there: installs what is missing when run as root, else prints the line to run.
set -euo pipefail

needed=(pkg-config python3 unzip libxml2-dev libzip-dev libsqlite3-dev zlib1g-dev libdeflate-dev libgmime-3.0-dev
  libseccomp-dev libxlsxwriter-dev libglpk-dev libqpdf-dev libpoppler-glib-dev libleptonica-dev libheif-dev libtesseract-dev
  libzxing-dev tesseract-ocr-pol tesseract-ocr-ukr tesseract-ocr-rus tesseract-ocr-bel tesseract-ocr-script-latn
  libpango1.0-dev libqrencode-dev librsvg2-dev fonts-crosextra-carlito)
# LibreOffice turns letters into PDF and old .doc and .rtf forms into something readable; Nabór works without it.
[ "${NABOR_WITH_OFFICE:-}" = 1 ] && needed+=(libreoffice-writer-nogui libreoffice-calc-nogui)
# A browser for the tests of the web pages.
[ "${NABOR_WITH_BROWSER:-}" = 1 ] && needed+=(chromium chromium-driver python3-venv poppler-utils openssl)

missing=()
for package in "${needed[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
  echo "Installing: ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "These Debian packages are missing. Run this line, then repeat the command:" >&2
  echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
