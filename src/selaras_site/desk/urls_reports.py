"""
Addresses of the desk: what readers reported.
"""

from django.urls import URLPattern, path

from selaras_site.desk import ticket_pages

urlpatterns: list[URLPattern] = [
    path("tickets/", ticket_pages.TicketsPage.as_view(), name="tickets"),
    path("tickets/<int:pk>/", ticket_pages.TicketPage.as_view(), name="ticket"),
    path(
        "sentences/<int:pk>/reports/",
        ticket_pages.ReportsPart.as_view(),
        name="reports_of",
    ),
]
