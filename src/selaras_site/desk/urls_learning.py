"""
Addresses of the desk: what a correction is worth elsewhere, and to the next ones.
"""

from django.urls import URLPattern, path

from selaras_site.desk import candidates, same_elsewhere

urlpatterns: list[URLPattern] = [
    path("candidates/", candidates.CandidatesPage.as_view(), name="candidates"),
    path("candidates/<int:pk>/", candidates.CandidatePage.as_view(), name="candidate"),
    path(
        "decisions/<int:pk>/elsewhere/",
        same_elsewhere.ElsewherePage.as_view(),
        name="same_elsewhere",
    ),
    path(
        "sentences/<int:pk>/elsewhere/",
        same_elsewhere.ElsewhereOf.as_view(),
        name="elsewhere_of",
    ),
]
