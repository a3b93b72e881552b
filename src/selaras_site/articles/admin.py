"""
How originals and sections are edited: forms, panels, lists.

The list of articles and their edit view get what they show of versions from the desk,
which registers the article; this file knows nothing of translations.
"""

from datetime import datetime
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.ui.tables import BaseColumn, Column, StatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import (
    PreviewOnCreateView,
    PreviewOnEditView,
    SnippetViewSet,
)

from selaras.languages import LANGUAGES, TARGETS
from selaras_site.articles.models import Article, Section
from selaras_site.articles.states import state_of, with_states


class ArticleForm(WagtailAdminModelForm):
    """
    The form of an article; says who wrote a correction.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "section" in self.fields:
            self.fields["section"].queryset = sections_with_names()

    def clean(self) -> dict[str, Any]:
        """
        Let the time of publishing go with the embargo that had set it.

        The article sets it to the end of its embargo (``Article.keep_embargo``). Who
        takes the embargo away, or moves it, has not asked for the old time.
        """
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        was = self.initial.get("embargo_until")
        is_other = was and not same_minute(was, cleaned.get("embargo_until"))
        if is_other and same_minute(was, cleaned.get("go_live_at")):
            cleaned["go_live_at"] = None
        return cleaned

    def save(self, commit: bool = True) -> Article:  # noqa: FBT001, FBT002
        """
        Save, with the editor as the author of each correction that has none.
        """
        for form in self.formsets["corrections"].forms:
            if form.has_changed() and form.instance.made_by_id is None:
                form.instance.made_by = self.for_user
        saved: Article = super().save(commit=commit)
        return saved


def same_minute(one: datetime, other: datetime | None) -> bool:
    """
    Whether two times are the same in a form, which knows no seconds.
    """
    return other is not None and one.replace(second=0, microsecond=0) == other.replace(
        second=0, microsecond=0
    )


def sections_with_names() -> QuerySet[Section]:
    """
    All sections, ready to say their names.
    """
    sections: QuerySet[Section] = Section.objects.prefetch_related("names")
    return sections


class Tab(ObjectList):
    """
    A tab whose address in the page is the same in every language of the admin.
    """

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address

    def clone_kwargs(self) -> dict[str, Any]:
        """
        What a copy of it is made from.
        """
        return {**super().clone_kwargs(), "address": self.address}

    @property
    def clean_name(self) -> str:
        """
        Its address, where Wagtail would make one of the translated heading.
        """
        return self.address


CONTENT = Tab(
    [
        FieldPanel("headline", classname="title", required_on_save=True),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("lead_image"), FieldPanel("lead_caption")],
            heading=_("Main picture"),
            icon="image",
        ),
        FieldPanel("body"),
    ],
    heading=_("Content"),
    address="content",
)

ABOUT = Tab(
    [
        # There are few: a list beats the window in which snippets are chosen.
        FieldPanel("section", widget=forms.Select),
        FieldRowPanel([FieldPanel("byline"), FieldPanel("place")]),
        FieldPanel("tags"),
        FieldPanel("slug"),
        MultiFieldPanel(
            [FieldPanel(f"slug_{language}") for language in TARGETS],
            heading=_("Words in the addresses of the versions"),
            help_text=_(
                "Left empty, they are those of the translated headline; in Chinese, "
                "Japanese and Arabic, those of the English address."
            ),
            classname="collapsed",
        ),
    ],
    heading=_("About it"),
    address="about",
)

SCHEDULE = Tab(
    [
        HelpPanel(template="articles/admin/schedule.html"),
        FieldPanel("embargo_until"),
        PublishingPanel(),
    ],
    heading=_("Schedule"),
    address="schedule",
)

CORRECTIONS = Tab(
    [
        HelpPanel(template="articles/admin/corrections.html"),
        InlinePanel(
            "corrections",
            [FieldPanel("text"), FieldPanel("made_at")],
            heading=_("Corrections"),
            label=_("Correction"),
        ),
    ],
    heading=_("Corrections"),
    address="corrections",
)


def article_tabs(*others: Panel) -> TabbedInterface:
    """
    The edit view of an article, with further tabs behind its own.
    """
    return TabbedInterface(
        [CONTENT, ABOUT, SCHEDULE, CORRECTIONS, *others], base_form_class=ArticleForm
    )


class Unfinished:
    """
    Shows a preview of what no draft could be kept of: without headline or section.
    """

    def validate_form(self, form: ArticleForm) -> bool:
        """
        Ask for nothing.
        """
        for name in ("headline", "section"):
            form.fields[name].required = False
        return bool(super().validate_form(form))  # type: ignore[misc]


class PreviewOfNew(Unfinished, PreviewOnCreateView):
    """
    The preview of an article that was never saved.
    """


class PreviewOfChanged(Unfinished, PreviewOnEditView):
    """
    The preview of an article with what stands in its form.
    """


class ArticleFilters(WagtailFilterSet):
    """
    How the list of articles is narrowed.
    """

    section = django_filters.ModelChoiceFilter(
        label=_("Section"), queryset=lambda _request: sections_with_names()
    )
    live = django_filters.BooleanFilter(label=_("Published"))
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Written"), widget=DateRangePickerWidget
    )

    class Meta:
        """
        Three filters, and none made from the model.
        """

        model = Article
        fields = ("section", "live", "created_at")


class ArticleViewSet(SnippetViewSet):
    """
    Articles in the newsroom.
    """

    model = Article
    icon = "doc-full"
    menu_order = 10
    add_to_admin_menu = True
    url_prefix = "articles"
    list_display: tuple[str | BaseColumn, ...] = (
        "__str__",
        Column("section", label=_("Section"), sort_key="section__position"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=state_of,
            sort_key="live",
            primary=lambda article: article.live,
        ),
        UpdatedAtColumn(label=_("Updated")),
    )
    list_per_page = 50
    filterset_class = ArticleFilters
    preview_on_add_view_class = PreviewOfNew
    preview_on_edit_view_class = PreviewOfChanged
    ordering = "-_updated_at"
    edit_handler = article_tabs()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:  # noqa: ARG002
        """
        The articles with all that a row shows of them.
        """
        rows = Article.objects.select_related("section")
        rows = rows.prefetch_related("section__names")
        return with_states(rows.defer("body", "latest_revision__content"))


class SectionViewSet(SnippetViewSet):
    """
    Sections, with a name and an address in each language.
    """

    model = Section
    icon = "folder-open-inverse"
    menu_order = 40
    add_to_admin_menu = True
    url_prefix = "sections"
    list_display = ("__str__", "slug", "position")
    panels = (
        FieldRowPanel([FieldPanel("slug"), FieldPanel("position")]),
        InlinePanel(
            "names",
            [
                FieldRowPanel(
                    [FieldPanel("language"), FieldPanel("name"), FieldPanel("slug")]
                )
            ],
            heading=_("Names in each language"),
            label=_("Name"),
            min_num=1,
            max_num=len(LANGUAGES),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Section]:  # noqa: ARG002
        """
        The sections, ready to say their names.
        """
        return sections_with_names()
