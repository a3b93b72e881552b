"""
Who works in the newsroom, and what each role may do.
"""
