"""The texts of an incident in both languages, with their marks, and its record: as an author would write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bilingual import Voice, Voices, incident_words
from reports.edtf import parse_date
from reports.figure_notation import Figure, parse_figure
from reports.model import PARTS

from .counts import Count
from .entries import Entries, Name
from .incidents import Incident
from .told_sources import Document
from .yaml_lines import by_language, lines, quoted, several

_SPECIAL = re.compile(r"[\\`*_\[\]{}>!|~^]")


def escaped(text: str) -> str:
    """Words in which nothing is a mark, Markdown, HTML or a code."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};" if sign[0] in "`|~^" else "\\" + sign[0], text)


def mark(words: str, *ids: str, when: str = "") -> str:
    """Words with a mark around them."""
    attributes = [f".{id}" for id in ids] + ([f"when={when}"] if when else [])
    return f"[{words}]{{{' '.join(attributes)}}}"


@dataclass(frozen=True, slots=True)
class ReportWriter:
    """Writes the reports of one sheet. ``publisher`` published it, ``published`` is when, where a row does not say."""

    entries: Entries
    voices: Voices
    publisher: str
    published: str
    origin: str

    def files(self, incident: Incident) -> dict[str, str]:
        """The files of a report, by their names."""
        texts = {f"{lang}.md": self._text(incident, voice) for lang, voice in self.voices.items()}
        return {**texts, "record.yaml": self._record(incident)}

    # Texts

    def _name(self, id: str, lang: str) -> str:
        return self.entries.names[id].both[lang]

    def _marked(self, id: str, lang: str) -> str:
        return mark(escaped(self._name(id, lang)), id)

    def _own(self, id: str) -> str:
        """An id of the report itself, which no entry of the registry has."""
        return f"the-{id}" if id in self.entries.files else id

    def _text(self, incident: Incident, voice: Voice) -> str:
        lang = voice.lang
        blocks = [" ".join(self._happened(incident, voice)), *self._counted(incident, voice)]
        if incident.account:
            words = mark(escaped(_in(incident.account, lang)), self._account(incident))
            blocks.append(incident_words.quoted(voice, self._apart(self.publisher, voice), words))
        silent: list[str] = []
        heard = {told.by for told in incident.sources if told.words}
        for number, told in enumerate(incident.sources, 1):
            if told.words:
                words = mark(escaped(_in(told.words, lang)), self._own(f"source-{number}"))
                relays = [self._marked(told.via, lang)] if told.via else []
                blocks.append(incident_words.quoted(voice, self._apart(told.by, voice), words, relays))
            else:
                silent += [id for id in (told.by, told.via) if id and id not in heard and id not in silent]
        if silent:
            blocks.append(incident_words.sourced(voice, [self._marked(id, lang) for id in silent]))
        return "\n\n".join([f"Title: {self._title(incident, voice)}\nStatus: draft", *blocks]) + "\n"

    def _account(self, incident: Incident) -> str:
        """The claim that the publisher's own words are: that which counts, where one does, made in a second place."""
        return self._own("counted" if incident.counts else "account")

    def _apart(self, id: str, voice: Voice) -> str:
        """A marked name among words of this language, isolated where it runs the other way."""
        return voice.list([self._marked(id, voice.lang)])

    def _title(self, incident: Incident, voice: Voice) -> str:
        if incident.title:
            return incident.title.both[voice.lang]
        place = voice.list([self._name(incident.where, voice.lang)]) if incident.where else ""
        event = incident_words.happened(voice, self._type(incident, voice), place)
        return incident_words.titled(voice, event, voice.date_in_one_name(parse_date(incident.when)))

    def _type(self, incident: Incident, voice: Voice) -> str:
        return voice.list(voice.word("event-type", word) for word in incident.types)

    def _happened(self, incident: Incident, voice: Voice) -> Iterator[str]:
        event = self._own("incident")
        place = self._apart(incident.where, voice) if incident.where else ""
        happened = mark(incident_words.happened(voice, self._type(incident, voice), place), event)
        date = mark(voice.date_in_one_name(parse_date(incident.when)), when=incident.when)
        yield incident_words.told(voice, happened, date)
        if incident.attacks:
            yield mark(incident_words.attacked(voice, parse_figure(incident.attacks)), event) + "."
        if incident.actors:
            yield incident_words.named(voice, [self._marked(id, voice.lang) for id in incident.actors])

    def _counted(self, incident: Incident, voice: Voice) -> Iterator[str]:
        if not incident.counts:
            return
        publisher = self._apart(self.publisher, voice)
        said = incident_words.together(voice, (self._count(count, voice) for count in incident.counts))
        sentences = [incident_words.according(voice, publisher, mark(said, self._own("counted")))]
        if ranges := [count for count in incident.counts if count.range]:
            said = incident_words.together(
                voice,
                (incident_words.counted(voice, one.outcome, one.who, parse_figure(one.range)) for one in ranges),
            )
            sentences.append(incident_words.estimated(voice, publisher, mark(said, self._own("estimates"))))
        yield " ".join(sentences)

    def _count(self, count: Count, voice: Voice) -> str:
        parts: list[tuple[str, str, Figure]] = []
        for group, figure in count.parts.items():
            word, name = (group, "") if group in PARTS else ("", self._apart(group, voice))
            parts.append((word, name, parse_figure(figure)))
        return incident_words.counted(voice, count.outcome, count.who, parse_figure(count.best), parts)

    # The record

    def _record(self, incident: Incident) -> str:
        head = {"published": incident.published or self.published, "publisher": self.publisher}
        text = [f"# {self.origin}:{incident.row}", *lines(head, 0)]
        documents = {
            self._own(f"document-{number}"): told.document
            for number, told in enumerate(incident.sources, 1)
            if told.document
        }
        if documents:
            text += ["", "documents:"]
            for id, document in documents.items():
                text += [f"  {id}:", *lines(document_lines(document), 4)]
        text += ["", "events:", f"  {self._own('incident')}:", *lines(_event(incident), 4)]
        if claims := list(self._claims(incident)):
            text += ["", "claims:"]
            for id, values, casualties in claims:
                text += [f"  {id}:", *lines({**values, "about": self._own("incident")}, 4)]
                text += ["    casualties:", *(f"      - {one}" for one in casualties)] if casualties else []
        return "\n".join(text) + "\n"

    def _claims(self, incident: Incident) -> Iterator[tuple[str, Mapping[str, str], Sequence[str]]]:
        words = {"words": by_language(incident.account)} if incident.account else {}
        if incident.counts:
            yield self._own("counted"), words, [_entry(one, one.best, one.parts) for one in incident.counts]
        if ranges := [_entry(one, one.range, {}) for one in incident.counts if one.range]:
            yield self._own("estimates"), {}, ranges
        if incident.account and not incident.counts:
            yield self._own("account"), {**words, "quote": "direct"}, []
        for number, told in enumerate(incident.sources, 1):
            if told.words:
                read_in = self._own(f"document-{number}") if told.document else ""
                values = {"by": told.by, "via": told.via, "in": read_in, "words": by_language(told.words)}
                yield self._own(f"source-{number}"), {**values, "quote": "direct"}, []


