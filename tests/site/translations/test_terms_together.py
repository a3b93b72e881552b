"""
The termbase in many hands: who may change which language, and two at once.
"""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras_site.accounts.models import User
from selaras_site.accounts.roles import REVIEWER, roles_make
from selaras_site.translations.models import Term
from selaras_site.translations.term_csv import read_csv
from selaras_site.translations.term_data import Said, TermData, data_of, seen_as
from selaras_site.translations.term_import import plan_of, terms_import
from selaras_site.translations.term_reading import history_of, termbase_now, terms_in
from selaras_site.translations.terms import (
    TermChanged,
    TermRefused,
    term_delete,
    term_save,
)

pytestmark = pytest.mark.django_db

BOUND = "You review 日本語 alone."


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def of_japanese(django_user_model: type[User]) -> User:
    """
    Somebody who reviews Japanese alone.
    """
    return with_role(django_user_model, f"{REVIEWER} (ja)")


@pytest.fixture
def of_all(django_user_model: type[User]) -> User:
    """
    Somebody who reviews all languages.
    """
    return with_role(django_user_model, REVIEWER)


def with_role(model: type[User], role: str) -> User:
    roles_make()
    user = model.objects.create_user(role, password="rahasia")
    user.groups.add(Group.objects.get(name=role))
    return user


def data(source="tersangka", kind="term", note="", **said) -> TermData:
    return TermData(
        source=source,
        kind=kind,
        note=note,
        said={tag: Said(preferred=text) for tag, text in said.items()},
    )


def brought(content: str, by: User, languages: set[str]) -> None:
    rows = read_csv(content.encode())
    terms_import(rows=rows, seen=plan_of(rows, languages).seen, by=by)


class TestLanguages:
    @pytest.mark.parametrize(
        "new",
        [
            data(en="suspect", ja="容疑者"),
            data(en="suspect", ja="被疑者", note="Buku gaya."),
            data(en="suspect"),
        ],
    )
    def test_their_own_they_change(
        self, editor: User, of_japanese: User, new: TermData
    ) -> None:
        term = term_save(data=data(en="suspect", ja="被疑者人"), by=editor)
        term_save(data=new, by=of_japanese, term=term)
        assert data_of(Term.objects.get()) == new

    @pytest.mark.parametrize(
        "new",
        [
            data(en="accused", ja="容疑者"),
            data(ja="容疑者"),
            data(en="suspect", ja="容疑者", fr="suspect"),
            data("terdakwa", en="suspect", ja="容疑者"),
            data(kind="name", en="suspect", ja="容疑者"),
        ],
    )
    def test_others_they_do_not(
        self, editor: User, of_all: User, of_japanese: User, new: TermData
    ) -> None:
        old = data(en="suspect", ja="容疑者")
        term = term_save(data=old, by=editor)
        with pytest.raises(TermRefused, match=BOUND):
            term_save(data=new, by=of_japanese, term=term)
        assert data_of(Term.objects.get()) == old

        term_save(data=new, by=of_all, term=term)
        assert data_of(Term.objects.get()) == new

    def test_they_add_what_is_seen_in_theirs_alone(self, of_japanese: User) -> None:
        term_save(data=data(ja="容疑者"), by=of_japanese)
        term_save(data=data("Budi", "name", ja="ブディ"), by=of_japanese)
        for new in (data("bupati", en="regent"), data("Gojek", "kept")):
            with pytest.raises(TermRefused, match=BOUND):
                term_save(data=new, by=of_japanese)
        assert Term.objects.count() == 2

    def test_they_take_nothing_out(self, of_all: User, of_japanese: User) -> None:
        term = term_save(data=data(ja="容疑者"), by=of_japanese)
        with pytest.raises(TermRefused, match=BOUND):
            term_delete(term=term, by=of_japanese)
        assert Term.objects.exists()
        term_delete(term=term, by=of_all)
        assert not Term.objects.exists()

    def test_a_file_brings_theirs_and_no_others(
        self, editor: User, of_japanese: User
    ) -> None:
        term_save(data=data(en="suspect"), by=editor)
        brought("source,ja\ntersangka,容疑者\nhakim,裁判官\n", of_japanese, {"ja"})
        assert Term.objects.count() == 2

        rows = read_csv(
            "source,en,ja\ntersangka,accused,被疑者\njaksa,,検事\n".encode()
        )
        plan = plan_of(rows, {"ja"})
        assert [row.outcome for row in plan.rows] == ["wrong", "new"]
        assert plan.rows[0].said == BOUND
        for seen in (plan.seen, plan_of(rows).seen):
            with pytest.raises(TermRefused, match="nothing was brought in"):
                terms_import(rows=rows, seen=seen, by=of_japanese)
        old = data(en="suspect", ja="容疑者")
        assert data_of(Term.objects.get(source="tersangka")) == old
        assert Term.objects.count() == 2


