"""
The pages of the translation memory.
"""

import re
import time

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from selaras.memory import Entry, Memory
from selaras_site.accounts import roles

from .factories import make_article

PAGE = "/newsroom/versions/memory/"


@pytest.fixture(autouse=True)
def memory(tmp_path, settings):
    settings.SELARAS_MEMORY = tmp_path / "memory.sqlite3"
    return settings.SELARAS_MEMORY


@pytest.fixture
def filled(newsroom, memory):
    """
    A memory with a person's and a machine's entries.
    """
    article = make_article()
    with Memory(memory) as known:
        known.remember_many(
            [
                Entry(text="Hujan turun.", translation="Rain fell.", target="en",
                      engine="local", model="selaras 1"),
                Entry(text="Hujan turun.", translation="هطل المطر.", target="ar",
                      level="human", author="Sari", article=str(article.pk)),
                Entry(text="Banjir 5%.", translation="L’État a déclaré 5_%.",
                      target="fr", engine="local", model="selaras 1"),
            ]
        )  # fmt: skip
        known.used([2, 2])
    return article


def page(client, **asked):
    answer = client.get(reverse("desk:memory"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def entry(number, memory):
    with Memory(memory) as known:
        return known.entry(number)


class TestSearch:
    def test_shows_who_when_where_from_and_how_often(self, reviewer, filled):
        shown = page(reviewer, by="people")
        assert "هطل المطر." in shown
        assert 'lang="ar" dir="rtl"' in shown
        assert "Sari" in shown
        assert "used 2 times" in shown
        assert (
            reverse("wagtailsnippets_articles_article:edit", args=[filled.pk]) in shown
        )
        assert "Rain fell." not in shown

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("HUJAN", 2),
            ("rain", 1),
            ("état", 1),
            ("المطر", 1),
            ("5%", 1),
            ("%", 1),
            ("_", 1),
            ("'; DROP TABLE entry", 0),
            ("\x00", 3),
            ("x" * 5000, 0),
            ("", 3),
        ],
    )
    def test_finds_words_of_either_side(self, reviewer, filled, words, found):
        shown = page(reviewer, q=words)
        assert shown.count('class="memory-row"') == found

    def test_narrows_by_language_and_who(self, reviewer, filled):
        assert page(reviewer, language="en").count('class="memory-row"') == 1
        assert page(reviewer, by="machine").count('class="memory-row"') == 2
        assert "nothing like that" in page(reviewer, language="zh")

    @pytest.mark.parametrize("before", ["0", "-1", "x", "9" * 40, "٣"])
    def test_odd_addresses_do_no_harm(self, reviewer, filled, before):
        page(reviewer, before=before, language="xx", by="nobody")

    def test_pages_without_gaps(self, reviewer, memory, newsroom):
        with Memory(memory) as known:
            known.remember_many(
                Entry(text=f"Kalimat {n}.", translation=f"Sentence {n}.", target="en")
                for n in range(120)
            )
        seen, asked = [], {"q": "sentence"}
        while True:
            shown = page(reviewer, **asked)
            seen += re.findall(r"Sentence (\d+)\.", shown)
            more = re.search(r"before=(\d+)", shown)
            if not more:
                break
            asked["before"] = more[1]
        assert seen == [str(n) for n in reversed(range(120))]

    def test_an_empty_memory_says_so(self, reviewer):
        assert "The memory is empty." in page(reviewer)

    def test_a_file_that_cannot_be_used_says_so(self, reviewer, memory):
        memory.write_bytes(b"this is no database, whatever its name may say of it")
        shown = page(reviewer)
        assert "The memory cannot be used." in shown
        assert "is damaged" in shown

    def test_is_quick_where_nothing_is_found(self, reviewer, memory, newsroom):
        """
        Everything was looked at: a tenth of a large memory.
        """
        with Memory(memory) as known:
            known.remember_as_they_come(
                Entry(
                    text=f"Sebanyak {n} orang tewas dalam gempa di Cianjur, kata BPS.",
                    translation=f"As many as {n} people died in the Cianjur quake.",
                    target="en",
                )
                for n in range(20_000)
            )
        page(reviewer)
        began = time.process_time()
        shown = page(reviewer, q="tidak ada yang begini")
        assert "nothing like that" in shown
        assert time.process_time() - began < 0.5