def _in(words: Mapping[str, str], lang: str) -> str:
    """The words in a language; in that which is there, where they are not translated."""
    return words.get(lang) or next(iter(words.values()))


def document_lines(document: Document) -> dict[str, str]:
    """The keys of a document in a record, with their values as YAML."""
    return {
        "publisher": document.publisher,
        "title": quoted(document.title) if document.title else "",
        "lang": document.lang,
        "url": quoted(document.url) if document.url else "",
        "archive": quoted(document.archive) if document.archive else "",
        "published": document.published,
        "retrieved": document.retrieved,
        "sha256": document.sha256,
    }


def _event(incident: Incident) -> dict[str, str]:
    return {
        "type": several(incident.types),
        "when": incident.when,
        "where": incident.where,
        "point": f"[{', '.join(incident.point)}]" if incident.point else "",
        "accuracy": incident.accuracy,
        "actors": several(incident.actors) if incident.actors else "",
        "weapon": _words(incident.weapon),
        "target": several(incident.targets) if incident.targets else "",
        "attacks": incident.attacks,
        "grade": incident.grade,
        "code": quoted(incident.code) if incident.code else "",
        "note": _words(incident.note),
        "title": _words(incident.title),
    }


def _words(name: Name) -> str:
    return by_language({lang: text for lang, text in (("ar", name.ar), ("en", name.en)) if text}) if name else ""


def _entry(count: Count, figure: str, parts: Mapping[str, str]) -> str:
    values = {count.outcome: figure, "who": count.who}
    if parts:
        values["including"] = "{" + ", ".join(f"{group}: {part}" for group, part in parts.items()) + "}"
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value) + "}"
