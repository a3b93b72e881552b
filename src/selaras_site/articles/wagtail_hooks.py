"""
What the newsroom's admin gets from here. Articles are registered by the desk.
"""

from wagtail.snippets.models import register_snippet

from selaras_site.articles.admin import SectionViewSet

register_snippet(SectionViewSet)
