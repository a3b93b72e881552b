"""
Clauses translated one by one, put together.
"""

from selaras.article.model import Link
from selaras.engines.legs import Clause, Job, Leg, Raw, Want, joined


def job(text: str, start: int) -> Job:
    clause = Clause(text=text, start=start, pieces=(text,))
    return Job(clause=clause, leg=Leg(text, "id", "en"), want=Want())


def test_a_full_stop_taken_away_takes_its_link_with_it():
    """
    A model ends every clause with a full stop, and says what the stop came from.
    """
    jobs = [job("Gempa,", 0), job(" banjir", 6)]
    stop = Link(source=(5, 6), target=(5, 6), weight=0.9)
    word = Link(source=(0, 5), target=(0, 5), weight=0.8)
    other = Link(source=(1, 7), target=(0, 5), weight=0.7)

    whole = joined(
        jobs,
        [Raw(text="Quake.", links=(word, stop)), Raw(text="flood", links=(other,))],
    )

    assert whole.text == "Quake flood"
    assert whole.links == (word, Link(source=(7, 13), target=(6, 11), weight=0.7))
