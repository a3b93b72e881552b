"""
Commands of the desk.
"""
