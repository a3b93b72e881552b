"""
What can be shown of how a version came about: its certificate.

The certificate says what a regulator or a reader may ask (EU AI Act, article 50): that
a machine made the text and which, whether a person reviewed it and answers for it, how
much of it is the machine's as it was, and what the checks left open. It is made of rows
each time that it is asked for; the same rows give the same document.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.conf import settings

from selaras.engines import Provenance
from selaras.fidelity import ALL_CHECKS, Severity
from selaras.languages import LANGUAGES, SOURCE
from selaras.pipeline.risk import BY_PERSON
from selaras.text.scripts import has_letter
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import role_of
from selaras_site.translations.decisions import Place
from selaras_site.translations.drafts import engine_said
from selaras_site.translations.having_read import Change, changes
from selaras_site.translations.models import (
    Decision,
    Level,
    Review,
    Segment,
    Version,
)
from selaras_site.translations.reviewing import fingerprint_of

Data = dict[str, Any]

SCHEMA = 1
KIND = "selaras.certificate"

DIGITAL_SOURCE: Mapping[str, str] = {
    Level.MACHINE: "trainedAlgorithmicMedia",
    Level.REVIEWED: "compositeWithTrainedAlgorithmicMedia",
}
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""
The words of IPTC for who made something; what a person wrote has none.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """
    An engine with its model, and of how many sentences it made the translation.

    ``via`` are the languages on the way.
    """

    engine: str
    model: str
    via: tuple[str, ...]
    sentences: int

    @property
    def said(self) -> str:
        """
        The engine as readers are told of it.
        """
        return engine_said(Provenance(engine=self.engine, model=self.model))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """
    Who answers for a version, since when, and what they did.

    ``role`` is what they are in the newsroom now; ``name`` is empty where the newsroom
    does not want it shown.
    """

    role: str
    name: str
    at: datetime
    seconds: int
    sentences: int
    read: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """
    A version in figures. Only sentences with words in them are counted.

    ``changed`` are the sentences that people wrote or left in Indonesian; ``unedited``
    is the share of the translated characters that stand as a machine wrote them,
    nothing where none is translated.
    """

    version: Version
    sentences: int
    left: int
    changed: int
    decided: int
    unedited: Fraction | None
    makers: tuple[Maker, ...]
    answer: Answer | None
    checks: tuple[str, ...]
    blocking: int
    worrying: int
    mended: int
    fingerprint: str

    @property
    def percent_unedited(self) -> int | None:
        """
        The share of what stands as a machine wrote it, in hundredths.
        """
        return None if self.unedited is None else round(100 * self.unedited)

    @property
    def address(self) -> str:
        """
        The short link of what it is about.
        """
        version = self.version
        return f"{settings.SITE_URL}/{version.language}/p/{version.article_id}"


def certificate_of(version: Version) -> Certificate:
    """
    The certificate of a version as it is now. A fixed number of queries.
    """
    rows = list(version.segments.prefetch_related("findings"))
    worded = [row for row in rows if has_letter(row.source)]
    counts = changes(
        Decision.objects.filter(
            article=version.article_id, language=version.language
        ).order_by("pk")
    )
    about = [(row, counts.get(place_of(version, row))) for row in worded]
    found = open_findings(about)
    return Certificate(
        version=version,
        sentences=len(worded),
        left=sum(row.shown == Segment.Shown.ORIGINAL for row in worded),
        changed=sum(bool(change and change.is_changed) for _row, change in about),
        decided=sum(change is not None for _row, change in about),
        unedited=unedited_share(about),
        makers=makers_of(about),
        answer=answer_of(version),
        checks=tuple(check.name for check in ALL_CHECKS),
        blocking=found[Severity.BLOCKING],
        worrying=found[Severity.REVIEW],
        mended=found[Severity.MENDED],
        fingerprint=fingerprint_of(version, rows),
    )


def place_of(version: Version, row: Segment) -> Place:
    """
    What a decision about a sentence holds for.
    """
    return (version.language, row.source_key)


About = Sequence[tuple[Segment, Change | None]]


def open_findings(about: About) -> Counter[str]:
    """
    What the checks found that readers may meet: nobody decided about it.
    """
    return Counter(
        finding.severity
        for row, change in about
        if change is None and row.shown == Segment.Shown.TRANSLATION
        for finding in row.findings.all()
    )


def unedited_share(about: About) -> Fraction | None:
    """
    Which share of the translated characters stands as a machine wrote it.

    A sentence that a person read and left as it was is the machine's.
    """
    shown = [
        (len(row.text), is_machines(row, change))
        for row, change in about
        if row.shown == Segment.Shown.TRANSLATION
    ]
    everything = sum(length for length, _is_machines in shown)
    if not everything:
        return None
    machines = sum(length for length, is_machines in shown if is_machines)
    return Fraction(machines, everything)


def is_machines(row: Segment, change: Change | None) -> bool:
    """
    Whether what readers see of a sentence is what a machine wrote.
    """
    if change is not None and change.is_changed:
        return False
    return BY_PERSON not in origin_of(row, change).get("steps", ())


def origin_of(row: Segment, change: Change | None) -> Data:
    """
    Where the machine's text of a sentence came from.
    """
    origin: Data = row.provenance
    if change is not None:
        origin = change.first.was.get("provenance", {})
    return origin


def makers_of(about: About) -> tuple[Maker, ...]:
    """
    The engines of the sentences that are shown in translation, the busiest first.
    """
    made: Counter[tuple[str, str, tuple[str, ...]]] = Counter()
    for row, change in about:
        origin = origin_of(row, change)
        engine = origin.get("engine", "")
        is_made = engine not in {"", "person"} and BY_PERSON not in origin.get(
            "steps", ()
        )
        if row.shown == Segment.Shown.TRANSLATION and is_made:
            made[engine, origin.get("model", ""), tuple(origin.get("via", ()))] += 1
    return tuple(
        Maker(engine=engine, model=model, via=via, sentences=many)
        for (engine, model, via), many in made.most_common()
    )


def answer_of(version: Version) -> Answer | None:
    """
    Who answers for a version; nobody where only a machine does.
    """
    by, at = version.reviewed_by, version.reviewed_at
    if version.level == Level.MACHINE or by is None or at is None:
        return None
    review: Review | None = version.reviews.first()
    return Answer(
        role=role_of(by).lower(),
        name=reviewer_shown(by),
        at=at,
        seconds=review.seconds if review else 0,
        sentences=review.sentences if review else 0,
        read=review.read if review else 0,
        changed=review.changed if review else 0,
    )


def reviewer_shown(by: User | None) -> str:
    """
    The name of a reviewer as readers are told it; nothing if the newsroom keeps it.
    """
    is_shown = getattr(settings, "SELARAS_SHOW_REVIEWER", False)
    return by.shown_name if by is not None and is_shown else ""


def certificate_data(made: Certificate) -> Data:
    """
    A certificate as plain data, as ``docs/reference/certificate.md`` describes it.
    """
    version = made.version
    source = DIGITAL_SOURCE.get(version.level)
    return {
        "kind": KIND,
        "schema": SCHEMA,
        "publisher": {"name": settings.SITE_NAME, "url": settings.SITE_URL},
        "article": {"id": version.article_id, "url": made.address},
        "version": version.pk,
        "language": LANGUAGES[version.language].html,
        "state": version.state,
        "original": {
            "language": LANGUAGES[SOURCE].html,
            "revision": version.snapshot.revision_id,
            "published_at": moment(version.snapshot.made_at),
        },
        "translated_at": moment(version.made_at),
        "changed_at": moment(version.changed_at),
        "level": version.level,
        "digital_source_type": f"{SOURCE_TYPE}{source}" if source else None,
        "is_machine_translation": version.level != Level.HUMAN,
        "engines": [{**asdict(one), "via": list(one.via)} for one in made.makers],
        "sentences": {
            "all": made.sentences,
            "left_in_indonesian": made.left,
            "decided_by_people": made.decided,
            "changed_by_people": made.changed,
            "unedited_machine_share": (
                None if made.unedited is None else share(made.unedited)
            ),
        },
        "review": answer_data(made.answer),
        "checks": {
            "names": list(made.checks),
            "open_blocking": made.blocking,
            "open_to_be_looked_at": made.worrying,
            "mended": made.mended,
        },
        "fingerprint": f"sha256:{made.fingerprint}",
    }


def answer_data(answer: Answer | None) -> Data | None:
    """
    A review as plain data; shares are of the sentences that it counted.
    """
    if answer is None:
        return None
    data: Data = {
        "by": {"role": answer.role},
        "at": moment(answer.at),
        "seconds": answer.seconds,
        "sentences": answer.sentences,
        "read": answer.read,
        "changed": answer.changed,
        "share_read": share(part_of(answer.read, answer.sentences)),
        "share_changed": share(part_of(answer.changed, answer.sentences)),
    }
    if answer.name:
        data["by"]["name"] = answer.name
    return data


def part_of(some: int, everything: int) -> Fraction:
    """
    A part of a whole, from 0 to 1.
    """
    return Fraction(some, everything) if everything else Fraction(0)


def share(part: Fraction) -> str:
    """
    A share as documents have it.

    It is text: programming languages write such numbers each in their way (1.0, 1), and
    what is signed must be the same for all.

    >>> share(Fraction(1)), share(Fraction(1, 3))
    ('1.0000', '0.3333')
    """
    return f"{float(part):.4f}"


def moment(value: datetime | None) -> str | None:
    """
    A time as documents have it.
    """
    return value.isoformat(timespec="seconds") if value else None
