"""
Sources in the admin, and how looks at them went.
"""

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import (
    BooleanColumn,
    Column,
    DateColumn,
    NumberColumn,
    StatusTagColumn,
)
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from selaras_site.accounts.models import User
from selaras_site.ingest.models import Refusal, Run, Source


class OnlyWritten(ModelPermissionPolicy):
    """
    What the program writes down: nobody adds to it, changes it or makes it vanish.
    """

    def user_has_permission(self, user: User, action: str) -> bool:
        """
        What Django's permissions say of looking.
        """
        return action == "view" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: User, actions: list[str]) -> bool:
        """
        The same of several.
        """
        return any(self.user_has_permission(user, action) for action in actions)


class SourceViewSet(SnippetViewSet):
    """
    Sources; saying "look now" is a page of its own.
    """

    model = Source
    icon = "download"
    menu_label = _("Sources")
    url_prefix = "sources"
    copy_view_enabled = False
    list_display = (
        "name",
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("section", label=_("Section")),
        Column("rule", label=_("Rule"), accessor="get_rule_display"),
        BooleanColumn("is_active", label=_("Active")),
        StatusTagColumn(
            "failures",
            label=_("Failures in a row"),
            primary=lambda source: source.failures > 0,
        ),
        DateColumn("last_run_at", label=_("Last look"), sort_key="last_run_at"),
        DateColumn("next_at", label=_("Next look"), sort_key="next_at"),
    )
    panels = (
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("every_minutes")]),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("is_active"), FieldPanel("allow_private")]),
            ],
            heading=_("Where articles come from"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("section"), FieldPanel("rule")]),
                FieldPanel("byline"),
            ],
            heading=_("What becomes of them"),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:  # noqa: ARG002
        """
        The sources with the names of their sections.
        """
        return Source.objects.select_related("section").prefetch_related(
            "section__names"
        )


class RunFilters(WagtailFilterSet):
    """
    How the list of looks is narrowed.
    """

    source = django_filters.ModelChoiceFilter(
        label=_("Source"), queryset=lambda _request: Source.objects.all()
    )
    error = django_filters.BooleanFilter(label=_("Failed"), method="has_failed")
    started_at = django_filters.DateFromToRangeFilter(
        label=_("Begun"), widget=DateRangePickerWidget
    )

    class Meta:
        """
        Three filters, and none made from the model.
        """

        model = Run
        fields = ("source", "error", "started_at")

    def has_failed(
        self,
        queryset: QuerySet[Run],
        name: str,  # noqa: ARG002
        value: bool,  # noqa: FBT001
    ) -> QuerySet[Run]:
        """
        Those with an error, or those without.
        """
        return queryset.exclude(error="") if value else queryset.filter(error="")


class RunViewSet(SnippetViewSet):
    """
    Looks at sources; one's page shows what was refused.
    """

    model = Run
    icon = "history"
    menu_label = _("Looks at sources")
    url_prefix = "looks-at-sources"
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_template_name = "ingest/run.html"
    inspect_view_fields = (
        "name",
        "started_at",
        "finished_at",
        "new",
        "updated",
        "unchanged",
        "withdrawn",
        "offered",
        "refused",
        "error",
    )
    list_display = (
        "__str__",
        NumberColumn("new", label=_("New")),
        NumberColumn("updated", label=_("Updated")),
        NumberColumn("unchanged", label=_("Unchanged")),
        NumberColumn("withdrawn", label=_("Withdrawn")),
        NumberColumn("offered", label=_("For an editor")),
        NumberColumn("refused", label=_("Refused")),
        Column("error", label=_("Error")),
    )
    filterset_class = RunFilters


class RefusalFilters(WagtailFilterSet):
    """
    How the list of refusals is narrowed.
    """

    source = django_filters.ModelChoiceFilter(
        label=_("Source"),
        field_name="run__source",
        queryset=lambda _request: Source.objects.all(),
    )
    kind = django_filters.ChoiceFilter(label=_("What"), choices=Refusal.Kind.choices)

    class Meta:
        """
        Two filters, and none made from the model.
        """

        model = Refusal
        fields = ("source", "kind")


class RefusalViewSet(SnippetViewSet):
    """
    What did not come in, over all looks.
    """

    model = Refusal
    icon = "warning"
    menu_label = _("Refusals")
    url_prefix = "refusals-of-sources"
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = (
        "__str__",
        Column("kind", label=_("What"), accessor="get_kind_display"),
        Column("run", label=_("Look")),
        Column("reason", label=_("Reason")),
    )
    filterset_class = RefusalFilters

    def get_queryset(self, request: HttpRequest) -> QuerySet[Refusal]:  # noqa: ARG002
        """
        The refusals with the looks that they are of.
        """
        return Refusal.objects.select_related("run")


class IngestViewSetGroup(SnippetViewSetGroup):
    """
    All of it, in one place of the menu.
    """

    items = (SourceViewSet, RunViewSet, RefusalViewSet)
    menu_label = _("Taking in")
    menu_icon = "download"
    menu_order = 45
