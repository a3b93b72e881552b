"""
JSON from elsewhere: what a field holds is looked at before it is believed.
"""

import json
from collections.abc import Mapping, Sequence

from selaras_site.ingest.errors import ItemRefused, SourceUnreadable

Fields = Mapping[str, object]

NAMES = {
    type(None): "nothing",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "an object",
}
"""
What JSON calls the types of Python.
"""


def load_json(text: str) -> object:
    """
    The value that JSON holds, or an error that says where it stops being JSON.
    """
    try:
        value: object = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise SourceUnreadable(
            f"JSON was expected, but line {error.lineno}, column {error.colno} is "
            f"not: {error.msg}."
        ) from error
    except (ValueError, RecursionError) as error:
        raise SourceUnreadable(
            "JSON of a usual depth and with usual numbers was expected, but this one "
            f"cannot be read: {error}."
        ) from error
    return value


def fields_of(value: object) -> Fields:
    """
    The fields of an item.

    PHP writes an object without fields as an empty list.
    """
    if isinstance(value, dict):
        return value
    if value is None or value == []:
        return {}
    raise ItemRefused(f"An object was expected, but got {named(value)}.")


def inner(fields: Fields, name: str) -> Fields:
    """
    The fields of a field.
    """
    return fields_of(fields.get(name))


def text(fields: Fields, name: str) -> str:
    """
    The text that a field holds; a number is text too, nothing is none.
    """
    value = fields.get(name)
    if value is None or value is False:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise ItemRefused(f"Text was expected as {name!r}, but got {named(value)}.")


def items(fields: Fields, name: str) -> Sequence[object]:
    """
    The list that a field holds.
    """
    value = fields.get(name)
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise ItemRefused(f"A list was expected as {name!r}, but got {named(value)}.")


def objects(fields: Fields, name: str) -> list[Fields]:
    """
    The objects in the list that a field holds; whatever else is in it is left out.
    """
    return [each for each in items(fields, name) if isinstance(each, dict)]


def texts(fields: Fields, name: str) -> tuple[str, ...]:
    """
    The texts in the list that a field holds; whatever else is in it is left out.
    """
    return tuple(each for each in items(fields, name) if isinstance(each, str))


def named(value: object) -> str:
    """
    What kind of value this is.

    >>> named([]), named(1.5)
    ('a list', 'a number')
    """
    return NAMES.get(type(value), "something else")
