"""
What keeps the newsroom running: workers, health, measurements, logs, backups, the demo.
"""
