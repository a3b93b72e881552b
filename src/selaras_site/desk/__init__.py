"""
Where editors see and change the versions of an article, inside Wagtail's admin.
"""
