"""
Addresses of the desk: evidence.
"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
