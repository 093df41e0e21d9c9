"""What is found in templates and code, what a broken catalogue is told, and how one is updated."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bilingual import CatalogueError, load_voices
from bilingual.__main__ import main
from bilingual.catalogue import AUTHORS, OWN_TRANSLATIONS, catalogue_path, read_catalogue
from bilingual.extracting import find_messages
from bilingual.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[3]
THEME = ROOT / "themes" / "briefing"
BRIEFINGS = ROOT / "plugins" / "briefings"

TEMPLATE = """
<h1>{{ _("Briefings") }}</h1>
{{ gettext("Hello, %(name)s", name="x") }} {{ pgettext("page", "About") }}
{% trans count=2 %}
  One <b>report</b>
{% pluralize %}
  {{ count }} <b>reports</b>
{% endtrans %}
{{ voice.other.gettext(N_("Method")) }} {{ ngettext("%(num)s claim", "%(num)s claims", 3) }}
"""
CODE = """
from bilingual import N_
TITLES = {"method": N_("Method")}
def speak(voice, page):
    return voice.gettext(
        "Said by "
        "%(who)s",
        who=1,
    ), voice.npgettext("page", "%(num)s source", "%(num)s sources", 2), voice.gettext(TITLES[page])
"""
ARABIC = {
    (None, "Briefings"): "إحاطات",
    (None, "Hello, %(name)s"): "مرحباً %(name)s",
    ("page", "About"): "عن الموقع",
    (None, "One <b>report</b>"): (
        "لا <b>تقارير</b>",
        "<b>تقرير</b> واحد",
        "<b>تقريران</b>",
        "%(count)s <b>تقارير</b>",
        "%(count)s <b>تقريراً</b>",
        "%(count)s <b>تقرير</b>",
    ),
    (None, "%(num)s claim"): (
        "لا إفادات",
        "إفادة واحدة",
        "إفادتان",
        "%(num)s إفادات",
        "%(num)s إفادة",
        "%(num)s إفادة",
    ),
    (None, "Method"): "المنهج",
    (None, "Said by %(who)s"): "قاله %(who)s",
    ("page", "%(num)s source"): (
        "لا مصادر",
        "مصدر",
        "مصدران",
        "%(num)s مصادر",
        "%(num)s مصدراً",
        "%(num)s مصدر",
    ),
}

#: Messages to authors, and their Arabic.
TABLE = """
NO_TITLE = Template("no-title", "the header has no title", "begin with `Title: …`")
LABEL = Template("label", "there is no footnote `%(label)s`", "add one", about="label")
HERE = Phrase("here")
PLAIN = Template("", text)
"""
AUTHORS_IN_ARABIC = """
msgid "add one"
msgstr "أضف واحدة"

msgid "begin with `Title: …`"
msgstr "ابدأ بـ `Title: …`"

msgid "here"
msgstr "هنا"

#, python-format
msgid "there is no footnote `%(label)s`"
msgstr "لا توجد حاشية باسم `%(label)s`"

