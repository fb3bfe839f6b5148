"""The developer's command: what it asks of the system, what it installs, what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRESENT = (
    "libgl1\tinstalled\t1.6.0-1\nlibegl1\tconfig-files\t1.6\nfonts-liberation\tinstalled\t{}\n"
)


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


@pytest.fixture
def debian() -> ModuleType:
    import debian  # noqa: PLC0415 - found through the path set above

    return debian


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Return the module with a virtual environment and requirements of its own."""
    import environment  # noqa: PLC0415 - found through the path set above

    venv = tmp_path / "venv"
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "STAMP", venv / "stamp.txt")
    files = {level: tmp_path / f"{level}.txt" for level in ("runtime", "dev")}
    for level, file in files.items():
        file.write_text(f"# {level}\n", encoding="utf-8")
    monkeypatch.setattr(environment, "REQUIREMENTS", files)
    return environment


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, environment: ModuleType) -> list[list[str]]:
    """Record child processes instead of starting them; making the venv makes its interpreter."""
    made: list[list[str]] = []

    def record(words: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        made.append([str(word) for word in words])
        if words[1:3] == ["-m", "venv"]:
            environment.python().parent.mkdir(parents=True)
            environment.python().touch()
        return subprocess.CompletedProcess(words, 0, stdout="", stderr="")

    monkeypatch.setattr(subprocess, "run", record)
    return made


def test_the_first_start_makes_the_environment_and_checks_hashes(
    environment: ModuleType, calls: list[list[str]]
) -> None:
    environment.ensure("dev")
    made, installed = calls
    assert made[1:3] == ["-m", "venv"]
    assert "--require-hashes" in installed
    assert installed[-1] == str(environment.REQUIREMENTS["dev"])


def test_the_second_start_does_nothing(environment: ModuleType, calls: list[list[str]]) -> None:
    environment.ensure("dev")
    calls.clear()
    environment.ensure("dev")
    environment.ensure("runtime")  # the dev file holds it
    assert calls == []


def test_changed_requirements_are_installed(
    environment: ModuleType, calls: list[list[str]]
) -> None:
    environment.ensure("runtime")
    calls.clear()
    environment.REQUIREMENTS["runtime"].write_text("# more\n", encoding="utf-8")
    environment.ensure("runtime")
    assert "--require-hashes" in calls[-1]
    assert not any("venv" in words for call in calls for words in call[1:3])


def test_runtime_is_not_enough_for_the_tests(
    environment: ModuleType, calls: list[list[str]]
) -> None:
    environment.ensure("runtime")
    calls.clear()
    environment.ensure("dev")
    assert calls[-1][-1] == str(environment.REQUIREMENTS["dev"])


def test_a_failed_installation_is_not_taken_for_done(
    environment: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "run", lambda *_, **__: 1)
    with pytest.raises(environment.CannotGoOn, match="network"):
        environment.ensure("dev")
    assert not environment.STAMP.exists()


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 14, 0)])
def test_another_python_is_named_with_what_to_do(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]
) -> None:
    system = SimpleNamespace(version_info=version, platform="linux", executable=sys.executable)
    monkeypatch.setattr(environment, "sys", system)
    with pytest.raises(environment.CannotGoOn, match=r"(?s)Cần Python 3\.11.*py -3\.12") as told:
        environment.ensure("runtime")
    assert ".".join(map(str, version)) in str(told.value)


@pytest.mark.parametrize(
    ("version", "enough"), [("1:1.07.4-11", False), ("1:2.1.5-3", True), ("2.1.5-3", True)]
)
def test_old_liberation_fonts_do_not_count(
    debian: ModuleType, monkeypatch: pytest.MonkeyPatch, version: str, enough: bool
) -> None:
    answer = subprocess.CompletedProcess([], 0, stdout=PRESENT.format(version))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    assert debian.missing(debian.FONT, debian.installed()) == ([] if enough else [*debian.FONT])


