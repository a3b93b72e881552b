"""
Addresses of the desk, below the admin's.
"""

from django.urls import path

from selaras_site.desk import confirming, versions

app_name = "desk"

urlpatterns = [
    path("of/<int:pk>/panel/", versions.PanelPart.as_view(), name="panel"),
    path("of/<int:pk>/badges/", versions.BadgesPart.as_view(), name="badges"),
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
