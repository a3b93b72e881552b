"""
Articles from elsewhere: fetched safely, read from every format of the trade.
"""
