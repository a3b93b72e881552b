"""
The questions that decide whether a sentence ends at a stop.

Each takes a stop and says yes, no, or nothing; the first that says something decides.
Their order is the order of ``VERDICTS`` at the foot of the file.
"""

import re
from collections.abc import Callable

from selaras.text.sentences.stop import BLANK_LINE, CLOSERS, Stop

Verdict = Callable[[Stop], bool | None]

GOES_ON = ",;:.!?-–—…%/=&+)]،؛，、；：・"
SHORT = 6
LONGEST_QUOTATION = 600
ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[IVX]{1,4})")
LIST_LEAD = re.compile(r"[:;,]\Z")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
DEGREE = re.compile(
    r"(?:S|M|A|B|D|Sp|Ph|LL|Dipl|Lc|Grad|MM|SE|ST|SH|MH|MSi)"
    r"(?:\.[A-Za-z][A-Za-z]{0,6}(?:-[A-Z]+)?)+"
)
MIXED_CASE = re.compile(r"[a-z]{1,2}-?[A-Z]|e-[a-z]")
ROMAN = re.compile(r"[XVLCDM]{2,}|[XV]")
NUMERAL = re.compile(r"(?:Rp\.?)?\d(?:[\d.,]*\d)?")
CURLY = ("\N{RIGHT DOUBLE QUOTATION MARK}", ")")
NUMBERED = re.compile(r"[A-Z/.-]*\d")
NAME = re.compile(r"[A-Z][\w'-]+\.? [A-Z]")
WHOLE_WORD = re.compile(r"(?:[a-z]{2}|\d\d|\d[%)])\Z")
GLUED_SENTENCE = re.compile(r"[A-Z][a-z]")
FOREIGN_TLD = re.compile(r"(?:Com|Id|Co|Net|Org|Go|Tv)\b")
BYLINE = re.compile(r"\([^()\n]{1,50}\)\.?\s*(?:\Z|\n)")


def ends_the_paragraph(stop: Stop) -> bool | None:
    """
    Yes before an empty line and at the end of the text.
    """
    return True if BLANK_LINE.match(stop.text, stop.end) else None


def has_said_nothing_yet(stop: Stop) -> bool | None:
    """
    No where nothing but marks stands before the stop: "... ditangani" at its start.
    """
    so_far = stop.text[stop.begin : min(stop.start, stop.begin + 8)]
    return False if not any(map(str.isalnum, so_far)) and len(so_far) < 8 else None


def is_an_enumerator(stop: Stop) -> bool | None:
    """
    No after the number of a list item: "1. Warga wajib", "syaratnya: a. KTP".
    """
    if stop.run != "." or not ENUMERATOR.fullmatch(stop.word):
        return None
    first = len(stop.before) == 1 and stop.start - stop.begin <= len(stop.word) + 1
    listed = stop.word.isdigit() or stop.word.islower()
    led = len(stop.before) > 1 and LIST_LEAD.search(stop.before[-2])
    return False if (first and not stop.word.isupper()) or (listed and led) else None


def is_inside_a_quotation(stop: Stop) -> bool | None:
    """
    No between Japanese quotation marks, whose sentences belong to the one around.
    """
    pair = stop.rules.quotation
    if not pair:
        return None
    quoted = stop.text[max(stop.begin, stop.end - LONGEST_QUOTATION) : stop.end]
    return False if quoted.count(pair[0]) > quoted.count(pair[1]) else None


def goes_on_to_say_who_spoke(stop: Stop) -> bool | None:
    """
    No between a quotation and its speaker: “我们准备好了。” and 他说。 are one.
    """
    who = stop.rules.attribution
    return False if who and stop.closing and who.match(stop.after) else None


def follows_without_space(stop: Stop) -> bool | None:
    """
    Where white space was forgotten, yes between words of a sentence: "datang.Warga".

    "Kompas.Com", "Jl.Sudirman" and "S.Pd" are no ends, and neither is "1.250".
    """
    if not stop.glued or not stop.rules.spaced:
        return None
    rules = stop.rules
    if stop.word in rules.titles | rules.counters | rules.inner:
        return False
    closed_open_quote = (
        not stop.closing or stop.closing in CURLY or stop.quotes % 2 == 1
    )
    return bool(
        closed_open_quote
        and WHOLE_WORD.search(stop.word)
        and GLUED_SENTENCE.match(stop.after)
        and not FOREIGN_TLD.match(stop.after)
    )


def goes_on_in_lower_case(stop: Stop) -> bool | None:
    """
    No before a small letter, unless it is that of "e-KTP", "iPhone" or "dr. Mary".
    """
    begins = MIXED_CASE.match(stop.opened) or next_is_title(stop)
    return False if stop.opened[:1].islower() and not begins else None


def goes_on_with_a_mark(stop: Stop) -> bool | None:
    """
    No before a comma or a dash: ["Siap." - Budi].
    """
    return False if stop.after[:1] in GOES_ON else None


def is_a_byline(stop: Stop) -> bool | None:
    """
    Yes before the writer's mark at the end of a paragraph: "(ant/red)".
    """
    return True if BYLINE.match(stop.after) else None


