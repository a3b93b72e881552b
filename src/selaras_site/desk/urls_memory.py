"""
Addresses of the desk: memory.
"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
