"""What the property tests draw: figures, dates, texts with marks, and whole sites of claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from hypothesis import strategies as st

from findings.index import side_of
from reports import voices
from reports.figure_notation import WORDS
from reports.model import DENIED, OUTCOMES, Casualties, Claim, Event, PublicReport, Reference, Site
from reports.model import WORDS as WORDS_OF_SOME
from tests.helpers.records import REGISTRY, claim, document, entry, event, report, site

# Figures -------------------------------------------------------------------------------------------------------------

numbers = st.integers(0, 999_999_999)


@st.composite
def figure_texts(draw: st.DrawFn, numbers: st.SearchStrategy[int] = numbers) -> str:
    """A figure in any of the written forms."""
    kind = draw(st.sampled_from(["single", "single", "range", "word", "up to"]))
    if kind == "word":
        return draw(st.sampled_from([*WORDS, "some", "some"]))
    if kind == "up to":
        return f"..{draw(numbers)}"
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
_letters = st.text(alphabet="ابتثجح ودأvyz،", min_size=1, max_size=8)
#: Words: signs alone would be taken for a bar.
_plain = _letters.filter(lambda text: any(map(str.isalpha, text)))


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
    """A line of words with nested marks. None is three dots, which may have been drawn for a bar."""
    inner = st.deferred(lambda: marked(depth - 1)) if depth else st.builds(lambda text: Marked([text]), _plain)
    parts = st.lists(st.one_of(_plain, st.tuples(attributes(), inner)), min_size=1, max_size=4)
    return parts.map(Marked).filter(lambda line: line.words.strip() and "..." not in line.words)


#: Anything at all, and much of what has a meaning in Markdown, in marks and in HTML.
_PIECES = '[ ] { } ]{.aleppo} {. .a when= sic=" ` ~~~ \\ ( ) ]( < > <!-- --> [^1] [^1]:␣ ␣␣␣␣ -␣ >␣ |␣ #␣ * _ ! x حلب '
_PIECES += ".redacted ]{.redacted} &amp; &#91; &#xF0000; &nbsp; <br> <em> </em> http://a.b [x]:␣ ' \" <b> </b> :␣␣␣ ⏎ ⏎⏎ ```⏎ |⏎|-|⏎ \t \u2028"
_pieces = st.sampled_from([piece.replace("␣", " ").replace("⏎", "\n") for piece in _PIECES.split(" ")])
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(_pieces, st.text(max_size=3)), max_size=40).map("".join),
)

# Sites ---------------------------------------------------------------------------------------------------------------

ACTORS = ("army", "corps", "company", "guards", "front", "tribe", "clan")
#: Sources, voices of one source, and parties.
SPEAKERS = ("medic", "monitor", "radio", "bureau", "editor", "front", "company")
INCLUDED = ("children", "women", "civilians", "combatants", "front", "army", "corps")
#: Around the day on which reports are published, so that claims come before, at and after each other.
TIMES = ("2016-10-04", "2016-10-04T10:00", "2016-10-05", "2016-10-06T09:00", "2016-10-06")
#: Small numbers, so that claims agree, meet at bounds and leave each other possible.
_small = figure_texts(st.integers(0, 9))


def _seldom(values: st.SearchStrategy) -> st.SearchStrategy:
    """One of these now and then, mostly ``None``."""
    return st.one_of(st.none(), st.none(), st.none(), values)


@st.composite
def casualties(draw: st.DrawFn) -> Casualties:
    """An entry with one or two outcomes, of whom it may tell some apart where it has one; now and then cumulative."""
    outcomes = draw(st.lists(st.sampled_from((*OUTCOMES[:3], "killed")), min_size=1, max_size=2, unique=True))
    who = draw(st.sampled_from(["civilians", "combatants", "combatants", "unknown", "unknown"]))
    of = draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True))
    included = [group for group in INCLUDED if _can_be_among(group, who, of)] if len(outcomes) == 1 else []
    return entry(
        who,
        of,
        draw(st.sampled_from(["incident"] * 7 + ["cumulative"])),
        part=draw(_seldom(st.sampled_from(["clinic", "school"]))),
        unit=draw(st.sampled_from(["people"] * 5 + ["families"])),
        including={group: draw(_small) for group in draw(_some_of(included))},
        **{outcome: draw(_small) for outcome in outcomes},
    )


def _can_be_among(group: str, who: str, of: list[str]) -> bool:
    """Whether people of a group can be among those of an entry: civilians are no fighters, and of no other side."""
    if group in ("civilians", "combatants"):
        return who == "unknown"
    sides = {side_of(REGISTRY, actor) for actor in of}
    return group in WORDS_OF_SOME or (who != "civilians" and (not sides or side_of(REGISTRY, group) in sides))


def _some_of(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True) if values else st.just([])


class _Drawn:
    """The events and claims drawn so far, so that what refers to one refers to one that is there."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.parents: dict[str, str] = {}
        self.claims: list[str] = []

    def can_be_part(self, part: str, whole: str) -> bool:
        """An event is part of one event at most, and of none that is part of it."""
        step: str | None = whole
        while step and step != part:
            step = self.parents.get(step)
        return part not in self.parents and step is None


