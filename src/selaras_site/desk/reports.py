"""
What readers reported, one by one; as tickets they are in ``desk.tickets``.
"""

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, StatusTagColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from selaras_site.accounts.models import User
from selaras_site.desk.versions import person
from selaras_site.translations.models import TARGET_CHOICES, Report
from selaras_site.translations.ticketing import report_note


class ReadersReports(ModelPermissionPolicy):
    """
    Only readers make reports: nobody adds one here, and nobody makes one vanish.
    """

    def user_has_permission(self, user: User, action: str) -> bool:
        """
        What Django's permissions say, less adding and deleting.
        """
        if action in {"add", "delete"}:
            return False
        return bool(super().user_has_permission(user, action))


class ReportFilters(WagtailFilterSet):
    """
    How the list of reports is narrowed.
    """

    outcome = django_filters.ChoiceFilter(
        label=_("Outcome"), choices=Report.Outcome.choices
    )
    kind = django_filters.ChoiceFilter(
        label=_("What is wrong"), choices=Report.Kind.choices
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), field_name="version__language", choices=TARGET_CHOICES
    )
    made_at = django_filters.DateFromToRangeFilter(
        label=_("Received"), widget=DateRangePickerWidget
    )

    class Meta:
        """
        Four filters, and none made from the model.
        """

        model = Report
        fields = ("outcome", "kind", "language", "made_at")


class ReportEdit(EditView):
    """
    The form of one report, which also says who closed it, and when.
    """

    def save_instance(self) -> Report:
        """
        Keep the outcome that was chosen.
        """
        report: Report = super().save_instance()
        if "outcome" in self.form.changed_data:
            report_note(report=report, by=person(self.request))
        return report


class ReportViewSet(SnippetViewSet):
    """
    Reports of readers, each by itself; the menu leads to the tickets.
    """

    model = Report
    icon = "comment"
    menu_label = _("Readers' reports")
    edit_view_class = ReportEdit
    url_prefix = "reports-of-readers"
    copy_view_enabled = False
    list_display = (
        "kind",
        Column("article", label=_("Article"), accessor="version.article.headline"),
        Column(
            "language",
            label=_("Language"),
            accessor="version.get_language_display",
            sort_key="version__language",
        ),
        Column("text", label=_("What should it say?")),
        NumberColumn("times", label=_("Times"), sort_key="times"),
        StatusTagColumn(
            "outcome",
            label=_("Outcome"),
            accessor="get_outcome_display",
            sort_key="outcome",
            primary=lambda report: report.outcome == Report.Outcome.OPEN,
        ),
        DateColumn("made_at", label=_("Received"), sort_key="made_at"),
    )
    filterset_class = ReportFilters
    edit_handler = ObjectList(
        [
            HelpPanel(template="desk/report.html"),
            FieldPanel("outcome", heading=_("Outcome")),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:  # noqa: ARG002
        """
        The reports with what a row shows of them.
        """
        return Report.objects.select_related("version__article").defer(
            "version__search_text", "version__article__body"
        )
