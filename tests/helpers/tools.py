"""One annotated text as each tool hands it out, with offsets in that tool's own unit.

The text holds what two programs count differently: characters beyond the first plane (two units of UTF-16), Arabic
(two bytes a letter), signs that stand above letters, an emoji of several characters.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

TEXT = (
    "😀 قُصفت حلب 👩‍🚒 يوم الثلاثاء 4 تشرين الأول 2016.\n\n"
    "وقال الشاهد إنّ قتيلين سقطا في القصف 🇸🇾، ونفى الجيش ذلك 𝄞 نفياً.\n"
)
#: Each annotation: what it is, its words, what is known of it. The words stand once in the text.
ANNOTATIONS = [
    ("Event", "قُصفت حلب", {"eventType": "shelling", "when": "2016-10-04"}),
    ("Place", "حلب", {}),
    ("Date", "الثلاثاء 4 تشرين الأول 2016", {"when": "2016-10-04"}),
    ("Source", "الشاهد", {}),
    ("Claim", "قتيلين سقطا في القصف 🇸🇾", {"killed": "2"}),
    ("Party", "الجيش", {}),
    ("Claim", "ذلك 𝄞 نفياً", {"stance": "denies"}),
]
#: From the number of an annotation to that of another.
RELATIONS = [("by", 4, 3), ("about", 4, 0), ("by", 6, 5), ("denies", 6, 4), ("where", 0, 1)]
#: What comes of them, the same whichever tool it was.
MARKS = {
    ("قُصفت حلب", ".event-1"), ("حلب", ".aleppo"), ("الثلاثاء 4 تشرين الأول 2016", "when=2016-10-04"),
    ("الشاهد", ".witness"), ("قتيلين سقطا في القصف 🇸🇾", ".claim-1"), ("الجيش", ".army"), ("ذلك 𝄞 نفياً", ".claim-2"),
}  # fmt: skip

Stretches = Callable[[str], tuple[int, int]]


def points(words: str) -> tuple[int, int]:
    """From where up to where words stand in the text, in characters."""
    start = TEXT.index(words)
    return start, start + len(words)


def units(words: str) -> tuple[int, int]:
    """The same in units of UTF-16."""
    start, end = (len(TEXT[:at].encode("utf-16-le")) // 2 for at in points(words))
    return start, end


def octets(words: str) -> tuple[int, int]:
    """The same in bytes of UTF-8."""
    start, end = (len(TEXT[:at].encode()) for at in points(words))
    return start, end


def brat(folder: Path, at: Stretches = points) -> Path:
    lines = []
    for number, (label, words, known) in enumerate(ANNOTATIONS, 1):
        lines.append("T{}\t{} {} {}\t{}".format(number, label, *at(words), words))
        lines += [f"A{number}{key}\t{key} T{number} {value}" for key, value in known.items()]
    for number, (label, first, second) in enumerate(RELATIONS, 1):
        lines.append(f"R{number}\t{label} Arg1:T{first + 1} Arg2:T{second + 1}")
    (folder / "wire.txt").write_text(TEXT, "utf-8", newline="")
    (folder / "wire.ann").write_text("\n".join(lines) + "\n", "utf-8")
    return folder / "wire.ann"


def doccano(folder: Path) -> Path:
    entities = [
        {"id": number, "label": label, "start_offset": points(words)[0], "end_offset": points(words)[1]}
        for number, (label, words, _) in enumerate(ANNOTATIONS)
    ]
    relations = [
        {"id": number, "from_id": first, "to_id": second, "type": label}
        for number, (label, first, second) in enumerate(RELATIONS)
    ]
    data = {"id": 7, "text": TEXT, "entities": entities, "relations": relations, "Comments": []}
    return _json(folder / "wire.jsonl", data, indent=None)


def label_studio(folder: Path, at: Stretches = points) -> Path:
    result: list[dict] = []
    for number, (label, words, known) in enumerate(ANNOTATIONS):
        start, end = at(words)
        place = {"start": start, "end": end, "text": words}
        one = {"id": f"r{number}", "from_name": "label", "to_name": "text", "type": "labels"}
        result.append(one | {"value": place | {"labels": [label]}})
        result += [
            one | {"from_name": key, "type": "choices", "value": place | {"choices": [value]}}
            for key, value in known.items()
        ]
    result += [
        {"type": "relation", "from_id": f"r{first}", "to_id": f"r{second}", "direction": "right", "labels": [label]}
        for label, first, second in RELATIONS
    ]
    return _json(
        folder / "project.json", [{"id": 1, "data": {"text": TEXT}, "annotations": [{"id": 2, "result": result}]}]
    )


def recogito(folder: Path, at: Stretches = units) -> Path:
    items: list[dict] = []
    for number, (label, words, known) in enumerate(ANNOTATIONS):
        start, end = at(words)
        bodies = [{"type": "TextualBody", "purpose": "tagging", "value": label}]
        noted = "; ".join(f"{key}={value}" for key, value in known.items())
        bodies += [{"type": "TextualBody", "purpose": "commenting", "value": noted}] if noted else []
        selectors = [
            {"type": "TextQuoteSelector", "exact": words},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ]
        items.append(_annotation(f"#{number}", bodies, {"source": "wire.txt", "selector": selectors}))
    for number, (label, first, second) in enumerate(RELATIONS):
        bodies = [{"type": "TextualBody", "purpose": "tagging", "value": label}]
        link = _annotation(f"#link{number}", bodies, [{"id": f"#{first}"}, {"id": f"#{second}"}])
        items.append(link | {"motivation": "linking"})
    (folder / "wire.txt").write_text(TEXT, "utf-8", newline="")
    return _json(folder / "wire.jsonld", items)


def _annotation(id: str, body: object, target: object) -> dict:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "id": id,
        "body": body,
        "target": target,
    }


def _cas():
    import cassis

    types = cassis.TypeSystem()
    claim, event = types.create_type("custom.Claim"), types.create_type("custom.ConflictEvent")
    entity = types.create_type("ner.NamedEntity")
    time, link = types.create_type("custom.TimeExpression"), types.create_type("custom.ClaimLink")
    for of, name in (
        (claim, "stance"),
        (claim, "killed"),
        (event, "eventType"),
        (event, "when"),
        (entity, "value"),
        (time, "value"),
        (link, "role"),
    ):
        types.create_feature(of, name, "uima.cas.String")
    types.create_feature(link, "Dependent", "uima.tcas.Annotation")
    types.create_feature(link, "Governor", "uima.tcas.Annotation")
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = TEXT, "text/plain"
    made = []
    for label, words, known in ANNOTATIONS:
        start, end = points(words)
        kind = {"Claim": claim, "Event": event, "Date": time}.get(label, entity)
        value = {"Place": "LOC", "Party": "ORG", "Source": "SRC"}.get(label)
        known = {"value": known["when"]} if label == "Date" else {"value": value} if value else known
        made.append(kind(begin=start, end=end, **known))
        cas.add(made[-1])
    for label, first, second in RELATIONS:
        start, end = made[first].begin, made[first].end
        cas.add(link(begin=start, end=end, Dependent=made[first], Governor=made[second], role=label))
    return cas, types


def xmi(folder: Path) -> Path:
    cas, types = _cas()
    types.to_xml(folder / "TypeSystem.xml")
    cas.to_xmi(folder / "wire.xmi")
    return folder / "wire.xmi"


def cas_json(folder: Path) -> Path:
    _cas()[0].to_json(folder / "wire.json")
    return folder / "wire.json"


def inception_zip(folder: Path) -> Path:
    inner = folder / "inner"
    inner.mkdir()
    path = xmi(inner)
    with zipfile.ZipFile(folder / "wire.zip", "w") as archive:
        archive.write(path, "somebody.xmi")
        archive.write(inner / "TypeSystem.xml", "TypeSystem.xml")
    return folder / "wire.zip"


def zipped(**files: bytes) -> bytes:
    """An archive of files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def _json(path: Path, data: object, indent: int | None = 1) -> Path:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=indent), "utf-8")
    return path
