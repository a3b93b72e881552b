"""
What became of a reader's report, at an address that only the reader was told.
"""

from datetime import datetime

from django.utils.translation import gettext as _

from selaras.languages import SOURCE, Tag
from selaras_site.public.article_page import Facts
from selaras_site.public.frames import all_sections, everywhere, frame
from selaras_site.public.pages import Entry, OutcomePage, Words
from selaras_site.translations.models import Report, Segment

NOTHING = Words(text="", language=SOURCE)


def outcome_page(report: Report, language: Tag, facts: Facts | None) -> OutcomePage:
    """
    The page in a reader's language. ``facts`` is nothing where the version is gone.
    """
    now = sentence_now(report, facts)
    seen, source = NOTHING, NOTHING
    if facts is not None:
        source = Words(text=report.source, language=SOURCE)
        seen = sentence_seen(report)
    return OutcomePage(
        frame=frame(
            language,
            all_sections(),
            everywhere("report-outcome", token=str(report.token)),
            title=_("Your report"),
            is_indexed=False,
            alternates=(),
        ),
        state=report.outcome,
        kind=str(report.get_kind_display()),
        text=report.text,
        made_at=report.made_at,
        closed_at=closed_at(report),
        answer=report.answer,
        article=article_entry(facts),
        seen=seen,
        source=source,
        now=now,
        is_changed=bool(now) and now.text != seen.text,
        is_thanked=is_thanked(report),
    )


def is_thanked(report: Report) -> bool:
    """
    Whether the page of the article thanks the reader by name.
    """
    is_corrected = report.outcome == Report.Outcome.CORRECTED
    return report.is_thanked and is_corrected and bool(report.name)


def closed_at(report: Report) -> datetime | None:
    """
    When the newsroom answered; nothing while it has not.
    """
    return None if report.outcome == Report.Outcome.OPEN else report.closed_at


def article_entry(facts: Facts | None) -> Entry | None:
    """
    The version that the report was about, as a link.
    """
    if facts is None or facts.version is None:
        return None
    language = facts.language
    return Entry(
        name=facts.version.headline,
        url=facts.paths[language],
        language=SOURCE if facts.version.headline_is_original else language,
    )


def sentence_seen(report: Report) -> Words:
    """
    What the reader read: the Indonesian sentence, where it was not translated.
    """
    if report.translation:
        return Words(text=report.translation, language=report.version.language)
    return Words(text=report.source, language=SOURCE)


def sentence_now(report: Report, facts: Facts | None) -> Words:
    """
    What the sentence says on the page as it is now; nothing if it is not there.
    """
    if facts is None or facts.version is None or not report.source:
        return NOTHING
    row = facts.version.segments.filter(source=report.source).first()
    if row is None:
        return NOTHING
    if row.shown == Segment.Shown.ORIGINAL:
        return Words(text=row.source, language=SOURCE)
    return Words(text=row.text, language=facts.language)
