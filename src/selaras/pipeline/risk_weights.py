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
    "intercept": 1.0098,
    "into en": -0.335,
    "review": 0.5545,
    "found by same-key-words": -0.2525,
    "found by same-names": -0.0117,
    "score": -3.6354,
    "score into en": -1.3348,
    "length": -0.8232,
    "odd length": 0.5408,
    "numbers": -0.4661,
    "names": -0.2403,
    "found by nothing-dropped": -0.0478,
    "blocking": 0.5062,
    "found by right-language": 0.1178,
    "found by same-numbers": 2.0776,
    "found by same-polarity": -0.1139,
    "found by same-comparators": 0.1778,
    "found by whole-sentence": -0.3232,
    "found by kept-verbatim": 0.6793,
    "found by same-dates": 0.6114,
    "found by same-status": 0.1154,
    "found by no-repetition": 0.226,
    "into zh": -0.2496,
    "score into zh": -0.6785,
    "alone with a number": 0.6739,
    "found by same-units": 0.7732,
    "found by nothing-added": -0.2241,
    "found by same-quotes": 0.398,
    "into ja": -0.7796,
    "score into ja": -0.9142,
    "into ar": 0.1018,
    "score into ar": -0.2266,
    "into fr": 1.2624,
    "score into fr": -0.4814,
}
