"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:AMD EPYC|"
    "cores:2|"
    "model:selaras 0.8.0|"
    "sets:native-dev:7b9a6bfa+ntrex-tune:542e7a8f|"
    "bad:chrf<en:50,zh:25,ja:25,ar:40,fr:50|"
    "fitted:3085|"
    "judged:3090"
)

MEAN_SCORE = -0.4525

WEIGHTS: dict[str, float] = {
    "alone with a number": 0.74,
    "intercept": 0.163,
    "into en": -0.8321,
    "score": -4.9083,
    "score into en": -0.6825,
    "length": -0.4394,
    "odd length": 0.292,
    "numbers": -0.6524,
    "names": -0.2665,
    "blocking": 0.727,
    "found by right-language": -0.2008,
    "found by same-polarity": -0.2167,
    "review": 0.4527,
    "found by same-key-words": -0.0802,
    "found by same-numbers": 2.4172,
    "found by same-names": 0.3362,
    "found by same-dates": 0.3812,
    "found by nothing-added": -0.0021,
    "into zh": 0.2115,
    "score into zh": -1.0991,
    "found by nothing-dropped": 0.0422,
    "into ja": -0.3845,
    "score into ja": -0.3054,
    "found by same-status": -0.3052,
    "found by whole-sentence": -0.181,
    "into ar": -0.0519,
    "score into ar": -1.059,
    "into fr": 1.057,
    "score into fr": -1.7623,
    "found by same-quotes": -0.1638,
    "found by same-units": 1.0316,
}
