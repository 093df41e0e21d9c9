"""Words are found as people write them, wherever they stand, and the texts are gone through once."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection import CHECKS, inspect
from inspection.folded import fold, words
from inspection.redacted_words import left_open, marks, redactions
from inspection.standing import CHAINS, Lookup, ways
from inspection.wanted import Source, secrets_of
from tests.helpers.content import Content

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
HAMZA = {"ا": "أإآٱا", "و": "وؤ", "ي": "يئی", "ه": "هة", "ك": "کك"}
NAMES = st.lists(st.text(st.sampled_from(LETTERS), min_size=4, max_size=9), min_size=1, max_size=3)
LATIN = st.lists(st.text(st.sampled_from("bcdefghijkmnopqrstuvwxyz"), min_size=4, max_size=9), min_size=1, max_size=3)
#: What stands between words, as a blank would.
BETWEEN = st.sampled_from([" ", "\n", "-", "_", "\u00a0", " — ", ". ", "/", "\u2067 "])


def stands(secret: str, text: str) -> bool:
    """Whether a text says the words."""
    wanted = ways(word.letters for word in words(secret))
    return bool(Lookup(wanted, wanted).found(text))


@st.composite
def written(draw: st.DrawFn, name: list[str]) -> str:
    """The same name as somebody else writes it."""
    told = []
    for word in name:
        letters = []
        for char in word:
            char = draw(st.sampled_from(HAMZA.get(char, char)))
            form = draw(st.sampled_from(["", "", " FINAL", " ISOLATED"]))
            shape = f"ARABIC LETTER {unicodedata.name(char).removeprefix('ARABIC LETTER ')}{form} FORM"
            if form and char in LETTERS:
                char = unicodedata.lookup(shape)
            letters.append(
                char + draw(st.sampled_from(["", "", "\u064e", "\u0651\u0650", "\u0640", "\u200c", "\u0670", "ء"]))
            )
        told.append("".join(letters))
    text = told[0]
    for word in told[1:]:
        text += draw(st.one_of(BETWEEN, st.just(""))) + word
    return draw(st.sampled_from(["", *CHAINS])) + text


@given(st.data(), NAMES)
def test_a_name_is_found_however_it_is_written(data: st.DataObject, name: list[str]) -> None:
    """With joined letters, vowel marks, a longer stroke, other forms and hamzas, together or apart."""
    text = data.draw(written(name))
    assert stands(" ".join(name), f"قال {text}، ثم")
    assert stands("ال" + " ".join(name), f"قال ({text})") or name[0].startswith("ال")


@given(LATIN, st.data())
def test_a_latin_name_is_found_in_any_case_and_with_accents(name: list[str], data: st.DataObject) -> None:
    text = "".join(
        word.upper()
        if data.draw(st.booleans())
        else "".join(char + data.draw(st.sampled_from(["", "\u0301"])) for char in word)
        for word in (" ".join(name)).partition(" ")
    )
    assert stands(" ".join(name), f"said {text}'s friend")
    assert not stands(" ".join(name), f"said x{''.join(name)}")


@given(st.integers(10**4, 10**12), st.sampled_from("٠۰०๐０𝟎"), BETWEEN, st.integers(1, 4))
def test_digits_of_every_script_are_found_with_anything_between(number: int, zero: str, between: str, at: int) -> None:
    digits = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert stands(str(number), f"رقم {digits[:at]}{between}{digits[at:]}.")


@given(st.sampled_from(["", *CHAINS]), st.text(st.sampled_from("\u064e\u0651\u0640"), max_size=2))
def test_another_word_of_the_same_strokes_is_not_found(chain: str, marks_above: str) -> None:
    """على takes no letters before it but "and" and "so": with others it is a name, as many write it."""
    assert stands("علي", f"{chain}عل{marks_above}ى") == (chain not in ("", "و", "ف"))
    assert not stands("علي", f"{chain}عليم و{chain}معلي")
    assert stands("علي", f"{chain}عل{marks_above}ي")


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once).split() == once.split()
    assert not {*once} & {*"ٱةیکء\u0640"}


@given(st.text(st.sampled_from('[]{}.redacted "=sic\\ \n`<!->xع()'), max_size=60))
def test_the_finder_never_fails_and_leaves_the_length_as_it_was(text: str) -> None:
    redactions(text)
    assert len(left_open(text)) == len(unicodedata.normalize("NFC", text))


ATTRIBUTES = st.lists(
    st.one_of(
        st.sampled_from([".id", ".other-id", "when=2016"]),
        st.text(st.characters(exclude_characters='"', exclude_categories=["Cs", "Cc"]), max_size=9).map(
            lambda said: f'sic="{said}"'
        ),
    ),
    max_size=3,
)
PLAIN = st.text(st.sampled_from("xyزم ،.*"), max_size=9)


@given(PLAIN, PLAIN, PLAIN, ATTRIBUTES, ATTRIBUTES, st.integers(0, 3))
def test_redacted_words_are_found_whatever_stands_around_them(
    before: str, said: str, within: str, first: list[str], last: list[str], deep: int
) -> None:
    inner = f"{said}Zumrudhan[{within}]{{.mark}}"
    braces = " ".join([*first, ".redacted", *last])
    text = f"{before}{'[' * deep}[{inner}]{{{braces}}}{']{.around}' * deep} [open]{{{' '.join([*first, *last])}}}"
    at = text.index(inner)
    assert (at, at + len(inner)) in marks(text)
    assert "zumrudhan" in "".join(word.letters for one in redactions(text) for word in one.words)
    assert "Zumrudhan" not in left_open(text)
    assert "open" in left_open(text)


# What stalls a program whose time grows with the square of what it is given

LARGE = 2**20
WORST = {
    "one mark of many words": lambda: "[" + "زمرد ياقوت مرجان لؤلؤ " * 5500 + "]{.redacted}",
    "one word": lambda: f"[{'ز' * LARGE}]{{.redacted}}",
    "brackets": lambda: "[" * 100_000 + "x" + "]{.redacted}" * 50_000,
    "brackets that nothing closes": lambda: "[" * LARGE,
    "brackets that nothing opens": lambda: "]{" * (LARGE // 2),
    "quotes": lambda: ']{"' * (LARGE // 3),
    "more quotes": lambda: '[a]{x "' * (LARGE // 7),
    "addresses": lambda: "[a](b" * (LARGE // 5) + '"',
    "an address": lambda: "[a](" + "b" * LARGE,
    "comments": lambda: "[a]{.redacted}" + "<!--" * (LARGE // 4),
    "tags": lambda: "[a]{.redacted}" + "<a" * (LARGE // 2),
    "code": lambda: "[a]{.redacted}" + "`x" * (LARGE // 2),
    "codes": lambda: "[a]{.redacted}" + "&#" * (LARGE // 2),
    "blanks": lambda: "[a]" + " " * LARGE,
    "marks": lambda: "[زمرد Zumrud]{.redacted} " * (LARGE // 30),
    "backslashes": lambda: "[a\\" * (LARGE // 3),
}


@pytest.mark.parametrize("worst", WORST)
@pytest.mark.slow
def test_the_worst_text_takes_seconds(worst: str) -> None:
    text = WORST[worst]()
    start = time.process_time()
    redactions(text)
    left_open(text)
    assert time.process_time() - start < 15


@pytest.mark.slow
def test_a_mark_of_thousands_of_handles_takes_seconds() -> None:
    """Each is looked for as other sentences turn it, and none is held against all words of the mark."""
    handles = " ".join(f"@user_{number}x" for number in range(16000))
    source = Source("reports/r/ar.md", "r", redactions(f"[{handles}]{{.redacted}}"))
    start = time.process_time()
    assert sum(1 for _ in secrets_of({"ar": source}, {}, frozenset(), frozenset(), frozenset())) >= 16000
    assert time.process_time() - start < 10


def _secret(number: int) -> str:
    return "".join(LETTERS[number // 28**place % 28] for place in range(4)) + "زمرد"


@pytest.fixture
def many_pages(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for number in range(500):
        page = site / "en" / "briefings" / f"p{number}" / "index.html"
        page.parent.mkdir(parents=True)
        said = " ".join(f"كلمة{_secret(number * 7 + at)[::-1]} ثم بعدها" for at in range(1500))
        page.write_text(f"<!doctype html><p class='x'>{said} {_secret(number)}</p>", "utf-8")
    return site


@pytest.mark.parametrize(
    "text",
    [
        lambda: " ".join(f"[{_secret(number)} {_secret(number + 1)}]{{.redacted}}" for number in range(1000, 6000)),
        lambda: "[" + " ".join(_secret(number) for number in range(1000, 9000)) + "]{.redacted}",
    ],
    ids=["thousands of marks", "a mark of thousands of words"],
)
@pytest.mark.slow
def test_many_secrets_and_many_pages_take_seconds(text: Callable[[], str], many_pages: Path, tmp_path: Path) -> None:
    content = Content(tmp_path).report(ar=f"{text()}\n\n[{_secret(499)}]{{.redacted}}")
    start = time.process_time()
    found = [str(fault) for fault in inspect(many_pages, content=content.root, without={*CHECKS} - {"secrets"})]
    assert found == ["en/briefings/p499/index.html: says what reports/r/ar.md:5 redacts"]
    assert time.process_time() - start < 60
