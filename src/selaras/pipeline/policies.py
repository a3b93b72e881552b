"""
Policies of the gate as TOML: read with every fault named, and written again.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from selaras.errors import PolicyInvalid
from selaras.fidelity import ALL_CHECKS
from selaras.pipeline.rules import (
    DEFAULT_POLICY,
    DOUBT_FROM,
    Policy,
    Rule,
    Then,
)
from selaras.pipeline.witnesses import NAME as WITNESSES

SCHEMA = 1

ESCAPES = {ord('"'): '\\"', ord("\\"): "\\\\"} | {
    code: f"\\u{code:04x}" for code in (*range(0x20), 0x7F)
}

Table = Mapping[str, Any]


def read_policy(path: Path) -> Policy:
    """
    The policy in a file. Raises ``PolicyInvalid`` with what is wrong, and where.
    """
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise PolicyInvalid(
            f"{path}: this is not UTF-8 text (byte {error.start + 1})."
        ) from error
    try:
        return policy_of(text)
    except PolicyInvalid as error:
        raise PolicyInvalid(f"{path}: {error}") from error


def policy_of(text: str) -> Policy:
    """
    The policy that a text in TOML says. Raises ``PolicyInvalid``.

    >>> policy_of(written(DEFAULT_POLICY)) == DEFAULT_POLICY
    True
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyInvalid(f"This is not TOML: {error}.") from error
    except RecursionError as error:
        raise PolicyInvalid("This TOML is nested too deep.") from error
    refuse_unknown(content, ("schema", "doubt_from", "rules"), "A policy")
    if content.get("schema") != SCHEMA or isinstance(content["schema"], bool):
        raise PolicyInvalid(f"A policy begins with schema = {SCHEMA}.")
    rules = content.get("rules", [])
    if not isinstance(rules, list) or not all(isinstance(r, dict) for r in rules):
        raise PolicyInvalid("Rules are written as tables, each under [[rules]].")
    return Policy(
        rules=tuple(
            rule_of(table, place) for place, table in enumerate(rules, start=1)
        ),
        doubt_from=bound_of(
            {"doubt_from": DOUBT_FROM, **content}, "doubt_from", "A policy"
        ),
    )


def rule_of(table: Table, place: int) -> Rule:
    """
    One rule of a policy.
    """
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        raise PolicyInvalid(f"Rule {place} needs a name, a text such as “headline”.")
    rule = f"The rule “{name}”"
    refuse_unknown(table, KEYS, rule)
    then = table.get("then")
    if then not in [*Then]:
        raise PolicyInvalid(f"{rule} needs then = “hold” or “live”; it has {then!r}.")
    texts = {key: texts_of(table, key, rule) for key in TEXTS if key in table}
    bounds = {key: bound_of(table, key, rule) for key in BOUNDS if key in table}
    refuse_unknown_checks(texts.get("findings", ()), rule)
    return Rule(name=name, then=Then(then), **texts, **bounds)  # type: ignore[arg-type]


def refuse_unknown(table: Table, known: tuple[str, ...], whose: str) -> None:
    """
    Refuse a key that nobody reads: a condition misspelt would be a condition less.
    """
    for key in table:
        if key not in known:
            raise PolicyInvalid(
                f"{whose} has no “{key}”; expected some of {', '.join(known)}."
            )


def refuse_unknown_checks(names: tuple[str, ...], rule: str) -> None:
    """
    Refuse the name of a check that there is not: it would never find anything.
    """
    for name in names:
        if name not in CHECKS:
            raise PolicyInvalid(
                f"{rule} asks for findings of “{name}”; the checks are "
                f"{', '.join(sorted(CHECKS))}."
            )


def texts_of(table: Table, key: str, rule: str) -> tuple[str, ...]:
    """
    A list of texts.
    """
    value = table[key]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise PolicyInvalid(f"{rule} needs a list of texts as {key}; it has {value!r}.")
    return tuple(value)


def bound_of(table: Table, key: str, rule: str) -> float:
    """
    A number; whether it is between 0 and 1, the rule itself sees to.
    """
    value = table[key]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PolicyInvalid(f"{rule} needs a number as {key}; it has {value!r}.")
    return float(value)


def written(policy: Policy) -> str:
    """
    The policy as TOML; reading it gives the same policy back.
    """
    return "\n".join(lines_of(policy)) + "\n"


def lines_of(policy: Policy) -> Iterator[str]:
    """
    The lines of a policy's file; what is as it is anyway is left out.
    """
    yield f"schema = {SCHEMA}"
    if policy.doubt_from != DOUBT_FROM:
        yield f"doubt_from = {float(policy.doubt_from)}"
    for rule in policy.rules:
        plain = Rule(name=rule.name, then=rule.then)
        yield from ("", "[[rules]]", f"name = {quoted(rule.name)}")
        yield f"then = {quoted(rule.then.value)}"
        for key in TEXTS:
            if getattr(rule, key) != getattr(plain, key):
                yield f"{key} = [{', '.join(map(quoted, getattr(rule, key)))}]"
        for key in BOUNDS:
            if getattr(rule, key) is not None:
                yield f"{key} = {float(getattr(rule, key))}"


def quoted(text: str) -> str:
    r"""
    A text as TOML writes it.

    >>> quoted('“a" b')
    '"“a\\" b"'
    """
    return f'"{text.translate(ESCAPES)}"'


TEXTS = ("sections", "languages", "failed", "doubted", "findings")
BOUNDS = ("failed_share_above", "risk_above")
KEYS = ("name", "then", *TEXTS, *BOUNDS)

CHECKS = frozenset(
    {
        WITNESSES,
        *(check.name for check in ALL_CHECKS),
        *(name for rule in DEFAULT_POLICY.rules for name in rule.findings),
    }
)
"""
What a rule can ask for findings of.
"""
