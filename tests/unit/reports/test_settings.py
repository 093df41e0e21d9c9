"""``site.yaml``: what it says, what is wrong with it, and what a content folder without one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilingual import cldr
from reports import ContentErrors, model, read_site
from reports.model import Coverage, Licence, Settings, Words
from tests.helpers.content import ACTORS, Content

WHOLE = """\
name: {ar: السجل, en: The Record}
tagline: {ar: من قال ماذا, en: Who said what}
limits: {ar: لم يُتحقق من شيء على الأرض, en: Nothing was checked on the ground}
publisher: {ar: المحررون, en: The editors}
contact: editors@example.org
scope:
  territory: {ar: حلب, en: Aleppo}
  period: {ar: عام 2016, en: "2016"}
  parties: {ar: الجميع, en: all}
  which-harm: {ar: القتلى, en: the killed}
funding: {ar: لا أحد, en: nobody}
url: https://example.org/record/
months: iraqi
digits: arab
sides: {government: {ar: الحكومة, en: Government}, opposition: {ar: المعارضة, en: Opposition}}
licence: cc-by-nc-sa-4.0
attachments: [svg, pdf]
published-originals: r
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def test_all_that_a_site_yaml_can_say_is_read(content: Content) -> None:
    content.report().write("site.yaml", WHOLE)
    content.write("reports/r/original.txt", "نص.\n")
    site = content.read()
    assert site.settings == Settings(
        name=Words("السجل", "The Record"),
        tagline=Words("من قال ماذا", "Who said what"),
        limits=Words("لم يُتحقق من شيء على الأرض", "Nothing was checked on the ground"),
        publisher=Words("المحررون", "The editors"),
        contact="editors@example.org",
        scope=Coverage(
            Words("حلب", "Aleppo"), Words("عام 2016", "2016"), Words("الجميع", "all"), Words("القتلى", "the killed")
        ),
        funding=Words("لا أحد", "nobody"),
        url="https://example.org/record",
        months="iraqi",
        digits="arab",
        sides={"government": Words("الحكومة", "Government"), "opposition": Words("المعارضة", "Opposition")},
        licence=Licence(
            "CC-BY-NC-SA-4.0",
            "https://creativecommons.org/licenses/by-nc-sa/4.0/",
            Words(
                "المشاع الإبداعي: نَسب المُصنَّف - غير تجاري - الترخيص بالمثل 4.0 دولي",
                "Creative Commons Attribution-NonCommercial-ShareAlike 4.0",
            ),
        ),
        attachments=frozenset({"svg", "pdf"}),
        originals=frozenset({"r"}),
    )
    assert [report.original for report in site.reports] == ["نص.\n".encode()]


def test_what_a_site_yaml_does_not_say_holds_as_it_does_by_itself(content: Content) -> None:
    """No licence, no files but photographs, no original."""
    content.registry()
    content.write("registry/actors.yaml", "{}")
    content.write("site.yaml", "name: {ar: السجل, en: The Record}")
    assert content.read().settings == Settings(Words("السجل", "The Record"))
    assert (content.read().settings.months, content.read().settings.digits) == ("levantine", "latn")


def test_months_and_digits_are_those_that_the_pages_can_write() -> None:
    assert {*model.MONTHS} == {*cldr.LOCALES["ar"]}
    assert model.DIGITS == cldr.DIGITS


def test_every_mistake_is_told_at_once_with_its_place_and_what_to_do(content: Content) -> None:
    content.report().write("registry/actors.yaml", ACTORS)
    content.write(
        "site.yaml",
        """\
name: ‸{ar: السجل}
tag-line‸: {ar: x, en: x}
scope: {‸teritory: {ar: x, en: x}}
contact: ‸editors at example
url: ‸https://example.org/?a
months: ‸levantin
digits: ‸roman
sides: {government: ‸الحكومة, ‸the rest: {ar: x, en: x}, opposition: {ar: x, en: x}}
licence: ‸CC-BY-40
attachments: [svg, ‸docx, ‸svg]
published-originals: [‸gone]
""".replace("tag-line‸", "‸tag-line"),
    )
    content.expect(
        "missing key `en` in `name`; add `en: …`",
        "unknown key `tag-line` in site.yaml; did you mean `tagline`?",
        "unknown key `teritory` in `scope`; did you mean `territory`?",
        "`contact` is no address; write a web address, beginning with https://, or one of mail",
        "`url` is no address of a site; leave out what begins with `?` or `#`",
        "`levantin` is no custom of naming months; did you mean `levantine`? write one of: levantine, iraqi",
        "`roman` is no kind of digits; write one of: latn, arab",
        "the side `government` must be a mapping",
        "the side: `the rest` is not one word of letters, digits and hyphens",
        "`CC-BY-40` is no SPDX id of a licence; did you mean `CC-BY-4.0`?",
        "`docx` is no kind of attachment; write one of: svg, pdf",
        "`svg` stands twice in `attachments`; keep one",
        "there is no report `gone`; write the name of a report’s folder",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1: site.yaml is empty; add `name: {ar: …, en: …}`"),
        ("‸months: iraqi\n", "missing key `name` in site.yaml; add `name: …`"),
        ("‸- x\n", "site.yaml must be a mapping"),
        ("name: [\n", "this is not YAML"),
    ],
)
def test_a_file_that_is_none_is_told_and_nothing_else_for_it(content: Content, text: str, said: str) -> None:
    """Sides that it might have named are not."""
    content.write("site.yaml", text)
    content.carets.clear()
    first, *others = [str(problem) for problem in content.errors() if "the side" not in problem.message]
    assert (said in first, others) == (True, [])


