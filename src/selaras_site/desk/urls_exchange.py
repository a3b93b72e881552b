"""
Addresses of the desk: exchange.
"""

from django.urls import URLPattern, path

from selaras_site.desk import bringing, exchange, returns

urlpatterns: list[URLPattern] = [
    path("exchange/", exchange.ExchangePage.as_view(), name="exchange"),
    path(
        "exchange/memory.tmx",
        exchange.SendMemory.as_view(),
        name="exchange_send_memory",
    ),
    path(
        "exchange/versions/<int:pk>/",
        exchange.SendVersion.as_view(),
        name="exchange_send",
    ),
    path("exchange/bring/", bringing.BringFile.as_view(), name="exchange_bring"),
    path("exchange/memory/", bringing.MemoryComingIn.as_view(), name="exchange_memory"),
    path(
        "exchange/returned/bring/",
        returns.BringWork.as_view(),
        name="exchange_bring_work",
    ),
    path("exchange/returned/", returns.WorkComingIn.as_view(), name="exchange_work"),
]
