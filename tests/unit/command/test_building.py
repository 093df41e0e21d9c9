"""A build replaces the site as a whole or not at all, and touches nothing else."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from command import staging
from command.building import BuildRequest, build, order
from command.messages import BuildFailed
from command.replacing import LIST, MARKS
from command.running import Made, public_address
from command.staging import beside, locked
from command.stopping import Stopped
from command.verifying import SiteIncomplete
from inspection import CHECKS

#: What is built here are files that no reader would take for a site.
NOT_INSPECTED = frozenset(CHECKS)


def make_site(folder: Path, text: str = "new") -> frozenset[str]:
    """Write a little site and return the names of its files."""
    for name in (*MARKS, "index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return frozenset((*MARKS, "index.html", write_list(folder)))


def write_list(folder: Path) -> str:
    """Write the list of a site's files, as every build does, and return its name."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    (folder / LIST).write_text("".join(f"{'0' * 64}  {name}\n" for name in names if name != LIST), "utf-8")
    return LIST


def making(text: str = "new") -> Callable[[BuildRequest, Path], Made]:
    return lambda wanted, folder: Made(make_site(folder, text), {})


def read(output: Path) -> str:
    return (output / "index.html").read_text("utf-8")


@pytest.fixture
def wanted(tmp_path: Path) -> BuildRequest:
    (tmp_path / "content").mkdir()
    return BuildRequest(
        tmp_path / "content", tmp_path / "site" / "output", project=tmp_path / "project", without=NOT_INSPECTED
    )


@pytest.fixture
def built(wanted: BuildRequest) -> BuildRequest:
    """An order that was carried out once: there is an old site."""
    build(wanted, making("old"))
    return wanted


def beside_output(wanted: BuildRequest) -> list[str]:
    return sorted(path.name for path in wanted.output.parent.iterdir())


# What a build leaves behind


def test_first_build_makes_the_folder(wanted: BuildRequest) -> None:
    result = build(wanted, making())
    assert read(wanted.output) == "new"
    assert result.pages == 3
    assert beside_output(wanted) == ["output"]


def test_a_build_replaces_the_site_whole(built: BuildRequest) -> None:
    def run(order: BuildRequest, folder: Path) -> Made:
        names = make_site(folder) | {"en/extra.html"}
        (folder / "en/extra.html").write_text("…", "utf-8")
        write_list(folder)
        return Made(names, {})

    build(built, run)
    assert (built.output / "en/extra.html").exists()
    build(built, making("third"))
    assert read(built.output) == "third"
    assert not (built.output / "en/extra.html").exists(), "a page that is gone from the content is gone from the site"
    assert beside_output(built) == ["output"]


def test_the_old_site_is_served_until_the_new_one_is_ready(built: BuildRequest) -> None:
    def run(order: BuildRequest, folder: Path) -> Made:
        made = Made(make_site(folder), {})
        assert read(built.output) == "old"
        return made

    build(built, run)
    assert read(built.output) == "new"


def test_a_web_server_of_another_user_can_read_the_site(wanted: BuildRequest) -> None:
    before = os.umask(0o022)
    try:
        build(wanted, making())
        assert wanted.output.stat().st_mode & 0o777 == 0o755
        wanted.output.chmod(0o750)
        build(wanted, making())
        assert wanted.output.stat().st_mode & 0o777 == 0o750, "the rights that somebody gave the folder stay"
    finally:
        os.umask(before)


def test_an_output_that_is_a_link_stays_one(built: BuildRequest, tmp_path: Path) -> None:
    link = tmp_path / "public"
    link.symlink_to(built.output)
    build(
        order(str(built.content), str(link), project=built.project, without=",".join(NOT_INSPECTED)), making("linked")
    )
    assert link.is_symlink()
    assert read(built.output) == "linked"


