"""
Writing a manifest, for models that come here without one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from selaras.weights.manifest import SCHEMA, Decoding, Manifest, Pair, Part, Spoken

Value = str | float | bool | tuple[str, ...]

ESCAPES = {ord('"'): '\\"', ord("\\"): "\\\\"} | {
    code: f"\\u{code:04x}" for code in (*range(0x20), 0x7F)
}


def write(manifest: Manifest) -> str:
    """
    The manifest as TOML; reading it gives the same manifest back.
    """
    return "\n".join(_lines(manifest)) + "\n"


def _lines(manifest: Manifest) -> Iterator[str]:
    yield f"schema = {SCHEMA}"
    for key in ("name", "version", "kind", "summary", "licence", "languages"):
        yield _line(key, getattr(manifest, key))
    if manifest.warning:
        yield _line("warning", manifest.warning)
    yield from _table(
        "[routes]", {_joined(pair): via for pair, via in manifest.routes.items()}
    )
    for part in manifest.models:
        yield from _part(part)
    for file in manifest.files:
        yield from _table("[[files]]", _simple(file))
    for source in manifest.sources:
        yield from _table("[[sources]]", _simple(source))
    for score in manifest.scores:
        yield from _table("[[scores]]", _simple(score) | {"pair": _joined(score.pair)})


def _part(part: Part) -> Iterator[str]:
    yield from _table("[[models]]", _simple(part))
    yield from _table("[models.spoken]", _changed(part.spoken, Spoken()))
    yield from _table("[models.spoken.codes]", dict(part.spoken.codes))
    yield from _table("[models.decoding]", _changed(part.decoding, Decoding()))


def _table(header: str, content: Mapping[str, Value]) -> Iterator[str]:
    if content:
        yield from ("", header)
        yield from (_line(key, value) for key, value in content.items())


def _simple(value: object) -> dict[str, Value]:
    # What a table holds itself; tables inside it are written by their own function.
    content = {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]
    if "pairs" in content:
        content["pairs"] = tuple(map(_joined, content["pairs"]))
    return {
        key: item
        for key, item in content.items()
        if isinstance(item, str | int | float | tuple) and item not in ("", ())
    }


def _changed(value: Spoken | Decoding, default: Spoken | Decoding) -> dict[str, Value]:
    plain = _simple(default)
    return {
        key: item
        for key, item in _simple(value).items()
        if key not in plain or plain[key] != item
    }


def _joined(pair: Pair) -> str:
    return "-".join(pair)


def _line(key: str, value: Value) -> str:
    return f"{_key(key)} = {_value(value)}"


def _key(key: str) -> str:
    return key if key.replace("_", "").isalpha() else _text(key)


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _text(value)
    return _list(value) if isinstance(value, tuple) else repr(value)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    return f'"{text.translate(ESCAPES)}"'
