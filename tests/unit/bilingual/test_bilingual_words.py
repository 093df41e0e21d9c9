"""Vocabularies, lists, direction, and the voices in Jinja's templates."""

from __future__ import annotations

import re

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

import bilingual
from bilingual import Voices, vocabulary
from bilingual.catalogue_problems import UnknownMessage
from bilingual.direction import FSI, PDI
from bilingual.extracting import find_messages
from reports import model


def test_two_voices(voices, ar, en):
    assert isinstance(voices, Voices)
    assert list(voices) == ["ar", "en"]
    assert (ar.lang, ar.dir, ar.other) == ("ar", "rtl", en)
    assert (en.lang, en.dir, en.other) == ("en", "ltr", ar)


# Vocabularies

VOCABULARIES = {
    "event-type": model.EVENT_TYPES,
    "outcome": model.OUTCOMES,
    "who": (*model.WHO, "all"),
    "including": model.PARTS,
    "grade": model.GRADES,
    "stance": model.STANCES,
    "identified": (*model.IDENTIFIED, model.UNATTRIBUTED),
    "quote": model.QUOTES,
    "denied": model.DENIED,
    "unit": model.UNITS,
    "target": model.TARGETS,
    "accuracy": model.ACCURACIES,
    "scope": model.SCOPES,
    "place-kind": model.PLACE_KINDS,
    "actor-kind": model.ACTOR_KINDS,
    "source-kind": model.SOURCE_KINDS,
    "reliability": model.RELIABILITY,
    "credibility": model.CREDIBILITY,
    "date-precision": tuple("12345"),
    "place-precision": tuple("123456"),
}


def test_every_vocabulary_is_here():
    assert {name: set(words) for name, words in vocabulary.LABELS.items()} == {
        name: set(words) for name, words in VOCABULARIES.items()
    }


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_has_a_label_of_its_own(name, ar, en):
    for voice in (ar, en):
        labels = [voice.word(name, word) for word in VOCABULARIES[name]]
        assert all(labels)
        assert len(set(labels)) == len(labels)
        assert {voice.direction_of(label) for label in labels} == {voice.dir}


def test_labels(ar, en):
    assert (en.word("event-type", "air-strike"), ar.word("event-type", "air-strike")) == (
        "Air strike",
        "غارة جوية",
    )
    assert (en.word("who", "unknown"), en.word("who", "all")) == ("Not said whether civilian", "All people")
    assert ar.word("date-precision", 1) == "اليوم معروف"
    assert ar.word("source-kind", "government") != ar.word("actor-kind", "government")


def test_grades_are_defined(ar, en):
    for voice in (ar, en):
        definitions = [voice.definition("grade", grade) for grade in model.GRADES]
        assert all(text.endswith(".") for text in definitions)


@pytest.mark.parametrize("ask", [("event-type", "air-raid"), ("colour", "red")])
def test_a_word_that_is_in_no_vocabulary(ask, en):
    with pytest.raises(KeyError):
        en.word(*ask)
    with pytest.raises(KeyError):
        en.definition(*ask)


def test_our_own_messages_leave_digits_to_the_setting(ar, own_translations):
    for context, message in find_messages(own_translations / "no-templates"):
        spoken = ar._translations.pgettext(context, message) if context else ar._translations.gettext(message)
        assert not re.search("[0-9٠-٩]", spoken), spoken


# Messages


def test_numbers_in_messages_are_spoken(en, arab):
    message = ("people", "%(num)s person killed", "%(num)s people killed")
    assert en.npgettext(*message, 1234) == "1,234 people killed"
    assert arab.npgettext(*message, 1234) == "١٬٢٣٤ قتيلاً"
    assert arab.pgettext("dates", "since %(date)s", date="2016") == "منذ 2016"


def test_html_among_the_values_makes_html(en):
    said = en.pgettext("people", "at least %(people)s", people=Markup("<b>3</b>"))
    assert isinstance(said, Markup)
    assert said == "at least <b>3</b>"
    assert not isinstance(en.pgettext("people", "at least %(people)s", people="<b>"), Markup)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_message_that_no_catalogue_has(lang, voices):
    voice = voices[lang]
    with pytest.raises(UnknownMessage, match="no catalogue has the message 'Nowhere'"):
        voice.gettext("Nowhere")
    for ask in (
        lambda: voice.ngettext("Nowhere", "Nowheres", 1),
        lambda: voice.ngettext("Nowhere", "Nowheres", 3),
        lambda: voice.pgettext("dates", "Nowhere"),
        lambda: voice.npgettext("dates", "Nowhere", "Nowheres", 3),
    ):
        with pytest.raises(UnknownMessage):
            ask()


def test_a_name_in_two_languages(ar, en):
    pair = {"ar": "حلب", "en": "Aleppo"}
    assert (ar.name(pair), en.name(pair)) == ("حلب", "Aleppo")
    assert en.name(model.Words("حلب", None)) is None


