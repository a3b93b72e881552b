"""
Ways to mend a sentence that a check blocked, one file each.
"""
