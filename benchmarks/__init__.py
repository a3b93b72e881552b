"""
The measurements behind the README's tables.
"""
