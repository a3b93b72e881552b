"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:AMD EPYC|"
    "cores:2|"
    "model:selaras 0.4.0|"
    "sets:native-dev:7b9a6bfa+ntrex-tune:6b6e519d|"
    "bad:chrf<en:50,zh:25,ja:25,ar:40,fr:50|"
    "fitted:3085|"
    "judged:3090"
)

MEAN_SCORE = -0.9978

WEIGHTS: dict[str, float] = {
    "intercept": 1.7088,
    "into en": -0.1804,
    "review": 0.3919,
    "found by same-names": -0.0172,
    "score": -3.387,
    "score into en": -1.5675,
    "length": -1.1406,
    "odd length": 0.6055,
    "numbers": -0.4636,
    "names": -0.3166,
    "blocking": 0.525,
    "found by same-polarity": -0.3243,
    "found by nothing-dropped": -0.2207,
    "found by whole-sentence": -0.0302,
    "found by right-language": 0.0143,
    "found by no-repetition": 0.0372,
    "found by same-numbers": 2.7503,
    "found by same-comparators": 0.2016,
    "found by same-dates": 0.1827,
    "found by kept-verbatim": -0.024,
    "found by same-status": -0.49,
    "into zh": -0.7955,
    "found by same-units": 0.6182,
    "score into zh": -0.5015,
    "alone with a number": 0.5564,
    "found by same-currencies": 0.2402,
    "found by same-quotes": 0.4864,
    "found by nothing-added": -0.1411,
    "into ja": -0.8193,
    "score into ja": -0.7171,
    "into ar": 0.2792,
    "score into ar": -0.4753,
    "into fr": 1.516,
    "score into fr": -0.1255,
}
