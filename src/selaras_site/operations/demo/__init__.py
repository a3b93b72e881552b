"""
A newsroom to try out: an account, articles, pictures, all of it made up.
"""
