from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.locate import (
    KEPT_IMAGES,
    cache_directory,
    claims_directory,
    open_directories,
    open_knowledge,
    rules_directory,
    vocabulary_file,
)
from factcheck.knowledge.problems import KnowledgeError

from .helpers import ROOT, Base

MINE = "- {id: my-model, type: model, names: [MyModel]}\n"
# What a scan must not load: each costs more than opening the knowledge base does.
HEAVY = ("yaml", "pathlib", "hashlib", "importlib.metadata", "logging", "difflib", "click", "jsonschema")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    directory = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(directory))
    return directory / "knowledge"


@pytest.fixture
def mine(base: Base, tmp_path: Path) -> Path:
    return base.write(MINE, directory=tmp_path / "mine").parent


def images(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.glob("*.fck"))


def test_the_directories_of_the_checkout() -> None:
    assert Path(claims_directory()) == ROOT / "claims"
    assert Path(rules_directory()) == ROOT / "rules"
    assert Path(vocabulary_file()).is_file()


def test_the_knowledge_of_the_checkout_is_there(cache: Path) -> None:
    knowledge = open_knowledge()
    assert knowledge.entity_count > 0
    assert Path(knowledge.path).parent == cache


def test_claims_are_compiled_once(cache: Path, sample: Base) -> None:
    first = open_directories([sample.directory])
    assert [Path(first.path).name] == images(cache)
    written = os.stat(first.path).st_mtime_ns
    second = open_directories([sample.directory])
    assert (second.path, os.stat(second.path).st_mtime_ns) == (first.path, written)
    assert Knowledge.open(first.path).version == first.version


def test_opening_loads_nothing_heavy(cache: Path, sample: Base) -> None:
    open_directories([sample.directory])
    code = (
        "import sys; from factcheck.knowledge.locate import open_directories; "
        f"k = open_directories([{str(sample.directory)!r}]); "
        "k.keys; k.targets(0); k.entity('bert'); k.ontology; "
        f"print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert run.stderr == ""
    assert run.stdout.strip() == ""


def test_own_claims_are_added(cache: Path, mine: Path) -> None:
    assert open_knowledge([mine]).lookup("my model") == ["my-model"]
    assert "my-model" not in open_knowledge()


def test_a_change_is_noticed(cache: Path, base: Base, mine: Path) -> None:
    before = open_directories([base.directory, mine])
    (mine / "x.yaml").write_text(MINE.replace("MyModel", "OurModel"), encoding="utf-8")
    after = open_directories([base.directory, mine])
    assert after.lookup("OurModel") == ["my-model"]
    assert after.version != before.version
    (mine / "y.yaml").write_text("- {id: more, type: model, names: [MoreModel]}\n", encoding="utf-8")
    assert "more" in open_directories([base.directory, mine])
    (mine / "y.yaml").unlink()
    assert open_directories([base.directory, mine]).version == after.version


def test_a_new_time_alone_makes_no_new_image(cache: Path, base: Base, mine: Path) -> None:
    before = open_directories([base.directory, mine])
    os.utime(mine / "x.yaml", (1, 1))
    assert open_directories([base.directory, mine]).path == before.path


def test_a_damaged_image_is_compiled_anew(cache: Path, base: Base, mine: Path) -> None:
    path = Path(open_directories([base.directory, mine]).path)
    for damage in (b"", b"nonsense", path.read_bytes()[:-5]):
        path.write_bytes(damage)
        assert "my-model" in open_directories([base.directory, mine])
        assert "my-model" in Knowledge.open(path)


def test_without_a_cache_it_works_in_memory(
    tmp_path: Path, base: Base, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "file"))
    knowledge = open_directories([base.directory, mine])
    assert "my-model" in knowledge
    assert knowledge.path == ""


def test_old_images_are_forgotten(cache: Path, mine: Path) -> None:
    cache.mkdir(parents=True)
    for number in range(KEPT_IMAGES + 3):
        (cache / f"old{number}.fck").write_bytes(b"")
    assert Path(open_knowledge([mine]).path).name in images(cache)
    assert len(images(cache)) == KEPT_IMAGES + 1


def test_errors_in_own_claims_are_told(cache: Path, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mine.parent)
    (mine / "x.yaml").write_text("- {id: my-model, type: modell, names: [MyModel]}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"mine/x\.yaml:1:24: my-model: unknown type 'modell'"):
        open_knowledge([mine])
    with pytest.raises(KnowledgeError, match=r"gone: no such directory of claims"):
        open_knowledge([mine / "gone"])


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_CACHE_DIR", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/xdg")
    assert cache_directory() == os.path.join("/xdg", "factcheck")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_directory() == os.path.expanduser("~/.cache/factcheck")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_directory() == os.path.expanduser("~/Library/Caches/factcheck")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert cache_directory() == os.path.join("/local", "factcheck")
