"""
Addresses of the desk: terms.
"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
