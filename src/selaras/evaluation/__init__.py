"""
evaluation.
"""
