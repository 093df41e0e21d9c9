"""The vocabularies of the report format, and what stands for redacted words."""

LANGUAGES = ("ar", "en")

PLACE_KINDS = tuple("country governorate district city town village camp neighbourhood facility road area".split())
ACTOR_KINDS = tuple(
    "government state-forces rebel-group political-militia identity-militia external-forces police tribe un igo ngo "
    "civil-defence civilians unidentified other".split()
)
SOURCE_KINDS = tuple(
    "news-agency newspaper broadcaster news-site state-media government military police local-authority un igo ngo "
    "monitor civil-defence medical activists party-to-conflict witness expert social-media person".split()
)
EVENT_TYPES = tuple(
    "armed-clash air-strike drone-strike shelling missile-strike bombing mine chemical-weapon shooting "
    "attack-on-civilians execution torture abduction sexual-violence siege territory-changes-hands ceasefire agreement "
    "agreement-ends evacuation displacement aid arrest looting destruction protest diplomacy statement "
    "other".split()
)
TARGETS = tuple(
    "housing market school university hospital ambulance place-of-worship camp aid-convoy media water power fuel "
    "bakery farmland road vehicle checkpoint military government cultural other".split()
)
#: How exactly an event's point is known, from the exact spot to somewhere in its province.
ACCURACIES = ("exact", "street", "neighbourhood", "town", "district", "province")
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
KILLED, INJURED, EITHER = "killed", "injured", "killed-or-injured"
OUTCOMES = (KILLED, INJURED, EITHER, "died", "missing", "abducted", "detained", "displaced")
UNITS = ("people", "families")
WHO = ("civilians", "combatants", "unknown")
#: What `including` knows besides actors: by sex and age, by work, by status.
WORDS = tuple("children women men girls boys elderly medics journalists aid-workers rescuers teachers students".split())
PARTS = (*WORDS, "civilians", "combatants")
SCOPES = ("incident", "cumulative")
STANCES = ("asserts", "denies", "concedes", "accuses", "urges", "claims-responsibility")
#: What a denial denies.
DENIED = ("number", "event", "responsibility")
QUOTES = ("direct", "indirect")
#: How an originator is identified; the last goes with a claim that names nobody and is no word of the registry.
IDENTIFIED = ("named", "role", "unnamed", "institution")
UNATTRIBUTED = "unattributed"
RELIABILITY = tuple("ABCDEF")
CREDIBILITY = tuple("123456")
STATUSES = ("draft", "published")
#: How Arabic pages name the months, and which digits they write; see ``bilingual.cldr``.
MONTHS = ("levantine", "iraqi", "egyptian", "maghrebi", "levantine-egyptian")
DIGITS = ("latn", "arab")
#: What stands in place of redacted words, whatever their length.
BAR = "\u2588\u2588\u2588\u2588"
