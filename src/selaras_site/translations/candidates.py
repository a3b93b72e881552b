"""
What people change again and again: candidates for the newsroom's terms and names.

The replaced words of every edit are compared with those of all others in the language.
The same replacement in two different sentences is a candidate; who takes it makes a
term with a rendering of it, who declines it is not asked again.

Nothing is added up: each time, what counts now is counted, so that a decision which is
taken back takes its share with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from selaras.languages import Tag
from selaras.terms import lexicon, read_names
from selaras.terms.rendering import rendering
from selaras_site.accounts.models import User
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.histories import (
    History,
    Where,
    histories_at,
    history_of,
    look_and_write,
)
from selaras_site.translations.models import Candidate, Decision, Term
from selaras_site.translations.replacing import (
    Change,
    Core,
    changes,
    grown,
    is_name_like,
)
from selaras_site.translations.term_data import TermData, data_of, one_line, same_key
from selaras_site.translations.terms import lock_termbase, term_save

ENOUGH = 2
"""
Different sentences in which the same must have been replaced.
"""

LOOKED_AT = 2000
"""
Decisions, the newest first, that are compared for one replacement.
"""

LONGEST = 200

Kind = Candidate.Kind
Outcome = Candidate.Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """
    What people made of a machine's sentence, and one thing that they replaced in it.
    """

    decision: Decision
    before: str
    change: Change


def recount(decision: Decision) -> int:
    """
    Count anew whatever was replaced in the sentence of a decision; how many candidates.
    """
    history = history_of(decision)
    cores = {
        change.core
        for one in history.all
        for change in changes(history.first[one.pk], one.text, decision.language)
        if one.kind == Decision.Kind.EDITED
    }
    return sum(recount_core(decision.language, core) for core in sorted(cores))


def recount_core(language: Tag, core: Core) -> bool:
    """
    Let the candidate of a replacement say what is true now; whether there is one.
    """
    return look_and_write(
        language,
        lambda: edits_with(language, core),
        lambda edits: candidate_write(language, core, edits),
    )


def candidate_write(language: Tag, core: Core, edits: Sequence[Edit]) -> bool:
    """
    Write what edits say of a replacement; whether there is a candidate.

    What somebody took or declined stays as it is, with the new count.
    """
    known = candidates_of(language, core)
    many = len(edits)
    for row in known:
        if row.outcome != Outcome.OPEN:
            Candidate.objects.filter(pk=row.pk).update(times=many)
    if any(row.outcome != Outcome.OPEN for row in known):
        return True
    fields = described(language, edits) if many >= ENOUGH else {}
    if not fields:
        Candidate.objects.filter(pk__in=[row.pk for row in known]).delete()
        return False
    keep(known, fields, edits)
    return True


def keep(
    known: Sequence[Candidate], fields: dict[str, Any], edits: Sequence[Edit]
) -> None:
    """
    Write the one candidate of a replacement, in place of what it was before.
    """
    row = Candidate.objects.filter(**fields).first() or next(iter(known), None)
    row = row or Candidate.objects.get_or_create(**fields)[0]
    others = [one.pk for one in known if one.pk != row.pk]
    Candidate.objects.filter(pk__in=others).delete()
    Candidate.objects.filter(pk=row.pk).update(
        **fields, times=len(edits), example=edits[0].decision
    )


def edits_with(language: Tag, core: Core) -> list[Edit]:
    """
    The edits that count and replace the same, one for each sentence, the newest first.

    What was taken over from another article is no edit of its own.
    """
    same_place = Decision.objects.filter(
        article=OuterRef("article"),
        language=language,
        source_key=OuterRef("source_key"),
        before__contains=core[0],
    )
    rows = Decision.objects.filter(
        Exists(same_place),
        language=language,
        kind=Decision.Kind.EDITED,
        text__contains=core[1],
        taken_from=None,
    ).order_by("-pk")
    places: list[Where] = [
        (article, language, key)
        for article, key in rows.values_list("article", "source_key")[:LOOKED_AT]
    ]
    found = (
        edit_in(history, language, core) for history in histories_at(places).values()
    )
    edits = sorted(filter(None, found), key=lambda edit: edit.decision.pk)
    by_sentence = {edit.decision.source_key: edit for edit in edits}
    return sorted(by_sentence.values(), key=lambda edit: -edit.decision.pk)


def edit_in(history: History, language: Tag, core: Core) -> Edit | None:
    """
    The edit that counts for a sentence, if it replaces just this.
    """
    counts = history.counts
    if counts is None or counts.taken_from_id:
        return None
    if counts.kind != Decision.Kind.EDITED:
        return None
    before = history.first[counts.pk]
    if core[0] not in before or core[1] not in counts.text:
        return None
    for change in changes(before, counts.text, language):
        if change.core == core:
            return Edit(decision=counts, before=before, change=change)
    return None


def candidates_of(language: Tag, core: Core) -> list[Candidate]:
    """
    The candidates that there are for a replacement, however much stands around it.
    """
    rows = Candidate.objects.select_for_update().filter(
        kind__in=(Kind.TERM, Kind.NAME),
        language=language,
        before__contains=core[0],
        after__contains=core[1],
    )
    return [row for row in rows if core in cores_of(row)]


def cores_of(row: Candidate) -> set[Core]:
    """
    What a candidate replaces.
    """
    found = changes(row.before, row.after, row.language, alike=0.0)
    return {change.core for change in found}


def described(language: Tag, edits: Sequence[Edit]) -> dict[str, Any]:
    """
    A candidate's fields, from the edits that it stands for; nothing if it says nothing.
    """
    replaced = [edit.change for edit in edits]
    before, after = grown(replaced)
    if not before or not after or max(len(before), len(after)) > LONGEST:
        return {}
    sentences = [edit.decision.source for edit in edits]
    source = source_of(sentences, language, (before, after))
    names = set.intersection(*(names_in(text) for text in sentences))
    is_name = source in names if source else is_name_like(replaced)
    return {
        "kind": Kind.NAME if is_name else Kind.TERM,
        "language": language,
        "source": source[:LONGEST],
        "before": before,
        "after": after,
        "check_name": "",
    }


def source_of(sentences: Sequence[str], language: Tag, said: tuple[str, str]) -> str:
    """
    The Indonesian name or term that is said otherwise, where only one can be meant.

    The only one that all sentences share; of several, the only one which the language
    writes as it was said before or after.
    """
    common = set.intersection(*(names_in(s) | terms_in(s) for s in sentences))
    if len(common) > 1:
        common = {
            one for one in common if rendering(one, language, first=False) in said
        }
    return common.pop() if len(common) == 1 else ""


def names_in(sentence: str) -> set[str]:
    """
    The names of an Indonesian sentence.
    """
    return {name.text for name in read_names(sentence)}


def terms_in(sentence: str) -> set[str]:
    """
    What the lexicon knows of an Indonesian sentence.
    """
    return {found.span.of(sentence) for found in lexicon().find(sentence)}


@transaction.atomic
def candidate_take(
    *, candidate: Candidate, by: User, source: str = "", is_name: bool = False
) -> Term | None:
    """
    Make a term or name of a candidate, with its rendering; a rule is taken note of.

    A term that there is keeps what else is known of it. Raises ``NotAllowed`` where the
    candidate was answered already, nothing Indonesian is named, or the newsroom says
    otherwise, and ``TermRefused`` where the termbase would contradict itself.
    """
    row = still_open(candidate)
    term = None
    if row.kind != Kind.RULE:
        term = term_said(one_line(source), row, is_name=is_name, by=by)
    answered(row, Outcome.TAKEN)
    return term


@transaction.atomic
def candidate_decline(*, candidate: Candidate) -> None:
    """
    Say that a candidate is none, for ever. Raises ``NotAllowed`` if it was answered.
    """
    answered(still_open(candidate), Outcome.DECLINED)


@transaction.atomic
def candidate_reopen(*, candidate: Candidate) -> None:
    """
    Let a candidate that was declined be one again.
    """
    rows = Candidate.objects.filter(pk=candidate.pk, outcome=Outcome.DECLINED)
    if not rows.update(outcome=Outcome.OPEN):
        raise NotAllowed(_("It was not declined."))


def still_open(candidate: Candidate) -> Candidate:
    """
    The row, nobody else answering it before we are done.
    """
    row = Candidate.objects.select_for_update().filter(pk=candidate.pk).first()
    if row is None or row.outcome != Outcome.OPEN:
        raise NotAllowed(_("Somebody has answered this already."))
    return row


def answered(row: Candidate, outcome: Candidate.Outcome) -> None:
    """
    Keep what somebody said of a candidate.
    """
    row.outcome = outcome
    row.save(update_fields=["outcome", "changed_at"])


def term_said(source: str, row: Candidate, *, is_name: bool, by: User) -> Term:
    """
    The term with this Indonesian form, which the language says as the candidate does.
    """
    if not source or len(source) > LONGEST:
        raise NotAllowed(_("Write the Indonesian word or name that it renders."))
    lock_termbase()
    term = Term.objects.filter(source=source).first()
    kind = Term.Kind.NAME if is_name else Term.Kind.TERM
    data = data_of(term) if term else TermData(source=source, kind=kind)
    said = data.in_language(row.language)
    if said.preferred and same_key(said.preferred) != same_key(row.after):
        raise NotAllowed(
            _("“%(source)s” is rendered as “%(text)s” already. Change it there.")
            % {"source": source, "text": said.preferred}
        )
    allowed = tuple(text for text in said.allowed if text != row.after)
    said = replace(said, preferred=row.after, allowed=allowed)
    data = replace(data, said={**data.said, row.language: said})
    return term_save(data=data, by=by, term=term)
