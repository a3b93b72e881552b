"""
What holds for every property: a busy machine fails none, and each run looks elsewhere.
"""

import os
import signal

from hypothesis import settings

# A shell that starts the tests in the background has them ignore Ctrl-C, and so would
# every program that they start and stop with it.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What lands is decided by the change and not by chance; elsewhere chance looks further.
settings.register_profile(
    "house", deadline=None, derandomize="CI" in os.environ, print_blob=True
)
settings.load_profile("house")
