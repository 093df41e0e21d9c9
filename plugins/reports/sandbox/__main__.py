"""``python -I reports/sandbox svg|pdf SIZE``: a file on stdin → on stdout a line of JSON, and the pages as PNG.

With ``images`` instead it reads one image after another (``many``).

The line is ``{"pages": [bytes of each], "words": …}``, or ``{"unclean": [code of a message, its values]}``. Anything
else that happens is a failure of the process, of which whoever started it has to think the worst.
"""

from __future__ import annotations

import json
import sys

from limits import Unclean, take_hold


def main(kind: str, size: int) -> None:
    if kind == "svg":
        from drawings import draw
    else:
        from documents import draw
    take_hold(size)
    pages: list[bytes] = []
    try:
        pages, words = draw(sys.stdin.buffer.read())
        told: dict[str, object] = {"pages": [len(page) for page in pages], "words": words}
    except Unclean as reason:
        told = {"unclean": reason.told}
    out = sys.stdout.buffer
    out.write(json.dumps(told).encode() + b"\n")
    for page in pages:
        out.write(page)
    out.flush()


if sys.argv[1] == "images":
    from many import serve

    serve()
else:
    main(sys.argv[1], int(sys.argv[2]))
