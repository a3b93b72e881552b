"""
What follows from a decision: in the memory, elsewhere, for readers, terms and checks.
"""

from datetime import timedelta

import pytest
from desk.factories import (
    make_article,
    make_finding,
    make_report,
    make_segment,
    make_version,
)
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from selaras.memory import Memory
from selaras_site.translations import learning, spreading, tasks, ticketing
from selaras_site.translations.candidates import (
    candidate_decline,
    candidate_reopen,
    candidate_take,
)
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.histories import history_of, look_and_write
from selaras_site.translations.models import (
    Candidate,
    Decision,
    Rendering,
    Report,
    Segment,
    State,
    Term,
)
from selaras_site.translations.replacing import changes
from selaras_site.translations.seats import seat_take

pytestmark = pytest.mark.django_db

Kind = Decision.Kind
SHARED = "Sebanyak 27 orang tewas."
RIGHT = "27 people were killed."


@pytest.fixture(autouse=True)
def memory(tmp_path, settings):
    settings.SELARAS_MEMORY = tmp_path / "memory.sqlite3"
    return settings.SELARAS_MEMORY


@pytest.fixture
def renewing(settings):
    settings.SELARAS_SPREAD = "renew"


@pytest.fixture
def colleague(django_user_model):
    return django_user_model.objects.create_user("sari", first_name="Sari")


def sentence(source=SHARED, text="As many as 27 people died.", language="en", **fields):
    version = make_version(make_article(), language)
    return make_segment(version, 1, source=source, text=text, **fields)


def decide(row, by, text=None, kind=Kind.EDITED):
    decision = segment_decide(segment=row, kind=kind, by=by, text=text)
    learning.follow(decision.pk)
    return decision


def take_back(row, by):
    decision = decision_take_back(segment=row, by=by)
    learning.follow(decision.pk)
    return decision


def text_of(row):
    return Segment.objects.get(pk=row.pk).text


def known(path, source=SHARED):
    with Memory(path) as memory:
        return memory.exact(source, target="en")


class TestMemory:
    def test_keeps_what_another_article_still_says(self, editor, memory):
        first, second = sentence(), sentence()
        decide(first, editor, RIGHT)
        decide(second, editor, RIGHT)

        take_back(second, editor)

        entry = known(memory)
        assert entry.translation == RIGHT
        assert entry.article == str(first.version.article_id)

    def test_who_wrote_it_first_stays_its_author(self, editor, colleague, memory):
        decision = decide(sentence(), editor, RIGHT)
        taken = spreading.decision_take_over(
            decision=decision, segment=sentence(), by=colleague
        )
        learning.follow(taken.pk)
        assert known(memory).author == "editor"

    def test_a_step_that_fails_stops_no_other(self, editor, monkeypatch):
        row = sentence()
        report = make_report(row.version, segment=row, source=row.source)

        def broken(decision):
            raise OSError("The disk is full.")

        monkeypatch.setattr(learning, "STEPS", (broken, *learning.STEPS[1:]))
        decision = segment_decide(segment=row, kind=Kind.EDITED, by=editor, text=RIGHT)
        with pytest.raises(ExceptionGroup):
            learning.follow(decision.pk)

        report.refresh_from_db()
        assert report.outcome == Report.Outcome.CORRECTED

    def test_what_failed_is_tried_again_later(self, editor, monkeypatch, memory):
        """
        The memory was locked for a moment: the correction is not lost.
        """
        decision = segment_decide(
            segment=sentence(), kind=Kind.EDITED, by=editor, text=RIGHT
        )
        DBTaskResult.objects.all().delete()

        def broken(decision):
            raise OSError("database is locked")

        with monkeypatch.context() as patch:
            patch.setattr(learning, "STEPS", (broken,))
            before = timezone.now()
            with pytest.raises(ExceptionGroup):
                tasks.follow_decision.call(decision.pk)
            waits, arguments = [], [decision.pk, 0]
            while ordered := again():
                waits.append(round((ordered.run_after - before).total_seconds() / 60))
                arguments = ordered.args_kwargs["args"]
                ordered.delete()
                with pytest.raises(ExceptionGroup):
                    tasks.follow_decision.call(*arguments)

        assert (waits, arguments) == ([1, 2, 4, 8, 16], [decision.pk, 5])
        tasks.follow_decision.call(*arguments)
        assert known(memory).translation == RIGHT
        assert again() is None


