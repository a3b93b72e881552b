"""
What readers see: pages, feeds, sitemaps, cards, reports.
"""
