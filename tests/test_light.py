"""Light dataclasses compare, hash, show, change and travel as the standard ones do."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import field, replace
from typing import Any

import pytest

from factcheck.light import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    tags: dict[str, str] = field(default_factory=dict, hash=False)
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    x: int
    y: int = 0


@dataclass(slots=True)
class Counter:
    count: int = 0
    seen: list[str] = field(default_factory=list)


def test_equality_is_by_class_and_value() -> None:
    assert Point(1, 2, {"a": "b"}) == Point(1, 2, {"a": "b"}, note="else")
    assert Point(1, 2) != Point(1, 3)
    assert Place(1, 2) != Point(1, 2)
    assert Point(1, 2) != (1, 2)


def test_what_does_not_change_is_hashed_by_value() -> None:
    assert hash(Point(1, 2, {"a": "b"})) == hash(Point(1, 2, {"c": "d"}, note="else"))
    assert len({Place(1, 2), Place(1, 2), Place(2, 1)}) == 2


def test_what_changes_is_not_hashed() -> None:
    one, other = Counter(), Counter()
    one.seen.append("x")
    assert other == Counter(0, [])
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_it_is_shown_as_the_standard_ones_are() -> None:
    standard = dataclasses.make_dataclass("Place", [("x", int), ("y", int)])
    assert repr(Place(1, 2)) == repr(standard(1, 2))
    assert repr(Point(1)) == "Point(x=1, y=0, tags={})"


def test_the_functions_of_the_standard_module_work() -> None:
    point = Point(1, tags={"a": "b"})
    assert replace(point, y=5) == Point(1, 5, {"a": "b"})
    assert dataclasses.asdict(point) == {"x": 1, "y": 0, "tags": {"a": "b"}, "note": ""}
    assert [each.name for each in dataclasses.fields(Place)] == ["x", "y"]


def test_it_has_slots_and_can_be_pickled() -> None:
    point = Point(1, 2, {"a": "b"}, "note")
    assert not hasattr(point, "__dict__")
    again = pickle.loads(pickle.dumps(point))
    assert (again, again.note) == (point, "note")


def test_a_field_without_a_default_is_required() -> None:
    @dataclass(frozen=True, slots=True)
    class Named:
        name: str = field(hash=False)
        size: int = 1

    assert (Named("a").name, Named("a").size) == ("a", 1)
    nothing: dict[str, Any] = {}
    with pytest.raises(
        TypeError, match=r"Named\.__init__\(\) missing 1 required positional argument: 'name'"
    ):
        Named(**nothing)


def test_each_object_gets_a_default_of_its_own_from_a_factory() -> None:
    one, other = Counter(), Counter()
    one.seen.append("x")
    assert other.seen == []


def test_defaults_come_last() -> None:
    disordered = type("Disordered", (), {"__annotations__": {"x": "int", "y": "int"}, "x": 0})
    with pytest.raises(TypeError, match="non-default argument 'y' follows"):
        dataclass(frozen=True)(disordered)
