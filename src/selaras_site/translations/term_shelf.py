"""
What speaks against a term, beside all the others that the newsroom has.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from selaras.languages import LANGUAGES, TARGETS, Tag
from selaras_site.translations.models import Rendering, Term
from selaras_site.translations.term_data import TermData, same_key

Kind = Term.Kind

LONGEST = 200
"""
Characters of a term and of a rendering.
"""


class Shelf:
    """
    What is in the termbase now, to see whether something else fits beside it.

    It is read once, however many terms are then put on it.
    """

    def __init__(self, terms: Iterable[TermData]) -> None:
        self.sources: dict[str, str] = {}
        self.names: dict[tuple[Tag, str], str] = {}
        for data in terms:
            self.put(data)

    @classmethod
    def full(cls) -> "Shelf":
        """
        All terms that there are, and the renderings of names.
        """
        shelf = cls(())
        for source in Term.objects.values_list("source", flat=True):
            shelf.sources[same_key(source)] = source
        names = Rendering.objects.filter(term__kind=Kind.NAME)
        good = names.exclude(status=Rendering.Status.FORBIDDEN)
        for language, text, source in good.values_list(
            "language", "text", "term__source"
        ):
            shelf.names[language, same_key(text)] = source
        return shelf

    def put(self, data: TermData, before: TermData | None = None) -> None:
        """
        Let a term take its place, instead of what it was before.
        """
        if before is not None:
            self.sources.pop(same_key(before.source), None)
            for place in name_places(before):
                if self.names.get(place) == before.source:
                    del self.names[place]
        self.sources[same_key(data.source)] = data.source
        if data.kind == Kind.NAME:
            for place in name_places(data):
                self.names[place] = data.source

    def refusal(self, data: TermData, before: TermData | None = None) -> str:
        """
        What speaks against a term, as a sentence; nothing if nothing does.
        """
        own = before.source if before else None
        return next(
            filter(
                None,
                (
                    refusal_of_source(data.source),
                    self.refusal_of_double(data, own),
                    *(
                        refusal_of_said(data, language)
                        for language in TARGETS
                        if data.in_language(language)
                    ),
                    self.refusal_of_name(data, own),
                ),
            ),
            "",
        )

    def refusal_of_double(self, data: TermData, own: str | None) -> str:
        """
        Whether the term is there already, perhaps with other capitals.
        """
        known = self.sources.get(same_key(data.source))
        return there_already(known) if known and known != own else ""

    def refusal_of_name(self, data: TermData, own: str | None) -> str:
        """
        Whether a name would be said as another one is.
        """
        if data.kind != Kind.NAME:
            return ""
        for language, said in data.said.items():
            for text in said.good:
                other = self.names.get((language, same_key(text)))
                if other and other not in {own, data.source}:
                    return _(
                        "“%(text)s” is already the %(language)s rendering of another "
                        "name: %(other)s. Two names cannot be said alike."
                    ) % {
                        "text": text,
                        "language": LANGUAGES[language].own_name,
                        "other": other,
                    }
        return ""


def name_places(data: TermData) -> Iterator[tuple[Tag, str]]:
    """
    The renderings that a name has for itself.
    """
    for language, said in data.said.items():
        for text in said.good:
            yield language, same_key(text)


def there_already(source: str) -> str:
    """
    That a term has its place.
    """
    return _("“%(source)s” is in the termbase already: change that one.") % {
        "source": source
    }


def refusal_of_source(source: str) -> str:
    """
    What speaks against the Indonesian side of a term.
    """
    if not any(sign.isalnum() for sign in source):
        return _("The Indonesian term is missing.")
    if len(source) > LONGEST:
        return _("The Indonesian term has more than 200 characters.")
    return ""


def refusal_of_said(data: TermData, language: Tag) -> str:
    """
    What speaks against the renderings in one language.
    """
    said = data.in_language(language)
    name = LANGUAGES[language].own_name
    both = {same_key(text) for text in said.good} & {
        same_key(text) for text in said.forbidden
    }
    if both:
        text = next(t for t in said.forbidden if same_key(t) in both)
        told = _("%(language)s: “%(text)s” cannot be both right and forbidden.")
        return told % {"language": name, "text": text}
    if said.allowed and not said.preferred:
        told = _("%(language)s: say which rendering is the preferred one.")
        return told % {"language": name}
    if any(
        "|" in text or text.startswith("!") for text in (*said.good, *said.forbidden)
    ):
        told = _("%(language)s: a rendering has no “|” in it, and no “!” before it.")
        return told % {"language": name}
    if any(len(text) > LONGEST for text in (*said.good, *said.forbidden)):
        told = _("%(language)s: a rendering has more than 200 characters.")
        return told % {"language": name}
    return ""
