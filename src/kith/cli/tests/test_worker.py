"""`kith worker` runs what is due; the doctor and a monitor hear of it; `kith serve` starts a worker anew."""

import datetime as dt
import os
import sys
from itertools import pairwise
from subprocess import PIPE, Popen, run

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from kith.apps.installation.services import found
from kith.apps.upkeep.models import JobRow
from kith.cli import serve
from kith.cli.main import main
from kith.cli.serve import PAUSES, STEADY, CannotServe, Kept, watch
from kith.testing.factories import NOW, OPERATOR

Said = pytest.CaptureFixture[str]
database = pytest.mark.django_db


@pytest.fixture
def demonstration(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    found(by=OPERATOR, kind="demo", partnership="Eastmarch", seed="7", now=NOW)


@pytest.fixture
def live(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(settings, "OWN_KEY_FILES", {})
    found(by=OPERATOR, kind="live", partnership="Anywhere", seed="", now=NOW)


def doctor(capsys: Said) -> tuple[int, str]:
    capsys.readouterr()
    return main(["doctor"]), capsys.readouterr().out


@database
def test_what_is_due_is_run_and_told_once(demonstration, capsys: Said) -> None:
    assert main(["worker", "--once"]) == 0
    said = capsys.readouterr().out
    assert "Stored files that belong to nothing: None." in said
    assert len(said.splitlines()) == 12
    assert main(["worker", "--once"]) == 0
    assert capsys.readouterr().out == "Nothing is due.\n"


@database
def test_a_job_that_fails_is_told_by_the_command_the_doctor_and_the_monitor(
    live, client, capsys: Said, monkeypatch, tmp_path
) -> None:
    monkeypatch.setattr(settings, "HEADS_DIR", str(tmp_path / "second-agency"))
    assert doctor(capsys)[0] == 0 and "No regular job has run here yet" in doctor(capsys)[1]
    assert client.get(reverse("health")).content == b"ok\nno regular job has run here"
    assert main(["worker", "--once"]) == 2
    code, said = doctor(capsys)
    assert code == 2
    assert "Signed heads for a second agency: failed on" in said
    assert "The folder second-agency for heads is not there." in said
    assert client.get(reverse("health")).content == b"ok\nregular jobs are late or fail: kith doctor says which"
    (tmp_path / "second-agency").mkdir()
    JobRow.objects.filter(name="heads").update(began_at=NOW - dt.timedelta(days=1), ended_at=NOW)
    assert main(["worker", "--once"]) == 0
    code, said = doctor(capsys)
    assert code == 0 and "and well since" in said
    assert client.get(reverse("health")).content == b"ok"


@database
@pytest.mark.parametrize(("kind", "code"), [("live", 2), ("demonstration", 0)])
def test_a_job_that_has_not_run_for_long_is_told(request, kind: str, code: int, capsys: Said) -> None:
    """A demonstration may sleep."""
    request.getfixturevalue(kind)
    main(["worker", "--once"])
    long_ago = timezone.now() - dt.timedelta(days=3)
    JobRow.objects.update(known_at=long_ago, began_at=long_ago, ended_at=long_ago, well_at=long_ago)
    answer, said = doctor(capsys)
    assert answer == code
    assert "Stored files that belong to nothing: late" in said


@database
def test_live_data_without_a_second_agency_is_noted(live, capsys: Said) -> None:
    assert "No second agency keeps heads" in doctor(capsys)[1]


@database
def test_the_worker_does_not_begin_beside_keys_of_live_data(live, capsys: Said, monkeypatch, tmp_path) -> None:
    (tmp_path / "audit.key").write_text("a key")
    monkeypatch.setattr(settings, "OWN_KEY_FILES", {"KITH_AUDIT_KEY": tmp_path / "audit.key"})
    assert main(["worker", "--once"]) == 2
    assert "take the files away" in capsys.readouterr().err
    assert not JobRow.objects.exists()


def process(code: str) -> serve.Child:
    return Popen([sys.executable, "-S", "-c", code], stdin=PIPE, start_new_session=True)


class Children:
    """Processes that `watch` began, in order."""

    def __init__(self) -> None:
        self.begun: list[serve.Child] = []

    def begin(self) -> serve.Child:
        self.begun.append(process("input()"))
        return self.begun[-1]

    @property
    def running(self) -> int:
        return sum(child.poll() is None for child in self.begun)


def test_a_worker_that_is_killed_is_started_again_and_all_end_together(monkeypatch, capfd) -> None:
    """The first worker is killed; when the third would begin, somebody presses Ctrl+C."""
    children = Children()
    worker: list[serve.Child] = []

    def begin_worker() -> serve.Child:
        if len(worker) == 2:
            raise KeyboardInterrupt
        worker.append(children.begin())
        worker[-1].kill()
        return worker[-1]

    monkeypatch.setattr(serve, "PAUSES", (0,))
    with pytest.raises(KeyboardInterrupt):
        watch(children.begin, Kept(begin_worker))
    assert len(children.begun) == 3 and children.running == 0
    assert capfd.readouterr().err.count("The worker ended by itself.") == 2


def test_when_the_web_server_ends_so_does_the_worker() -> None:
    children = Children()

    def begin_worker() -> serve.Child:
        children.begun[0].kill()
        return children.begin()

    with pytest.raises(CannotServe, match="ended by itself"):
        watch(children.begin, Kept(begin_worker))
    assert len(children.begun) == 2 and children.running == 0


def test_the_worker_lets_people_go_first() -> None:
    """In a process of its own, for nobody becomes quicker again."""
    code = (
        "import os; from types import SimpleNamespace as Stub; from kith.cli.loader import prepare_platform;"
        "prepare_platform(); from kith.cli.worker import run_until_stopped;"
        "run_until_stopped(Stub(run=lambda: print(os.nice(0)), stopped=None))"
    )
    ran = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(ran.stdout) > os.nice(0)


def test_a_worker_that_keeps_ending_is_started_ever_later() -> None:
    now, begun = [0.0], []
    ended = process("pass")
    ended.wait(timeout=60)

    def begin() -> serve.Child:
        begun.append(now[0])
        return ended

    kept = Kept(begin, clock=lambda: now[0])
    while len(begun) < len(PAUSES) + 3:
        kept.look_after()
        now[0] += 1
    waits = [after - before - 1 for before, after in pairwise(begun)]  # the second in which it is seen to have ended
    assert waits == [*PAUSES, PAUSES[-1], PAUSES[-1]]
    now[0] = begun[-1] + STEADY
    kept.look_after()
    assert kept.next_at == now[0] + PAUSES[0], "one that stayed is soon started again"
