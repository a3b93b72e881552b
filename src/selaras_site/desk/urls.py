"""
Addresses of the desk, below the admin's.
"""

from django.urls import path

from selaras_site.desk import (
    confirming,
    editing,
    meanwhile,
    parts,
    queue_page,
    settling,
    urls_arena,
    urls_evidence,
    urls_exchange,
    urls_figures,
    urls_learning,
    urls_memory,
    urls_reports,
    urls_terms,
    versions,
)

app_name = "desk"

urlpatterns = [
    *urls_arena.urlpatterns,
    *urls_evidence.urlpatterns,
    *urls_exchange.urlpatterns,
    *urls_figures.urlpatterns,
    *urls_learning.urlpatterns,
    *urls_memory.urlpatterns,
    *urls_reports.urlpatterns,
    *urls_terms.urlpatterns,
    path("queue/", queue_page.QueuePage.as_view(), name="queue"),
    path("queue/next/", editing.NextSentence.as_view(), name="next"),
    path("sentences/<int:pk>/", editing.SentencePage.as_view(), name="edit"),
    path(
        "sentences/<int:pk>/decide/", settling.DecideSentence.as_view(), name="settle"
    ),
    path("sentences/<int:pk>/back/", settling.TakeBack.as_view(), name="take_back"),
    path("sentences/<int:pk>/check/", meanwhile.CheckSentence.as_view(), name="check"),
    path("sentences/<int:pk>/draft/", meanwhile.KeepDraft.as_view(), name="keep_draft"),
    path("sentences/<int:pk>/seat/", meanwhile.KeepSeat.as_view(), name="keep_seat"),
    path("of/<int:pk>/panel/", parts.PanelPart.as_view(), name="panel"),
    path("of/<int:pk>/badges/", parts.BadgesPart.as_view(), name="badges"),
    path("of/<int:pk>/facts/", confirming.FactsPage.as_view(), name="facts"),
    path(
        "of/<int:pk>/facts/panel/", confirming.FactsPart.as_view(), name="facts_panel"
    ),
    path("<int:pk>/", versions.SentencesPage.as_view(), name="version"),
    path(
        "<int:pk>/sentences/<int:segment_pk>/",
        versions.SentenceDecision.as_view(),
        name="decide",
    ),
    path("<int:pk>/<slug:name>/", versions.ActionPage.as_view(), name="act"),
]
