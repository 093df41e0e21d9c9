"""The schemas of a content's files: for whoever writes reports of this format with an editor that knows JSON Schema."""

from __future__ import annotations

from bilingual import N_
from reports.json_schema import FILES, SchemaFile, schema_text

from .format import Data, Format

_TITLES = {
    "site": N_("Schema of `site.yaml`"),
    "places": N_("Schema of `places.yaml`"),
    "actors": N_("Schema of `actors.yaml`"),
    "sources": N_("Schema of `sources.yaml`"),
    "record": N_("Schema of `record.yaml`"),
    "dossier": N_("Schema of `dossier.yaml`"),
}


def _format(number: int, file: SchemaFile) -> Format:
    def make(data: Data) -> bytes:
        return schema_text(file).encode()

    return Format(
        order=100 + number,
        path=f"schema/{file.file_name}",
        title=_TITLES[file.name],
        description=N_(
            "For who writes reports: every key that the file can have, as JSON Schema (`2020-12`). Editors complete "
            "and explain by it."
        ),
        media_type="application/schema+json",
        make=make,
    )


FORMATS = tuple(_format(number, file) for number, file in enumerate(FILES))
