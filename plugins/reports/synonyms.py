"""Words that authors try for what the format has by another name: ``wounded`` for ``injured``, ``families`` for
``unit: families``.

A word can stand for several. Which of them is meant, the place says: it knows some words only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from . import messages
from .messages import Message
from .model import OUTCOMES
from .nearest import slip_of

#: What is tried, and what is offered for it: keys, words of a vocabulary, or a key with its value.
_TABLE = """
wounded hurt wounds injuries maimed = injured
dead deaths death fatalities fatality = killed, died
murdered slain martyrs martyred = killed
starved starvation famine hunger cold disease natural-causes = died
casualties victims dead-or-injured dead-and-injured killed-and-injured = killed-or-injured
killed-or-wounded killed-and-wounded = killed-or-injured
kidnapped hostages hostage captured captives = abducted, detained
arrested imprisoned jailed prisoners detainees = detained
disappeared lost unaccounted = missing
refugees homeless evacuated uprooted fled idps = displaced
households household families family = unit: families, families
people persons person individuals individual = unit: people, people
children women men girls boys elderly medics journalists aid-workers rescuers teachers students = including: {…}
kids minors infants babies child = children, including: {children: …}
female females woman = women, including: {women: …}
male males man = men, including: {men: …}
old-people elders aged pensioners = elderly
doctors nurses paramedics health-workers = medics
reporters press journalist photographers = journalists
humanitarians humanitarian-workers = aid-workers
pupils schoolchildren = students
soldiers fighters fighter militants military army troops combatant = combatants, who: combatants
civilian noncombatants non-combatants = civilians, who: civilians
civilians combatants = who: …
all everybody everyone total mixed unspecified both = unknown
class group category status = who
included of-whom among breakdown = including
side affiliation belonging belongs-to force actor = of, side, part-of
date dates day time datetime = when, published, as-of, period, on
timeframe time-period since = period
place places locality = where, territory
location = where, territory, point
region area site district = where, territory
coordinates coords latlon lat lon latitude longitude gps geo = point
precision exactness = accuracy
category event-type = type, kind
kind = type
type = kind, stance
parties participants actor belligerents perpetrator perpetrators attacker attackers = actors, blames
responsible responsibility accused culprit blamed suspects = blames
weapons munition munitions ammunition = weapon
targets targeted = target
strikes raids number-of-attacks shells = attacks
confidence verification rating certainty = grade, reliability
draft unfinished preliminary tentative status = provisional, first-count
context = background
parent umbrella belongs = part-of, within
part-of = within
within = part-of
cause reason = type, weapon
same = same-as
identifier reference ref number = code
old-ids old-id aliases previous formerly old-code = former
comment comments notes remark remarks editors-note = note
name headline heading = title
title = name, role
description = note, tagline
source speaker author originator origin who says said-by attributed-to claimant = by, publisher
sources = by, documents, publisher
outlet newspaper media carried-by relayed-by relay through reported-by channel = via, publisher
document read-in seen-in = in, documents
text quotation original exact-words wording verbatim = words
said said-on said-at timestamp = as-of
replaces supersedes corrects revises update = updates
first provisional = first-count
event events incident concerning = about
incident incidents = events
denied disputes contradicts rejects refutes = denies
admiralty = reliability, credibility
toll figures numbers losses = casualties
killed injured died missing abducted detained displaced killed-or-injured = casualties: [{…}]
quoted = quote
attribution anonymity = identified
publication published-by = publisher
released publication-date = published
link href address website uri web = url
wayback archived archive-url cached = archive
accessed downloaded fetched = retrieved
hash checksum digest sha sha-256 = sha256
language locale = lang
main-event focus subject = main
limitation limitations caveat caveats = limits
errata correction = corrections
statements assertions allegations = claims
docs = documents
acknowledge ignore = acknowledged
names label = name
alias aka also-known-as other-names synonyms = aliases
in located-in inside contained-in = within
geonames wikidata pcode = ids: {…}
parent-organisation owner member-of affiliated-with = part-of
allegiance camp bloc faction = side
represents spokesperson-for spokesman-for actor = speaks-for
position job function = role
arabic ara = ar
english eng = en
subtitle motto slogan = tagline
email mail e-mail = contact
organisation organization owner = publisher
domain base-url siteurl website = url
month-names calendar = months
numerals = digits
donors funders funded-by money = funding
coverage = scope
harm = which-harm
originals = published-originals
files formats = attachments
clash battle fighting combat firefight = armed-clash
bombardment artillery mortar mortars = shelling
airstrikes air-raid barrel-bomb = air-strike
uav drone = drone-strike
rocket rockets rocket-attack missile = missile-strike
explosion ied car-bomb suicide-attack suicide-bombing explosives = bombing
landmine landmines = mine
gas chemical chlorine = chemical-weapon
sniper sniping gunfire = shooting
beheading hanging = execution
assassination = shooting, execution
massacre = attack-on-civilians, execution
kidnapping hostage-taking = abduction
detention arrests = arrest
rape = sexual-violence
blockade = siege
capture advance takeover = territory-changes-hands
truce = ceasefire
deal = agreement
demonstration = protest
talks negotiations meeting = diplomacy
speech = statement
pillage = looting
humanitarian-aid relief = aid
home homes house houses residential apartment = housing
mosque church shrine = place-of-worship
clinic health-centre = hospital
bridge = road
car bus truck = vehicle
electricity = power
oil = fuel
farm crops = farmland
idp-camp = camp
says states claims confirms affirms announces reports = asserts
admits acknowledges = concedes
blames alleges = accuses
deny = denies
calls-for demands = urges
claims-credit = claims-responsibility
anonymous unidentified = unnamed
paraphrased paraphrase reported = indirect
verified proven = confirmed
disputed = contested
rejected false unfounded = discounted
doubtful = weak
building exactly = exact
city village = town
province state = governorate
governorate state = province
quarter suburb = neighbourhood
total toll = cumulative
count figure amount toll = number
blame = responsibility
tv television radio = broadcaster
website = news-site
agency wire = news-agency
journalist reporter official = person
eyewitness = witness
analyst = expert
militia = political-militia, identity-militia
rebels insurgents armed-group = rebel-group
soldiers army military armed-forces = state-forces
regime state = government
hamlet = village
school hospital building = facility
street highway = road
syrian shami = levantine, levantine-egyptian
both = levantine-egyptian
western = latn
eastern arabic-indic = arab
"""

_HARM = "casualties killed injured wounded dead deaths died killed-or-injured missing abducted detained displaced"
_FAMILIES = "families households family household"

#: Where no word does: what is tried, a key that tells the place, and what is said.
_SAID = (
    ("cause causes reason cause-of-death", "died", messages.CAUSE_OF_HARM),
    ("cause causes cause-of-death", "credibility", messages.CAUSE_OF_HARM),
    ("source sources by via says according-to", "died", messages.SPEAKERS_BESIDE),
    (f"{_HARM} victims toll {_FAMILIES}", "same-as", messages.FIGURES_IN_CLAIM),
    ("source sources by via says according-to", "same-as", messages.SPEAKERS_IN_CLAIM),
    (_FAMILIES, "medics", messages.FAMILIES_APART),
    (_HARM, "medics", messages.HARM_APART),
    ("title headline summary status draft translator", "corrections", messages.HEADER_IN_TEXT),
)


def _offered() -> dict[str, list[str]]:
    """What is offered for each word, in the order of the table."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in _TABLE.strip().splitlines():
        tried, _, offered = line.partition(" = ")
        for word in tried.split():
            found[word] += offered.split(", ")
    return dict(found)


OFFERED = _offered()


def meant(word: str, known: Collection[str], actors: Collection[str] = ()) -> Message | None:
    """A hint that names what an author meant who wrote ``word`` where only the ``known`` words stand, or the ids of
    ``actors``; ``None`` where that cannot be said."""
    tried = word.lower().replace("_", "-").replace(" ", "-")
    for words, place, message in _SAID:
        if place in known and tried in words.split():
            return message()
    every = OFFERED.get(tried, ())
    offered = [one for one in every if one.partition(":")[0] in known]
    if not offered and "casualties" in known:
        outcomes = [f"{one}: …" for one in every if one in OUTCOMES]
        units = [f"…, {one}" for one in every if one.startswith("unit:")]
        offered = [f"casualties: [{{{entry}}}]" for entry in (*outcomes, *units)]
    if len(offered) > 1:
        return messages.DID_YOU_MEAN_EITHER(first=offered[0], second=offered[1])
    near = offered[0] if offered else slip_of(word, [*known, *actors])
    return messages.DID_YOU_MEAN(word=near) if near else None
