"""A draft with errors stays at home and stops nothing, as long as it is known what it redacts and what leads into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports import ContentErrors, Reader, Site, read_site
from tests.helpers.content import Content

DRAFT = "Title: سوق\nStatus: draft\n\n"
#: A record as `make new` writes it, with values still to fill in.
BEGUN = "published:\npublisher:\nevents:\n  e: {type: shelling, when: 2016-10-04}\n"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report("done", ar="نص.")


def unfinished(content: Content, ar: str = "[سوق]{.e} في [أمس]{when=?}.", **other: str) -> Content:
    return content.report("begun", record=BEGUN, ar=DRAFT + ar, **other)


def site(content: Content) -> Site:
    return Reader(content.root).read()


def stops(content: Content) -> set[str]:
    """The codes of what stops a build."""
    with pytest.raises(ContentErrors) as stopped:
        site(content)
    return {problem.what.code for problem in stopped.value.problems}


def test_others_are_published_and_its_errors_are_told(content: Content) -> None:
    found = site(unfinished(content))
    assert [report.slug for report in found.reports] == ["done"]
    assert {problem.path.name for problem in found.unfinished.problems} == {"record.yaml", "ar.md"}
    assert not [problem for problem in found.warnings if "begun" in problem.path.parts]


def test_who_asks_for_every_error_hears_of_it(content: Content) -> None:
    with pytest.raises(ContentErrors):
        read_site(unfinished(content).root)


def test_where_something_else_is_wrong_all_is_told(content: Content) -> None:
    content.report("wrong", ar="[كلام]{.nothing}")
    assert {"unknown-id", "missing-value"} <= stops(unfinished(content))


def test_it_is_in_no_preview_either(content: Content) -> None:
    reader = Reader(unfinished(content).root, drafts=True)
    assert [report.slug for report in reader.read().reports] == ["done"]
    content.report("begun", record=BEGUN.replace("published:\npublisher:", "published: 2016\npublisher: outlet"),
        ar=DRAFT + "[سوق]{.e}")  # fmt: skip
    assert {report.slug for report in reader.read().reports} == {"done", "begun"}
    assert not reader.read().unfinished.problems


def test_only_the_arabic_text_makes_a_report_a_draft(content: Content) -> None:
    content.report("begun", record=BEGUN, ar="[سوق]{.e}", en="Title: t\nStatus: draft\n\n[market]{.e}")
    assert "missing-value" in stops(content)


@pytest.mark.parametrize("broken", ["[سرّ]{.redacted", "[سرّ", "[سرّ]{redacted}"])
def test_a_draft_whose_marks_cannot_be_read_stops_a_build(content: Content, broken: str) -> None:
    """Since nobody knows what it redacts, and who says that openly."""
    assert stops(unfinished(content, f"[سوق]{{.e}} {broken}"))


def test_so_does_one_whose_translation_or_record_cannot_be_read(content: Content) -> None:
    assert stops(unfinished(content, en="Title: t\n\n[market]{.e} [secret]{.redacted"))
    (content.root / "reports/begun/en.md").write_bytes(b"\xff")
    assert stops(content)
    (content.root / "reports/begun/en.md").unlink()
    assert site(content)
    content.write("reports/begun/record.yaml", "published: [")
    assert stops(content)


def test_what_it_redacts_is_said_openly_nowhere(content: Content) -> None:
    unfinished(content, "[سوق]{.e} قرب [بيت سامر الحلاق]{.redacted}.")
    assert site(content)
    content.report("done", ar="قال سامر الحلاق ذلك.")
    assert "said-openly" in stops(content)


def test_nothing_that_is_published_leads_into_it(content: Content) -> None:
    unfinished(content)
    content.dossier(yaml="reports: [done, begun]\n")
    assert [dossier.reports for dossier in site(content).dossiers] == [("done",)]
    content.dossier(ar="[سوق]{.begun/e}")
    assert "mark-into-draft" in stops(content)
    content.dossier()
    content.report("done", record="events:\n  e: {same-as: begun/e}\n", ar="[سوق]{.e}")
    assert "link-into-draft" in stops(content)


#: An entry as `make import` writes it, with its kind still to fill in.
STUB = "mill: {name: {ar: الطاحونة, en:}, kind:}\n"


def test_an_entry_that_only_drafts_name_stops_nothing(content: Content) -> None:
    """Nor does the draft that names it, which waits for it, in a preview too."""
    content.report("begun", ar=DRAFT + "[الطاحونة]{.mill}")
    content.write("registry/places.yaml", STUB)
    for drafts in (False, True):
        found = Reader(content.root, drafts=drafts).read()
        assert [report.slug for report in found.reports] == ["done"]
        assert (found.unfinished.reports, found.unfinished.entries) == (("begun",), ("mill",))
        assert {problem.path.name for problem in found.unfinished.problems} >= {"places.yaml"}
        assert not [problem for problem in found.warnings if problem.path.name == "places.yaml"]
    content.write("registry/places.yaml", "mill: {name: {ar: الطاحونة, en: The Mill}, kind: facility}\n")
    assert {report.slug for report in Reader(content.root, drafts=True).read().reports} == {"begun", "done"}


@pytest.mark.parametrize("stub", [STUB, "mill:\n  name: {ar: الطاحونة, en:}\n  kind:\n"])
def test_such_an_entry_stops_nothing_where_something_is_redacted_either(content: Content, stub: str) -> None:
    """What is redacted is looked for in it too."""
    content.report("begun", ar=DRAFT + "[الطاحونة]{.mill}")
    content.report("hiding", ar="قال [سعيد الحداد]{.redacted} ذلك.")
    content.write("registry/places.yaml", stub)
    assert Reader(content.root).read().unfinished.entries == ("mill",)


@pytest.mark.parametrize(
    ("where", "registry"),
    [
        ({"ar": "[الطاحونة]{.mill}"}, STUB),
        ({"ar": "نص.", "en": "Title: t\nStatus: draft\n\n[The mill]{.mill}"}, STUB),
        (
            {
                "record": "published: 2016\npublisher: outlet\nevents:\n  e: {type: shelling, when: 2016, where: mill}\n",
                "ar": "[نص]{.e}",
            },
            STUB,
        ),
        ({"ar": "[الحجر]{.stone}"}, STUB + "stone: {name: {ar: الحجر, en: The Stone}, kind: facility, within: mill}\n"),
    ],
    ids=["in the text", "in a translation that is a draft", "in the record", "by what stands in it"],
)
def test_one_that_something_published_names_stops_a_build(
    content: Content, where: dict[str, str], registry: str
) -> None:
    content.report("begun", ar=DRAFT + "[الطاحونة]{.mill}").report("other", **where)
    content.write("registry/places.yaml", registry)
    assert "missing-value" in stops(content)


def test_so_does_one_that_a_dossier_names(content: Content) -> None:
    content.write("registry/places.yaml", STUB)
    content.dossier(yaml="places: [mill]\n")
    assert "missing-value" in stops(content)


@pytest.mark.parametrize(
    ("draft", "published"),
    [
        ("a: {type: shelling, when: 2016-10-04, code: X1}", "a: {type: shelling, when: 2016-10-04, code: x1}"),
        (
            "a: {type: shelling, when: 2016-10-04, former: [Old]}",
            "a: {type: shelling, when: 2016-10-04, former: [old]}",
        ),
        (
            "x: {same-as: b/x, part-of: z}\n  z: {type: siege, when: 2016-10-04}",
            "x: {type: shelling, when: 2016-10-04, part-of: y}\n  y: {type: siege, when: 2016-10-04}",
        ),
        (
            "x: {same-as: b/x, part-of: y}\n  y: {same-as: b/y}",
            "y: {type: siege, when: 2016-10-04, part-of: x}\n  x: {type: shelling, when: 2016-10-04}",
        ),
    ],
    ids=["a code", "a former id", "a whole", "a circle of parts"],
)
def test_where_a_draft_says_what_a_published_report_says_too_the_draft_is_wrong(
    content: Content, draft: str, published: str
) -> None:
    """Whichever of their folders comes first."""
    content.report("b", record=f"events:\n  {published}\n")
    for slug in ("a", "c"):
        marks = " ".join(f"[كلمة]{{.{line.strip().split(':')[0]}}}" for line in draft.split("\n"))
        content.report(slug, record=f"events:\n  {draft}\n", ar=DRAFT + marks)
        found = site(content)
        assert found.unfinished.reports == (slug,)
        (content.root / "reports" / slug).rename(content.root.parent / slug)
