"""
Tables of what people found who read translations, and of what that makes expected.
"""

from benchmarks.markdown import read, table
from selaras.languages import LANGUAGES, TARGETS


def risk(part: str = "rows") -> str:
    """
    How far the risk score can be believed, in all and per language.
    """
    names = {tag: LANGUAGES[tag].english_name for tag in TARGETS} | {"all": "all"}
    rows = [
        (
            names[tag],
            f"{row['n']:,}",
            f"{row['bad']:.1%}",
            f"{row['expected']:.1%}",
            f"{row['ece']:.3f}",
            f"{row['auc']:.2f}",
            f"{row['auc_of_the_models_score']:.2f}",
            f"{row['auc_of_findings']:.2f}",
        )
        for tag, row in read("risk")[part].items()
    ]
    heads = (
        *("", "sentences", "critical", "expected", "calibration error (ECE, 10 bins)"),
        *("order (AUC)", "AUC of the model's score alone", "of any finding alone"),
    )
    return table(heads, rows)


def doubts() -> str:
    """
    What readers are not told to doubt, by the risk from which on they are.
    """
    rows = [
        (
            f"{row['bound']:.0%}",
            f"{row['in_doubt']:,}",
            f"{row['not_in_doubt']:,}",
            f"{row['critical']:,}",
            f"{row['wilson95'][0]:.0%}–{row['wilson95'][1]:.0%}",
        )
        for row in read("risk")["bounds"]
    ]
    heads = ("from", "in doubt", "not in doubt", "of these critical", "95% interval")
    return table(heads, rows)


def verdicts(name: str) -> str:
    """
    What readers found in every sentence of a set.
    """
    rows = [
        (
            LANGUAGES[tag].english_name,
            f"{row['in_indonesian']} of {row['sentences']}",
            f"{row['read']}",
            f"{row['critical']} ({row['critical'] / row['read']:.0%})",
            f"{row['critical_found']} of {row['found']}",
            f"{row['minor']}",
            f"{row['right']}",
            f"{row['in_doubt']}",
            f"{row['critical_not_in_doubt']}",
        )
        for tag, row in read("end-to-end")["sets"][name]["verdicts"].items()
    ]
    heads = (
        *("", "failed closed", "read", "critical", "critical where a check found any"),
        *("minor faults only", "right", "in doubt", "critical and not in doubt"),
    )
    return table(heads, rows)


KINDS = {
    "word": "an unrelated word for a key word",
    "headline": "a headline that says something else",
    "quotation": "a quotation falsified",
    "who": "who did what",
    "name": "names",
    "office": "offices, bodies, laws",
    "negation": "negation, direction, degree",
    "lost": "a clause lost",
    "added": "a clause added",
    "nonsense": "nonsense",
    "number": "what a number counts, numbers",
    "date": "dates",
    "status": "legal and casualty status",
}


def kinds() -> str:
    """
    Of what kinds the critical errors are: our own news, then what came later.
    """
    sets = read("end-to-end")["sets"].values()
    rows = [
        (
            said,
            *(
                " · ".join(str(told["kinds"][tag].get(kind, 0)) for told in sets)
                for tag in TARGETS
            ),
        )
        for kind, said in KINDS.items()
    ]
    return table(("", *TARGETS), rows)


def known_names() -> str:
    """
    What becomes of the names of the lexicon, in both sets together.
    """
    rows = []
    for tag in TARGETS:
        own = [told["names"][tag] for told in read("end-to-end")["sets"].values()]
        counts = [
            sum(told.get(part, 0) for told in own)
            for part in ("names", "right", "in_indonesian", "in_doubt", "unsaid")
        ]
        rows.append((LANGUAGES[tag].english_name, *map(str, counts)))
    heads = (
        *("", "names", "as the lexicon has them", "sentence in Indonesian"),
        *("found by the check of names", "otherwise said, or lost"),
    )
    return table(heads, rows)
