"""
The newsroom and the public site: Django and Wagtail around the core.
"""
