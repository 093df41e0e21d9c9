"""What authors try for what the format has by another name, and what is offered to them."""

import pytest

from reports import model
from reports.acknowledged import KEY as ACKNOWLEDGED
from reports.nearest import slip_of
from reports.record import casualties, claims, documents, events, reading
from reports.settings import KEYS as SITE_KEYS
from reports.settings import SCOPE_KEYS
from reports.synonyms import OFFERED, meant

ENTRY = ("name", "aliases", "kind", ACKNOWLEDGED)
PLACE = (*ENTRY, "within", "point", "ids")
ACTOR = (*ENTRY, "part-of", "side")
SOURCE = (*ENTRY, "role", "part-of", "speaks-for", "identified", "url")
PLACES = {
    "record": reading.KEYS,
    "document": documents.KEYS,
    "event": events.KEYS,
    "claim": claims.KEYS,
    "casualties": casualties.KEYS,
    "including": model.PARTS,
    "correction": ("on", "ar", "en"),
    "place": PLACE,
    "actor": ACTOR,
    "source": SOURCE,
    "site": SITE_KEYS,
    "scope": SCOPE_KEYS,
    "type": model.EVENT_TYPES,
    "target": model.TARGETS,
    "who": model.WHO,
    "unit": model.UNITS,
    "stance": model.STANCES,
    "identified": model.IDENTIFIED,
    "denies-what": model.DENIED,
    "quote": model.QUOTES,
    "grade": model.GRADES,
    "accuracy": model.ACCURACIES,
    "scope of a figure": model.SCOPES,
    "kind of place": model.PLACE_KINDS,
    "kind of actor": model.ACTOR_KINDS,
    "kind of source": model.SOURCE_KINDS,
    "months": model.MONTHS,
    "digits": model.DIGITS,
    "text": model.LANGUAGES,
}


