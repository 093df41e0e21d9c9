"""The pages that the browser looks at."""

SECTIONS = ("", "timeline/", "casualties/", "sources/", "method/", "about/")

#: Of the golden site: a page with almost everything, and one without translation.
MARKET = "briefings/2031-03-05-marzuba-market/"
WINTER = "briefings/tallun-winter/"
#: Of the project's own site: one with many figures.
REAL = "briefings/2016-11-20-school-and-chlorine/"


def paths(lang: str, *extra: str) -> list[str]:
    """The pages of a language, and the one of both."""
    return [f"{lang}/{name}index.html" for name in (*SECTIONS, *extra)] + ["index.html"]
