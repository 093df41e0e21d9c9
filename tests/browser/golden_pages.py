"""The pages that the browser looks at."""

SECTIONS = (
    "", "dossiers/", "timeline/", "casualties/", "places/", "actors/", "sources/", "corrections/", "data/", "method/",
    "about/",
)  # fmt: skip

#: Of the golden site: a dossier with and one without translation, and a page of each kind of entry, and of a month.
GATHERED = (
    "dossiers/valley-spring/", "dossiers/orchard-march/", "places/marzuba/", "actors/sarandian-army/",
    "sources/lantern-doctor/", "months/2031-03/",
)  # fmt: skip

#: Of the golden site: a page with almost everything, and one without translation.
MARKET = "briefings/2031-03-05-marzuba-market/"
WINTER = "briefings/tallun-winter/"
#: Of the project's own site: one with many figures.
REAL = "briefings/2016-11-20-school-and-chlorine/"
DOSSIER = "dossiers/october-raids/"


def paths(lang: str, *extra: str) -> list[str]:
    """The pages of a language, and the one of both."""
    return [f"{lang}/{name}index.html" for name in (*SECTIONS, *extra)] + ["index.html"]
