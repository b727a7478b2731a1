"""Dataclasses that are cheap to define, for the modules that every scan imports.

The standard decorator writes and compiles six methods a class, half a millisecond each time factcheck starts. Here it
writes ``__init__`` alone; comparing, hashing and showing are closures. To a type checker it *is* the standard
decorator, which is also what keeps ``frozen`` classes frozen: assignment is not refused at run time. ``fields``,
``replace`` and ``asdict`` of the standard module work as ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from operator import attrgetter

    def dataclass(*, frozen: bool = False, slots: bool = False):
        """``dataclasses.dataclass`` for the options that are used here."""

        def define(cls: type) -> type:
            made = dataclasses.dataclass(slots=slots, repr=False, eq=False, match_args=False)(cls)
            _compare(made, frozen)
            made.__repr__ = _shown
            return made

        return define

    def _compare(cls: type, hashable: bool) -> None:
        """Equality by value among objects of one class; hashing too, if they do not change."""
        fields = [field for field in dataclasses.fields(cls) if field.compare]
        compared = attrgetter(*(field.name for field in fields))
        hashed = attrgetter(*(field.name for field in fields if field.hash is not False))

        def equal(self: object, other: object) -> bool:
            if other.__class__ is not cls:
                return NotImplemented
            return self is other or compared(self) == compared(other)

        def hash_of(self: object) -> int:
            return hash(hashed(self))

        cls.__eq__ = equal
        cls.__hash__ = hash_of if hashable else None

    def _shown(self: object) -> str:
        values = (
            f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr
        )
        return f"{type(self).__qualname__}({', '.join(values)})"
