#!/usr/bin/env bash
# Unpacks the Debian package and runs the program from the unpacked files alone: workspace, demo, letters, server, stop.
# usage: installed.sh PACKAGE.deb
set -euo pipefail
package=$1
folder=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
dpkg-deb -x "$package" "$folder/root"
nabor=$folder/root/usr/bin/nabor
cd "$folder"
unset NABOR_SHARE NABOR_READER
# Nothing of the machine's own Swift may help: the libraries in the package come first, and they must be all.
export LD_LIBRARY_PATH=$folder/root/usr/lib/nabor
for program in nabor nabor-reader nabor-mail-reader nabor-page-reader; do
  ! ldd "$folder/root/usr/lib/nabor/$program" | grep -q 'not found' || { echo "× $program lacks libraries"; exit 1; }
  ! ldd "$folder/root/usr/lib/nabor/$program" | grep 'swift/linux' || { echo "× $program takes libraries of the build"; exit 1; }
done
"$nabor" --version
"$nabor" demo --dir "$folder/demo" > demo.txt
grep -q . demo.txt && [ -n "$(find "$folder/demo/out" -name '*.docx' | head -1)" ] || { echo "× the demo wrote no documents"; exit 1; }
"$nabor" serve --workspace "$folder/demo" --port 0 2> serve.txt &
server=$!
for _ in $(seq 100); do
  port=$(sed -n 's/.*http:\/\/127.0.0.1:\([0-9]*\)$/\1/p' serve.txt | tail -1)
  [ -n "$port" ] && break
  sleep 0.1
done
curl -fsS "http://127.0.0.1:$port/health"
curl -fsS "http://127.0.0.1:$port/" | grep -q '<html' || { echo "× no page"; exit 1; }
curl -fsS "http://127.0.0.1:$port/metrics" | grep -q nabor_requests_total || { echo "× no figures"; exit 1; }
kill -TERM "$server"
wait "$server" && echo "stopped as asked"
server=
# The unit as it will be installed: the program, the manual page and everything it names are looked for in the package. The
# machine's own units lie beside it, since it asks for some of them.
cp -rn /lib/systemd/system/. "$folder/root/lib/systemd/system/"
complaints=$(MANPATH=$folder/root/usr/share/man systemd-analyze verify --root="$folder/root" /lib/systemd/system/nabor.service 2>&1) || {
  echo "× the unit: $complaints"; exit 1; }
[ -z "$complaints" ] || { echo "× the unit: $complaints"; exit 1; }
echo "✓ systemd has nothing to say against the unit"
echo "✓ the package works from its own files"