@pytest.mark.parametrize(
    ("place", "word", "hint"),
    [
        ("casualties", "wounded", "did you mean `injured`?"),
        ("casualties", "Wounded", "did you mean `injured`?"),
        ("casualties", "dead", "did you mean `killed` or `died`?"),
        ("casualties", "households", "did you mean `unit: families`?"),
        ("casualties", "families", "did you mean `unit: families`?"),
        ("casualties", "children", "did you mean `including: {…}`?"),
        ("casualties", "civilians", "did you mean `who: …`?"),
        ("casualties", "killed_or_injured", "did you mean `killed-or-injured`?"),
        ("casualties", "killed or wounded", "did you mean `killed-or-injured`?"),
        ("casualties", "perpetrator", "did you mean `blames`?"),
        ("casualties", "side", "did you mean `of`?"),
        ("casualties", "kidnapped", "did you mean `abducted` or `detained`?"),
        (
            "casualties",
            "cause",
            "the event’s `type` says what harmed them; who died of hunger, cold or illness is `died`",
        ),
        ("casualties", "source", "who says so stands in the claim, beside `casualties`: `by` and `via`"),
        ("event", "cause", "did you mean `type` or `weapon`?"),
        ("event", "killed", "figures stand in the `casualties` of a claim that is `about` this event"),
        ("event", "households", "figures stand in the `casualties` of a claim that is `about` this event"),
        ("event", "source", "who says so stands in a claim that is `about` this event: `by` and `via`"),
        ("event", "date", "did you mean `when`?"),
        ("event", "coordinates", "did you mean `point`?"),
        ("event", "perpetrators", "did you mean `actors`?"),
        ("claim", "source", "did you mean `by`?"),
        ("claim", "date", "did you mean `as-of`?"),
        ("claim", "supersedes", "did you mean `updates`?"),
        ("claim", "killed", "did you mean `casualties: [{…}]`?"),
        ("claim", "wounded", "did you mean `casualties: [{injured: …}]`?"),
        ("claim", "dead", "did you mean `casualties: [{killed: …}]` or `casualties: [{died: …}]`?"),
        ("claim", "households", "did you mean `casualties: [{…, unit: families}]`?"),
        ("claim", "cause", "the event’s `type` says what harmed them; who died of hunger, cold or illness is `died`"),
        ("claim", "document", "did you mean `in`?"),
        ("record", "source", "did you mean `publisher`?"),
        ("record", "sources", "did you mean `documents` or `publisher`?"),
        ("record", "incidents", "did you mean `events`?"),
        (
            "record",
            "title",
            "that stands in the header of `ar.md` and `en.md`: `Title`, `Summary`, `Status`, `Translator`",
        ),
        ("document", "source", "did you mean `publisher`?"),
        ("including", "kids", "did you mean `children`?"),
        ("including", "soldiers", "did you mean `combatants`?"),
        (
            "including",
            "family",
            "for people of one family write a `part` in a claim of their own; where families were counted, an entry with `unit: families`",
        ),
        ("including", "wounded", "`including` says who they were; what befell others is an entry of its own"),
        ("source", "represents", "did you mean `speaks-for`?"),
        ("source", "owner", "did you mean `part-of`?"),
        ("place", "location", "did you mean `point`?"),
        ("place", "part-of", "did you mean `within`?"),
        ("actor", "within", "did you mean `part-of`?"),
        ("site", "license", "did you mean `licence`?"),
        ("site", "title", "did you mean `name`?"),
        ("scope", "region", "did you mean `territory`?"),
        ("who", "civilian", "did you mean `civilians`?"),
        ("who", "fighters", "did you mean `combatants`?"),
        ("unit", "households", "did you mean `families`?"),
        ("type", "airstrike", "did you mean `air-strike`?"),
        ("type", "truce", "did you mean `ceasefire`?"),
        ("kind of source", "journalist", "did you mean `person`?"),
        ("kind of actor", "militia", "did you mean `political-militia` or `identity-militia`?"),
        ("kind of place", "province", "did you mean `governorate`?"),
        ("accuracy", "governorate", "did you mean `province`?"),
    ],
)
def test_what_is_tried_leads_to_what_was_meant(place, word, hint):
    """The place tells which of several is meant, and whether it belongs there at all."""
    assert str(meant(word, PLACES[place])) == hint


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("casualties", "uninjured"),
        ("casualties", "unharmed"),
        ("who", "unknowns-and-others"),
        ("type", "mining"),
        ("kind of actor", "ong"),
        ("kind of place", "tower"),
        ("claim", "age"),
        ("record", "club"),
        ("including", "humans"),
    ],
)
def test_a_word_of_another_meaning_is_not_offered(place, word):
    """What only looks like a word of the format is answered with all of them."""
    assert meant(word, PLACES[place]) is None


@pytest.mark.parametrize(
    ("slip", "word"),
    [("publishd", "published"), ("injurred", "injured"), ("kiled", "killed"), ("AIR_STRIKE", "air-strike"),
     ("airstrike", "air-strike"), ("armed clash", "armed-clash"), ("wehn", "when"), ("tpye", "type"),
     ("credibilty", "credibility"), ("firstcount", "first-count"), ("asof", "as-of"), ("Viа".lower(), None)],
)  # fmt: skip
def test_a_slip_of_the_pen_is_seen(slip, word):
    """A letter or two, exchanged letters, and hyphens and capitals."""
    known = [one for words in PLACES.values() for one in words]
    assert slip_of(slip, known) == word


def test_every_word_that_is_offered_is_one_of_the_format():
    """And is no word of the place in which the other was tried: who writes that has written it."""
    known = {one for words in PLACES.values() for one in words}
    assert {one.partition(":")[0] for some in OFFERED.values() for one in some} <= known


#: Words of one place that are a slip of the pen apart.
NEAR = {"record": ["published", "publisher"], "document": ["publisher", "published"]}


@pytest.mark.parametrize("place", PLACES)
def test_no_word_of_a_place_is_offered_for_another_of_the_same(place):
    """A word that is well known in a place is no slip of another; but for two that begin alike."""
    known = PLACES[place]
    assert [word for word in known if slip_of(word, [one for one in known if one != word])] == NEAR.get(place, [])
