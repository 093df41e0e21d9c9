"""What the property tests draw: figures, dates, texts with marks, and whole sites of claims."""

from __future__ import annotations

from hypothesis import strategies as st

from reports.figures import WORDS
from reports.model import OUTCOMES, Claim, Event, Site
from tests.helpers.records import claim, entry, event, report, site

# Figures -------------------------------------------------------------------------------------------------------------

numbers = st.integers(0, 999_999_999)


@st.composite
def figure_texts(draw: st.DrawFn, numbers: st.SearchStrategy[int] = numbers) -> str:
    """A figure in any of the written forms."""
    kind = draw(st.sampled_from(["single", "range", "word"]))
    if kind == "word":
        return draw(st.sampled_from([*WORDS, "some"]))
    if kind == "range":
        low, high = sorted((draw(numbers), draw(numbers)))
        return f"{low}-{high}"
    return f"{draw(st.sampled_from(['', '~']))}{draw(numbers)}{draw(st.sampled_from(['', '+']))}"


# Dates ---------------------------------------------------------------------------------------------------------------

days = st.dates()


@st.composite
def moments(draw: st.DrawFn) -> str:
    """A date of levels 0 and 1 without a time; days, months, seasons, years, decades and centuries."""
    day = draw(days)
    year, month = f"{day.year:04}", f"{day.month:02}"
    forms = [day.isoformat(), f"{year}-{month}", year, f"{year}-{month}-XX", f"{year}-XX", f"{year}-XX-XX"]
    forms += [f"{year[:3]}X", f"{year[:2]}XX"]
    if day.year < 9999:
        forms += [f"{year}-{season}" for season in (21, 22, 23, 24)]
    text = draw(st.sampled_from(forms))
    return text + draw(st.sampled_from(["", "?", "~", "%"]))


def date_texts() -> st.SearchStrategy[str]:
    """What looks like a date or an interval; some of the intervals run backwards."""
    ends = st.one_of(moments(), st.just(".."), st.just(""))
    return st.one_of(moments(), st.builds("{}/{}".format, ends, ends), days.map(lambda day: f"{day}T10:11:12Z"))


#: Texts out of the characters of dates: near misses.
date_like = st.text(alphabet="0123456789X-/.~?%TZ:+ ٢", max_size=24)

# Marks ---------------------------------------------------------------------------------------------------------------

IDS = ("aleppo", "east-aleppo", "syria", "army", "front", "outlet", "agency")
_letters = st.text(alphabet="ابتثجح ودأxyz.،", min_size=1, max_size=8)
_plain = _letters.filter(lambda text: text.strip())


class Marked:
    """Words in a text, some of them marked: ``parts`` are texts and, for marks, pairs of attributes and ``Marked``."""

    def __init__(self, parts: list) -> None:
        self.parts = parts

    @property
    def words(self) -> str:
        return "".join(part if isinstance(part, str) else part[1].words for part in self.parts)

    @property
    def source(self) -> str:
        """The text as an author writes it."""
        pieces = (part if isinstance(part, str) else f"[{part[1].source}]{{{part[0]}}}" for part in self.parts)
        return "".join(pieces)

    def marks(self) -> list[tuple[str, str, int]]:
        """Each mark's attributes, words and depth, in the order of their opening brackets."""
        found = []
        for part in self.parts:
            if not isinstance(part, str):
                found.append((part[0], part[1].words, 0))
                found += [(attributes, words, depth + 1) for attributes, words, depth in part[1].marks()]
        return found


