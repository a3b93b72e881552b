"""
weights.
"""
