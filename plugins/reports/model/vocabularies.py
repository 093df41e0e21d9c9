"""The vocabularies of the report format, and what stands for redacted words."""

LANGUAGES = ("ar", "en")

PLACE_KINDS = tuple("country governorate district city town village camp neighbourhood facility road area".split())
ACTOR_KINDS = tuple(
    "government state-forces rebel-group political-militia identity-militia external-forces un igo ngo "
    "civil-defence civilians other".split()
)
SOURCE_KINDS = tuple(
    "news-agency newspaper broadcaster news-site state-media government un igo ngo monitor civil-defence "
    "medical activists party-to-conflict witness expert social-media person".split()
)
EVENT_TYPES = tuple(
    "armed-clash air-strike drone-strike shelling missile-strike bombing chemical-weapon "
    "attack-on-civilians abduction sexual-violence siege territory-changes-hands ceasefire agreement "
    "agreement-ends evacuation displacement aid arrest looting destruction protest diplomacy statement "
    "other".split()
)
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
OUTCOMES = ("killed", "injured", "missing", "detained", "displaced")
WHO = ("civilians", "combatants", "unknown")
PARTS = ("children", "women", "men", "elderly", "medics", "journalists")
SCOPES = ("incident", "cumulative")
STANCES = ("asserts", "denies", "concedes", "accuses", "urges")
QUOTES = ("direct", "indirect")
#: How an originator is identified; the last goes with a claim that names nobody and is no word of the registry.
IDENTIFIED = ("named", "role", "unnamed", "institution")
UNATTRIBUTED = "unattributed"
RELIABILITY = tuple("ABCDEF")
CREDIBILITY = tuple("123456")
STATUSES = ("draft", "published")
#: How Arabic pages name the months, and which digits they write; see ``bilingual.cldr``.
MONTHS = ("levantine", "iraqi", "egyptian", "maghrebi")
DIGITS = ("latn", "arab")
#: What stands in place of redacted words, whatever their length.
BAR = "\u2588\u2588\u2588\u2588"
