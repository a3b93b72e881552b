"""
memory.
"""