def again():
    """
    The order to learn from a decision, if there is one.
    """
    rows = DBTaskResult.objects.filter(task_path__endswith="follow_decision")
    return rows.first()


class TestOffering:
    def test_finds_the_sentence_where_nobody_has_decided(self, editor):
        decision = decide(sentence(), editor, RIGHT)
        wanted = sentence()
        sentence("Gubernur belum berbicara.")
        sentence(language="fr")
        sentence(text=RIGHT)
        decide(sentence(), editor, "Twenty-seven died.")
        old = sentence()
        old.version.state = State.REPLACED
        old.version.save()

        assert spreading.same_elsewhere(decision) == [wanted]
        assert text_of(wanted) != RIGHT

    def test_one_that_is_left_in_indonesian_is_offered(self, editor):
        left = sentence(text=RIGHT, shown=Segment.Shown.ORIGINAL)
        decision = decide(sentence(), editor, RIGHT)
        assert spreading.same_elsewhere(decision) == [left]

        taken = spreading.decision_take_over(decision=decision, segment=left, by=editor)

        left.refresh_from_db()
        assert (taken.kind, left.shown) == (Kind.ACCEPTED, Segment.Shown.TRANSLATION)

    @pytest.mark.parametrize("kind", [Kind.REJECTED])
    def test_what_has_no_text_is_not(self, editor, kind):
        sentence()
        assert spreading.same_elsewhere(decide(sentence(), editor, kind=kind)) == []

    def test_nor_what_does_not_count_any_more(self, editor):
        row, other = sentence(), sentence()
        decision = decide(row, editor, RIGHT)
        take_back(row, editor)
        assert spreading.same_elsewhere(decision) == []
        with pytest.raises(NotAllowed, match="tidak berlaku"):
            spreading.decision_take_over(decision=decision, segment=other, by=editor)

    def test_taking_over_says_from_where(self, editor, colleague):
        decision, other = decide(sentence(), editor, RIGHT), sentence()

        taken = spreading.decision_take_over(
            decision=decision, segment=other, by=colleague
        )

        assert (taken.taken_from, taken.made_by) == (decision, colleague)
        assert text_of(other) == RIGHT
        assert spreading.same_elsewhere(decision) == []

    def test_a_persons_own_decision_is_not_taken_over(self, editor):
        decision, other = decide(sentence(), editor, RIGHT), sentence()
        decide(other, editor, "Mine.")
        with pytest.raises(NotAllowed):
            spreading.decision_take_over(decision=decision, segment=other, by=editor)
        assert text_of(other) == "Mine."

    def test_another_sentence_is_refused(self, editor):
        decision, other = decide(sentence(), editor, RIGHT), sentence("Lain.")
        with pytest.raises(NotAllowed):
            spreading.decision_take_over(decision=decision, segment=other, by=editor)

    def test_nothing_is_done_without_being_asked(self, editor):
        other = sentence()
        decide(sentence(), editor, RIGHT)
        assert text_of(other) == "As many as 27 people died."


