"""
A reader says that a sentence is wrong: no account, not too often, never twice.

What becomes of it, they see at an address that only they are told
(``selaras_site.public.outcome``).
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.languages import SOURCE, Tag
from selaras.text.characters import without_bidi_controls, without_controls
from selaras_site.public.addresses import absolute, at
from selaras_site.public.article_page import Facts
from selaras_site.public.clients import network_of
from selaras_site.public.frames import all_sections, frame
from selaras_site.public.pages import Entry, ReportPage, Words
from selaras_site.translations import tasks
from selaras_site.translations.models import PUBLIC, Report, Segment, State, Version

MOST = 10
"""
Reports that one reader may send in an hour.
"""


LONGEST = 1000
"""
Characters of a report that are kept.
"""

LONGEST_NAME = 80

ADDRESS = re.compile(r"[/\\@<>]|\bwww\.|\w\.\w{2,}")
"""
What makes a name look like an address of a page, or of mail: none is printed.
"""

TITLES = re.compile(
    r"\b(?:[SM]\.(?:Ag|Ak|Farm|Hum|Hut|IP|Kes|Kom|Pd|Psi|Pt|Si|Sn|Sos|Th)"
    r"|A\.Md(?:\.(?:Keb|Kep|Kom))?)\b"
    r"|\b(?:Dra?|Drs|Hj?|Ir|Prof)\.(?=[A-Z])"
)
"""
What Indonesian names have before and behind them, written without a space.
"""

DAY = 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """
    What a reader means: a sentence of a version, or the whole of it.
    """

    version: Version
    segment: Segment | None = None


def report_page(
    facts: Facts,
    about: Sentence,
    *,
    chosen: str = "",
    text: str = "",
    name: str = "",
    error: str = "",
    sent: Report | None = None,
    is_sent: bool = False,
) -> ReportPage:
    """
    The form, or the thanks.
    """
    language = facts.language
    version, segment = facts.version, about.segment
    is_left = segment is not None and segment.shown == Segment.Shown.ORIGINAL
    sentence = (segment.source if is_left else segment.text) if segment else ""
    return ReportPage(
        frame=frame(
            language,
            all_sections(),
            {language: at(language, "report", id=facts.article.pk)},
            title=_("Report an error"),
            is_indexed=False,
            alternates=(),
        ),
        article=Entry(
            name=version.headline if version else facts.article.headline,
            url=facts.paths[language],
            language=SOURCE if version and version.headline_is_original else language,
        ),
        sentence=Words(text=sentence, language=SOURCE if is_left else language),
        source=Words(text=segment.source if segment else "", language=SOURCE),
        kinds=tuple(
            Entry(name=str(kind.label), url=kind.value, is_current=kind.value == chosen)
            for kind in Report.Kind
        ),
        chosen=chosen,
        text=text,
        name=name,
        error=error,
        is_sent=is_sent or sent is not None,
        version=about.version.pk,
        sentence_key=segment.source_key if segment else "",
        outcome_url=outcome_address(language, sent) if sent else "",
    )


def outcome_address(language: Tag, report: Report) -> str:
    """
    Where a reader can see what became of a report: whole, to be kept.
    """
    return absolute(at(language, "report-outcome", token=report.token))


def sentence_meant(facts: Facts, asked: Mapping[str, str]) -> Sentence:
    """
    The sentence that a reader had before them, by what the request carries.

    ``s`` is its number on the page, and ``v`` the version that the page showed: another
    may be public by now, in which the number is another sentence's. What that version
    no longer has is looked for in the public one by its Indonesian text, ``k``.
    """
    public = facts.version
    assert public is not None
    place, key = asked.get("s", ""), asked.get("k", "")
    shown = version_shown(public, asked.get("v", ""))
    segment = segment_at(shown, place) if shown else None
    if shown and segment and stands(segment, public):
        return Sentence(version=shown, segment=segment)
    if shown == public or not place:
        return Sentence(version=public)
    same = public.segments.filter(source_key=without_controls(key)[:40]).first()
    return Sentence(version=public, segment=same if key else None)


def version_shown(public: Version, name: str) -> Version | None:
    """
    The version that a page showed; the public one where the request names none.

    Nothing where it is gone, or must not be seen any more: it was held or withdrawn.
    """
    if name in ("", str(public.pk)):
        return public
    return Version.objects.filter(
        pk=number_in(name),
        article=public.article_id,
        language=public.language,
        state__in=(*PUBLIC, State.REPLACED),
        live_at__isnull=False,
    ).first()


def stands(segment: Segment, public: Version) -> bool:
    """
    Whether the public version has a sentence that another showed.

    What was taken out of the original is not to be read in what was made of it before.
    """
    same = public.segments.filter(source_key=segment.source_key)
    return segment.version_id == public.pk or same.exists()


def segment_at(version: Version, place: str) -> Segment | None:
    """
    The sentence with a number of the page, which counts from 1.
    """
    return version.segments.filter(position=number_in(place[:7]) - 1).first()


def number_in(text: str) -> int:
    """
    A number that a request brings; 0 is none.
    """
    is_number = text.isascii() and text.isdigit() and len(text) < 19
    return int(text) if is_number else 0


def cleaned_name(text: str) -> str:
    r"""
    How a reader wishes to be thanked: one line, without what cannot be seen.

    >>> cleaned_name(" Ibu\nSri  ")
    'Ibu Sri'
    """
    text = without_bidi_controls(without_controls(text))
    return " ".join(text.split())[:LONGEST_NAME].strip()


def is_name(text: str) -> bool:
    """
    Whether a page may thank somebody by this name.

    >>> [is_name(name) for name in ("Sri W. Lestari", "Dr.Sri, S.Pd.", "Ani, S.Kom")]
    [True, True, True]
    >>> [is_name(name) for name in ("x.com", "s.id", "S.Pd.com", "Dr.Sri.com", "!!!")]
    [False, False, False, False, False]
    """
    is_address = ADDRESS.search(TITLES.sub("x", text))
    return not is_address and any(sign.isalpha() for sign in text)


def reporter_of(request: HttpRequest) -> str:
    """
    A name for a reader that tells nobody who they are: it changes every day.
    """
    parts = (
        settings.SECRET_KEY,
        timezone.localdate().isoformat(),
        network_of(request),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def refusal(reporter: str, kind: str, name: str = "") -> str:
    """
    Why a report is not taken, in a sentence for the reader; nothing if it is.
    """
    if kind not in Report.Kind.values:
        return _("Please choose what is wrong.")
    if name and not is_name(name):
        return _("Please write a name only, or leave it empty.")
    since = timezone.now() - timedelta(hours=1)
    if Report.objects.filter(reporter=reporter, made_at__gte=since).count() >= MOST:
        return _("You have sent many reports. Please try again in an hour.")
    return ""


@transaction.atomic
def report_make(
    *,
    version: Version,
    segment: Segment | None,
    kind: str,
    text: str,
    reporter: str,
    name: str = "",
) -> Report:
    """
    Keep what a reader said. The same thing about the same sentence is counted.

    Who wishes to be thanked has a report of their own. The sentence is in the queue
    again, even if somebody had decided about it. ``translation`` is kept where it was
    shown: a text that failed closed is none that anybody read.
    """
    is_left = segment is not None and segment.shown != Segment.Shown.TRANSLATION
    read = segment.text if segment and not is_left else ""
    open_ones = Report.objects.select_for_update().filter(
        version=version, segment=segment, kind=kind, outcome=Report.Outcome.OPEN
    )
    same = open_ones.filter(text=text, name=name, translation=read).first()
    if same:
        if same.reporter != reporter and is_first_time(same, reporter):
            Report.objects.filter(pk=same.pk).update(times=F("times") + 1)
        return same
    tasks.index_versions.enqueue(version.article_id)
    return Report.objects.create(
        version=version,
        segment=segment,
        kind=kind,
        text=text,
        source=segment.source if segment else "",
        translation=read,
        reporter=reporter,
        name=name,
    )


def is_first_time(report: Report, reporter: str) -> bool:
    """
    Whether a reader says today for the first time what another has said already.
    """
    return cache.add(f"report-{report.token}-{reporter}", 1, DAY)