# Lists


def test_lists(ar, en):
    assert [en.list("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert [ar.list("أبج"[:n]) for n in range(4)] == ["", "أ", "أ وب", "أ وب وج"]
    assert en.list(["a", "b", "c", "d"], "or") == "a, b, c or d"
    assert ar.list(["أ", "ب", "ج"], "or") == "أ أو ب أو ج"


def test_a_list_of_html(ar):
    listed = ar.list(["<x>", Markup("<b>ب</b>")])
    assert isinstance(listed, Markup)
    assert listed == f"{FSI}&lt;x&gt;{PDI} و<b>ب</b>"
    assert not isinstance(ar.list(["أ", "ب"]), Markup)


def test_items_of_the_other_direction_keep_their_order(ar, en):
    assert en.list(["رويترز", "سانا", "AFP"]) == f"{FSI}رويترز{PDI}, {FSI}سانا{PDI} and AFP"
    assert ar.list(["سانا", "AFP"]) == f"سانا و{FSI}AFP{PDI}"
    assert ar.list(["11", "12"]) == "11 و12"


# Direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("حلب", "rtl"),
        ("Aleppo", "ltr"),
        ("2016 حلب", "rtl"),
        ("«Aleppo» حلب", "ltr"),
        (f"{FSI}Aleppo{PDI} حلب", "rtl"),
        (Markup('<a href="/x">حلب</a>'), "rtl"),
        ("עברית", "rtl"),
    ],
)
def test_direction_by_the_first_letter(text, direction, ar, en):
    assert ar.direction_of(text) == en.direction_of(text) == direction


def test_without_letters_a_voice_takes_its_own_direction(ar, en):
    assert (ar.direction_of("2016–17"), en.direction_of("2016–17")) == ("rtl", "ltr")


def test_isolates(ar):
    assert ar.isolate("Aleppo") == f"{FSI}Aleppo{PDI}"
    assert ar.isolate(Markup("<b>x</b>")) == Markup(f"{FSI}<b>x</b>{PDI}")
    assert isinstance(ar.isolate(Markup("x")), Markup)


@given(st.text(alphabet="aب1 \u2066\u2067\u2068\u2069"))
def test_isolates_are_always_balanced(ar, text):
    depth = 0
    for character in ar.isolate(text)[:-1]:
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        assert depth >= 1
    assert depth == 1
    assert ar.isolate(text).endswith(PDI)


# Jinja


def environment() -> jinja2.Environment:
    return jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)


def test_each_language_has_its_own_overlay(ar, en):
    env = environment()
    one, two = ar.install(env), en.install(env)
    template = '{{ voice.dir }}: {{ pgettext("dates", "since %(date)s", date=2016|string) }}'
    assert one.from_string(template).render() == "rtl: منذ 2016"
    assert two.from_string(template).render() == "ltr: since 2016"
    assert "gettext" not in env.globals
    assert "_" not in env.globals
    assert not env.extensions


def test_a_template_that_is_compiled_once_speaks_every_language(ar, en, monkeypatch):
    template = '{{ voice.dir }}: {{ pgettext("dates", "since %(date)s", date=2016|string) }}'
    env = jinja2.Environment(loader=jinja2.DictLoader({"page": template}), bytecode_cache=bilingual.CompiledOnce())
    assert ar.install(env).get_template("page").render() == "rtl: منذ 2016"
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    assert en.install(env).get_template("page").render() == "ltr: since 2016"


def test_templates_speak_numbers_and_escape_values(arab, en):
    template = '{{ npgettext("people", "%(num)s person killed", "%(num)s people killed", n) }}'
    assert arab.install(environment()).from_string(template).render(n=1234) == "١٬٢٣٤ قتيلاً"
    template = '{{ pgettext("people", "at least %(people)s", people=people) }}'
    page = en.install(environment()).from_string(template)
    assert page.render(people="<x>") == "at least &lt;x&gt;"
    assert page.render(people=Markup("<b>3</b>")) == "at least <b>3</b>"
    with pytest.raises(jinja2.UndefinedError):
        page.render()


def test_trans_blocks(arab, en):
    template = (
        '{% trans "people" num=n %}\n  {{ num }} person killed\n'
        "{% pluralize num %}\n  {{ num }} people killed\n{% endtrans %}"
    )
    assert arab.install(environment()).from_string(template).render(n=12) == "١٢ قتيلاً"
    assert en.install(environment()).from_string(template).render(n=1) == "1 person killed"


def test_without_autoescape_nothing_is_html(en):
    page = en.install(jinja2.Environment()).from_string(
        '{{ pgettext("people", "at least %(people)s", people=people) }}'
    )
    assert page.render(people="<x>") == "at least <x>"
