"""
The page on which people vote on two texts without knowing whose they are.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from selaras.languages import LANGUAGES
from selaras_site.desk.arena import TrialPage, may_vote
from selaras_site.desk.models import DECIDE, SEE
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.selectors import original_language
from selaras_site.desk.versions import person, refused
from selaras_site.translations import blind
from selaras_site.translations.errors import SiteError


class VotePage(TrialPage):
    """
    Two texts without names, and the question which is better.
    """

    permission_required = (SEE, DECIDE)  # type: ignore[assignment]
    template_name = "desk/trial_vote.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """
        Refuse those who review other languages.
        """
        if self.has_permission() and not may_vote(request, self.trial):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The next sentence, and nothing that says whose a text is.
        """
        return {
            **super(TrialPage, self).get_context_data(**kwargs),
            "trial_pk": self.trial.pk,
            "language": LANGUAGES[self.trial.language],
            "original": original_language(),
            "ballot": blind.ballot_for(self.trial, person(self.request)),
            "media": MEDIA,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        Keep a vote, and show the next.
        """
        number = number_in(request.POST)
        try:
            blind.vote_cast(
                trial=self.trial,
                by=person(request),
                number=number,
                choice=request.POST.get("choice", ""),
            )
        except SiteError as error:
            messages.error(request, refused(error))
        return redirect("desk:trial_vote", self.trial.pk)


def number_in(form: Mapping[str, str]) -> int:
    """
    The number of a sentence; one that there is not, for anything else.
    """
    text = form.get("number", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
