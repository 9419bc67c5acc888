#!/bin/sh
# Makes the fonts in maps/fonts/ anew from npm packages, after a change of a map's words. Needs npm, fonttools, brotli.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

make_family() { # package, file name up to the weight, name, map, words
    (cd "$folder" && npm pack --silent "$1" >/dev/null && tar xzf ./*.tgz && rm ./*.tgz)
    for weight in 400 700; do
        case $weight in 400) style=Regular ;; *) style=Bold ;; esac
        python3 fonts/subset-for-map.py "$folder/package/files/$2-$weight-normal.woff2" $weight "maps/fonts/$3-$style.ttf" "$4" "$5"
    done
    cp "$folder/package/LICENSE" "maps/fonts/$3-OFL.txt"
    rm -rf "$folder/package"
}

mkdir -p maps/fonts
make_family @fontsource/noto-sans-arabic@5.3.0 noto-sans-arabic-arabic NotoSansArabic maps/residence-permit.yaml templates/words/ar.yaml
make_family @fontsource/noto-sans-jp@5.3.0 noto-sans-jp-japanese NotoSansJP maps/nursery-place.yaml templates/words/ja.yaml
