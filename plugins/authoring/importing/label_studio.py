"""Label Studio's JSON: tasks with a text, regions with labels, choices and texts, and relations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reports import messages

from ..bounded import refused
from .annotated import Annotated, Annotation, Relation
from .limited import listed
from .offsets import CODE_POINTS, UTF_16, Quoted, placed

#: What a task calls the report's day and publisher.
_FACTS = {"published": ("published", "date"), "publisher": ("publisher", "source")}


def read_label_studio(path: Path, tasks: list) -> list[Annotated]:
    """The texts of an export. Raises ``ContentErrors`` where a task is none."""
    return [_read(path, task, number) for number, task in enumerate(tasks, 1)]


def _read(path: Path, task: object, number: int) -> Annotated:
    wrong = refused(path, messages.NO_TOOL_ITEM_NAMED(tool="Label Studio", item=str(number)))
    if not isinstance(task, dict) or not isinstance(data := task.get("data"), dict):
        raise wrong
    made = [
        one for one in listed(task.get("annotations"), wrong) if isinstance(one, dict) and not one.get("was_cancelled")
    ]
    made.sort(key=lambda one: not one.get("ground_truth"))
    results = listed(made[0].get("result"), wrong) if made else []
    if not all(isinstance(one, dict) for one in results):
        raise wrong
    names = [name for one in results if isinstance(name := one.get("to_name"), str)]
    text = next((data[key] for key in (*names, "text") if isinstance(data.get(key), str)), None)
    if text is None:
        text = next((value for value in data.values() if isinstance(value, str) and "\n" in value), None)
    if text is None:
        raise wrong
    found = Annotated(path, text, name=str(task.get("id", number)))
    for fact, keys in _FACTS.items():
        said = next((data[key] for key in keys if isinstance(data.get(key), str)), None)
        setattr(found, fact, said)
    for other in made[1:]:
        found.tell(messages.OTHER_ANNOTATOR(item=str(other.get("id")), name=found.name))
    _read_results(found, results, wrong)
    return found


def _read_results(found: Annotated, results: list[dict[str, Any]], wrong: Exception) -> None:
    regions: dict[str, dict[str, Any]] = {}
    for number, one in enumerate(results, 1):
        value, item = one.get("value"), str(one.get("id", number))
        if one.get("type") == "relation":
            for label in listed(one.get("labels"), wrong) or ["?"]:
                first, second = str(one.get("from_id")), str(one.get("to_id"))
                if one.get("direction") == "left":
                    first, second = second, first
                found.relations.append(Relation(f"{first}→{second}", str(label), first, second))
        elif not isinstance(value, dict):
            raise wrong
        elif one.get("type") == "labels":
            region = regions.setdefault(item, {"values": {}})
            region |= {"value": value, "meta": one.get("meta")}
        elif not isinstance(value.get("start"), int):
            found.tell(messages.VALUE_NOT_CARRIED(item=item, name=str(one.get("from_name")), value=_said(one, value)))
        else:
            regions.setdefault(item, {"values": {}})["values"][str(one.get("from_name"))] = _said(one, value)
    whole = {item: region for item, region in regions.items() if _labels(region)}
    for item in regions.keys() - whole.keys():
        found.annotations.append(Annotation(item, (), (), values=regions[item]["values"]))
    quoted = [_quoted(region["value"]) for region in whole.values()]
    for (item, region), place in zip(whole.items(), placed(found.text, quoted, (CODE_POINTS, UTF_16)), strict=True):
        labels = _labels(region)
        meta = region["meta"].get("text") if isinstance(region["meta"], dict) else None
        notes = [meta] if isinstance(meta, str) else listed(meta, wrong)
        found.annotations.append(
            Annotation(item, (place,) if place else (), labels, values=region["values"], notes=tuple(map(str, notes)))
        )


def _labels(region: dict[str, Any]) -> tuple[str, ...]:
    labels = region.get("value", {}).get("labels")
    return tuple(map(str, labels)) if isinstance(labels, list) else ()


def _quoted(value: dict[str, Any]) -> Quoted:
    start, end = (value.get(key) if isinstance(value.get(key), int) else -1 for key in ("start", "end"))
    words = value.get("text")
    return Quoted(start or 0, end or 0, words if isinstance(words, str) else None)


def _said(one: dict[str, Any], value: dict[str, Any]) -> str:
    """What a choice, a text or a rating says."""
    said = value.get("choices", value.get("text", value.get(str(one.get("type")))))
    return "; ".join(map(str, said)) if isinstance(said, list) else str(said)