@pytest.mark.usefixtures("renewing")
class TestRenewing:
    def test_changes_every_other_place(self, editor):
        others = [sentence() for _ in range(3)]
        decision = decide(sentence(), editor, RIGHT)

        assert [text_of(one) for one in others] == [RIGHT] * 3
        renewals = Decision.objects.filter(taken_from=decision)
        assert [one.made_by for one in renewals] == [editor] * 3

    def test_again_it_changes_nothing(self, editor):
        sentence()
        decision = decide(sentence(), editor, RIGHT)
        learning.follow(decision.pk)
        for one in Decision.objects.all():
            learning.follow(one.pk)
        assert Decision.objects.count() == 2

    def test_goes_on_where_it_was_stopped(self, editor, monkeypatch):
        others = [sentence() for _ in range(3)]
        row = sentence()
        decision = segment_decide(segment=row, kind=Kind.EDITED, by=editor, text=RIGHT)
        whole, done = spreading.decision_take_over, []

        def dies(**what):
            if len(done) == 1:
                raise Killed
            done.append(whole(**what))

        monkeypatch.setattr(spreading, "decision_take_over", dies)
        with pytest.raises(Killed):
            learning.follow(decision.pk)
        monkeypatch.setattr(spreading, "decision_take_over", whole)
        learning.follow(decision.pk)

        assert [text_of(one) for one in others] == [RIGHT] * 3
        assert Decision.objects.filter(taken_from=decision).count() == 3

    def test_never_over_what_a_person_said(self, editor, colleague):
        own, rejected = sentence(), sentence()
        decide(own, colleague, "Mine.")
        decide(rejected, colleague, kind=Kind.REJECTED)
        Decision.objects.filter(taken_from__isnull=False).delete()

        decide(sentence(), editor, RIGHT)

        assert text_of(own) == "Mine."
        rejected.refresh_from_db()
        assert rejected.shown == Segment.Shown.ORIGINAL

    def test_not_where_somebody_is_at_work(self, editor, colleague):
        busy = sentence()
        seat_take(segment=busy, by=colleague)
        decision = decide(sentence(), editor, RIGHT)
        assert text_of(busy) != RIGHT
        assert spreading.same_elsewhere(decision) == [busy]

    def test_is_taken_back_with_its_correction(self, editor):
        row, other = sentence(), sentence()
        decide(row, editor, RIGHT)
        undo = take_back(row, editor)
        learning.follow(undo.pk)
        assert text_of(other) == "As many as 27 people died."

    def test_and_made_anew_when_that_is_corrected_again(self, editor):
        row, other = sentence(), sentence()
        decide(row, editor, RIGHT)
        decide(row, editor, "Twenty-seven people died.")
        assert text_of(other) == "Twenty-seven people died."
        take_back(row, editor)
        assert text_of(other) == RIGHT
        take_back(row, editor)
        decide(row, editor, "27 died.")
        assert text_of(other) == "27 died."

    def test_what_somebody_undid_there_stays_undone(self, editor, colleague):
        row, other = sentence(), sentence()
        decision = decide(row, editor, RIGHT)
        take_back(other, colleague)
        learning.follow(decision.pk)
        assert text_of(other) == "As many as 27 people died."
        assert spreading.same_elsewhere(decision) == [other]

    def test_is_bounded(self, editor, monkeypatch):
        monkeypatch.setattr(spreading, "AT_ONCE", 2)
        monkeypatch.setattr(spreading.same_elsewhere, "__kwdefaults__", {"most": 2})
        others = [sentence() for _ in range(5)]
        decision = decide(sentence(), editor, RIGHT)
        assert sum(text_of(one) == RIGHT for one in others) == 2
        learning.follow(decision.pk)
        learning.follow(decision.pk)
        assert sum(text_of(one) == RIGHT for one in others) == 5


