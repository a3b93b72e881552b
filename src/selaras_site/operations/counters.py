"""
What a process counts while it runs.

With several processes behind one address, set ``PROMETHEUS_MULTIPROC_DIR`` before
Python starts, as ``selaras-site run`` does: then whichever process is asked answers for
all.
"""

from prometheus_client import Counter, Histogram

REQUESTS = Counter(
    "selaras_requests", "Requests answered, by view and status.", ["view", "status"]
)
SECONDS = Histogram(
    "selaras_request_seconds",
    "How long requests took, by view.",
    ["view"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


def requests_count(*, view: str, status: int, seconds: float) -> None:
    """
    Count one request.
    """
    REQUESTS.labels(view=view, status=status).inc()
    SECONDS.labels(view=view).observe(seconds)