def is_a_title_in_brackets(stop: Stop) -> bool | None:
    """
    No after "Jenderal (Purn.)" before a name.
    """
    title = stop.closing == ")" and stop.word in stop.rules.titles
    return False if title and not starts_a_sentence(stop) else None


def is_more_than_a_full_stop(stop: Stop) -> bool | None:
    """
    Yes after a question, an exclamation, an ellipsis, and whatever closes a quotation.
    """
    closed = stop.end > stop.closers or stop.text[stop.start - 1] in CLOSERS
    return True if closed or stop.run != "." else None


def never_ends_a_sentence(stop: Stop) -> bool | None:
    """
    No after "s.d." or "vs".
    """
    return False if stop.word in stop.rules.inner else None


def counts_what_follows(stop: Stop) -> bool | None:
    """
    No between "No." or "hlm." and a number.
    """
    if stop.word.rpartition("/")[2] not in stop.rules.counters:
        return None
    follows = NUMBERED.match(stop.opened) or ROMAN.fullmatch(stop.next_word)
    return False if follows or stop.next_word in stop.rules.counted else None


def names_what_follows(stop: Stop) -> bool | None:
    """
    No between a title and a name: "Prof. Budi", "Prof.Dr.H. Budi", "Jl. Sudirman".
    """
    if not is_title(stop):
        return None
    return stop.next_word in stop.rules.starters


def may_close(stop: Stop) -> bool | None:
    """
    After "Tbk." or "S.H.", only a bracket or another degree goes on.
    """
    degree = is_degree(stop)
    if not degree and stop.word not in stop.rules.closing:
        return None
    return not (stop.after.startswith("(") or (degree and next_is_degree(stop)))


def names_an_officer(stop: Stop) -> bool | None:
    """
    No between a firm and its director's name: "Direktur PT Astra Tbk. Budi Hadi".
    """
    if stop.word not in stop.rules.closing or not stop.rules.offices.intersection(
        stop.before
    ):
        return None
    return False if NAME.match(stop.after) and not starts_a_sentence(stop) else None


def is_an_initial(stop: Stop) -> bool | None:
    """
    No inside "W.R. Supratman"; yes after "golongan A." and before a word of no name.
    """
    if not INITIALS.fullmatch(stop.word):
        return None
    if starts_a_sentence(stop) or is_labelled(stop):
        return True
    return not (stop.next_word[:1].isupper() or stop.opened[:1].isdigit())


def is_title(stop: Stop) -> bool:
    """
    Whether the word is a title, or titles and initials written without white space.
    """
    titles = stop.rules.titles
    parts = stop.word.split(".")
    glued = any(part in titles for part in parts)
    return stop.word in titles or (
        glued and all(part in titles or len(part) == 1 for part in parts)
    )


def next_is_title(stop: Stop) -> bool:
    """
    Whether a title with its stop follows: "dr. Mary".
    """
    word = stop.next_word
    return word in stop.rules.titles and stop.opened[len(word) :].startswith(".")


def is_degree(stop: Stop) -> bool:
    """
    Whether the stop ends an academic degree rather than initials.
    """
    if not DEGREE.fullmatch(stop.word):
        return False
    previous = stop.before[-2] if len(stop.before) > 1 else ""
    written_out = any(len(part) > 1 for part in stop.word.split("."))
    return written_out or previous.endswith(",") or is_degree_word(previous)


def next_is_degree(stop: Stop) -> bool:
    """
    Whether another degree follows, as in "S.H. M.Hum.", without a comma.
    """
    return is_degree_word(stop.opened.split(None, 1)[0]) if stop.opened else False


def is_degree_word(word: str) -> bool:
    """
    Whether a whole word is a degree with its stop.
    """
    return word.endswith((".", ".,")) and bool(DEGREE.fullmatch(word.rstrip(".,")))


def starts_a_sentence(stop: Stop) -> bool:
    """
    Whether what follows an initial is a word that no name holds.
    """
    word, rules = stop.next_word, stop.rules
    return (
        word in rules.starters
        or word in rules.nouns
        or (len(word) > SHORT and word.endswith(rules.starter_ending))
    )


def is_labelled(stop: Stop) -> bool:
    """
    Whether the letter is a label or a unit: "golongan A", "Pakubuwono X", "20 M".
    """
    if len(stop.before) < 2:
        return False
    previous = stop.before[-2].lstrip("(\"'“")
    return (
        previous.casefold() in stop.rules.labels
        or bool(ROMAN.fullmatch(stop.word))
        or bool(NUMERAL.fullmatch(previous))
    )


VERDICTS: tuple[Verdict, ...] = (
    ends_the_paragraph,
    has_said_nothing_yet,
    is_inside_a_quotation,
    goes_on_to_say_who_spoke,
    follows_without_space,
    is_an_enumerator,
    is_a_byline,
    goes_on_in_lower_case,
    goes_on_with_a_mark,
    is_a_title_in_brackets,
    is_more_than_a_full_stop,
    never_ends_a_sentence,
    counts_what_follows,
    names_an_officer,
    may_close,
    names_what_follows,
    is_an_initial,
)


def ends_sentence(stop: Stop) -> bool:
    """
    The first verdict that is given, and yes where none is.
    """
    given = (verdict(stop) for verdict in VERDICTS)
    return next((answer for answer in given if answer is not None), True)
