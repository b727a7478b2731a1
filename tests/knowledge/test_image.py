from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.knowledge.compile import compile_claims
from factcheck.knowledge.image import FORMAT_VERSION, Image, ImageError, write_atomically
from factcheck.knowledge.index import Knowledge, head

from .helpers import Base

TYPES = frozenset({"organization", "lab", "model", "paper", "person", "api"})


@pytest.fixture
def content(sample: Base) -> bytes:
    return compile_claims(sample.load())


def test_the_same_claims_give_the_same_bytes(sample: Base, content: bytes, tmp_path: Path) -> None:
    twin = Base(tmp_path / "twin")
    twin.write((sample.directory / "sample.yaml").read_text(encoding="utf-8"), "sample.yaml")
    assert compile_claims(twin.load()) == content


def test_what_is_no_image_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.fck"
    for wrong, message in [
        (b"", "not a compiled knowledge base"),
        (b"PK\x03\x04 something else" * 50, "not a compiled knowledge base"),
        (content[:20], "not a compiled knowledge base"),
        (content[:-1], "cut short"),
        (content + b" ", "cut short"),
    ]:
        path.write_bytes(wrong)
        with pytest.raises(ImageError, match=message) as caught:
            Image.open(path)
        assert caught.value.message.startswith(str(path))


def test_another_format_version_is_refused(content: bytes) -> None:
    other = bytearray(content)
    other[8] = FORMAT_VERSION + 1
    with pytest.raises(ImageError, match=rf"another version of factcheck \(format {FORMAT_VERSION + 1}\)"):
        Image(bytes(other), "x")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"gone\.fck: cannot be read: No such file"):
        Image.open(tmp_path / "gone.fck")


def test_no_damage_goes_unnoticed(content: bytes) -> None:
    whole = Knowledge.from_bytes(content)
    for position in range(60, len(content), 7):
        damaged = bytearray(content)
        damaged[position] ^= 0x55
        try:
            knowledge = Knowledge.from_bytes(bytes(damaged))
            read = everything(knowledge)
        except ImageError:
            continue
        # What can be changed without notice is the padding between sections.
        assert read == everything(whole), position


def everything(knowledge: Knowledge) -> list[object]:
    return [
        knowledge.keys,
        knowledge.blocked_keys,
        [knowledge.targets(index) for index in range(len(knowledge.keys))],
        [knowledge.entity(key) for key in knowledge.ids],
        knowledge.ontology,
        knowledge.vocabulary,
        knowledge.api_identifiers,
        knowledge.moved_addresses,
        knowledge.papers_by_title,
        knowledge.chip_architectures,
        [knowledge.lookup(key) for key in knowledge.keys],
        [knowledge.keys_beginning([head(key)]) for key in knowledge.keys],
        [knowledge.keys_near(key) for key in knowledge.keys],
        [knowledge.naming(key, TYPES) for key in knowledge.ids],
    ]


def test_writing_is_all_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.fck"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    with pytest.raises(OSError, match="directory"):
        write_atomically(path.parent, b"three")
    assert [each.name for each in path.parent.iterdir()] == ["x.fck"]
    assert [each.name for each in tmp_path.iterdir()] == ["deep"]
