"""
Addresses of the desk: exchange.
"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
