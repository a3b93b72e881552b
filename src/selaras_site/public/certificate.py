"""
The certificate of a version, for readers and for machines, and the check of one.

The page says in the reader's language what the document says in fields.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from selaras.languages import SOURCE, Tag
from selaras_site.public.addresses import at, original_address
from selaras_site.public.article_page import Facts, facts_of
from selaras_site.public.conditional import kept
from selaras_site.public.frames import all_sections, everywhere, frame
from selaras_site.public.pages import Entry, Frame
from selaras_site.public.rendering import SECONDS, answer, form_answer
from selaras_site.public.views import article_row, gone, in_language
from selaras_site.translations.certificates import Certificate, certificate_of
from selaras_site.translations.models import Version
from selaras_site.translations.signatures import (
    Verified,
    certificate_verify,
    document_text,
    public_keys,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePage:
    """
    How a version came about. ``role`` is its reviewer's, in the reader's language.
    """

    frame: Frame
    article: Entry
    original: Entry
    made: Certificate
    role: str
    document_url: str
    verify_url: str

    @property
    def fingerprint(self) -> list[str]:
        """
        The fingerprint in pieces, between which a line may end.
        """
        whole = f"sha256:{self.made.fingerprint}"
        return [whole[place : place + 8] for place in range(0, len(whole), 8)]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyPage:
    """
    The form for a document, and what came of one. ``about`` is what it speaks of.
    """

    frame: Frame
    is_asked: bool = False
    verified: Verified | None = None
    about: Entry | None = None


@require_safe
@in_language
def page(request: HttpRequest, language: Tag, id: int) -> HttpResponse:  # noqa: A002
    """
    The certificate to be read.
    """
    row = article_row(id)
    facts = facts_of(row, language) if row else None
    if facts is None or facts.version is None:
        return gone(language, row)
    return answer("certificate", certificate_page(facts, facts.version))


@require_safe
@in_language
def document(request: HttpRequest, language: Tag, id: int) -> HttpResponse:  # noqa: A002
    """
    The certificate with its signature, as JSON.
    """
    row = article_row(id)
    facts = facts_of(row, language) if row else None
    if facts is None or facts.version is None:
        return gone(language, row)
    made = certificate_of(facts.version)
    response = HttpResponse(document_text(made), content_type="application/json")
    # Anybody may read it from a page of their own: it says nothing about who asks.
    response["Access-Control-Allow-Origin"] = "*"
    return kept(response, SECONDS)


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """
    The keys with which anybody can check documents without asking this site.
    """
    response = JsonResponse(public_keys())
    response["Access-Control-Allow-Origin"] = "*"
    return kept(response, SECONDS)


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
@in_language
def verify(request: HttpRequest, language: Tag) -> HttpResponse:
    """
    Whether a document is ours and unchanged.
    """
    is_asked = request.method == "POST"
    verified = (
        certificate_verify(request.POST.get("document", "")) if is_asked else None
    )
    return form_answer(
        request,
        "certificate_verify",
        verify_page(language, verified, is_asked=is_asked),
    )


def certificate_page(facts: Facts, version: Version) -> CertificatePage:
    """
    The page of a public version.
    """
    language, article = facts.language, facts.article
    made = certificate_of(version)
    return CertificatePage(
        frame=frame(
            language,
            all_sections(),
            {tag: at(tag, "certificate", id=article.pk) for tag in facts.public},
            title=_("How this translation was made"),
            is_indexed=False,
            alternates=(),
        ),
        article=Entry(
            name=version.headline,
            url=facts.paths[language],
            language=SOURCE if version.headline_is_original else language,
        ),
        original=Entry(
            name=article.headline, url=original_address(article), language=SOURCE
        ),
        made=made,
        role=_(made.answer.role.title()) if made.answer and made.answer.role else "",
        document_url=at(language, "certificate-document", id=article.pk),
        verify_url=at(language, "certificate-verify"),
    )


def verify_page(
    language: Tag, verified: Verified | None, *, is_asked: bool
) -> VerifyPage:
    """
    The form, with what came of a document.
    """
    about = None
    if verified:
        address = verified.data["article"]["url"]
        about = Entry(name=address, url=address, language=language)
    return VerifyPage(
        frame=frame(
            language,
            all_sections(),
            everywhere("certificate-verify"),
            title=_("Verify a certificate"),
            is_indexed=False,
            alternates=(),
        ),
        is_asked=is_asked,
        verified=verified,
        about=about,
    )
