"""
Addresses of the desk: figures.
"""

from django.urls import URLPattern, path

from selaras_site.desk import figures

urlpatterns: list[URLPattern] = [
    path("figures/", figures.FiguresPage.as_view(), name="figures"),
    path("figures/<slug:name>.csv", figures.FigureTable.as_view(), name="figure_csv"),
]
