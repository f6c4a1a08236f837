#!/usr/bin/env bash
# same_bytes.sh DEBUG_BINARY RELEASE_BINARY [PEOPLE]: the records of both builds, on one core and on two, are the same bytes.
set -eu
debug=$1 release=$2 people=${3:-160}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
taskset -c 0 "$release" record "$people" "$folder/release-one"
taskset -c 0,1 "$release" record "$people" "$folder/release-two"
taskset -c 0 "$debug" record "$people" "$folder/debug-one"
for name in release-two debug-one; do
    cmp "$folder/release-one" "$folder/$name" || { echo "DIFFERENT: $name"; exit 1; }
done
echo "same bytes: $(sha256sum < "$folder/release-one" | cut -c1-16), $(wc -l < "$folder/release-one") records of $people people"
