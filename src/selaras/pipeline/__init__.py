"""
pipeline.
"""
