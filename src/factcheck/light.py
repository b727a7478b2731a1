"""Dataclasses that are cheap to define, for the modules that every scan imports.

The standard decorator writes and compiles six methods a class, half a millisecond each time factcheck starts. Here
``__init__`` is compiled once for every number of fields and given the names of a class's own; comparing, hashing and
showing are closures. To a type checker it *is* the standard decorator, which is also what keeps ``frozen`` classes
frozen: assignment is not refused at run time. ``fields``, ``replace`` and ``asdict`` of the standard module work as ever.
There is no inheriting of fields, no ``ClassVar`` and no ``__post_init__``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from functools import cache
    from operator import attrgetter
    from types import CodeType, FunctionType

    _ABSENT = object()
    """The default of a parameter whose value a factory makes."""

    def dataclass(*, frozen: bool = False, slots: bool = False):
        """``dataclasses.dataclass`` for the options that are used here."""

        def define(cls: type) -> type:
            names = tuple(cls.__annotations__)
            written = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
            special = {n: each for n, each in written.items() if isinstance(each, dataclasses.Field)}
            namespace = {
                name: value
                for name, value in cls.__dict__.items()
                if name not in ("__dict__", "__weakref__") and name not in written
            }
            if slots:
                namespace["__slots__"] = names
            namespace["__init__"] = _initialiser(cls, names, written, special)
            namespace["__repr__"] = _shown
            namespace["__dataclass_fields__"] = _Fields(names, written)
            made = type(cls)(cls.__name__, cls.__bases__, namespace)
            made.__qualname__ = cls.__qualname__
            _compare(made, names, special, frozen)
            return made

        return define

    def _initialiser(cls: type, names: tuple[str, ...], written: dict, special: dict) -> FunctionType:
        """``__init__`` with the parameters and defaults of a class."""
        factories = {}
        defaults = []
        for index, name in enumerate(names):
            default, factory = written.get(name, dataclasses.MISSING), dataclasses.MISSING
            if name in special:
                default, factory = default.default, default.default_factory
            if factory is not dataclasses.MISSING:
                factories[f"make{index}"], default = factory, _ABSENT
            if default is not dataclasses.MISSING:
                defaults.append(default)
            elif defaults:
                raise TypeError(f"non-default argument {name!r} follows default argument")
        made = frozenset(index for index in range(len(names)) if f"make{index}" in factories)
        code = _template(len(names), made)
        renamed = {f"field{index}": name for index, name in enumerate(names)}
        code = code.replace(
            co_varnames=("self", *names), co_names=tuple(renamed.get(name, name) for name in code.co_names)
        )
        function = FunctionType(code, {"absent": _ABSENT, **factories}, "__init__", tuple(defaults))
        function.__qualname__ = f"{cls.__qualname__}.__init__"
        return function

    @cache
    def _template(count: int, made: frozenset[int]) -> CodeType:
        """The code of an ``__init__`` of so many fields, those numbered in ``made`` with factories."""
        parameters = "".join(f", value{index}" for index in range(count))
        lines = [
            f" self.field{index} = make{index}() if value{index} is absent else value{index}"
            if index in made
            else f" self.field{index} = value{index}"
            for index in range(count)
        ]
        scope = {}
        exec("\n".join([f"def __init__(self{parameters}):", *lines]), scope)
        return scope["__init__"].__code__

    class _Fields:
        """``__dataclass_fields__``, made by the standard module when it is asked for."""

        def __init__(self, names: tuple[str, ...], written: dict) -> None:
            self._names, self._written = names, written

        def __get__(self, instance: object, owner: type) -> dict:
            types = {name: owner.__annotations__[name] for name in self._names}
            namespace = {"__doc__": "-", "__module__": owner.__module__, "__annotations__": types}
            plain = type(owner.__name__, (), {**namespace, **self._written})
            fields = dataclasses.dataclass(init=False, repr=False, eq=False)(plain).__dataclass_fields__
            owner.__dataclass_fields__ = fields
            return fields

    def _compare(cls: type, names: tuple[str, ...], special: dict, hashable: bool) -> None:
        """Equality by value among objects of one class; hashing too, if they do not change."""
        used = [name for name in names if name not in special or special[name].compare]
        compared = attrgetter(*used)
        hashed = attrgetter(
            *(name for name in used if name not in special or special[name].hash is not False)
        )

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
