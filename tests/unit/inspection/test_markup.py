"""The grammar of pages: what it reads, and what it does not mend."""

from __future__ import annotations

import pytest

from inspection.page_grammar import Attributes, NotWellFormed, attributes_of, read

BEGIN = "<!doctype html>"


def told(text: str) -> list[tuple[object, ...]]:
    """What is told of a page, in its order."""
    found: list[tuple[object, ...]] = []

    def begins(name: str, given: Attributes, depth: int) -> None:
        found.append(("begins", name, given, depth))

    read(
        text,
        begins,
        lambda name, depth: found.append(("ends", name, depth)),
        lambda text: found.append(("words", text)),
    )
    return found


def test_elements_attributes_and_words_are_told_in_their_order() -> None:
    assert told(f'{BEGIN}<p id="a" hidden title="1 &lt; 2 > &#34;x&#34;">A <br>b</p>') == [
        ("begins", "p", {"id": "a", "hidden": "", "title": '1 < 2 > "x"'}, 0),
        ("words", "A "),
        ("begins", "br", {}, 1),
        ("ends", "br", 1),
        ("words", "b"),
        ("ends", "p", 0),
    ]


def test_what_a_script_holds_is_no_markup() -> None:
    assert told(f'{BEGIN}<script type="application/json">{{"a": "<p>"}}</script>')[1] == ("words", '{"a": "<p>"}')


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<p>no doctype</p>", "does not begin"),
        (f"x{BEGIN}", "not at its beginning"),
        (f"{BEGIN}{BEGIN}", "not at its beginning"),
        (f"{BEGIN}<p>", "never closed"),
        (f"{BEGIN}<p></div>", "ends nothing"),
        (f"{BEGIN}<b><i></b></i>", "ends nothing"),
        (f"{BEGIN}</p>", "ends nothing"),
        (f"{BEGIN}<p/>", "not closed in HTML"),
        (f"{BEGIN}<p id=a></p>", "not written"),
        (f"{BEGIN}<p id='a'></p>", "not written"),
        (f'{BEGIN}<p id="a" id="b"></p>', "stands twice"),
        (f"{BEGIN}<P></P>", "not written"),
        (f'{BEGIN}<p onClick="x"></p>', "not written"),
        (f'{BEGIN}<img/src="x">', "not written"),
        (f"{BEGIN}<!-- a comment -->", "not written"),
        (f"{BEGIN}<p>1 < 2</p>", "not written"),
        (f"{BEGIN}<script>", "never closed"),
        (f"{BEGIN}<script><!--</script>", "may take for its end"),
        (f"{BEGIN}<title></TITLE><p></title>", "may take for its end"),
    ],
)
def test_what_readers_could_take_for_different_things_is_not_read(text: str, why: str) -> None:
    with pytest.raises(NotWellFormed, match=why):
        told(text)


def test_a_mistake_has_its_line() -> None:
    with pytest.raises(NotWellFormed, match=r"^line 3: "):
        told(f"{BEGIN}\n<p>\n</div>")


def test_drawings_close_their_elements_at_once() -> None:
    names = [
        entry[1] for entry in told(f'{BEGIN}<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>') if entry[0] == "begins"
    ]
    assert names == ["svg", "path"]


def test_attributes_are_what_was_meant() -> None:
    assert attributes_of(' href="&#106;avascript:x"') == {"href": "javascript:x"}
