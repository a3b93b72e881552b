"""
Which engine a language goes to, where that is not the newsroom's first.

A language is moved by a person, and only on a comparison that an engine won beyond
chance. It is moved back at any time.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.engines import Engine, Hypotheses, Request
from selaras.engines.optional import close
from selaras.engines.wrapping import Wrapping
from selaras.languages import TARGETS, Tag
from selaras_site.accounts.models import User
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.trials import Route, Trial

log = structlog.get_logger(__name__)

OLDEST = timedelta(days=30)
"""
How long a comparison says something about what serves a language now.
"""


class ByLanguage(Wrapping):
    """
    Sends each request to the engine of its target language, the others to the first.
    """

    def __init__(self, first: Engine, others: Mapping[Tag, Engine]) -> None:
        super().__init__(first)
        self._others = dict(others)

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        What the engine of the target language supports.
        """
        return self._others.get(target, self._engine).supports(source, target)

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Ask each engine once, about all that is its own.
        """
        portions: dict[int, tuple[Engine, list[int]]] = {}
        for number, request in enumerate(requests):
            engine = self._others.get(request.target, self._engine)
            portions.setdefault(id(engine), (engine, []))[1].append(number)
        answers: dict[int, Hypotheses] = {}
        for engine, numbers in portions.values():
            found = engine.translate([requests[number] for number in numbers])
            answers.update(zip(numbers, found, strict=True))
        return [answers[number] for number in range(len(requests))]

    def close(self) -> None:
        """
        Close all of them.
        """
        for engine in (self._engine, *self._others.values()):
            close(engine)


def routes() -> list[Route]:
    """
    The languages that do not go to the newsroom's first engine, with who said so.
    """
    rows = Route.objects.exclude(engine="").select_related("made_by", "trial")
    rows = rows.defer("trial__result")
    return sorted(rows, key=lambda route: TARGETS.index(route.language))


def engines_by_language() -> dict[Tag, str]:
    """
    The names of the engines of languages that were moved.
    """
    rows = Route.objects.exclude(engine="")
    return dict(rows.values_list("language", "engine"))


@transaction.atomic
def route_make(*, trial: Trial, by: User) -> Route:
    """
    Let the winner of a comparison serve its language from the next version on.

    Raises ``NotAllowed`` where no engine won, where the comparison is old, or where the
    language was moved since: then it was not compared with what serves now.
    """
    refuse_without_win(trial)
    now = timezone.now()
    standing = Route.objects.select_for_update().filter(language=trial.language).first()
    if standing and standing.made_at > trial.ordered_at:
        raise NotAllowed(
            _(
                "The language was moved to another engine since this comparison was "
                "ordered. Compare again."
            )
        )
    if now - trial.ordered_at > OLDEST:
        raise NotAllowed(
            _("This comparison is more than %(days)s days old. Compare again.")
            % {"days": OLDEST.days}
        )
    route, _made = Route.objects.update_or_create(
        language=trial.language,
        defaults={"engine": trial.winner, "trial": trial, "made_by": by},
    )
    log.info("language moved", language=route.language, engine=route.engine)
    return route


def refuse_without_win(trial: Trial) -> None:
    """
    The rule of the house: no language moves on a feeling.
    """
    if trial.done_at is None:
        raise NotAllowed(_("The comparison is not done yet."))
    if not trial.is_significant or not trial.winner:
        raise NotAllowed(
            _("No engine was better beyond chance, so the language stays where it is.")
        )


@transaction.atomic
def route_undo(*, language: Tag, by: User) -> str:
    """
    Let the newsroom's first engine serve a language again; which engine it leaves.

    Raises ``NotAllowed`` where the language was not moved.
    """
    route = Route.objects.select_for_update().filter(language=language).first()
    if route is None or not route.engine:
        raise NotAllowed(_("The newsroom's first engine serves this language already."))
    left = route.engine
    # The row stays: comparisons from before this move say nothing any more.
    route.engine, route.trial, route.made_by = "", None, by
    route.save()
    log.info("language moved back", language=language, engine=left)
    return left


def serving_since_a_move(language: Tag) -> str:
    """
    The engine that serves a language that was ever moved; nothing where none was.

    The texts that people decided about may still be another's.
    """
    route = Route.objects.filter(language=language).first()
    return (route.engine or settings.SELARAS_ENGINE) if route else ""


def broken_routes() -> Iterable[tuple[Tag, str, str]]:
    """
    Languages whose engine cannot be made, with its name and why: for the operator.
    """
    from selaras.errors import SelarasError
    from selaras_site.translations.engine import engine_for

    for language, name in engines_by_language().items():
        try:
            engine_for(name, None)
        except SelarasError as error:
            yield language, name, str(error)