@st.composite
def sites(draw: st.DrawFn, shared: bool = True) -> Site:
    """Up to three reports of some events and claims with all that bears on counting.

    ``shared``: they may tell each other's events, and update and deny each other's claims.
    """
    drawn = _Drawn()
    slugs = draw(st.sampled_from([("a",), ("a", "b"), ("a", "b", "c")]))
    reports = []
    for slug in slugs:
        if not shared:
            drawn = _Drawn()
        events = draw(_events(slug, drawn))
        documents = [document("leaflet", "bureau", "2016-10-04"), document("film", "monitor")]
        claims = draw(_claims(slug, drawn, [one.id for one in events]))
        publisher = draw(st.sampled_from(["outlet", "radio"]))
        reports.append(report(slug, *events, *claims, *documents, publisher=publisher))
    return _without_mistakes(site(*reports))


@st.composite
def _events(draw: st.DrawFn, slug: str, drawn: _Drawn) -> list[Event]:
    events: list[Event] = []
    keys: dict[str, str] = {}
    for id in ("e", "f", "g")[: draw(st.integers(1, 3))]:
        there = [key for key in drawn.events if key not in keys.values()]
        same = draw(st.sampled_from([None, *there])) if there else None
        keys[id] = key = same or f"{slug}/{id}"
        wholes = [one.id for one in events if drawn.can_be_part(key, keys[one.id])]
        whole = draw(st.sampled_from([None, *wholes]))
        if whole:
            drawn.parents[key] = keys[whole]
        fields = {} if same else {"grade": draw(_seldom(st.sampled_from(["weak", "discounted"])))}
        events.append(event(id, same, part_of=whole, background=draw(st.sampled_from([False] * 4 + [True])), **fields))
    drawn.events += [key for id, key in keys.items() if key == f"{slug}/{id}"]
    return events


@st.composite
def _claims(draw: st.DrawFn, slug: str, drawn: _Drawn, events: list[str]) -> list[Claim]:
    claims = []
    for number in range(draw(st.integers(0, 4))):
        by = draw(st.lists(st.sampled_from(SPEAKERS), max_size=2, unique=True))
        fields = {"as_of": at} if (at := draw(_seldom(st.sampled_from(TIMES)))) else {}
        if not by and draw(st.booleans()):
            fields["identified"] = "unattributed"
        before = st.sampled_from(drawn.claims) if drawn.claims else st.none()
        if denied := draw(_seldom(before)):
            fields |= {"denies": denied, "denies_what": draw(st.sampled_from(DENIED))}
        claims.append(
            claim(
                f"c{number}",
                *draw(st.lists(casualties(), max_size=3)),
                about=draw(st.sampled_from(events)),
                by=by,
                via=draw(st.sampled_from([(), ("agency",), ("agency", ("radio", "monitor"))])),
                documents=draw(_seldom(st.sampled_from(["leaflet", "film", ("leaflet", "film")]))),
                updates=draw(_seldom(before)),
                **fields,
            )
        )
        drawn.claims.append(f"{slug}/c{number}")
    return claims


def _without_mistakes(site: Site) -> Site:
    """The site without claims that update a later one of the same origins, which is an error of a record."""
    records = {report.slug: report.record for report in site.reports}

    def is_right(slug: str, later: Claim, updated: Reference) -> bool:
        record, other_record = records[slug], records[updated[0]]
        other = other_record.claims[updated[1]]
        origins = {
            voices.origins(site.registry, of, its_record, one)
            for of, its_record, one in ((slug, record, later), (updated[0], other_record, other))
        }
        return len(origins) > 1 or not voices.is_later(other_record, other, record, later)

    def mended(slug: str, one: Claim) -> Claim:
        return replace(one, updates=tuple(updated for updated in one.updates if is_right(slug, one, updated)))

    return with_claims(site, lambda report: [mended(report.slug, one) for one in report.record.claims.values()])


def with_claims(site: Site, change: Callable[[PublicReport], Iterable[Claim]]) -> Site:
    """The site with other claims: ``change`` gives those of each report."""
    return replace(
        site,
        reports=tuple(
            replace(report, record=replace(report.record, claims={one.id: one for one in change(report)}))
            for report in site.reports
        ),
    )


@st.composite
def sites_and_scopes(draw: st.DrawFn) -> tuple[Site, tuple[str, ...]]:
    """A site and the slugs of some of its reports: one, several (a dossier) or all."""
    found = draw(sites())
    slugs = [report.slug for report in found.reports]
    return found, tuple(draw(st.lists(st.sampled_from(slugs), min_size=1, unique=True)))
