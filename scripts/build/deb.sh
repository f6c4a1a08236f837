#!/usr/bin/env bash
# Makes the Debian package out of the built programs. usage: deb.sh FOLDER-OF-PROGRAMS OUTPUT-FOLDER
#
# The programs lie in /usr/lib/nabor with the runtime libraries of Swift beside them (Debian has none); /usr/bin/nabor leads
# there. Everything else that they need is named as a dependency, as found by dpkg-shlibdeps.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
programs=$(cd "$1" && pwd)
mkdir -p "$2"
output=$(cd "$2" && pwd)
version=$(sed -n 's/.*text = "\(.*\)"/\1/p' "$root/Sources/Desk/Workspace/ProductVersion.swift")
architecture=$(dpkg --print-architecture)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
tree=$stage/tree

install -d "$tree/usr/lib/nabor" "$tree/usr/bin" "$tree/usr/share/nabor" "$tree/usr/share/doc/nabor" \
  "$tree/usr/share/man/man1" "$tree/lib/systemd/system" "$tree/usr/share/bash-completion/completions" "$tree/DEBIAN"
for program in nabor nabor-reader nabor-mail-reader nabor-page-reader; do
  install -m 755 "$programs/$program" "$tree/usr/lib/nabor/$program"
  strip --strip-unneeded "$tree/usr/lib/nabor/$program"
done
ln -s ../lib/nabor/nabor "$tree/usr/bin/nabor"
for program in nabor nabor-reader nabor-mail-reader nabor-page-reader; do
  ldd "$programs/$program" | awk '/swift\/linux/ {print $3}'
done | sort -u | while read -r library; do install -m 644 "$library" "$tree/usr/lib/nabor/"; done

cp -r "$root/templates" "$root/samples" "$tree/usr/share/nabor/"
find "$tree/usr/share/nabor" -name '*.py' -delete
install -m 644 "$root/packaging/nabor.service" "$tree/lib/systemd/system/nabor.service"
gzip -9 -n -c "$root/docs/nabor.1" > "$tree/usr/share/man/man1/nabor.1.gz"
for file in "$root"/docs/completions/*.bash; do [ -f "$file" ] && install -m 644 "$file" "$tree/usr/share/bash-completion/completions/nabor"; done
install -m 644 "$root/LICENSE" "$tree/usr/share/doc/nabor/copyright"
gzip -9 -n -c "$root/CHANGELOG.md" > "$tree/usr/share/doc/nabor/changelog.gz"
install -m 644 "$root/docs/guide.pl.md" "$root/docs/guide.en.md" "$root/docs/serve.md" "$tree/usr/share/doc/nabor/"
install -m 755 "$root/packaging/debian/postinst" "$tree/DEBIAN/postinst"
install -m 755 "$root/packaging/debian/prerm" "$tree/DEBIAN/prerm"

# What Debian has to bring along: asked of the programs themselves.
mkdir -p "$stage/debian"
printf 'Source: nabor\n\nPackage: nabor\nArchitecture: any\n' > "$stage/debian/control"
depends=$(cd "$stage" && dpkg-shlibdeps -O --ignore-missing-info -l"$tree/usr/lib/nabor" "$tree"/usr/lib/nabor/nabor* 2>/dev/null |
  sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { echo "dpkg-shlibdeps found no dependencies" >&2; exit 1; }
cat > "$tree/DEBIAN/control" <<C
Package: nabor
Version: $version
Architecture: $architecture
Maintainer: Nabór <nabor@example.org>
Section: misc
Priority: optional
Installed-Size: $(du -sk "$tree/usr" | cut -f1)
Depends: $depends, adduser, fonts-crosextra-carlito
Recommends: tesseract-ocr-pol, tesseract-ocr-ukr, tesseract-ocr-rus, tesseract-ocr-bel, tesseract-ocr-script-latn, libreoffice-writer-nogui, libreoffice-calc-nogui
Description: registrations taken in, checked, selected, answered
 Takes in filled registration forms by every way people send them, turns them into checked registrations with
 evidence, selects participants under capacity limits and quotas, and writes the letters and lists. Serves forms,
 applicants' pages and the desk on the web.
C
(cd "$tree" && find usr lib -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
file=$output/nabor_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$tree" "$file" >/dev/null
echo "$file"
