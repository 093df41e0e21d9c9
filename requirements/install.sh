#!/bin/sh
# Set up .venv with pinned requirements: sh requirements/install.sh build|pdf|attachments|test|audit|lock
#
# Does nothing when .venv already holds what requirements/<kind>.txt pins. Begins anew when the pins changed, when
# $PYTHON names another Python than the one in .venv, or when .venv was left half made. Says what it does on stderr.
# Fails with one sentence when there is no fitting Python.
set -eu

kind=$1
case ${PYTHON:-} in
    /*) ;;
    */*) PYTHON=$PWD/$PYTHON ;;
esac
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
version_of() { "$1" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null; }

# The Python to build with: the one that was asked for, else the first of these that is new enough.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        version_of "$PYTHON" >/dev/null || fail "PYTHON=$PYTHON is not a Python that runs. Give the name or path of Python 3.11 or later."
        new_enough "$PYTHON" || fail "PYTHON=$PYTHON is Python $(version_of "$PYTHON"). Isnad needs Python 3.11 or later."
        python=$PYTHON
        return
    fi
    seen=
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$python"; then return; fi
        if [ -z "$seen" ]; then seen=$(version_of "$python") || seen=; fi
    done
    [ -z "$seen" ] || fail "Your python3 is Python $seen. Isnad needs Python 3.11 or later: install one, or name it with PYTHON=/path/to/python3."
    fail "Isnad needs Python 3.11 or later, and there is no python3 here. Install it, or name it with PYTHON=/path/to/python3."
}

holds() { cmp -s "requirements/$1.txt" ".venv/installed-$1.txt"; }

fits() {
    [ -f .venv/installed-build.txt ] && holds build && .venv/bin/python -c '' 2>/dev/null || return 1
    [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(version_of .venv/bin/python)" ]
}

# What pip says is shown only when it fails: on success there is nothing in it that a reader could act on.
install() {
    if .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes \
        --requirement "requirements/$1.txt" >.venv/pip.log 2>&1 </dev/null; then
        cp "requirements/$1.txt" ".venv/installed-$1.txt"
    else
        cat .venv/pip.log >&2
        fail "The packages could not be installed: see above. When that is mended, run the same command again."
    fi
}

# The packages of npm: what the site's pages hold of them, and for the tests also what checks the pages.
# npm comes from PyPI with node, so that nobody needs to have it. Scripts of packages are not run.
install_npm() {
    case $1 in build) omit=--omit=dev ;; *) omit=--include=dev ;; esac
    rm -rf .venv/npm
    mkdir .venv/npm
    cp requirements/package.json requirements/package-lock.json .venv/npm/
    if (PATH=$PWD/.venv/bin:$PATH && cd .venv/npm && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier "$omit") \
        >.venv/npm.log 2>&1 </dev/null; then
        cp requirements/package-lock.json ".venv/installed-npm-$1.json"
    else
        cat .venv/npm.log >&2
        fail "The packages of requirements/package.json could not be installed: see above. When that is mended, run the same command again."
    fi
}

npm_holds() { cmp -s requirements/package-lock.json ".venv/installed-npm-$1.json"; }

if ! fits; then
    find_python
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Your Python $(version_of "$python") has no venv module. Install it (on Debian and Ubuntu: apt-get install python3-venv)."
    say "Setting up .venv with Python $(version_of "$python"). This happens once and takes about a minute …"
    rm -rf .venv
    "$python" -m venv .venv || fail "Python could not make .venv: see above."
    install build
fi
if ! holds "$kind"; then
    case $kind in
        test) say "Installing what the tests need …" ;;
        pdf) say "Installing what PDFs are made with …" ;;
        attachments) say "Installing what reads drawings and documents …" ;;
        *) say "Installing requirements/$kind.txt …" ;;
    esac
    install "$kind"
fi
case $kind in
    build | pdf | attachments) npm_holds build || npm_holds test || install_npm build ;;
    test) npm_holds test || { rm -f .venv/installed-npm-*.json; install_npm test; } ;;
esac
