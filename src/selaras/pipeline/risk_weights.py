"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:AMD EPYC|"
    "cores:2|"
    "model:selaras 0.7.0|"
    "sets:native-dev:7b9a6bfa+ntrex-tune:6b6e519d|"
    "bad:chrf<en:50,zh:25,ja:25,ar:40,fr:50|"
    "fitted:3085|"
    "judged:3090"
)

MEAN_SCORE = -0.8539

WEIGHTS: dict[str, float] = {
    "intercept": 1.0881,
    "into en": 0.1316,
    "review": 0.5456,
    "found by same-key-words": -0.1773,
    "found by same-names": 0.16,
    "score": -4.6659,
    "score into en": -0.7731,
    "length": -0.9143,
    "odd length": 0.4642,
    "numbers": -0.4401,
    "names": -0.2472,
    "found by nothing-dropped": -0.0616,
    "blocking": 0.6695,
    "found by right-language": -0.128,
    "found by same-numbers": 1.8412,
    "found by same-polarity": -0.4541,
    "found by same-comparators": -0.3407,
    "found by whole-sentence": 0.0156,
    "found by kept-verbatim": 0.8981,
    "found by same-dates": 0.352,
    "alone with a number": 0.7367,
    "found by same-status": 0.4583,
    "found by no-repetition": -0.0712,
    "into zh": -0.3996,
    "score into zh": -0.9723,
    "found by same-currencies": 0.4869,
    "found by same-units": 0.6136,
    "found by same-quotes": 0.4006,
    "found by nothing-added": -0.5358,
    "into ja": -0.5896,
    "score into ja": -1.258,
    "into ar": -0.4624,
    "score into ar": -0.2767,
    "into fr": 1.3199,
    "score into fr": -1.3858,
}
