"""Files of others, read within bounds: so large, so deep, and without anything that leads out of them."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from reports import messages

from .. import bounded
from ..bounded import refused

#: So deep a file nests, and so many files an archive has.
MAX_NESTING, MAX_FILES = 60, 100
_DECLARATION = re.compile(r"\ufeff?\s*<\?xml[^>]*\?>")


def text_of(path: Path, data: bytes) -> str:
    """Data in UTF-8 as text."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(path, messages.NOT_UTF8(), line) from None


def json_of(path: Path, text: str, line: int = 1) -> Any:
    """A value in JSON, which begins in this ``line`` of its file."""
    try:
        value = json.loads(text)
        text.encode()
        _check_nesting(value)
        json.dumps(value, ensure_ascii=False).encode()  # half of a character, written as a code
        return value
    except json.JSONDecodeError as error:
        raise refused(path, messages.NO_JSON(), line + error.lineno - 1, error.colno) from None
    except RecursionError:
        raise refused(path, messages.DEEP_IMPORT(most=MAX_NESTING), line) from None
    except UnicodeEncodeError:
        raise refused(path, messages.HALF_CHARACTER(), line) from None
    except ValueError:
        raise refused(path, messages.NO_JSON(), line) from None


def listed(value: object, wrong: Exception) -> list[Any]:
    """A list in JSON, empty where it is not there. Raises ``wrong`` for what is none."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise wrong
    return value


def _check_nesting(value: object) -> None:
    """Raises ``RecursionError`` for what nests too deep."""
    level = [value]
    for _ in range(MAX_NESTING):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return
    raise RecursionError


def plain_xml(path: Path, data: bytes) -> bytes:
    """A document of XML, in UTF-8 and without a declaration, that defines no entity and leads to no other file.

    Whoever parses it afterwards reads the same as was looked at here. Raises ``ContentErrors`` for any other.
    """
    document = _DECLARATION.sub("", text_of(path, data), count=1).encode()
    parser = expat.ParserCreate("UTF-8", namespace_separator="}")
    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_NESTING:
            raise refused(path, messages.DEEP_IMPORT(most=MAX_NESTING), parser.CurrentLineNumber)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_: object) -> None:
        raise refused(path, messages.XML_DECLARES(), parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = declared
    try:
        parser.Parse(document, True)
    except expat.ExpatError as error:
        raise refused(path, messages.NO_XML(), error.lineno, error.offset + 1) from None
    return document


def archived(path: Path, data: bytes) -> dict[str, bytes]:
    """The files of a ZIP archive, by name. Raises ``ContentErrors`` where it is none, or unpacks to too much."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) > MAX_FILES:
                raise refused(path, messages.MANY_FILES(most=MAX_FILES))
            found, left = {}, bounded.MAX_BYTES
            for member in members:
                with archive.open(member) as file:
                    found[member.filename] = file.read(left + 1)
                left -= len(found[member.filename])
                if left < 0:
                    raise refused(path, messages.LARGE_FILE(most=bounded.MAX_BYTES // 2**20))
            return found
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, RecursionError):
            raise
        raise refused(path, messages.NO_ARCHIVE()) from None
