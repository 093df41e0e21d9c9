#!/bin/sh
# Print the path of a Chromium on stdout: sh requirements/chromium.sh ["The browser tests need" test]
#
# Takes $CHROMIUM, or the first of the usual names. Where there is none, installs Debian's package if that can be done
# without asking (root on a system with apt-get). Otherwise fails with a sentence that says what to do.
#
# The headless shell is the same Chromium without its windows and menus: the tests take two thirds of the time in it.
set -eu

need=${1:-The browser tests need}

say() { printf '%s\n' "$*" >&2; }
how="Install it (on Debian: apt-get install chromium), or name one that you have: CHROMIUM=/path/to/chromium make ${2:-test}"

find_chromium() {
    for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        path=$(command -v "$name") || continue
        if "$path" --version >/dev/null 2>&1; then printf '%s\n' "$path"; return; fi
    done
    mac="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    if [ -x "$mac" ]; then printf '%s\n' "$mac"; return; fi
    return 1
}

install_chromium() {
    log=$(mktemp)
    say "$need Chromium, and there is none here. Installing it …"
    export DEBIAN_FRONTEND=noninteractive
    if { apt-get update && { apt-get install --yes --no-install-recommends chromium-headless-shell ||
        apt-get install --yes --no-install-recommends chromium; }; } >"$log" 2>&1 </dev/null; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
}

if [ -n "${CHROMIUM:-}" ]; then
    if ! command -v "$CHROMIUM"; then
        say "CHROMIUM=$CHROMIUM is not a program that runs. $how"
        exit 1
    fi
elif find_chromium; then
    :
elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && install_chromium && find_chromium; then
    :
else
    say "$need Chromium, and there is none here. $how"
    exit 1
fi
