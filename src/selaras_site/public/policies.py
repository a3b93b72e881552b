"""
The pages about the newspaper and its machine.
"""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from markupsafe import Markup

from selaras.languages import Tag
from selaras_site.public.frames import all_sections, everywhere, frame
from selaras_site.public.pages import PolicyPage

Paragraphs = Iterator[str]


def policy_page(language: Tag, name: str) -> PolicyPage | None:
    """
    A page by its name in the address; nothing where there is none.
    """
    if name not in PAGES:
        return None
    title, write = PAGES[name]
    return PolicyPage(
        frame=frame(
            language, all_sections(), everywhere("policy", page=name), title=title()
        ),
        body=Markup("").join(
            Markup("<p>{}</p>").format(paragraph) for paragraph in write()
        ),
    )


def about() -> Paragraphs:
    """
    Who makes this.
    """
    yield _(
        "%(name)s is written in Indonesian. Indonesian is our main language, and "
        "the Indonesian text is the one that we stand by."
    ) % {"name": settings.SITE_NAME}
    yield _(
        "Every article can be read in English, Chinese, Japanese, Arabic and "
        "French as well. These versions are made by machine translation at the "
        "moment of publication, and are updated whenever the original changes."
    )
    yield _(
        "If you find a mistake, please tell us: behind every translated sentence "
        "there is a link for that."
    )


def ai() -> Paragraphs:
    """
    What the machine does, and what it does not.
    """
    yield _(
        "No article of ours is written by a machine. A machine translates what "
        "our reporters and editors have written."
    )
    yield _(
        "Each translation says on the page what it is: made by a machine and "
        "not yet reviewed, reviewed by a person who answers for it, or "
        "translated by a person."
    )
    yield _(
        "Every translated sentence is compared with its original by a program: "
        "numbers, quotation marks, links, what must stay letter for letter, the "
        "language and the length. A sentence that does not pass is not shown; "
        "the Indonesian sentence stands in its place and is marked."
    )
    yield _(
        "A translation that is not certain is marked with a question mark: a check "
        "doubts it, or the machine is known to err in sentences like it. The mark goes "
        "when a person has looked at the sentence."
    )
    yield _(
        "These checks do not find every error. A machine may still choose a "
        "wrong word or misunderstand a sentence. In case of doubt the "
        "Indonesian original is right, and it stands behind every sentence."
    )
    yield _(
        "When the original changes, a translation that is older says so until "
        "it has been updated. Corrections are made in all languages and are "
        "listed publicly. An article that is taken down is taken down in all "
        "languages."
    )


PAGES: dict[str, tuple[Callable[[], str], Callable[[], Paragraphs]]] = {
    "about": (lambda: _("About us"), about),
    "ai": (lambda: _("How we use AI"), ai),
}
