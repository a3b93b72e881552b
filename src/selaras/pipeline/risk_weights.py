"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:AMD EPYC|"
    "cores:2|"
    "model:selaras 0.5.0|"
    "sets:native-dev:7b9a6bfa+ntrex-tune:6b6e519d|"
    "bad:chrf<en:50,zh:25,ja:25,ar:40,fr:50|"
    "fitted:3085|"
    "judged:3090"
)

MEAN_SCORE = -0.9336

WEIGHTS: dict[str, float] = {
    "intercept": 1.5224,
    "into en": 0.0187,
    "review": 0.4337,
    "found by same-names": -0.1161,
    "score": -4.1037,
    "score into en": -1.4639,
    "length": -0.9604,
    "odd length": 0.6099,
    "numbers": -0.3894,
    "names": -0.2416,
    "found by nothing-dropped": -0.1631,
    "blocking": 0.6235,
    "found by right-language": -0.0404,
    "found by same-numbers": 2.4182,
    "found by same-polarity": -0.3562,
    "found by nothing-added": -0.2005,
    "found by same-comparators": -0.2759,
    "found by same-status": -0.0796,
    "found by kept-verbatim": -0.5127,
    "found by same-dates": 0.5603,
    "found by no-repetition": 0.328,
    "into zh": -0.5346,
    "score into zh": -0.7164,
    "alone with a number": 0.6985,
    "found by whole-sentence": -0.3333,
    "found by same-units": 0.8066,
    "found by same-currencies": 0.4816,
    "found by same-quotes": 0.5924,
    "into ja": -1.0448,
    "score into ja": -0.9928,
    "into ar": 0.1056,
    "score into ar": -0.2962,
    "into fr": 1.4551,
    "score into fr": -0.6343,
}
