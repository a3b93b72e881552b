"""
A reader says that a sentence is wrong: no account, not too often, never twice.
"""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.languages import SOURCE
from selaras_site.public.addresses import at
from selaras_site.public.article_page import Facts
from selaras_site.public.frames import all_sections, frame
from selaras_site.public.pages import Entry, ReportPage, Words
from selaras_site.translations.models import Report, Segment, Version

MOST = 10
"""
Reports that one reader may send in an hour.
"""


def report_page(
    facts: Facts,
    segment: Segment | None,
    *,
    chosen: str = "",
    text: str = "",
    error: str = "",
    is_sent: bool = False,
) -> ReportPage:
    """
    The form, or the thanks.
    """
    language = facts.language
    version = facts.version
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
        ),
        sentence=Words(text=sentence, language=SOURCE if is_left else language),
        source=Words(text=segment.source if segment else "", language=SOURCE),
        kinds=tuple(
            Entry(name=str(kind.label), url=kind.value, is_current=kind.value == chosen)
            for kind in Report.Kind
        ),
        chosen=chosen,
        text=text,
        error=error,
        is_sent=is_sent,
    )


def segment_at(version: Version, place: str) -> Segment | None:
    """
    The sentence with a number of the page, which counts from 1.
    """
    if not (place.isascii() and place.isdigit()) or len(place) > 6:
        return None
    return version.segments.filter(position=int(place) - 1).first()


def reporter_of(request: HttpRequest) -> str:
    """
    A name for a reader that tells nobody who they are: it changes every day.
    """
    parts = (
        settings.SECRET_KEY,
        timezone.localdate().isoformat(),
        request.META.get("REMOTE_ADDR", ""),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def refusal(reporter: str, kind: str) -> str:
    """
    Why a report is not taken, in a sentence for the reader; nothing if it is.
    """
    if kind not in Report.Kind.values:
        return _("Please choose what is wrong.")
    since = timezone.now() - timedelta(hours=1)
    if Report.objects.filter(reporter=reporter, made_at__gte=since).count() >= MOST:
        return _("You have sent many reports. Please try again in an hour.")
    return ""


@transaction.atomic
def report_make(
    *, version: Version, segment: Segment | None, kind: str, text: str, reporter: str
) -> Report:
    """
    Keep what a reader said. The same thing about the same sentence is counted.
    """
    open_ones = Report.objects.select_for_update().filter(
        version=version, segment=segment, kind=kind, outcome=Report.Outcome.OPEN
    )
    same = open_ones.filter(text=text).first()
    if same:
        if same.reporter != reporter:
            Report.objects.filter(pk=same.pk).update(times=F("times") + 1)
        return same
    return Report.objects.create(
        version=version,
        segment=segment,
        kind=kind,
        text=text,
        source=segment.source if segment else "",
        translation=segment.text if segment else "",
        reporter=reporter,
    )
