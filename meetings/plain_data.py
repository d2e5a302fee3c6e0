"""Frozen dataclasses as plain data that JSON can hold, and back, whatever version of their shape wrote them."""

import types
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
"""What turns plain data of one version into that of the next, without the version itself."""

LATER = {"left out while blank": True}
"""Marks a field that records frozen before it lack: left out while blank, so that the same record keeps its hash."""


class RecordError(ValueError):
    """The JSON is not a record this release can read."""


def upgraded(data: Any, current: int, upgrades: Mapping[int, Upgrade], what: str) -> dict[str, Any]:
    """`data` in the shape of version `current`, without its version. `what` names it in a complaint.

    Raises RecordError for what bears no version, or one that is newer than this release.
    """
    version = data.get("schema") if isinstance(data, dict) else None
    if type(version) is not int or version < 1:
        raise RecordError(f"không phải {what}")
    if version > current:
        raise RecordError(f"{what} do bản phần mềm mới hơn ghi (dạng {version}); hãy nâng cấp phần mềm")
    shape = {key: value for key, value in data.items() if key != "schema"}
    try:
        for step in range(version, current):
            shape = upgrades[step](shape)
    except (KeyError, TypeError, AttributeError) as error:
        raise RecordError(f"không đọc được {what} ghi theo dạng {version}") from error
    return shape


def plain(value: Any) -> Any:
    """A frozen dataclass as dicts, lists and scalars that JSON can hold."""
    if is_dataclass(value):
        held = {field.name: getattr(value, field.name) for field in fields(value) if not _left_out(value, field)}
        return {name: plain(part) for name, part in held.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def with_words(record: Record, change: Callable[[str], str]) -> Record:
    """The same frozen dataclass with every text in it changed, however deep; choices of an enum stay."""

    def changed(value: Any) -> Any:
        if is_dataclass(value):
            return replace(value, **{part.name: changed(getattr(value, part.name)) for part in fields(value)})  # type: ignore[type-var]
        if isinstance(value, tuple):
            return tuple(map(changed, value))
        return change(value) if type(value) is str else value

    result: Record = changed(record)
    return result


def _left_out(value: Any, column: Field[Any]) -> bool:
    return column.metadata.keys() >= LATER.keys() and getattr(value, column.name) == column.default


def from_row(kind: Callable[..., Record], row: Any, /, **others: Any) -> Record:
    """A frozen dataclass from a row that holds its fields under the same names, all but `others`."""
    names = (field.name for field in fields(kind) if field.name not in others)  # type: ignore[arg-type]
    return kind(**{name: getattr(row, name) for name in names}, **others)


def revive(kind: Any, value: Any) -> Any:
    """`value` as plain data, back as `kind`."""
    return _reader(kind)(value)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a `kind` of plain data, put together once: every public page reads records."""
    if get_origin(kind) in (Union, types.UnionType):
        read = _reader(get_args(kind)[0])
        return lambda value: None if value is None else read(value)
    if get_origin(kind) is tuple:
        return _refusing(kind, _tuple(_reader(get_args(kind)[0])))
    if is_dataclass(kind):
        return _refusing(kind, _dataclass(kind))
    if kind in (date, datetime, time):
        return _refusing(kind, kind.fromisoformat)
    return _refusing(kind, kind if issubclass(kind, StrEnum) else _itself(kind))


def _refusing(kind: Any, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def reader(value: Any) -> Any:
        try:
            return read(value)
        except RecordError:
            raise
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            name = getattr(kind, "__name__", kind)
            raise RecordError(f"không đọc được {value!r:.80} thành {name}") from error

    return reader


def _tuple(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def reader(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError
        return tuple([read(part) for part in value])

    return reader


def _dataclass(kind: Any) -> Callable[[Any], Any]:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return lambda value: kind(**{key: readers[key](part) for key, part in value.items()})


def _itself(kind: Any) -> Callable[[Any], Any]:
    def reader(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError
        return value

    return reader
