"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:AMD EPYC|"
    "cores:2|"
    "model:selaras 0.6.1|"
    "sets:native-dev:7b9a6bfa+ntrex-tune:6b6e519d|"
    "bad:chrf<en:50,zh:25,ja:25,ar:40,fr:50|"
    "fitted:3085|"
    "judged:3090"
)

MEAN_SCORE = -0.7955

WEIGHTS: dict[str, float] = {
    "intercept": 0.9936,
    "into en": -0.3512,
    "review": 0.4944,
    "found by same-key-words": -0.143,
    "found by same-names": -0.0754,
    "score": -3.6662,
    "score into en": -1.3377,
    "length": -0.815,
    "odd length": 0.5623,
    "numbers": -0.4573,
    "names": -0.2158,
    "found by nothing-dropped": -0.107,
    "blocking": 0.4736,
    "found by right-language": 0.1284,
    "found by same-numbers": 2.0891,
    "found by same-polarity": -0.0892,
    "found by same-comparators": 0.1851,
    "found by whole-sentence": -0.3037,
    "found by kept-verbatim": 0.6992,
    "found by same-dates": 0.6335,
    "found by same-status": 0.1087,
    "found by no-repetition": 0.241,
    "into zh": -0.2403,
    "score into zh": -0.6902,
    "alone with a number": 0.6664,
    "found by same-units": 0.7906,
    "found by nothing-added": -0.2005,
    "found by same-quotes": 0.4216,
    "into ja": -0.7656,
    "score into ja": -0.9177,
    "into ar": 0.0944,
    "score into ar": -0.24,
    "into fr": 1.2627,
    "score into fr": -0.4807,
}