class TestReports:
    def test_a_changed_text_answers_its_readers(self, editor):
        row = sentence()
        one = make_report(row.version, segment=row, source=row.source, name="Ibu Sri")
        two = make_report(row.version, source=row.source, kind="name")
        other = make_report(row.version, source="Lain.")
        whole = make_report(row.version)

        decision = decide(row, editor, RIGHT)

        for report in (one, two):
            report.refresh_from_db()
            assert (report.outcome, report.decision) == ("corrected", decision)
            assert report.closed_by == editor
        assert set(Report.objects.filter(outcome="open")) == {other, whole}
        assert ticketing.thanks_for(row.version) == ()
        ticketing.reporter_thank(report=one, by=editor)
        assert ticketing.thanks_for(row.version) == ("Ibu Sri",)

    def test_one_that_changes_nothing_does_not(self, editor):
        row = sentence()
        report = make_report(row.version, source=row.source, translation=row.text)
        decide(row, editor, kind=Kind.ACCEPTED)
        decide(row, editor, kind=Kind.REJECTED)
        report.refresh_from_db()
        assert report.outcome == "open"

    def test_taking_it_back_opens_them_again(self, editor):
        row = sentence()
        report = make_report(row.version, source=row.source, name="Sri")
        decide(row, editor, RIGHT)
        ticketing.reporter_thank(report=report, by=editor)
        undo = take_back(row, editor)
        learning.follow(undo.pk)
        report.refresh_from_db()
        assert (report.outcome, report.closed_at) == ("open", None)
        assert ticketing.thanks_for(row.version) == ()

    def test_what_came_later_is_not_answered(self, editor):
        row = sentence()
        decision = decide(row, editor, RIGHT)
        report = make_report(row.version, source=row.source, translation="Old.")
        learning.follow(decision.pk)
        report.refresh_from_db()
        assert report.outcome == "open"

    def test_nor_what_somebody_opened_again(self, editor, colleague):
        row = sentence()
        report = make_report(row.version, source=row.source)
        decision = decide(row, editor, RIGHT)
        report.refresh_from_db()
        ticketing.ticket_reopen(report=report, by=colleague)
        learning.follow(decision.pk)
        report.refresh_from_db()
        assert report.outcome == "open"
        decide(row, editor, "Twenty-seven.")
        report.refresh_from_db()
        assert report.outcome == "corrected"


REGENT = [
    (f"Bupati Luwu datang ke desa {name}.", f"The {{}} of Luwu came to {name}.")
    for name in ("Masamba", "Baebunta", "Sabbang", "Malangke", "Seko", "Rampi")
]


def corrected(number, by, new="regent", old="mayor"):
    source, text = REGENT[number]
    row = sentence(source, text.format(old))
    decide(row, by, text.format(new))
    return row


