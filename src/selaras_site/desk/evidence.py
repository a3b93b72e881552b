"""
Reading a version from top to bottom, answering for it, and what can be shown of that.
"""

from collections.abc import Iterator
from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogActionRegistry, log

from selaras_site.accounts.roles import languages_of
from selaras_site.desk.history import LoggedInLanguage
from selaras_site.desk.models import DECIDE, REVIEW, SEE
from selaras_site.desk.versions import VersionPage, person, refused
from selaras_site.translations.certificates import certificate_of
from selaras_site.translations.errors import SiteError
from selaras_site.translations.having_read import (
    Account,
    account_of,
    readings_from_top,
)
from selaras_site.translations.models import PUBLIC, State
from selaras_site.translations.readings import Told, readings_add
from selaras_site.translations.reviewing import (
    TAKEN_BACK,
    fingerprint_of,
    version_review,
)
from selaras_site.translations.signatures import document_text

REVIEWED = "selaras.version.reviewed"
MOST_LINES = 200
"""
Sentences of which one message tells how long they were read.
"""

LONGEST_SITTING = 3600
"""
Seconds that a page without scripts may claim, whenever it was opened.
"""

SALT = "selaras.desk.opened"


class OwnLanguage(VersionPage):
    """
    Only for those who answer for versions, in a language that is theirs.
    """

    permission_required = (SEE, REVIEW)  # type: ignore[assignment]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """
        Refuse those who review other languages.
        """
        if self.has_permission() and not self.is_theirs:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def is_theirs(self) -> bool:
        """
        Whether the version is in a language of theirs.
        """
        return self.version.language in languages_of(person(self.request))

    @cached_property
    def account(self) -> Account:
        """
        The version as they have read it so far.
        """
        return account_of(self.version, person(self.request))

    @property
    def here(self) -> str:
        """
        The address of the reading list.
        """
        return reverse("desk:review", args=[self.version.pk])


class ReviewPage(OwnLanguage):
    """
    A version as a list to read, and the statement that one signs at its end.
    """

    template_name = "desk/review.html"
    header_icon = "tasks"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        What was read, what is missing, and what was seen.
        """
        version, account = self.version, self.account
        return {
            **super().get_context_data(**kwargs),
            "account": account,
            "first": account.unread[0] if account.unread else None,
            "progress": progress_said(account),
            "may_sign": version.state in (*PUBLIC, State.HELD),
            "may_decide": self.request.user.has_perm(DECIDE),
            "seen": fingerprint_of(version, version.segments.all()),
            "opened": opened_now(version.pk),
            "shown": " ".join(f"{one.segment.pk}:{one.seen}" for one in account.lines),
            "reviews": version.reviews.select_related("by")[:20],
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        Answer for the version, or say what is missing.
        """
        if not request.POST.get("statement"):
            messages.error(request, _("Say that you have read it and answer for it."))
            return redirect(self.here)
        try:
            version_review(
                version=self.version,
                by=person(request),
                seen=request.POST.get("seen", "")[:64],
            )
        except SiteError as error:
            messages.error(request, refused(error))
            return redirect(self.here)
        self.record()
        messages.success(request, _("You answer for this version now; readers see it."))
        return redirect("desk:version", pk=pk)

    def record(self) -> None:
        """
        Say in the history of the article who answers for which version.
        """
        log(
            instance=self.version.article,
            action=REVIEWED,
            user=self.request.user,
            data={"language": self.version.language, "reason": ""},
        )


class ReviewRead(OwnLanguage):
    """
    How long sentences were before somebody: told by the page while they read.
    """

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        What was read by now; a page without scripts gets the list again.
        """
        user = person(request)
        if "opened" in request.POST:
            readings_from_top(
                version=self.version,
                by=user,
                seconds=seconds_since(request.POST["opened"], self.version.pk),
                seen=dict(names_in(request.POST.get("shown", ""))),
            )
            return redirect(self.here)
        told = dict(times_in(request.POST.getlist("read")[:MOST_LINES]))
        readings_add(version=self.version, by=user, told=told)
        return JsonResponse(told_back(account_of(self.version, user)))


def told_back(account: Account) -> dict[str, Any]:
    """
    What a page must know of what was kept.

    Of each sentence the seconds, and the name of what stands there now.
    """
    return {
        "done": [row.segment.pk for row in account.lines if row.is_done],
        "lines": {
            row.segment.pk: {"seconds": round(row.seconds, 3), "seen": row.seen}
            for row in account.lines
        },
        "many": account.done,
        "said": progress_said(account),
    }


def times_in(given: list[str]) -> Iterator[tuple[int, Told]]:
    """
    Sentences with seconds and the name of what stood there, as a page sends them.

    Nonsense is passed over.

    >>> dict(times_in(["7:1.5:ab", "x:1:ab", "8:nan:ab", "9:", "٣:1:ab", "7"]))
    {7: Told(seconds=1.5, seen='ab')}
    """
    for one in given:
        number, _colon, more = one.partition(":")
        seconds, _colon, seen = more.partition(":")
        is_time = seconds.replace(".", "", 1).isdecimal() and len(seconds) < 19
        if is_number(number) and is_time and seconds.isascii():
            yield int(number), Told(float(seconds), seen)


def names_in(given: str) -> Iterator[tuple[int, str]]:
    """
    Sentences with the name of what stood there, as a page without scripts sends them.

    >>> dict(names_in("7:ab x:cd 8"))
    {7: 'ab', 8: ''}
    """
    for one in given.split():
        number, _colon, seen = one.partition(":")
        if is_number(number):
            yield int(number), seen


def is_number(text: str) -> bool:
    """
    Whether a page may have written it as the number of a row.
    """
    return text.isascii() and text.isdigit() and len(text) < 19


def opened_now(pk: int) -> str:
    """
    What a page of a version says later of when it was opened; nobody else can say it.
    """
    return signing.dumps([pk, timezone.now().timestamp()], salt=SALT)


def seconds_since(token: str, pk: int) -> float:
    """
    How long ago a page of a version was opened; nothing if it was not ours.
    """
    try:
        version, opened = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return 0.0
    passed = timezone.now().timestamp() - float(opened)
    return min(LONGEST_SITTING, max(0.0, passed)) if version == pk else 0.0


def progress_said(account: Account) -> str:
    """
    How far somebody has come.
    """
    return ngettext(
        "%(done)s of %(all)s sentence read",
        "%(done)s of %(all)s sentences read",
        len(account.lines),
    ) % {"done": account.done, "all": len(account.lines)}


class CertificatePage(VersionPage):
    """
    How a version came about, for the desk: of versions that readers do not see as well.
    """

    template_name = "desk/certificate.html"
    header_icon = "doc-full-inverse"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The certificate.
        """
        made = certificate_of(self.version)
        return {**super().get_context_data(**kwargs), "certificate": made}


class CertificateFile(VersionPage):
    """
    The same as a signed document.
    """

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        The document, to be saved.
        """
        name = f"certificate-{self.version.article_id}-{self.version.language}.json"
        return HttpResponse(
            document_text(certificate_of(self.version)),
            content_type="application/json",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class Reviewed(LoggedInLanguage):
    """
    Somebody answers for a version.
    """

    label = gettext_lazy("Answer for a version")


class TakenBack(LoggedInLanguage):
    """
    A sentence was changed by somebody else.
    """

    label = gettext_lazy("A reviewed version was changed: nobody answers for it now")


@hooks.register("register_log_actions")
def review_actions(registry: LogActionRegistry) -> None:
    """
    What the history of an article says of reviews.
    """
    registry.register_action(REVIEWED)(Reviewed)
    registry.register_action(TAKEN_BACK)(TakenBack)
