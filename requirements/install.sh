#!/bin/sh
# Set up .venv with pinned requirements: sh requirements/install.sh build|pdf|attachments|dask|gazetteer|sheets|uima|test|audit|lock
#
# Does nothing when .venv holds all that requirements/<kind>.txt pins, whole. Installs again what was lost or changed.
# Begins anew when the pins changed, when $PYTHON names another Python than the one in .venv, or when .venv was left half
# made or is broken. Of two that run at once, one waits. Says what it does on stderr, and fails with one sentence.
set -eu

kind=$1
case ${PYTHON:-} in
    /*) ;;
    */*) PYTHON=$PWD/$PYTHON ;;
esac
unset CDPATH
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

# What is still to be installed, in words of whole.py, else `whole`. Fails where .venv has no Python that runs.
missing() { .venv/bin/python -I requirements/whole.py "$kind" "$@"; }

# Whether .venv is set up, and its Python looks for packages there and nowhere else: without pyvenv.cfg it would take
# those of the system for its own, and pip would install there.
stands() {
    cmp -s requirements/build.txt .venv/installed-build.txt || return 1
    .venv/bin/python -I -c 'import os, sys
own = os.path.realpath(sys.prefix) == os.path.realpath(".venv")
sys.exit(not own or sys.prefix == sys.base_prefix)' >/dev/null 2>&1 || return 1
    [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(version_of .venv/bin/python)" ]
}

# What pip says is shown only when it fails: on success there is nothing in it that a reader could act on.
export PIP_REQUIRE_VIRTUALENV=1
install() {
    if .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes \
        --requirement "requirements/$1.txt" >.venv/pip.log 2>&1 </dev/null; then
        cp "requirements/$1.txt" ".venv/installed-$1.txt"
    else
        cat .venv/pip.log >&2
        # What was there before and cannot be mended is begun anew the next time.
        ! cmp -s "requirements/$1.txt" ".venv/installed-$1.txt" || rm -f .venv/installed-build.txt
        fail "The packages could not be installed: see above. When that is mended, run the same command again."
    fi
}

# The packages of npm: what the site's pages hold of them, and for the tests also what checks the pages.
# Scripts of packages are not run.
install_npm() {
    case $kind in test) npm=test omit=--include=dev ;; *) npm=build omit=--omit=dev ;; esac
    rm -rf .venv/npm
    mkdir .venv/npm
    cp requirements/package.json requirements/package-lock.json .venv/npm/
    if (cd .venv/npm && sh ../../requirements/npm.sh ci --cache=../npm-cache --ignore-scripts --no-audit --no-fund --no-update-notifier "$omit") >.venv/npm.log 2>&1 </dev/null; then
        rm -rf .venv/npm-cache
        .venv/bin/python -I requirements/whole.py "$npm" list
    else
        cat .venv/npm.log >&2
        fail "The packages of requirements/package.json could not be installed: see above. When that is mended, run the same command again."
    fi
}

if stands && lost=$(missing 2>/dev/null) && [ "$lost" = whole ]; then exit 0; fi

[ -w . ] || fail "Nothing can be written to $PWD, so what a build needs cannot be installed there."
case $PWD in
    *:*) fail "Python cannot set up .venv in $PWD, because of the colon. Move the project to a folder without one." ;;
    *\\*) fail "Node cannot set up .venv in $PWD, because of the backslash. Move the project to a folder without one." ;;
esac
if ! stands || [ -z "$(.venv/bin/python -m pip --version 2>/dev/null)" ]; then
    find_python
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Your Python $(version_of "$python") has no venv module. Install it (on Debian and Ubuntu: apt-get install python3-venv)."
else
    python=
fi
if [ "${2:-}" != alone ]; then
    exec "${python:-.venv/bin/python}" requirements/alone.py sh requirements/install.sh "$kind" alone
fi

if [ -n "$python" ]; then
    say "Setting up .venv with Python $(version_of "$python"). This happens once and takes about a minute …"
    rm -rf .venv
    "$python" -m venv .venv || fail "Python could not make .venv: see above."
    install build
fi
lost=$(missing mend)
for each in $lost; do
    case $each in
        whole) continue ;;
        npm) install_npm; continue ;;
        build) ;;
        test) say "Installing what the tests need …" ;;
        pdf) say "Installing what PDFs are made with …" ;;
        attachments) say "Installing what reads drawings and documents …" ;;
        uima) say "Installing what reads UIMA CAS …" ;;
        gazetteer) say "Installing the places of the world …" ;;
        sheets) say "Installing what reads workbooks …" ;;
        dask) say "Installing what lets a Dask cluster work on a build …" ;;
        *) say "Installing requirements/$each.txt …" ;;
    esac
    install "$each"
done
