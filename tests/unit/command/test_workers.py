"""Work is given away in parts and comes back in order, and nobody works on for a build that has ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

import inspection
from command import workers
from command.building import BuildRequest, build, order
from command.messages import BuildFailed
from command.workers import cluster, given, in_order, processes
from inspection.site import Site
from tests.conftest import CONTENTS, PROJECT
from tests.unit.briefings.test_rendering import BuildSite, Counting


def late(number: int) -> int:
    """The number itself, the later the smaller it is."""
    time.sleep(0.02 * (5 - number))
    return number


def test_what_comes_back_is_in_order_and_not_far_behind_what_is_given_away() -> None:
    class Looking(ThreadPoolExecutor):
        waiting = most = 0

        def submit(self, *args: object) -> Future:  # type: ignore[override]
            self.waiting += 1
            self.most = max(self.most, self.waiting)
            return super().submit(*args)  # type: ignore[arg-type]

    with Looking(3) as executor:
        found = []
        for number in in_order(executor, 3)(late, range(6)):
            executor.waiting -= 1
            found.append(number)
    assert found == list(range(6))
    assert executor.most == 3


@pytest.mark.slow
def test_the_inspection_reads_the_same_pages_whoever_reads_them(build_site: BuildSite) -> None:
    site = build_site("golden")
    with Counting(2) as executor, given(executor, 2)() as mapped:
        assert Site(site, mapped=mapped).pages == Site(site).pages
        assert executor.given > 1
        assert inspection.inspect(site, content=CONTENTS["golden"], mapped=mapped) == []


def end(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.slow
def test_a_worker_that_is_killed_ends_the_build_with_what_to_do() -> None:
    with (
        pytest.raises(BuildFailed, match=r"perhaps since memory ran out\. Build with fewer at once: WORKERS=1"),
        processes(2)() as mapped,
    ):
        list(mapped(end, range(8)))


WORKING = """
import os, time
from command.stopping import stoppable
from command.workers import processes
def work(number):
    os.write(1, b"%d\\n" % number)  # in one piece: another writes there too
    time.sleep(60)
if __name__ == "__main__":
    with stoppable(), processes(2)() as mapped:
        list(mapped(work, range(8)))
"""


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda signum: signum.name)
@pytest.mark.slow
def test_nobody_works_on_when_a_build_is_stopped_or_killed(tmp_path: Path, signum: signal.Signals) -> None:
    """The workers hold what they print to, which ends when the last of them does."""
    script = tmp_path / "working.py"
    script.write_text(WORKING, "utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with process:
        assert process.stdout
        assert {process.stdout.readline(), process.stdout.readline()} == {"0\n", "1\n"}
        if signum is signal.SIGINT:
            os.killpg(process.pid, signum)  # as a terminal does
        else:
            process.send_signal(signum)
        said = process.communicate(timeout=20)[1]
    assert "InvalidStateError" not in said
    assert process.returncode != 0


@pytest.mark.parametrize("workers", ["0", "two", "-1", "²"])
def test_a_number_of_workers_is_one_or_more(workers: str) -> None:
    with pytest.raises(BuildFailed, match=rf"WORKERS={workers} is no number of processes"):
        order(None, None, workers=workers)


def test_one_worker_is_the_process_itself() -> None:
    assert order(None, None, workers="1").workers is workers.alone


def test_without_what_speaks_to_a_cluster_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "find_spec", lambda name: None)
    with pytest.raises(BuildFailed, match=r"needs distributed, which is not installed. `make dask` installs it"):
        order(None, None, dask="tcp://127.0.0.1:8786")


@pytest.mark.slow
def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 1)
    for address in ("tcp://127.0.0.1:9", "carrier-pigeon://here"):
        with pytest.raises(BuildFailed, match=f"No Dask scheduler answers at DASK={address}: "), cluster(address)():
            pass


@pytest.mark.slow
def test_a_dask_cluster_builds_the_same_site(build_site: BuildSite, tmp_path: Path) -> None:
    from distributed import Client, LocalCluster

    def renderers() -> int:
        from briefings import rendering

        return len(rendering._here)

    site = build_site("golden")
    with LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as local:
        wanted = BuildRequest(CONTENTS["golden"], tmp_path / "site", workers=cluster(local.scheduler_address))
        build(wanted)
        with Client(local) as client:
            assert list(client.run(renderers).values()) == [1, 1]
    assert (tmp_path / "site" / "SHA256SUMS").read_bytes() == (site / "SHA256SUMS").read_bytes()
