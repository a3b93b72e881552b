"""
Evaluation: scores, and what our checks catch, each number with its signature.
"""

from selaras.evaluation.intervals import Share
from selaras.evaluation.scores import Measurement, evaluate, wrong_numbers

__all__ = ["Measurement", "Share", "evaluate", "wrong_numbers"]
