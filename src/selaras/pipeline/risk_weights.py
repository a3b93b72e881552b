"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:AMD EPYC|"
    "cores:2|"
    "model:selaras 0.6.0|"
    "sets:native-dev:7b9a6bfa+ntrex-tune:6b6e519d|"
    "bad:chrf<en:50,zh:25,ja:25,ar:40,fr:50|"
    "fitted:3085|"
    "judged:3090"
)

MEAN_SCORE = -0.7955

WEIGHTS: dict[str, float] = {
    "intercept": 1.0042,
    "into en": -0.3391,
    "review": 0.747,
    "found by same-names": -0.0997,
    "score": -3.6513,
    "score into en": -1.3411,
    "length": -0.8171,
    "odd length": 0.5666,
    "numbers": -0.4657,
    "names": -0.2349,
    "found by nothing-dropped": -0.2043,
    "blocking": 0.5857,
    "found by right-language": 0.0805,
    "found by same-numbers": 2.0392,
    "found by same-polarity": -0.2386,
    "found by same-comparators": 0.1491,
    "found by whole-sentence": -0.4389,
    "found by kept-verbatim": 0.6662,
    "found by same-dates": 0.463,
    "found by same-status": 0.1998,
    "found by no-repetition": 0.1569,
    "into zh": -0.2673,
    "score into zh": -0.6937,
    "alone with a number": 0.6741,
    "found by same-quotes": 0.477,
    "found by nothing-added": -0.2579,
    "into ja": -0.7614,
    "score into ja": -0.9112,
    "found by same-units": 0.7673,
    "into ar": 0.0975,
    "score into ar": -0.231,
    "into fr": 1.2702,
    "score into fr": -0.4743,
}
