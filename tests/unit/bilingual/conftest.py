"""Voices that know this room's own messages, whatever state the templates are in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bilingual import Voice, Voices, load_voices
from bilingual.extracting import find_messages
from bilingual.updating import update

ROOT = Path(__file__).resolve().parents[3]
TRANSLATIONS = ROOT / "themes" / "briefing" / "translations"


@pytest.fixture(scope="session")
def own_translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalogues, cut down to the messages that this room speaks by itself."""
    translations = tmp_path_factory.mktemp("own") / "translations"
    shutil.copytree(TRANSLATIONS, translations)
    for lang in ("ar", "en"):
        update(translations, lang, find_messages(translations / "no-templates"))
    return translations


@pytest.fixture(scope="session")
def voices_with(own_translations: Path) -> Callable[..., Voices]:
    """Voices with the settings given: ``voices_with(digits="arab")``."""

    def load(**settings: str) -> Voices:
        return load_voices(own_translations, own_translations / "no-templates", **settings)

    return load


@pytest.fixture(scope="session")
def voices(voices_with: Callable[..., Voices]) -> Voices:
    return voices_with()


@pytest.fixture(scope="session")
def arab(voices_with: Callable[..., Voices]) -> Voice:
    """The Arabic voice with Arabic-Indic digits."""
    return voices_with(digits="arab")["ar"]


@pytest.fixture(scope="session")
def ar(voices: Voices) -> Voice:
    return voices["ar"]


@pytest.fixture(scope="session")
def en(voices: Voices) -> Voice:
    return voices["en"]