def test_a_side_without_a_name_is_an_error_where_it_first_stands(content: Content) -> None:
    content.registry()
    content.write(
        "registry/actors.yaml",
        """\
army: {name: {ar: الجيش, en: Army}, kind: state-forces, side: ‸goverment}
guards: {name: {ar: الحرس, en: Guards}, kind: state-forces, side: goverment}
front: {name: {ar: الجبهة, en: Front}, kind: rebel-group, side: ‸rebels}
""",
    )
    content.write("site.yaml", "name: {ar: س, en: s}\nsides: {government: {ar: الحكومة, en: Government}}\n")
    content.expect(
        "the side `goverment` is not named in site.yaml; did you mean `government`?",
        "the side `rebels` is not named in site.yaml; add `rebels: {ar: …, en: …}` to `sides` there",
    )


def test_a_content_without_a_site_yaml_is_called_by_its_folder_and_names_no_licence(tmp_path: Path) -> None:
    """It is told what to add. A side without a name is a warning then."""
    content = Content(tmp_path)
    (content.root / "site.yaml").unlink()
    root = content.root.rename(tmp_path / "our-archive")
    site = read_site(root)
    assert site.settings == Settings(Words("our-archive", "our-archive"))
    assert [str(warning).removeprefix(str(root)) for warning in site.warnings] == [
        "/registry/actors.yaml:1:63: warning: the side `government` is not named in site.yaml; "
        "add `government: {ar: …, en: …}` to `sides` there [unnamed-side government]",
        "/registry/actors.yaml:3:65: warning: the side `opposition` is not named in site.yaml; "
        "add `opposition: {ar: …, en: …}` to `sides` there [unnamed-side opposition]",
        "/site.yaml:1:1: warning: there is no site.yaml, so the site is called “our-archive” and names no licence; "
        "add `name: {ar: …, en: …}`, and `licence: …` if others may use the data [no-settings]",
    ]


@pytest.mark.parametrize(("folder", "shown"), [("a\u202eb", "ab"), ("\u200f", "—"), ("قصف <b>", "قصف <b>")])
def test_the_name_of_a_folder_hides_nothing(tmp_path: Path, folder: str, shown: str) -> None:
    (tmp_path / folder / "registry").mkdir(parents=True)
    assert read_site(tmp_path / folder).settings.name == Words(shown, shown)


@pytest.mark.parametrize("name", ["site.yml", "sites.yaml", "Site.yaml"])
def test_a_file_with_nearly_the_name_is_told(content: Content, name: str) -> None:
    content.write(name, "‸")
    content.expect_warnings(f"`{name}` is not read; did you mean `site.yaml`?")


def test_a_link_is_not_followed(content: Content) -> None:
    (content.root / "site.yaml").rename(content.root / "other")
    (content.root / "site.yaml").symlink_to("other")
    assert any("this is a symbolic link" in problem.message for problem in content.errors())


@pytest.mark.parametrize(
    "id", ["MIT OR Apache-2.0", "LicenseRef-ours", "CC-BY-4.0 WITH x", "(MIT)", "all rights reserved"]
)
def test_a_licence_is_one_of_the_list_of_spdx(content: Content, id: str) -> None:
    content.settings(f"licence: {id}\n")
    assert [problem.message for problem in content.errors()] == [f"`{id}` is no SPDX id of a licence"]


def test_a_licence_that_has_no_name_here_is_called_by_its_id(content: Content) -> None:
    licence = content.settings("licence: ogl-uk-3.0\n").read().settings.licence
    assert licence == Licence(
        "OGL-UK-3.0", "https://spdx.org/licenses/OGL-UK-3.0.html", Words("OGL-UK-3.0", "OGL-UK-3.0")
    )


def test_what_reads_an_attachment_must_be_installed(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kinds that are not accepted need nothing."""
    monkeypatch.setattr("reports.settings.missing", lambda kind: ["pypdfium2"] if kind == "pdf" else [])
    assert content.settings("attachments: svg\n").errors() == []
    content.write(
        "site.yaml",
        "name: {ar: س, en: s}\nsides: {government: {ar: س, en: s}, opposition: {ar: س, en: s}}\nattachments: [svg, ‸pdf]\n",
    )
    content.expect("what reads PDF files is not installed; install it with `make attachments`")


def test_redacted_words_are_not_said_by_the_settings(content: Content) -> None:
    """They stand on every page. What is acknowledged there may."""
    content.report(ar="قال [خالد الناصر]{.redacted} ذلك.").settings("publisher: {ar: خالد الناصر, en: The editors}\n")
    line = (content.root / "site.yaml").read_text("utf-8").split("publisher")[0].count("\n") + 1
    (told,) = content.errors()
    assert f"stand openly at site.yaml:{line}" in told.message
    content.write("acknowledged.yaml", f"- site.yaml:{line}\n")
    assert content.errors() == []


def test_the_key_of_keyed_hashes_is_long_and_lies_outside_the_content(content: Content) -> None:
    content.report()
    for path, data, said in (
        (content.root.with_name("key"), b"k" * 31, "is no file of 32 bytes or more; make one with"),
        (content.root.with_name("gone"), None, "is no file of 32 bytes or more"),
        (content.root / "key", b"k" * 32, "lies in the content; keep it elsewhere"),
    ):
        if data:
            path.write_bytes(data)
        with pytest.raises(ContentErrors, match=said):
            read_site(content.root, key=path)
