"""The pages that the browser looks at."""

SECTIONS = ("", "timeline/", "casualties/", "sources/", "method/", "about/")

#: Of the golden site: a page with almost everything, one without translation, and one with redacted words.
MARKET = "briefings/2031-03-05-marzuba-market/"
WINTER = "briefings/tallun-winter/"
BRIDGE = "briefings/2031-03-07-qandara/"
#: Of the project's own site: one with many figures.
REAL = "briefings/2016-11-20-school-and-chlorine/"


def paths(lang: str, *extra: str) -> list[str]:
    """The pages of a language, and the one of both."""
    return [f"{lang}/{name}index.html" for name in (*SECTIONS, *extra)] + ["index.html"]
