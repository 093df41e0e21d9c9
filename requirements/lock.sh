#!/bin/sh
# Pin the requirements: sh requirements/lock.sh [--upgrade]
#
# Reads requirements/*.in and writes requirements/*.txt: every package with its version and the hashes of all files of
# that release, for every system and every Python from 3.11 on. Pins that still hold are kept; --upgrade renews them all.
# requirements/package.json names packages of npm; package-lock.json pins them, by hash and without addresses: npm can
# leave out where packages lie, and where their makers ask for money is taken out here.
# Settings of this machine (indexes, folders of packages) are not consulted, so that everybody gets the same pins.
set -eu

unset CDPATH
cd "$(dirname "$0")/.."
unset UV_INDEX UV_INDEX_URL UV_DEFAULT_INDEX UV_EXTRA_INDEX_URL UV_FIND_LINKS UV_CONSTRAINT UV_OVERRIDE UV_EXCLUDE_NEWER

for kind in build node pdf attachments dask gazetteer sheets uima test audit lock; do
    echo "Pinning requirements/$kind.in …" >&2
    .venv/bin/python -m uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command 'make lock' --output-file "requirements/$kind.txt" "$@" "requirements/$kind.in"
done

echo "Pinning requirements/package.json …" >&2
case ${1:-} in --upgrade) npm=update ;; *) npm=install ;; esac
(cd requirements && sh npm.sh "$npm" --package-lock-only --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved=true >/dev/null)
.venv/bin/python - <<'END'
import json
from pathlib import Path

lock = Path("requirements/package-lock.json")
pins = json.loads(lock.read_text("utf-8"))
for package in pins["packages"].values():
    package.pop("funding", None)
lock.write_text(json.dumps(pins, indent=2, ensure_ascii=False) + "\n", "utf-8")
END
