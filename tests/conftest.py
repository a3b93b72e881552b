"""
What holds for every property: a busy machine fails none, and each run looks elsewhere.
"""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("house")
