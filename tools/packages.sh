#!/bin/sh
# Install the system packages that some slow tests need, where that is possible: on Debian and Ubuntu, as root. These are
# Chromium with its driver (tests that click through pages), poppler (measures of the ledger) and the language data of
# Tesseract (scans). Never fails: without them those tests are skipped by name.
set -u

wanted=
command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1 || wanted="chromium chromium-driver"
command -v pdftotext >/dev/null 2>&1 || wanted="$wanted poppler-utils"
for language in eng fra spa rus ara; do
    ls /usr/share/tesseract-ocr/*/tessdata/$language.traineddata >/dev/null 2>&1 || wanted="$wanted tesseract-ocr-$language"
done
[ -n "$wanted" ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    printf 'packages: not installed here: %s; the tests that need them will be skipped\n' "$wanted" >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
# One name a word.
# shellcheck disable=SC2086
{ apt-get update -qq && apt-get install -y -qq --no-install-recommends $wanted; } >/dev/null 2>&1 ||
    printf 'packages: could not be installed: %s; the tests that need them will be skipped\n' "$wanted" >&2
exit 0
