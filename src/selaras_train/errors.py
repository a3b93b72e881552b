"""
Everything the trainer can raise on purpose.

* SelarasError
  x TrainingError
    + RecipeInvalid         the recipe does not say what it must
    + CorpusUnreadable      a corpus is not there, or not in the form that it claims
    + NothingToLearn        after cleaning there is no text left
    + CheckpointUnusable    a checkpoint is missing, damaged, or of another model
    + NotBetter             an adapted model did not get better
    + AlignerMissing        the program that aligns words is not installed
"""

from selaras.errors import SelarasError


class TrainingError(SelarasError):
    """
    Something about a training that its user can mend.
    """


class RecipeInvalid(TrainingError):
    """
    A recipe lacks a setting, or one of its settings cannot be.
    """


class CorpusUnreadable(TrainingError):
    """
    A corpus cannot be read as the recipe describes it.
    """


class TemplateInvalid(TrainingError):
    """
    A template of training text is not as it must be.
    """


class NothingToLearn(TrainingError):
    """
    There is no text, or too little of it, to learn from.
    """


class CheckpointUnusable(TrainingError):
    """
    A checkpoint cannot be gone on from.
    """


class AlignerMissing(TrainingError):
    """
    Words cannot be aligned, because the aligner is not installed.
    """


class NotBetter(TrainingError):
    """
    An adapted model is no better than the one it was made of, or worse elsewhere.
    """
