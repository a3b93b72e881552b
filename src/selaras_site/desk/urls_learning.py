"""
Addresses of the desk: learning.
"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
