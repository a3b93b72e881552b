"""
Two at once on files of translators and on terms, where a database lets them.
"""

import io
import os
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from newsroom import ByHeart, draft, publish
from selaras.exchange import Returned, Stage, read_xliff, write_xliff
from selaras_site.accounts.models import User
from selaras_site.translations import exchange, translating
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.exchange import Outcome, returned_take
from selaras_site.translations.models import (
    Decision,
    Segment,
    Snapshot,
    State,
    Term,
    Version,
)
from selaras_site.translations.returning import Doubt
from selaras_site.translations.sending import document_of
from selaras_site.translations.term_data import Said, TermData
from selaras_site.translations.terms import TermRefused, term_save

ALONE = "SELARAS_TESTS_ALONE"
SENTENCE = "Gubernur belum berbicara."
ONE = "The governor has yet to speak."
TWO = "The governor has not spoken so far."

pytestmark = [
    pytest.mark.skipif(
        ALONE not in os.environ, reason="Empties the database: run alone."
    ),
    pytest.mark.skipif(
        "DATABASE_URL" not in os.environ, reason="SQLite has one writer at a time."
    ),
    pytest.mark.django_db(transaction=True),
]


class Meanwhile(threading.Thread):
    """
    Work of somebody else, on a connection of their own.
    """

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self.work = work
        self.gave: object = None
        self.start()

    def run(self) -> None:
        try:
            self.gave = self.work()
        except Exception as error:
            self.gave = error
        finally:
            connections.close_all()

    def waits(self) -> bool:
        """
        Whether it is held up by a lock of ours.
        """
        self.join(timeout=2.0)
        return self.is_alive()

    def ends(self) -> object:
        """
        What came of it: what it gave, or raised.
        """
        self.join(timeout=30)
        assert not self.is_alive()
        return self.gave


def made() -> Version:
    article = draft()
    article.body = [{"type": "paragraph", "value": f"<p>{SENTENCE}</p>"}]
    publish(article)
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    versions = Version.objects.filter(article=article)
    versions.update(state=State.LIVE, live_at=timezone.now())
    return versions.get(language="en")


def changed(version: Version, text: str) -> Returned:
    """
    A sentence of a version as it comes back, translated so.
    """
    content = write_xliff(document_of(version), "1.2").encode()
    units = read_xliff(io.BytesIO(content))
    [unit] = [unit for unit in units if unit.source == SENTENCE]
    return replace(unit, text=text, stage=Stage.TRANSLATED)


def taken(*units: Returned, by: User) -> Outcome:
    return returned_take(units=units, ticked=(), by=by, file="a.xlf")


def test_a_decision_that_a_file_waits_for_is_seen(
    engine: ByHeart, editor: User
) -> None:
    version = made()
    unit = changed(version, ONE)
    row = version.segments.get(source=SENTENCE)
    with transaction.atomic():
        segment_decide(segment=row, kind=Decision.Kind.EDITED, by=editor, text="Ours.")
        other = Meanwhile(lambda: taken(unit, by=editor))
        assert other.waits()

    outcome = other.ends()

    assert isinstance(outcome, Outcome), outcome
    assert [one.doubts for one in outcome.changes] == [(Doubt.NEWER,)]
    assert Segment.objects.get(pk=row.pk).text == "Ours."


def test_two_files_in_another_order_do_not_wait_for_each_other(
    engine: ByHeart, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = made(), made()
    ours = changed(first, ONE), changed(second, ONE)
    theirs = changed(second, TWO), changed(first, TWO)
    decided, others = exchange.decided, []

    def meanwhile(change: exchange.Change, by: User) -> Decision:
        made = decided(change, by)
        if threading.current_thread() is threading.main_thread() and not others:
            others.append(Meanwhile(lambda: taken(*theirs, by=editor)))
            assert others[0].waits()
        return made

    monkeypatch.setattr(exchange, "decided", meanwhile)
    outcome = taken(*ours, by=editor)

    assert len(outcome.decisions) == 2
    late = others[0].ends()
    assert isinstance(late, Outcome), late
    assert [one.doubts for one in late.changes] == [(Doubt.NEWER,)] * 2


def test_two_names_that_would_be_said_alike(editor: User) -> None:
    assert connection.vendor == "postgresql"

    def name(source: str) -> Term:
        said = {"zh": Said(preferred="布迪")}
        data = TermData(source=source, kind=Term.Kind.NAME, said=said)
        return term_save(data=data, by=editor)

    with transaction.atomic():
        name("Budi Satu")
        other = Meanwhile(lambda: name("Budi Dua"))
        assert other.waits()

    assert isinstance(other.ends(), TermRefused)
    assert [term.source for term in Term.objects.all()] == ["Budi Satu"]
