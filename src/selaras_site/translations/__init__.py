"""
The five versions of an article: made, kept in step, withdrawn.
"""