def test_it_says_what_was_built_and_what_to_open(wanted: BuildRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(wanted.output.parent.parent)
    said = str(build(wanted, making()))
    assert said.startswith("Built 3 pages in 0.")
    assert said.endswith("s into site/output/ (open site/output/index.html).")


# Failing


@pytest.mark.parametrize("problem", [RuntimeError("broken"), Stopped(15), KeyboardInterrupt()], ids=repr)
def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(built: BuildRequest, problem: BaseException) -> None:
    def run(order: BuildRequest, folder: Path) -> Made:
        make_site(folder, "half")
        raise problem

    with pytest.raises(type(problem)):
        build(built, run)
    assert read(built.output) == "old"
    assert beside_output(built) == ["output"]


def test_a_first_build_that_fails_leaves_no_site(wanted: BuildRequest) -> None:
    def run(order: BuildRequest, folder: Path) -> Made:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build(wanted, run)
    assert beside_output(wanted) == []


def test_a_site_that_is_not_whole_is_not_published(built: BuildRequest, tmp_path: Path) -> None:
    style = tmp_path / "site.css"
    style.write_text("p {}", "utf-8")

    def run(order: BuildRequest, folder: Path) -> Made:
        names = make_site(folder)
        (folder / "empty.html").touch()
        (folder / "stray.tmp").touch()
        (folder / "secret").symlink_to("/etc/passwd")
        (folder / "cut.css").write_text("p", "utf-8")
        copied = {"cut.css": style, "gone.css": style}
        return Made(names | {"empty.html", "missing.html", "../out.html"}, copied)

    with pytest.raises(SiteIncomplete) as told:
        build(built, run)
    assert told.value.faults == [
        "../out.html: its name leads out of the site",
        "../out.html: should have been written, and is not there",
        "empty.html: is empty",
        "missing.html: should have been written, and is not there",
        "cut.css: is not a whole copy of the theme's",
        "gone.css: should have been copied from the theme, and is not there",
        "secret: nobody says that it belongs to the site",
        "stray.tmp: nobody says that it belongs to the site",
    ]
    assert str(told.value).startswith("The site was made, but with 8 faults, so it is not published:\n  ../out.html")
    assert read(built.output) == "old"


def test_a_site_in_which_the_inspection_finds_a_fault_is_not_published(built: BuildRequest) -> None:
    """Every file is there, and no other; but the pages are none that a reader should see."""

    with pytest.raises(SiteIncomplete) as told:
        build(replace(built, without=NOT_INSPECTED - {"presence"}), making())
    assert "en/index.html: cannot be read: it does not begin with <!doctype html>" in told.value.faults
    assert read(built.output) == "old"
    assert beside_output(built) == ["output"]


def test_a_site_is_inspected_in_all_unless_it_is_said_otherwise(built: BuildRequest) -> None:
    with pytest.raises(SiteIncomplete) as told:
        build(replace(built, without=frozenset()), making())
    assert any("SHA256SUMS" in fault for fault in told.value.faults)
    assert read(built.output) == "old"


def test_a_site_that_takes_too_long_to_look_over_is_not_published(
    built: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is an end to what a hostile content can ask of the inspection."""

    def endless(*_: object) -> None:
        until = time.process_time() + 5
        while time.process_time() < until:
            pass

    monkeypatch.setattr("command.building.time_to_make", lambda content, pages: 0.2)
    monkeypatch.setattr("command.building.look_over", endless)
    with pytest.raises(BuildFailed, match=r"to look it over takes more than .* so it is not published"):
        build(built, making("new"))
    assert read(built.output) == "old"


def test_pages_that_few_readers_could_open_are_told_of(built: BuildRequest) -> None:
    """The site is published: it is right, and for a desk it will do."""

    def run(wanted: BuildRequest, folder: Path) -> Made:
        names = make_site(folder)
        (folder / "en" / "index.html").write_text("x" * 6_400_000, "utf-8")
        return Made(names, {})

    told = str(build(built, run)).splitlines()
    assert len(told) == 2
    assert told[1].startswith("1 page of more than 5 MB, which phones cannot show (")
    assert told[1].endswith(
        "en/index.html has 6 MB): split the content into several sites, see docs/publishers.md#large-sites."
    )
    assert read(built.output) == "new"


def test_of_many_faults_the_first_are_shown() -> None:
    text = str(SiteIncomplete([f"page-{number}.html: is empty" for number in range(40)]))
    assert text.count("is empty") == 10
    assert text.endswith("… and 30 more")


def test_when_the_new_site_cannot_take_its_place_the_old_one_stays(
    built: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(one: Path, other: Path) -> bool:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    monkeypatch.setattr(staging, "_exchange", refuse)
    with pytest.raises(BuildFailed, match=r"could not take the place of .*The site there is as it was"):
        build(built, making())
    assert read(built.output) == "old"
    assert beside_output(built) == ["output"]


# Systems that cannot exchange two folders in one step


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)


@pytest.mark.usefixtures("no_exchange")
def test_without_exchange_the_old_site_is_put_aside_and_removed(built: BuildRequest) -> None:
    build(built, making())
    assert read(built.output) == "new"
    assert beside_output(built) == ["output"]


@pytest.mark.usefixtures("no_exchange")
def test_without_exchange_the_old_site_comes_back_when_the_second_step_fails(
    built: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail_for_new(self: Path, target: Path) -> Path:
        if self.name.endswith("-new"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_new)
    with pytest.raises(BuildFailed, match="Permission denied"):
        build(built, making())
    assert read(built.output) == "old"
    assert beside_output(built) == ["output"]


def test_a_site_that_a_dead_build_put_aside_comes_back_even_if_the_next_build_fails(built: BuildRequest) -> None:
    built.output.rename(beside(built.output, "old"))

    def run(order: BuildRequest, folder: Path) -> Made:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build(built, run)
    assert read(built.output) == "old"
    assert beside_output(built) == ["output"]


def test_what_a_dead_build_left_is_removed(built: BuildRequest) -> None:
    make_site(beside(built.output, "new"), "half")
    beside(built.output, "lock").write_text("999999", "ascii")
    build(built, making())
    assert read(built.output) == "new"
    assert beside_output(built) == ["output"]


# Two builds


def test_a_second_build_of_the_same_output_is_refused(built: BuildRequest) -> None:
    with (
        locked(built.output),
        pytest.raises(BuildFailed, match=rf"Another build \(process {os.getpid()}\) is"),
    ):
        build(built, making())
    assert read(built.output) == "old"
    build(built, making())
    assert read(built.output) == "new"


def test_a_build_of_another_output_is_not_refused(built: BuildRequest) -> None:
    other = BuildRequest(built.content, built.output.with_name("other"), project=built.project, without=NOT_INSPECTED)
    with locked(built.output):
        build(other, making())
    assert read(other.output) == "new"


# What somebody else put where a build needs the name


def link(path: Path, victim: Path) -> None:
    path.symlink_to(victim)


def dead_link(path: Path, victim: Path) -> None:
    path.symlink_to(victim.with_name("made"))


def hard_link(path: Path, victim: Path) -> None:
    os.link(victim / "kept.txt", path)


def own_file(path: Path, victim: Path) -> None:
    path.write_text("my notes", "utf-8")


def pipe(path: Path, victim: Path) -> None:
    os.mkfifo(path)


def own_folder(path: Path, victim: Path) -> None:
    path.mkdir()
    (path / "notes.txt").write_text("mine", "utf-8")


def strange_folder(path: Path, victim: Path) -> None:
    make_site(path)
    os.chown(path, 4321, 4321)


def everything(folder: Path) -> dict[str, object]:
    """Every path below a folder with what it is: where it leads to, or what is in it."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path) if path.is_symlink()
        else path.read_bytes() if path.is_file()
        else path.lstat().st_mode
        for path in folder.rglob("*")
    }  # fmt: skip


PLANTS = [link, dead_link, hard_link, own_file, pipe, own_folder, strange_folder]
#: The lock is a file: a folder of somebody else in its place is as good as one's own.
PLANTED = [
    (name, plant) for name in ("lock", "new", "old") for plant in PLANTS if (name, plant) != ("lock", strange_folder)
]


@pytest.mark.parametrize(("name", "plant"), PLANTED)
@pytest.mark.parametrize("site", [True, False], ids=["site", "no site"])
def test_what_no_build_put_there_is_told_and_left_alone(
    wanted: BuildRequest, tmp_path: Path, name: str, site: bool, plant: Callable[[Path, Path], None]
) -> None:
    if plant is strange_folder and os.getuid():
        pytest.skip("only root can give a folder away")
    if site:
        build(wanted, making("old"))
    wanted.output.parent.mkdir(exist_ok=True)
    victim = tmp_path / "victim"
    make_site(victim, "theirs")
    (victim / "kept.txt").write_text("12345", "ascii")
    plant(beside(wanted.output, name), victim)
    before = everything(tmp_path)
    with pytest.raises(BuildFailed, match=rf"\.output\.isnad-{name} was not made by a build"):
        build(wanted, making())
    assert everything(tmp_path) == before


# What the system refuses


def test_a_disk_that_is_full_is_told_with_the_folder(built: BuildRequest) -> None:
    def run(order: BuildRequest, folder: Path) -> Made:
        make_site(folder, "half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # as writing says it, without a name

    with pytest.raises(BuildFailed, match=r"site: No space left on device\. The site was not built; what was there"):
        build(built, run)
    assert read(built.output) == "old"
    assert beside_output(built) == ["output"]


def test_a_lock_that_cannot_be_written_to_is_one_all_the_same(
    built: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "pwrite", full)
    with locked(built.output), pytest.raises(BuildFailed, match=r"Another build \(process unknown\)"):
        build(built, making())
    assert beside_output(built) == ["output"]


def test_somebody_whom_the_system_does_not_know_can_build(
    wanted: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nobody)
    build(wanted, making())
    with pytest.raises(BuildFailed, match="~nobody-here/site leads nowhere"):
        order(None, "~nobody-here/site")


# Folders that are not ours to replace


def refusal(wanted: BuildRequest, output: Path) -> str:
    with pytest.raises(BuildFailed) as told:
        build(BuildRequest(wanted.content, output, project=wanted.project, without=NOT_INSPECTED), making())
    return str(told.value)


def test_an_empty_folder_is_used(wanted: BuildRequest) -> None:
    wanted.output.mkdir(parents=True)
    build(wanted, making())
    assert read(wanted.output) == "new"


def test_a_folder_with_something_else_in_it_is_refused(wanted: BuildRequest) -> None:
    (wanted.output / "data").mkdir(parents=True)
    (wanted.output / "data" / "datapackage.json").write_text("{}", "utf-8")
    (wanted.output / "thesis.tex").write_text("years of work", "utf-8")
    assert "it is not empty, and what is in it is no site that was built here" in refusal(wanted, wanted.output)
    assert (wanted.output / "thesis.tex").exists()
    assert beside_output(wanted) == ["output"]


def test_a_file_that_the_sites_own_list_does_not_name_is_somebodys_own(built: BuildRequest) -> None:
    """Also deeper in it: a photograph among the images, notes beside a page."""
    names = [path.relative_to(built.output).as_posix() for path in built.output.rglob("*") if path.is_file()]
    (built.output / "SHA256SUMS").write_text("".join(f"{'0' * 64}  {name}\n" for name in names), "utf-8")
    mine = built.output / "ar" / "mine.txt"
    mine.write_text("notes", "utf-8")
    assert "ar/mine.txt in it would be lost" in refusal(built, built.output)
    mine.unlink()
    build(built, making())


@pytest.mark.parametrize("name", ["robots.txt", "sitemap.xml", "sitemap-12.xml"])
def test_what_crawlers_read_is_part_of_a_site(built: BuildRequest, name: str) -> None:
    (built.output / name).write_text("old", "utf-8")
    write_list(built.output)
    build(built, making())
    assert not (built.output / name).exists()


def test_a_folder_that_only_looks_like_a_site_stays(built: BuildRequest) -> None:
    """Every site that was built has the list of its files."""
    (built.output / LIST).unlink()
    (built.output / "data" / "thesis.csv").write_text("own", "utf-8")
    assert "no site that was built here" in refusal(built, built.output)


@pytest.mark.parametrize("name", ["robots.txt.bak", "sitemap-mine.xml", "sitemap-1.xml.gz", "humans.txt"])
def test_what_is_nearly_called_so_is_somebodys_own(built: BuildRequest, name: str) -> None:
    (built.output / name).write_text("own", "utf-8")
    assert f"{name} in it would be lost" in refusal(built, built.output)


def test_a_folder_that_filled_while_the_build_ran_is_refused(wanted: BuildRequest) -> None:
    def run(order: BuildRequest, folder: Path) -> Made:
        wanted.output.mkdir()
        (wanted.output / "thesis.tex").write_text("years of work", "utf-8")
        return Made(make_site(folder), {})

    with pytest.raises(BuildFailed, match="not empty"):
        build(wanted, run)
    assert (wanted.output / "thesis.tex").exists()


def test_a_checkout_is_refused_even_if_it_holds_a_site(built: BuildRequest) -> None:
    (built.output / ".git").mkdir()
    assert "it has a .git, which would be lost" in refusal(built, built.output)


def test_a_file_is_refused(wanted: BuildRequest, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("…", "utf-8")
    assert "it is a file" in refusal(wanted, tmp_path / "notes.txt")


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("content", "the content, .*, is in it"),
        ("content/site", "it is inside the content"),
        ("project", "the project itself is in it"),
        ("project/themes/new", "themes/ of the project is kept for its sources"),
        ("project/.git", "kept for its sources"),
        (".", "is in it"),
    ],
)
def test_folders_that_hold_sources_are_refused(wanted: BuildRequest, tmp_path: Path, output: str, why: str) -> None:
    with pytest.raises(BuildFailed, match=why):
        build(
            BuildRequest(wanted.content, (tmp_path / output).resolve(), project=wanted.project, without=NOT_INSPECTED),
            making(),
        )


def test_the_home_folder_is_refused(wanted: BuildRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert "your home folder is in it" in refusal(wanted, tmp_path / "home")


def test_content_that_is_not_there_is_named(wanted: BuildRequest, tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r"There is no content in .*nowhere\. Say where it is with CONTENT="):
        build(
            BuildRequest(tmp_path / "nowhere", wanted.output, project=wanted.project, without=NOT_INSPECTED), making()
        )


# What is asked for


def test_paths_are_seen_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = order("../x", "build/seed", project=tmp_path / "project")
    assert asked.content == tmp_path.parent / "x"
    assert asked.output == tmp_path / "build" / "seed"


def test_without_paths_the_projects_own_folders_are_meant(tmp_path: Path) -> None:
    asked = order(None, None, project=tmp_path)
    assert (asked.content, asked.output) == (tmp_path / "content", tmp_path / "output")


def test_checks_that_are_left_out_are_named_as_the_inspection_names_them() -> None:
    assert order(None, None, without="policy, words").without == {"policy", "words"}
    with pytest.raises(BuildFailed, match=r"WITHOUT= names polices\. There are: presence, links, "):
        order(None, None, without="polices words")


@pytest.mark.parametrize("siteurl", ["https://example.org/briefings/", " http://localhost:8080 "])
def test_addresses_of_sites(siteurl: str) -> None:
    assert public_address(siteurl) == siteurl.strip().rstrip("/")


@pytest.mark.parametrize(
    "siteurl",
    ["example.org", "ftp://example.org", "https://", "https://a.b:x", "https://a.b/?q", "https://me@a.b", ""],
)
def test_what_is_no_address_of_a_site_is_refused_with_an_example(siteurl: str) -> None:
    with pytest.raises(BuildFailed, match=r"SITEURL=.*Write it like https://example\.org/briefings"):
        public_address(siteurl)


def test_files_of_somebody_elses_in_a_site_are_not_lost(built: BuildRequest) -> None:
    (built.output / "CNAME").write_text("example.org", "utf-8")
    with pytest.raises(BuildFailed, match="CNAME in it would be lost"):
        build(built, making("second"))
    assert (built.output / "CNAME").exists()