class TestCandidates:
    def test_one_change_is_none(self, editor):
        corrected(0, editor)
        assert not Candidate.objects.exists()

    def test_the_same_in_two_sentences_is_one(self, editor):
        corrected(0, editor)
        corrected(1, editor)
        row = Candidate.objects.get()
        assert (row.kind, row.language, row.before, row.after, row.times) == (
            "term",
            "en",
            "mayor",
            "regent",
            2,
        )
        assert row.example.source == REGENT[1][0]

    def test_the_same_sentence_twice_is_not(self, editor, settings):
        corrected(0, editor)
        corrected(0, editor)
        assert not Candidate.objects.exists()

    def test_a_third_raises_it_and_again_does_not(self, editor):
        rows = [corrected(n, editor) for n in range(3)]
        for decision in Decision.objects.all():
            learning.follow(decision.pk)
        assert Candidate.objects.get().times == 3
        assert len(rows) == 3

    def test_a_decision_that_is_taken_back_takes_its_share(self, editor):
        rows = [corrected(n, editor) for n in range(3)]
        take_back(rows[0], editor)
        assert Candidate.objects.get().times == 2
        take_back(rows[1], editor)
        assert not Candidate.objects.exists()

    def test_two_edits_of_a_sentence_are_one_change(self, editor):
        row = corrected(0, editor, new="chief")
        decide(row, editor, REGENT[0][1].format("regent"))
        corrected(1, editor)
        assert Candidate.objects.get().before == "mayor"

    def test_names_the_only_indonesian_name_that_fits(self, editor):
        for source, text in (
            ("Jalan ke Makassar rusak.", "The road to {} is broken."),
            ("Hujan turun di Makassar.", "Rain fell in {} today."),
        ):
            decide(
                sentence(source, text.format("Ujung Pandang")),
                editor,
                text.format("Makassar"),
            )
        row = Candidate.objects.get()
        assert (row.kind, row.source) == ("name", "Makassar")
        assert (row.before, row.after) == ("Ujung Pandang", "Makassar")

    def test_of_characters_it_is_the_word_around(self, editor):
        for source, text in (
            ("Gempa di sana.", "昨天在展{}发生地震。"),
            ("Banjir di sana.", "展{}的洪水退了。"),
        ):
            row = sentence(source, text.format("玉"), "zh")
            decide(row, editor, text.format("育"))
        row = Candidate.objects.get()
        assert (row.before, row.after) == ("展玉", "展育")

    def test_katakana_is_a_name(self, editor):
        for source, text in (
            ("Gempa di sana.", "{}で地震があった。"),
            ("Banjir di sana.", "雨が{}に降った。"),
        ):
            row = sentence(source, text.format("チアンジュル"), "ja")
            decide(row, editor, text.format("チアンジュール"))
        row = Candidate.objects.get()
        assert (row.kind, row.after) == ("name", "チアンジュール")

    def test_what_was_taken_over_counts_once(self, editor):
        decision = decide(
            sentence(*REGENT[0][:1], "The mayor left."), editor, "The regent left."
        )
        other = sentence(REGENT[0][0], "The mayor left.")
        taken = spreading.decision_take_over(
            decision=decision, segment=other, by=editor
        )
        learning.follow(taken.pk)
        assert not Candidate.objects.exists()

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("There were 27 dead.", "There were 72 dead."),
            ("He left, and slept.", "He left and slept."),
            ("A b c d e f.", "Something else was written here anew."),
            ("", "New."),
            ("Old.", ""),
        ],
    )
    def test_numbers_marks_and_new_sentences_are_none(self, before, after):
        assert changes(before, after, "en") == []

    def test_words_that_changed_sides_are_one(self):
        [change] = changes(
            "He met the Minister of Home Affairs.",
            "He met the Interior Minister.",
            "en",
        )
        assert change.core == ("Minister of Home Affairs", "Interior Minister")

    def test_taking_makes_a_term(self, editor):
        corrected(0, editor)
        corrected(1, editor)
        row = Candidate.objects.get()

        candidate_take(candidate=row, by=editor, source=" Bupati\n")

        term = Term.objects.get()
        assert (term.source, term.kind, term.made_by) == ("Bupati", "term", editor)
        assert [(r.language, r.text, r.status) for r in term.renderings.all()] == [
            ("en", "regent", "preferred")
        ]
        with pytest.raises(NotAllowed):
            candidate_take(candidate=row, by=editor, source="Bupati")

    @pytest.mark.parametrize("source", ["", "\x00", "x" * 201])
    def test_without_a_word_it_makes_none(self, editor, source):
        row = Candidate.objects.create(
            kind="term", language="en", before="a", after="b"
        )
        with pytest.raises(NotAllowed):
            candidate_take(candidate=row, by=editor, source=source)
        assert not Term.objects.exists()

    def test_what_the_newsroom_says_otherwise_is_not_overwritten(self, editor):
        term = Term.objects.create(source="Bupati")
        Rendering.objects.create(term=term, language="en", text="district head")
        row = Candidate.objects.create(
            kind="term", language="en", before="mayor", after="regent"
        )
        with pytest.raises(NotAllowed, match="district head"):
            candidate_take(candidate=row, by=editor, source="Bupati")
        row.refresh_from_db()
        assert row.outcome == "open"

    def test_who_declined_is_not_asked_again(self, editor):
        corrected(0, editor)
        corrected(1, editor)
        candidate_decline(candidate=Candidate.objects.get())
        last = corrected(2, editor)
        row = Candidate.objects.get()
        assert (row.outcome, row.times) == ("declined", 3)
        take_back(last, editor)
        row.refresh_from_db()
        assert row.times == 2
        candidate_reopen(candidate=row)
        with pytest.raises(NotAllowed):
            candidate_reopen(candidate=row)


def accepted(number, by, kind=Kind.ACCEPTED, text=None):
    row = sentence(f"Kalimat ke-{number}.", f"Sentence {number}.")
    make_finding(row, check_name="same-names", severity="review")
    decide(row, by, text, kind)
    return row


