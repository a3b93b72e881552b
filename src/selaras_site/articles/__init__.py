"""
The Indonesian originals: sections, articles, pictures.
"""