@st.composite
def attributes(draw: st.DrawFn) -> str:
    """The inside of a mark's braces, without redaction."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=2))
    when = draw(st.sampled_from(["", "when=2016-10-04", 'when="2016-09/.."']))
    sic = draw(st.sampled_from(["", "sic=كذا", 'sic="قال \\"نعم\\" {لا}"'])) if ids or when else "sic=كذا"
    return " ".join(filter(None, [*(f".{id}" for id in ids), when, sic]))


def marked(depth: int = 3) -> st.SearchStrategy[Marked]:
    """A line of words with nested marks."""
    inner = st.deferred(lambda: marked(depth - 1)) if depth else st.builds(lambda text: Marked([text]), _plain)
    parts = st.lists(st.one_of(_plain, st.tuples(attributes(), inner)), min_size=1, max_size=4)
    return parts.map(Marked).filter(lambda line: line.words.strip())


#: Anything at all, and much of what has a meaning in Markdown, in marks and in HTML.
_PIECES = '[ ] { } ]{.aleppo} {. .a when= sic=" ` ~~~ \\ ( ) ]( < > <!-- --> [^1] [^1]:␣ ␣␣␣␣ -␣ >␣ |␣ #␣ * _ ! x حلب '
_PIECES += ".redacted ]{.redacted} &amp; &#91; &#xF0000; &nbsp; <br> <em> </em> http://a.b [x]:␣ ' \" <b> </b> :␣␣␣ ⏎ ⏎⏎ ```⏎ |⏎|-|⏎ \t \u2028"
_pieces = st.sampled_from([piece.replace("␣", " ").replace("⏎", "\n") for piece in _PIECES.split(" ")])
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(_pieces, st.text(max_size=3)), max_size=40).map("".join),
)

# Sites ---------------------------------------------------------------------------------------------------------------

ACTORS = (None, "army", "corps", "company", "guards", "front", "tribe", "clan")
SPEAKERS = (None, None, "medic", "monitor", "radio", "front", "company")
#: Small numbers, so that claims agree, meet at bounds and deny each other's.
_small = figure_texts(st.integers(0, 9))


@st.composite
def casualties(draw: st.DrawFn):
    """An entry of one or two outcomes, sometimes cumulative, sometimes with parts."""
    outcomes = draw(st.lists(st.sampled_from(OUTCOMES[:2]), min_size=1, max_size=2, unique=True))
    including = {"children": draw(_small)} if len(outcomes) == 1 and draw(st.booleans()) else {}
    return entry(
        draw(st.sampled_from(["civilians", "combatants", "combatants", "unknown"])),
        draw(st.sampled_from(ACTORS)),
        draw(st.sampled_from(["incident"] * 5 + ["cumulative"])),
        including=including,
        **{outcome: draw(_small) for outcome in outcomes},
    )


@st.composite
def sites(draw: st.DrawFn) -> Site:
    """Up to three reports of one or two events and some claims, joined by ``same-as`` and ``denies``."""
    slugs = draw(st.sampled_from([("a",), ("a", "b"), ("a", "b", "c")]))
    declared: list[tuple[str, str]] = []
    claimed: list[tuple[str, str]] = []
    reports = []
    for slug in slugs:
        parts: list[Event | Claim] = []
        for id in ("e", "f")[: draw(st.integers(1, 2))]:
            same = draw(st.sampled_from([None, *declared])) if declared else None
            grade = draw(st.sampled_from([None] * 5 + ["weak", "discounted"]))
            parts.append(event(id, same_as="/".join(same)) if same else event(id, grade=grade))
        declared += [(slug, part.id) for part in parts if isinstance(part, Event) and part.same_as is None]
        events = [part.id for part in parts]
        for number in range(draw(st.integers(0, 4))):
            by = draw(st.sampled_from(SPEAKERS))
            fields = {"identified": "unattributed"} if by is None and draw(st.booleans()) else {}
            # A denial names any claim before it, of this report or another.
            denies = draw(st.sampled_from([None, None, *claimed]))
            parts.append(
                claim(
                    f"c{number}",
                    *draw(st.lists(casualties(), max_size=3)),
                    about=draw(st.sampled_from(events)),
                    by=by,
                    via=draw(st.sampled_from([(), ("agency",), ("agency", "radio")])),
                    denies="/".join(denies) if denies else None,
                    **fields,
                )
            )
            claimed.append((slug, f"c{number}"))
        reports.append(report(slug, *parts, publisher=draw(st.sampled_from(["outlet", "other-outlet"]))))
    return site(*reports)


@st.composite
def sites_and_scopes(draw: st.DrawFn) -> tuple[Site, tuple[str, ...]]:
    """A site and the slugs of some of its reports: one, several (a dossier) or all."""
    found = draw(sites())
    slugs = [report.slug for report in found.reports]
    return found, tuple(draw(st.lists(st.sampled_from(slugs), min_size=1, unique=True)))