msgid "the header has no title"
msgstr "الترويسة بلا عنوان"
"""


class Site:
    """A little site of its own with templates, code and complete catalogues."""

    def __init__(self, folder: Path, own_translations: Path) -> None:
        self.templates, self.code = folder / "templates", folder / "code"
        self.translations = folder / "translations"
        self.template, self.arabic = self.templates / "page.html", catalogue_path(self.translations, "ar")
        self.table, self.authors = folder / "table", catalogue_path(self.translations, "ar", AUTHORS)
        files = ((self.template, TEMPLATE), (self.code / "titles.py", CODE), (self.table / "marks.py", TABLE))
        for path, text in files:
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
        self.authors.parent.mkdir(parents=True)
        header = catalogue_path(OWN_TRANSLATIONS, "ar", AUTHORS).read_text("utf-8").partition("\n\n")[0]
        self.authors.write_text(f"{header}\n\n{AUTHORS_IN_ARABIC}", "utf-8")
        for lang in LANGUAGES:
            own = catalogue_path(own_translations, lang).read_text(encoding="utf-8")
            path = catalogue_path(self.translations, lang)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(own + "\n" + (self.entries() if lang == "ar" else ""), encoding="utf-8")

    def entries(self) -> str:
        found = find_messages(self.templates, [self.code])
        return "\n".join(self.entry(found[key], translation) for key, translation in ARABIC.items())

    def entry(self, wanted, translation) -> str:
        context, singular = wanted.key
        lines = [f'msgctxt "{context}"'] if context else []
        lines.append(f'msgid "{singular}"')
        if wanted.plural is None:
            return "\n".join([*lines, f'msgstr "{translation}"\n'])
        lines.append(f'msgid_plural "{wanted.plural}"')
        return "\n".join([*lines, *(f'msgstr[{n}] "{form}"' for n, form in enumerate(translation)), ""])

    def load(self):
        return load_voices(self.translations, self.templates, code=[self.code])

    def change(self, old: str, new: str) -> int:
        """Replace a piece of the Arabic catalogue; returns the line of the entry that it is in."""
        text = self.arabic.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        self.arabic.write_text(text.replace(old, new), encoding="utf-8")
        above = text[: text.index(old) + len(old)].splitlines()
        return max(number for number, line in enumerate(above, 1) if line.startswith("msgid "))

    def problems(self) -> list:
        with pytest.raises(CatalogueError) as caught:
            self.load()
        assert str(caught.value) == "\n".join(str(problem) for problem in caught.value.problems)
        return caught.value.problems

    def run(self, command: str) -> int:
        places = ["--translations", self.translations, "--templates", self.templates, "--code", self.code]
        places += ["--table", self.table, "--author-translations", self.translations]
        return main([command, *map(str, places)])


def ids_of(text: str) -> list[str]:
    return [line[len('msgid "') : -1] for line in text.splitlines() if line.startswith("msgid ")]


@pytest.fixture
def site(tmp_path, own_translations) -> Site:
    return Site(tmp_path, own_translations)


# What is found


def test_messages_of_templates_and_code(site):
    found = find_messages(site.templates, [site.code])
    assert {key for key, wanted in found.items() if wanted.path.parent in (site.templates, site.code)} == set(ARABIC)
    assert found[None, "One <b>report</b>"].plural == "%(count)s <b>reports</b>"
    about = found["page", "About"]
    assert (about.path, about.line) == (site.template, 3)
    assert site.template.read_text().splitlines()[2][about.column - 1 :].startswith('About"')


def test_a_site_speaks(site):
    voices = site.load()
    assert voices["ar"].gettext("Said by %(who)s", who="سانا") == "قاله سانا"
    assert voices["en"].gettext("Said by %(who)s", who="SANA") == "Said by SANA"
    assert voices["ar"].ngettext("%(num)s claim", "%(num)s claims", 2) == "إفادتان"
    assert voices["en"].ngettext("%(num)s claim", "%(num)s claims", 1) == "1 claim"


def test_english_may_differ_from_its_messages(site):
    english = catalogue_path(site.translations, "en")
    english.write_text(english.read_text() + '\nmsgid "Briefings"\nmsgstr "Our briefings"\n')
    assert site.load()["en"].gettext("Briefings") == "Our briefings"
    assert site.run("update") == 0
    assert site.load()["en"].gettext("Briefings") == "Our briefings"


def test_a_template_with_an_error(site):
    site.template.write_text("\n{{ _('x' }}")
    [problem] = site.problems()
    assert (problem.path, problem.line, problem.hint) == (site.template, 2, "mend the template")


def test_code_with_an_error(site):
    (site.code / "titles.py").write_text("speak = voice.gettext('x'\n")
    [problem] = site.problems()
    assert (problem.path, problem.hint) == (site.code / "titles.py", "mend the code")
    assert "EOF in multi-line statement" in problem.message


def test_a_template_that_is_not_utf8(site):
    site.template.write_bytes("{{ _('é') }}".encode("latin-1"))
    [problem] = site.problems()
    assert str(problem) == f"{site.template}:1:1: the file is not UTF-8; save it as UTF-8"


def test_a_message_with_two_plurals(site):
    site.template.write_text(TEMPLATE + '{{ _("%(num)s claim", num=1) }}')
    [problem] = site.problems()
    assert "'%(num)s claim' has another plural at" in problem.message
    assert problem.path == site.template


# What a broken catalogue is told


def test_a_missing_message_is_told_where_it_is_spoken(site):
    site.template.write_text(TEMPLATE + '<p>{{ _("New words") }}')
    [problem] = site.problems()
    line = len(TEMPLATE.splitlines()) + 1
    assert (problem.path, problem.line, problem.column) == (site.template, line, 10)
    assert str(problem) == (
        f"{site.template}:{line}:10: 'New words' is missing in the catalogue of 'ar'; "
        f"run `python -m bilingual update` and translate it in ar/LC_MESSAGES/messages.po"
    )


BROKEN = [
    ('msgstr "إحاطات"', 'msgstr ""', "'Briefings' is not translated", "write its translation"),
    ('msgid "Briefings"', '#, fuzzy\nmsgid "Briefings"', "'Briefings' is marked fuzzy", "delete the mark"),
    ("مرحباً %(name)s", "مرحباً", "'Hello, %(name)s' has other placeholders", "the placeholders are: %(name)s"),
    ("مرحباً %(name)s", "مرحباً %(nam)s", "has other placeholders", "the placeholders are: %(name)s"),
    ('"إحاطات"', '"إحاطات %(name)s"', "has other placeholders", "the placeholders are: none"),
    (
        '"%(num)s إفادات"',
        '"إفادات"',
        "'%(num)s claim' has other placeholders",
        "the placeholders are: %(num)s",
    ),
    ('"إحاطات"', '"100% إحاطات"', "has a percent sign by itself", "write %% for a percent sign"),
    ("مرحباً %(name)s", "مرحباً %(name)d", "has other placeholders", "the placeholders are: %(name)s"),
    ("لا <b>تقارير</b>", "لا تقارير", "has other HTML tags", "use the tags of the message"),
    ('msgstr[2] "إفادتان"\n', "", "has not all of its 6 plural forms", "write msgstr[2]"),
    ('msgstr[2] "إفادتان"', 'msgstr[2] ""', "has not all of its 6 plural forms", "write msgstr[2]"),
    ('msgid_plural "%(num)s claims"', 'msgid_plural "claims"', "has another plural on the site", "update"),
    (
        'msgid "Briefings"',
        'msgid "Old"\nmsgstr "قديم"\n\nmsgid "Briefings"',
        "'Old' is spoken nowhere",
        "update",
    ),
    (
        'msgid "Briefings"',
        'msgid "Method"\nmsgstr "منهج"\n\nmsgid "Briefings"',
        "'Method' is here twice",
        "keep one of the two",
    ),
    (
        'msgid "Briefings"',
        '#~ msgid "Old"\n#~ msgstr "قديم"\n\nmsgid "Briefings"',
        "'Old' is obsolete",
        "delete the entry",
    ),
]


@pytest.mark.parametrize(("old", "new", "what", "hint"), BROKEN)
def test_a_broken_catalogue(old, new, what, hint, site):
    site.change(old, new)
    [problem] = site.problems()
    assert problem.path == site.arabic
    assert what in problem.message
    assert hint in problem.hint
    assert str(problem).startswith(f"{site.arabic}:{problem.line}:1: ")
    line = site.arabic.read_text().splitlines()[problem.line - 1]
    assert line.removeprefix("#~ ").startswith("msgid ")


UNREADABLE = [
    ('msgstr "إحاطات"', 'msgstr "إحاطات', "this is no line of a catalogue"),
    ('msgstr "إحاطات"', '<<<<<<< HEAD\nmsgstr "إحاطات"', "this is no line of a catalogue"),
    ('msgstr "إحاطات"', 'msgstr "قال "إحاطات""', "this is no line of a catalogue"),
    ('msgstr "إحاطات"', 'translation "إحاطات"', "this is no line of a catalogue"),
    ('msgstr "إحاطات"', "", "missing msgstr for msgid 'Briefings'"),
    ('msgstr[5] "%(num)s مصدر"', 'msgstr[6] "%(num)s مصدر"', "more translations than num_plurals"),
    ("nplurals=6", "nplurals=4", "the header has other plural forms"),
    ("n%100>=11 ? 4 : 5", "n%100>=11 ? 5 : 4", "the header has other plural forms"),
]


@pytest.mark.parametrize(("old", "new", "what"), UNREADABLE)
def test_a_catalogue_that_cannot_be_read(old, new, what, site):
    site.change(old, new)
    [problem] = site.problems()
    assert problem.path == site.arabic
    assert what in problem.message
    before = site.arabic.read_text()
    assert site.run("update") == 1
    assert site.arabic.read_text() == before


def test_a_catalogue_that_is_not_there(site):
    site.arabic.unlink()
    [problem] = site.problems()
    assert str(problem) == (f"{site.arabic}:1:1: there is no such catalogue; run `python -m bilingual update`")


def test_a_catalogue_that_is_not_utf8(site):
    site.arabic.write_bytes(site.arabic.read_text().encode("utf-16"))
    [problem] = site.problems()
    assert "not UTF-8" in problem.message


def test_everything_is_told_at_once(site):
    site.change('msgstr "إحاطات"', 'msgstr ""')
    site.change('msgid "Method"', '#, fuzzy\nmsgid "Method"')
    site.template.write_text(TEMPLATE + '{{ _("One") }}{{ _("Two") }}')
    english = catalogue_path(site.translations, "en")
    english.write_text(english.read_text() + '\nmsgid "Old"\nmsgstr "Aged"\n')
    assert len(site.problems()) == 5


# Update and check from the command line


def test_update_brings_new_messages_in_and_unused_ones_out(site, capsys):
    site.template.write_text(TEMPLATE.replace("Briefings", "Latest").replace("claim", "statement"))
    assert site.run("update") == 0
    report = capsys.readouterr().out
    assert "2 new, 2 taken out" in report
    assert "taken out: 'Briefings' = 'إحاطات'" in report
    catalogue = read_catalogue(site.arabic, "ar")
    assert catalogue.get("Latest").string == ""
    assert catalogue.get("%(num)s statement").string == ("",) * 6
    assert catalogue.get("Method").string == "المنهج"
    assert not catalogue.obsolete
    assert site.run("check") == 1
    assert "'Latest' is not translated" in capsys.readouterr().err


def test_update_keeps_a_file_in_order(site):
    site.change('msgid "Briefings"', '# ask the editors\nmsgid "Briefings"')
    site.run("update")
    once = site.arabic.read_text()
    site.run("update")
    assert site.arabic.read_text() == once
    assert "# ask the editors\n" in once
    assert "#:" not in once
    assert "POT-Creation-Date" not in once
    assert ids_of(once) == sorted(ids_of(once))


def test_a_message_that_becomes_plural_is_looked_at_again(site):
    site.template.write_text(TEMPLATE.replace('_("Briefings")', 'ngettext("Briefings", "All", 2)'))
    site.run("update")
    assert {"is marked fuzzy", "has not all of its 6 plural forms"} <= {
        problem.message.removeprefix("'Briefings' ") for problem in site.problems()
    }


def test_update_makes_catalogues(site, tmp_path):
    site.translations = tmp_path / "new"
    assert site.run("update") == 0
    for lang, (count, expression) in ((lang, one.plural) for lang, one in LANGUAGES.items()):
        text = catalogue_path(site.translations, lang).read_text()
        assert f"nplurals={count}; plural={expression};" in text
    assert "msgid" not in catalogue_path(site.translations, "en").read_text().split("Plural-Forms")[1]


def test_check_says_that_all_is_well(site, capsys):
    assert site.run("check") == 0
    assert capsys.readouterr().out == "The catalogues are complete.\n"


# The catalogues of this project


def test_the_projects_catalogues_are_complete_and_quickly_checked():
    times = []
    for _ in range(3):
        begin = time.process_time()  # the machine may be busy with other tests
        load_voices(THEME / "translations", THEME / "templates", code=[BRIEFINGS])
        times.append(time.process_time() - begin)
    assert min(times) < 1.5


def test_messages_to_authors_have_a_catalogue_of_their_own(site, capsys):
    """Both what is wrong and what to do are translated; codes, and names of values, are not."""
    assert site.run("check") == 0
    authors = site.authors.read_text("utf-8")
    site.authors.write_text(authors.replace('msgid "here"\nmsgstr "هنا"\n', ""), "utf-8")
    assert site.run("check") == 1
    assert "marks.py:4:16: 'here' is missing in the catalogue of 'ar'" in capsys.readouterr().err
    assert site.run("update") == 0
    assert 'msgid "here"\nmsgstr ""' in site.authors.read_text("utf-8")
    site.authors.write_text(authors.replace("باسم `%(label)s`", "باسم ما"), "utf-8")
    assert site.run("check") == 1
    assert "the placeholders are: %(label)s" in capsys.readouterr().err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_projects_catalogues_are_in_order(lang):
    text = catalogue_path(THEME / "translations", lang).read_text(encoding="utf-8")
    assert ids_of(text) == sorted(ids_of(text))
    assert "\u202b" not in text
    assert "\u200f" not in text
