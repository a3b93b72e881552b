"""
The gate as the newsroom has set it: its policy, and what that says of a draft.

A policy that cannot be read lets nothing through.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.translation import get_language

from selaras.errors import PolicyInvalid
from selaras.pipeline import Draft
from selaras.pipeline.gating import Outcome, Reason, Verdict, gate
from selaras.pipeline.policies import read_policy
from selaras.pipeline.risk import Risk
from selaras.pipeline.rules import DEFAULT_POLICY, DOUBT_FROM, Policy

BROKEN = "translations.E001"
"""
What Django's system check calls a policy that cannot be read.
"""

ADVICE = (
    "Until it is put right, every new version is held. `selaras gate default` prints a "
    "policy to begin with."
)


def current_policy() -> Policy:
    """
    The policy that the settings name, as its file says now; else the default.

    Raises ``PolicyInvalid``.
    """
    if not settings.SELARAS_POLICY:
        return DEFAULT_POLICY
    path = Path(settings.SELARAS_POLICY).expanduser()
    try:
        now = path.stat()
        return policy_in(path, now.st_mtime_ns, now.st_size)
    except OSError as error:
        raise PolicyInvalid(f"{path}: {error.strerror}.") from error


@lru_cache(maxsize=4)
def policy_in(path: Path, _changed: int, _size: int) -> Policy:
    """
    The policy in a file, read once for each time that it was changed.
    """
    return read_policy(path)


def judge(draft: Draft, section: str, risks: Sequence[Risk]) -> Verdict:
    """
    What becomes of a draft; it is held where the policy cannot be read.
    """
    try:
        return gate(draft, current_policy(), section, risks=risks)
    except PolicyInvalid as error:
        return Verdict(outcome=Outcome.HELD, reasons=(unreadable(error),))


def doubt_from() -> float:
    """
    The risk from which on readers are told that a sentence is not certain.
    """
    try:
        return current_policy().doubt_from
    except PolicyInvalid:
        return DOUBT_FROM


def unreadable(error: PolicyInvalid) -> Reason:
    """
    Why everything is held.
    """
    return Reason(
        rule="",
        english=f"The policy of the gate cannot be read, so nothing goes live by "
        f"itself. {error}",
        indonesian="Kebijakan penayangan tidak dapat dibaca, sehingga tidak ada yang "
        f"tayang dengan sendirinya. {error}",
    )


def reason_to_hold(verdict: Verdict) -> str:
    """
    Why a person must look before readers do, in the newsroom's language; else nothing.
    """
    if not verdict.is_held:
        return ""
    return " ".join(in_own_language(reason) for reason in verdict.reasons)


def in_own_language(reason: Reason) -> str:
    """
    A reason in Indonesian where that is spoken, else in English.
    """
    return reason.indonesian if speaks_indonesian() else reason.english


def speaks_indonesian() -> bool:
    """
    Whether whoever is spoken to now reads Indonesian.
    """
    language = get_language() or settings.LANGUAGE_CODE
    return language.partition("-")[0] == "id"


def policy_check(**_rest: Any) -> list[CheckMessage]:
    """
    Django's system check of the policy.
    """
    try:
        current_policy()
    except PolicyInvalid as error:
        return [Error(f"SELARAS_POLICY: {error}", hint=ADVICE, id=BROKEN)]
    return []