def test_a_removed_package_counts_as_missing(
    debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = subprocess.CompletedProcess([], 0, stdout=PRESENT.format("2"))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    names = [need.names[0] for need in debian.missing(debian.QT, debian.installed())]
    assert "libgl1" not in names
    assert "libegl1" in names


class Apt:
    """An invented apt: knows some names, installs what it is told."""

    def __init__(self, known: set[str]) -> None:
        self.known, self.there, self.calls = known, set[str](), list[list[str]]()

    def __call__(self, words: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.calls.append(words)
        out = ""
        if words[0] == "dpkg-query":
            out = "".join(f"{name}\tinstalled\t2.0\n" for name in self.there)
        elif words[0] == "apt-cache":
            out = f"{words[-1]}:\n  Candidate: {'1.0' if words[-1] in self.known else '(none)'}\n"
        elif "install" in words:
            self.there |= self.known & set(words)
        return subprocess.CompletedProcess(words, 0, stdout=out)


@pytest.fixture
def apt(debian: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Apt:
    apt = Apt({"libglib2.0-0t64", "libgl1", "fonts-liberation2", "python3-venv"})
    monkeypatch.setattr(subprocess, "run", apt)
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    return apt


def be(monkeypatch: pytest.MonkeyPatch, debian: ModuleType, user: int) -> None:
    monkeypatch.setattr(debian.os, "geteuid", lambda: user, raising=False)


def test_root_gets_the_packages_under_the_name_this_release_uses(
    debian: ModuleType, apt: Apt, monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, debian, 0)
    needs = debian.QT[:2]
    debian.ensure(needs)
    assert apt.there == {"libglib2.0-0t64", "libgl1"}
    apt.calls.clear()
    debian.ensure(needs)
    assert [call[0] for call in apt.calls] == ["dpkg-query"]


def test_others_are_told_the_exact_command(
    debian: ModuleType, apt: Apt, monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, debian, 1000)
    with pytest.raises(debian.MissingPackages) as told:
        debian.ensure(debian.QT[:2])
    assert str(told.value) == (
        "sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends libglib2.0-0t64 libgl1"
    )
    assert apt.there == set()


def test_a_missing_font_is_recommended_but_does_not_stop(
    debian: ModuleType,
    apt: Apt,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    be(monkeypatch, debian, 1000)
    debian.ensure(debian.FONT)
    assert "fonts-liberation2" in capsys.readouterr().out


def test_root_without_network_is_told_what_is_missing(
    debian: ModuleType, apt: Apt, monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, debian, 0)
    apt.known.clear()
    with pytest.raises(debian.MissingPackages, match="libgl1"):
        debian.ensure(debian.QT[:2])


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the command with the system and the environment already in order."""
    import dev  # noqa: PLC0415 - found through the path set above

    monkeypatch.setattr(dev.debian, "ensure", lambda _: None)
    monkeypatch.setattr(dev.environment, "ensure", lambda _: None)
    monkeypatch.setattr(dev, "compile_translations", lambda **_: 0)
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    return dev


def starts(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, *codes: int) -> list[list[str]]:
    """Record what the environment's Python is started with; it ends with the given codes."""
    started: list[list[str]] = []
    answers = iter(codes)

    def record(*words: object, **_: object) -> int:
        started.append([str(word) for word in words])
        return next(answers, 0)

    monkeypatch.setattr(dev.environment, "run", record)
    return started


def be_on(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    system = SimpleNamespace(platform=platform, stdout=sys.stdout, stderr=sys.stderr)
    monkeypatch.setattr(dev, "sys", system)


def test_a_display_opens_the_window(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    started = starts(dev, monkeypatch)
    assert dev.main(["run"]) == 0
    assert started == [["-m", "thiduaqt"]]


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_always_have_a_display(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    be_on(dev, monkeypatch, system)
    started = starts(dev, monkeypatch)
    dev.main(["run"])
    assert started == [["-m", "thiduaqt"]]


def test_without_a_display_the_sample_season_is_run(
    dev: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    be_on(dev, monkeypatch, "linux")
    monkeypatch.chdir(tmp_path)
    started = starts(dev, monkeypatch)
    assert dev.main(["run"]) == 0
    assert started == [["-m", "thiduaqt", "demo", "--out", str(tmp_path / "out")]]
    told = capsys.readouterr().out
    assert "không có màn hình" in told
    assert "No display" in told


def test_the_sample_of_last_time_is_replaced_but_nothing_else_is(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    be_on(dev, monkeypatch, "linux")
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    (out / "Của tôi.docx").touch()
    starts(dev, monkeypatch)
    dev.main(["run"])
    assert (out / "Của tôi.docx").exists()  # not a sample: the program itself says what it thinks
    (out / "minh-hoa.tdqdb").touch()
    dev.main(["run"])
    assert not out.exists()


def test_words_after_run_reach_the_program(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = starts(dev, monkeypatch)
    dev.main(["run", "check", "data.tdqdb", "--json"])
    assert started == [["-m", "thiduaqt", "check", "data.tdqdb", "--json"]]


def test_all_checks_run_even_when_the_first_fails(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started = starts(dev, monkeypatch, 1, 0, 0, 0, 0)
    assert dev.main(["test"]) == 1
    assert [words[1] for words in started[:3]] == ["ruff", "ruff", "mypy"]
    assert started[4] == ["-m", "pytest"]
    told = capsys.readouterr().out
    assert told.count("FAILED") == 1
    assert "dev.py fix" in told


@pytest.mark.parametrize("failing", range(5))
def test_any_failing_check_fails_the_whole(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    starts(dev, monkeypatch, *(int(n == failing) for n in range(5)))
    assert dev.main(["test"]) == 1


def test_all_checks_passing_pass(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    starts(dev, monkeypatch)
    assert dev.main(["test"]) == 0


def test_words_after_test_reach_pytest(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    started = starts(dev, monkeypatch)
    dev.main(["test", "tests/domain", "-k", "dates", "-x"])
    assert started[-1] == ["-m", "pytest", "tests/domain", "-k", "dates", "-x"]


def test_an_unknown_command_is_named(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tets"]) == 2
    told = capsys.readouterr()
    assert "no such command: tets" in told.err
    assert "  test  " in told.out


def test_missing_packages_end_in_a_command_and_not_in_a_traceback(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacking(_: object) -> None:
        raise dev.debian.MissingPackages("sudo apt-get install x")

    monkeypatch.setattr(dev.debian, "ensure", lacking)
    assert dev.main(["run"]) == 1
    assert "    sudo apt-get install x" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code"), [([], 2), (["--help"], 0), (["ruin"], 2)], ids=["none", "help", "unknown"]
)
def test_the_script_itself_needs_nothing_installed(words: list[str], code: int) -> None:
    """Run it as a newcomer does: isolated, without site-packages."""
    ended = subprocess.run(
        [sys.executable, "-S", "-E", str(ROOT / "packaging" / "dev.py"), *words],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == code
    told = ended.stdout.decode("utf-8")
    assert all(f"\n  {name}" in told for name in ("run", "test", "fix", "shots", "build", "bench"))