class TestRules:
    def test_from_five_on(self, editor):
        for number in range(4):
            accepted(number, editor)
        assert not Candidate.objects.exists()
        accepted(4, editor)
        row = Candidate.objects.get()
        assert (row.kind, row.check_name, row.language, row.times) == (
            "rule",
            "same-names",
            "en",
            5,
        )

    def test_only_where_most_are_overruled(self, editor):
        for number in range(5):
            accepted(number, editor)
        accepted(5, editor, Kind.EDITED, "A new one.")
        assert Candidate.objects.get().times == 5
        accepted(6, editor, Kind.REJECTED)
        assert not Candidate.objects.exists()

    def test_takes_back_its_share(self, editor):
        rows = [accepted(number, editor) for number in range(6)]
        take_back(rows[0], editor)
        assert Candidate.objects.get().times == 5
        take_back(rows[1], editor)
        assert not Candidate.objects.exists()

    def test_what_was_mended_is_no_finding(self, editor):
        for number in range(5):
            row = sentence(f"Kalimat ke-{number}.", f"Sentence {number}.")
            make_finding(row, severity="mended")
            decide(row, editor, kind=Kind.ACCEPTED)
        assert not Candidate.objects.exists()


class Killed(BaseException):
    """
    Nobody catches the end of a process.
    """


def everything():
    """
    What there is of all that a decision leads to, without the numbers of rows.
    """
    return (
        sorted(Decision.objects.values_list("article", "kind", "text")),
        sorted(Report.objects.values_list("outcome", "answer")),
        sorted(Candidate.objects.values_list("kind", "before", "after", "times")),
        sorted(Segment.objects.values_list("version__article", "text")),
    )


@pytest.mark.usefixtures("renewing")
@pytest.mark.parametrize("step", range(len(learning.STEPS) + 1))
def test_may_be_killed_between_any_two_steps(step, editor, monkeypatch, memory):
    """
    Done again from the beginning, it ends as if nothing had happened.
    """
    corrected(0, editor)
    row = sentence(REGENT[1][0], REGENT[1][1].format("mayor"))
    other = sentence(row.source, row.text)
    make_finding(row)
    make_report(row.version, source=row.source, translation=row.text)
    right = REGENT[1][1].format("regent")
    decision = segment_decide(segment=row, kind=Kind.EDITED, by=editor, text=right)
    steps = learning.STEPS

    def dies(decision):
        raise Killed

    monkeypatch.setattr(learning, "STEPS", (*steps[:step], dies, *steps[step:]))
    with pytest.raises(Killed):
        learning.follow(decision.pk)
    monkeypatch.setattr(learning, "STEPS", steps)
    learning.follow(decision.pk)
    once = everything()
    learning.follow(decision.pk)

    assert everything() == once
    assert text_of(other) == right
    assert Report.objects.get().outcome == "corrected"
    assert Candidate.objects.get().times == 2
    assert known(memory, row.source).translation == right


class TestHistories:
    def test_know_what_the_machine_said_first(self, editor):
        row = sentence()
        decide(row, editor, "One.")
        last = decide(row, editor, "Two.")
        history = history_of(last)
        assert history.first[last.pk] == "As many as 27 people died."
        assert history.counts == last
        take_back(row, editor)
        assert history_of(last).left == last

    def test_of_a_ticket_that_is_declined_readers_are_told_why(self, editor):
        row = sentence()
        report = make_report(row.version, source=row.source, name="Sri")
        with pytest.raises(NotAllowed):
            ticketing.ticket_decline(report=report, by=editor, answer=" \x00 ")
        ticketing.ticket_decline(report=report, by=editor, answer="It is right.")
        report.refresh_from_db()
        assert (report.outcome, report.answer) == ("declined", "It is right.")
        assert report.closed_at <= timezone.now() + timedelta(seconds=1)
        assert ticketing.thanks_for(row.version) == ()

    def test_nothing_old_is_written_over_something_new(self, editor):
        """
        Somebody decides while another looks: what is written is what counts at last.
        """
        row, looks, written = sentence(), [], []

        def look():
            if not looks:
                segment_decide(segment=row, kind=Kind.EDITED, by=editor, text=RIGHT)
            looks.append(Decision.objects.count())
            return looks[-1]

        def write(seen):
            written.append(seen)
            return True

        decide(sentence("Lain."), editor, "Other.")
        assert look_and_write("en", look, write)
        assert (len(looks), written) == (2, [2])
