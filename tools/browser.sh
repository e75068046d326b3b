#!/bin/sh
# Install Chromium and its driver for the tests that click through pages, where that is possible: on Debian and Ubuntu,
# as root. Never fails: without a browser those tests are skipped by name.
set -u

if command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    printf 'browser: no chromium with chromedriver here; tests in a browser will be skipped\n' >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver; } >/dev/null 2>&1 ||
    printf 'browser: chromium could not be installed; tests in a browser will be skipped\n' >&2
exit 0
