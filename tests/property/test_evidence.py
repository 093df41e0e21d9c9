"""A text that is its original's is never told of; a word of it that was changed always is, where it stands."""

import hashlib
import tempfile
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from reports.alignment import differences
from reports.problems import Problem
from tests.helpers.content import RECORD, Content
from tests.property.strategies import Marked, marked

few = st.lists(st.sampled_from("قالت في حلب إن و".split()), max_size=6)
texts = st.lists(st.sampled_from("قالت في حلب إن و قتلوا، «أمس» 12 الوكالة.".split()), min_size=1, max_size=30)


def told(ar: str, original: str) -> list[Problem]:
    """What is said of a text and its original."""
    data = original.encode()
    with tempfile.TemporaryDirectory() as folder:
        content = Content(Path(folder))
        content.report(record=f"{RECORD}sha256: {hashlib.sha256(data).hexdigest()}\n", ar=ar)
        (content.root / "reports" / "r" / "original.txt").write_bytes(data)
        return content.errors()


@given(few, texts, few, st.data())
def test_a_changed_word_is_told_where_it_stands(before, words, after, data):
    """Whatever else the original holds, and however often its words come again. And nothing else is told."""
    original = "\n".join(" ".join(part) for part in (before, words, after))
    assert told(" ".join(words), original) == []
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "غيره", *words[at + 1 :]]
    (problem,) = told(" ".join(changed), original)
    assert (problem.line, problem.column) == (3, len(" ".join([*words[:at], ""])) + 1)
    assert "«غيره»" in problem.message or len(words) == 1


@given(few, texts, few, st.data())
def test_a_word_that_is_left_out_is_told(before, words, after, data):
    """Between two words of the text, whatever else the original holds."""
    at = data.draw(st.integers(0, len(words)))
    missing = [*words[:at], "سقط", *words[at:]]
    original = " ".join([*before, *missing, *after])
    problems = told(" ".join(words), original)
    assume(" ".join(words) not in original)
    assert problems
    assert all("«" in problem.message or "most of" in problem.message for problem in problems)


@given(marked(3), marked(3))
def test_marks_make_no_difference(one: Marked, two: Marked):
    """A text is its original's with any marks on any words."""
    assert told(f"س {one.source}\n\n{two.source} ع", f"س {one.words} {two.words} ع") == []


_secrets = st.text(alphabet="ابتثحس", min_size=2, max_size=8)


@given(_secrets, _secrets, texts, texts, texts)
def test_no_message_holds_a_redacted_word(secret, other, before, after, original):
    """Whatever the original says."""
    ar = f"{' '.join(before)} [{secret}]{{.redacted}} {' '.join(after)}"
    for says in (
        [*before, other, *after], [*before, *after], [*original, secret, *after], [secret, *before, secret, other],
    ):  # fmt: skip
        for problem in told(ar, " ".join(says)):
            assert secret not in f"{problem.message} {problem.hint}"


@given(st.lists(st.sampled_from("ab"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_differences_make_one_of_the_other(part, whole):
    """What differs is in order, and with it the part is a stretch of the whole."""
    found = differences(part, whole)
    mended, at = [], 0
    for start, end, first, last in found:
        assert at <= start <= end
        mended += [*part[at:start], *whole[first:last]]
        at = end
    assert "".join([*mended, *part[at:]]) in "".join(whole)
