#!/bin/sh
# Makes the fonts in maps/fonts/ and tests/cases/scripts/fonts/ anew from npm packages, after a change of a map's words. Needs
# npm, fonttools, brotli.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

make_family() { # folder, weights, package, file name up to the weight, name, maps and words
    into=$1 weights=$2 package=$3 file=$4 name=$5
    shift 5
    mkdir -p "$into"
    (cd "$folder" && npm pack --silent "$package" >/dev/null && tar xzf ./*.tgz && rm ./*.tgz)
    for weight in $weights; do
        case $weight in 400) style=Regular ;; *) style=Bold ;; esac
        python3 fonts/subset-for-map.py "$folder/package/files/$file-$weight-normal.woff2" "$weight" "$into/$name-$style.ttf" "$@"
    done
    cp "$folder/package/LICENSE" "$into/$name-OFL.txt"
    rm -rf "$folder/package"
}

cases=tests/cases/scripts
make_family maps/fonts "400 700" @fontsource/noto-sans-arabic@5.3.0 noto-sans-arabic-arabic NotoSansArabic maps/residence-permit.yaml templates/words/ar.yaml
make_family maps/fonts "400 700" @fontsource/noto-sans-jp@5.3.0 noto-sans-jp-japanese NotoSansJP maps/nursery-place.yaml templates/words/ja.yaml
make_family $cases/fonts 400 @fontsource/noto-sans-thai@5.3.0 noto-sans-thai-thai NotoSansThai $cases/thai.yaml
make_family $cases/fonts 400 @fontsource/noto-sans-kr@5.3.0 noto-sans-kr-korean NotoSansKR $cases/korean.yaml templates/words/ko.yaml
make_family $cases/fonts 400 @fontsource/noto-sans-devanagari@5.3.0 noto-sans-devanagari-devanagari NotoSansDevanagari $cases/tall.yaml
