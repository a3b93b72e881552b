"""
Addresses of the desk: arena.
"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