class TestTogether:
    def test_who_saw_another_term_is_told(self, editor: User) -> None:
        term = term_save(data=data(en="suspect"), by=editor)
        seen = seen_as(data_of(term))
        now = term_save(data=data(en="accused"), by=editor, term=term, seen=seen)
        with pytest.raises(TermChanged, match="Somebody else changed this term"):
            term_save(data=data(en="held"), by=editor, term=term, seen=seen)
        assert data_of(Term.objects.get()) == data(en="accused")

        seen = seen_as(data_of(now))
        term_save(data=data(en="held"), by=editor, term=term, seen=seen)
        assert data_of(Term.objects.get()) == data(en="held")

    def test_what_it_was_is_read_when_it_is_written(self, editor: User) -> None:
        term = term_save(data=data(en="suspect"), by=editor)
        old = Term.objects.prefetch_related("renderings").get()
        term_save(data=data(en="accused"), by=editor, term=term)
        term_save(data=data(en="held"), by=editor, term=old)
        [told] = history_of(term)[0].data["changes"]
        assert (told["before"], told["after"]) == ("accused", "held")

    def test_what_is_gone_stays_gone(self, editor: User) -> None:
        term = term_save(data=data(en="suspect"), by=editor)
        term_delete(term=Term.objects.get(), by=editor)
        for write in (
            lambda: term_save(data=data(en="accused"), by=editor, term=term),
            lambda: term_delete(term=term, by=editor),
        ):
            with pytest.raises(TermRefused, match="meanwhile"):
                write()
        assert not Term.objects.exists()

    def test_a_file_that_was_looked_at_before_a_term_went(self, editor: User) -> None:
        term = term_save(data=data(en="suspect"), by=editor)
        rows = read_csv(b"source,en\ntersangka,accused\n")
        seen = plan_of(rows).seen
        term_delete(term=term, by=editor)
        with pytest.raises(TermRefused, match="meanwhile"):
            terms_import(rows=rows, seen=seen, by=editor)
        assert not Term.objects.exists()

    def test_each_change_of_a_file_is_in_the_history(self, editor: User) -> None:
        for n in range(3):
            term_save(data=data(f"kata {n}", en=f"word {n}"), by=editor)
        content = "source,kind,en,note\n" + "".join(
            f"kata {n},{'name' if n == 1 else 'term'},Word {n}a,N.\n" for n in range(4)
        )
        brought(content, editor, {"en", "zh", "ja", "ar", "fr"})

        for n, term in enumerate(Term.objects.order_by("source")):
            last = history_of(term)[0]
            assert last.action == ("wagtail.create" if n == 3 else "wagtail.edit")
            assert (last.user, last.label) == (editor, f"kata {n}")
            told = {one["what"]: one["after"] for one in last.data["changes"]}
            assert told["en"] == f"Word {n}a"
            assert ("kind" in told) == (n in {1, 3})
            name = "name" if n == 1 else "term"
            assert data_of(term) == data(f"kata {n}", name, "N.", en=f"Word {n}a")

    def test_a_file_of_many_changes_takes_few_queries(
        self, editor: User, django_assert_max_num_queries
    ) -> None:
        lines = [f"kata {n},word {n}\n" for n in range(200)]
        brought("source,en\n" + "".join(lines), editor, {"en"})
        rows = read_csv(("source,en\n" + "".join(lines).replace("word", "w")).encode())
        seen = plan_of(rows).seen
        with django_assert_max_num_queries(40):
            terms_import(rows=rows, seen=seen, by=editor)
        assert len(history_of(Term.objects.earliest("pk"))) == 2


HELD = read_csv(b"source,en\ntersangka,held\n")
WRITES: dict[str, Callable[[User, Term], object]] = {
    "add": lambda by, _term: term_save(data=data("hakim", en="judge"), by=by),
    "change": lambda by, term: term_save(data=data(en="accused"), by=by, term=term),
    "delete": lambda by, term: term_delete(term=term, by=by),
    "file": lambda by, _term: terms_import(rows=HELD, seen=plan_of(HELD).seen, by=by),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
class TestEachWrite:
    def test_takes_the_lock_before_it_looks(
        self, editor: User, write: Callable[[User, Term], object]
    ) -> None:
        term = term_save(data=data(en="suspect"), by=editor)
        with CaptureQueriesContext(connection) as queries:
            write(editor, term)
        said = [query["sql"] for query in queries]
        begin = next(n for n, sql in enumerate(said) if sql.startswith("SAVEPOINT"))
        said = said[begin:]  # What a file would change is looked at before, unlocked.
        lock = next(n for n, sql in enumerate(said) if '"django_content_type"' in sql)
        look = next(n for n, sql in enumerate(said) if '"translations_term"' in sql)
        assert lock < look

    def test_is_seen_at_once_within_one_tick_of_the_clock(
        self, editor: User, write: Callable[[User, Term], object], monkeypatch
    ) -> None:
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        term = term_save(data=data(en="suspect"), by=editor)
        term_save(data=data("polisi", en="police"), by=editor)
        before = termbase_now()

        write(editor, term)

        assert termbase_now() is not before
        shown = {one.target for one in terms_in("tersangka dan hakim", "en")}
        rows = Term.objects.exclude(source="polisi")
        assert shown == {data_of(one).in_language("en").preferred for one in rows}
