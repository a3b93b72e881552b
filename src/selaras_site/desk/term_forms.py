"""
The form of a term, all languages at once, and that of a file of terms.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.languages import LANGUAGES, TARGETS, Language, Tag
from selaras_site.translations.models import Term
from selaras_site.translations.term_data import Said, TermData, data_of, seen_as
from selaras_site.translations.term_shelf import LONGEST

MOST_LINES = 20 * LONGEST
"""
Characters of the renderings in one box.
"""

BOXES = ("preferred", "allowed", "forbidden")


class TermForm(forms.Form):
    """
    A term with what each language says. ``seen`` is the term as its writer saw it.

    What its writer may not change is disabled, and stays as ``initial`` has it: the
    boxes of other languages than ``languages``, and what ``is_there`` already and all
    languages have in common.
    """

    source = forms.CharField(
        label=_("In Indonesian"),
        max_length=LONGEST,
        help_text=_(
            "As it stands in a dictionary. Capitals count: what has one here is only "
            "found where the text has one."
        ),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=Term.Kind.choices, initial=Term.Kind.TERM
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        may_edit: bool = True,
        languages: Collection[Tag] = TARGETS,
        is_there: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for tag in TARGETS:
            self.fields |= boxes_of(tag)
        self.fields["source"].widget.attrs["lang"] = "id"
        others = set(TARGETS) - set(languages)
        closed = {f"{box}_{tag}" for box in BOXES for tag in others}
        if others and is_there:
            closed |= {"source", "kind"}
        for name, field in self.fields.items():
            field.disabled = not may_edit or name in closed

    @property
    def languages(self) -> Iterator[tuple[Language, list[forms.BoundField]]]:
        """
        Each language with its boxes.
        """
        for tag in TARGETS:
            yield LANGUAGES[tag], [self[f"{box}_{tag}"] for box in BOXES]

    @property
    def data_written(self) -> TermData:
        """
        What was written into a form that is valid.
        """
        values = self.cleaned_data
        said = {
            tag: Said(
                preferred=values[f"preferred_{tag}"],
                allowed=tuple(values[f"allowed_{tag}"].splitlines()),
                forbidden=tuple(values[f"forbidden_{tag}"].splitlines()),
            )
            for tag in TARGETS
        }
        return TermData(
            source=values["source"],
            kind=values["kind"],
            note=values["note"],
            said=said,
        )


def boxes_of(tag: Tag) -> dict[str, forms.Field]:
    """
    The boxes of one language.
    """
    language = LANGUAGES[tag]
    own = {"lang": language.html, "dir": language.direction}
    lines = forms.Textarea(attrs={"rows": 2, **own})
    return {
        f"preferred_{tag}": forms.CharField(
            label=_("Preferred"),
            required=False,
            max_length=LONGEST,
            widget=forms.TextInput(attrs=own),
        ),
        f"allowed_{tag}": forms.CharField(
            label=_("Allowed, one in each line"),
            required=False,
            max_length=MOST_LINES,
            widget=lines,
        ),
        f"forbidden_{tag}": forms.CharField(
            label=_("Forbidden, one in each line"),
            required=False,
            max_length=MOST_LINES,
            widget=lines,
        ),
    }


def initial_of(term: Term) -> dict[str, str]:
    """
    What the form of a term shows.
    """
    data = data_of(term)
    said = {
        name: text
        for tag in TARGETS
        for name, text in (
            (f"preferred_{tag}", data.in_language(tag).preferred),
            (f"allowed_{tag}", "\n".join(data.in_language(tag).allowed)),
            (f"forbidden_{tag}", "\n".join(data.in_language(tag).forbidden)),
        )
    }
    about = {"source": data.source, "kind": data.kind, "note": data.note}
    return {**about, **said, "seen": seen_of(term)}


def initial_asked(
    asked: Mapping[str, str], languages: Collection[Tag] = TARGETS
) -> dict[str, str]:
    """
    What the form of a new term begins with, as the address of its page says it.
    """
    said = {f"preferred_{tag}": asked.get(tag, "")[:LONGEST] for tag in languages}
    kind = asked.get("kind", "")
    return {
        "source": asked.get("source", "")[:LONGEST],
        "kind": kind if kind in Term.Kind.values else Term.Kind.TERM,
        **said,
    }


def seen_of(term: Term) -> str:
    """
    A name for a term as it is now: who saves must have seen this one.
    """
    return seen_as(data_of(term))


class FileForm(forms.Form):
    """
    A file of terms.
    """

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "A table (CSV, in UTF-8) or TBX, of at most 1.5 MB. Nothing is changed "
            "before you have seen what would be."
        ),
        widget=forms.FileInput(
            attrs={"accept": ".csv,.tsv,.txt,.tbx,.xml,text/csv,application/x-tbx"}
        ),
    )
