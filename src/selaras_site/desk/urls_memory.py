"""
Addresses of the desk: memory.
"""

from django.urls import URLPattern, path

from selaras_site.desk import memory

urlpatterns: list[URLPattern] = [
    path("memory/", memory.MemoryPage.as_view(), name="memory"),
    path("memory/<int:pk>/", memory.EntryPage.as_view(), name="memory_entry"),
    path("memory/<int:pk>/forget/", memory.ForgetEntry.as_view(), name="memory_forget"),
]