class TestChanging:
    def test_is_kept_in_the_name_of_who_did(self, reviewer, filled, memory):
        address = reverse("desk:memory_entry", args=[2])
        assert "هطل المطر.</textarea>" in reviewer.get(address).content.decode()
        reviewer.post(address, {"text": " نزل  المطر. ", "seen": "هطل المطر."})
        kept = entry(2, memory)
        assert kept.translation == "نزل المطر."
        assert kept.author.startswith("orang")
        assert kept.article == str(filled.pk)
        [logged] = ModelLogEntry.objects.filter(action="selaras.memory.edited")
        assert "هطل المطر. → نزل المطر." in logged.message

    def test_of_a_machines_entry_is_a_persons(self, reviewer, filled, memory):
        address = reverse("desk:memory_entry", args=[1])
        reviewer.post(address, {"text": "It rained.", "seen": "Rain fell."})
        with Memory(memory) as known:
            found = known.exact("Hujan turun.", target="en", engine="local")
        assert (found.translation, found.level) == ("It rained.", "human")
        assert found.model == "selaras 1"

    def test_never_overwrites_what_was_not_seen(self, reviewer, filled, memory):
        address = reverse("desk:memory_entry", args=[2])
        answer = reviewer.post(address, {"text": "Mine.", "seen": "An older one."})
        assert "changed meanwhile" in reviewer.get(answer.url).content.decode()
        assert entry(2, memory).translation == "هطل المطر."

    @pytest.mark.parametrize("text", ["", " \x00 ", "x" * 6000])
    def test_what_is_no_sentence_is_refused(self, reviewer, filled, memory, text):
        answer = reviewer.post(
            reverse("desk:memory_entry", args=[2]), {"text": text, "seen": "هطل المطر."}
        )
        assert answer.status_code == 200
        assert 'role="alert"' in answer.content.decode()
        assert entry(2, memory).translation == "هطل المطر."

    def test_words_of_people_are_never_markup(self, reviewer, filled, memory):
        nasty = "<script>alert(1)</script>"
        address = reverse("desk:memory_entry", args=[2])
        reviewer.post(address, {"text": nasty, "seen": "هطل المطر."})
        assert nasty not in page(reviewer)
        assert nasty not in reviewer.get(address).content.decode()

    @pytest.mark.parametrize("number", [0, 99, 10**18, 10**30])
    def test_what_is_not_there_is_not_found(self, reviewer, filled, number):
        assert reviewer.get(f"{PAGE}{number}/").status_code == 404

    def test_a_memory_that_cannot_be_used_is_told(self, reviewer, memory):
        memory.write_bytes(b"this is no database, whatever its name may say of it")
        answer = reviewer.get(f"{PAGE}1/", follow=True)
        assert "The memory cannot be used." in answer.content.decode()


class TestForgetting:
    def test_asks_first(self, chief, filled, memory):
        address = reverse("desk:memory_forget", args=[2])
        assert "Take this entry out" in chief.get(address).content.decode()
        assert entry(2, memory) is not None

        chief.post(address)
        assert entry(2, memory) is None
        assert entry(1, memory) is not None
        assert ModelLogEntry.objects.filter(action="selaras.memory.forgotten").exists()
        assert chief.post(address).status_code == 404


class TestWhoMay:
    @pytest.mark.parametrize(
        ("role", "change", "forget"),
        [
            (roles.REPORTER, False, False),
            (roles.REVIEWER, True, False),
            ("Reviewer (ar)", True, False),
            ("Reviewer (ja)", False, False),
            (roles.EDITOR, True, False),
            (roles.CHIEF, True, True),
            (roles.OPERATOR, False, True),
        ],
    )
    def test_change_and_forget(self, client_of, filled, memory, role, change, forget):
        client = client_of(role)
        assert "هطل المطر." in page(client)
        client.post(
            reverse("desk:memory_entry", args=[2]),
            {"text": "نزل المطر.", "seen": "هطل المطر."},
        )
        assert (entry(2, memory).translation == "نزل المطر.") is change
        client.post(reverse("desk:memory_forget", args=[2]))
        assert (entry(2, memory) is None) is forget
