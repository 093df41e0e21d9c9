"""The style sheet and the faces in it: one file that asks for nothing, cut to what the pages hold."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefings.assets import fonts, kept
from briefings.assets.packages import wheel_file
from briefings.assets.styles import style_sheet
from command.messages import BuildFailed

THEME = Path(__file__).parents[3] / "themes" / "briefing"
PAGES = "أعداد القتلى: 12–15 · killed, missing, al-Qātirjī “quoted” «مقتبس» گ"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="module")
def faces(cache: Path) -> dict[str, bytes]:
    return fonts.font_files(set(PAGES), cache)


@pytest.fixture(scope="module")
def sheet(faces: dict[str, bytes]) -> str:
    return style_sheet(THEME / "styles", faces).decode()


def characters(face: bytes) -> set[str]:
    return {chr(code) for code in TTFont(io.BytesIO(face)).getBestCmap()}


def test_the_sheet_holds_every_piece_and_tokens_come_first(sheet: str) -> None:
    assert sheet.startswith("@font-face")
    assert sheet.index("--paper:") < sheet.index("box-sizing") < sheet.index(".masthead") < sheet.rindex("@media print")
    assert ".index-line" in sheet
    assert sheet.count("{") == sheet.count("}")
    assert "/*" not in sheet


def test_the_sheet_asks_for_nothing(sheet: str) -> None:
    """Each face is in it, and nothing else is fetched: from no server, and from no folder."""
    found = re.findall(r"url\((.*?)\)", sheet)
    assert len(found) == len(fonts.FACES)
    assert all(address.startswith('"data:font/woff2;base64,') for address in found)
    assert "@import" not in sheet


def test_no_column_gives_way_to_one_that_comes_later(sheet: str) -> None:
    """Columns that fill a row whatever their number move each time another comes, while a reader reads."""
    assert "auto-fit" not in sheet


def test_the_faces_in_the_sheet_are_fonts(sheet: str, faces: dict[str, bytes]) -> None:
    told = re.findall(r"base64,([\w+/=]+)", sheet)
    assert {base64.b64decode(one) for one in told} == set(faces.values())
    assert all(one.startswith(b"wOF2") for one in faces.values())


def test_a_sheet_with_a_face_that_there_is_not_is_not_made(faces: dict[str, bytes]) -> None:
    with pytest.raises(KeyError):
        style_sheet(THEME / "styles", {name: face for name, face in faces.items() if "latin" in name})


def test_faces_hold_what_the_pages_do(faces: dict[str, bytes]) -> None:
    """Each character of its script, and of the other script none."""
    arabic, latin = characters(faces["plex-arabic-400.woff2"]), characters(faces["plex-latin-600.woff2"])
    assert set("أعداد القتلى: گ«»") - set(": ") <= arabic | {":"}
    assert set("12–15 · killed, missing, al-Qātirjī “quoted”") <= latin
    assert "ن" not in latin
    assert "k" not in arabic


@pytest.mark.slow
def test_faces_hold_what_readers_type_whatever_the_pages_say(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FACES", [face for face in fonts.FACES if face.weight == 400])
    bare = fonts.font_files(set(), cache)
    assert set("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةَُِّ٠١٢٣٤٥٦٧٨٩؟،") <= characters(bare["plex-arabic-400.woff2"])
    assert {chr(code) for code in range(0x20, 0x7F)} <= characters(bare["plex-latin-400.woff2"])


def test_faces_that_are_kept_are_taken_and_others_are_made(faces: dict[str, bytes], cache: Path) -> None:
    before = set(cache.iterdir())
    assert fonts.font_files(set(PAGES), cache) == faces
    assert set(cache.iterdir()) == before
    assert fonts.font_files(set(PAGES) | {"ژ"}, cache) != faces


def spoilt(cache: Path, spoil: Callable[[bytes], bytes]) -> None:
    for path in cache.iterdir():
        path.write_bytes(spoil(path.read_bytes()))


def quick(original: bytes, face: fonts.Face, characters: tuple[int, ...]) -> bytes:
    return face.name.encode()


@pytest.mark.parametrize(
    "spoil", [lambda face: face[:-1], lambda face: face[:-1] + b"X", lambda face: b"", lambda face: face[32:]]
)
def test_a_face_that_was_cut_or_changed_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(fonts, "_subset", quick)
    right = fonts.font_files(set(PAGES), tmp_path)
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    spoilt(tmp_path, spoil)
    assert fonts.font_files(set(PAGES), tmp_path) == right
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept


def test_a_face_under_another_ones_name_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_subset", quick)
    right = fonts.font_files(set(PAGES), tmp_path)
    one, other, *_ = sorted(tmp_path.iterdir())
    one.write_bytes(other.read_bytes())
    assert fonts.font_files(set(PAGES), tmp_path) == right


@pytest.mark.parametrize("name", [".", "file/in/it", "none/there"])
def test_a_cache_that_cannot_be_used_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(fonts, "_subset", quick)
    (tmp_path / "file").touch()
    monkeypatch.setattr(kept.tempfile, "TemporaryDirectory", refuse)
    monkeypatch.setattr(Path, "is_file", refuse)
    faces = fonts.font_files(set(PAGES), tmp_path / name)
    assert set(faces.values()) == {face.name.encode() for face in fonts.FACES}


def refuse(*_: object, **__: object) -> bool:
    raise PermissionError(13, "Permission denied")


def test_a_font_that_is_not_what_was_installed_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fonts.source(fonts.FACES[0])
    original = path.read_bytes()
    for data in (original[:-1], original[:-1] + b"X", b""):
        monkeypatch.setattr(Path, "read_bytes", lambda _, data=data: data)
        with pytest.raises(BuildFailed, match=r"is not what was installed\. Run `make`, which installs it again"):
            fonts.font_files(set(PAGES))
    monkeypatch.undo()
    with pytest.raises(BuildFailed, match="is not there"):
        wheel_file("fontpkg-ibm-plex-sans", tmp_path / "gone.ttf")


@pytest.mark.slow
def test_all_four_faces_together_are_light(faces: dict[str, bytes]) -> None:
    assert sum(map(len, faces.values())) < 48_000


def test_digits_are_all_of_one_width(faces: dict[str, bytes]) -> None:
    """Figures in a column stand under each other without a feature that a browser may not know."""
    for face in faces.values():
        font = TTFont(io.BytesIO(face))
        names = [font.getBestCmap()[ord(digit)] for digit in "0123456789" if ord(digit) in font.getBestCmap()]
        assert len({font["hmtx"][name][0] for name in names}) <= 1


def test_arabic_joins(faces: dict[str, bytes]) -> None:
    """The forms that a letter takes at the beginning, in the middle and at the end are in the face."""
    features = TTFont(io.BytesIO(faces["plex-arabic-400.woff2"]))["GSUB"].table.FeatureList.FeatureRecord
    assert {"init", "medi", "fina", "rlig"} <= {record.FeatureTag for record in features}


def test_every_family_comes_with_its_licence() -> None:
    found = fonts.licences()
    assert len(found) == 2
    assert all(b"SIL OPEN FONT LICENSE" in text.upper() for text in found.values())
